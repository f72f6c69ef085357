"""What holds of every duty, whatever it is about: its state follows from its instants (REG-2, BEY-9)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from core.model.duty import Duty, DutyState, Pardon
from core.model.duty_facts import DutyFacts, KlassFact, StaffFact
from core.model.ids import KlassId, PersonId
from core.model.people import Role
from core.model.regulation import Matter, Rule
from core.model.school import Preset
from core.model.term import Term, TermKind
from core.regulation.loader import preset
from core.rules.calendar import SchoolCalendar
from core.rules.duty_frame import Frame, Occasion, at, pardoned, school_subject, settled
from core.rules.duty_list import every_duty

MOSCOW = ZoneInfo("Europe/Moscow")
YEAR = SchoolCalendar([], 5, date(2026, 9, 1), date(2027, 5, 31))
FIRST, LAST = datetime(2026, 8, 1, tzinfo=UTC), datetime(2027, 7, 1, tzinfo=UTC)
HEAD, DEPUTY = PersonId(1), PersonId(2)
FACTS = DutyFacts(
    klasses={KlassId(1): KlassFact(KlassId(1), 7, PersonId(3))},
    staff=(StaffFact(HEAD, Role.HEAD), StaffFact(DEPUTY, Role.DEPUTY)),
)
instants = st.datetimes(FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None), timezones=st.just(UTC))
RULE = Rule("x.row", "row", Matter.CONTROL, (Role.HEAD,), Term(TermKind.FIXED_DATE, month=9, day=15), "002 II")
ORDER = [DutyState.OPEN, DutyState.OVERDUE]


def frame(now: datetime, facts: DutyFacts = FACTS) -> Frame:
    """The school year as it looks at an instant."""
    return Frame(YEAR, MOSCOW, now, date(2026, 7, 1), date(2027, 7, 31), None, facts)


def one(now: datetime, done: datetime | None) -> Duty | None:
    """The duty of 15 September at an instant, done at another."""
    return settled(Occasion(RULE, school_subject(), (HEAD,), frame(now).anchors(), FIRST, at(done)), frame(now))


@given(instants)
def test_nothing_is_overdue_before_it_is_due(now: datetime) -> None:
    duty = one(now, None)
    assert duty is not None
    assert (duty.state is DutyState.OVERDUE) is (now > duty.due_at)


@given(instants, instants)
def test_done_in_time_is_done_else_done_late(now: datetime, done: datetime) -> None:
    duty = one(now, done)
    assert duty is not None
    if done > now:
        assert duty.done_at is None
    else:
        assert duty.state is (DutyState.DONE if done <= duty.due_at else DutyState.DONE_LATE)


@given(instants, instants, st.none() | instants)
def test_time_only_goes_on(first: datetime, second: datetime, done: datetime | None) -> None:
    """Open, then overdue, then done: never back; and what was due does not change."""
    earlier, later = sorted((first, second))
    before, after = one(earlier, done), one(later, done)
    assert before is not None
    assert after is not None
    assert (before.opened_at, before.due_at) == (after.opened_at, after.due_at)
    if before.done_at is not None:
        assert after.done_at == before.done_at
        assert after.state is before.state
    elif after.done_at is None:
        assert ORDER.index(before.state) <= ORDER.index(after.state)


@given(instants, st.sampled_from(Preset))
def test_every_duty_has_opened_and_says_where_it_stands(now: datetime, which: Preset) -> None:
    for duty in every_duty(preset(which).rows, False, frame(now)):
        assert duty.opened_at <= now
        assert duty.opened_at <= duty.due_at
        assert duty.state is (DutyState.OPEN if now <= duty.due_at else DutyState.OVERDUE) or duty.done_at


@given(instants, instants, instants, st.none() | instants)
def test_a_pardon_pauses_and_moves_the_term_only_away(
    now: datetime, one_end: datetime, other_end: datetime, done: datetime | None
) -> None:
    since, until = sorted((one_end, other_end))
    duty = one(now, done)
    assert duty is not None
    found = pardoned(duty, [Pardon(1, since, until, "больничный", DEPUTY, since)], now)
    assert found.due_at >= duty.due_at
    if found.pardon is None:
        assert found == duty
        return
    waits = done is None or done > now
    assert (found.state is DutyState.PAUSED) is (waits and since <= now < until)


def test_a_pardon_is_for_whom_and_what_it_names() -> None:
    now = datetime(2026, 9, 10, tzinfo=UTC)
    duty = one(now, None)
    assert duty is not None
    whole = Pardon(1, now - timedelta(days=1), None, "отключение света", DEPUTY, now - timedelta(days=1))
    assert pardoned(duty, [whole], now).state is DutyState.PAUSED
    for other in (
        replace(whole, person=DEPUTY),
        replace(whole, rule="x.other"),
        replace(whole, klass=KlassId(1)),
        replace(whole, subject_key="school/year:2026-09-01"),
        replace(whole, at=now + timedelta(hours=1)),
    ):
        assert pardoned(duty, [other], now) == duty
    same = replace(whole, person=HEAD, rule="x.row", subject_key="school")
    assert pardoned(duty, [same], now).pardon == same


def test_a_launch_frees_of_what_was_due_before_it() -> None:
    """NTF-10; what was ready in time is told."""
    now = datetime(2026, 10, 1, tzinfo=UTC)
    late = replace_launch(frame(now), date(2026, 9, 20))
    open_one = Occasion(RULE, school_subject(), (HEAD,), late.anchors(), FIRST)
    assert settled(open_one, late) is None
    behind = replace(open_one, record=at(datetime(2026, 9, 18, tzinfo=UTC)))
    assert settled(behind, late) is None
    ready = settled(replace(open_one, record=at(FIRST + timedelta(days=3))), late)
    assert ready is not None
    assert ready.state is DutyState.DONE


def replace_launch(known: Frame, launch: date) -> Frame:
    """The same year of a school that was launched on a day."""
    return Frame(known.calendar, known.zone, known.now, known.first, known.last, launch, known.facts)


def test_a_school_that_was_in_dnevnik_is_free_of_some_rows() -> None:
    """The notes * and ** of 003."""
    launched = replace_launch(frame(datetime(2026, 9, 30, tzinfo=UTC)), date(2026, 8, 20))
    rows = preset(Preset.MOSCOW_REGION).rows
    everybody = {duty.rule.id for duty in every_duty(rows, False, launched)}
    exempt = {duty.rule.id for duty in every_duty(rows, True, launched)}
    assert everybody - exempt >= {"moscow-region.settings-launch", "moscow-region.periods-launch"}
    assert exempt < everybody
