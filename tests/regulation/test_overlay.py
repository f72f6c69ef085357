"""A school's own deviations from its preset: what they change, what is refused (REG-1, ADM-7)."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.errors import Refusal
from core.model.overlay import Field, Override, Own
from core.model.people import Role
from core.model.regulation import Regulation, Rule
from core.model.school import Preset
from core.model.term import Happening, Term, TermKind
from core.regulation.families import kinds_for
from core.regulation.loader import preset
from core.regulation.overlay import (
    RULE_FIELDS,
    checked,
    deviations_text,
    effective,
    fields_of,
    given_by_text,
    read_deviations,
    row_number,
    targets,
)
from core.regulation.term_text import read_term, write_term

EVERY_RULE = [(which, rule) for which in Preset for rule in preset(which).rows]
MARKS = "moscow-region.marks"


def rule(regulation: Regulation, name: str) -> Rule:
    return next(row for row in regulation.rows if row.id == name)


def test_without_deviations_it_is_the_preset_itself() -> None:
    assert all(effective(which) is preset(which) for which in Preset)


@pytest.mark.parametrize(
    ("field", "value", "changed"),
    [
        (Field.DUE, "days-after-lesson days=5", {"due": Term(TermKind.DAYS_AFTER_LESSON, days=5)}),
        (Field.AIM, "none", {"aim": None}),
        (Field.AIM, "lesson-day-at at=18:00", {"aim": Term(TermKind.LESSON_DAY_AT, at=time(18))}),
        (Field.HOLDERS, "class_teacher,teacher", {"holders": (Role.CLASS_TEACHER, Role.TEACHER)}),
        (Field.BINDING, "no", {"binding": False}),
    ],
)
def test_a_deviation_changes_its_row_and_nothing_else(field: Field, value: str, changed: dict[str, object]) -> None:
    base = preset(Preset.MOSCOW_REGION)
    lived = effective(Preset.MOSCOW_REGION, (Override(MARKS, field, value),))
    assert rule(lived, MARKS) == replace(rule(base, MARKS), **changed)  # type: ignore[arg-type]
    assert [row for row in lived.rows if row.id != MARKS] == [row for row in base.rows if row.id != MARKS]
    assert (lived.permissions, lived.backdating, lived.invitation) == (
        base.permissions,
        base.backdating,
        base.invitation,
    )


def test_a_row_that_is_switched_off_is_gone() -> None:
    lived = effective(Preset.MOSCOW_REGION, (Override(MARKS, Field.ACTIVE, "no"),))
    assert MARKS not in {row.id for row in lived.rows}
    assert MARKS not in {row.id for row in lived.duties}
    assert len(lived.rows) == len(preset(Preset.MOSCOW_REGION).rows) - 1


def test_permissions_and_own_terms() -> None:
    base = preset(Preset.ANTSIR)
    forbidden = next(row for row in base.permissions if not row.allowed)
    lived = effective(
        Preset.ANTSIR,
        (
            Override(forbidden.id, Field.ALLOWED, "yes"),
            Override("antsir.backdating", Field.ALLOWED, "yes"),
            Override("antsir.invitation", Field.DAYS, "30"),
            Override("antsir.invitation", Field.WORKING_DAYS, "5"),
        ),
    )
    assert next(row for row in lived.permissions if row.id == forbidden.id).allowed
    assert lived.backdating
    assert (lived.invitation.days, lived.invitation.working_days) == (30, 5)


def test_deviations_of_another_preset_wait_for_it() -> None:
    there = (Override(MARKS, Field.ACTIVE, "no"), Override("moscow-region.never-was", Field.BINDING, "no"))
    assert effective(Preset.SGO, there) == preset(Preset.SGO)


@pytest.mark.parametrize(("which", "row"), EVERY_RULE, ids=[row.id for _, row in EVERY_RULE])
def test_what_every_row_says_may_be_said_as_a_deviation_too(which: Preset, row: Rule) -> None:
    for field in RULE_FIELDS:
        said = given_by_text(which, row.id, field)
        assert checked(which, row.id, field, said) == said
        assert rule(effective(which, (Override(row.id, field, said),)), row.id) == row
    assert row.due.kind in kinds_for(row)


@pytest.mark.parametrize(
    ("target", "field", "value", "code"),
    [
        ("moscow-region.no-such", Field.DUE, "daily", "overlay-row"),
        ("antsir.marks", Field.DUE, "daily", "overlay-row"),
        (MARKS, Field.ALLOWED, "yes", "overlay-field"),
        ("moscow-region.backdating", Field.DUE, "daily", "overlay-field"),
        (MARKS, Field.DUE, "soon", "overlay-term"),
        (MARKS, Field.DUE, "", "overlay-term"),
        (MARKS, Field.DUE, "days-after-lesson", "overlay-term"),
        (MARKS, Field.DUE, "days-after-lesson days=-1", "overlay-term"),
        (MARKS, Field.DUE, "days-after-lesson days=367", "overlay-term"),
        (MARKS, Field.DUE, "days-after-lesson days=2 days=3", "overlay-term"),
        (MARKS, Field.DUE, "days-after-lesson days=2 hours=3", "overlay-term"),
        (MARKS, Field.DUE, "lesson-day-at at=25:00", "overlay-term"),
        (MARKS, Field.DUE, "none", "overlay-term"),
        (MARKS, Field.DUE, "weekly", "overlay-kind"),
        (MARKS, Field.DUE, "fixed-date month=2 day=30", "overlay-term"),
        (MARKS, Field.HOLDERS, "", "overlay-holders"),
        (MARKS, Field.HOLDERS, "teacher,teacher", "overlay-holders"),
        (MARKS, Field.HOLDERS, "system", "overlay-holders"),
        (MARKS, Field.BINDING, "YES", "overlay-yes-no"),
        (MARKS, Field.ACTIVE, "", "overlay-yes-no"),
        ("moscow-region.invitation", Field.DAYS, "0", "overlay-number"),
        ("moscow-region.invitation", Field.DAYS, "91", "overlay-number"),
        ("moscow-region.invitation", Field.DAYS, "١٤", "overlay-number"),
    ],
)
def test_nonsense_is_refused_by_its_name(target: str, field: Field, value: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked(Preset.MOSCOW_REGION, target, field, value)
    assert refused.value.code == code


def test_an_event_stays_the_rows_own() -> None:
    name = "antsir.absence-reasons"
    assert checked(Preset.ANTSIR, name, Field.DUE, "days-after-event days=5 event=absence-document")
    with pytest.raises(Refusal) as refused:
        checked(Preset.ANTSIR, name, Field.DUE, "days-after-event days=5 event=exam")
    assert refused.value.code == "overlay-kind"


def test_fields_of_targets() -> None:
    assert fields_of(Preset.SGO, "sgo.marks") == RULE_FIELDS
    assert fields_of(Preset.SGO, "sgo.invitation") == (Field.DAYS, Field.WORKING_DAYS)
    assert fields_of(Preset.SGO, preset(Preset.SGO).permissions[0].id) == (Field.ALLOWED,)


@given(
    st.builds(
        Term,
        st.sampled_from([TermKind.DAYS_AFTER_EVENT, TermKind.WORKING_DAYS_BEFORE_EVENT]),
        days=st.integers(0, 366),
        event=st.sampled_from(Happening),
    )
    | st.builds(
        Term,
        st.just(TermKind.LESSON_DAY_AT),
        at=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    )
    | st.builds(Term, st.just(TermKind.FIXED_DATE), month=st.integers(1, 12), day=st.integers(1, 28))
    | st.builds(Term, st.sampled_from([TermKind.DAILY, TermKind.STANDING, TermKind.ON_YEAR_END]))
)
def test_terms_survive_being_written(term: Term) -> None:
    assert read_term(write_term(term)) == term


@given(st.lists(st.builds(Override, st.text(), st.sampled_from(Field), st.text()), unique=True, max_size=5))
def test_deviations_survive_being_written(found: list[Override]) -> None:
    assert sorted(read_deviations(deviations_text(found)), key=repr) == sorted(found, key=repr)
    assert deviations_text(found) == deviations_text(reversed(found))


@pytest.mark.parametrize("which", Preset)
def test_every_row_has_a_number_of_its_own(which: Preset) -> None:
    regulation = preset(which)
    numbers = targets(which)
    assert len(numbers) == len(regulation.rows) + len(regulation.permissions) + len(Own)
    assert all(fields_of(which, target) for target in numbers.values())
    assert {0 < number < 2**24 for number in numbers} == {True}


def test_numbers_stay_what_they_were() -> None:
    # They are in buttons that live for weeks.
    assert row_number("moscow-region.marks") == 6248166
