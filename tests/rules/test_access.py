"""Every cell of the access matrix, and what holds for all of them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.access import Action, Actor, Capacity, Relation, Subject
from core.model.errors import ConsentNeeded, Forbidden, Stranger
from core.model.ids import AccountId, GroupId, KlassId, PersonId, SchoolId
from core.model.people import Role
from core.rules import access
from tests.rules.expected_access import EXPECTED

SCHOOL, OTHER = SchoolId(1), SchoolId(2)
ME, SUBSTITUTE, COLLEAGUE, CHILD, STRANGER_CHILD = (PersonId(n) for n in (10, 11, 12, 20, 21))
GROUP, KLASS = GroupId(5), KlassId(7)

LETTERS = {
    "s": Relation.SELF,
    "c": Relation.OWN_CHILD,
    "l": Relation.OWN_LESSON,
    "u": Relation.SUBSTITUTED,
    "g": Relation.OWN_GROUP,
    "h": Relation.HANDED_OVER,
    "k": Relation.OWN_KLASS,
    "o": Relation.OWN_SCHOOL,
}

# For each relation a subject to which an actor of `everything` stands in this one alone (and in the school's).
SUBJECTS = {
    Relation.SELF: Subject(SCHOOL, person=ME, grade=9),
    Relation.OWN_CHILD: Subject(SCHOOL, student=CHILD, grade=9),
    Relation.OWN_LESSON: Subject(SCHOOL, teacher=ME, grade=9, klass=KlassId(99), group=GroupId(99)),
    Relation.SUBSTITUTED: Subject(SCHOOL, teacher=COLLEAGUE, substitute=ME, grade=9),
    Relation.OWN_GROUP: Subject(SCHOOL, group=GROUP, grade=9),
    Relation.HANDED_OVER: Subject(SCHOOL, teacher=ME, substitute=SUBSTITUTE, group=GROUP, grade=9),
    Relation.OWN_KLASS: Subject(SCHOOL, klass=KLASS, grade=9),
    Relation.OWN_SCHOOL: Subject(SCHOOL, grade=1),
    Relation.OUTSIDE: Subject(OTHER, student=CHILD, klass=KLASS, group=GROUP, teacher=ME, person=ME, grade=1),
}


def everything(role: Role) -> Capacity:
    """A capacity that stands near to something in every way; for the subjects of grade 9 the school itself is far."""
    return Capacity(
        person=ME,
        school=SCHOOL,
        role=role,
        children=frozenset({CHILD}),
        klasses=frozenset({KLASS}),
        groups=frozenset({GROUP}),
        grades=frozenset({1}),
    )


def actor(*capacities: Capacity, consented: bool = True, pending: bool = False, focus: PersonId | None = None) -> Actor:
    """An account that has entered."""
    return Actor(AccountId(1), 100, capacities=capacities, consented=consented, pending=pending, focus=focus)


def expected(role: Role, action: Action) -> frozenset[Relation]:
    """Read the compact text of a role."""
    words = EXPECTED[role].split()
    table = dict(zip(words[::2], words[1::2], strict=True))
    return frozenset(LETTERS[letter] for letter in table.get(action, ""))


def test_the_expectations_name_only_existing_actions() -> None:
    """A typing slip in the expectation must not pass as a denial."""
    assert set(EXPECTED) == set(Role)
    for text in EXPECTED.values():
        words = text.split()[::2]
        assert len(words) == len(set(words))
        assert set(words) <= set(Action)


@pytest.mark.parametrize("relation", Relation)
def test_the_subjects_isolate_one_relation(relation: Relation) -> None:
    """The walk below would prove nothing if a subject stood near in two ways."""
    assert access.relations(everything(Role.TEACHER), SUBJECTS[relation]) == {relation}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_every_cell(role: Role, action: Action) -> None:
    """Each action, role and relation is allowed exactly where the expectation says so."""
    if role is Role.SYSTEM:
        given_actor = Actor(account=None, telegram=None)
        may = {Relation.OWN_SCHOOL} if access.allowed(given_actor, action, Subject(SCHOOL)) else set()
    else:
        given_actor = actor(everything(role))
        may = {relation for relation, subject in SUBJECTS.items() if access.allowed(given_actor, action, subject)}
    assert may == expected(role, action)


def test_every_action_is_somebodys() -> None:
    """An action nobody may do is a mistake in the table."""
    for action in Action:
        assert any(access.MATRIX[role][action] for role in Role), action


def test_nothing_is_permitted_outside() -> None:
    """No role does anything in another school, or outside of its parallels."""
    for role, row in access.MATRIX.items():
        for action, relations in row.items():
            assert Relation.OUTSIDE not in relations, (role, action)


READING = {
    action
    for action in Action
    if action.endswith(
        (".read", ".read_complained", ".print", ".list", ".board", ".overview", ".verify", ".report", ".export")
    )
} | {Action.INSPECTION_PACK}
OWN_AFFAIRS = {
    Action.ACCOUNT_MANAGE_OWN,
    Action.ACCESS_REPORT_OWN_LOST,
    Action.PREFERENCES_SET,
    Action.NOTICE_CONFIRM_READ,
    Action.DUTY_CONFIRM,
}
JOURNAL_WRITING = {
    Action.ATTENDANCE_TAKE,
    Action.MARK_SET,
    Action.MARK_CORRECT,
    Action.WORK_DECLARE,
    Action.TOPIC_SET,
    Action.HOMEWORK_SET,
    Action.REMARK_WRITE,
    Action.NOTHING_RECORD,
    Action.PERIOD_MARK_SET,
    Action.PERIOD_MARK_REOPEN,
    Action.EXAM_MARK_SET,
    Action.DIAGNOSTIC_ENTER,
}


def may_anywhere(role: Role) -> set[Action]:
    """All that a role may do to something."""
    return {action for action, relations in access.MATRIX[role].items() if relations}


@pytest.mark.parametrize("role", [Role.HEAD, Role.INSPECTOR, Role.WORKING_GROUP])
def test_some_only_read(role: Role) -> None:
    """The head reads and prints everything and writes nothing [003 Б.2]; so do inspector and working group."""
    assert may_anywhere(role) <= READING | OWN_AFFAIRS


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.TEACHER, Role.PSYCHOLOGIST, Role.CLASS_TEACHER}))
def test_only_teachers_write_in_the_journal(role: Role) -> None:
    """Students, families, administration and the program never set a mark (ACC-3, ACC-6)."""
    assert not may_anywhere(role) & JOURNAL_WRITING


def test_students_reach_no_action_of_staff() -> None:
    """ACC-6: the diary, their own ticks, words and settings are all."""
    diary = {action for action in Action if action.startswith(("diary.", "account.", "appeal.file", "message."))}
    assert may_anywhere(Role.STUDENT) <= diary | OWN_AFFAIRS | READING
    for action, relations in access.MATRIX[Role.STUDENT].items():
        assert relations <= {Relation.SELF} or action is Action.REGULATION_READ


def test_a_substituted_lesson_is_written_by_the_substitute_alone() -> None:
    """The planned teacher sees it, the substitute fills that lesson and no other [003 §4.11]."""
    lesson = Subject(SCHOOL, klass=KLASS, grade=7, group=GROUP, teacher=ME, substitute=SUBSTITUTE)
    planned = actor(Capacity(ME, SCHOOL, Role.TEACHER, groups=frozenset({GROUP})))
    substitute = actor(Capacity(SUBSTITUTE, SCHOOL, Role.TEACHER))
    assert access.allowed(planned, Action.LESSON_READ, lesson)
    assert not access.allowed(planned, Action.MARK_SET, lesson)
    permit = access.require(substitute, Action.MARK_SET, lesson)
    assert permit.relation is Relation.SUBSTITUTED
    assert not access.allowed(substitute, Action.LESSON_READ, replace(lesson, substitute=None))
    assert not access.allowed(substitute, Action.JOURNAL_READ, lesson)


def test_a_deputy_of_some_parallels() -> None:
    """[001 §5]: own parallels only, and what is particular but has no grade told is refused."""
    deputy = actor(Capacity(ME, SCHOOL, Role.DEPUTY, grades=frozenset({5, 6})))
    assert access.allowed(deputy, Action.JOURNAL_READ, Subject(SCHOOL, klass=KLASS, grade=5))
    assert not access.allowed(deputy, Action.JOURNAL_READ, Subject(SCHOOL, klass=KLASS, grade=7))
    assert not access.allowed(deputy, Action.JOURNAL_READ, Subject(SCHOOL, klass=KLASS))
    assert access.allowed(deputy, Action.CALENDAR_EDIT, Subject(SCHOOL))


def test_the_closest_relation_of_all_capacities_permits() -> None:
    """A deputy who teaches the group and has a child in it acts as what is closest; the chosen child breaks ties."""
    deputy, teacher = Capacity(ME, SCHOOL, Role.DEPUTY), Capacity(ME, SCHOOL, Role.TEACHER, groups=frozenset({GROUP}))
    mother = Capacity(PersonId(30), SCHOOL, Role.GUARDIAN, children=frozenset({CHILD}))
    father = Capacity(PersonId(31), SCHOOL, Role.GUARDIAN, children=frozenset({CHILD}))
    many = actor(deputy, teacher, mother, father, focus=father.person)
    lesson = Subject(SCHOOL, student=CHILD, klass=KLASS, grade=7, group=GROUP, teacher=ME)
    assert access.require(many, Action.LESSON_READ, lesson).capacity is teacher
    assert access.require(many, Action.DIARY_READ, lesson).capacity is father
    assert access.require(many, Action.JOURNAL_PRINT, lesson).capacity is deputy


def test_what_is_asked_of_an_account_before_the_matrix() -> None:
    """Stranger, consent, pending entry, refusal: in this order, each with its own code."""
    subject = Subject(SCHOOL, student=STRANGER_CHILD)
    guardian = Capacity(ME, SCHOOL, Role.GUARDIAN, children=frozenset({CHILD}))
    with pytest.raises(Stranger) as stranger:
        access.require(Actor(account=None, telegram=100, consented=False), Action.DIARY_READ, subject)
    assert stranger.value.code == "stranger"
    with pytest.raises(ConsentNeeded):
        access.require(actor(guardian, consented=False), Action.DIARY_READ, subject)
    with pytest.raises(ConsentNeeded):
        access.require(actor(consented=False, pending=True), Action.DIARY_READ, subject)
    with pytest.raises(Stranger) as pending:
        access.require(actor(pending=True), Action.DIARY_READ, subject)
    assert pending.value.code == "pending"
    with pytest.raises(Forbidden) as forbidden:
        access.require(actor(guardian), Action.DIARY_READ, subject)
    assert (forbidden.value.code, forbidden.value.action) == ("not-found", Action.DIARY_READ)


def test_a_binding_that_ended_leaves_nothing() -> None:
    """An account without capacities and without a pending entry is a stranger even after consent (ACC-7)."""
    with pytest.raises(Stranger):
        access.require(actor(), Action.REGULATION_READ, Subject(SCHOOL))


ids = st.integers(1, 4)
maybe = st.none() | ids
subjects = st.builds(
    Subject,
    school=ids,
    student=maybe,
    klass=maybe,
    grade=st.none() | st.integers(1, 11),
    group=maybe,
    teacher=maybe,
    substitute=maybe,
    person=maybe,
)
capacities = st.builds(
    Capacity,
    person=ids,
    school=ids,
    role=st.sampled_from([role for role in Role if role is not Role.SYSTEM]),
    name=st.just(""),
    children=st.frozensets(ids),
    klasses=st.frozensets(ids),
    groups=st.frozensets(ids),
    grades=st.frozensets(st.integers(1, 11), min_size=1),
)


@given(st.lists(capacities, max_size=4), subjects, st.sampled_from(Action))
def test_a_permit_is_always_of_the_subjects_school(held: list[Capacity], subject: Subject, action: Action) -> None:
    """No combination of ids leads into another school, and a permit says truly how the actor stands."""
    permit = access.allowed(actor(*held), action, subject)
    if permit is None:
        return
    assert permit.capacity in held
    assert permit.capacity.school == subject.school
    assert permit.relation in access.relations(permit.capacity, subject)
    assert permit.relation in access.MATRIX[permit.capacity.role][action]


@given(st.lists(capacities, max_size=3), capacities, subjects, st.sampled_from(Action))
def test_a_further_capacity_never_takes_away(
    held: list[Capacity], more: Capacity, subject: Subject, action: Action
) -> None:
    """Whoever may, still may with one more child or post."""
    if access.allowed(actor(*held), action, subject):
        assert access.allowed(actor(*held, more), action, subject)
