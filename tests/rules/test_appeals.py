"""Until when a mark may be called wrong, and what may become of the question (DIA-11) [003 Е-1]."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from core.model.appeal import NEXT_STATES, Appeal, AppealReason, AppealState, Official
from core.model.errors import Refusal, Stale
from core.model.ids import AppealId, LessonId, MarkId, PersonId, SchoolId
from core.model.mark import MarkValue
from core.model.people import Role
from core.model.school import Preset
from core.regulation.loader import preset
from core.rules.appeals import answer_due, appeal_term, has_deputy, may_become, may_file, who_hears
from tests.world import MOSCOW, local

THURSDAY = date(2026, 10, 15)
NOTICED = local(THURSDAY, 9, 30)
APPEAL = Appeal(
    id=AppealId(1),
    school=SchoolId(1),
    mark=MarkId(1),
    lesson=LessonId(1),
    student=PersonId(1),
    filed_by=PersonId(1),
    filed_at=NOTICED,
    due_at=NOTICED,
    value=MarkValue.THREE,
    reason=AppealReason.OTHER,
    words="",
    state=AppealState.OPEN,
)


@pytest.mark.parametrize("rules", Preset)
def test_three_calendar_days_after_the_day_of_noticing(rules: Preset) -> None:
    # A Sunday among them moves nothing: these are calendar days (REG-7).
    term = appeal_term(preset(rules), NOTICED, MOSCOW)
    assert term.last_day == date(2026, 10, 18)
    assert not term.is_over(local(date(2026, 10, 18), 23, 59), MOSCOW)
    assert term.is_over(local(date(2026, 10, 19), 0), MOSCOW)


def test_the_clause_is_cited_where_the_text_has_one() -> None:
    assert appeal_term(preset(Preset.MOSCOW_REGION), NOTICED, MOSCOW).clause == "003 Е-1"
    assert appeal_term(preset(Preset.ANTSIR), NOTICED, MOSCOW).clause == ""


def test_noticed_at_the_end_of_a_day_is_noticed_on_that_day_of_the_school() -> None:
    late = datetime.fromisoformat("2026-10-15T20:59:00+00:00")
    assert appeal_term(preset(Preset.SGO), late, MOSCOW).last_day == date(2026, 10, 18)
    later = late + timedelta(minutes=1)
    assert appeal_term(preset(Preset.SGO), later, MOSCOW).last_day == date(2026, 10, 19)


def test_the_answer_is_due_as_long_after() -> None:
    assert answer_due(NOTICED, MOSCOW) == local(date(2026, 10, 19), 0)


@pytest.mark.parametrize(
    ("known", "recorded_at", "sent_at", "code"),
    [
        (None, NOTICED, NOTICED + timedelta(days=3), ""),
        (None, NOTICED, NOTICED + timedelta(days=4), "appeal-late"),
        (APPEAL, NOTICED, NOTICED, "appeal-open"),
        (replace(APPEAL, state=AppealState.FORWARDED), NOTICED, NOTICED, "appeal-open"),
        (replace(APPEAL, state=AppealState.EXPLAINED, answered_at=NOTICED), NOTICED, NOTICED, "appeal-explained"),
        (replace(APPEAL, state=AppealState.CORRECTED, answered_at=NOTICED), NOTICED, NOTICED, "appeal-corrected"),
        # What was written after the answer is another mark.
        (
            replace(APPEAL, state=AppealState.CORRECTED, answered_at=NOTICED),
            NOTICED + timedelta(hours=1),
            NOTICED + timedelta(hours=2),
            "",
        ),
    ],
)
def test_when_a_question_may_be_asked(
    known: Appeal | None, recorded_at: datetime, sent_at: datetime, code: str
) -> None:
    term = appeal_term(preset(Preset.MOSCOW_REGION), NOTICED, MOSCOW)
    if not code:
        may_file(term, MOSCOW, sent_at, known, recorded_at)
        return
    with pytest.raises(Refusal) as refused:
        may_file(term, MOSCOW, sent_at, known, recorded_at)
    assert refused.value.code == code


@pytest.mark.parametrize("state", AppealState)
@pytest.mark.parametrize("wanted", AppealState)
def test_states_follow_each_other_one_way(state: AppealState, wanted: AppealState) -> None:
    appeal = replace(APPEAL, state=state)
    if wanted in NEXT_STATES[state]:
        may_become(appeal, wanted)
        return
    with pytest.raises(Refusal if state.ended else Stale):
        may_become(appeal, wanted)


def test_a_correction_ends_it_wherever_it_stands() -> None:
    open_ones = [state for state in AppealState if not state.ended]
    assert all(AppealState.CORRECTED in NEXT_STATES[state] for state in open_ones)


DEPUTY, OTHER, HEAD, ADMIN = (PersonId(number) for number in range(11, 15))


def _official(person: PersonId, role: Role, *grades: int, entered: bool = True) -> Official:
    return Official(person, role, frozenset(grades), entered)


@pytest.mark.parametrize(
    ("officials", "hears", "watched"),
    [
        (
            [_official(DEPUTY, Role.DEPUTY, 7), _official(OTHER, Role.DEPUTY, 1), _official(HEAD, Role.HEAD)],
            DEPUTY,
            True,
        ),
        ([_official(OTHER, Role.DEPUTY, 1), _official(HEAD, Role.HEAD)], OTHER, False),
        # Who has not come in cannot be told: the next who can is.
        ([_official(DEPUTY, Role.DEPUTY, 7, entered=False), _official(OTHER, Role.DEPUTY, 1)], OTHER, False),
        ([_official(DEPUTY, Role.DEPUTY, 7, entered=False), _official(HEAD, Role.HEAD)], HEAD, False),
        ([_official(HEAD, Role.HEAD), _official(ADMIN, Role.ADMINISTRATOR)], HEAD, False),
        ([_official(ADMIN, Role.ADMINISTRATOR)], ADMIN, False),
        # Nobody has come in: it waits for whoever it is meant for.
        ([_official(DEPUTY, Role.DEPUTY, 7, entered=False), _official(HEAD, Role.HEAD, entered=False)], DEPUTY, False),
        ([], None, False),
    ],
)
def test_a_question_passed_on_reaches_somebody(
    officials: list[Official], hears: PersonId | None, watched: bool
) -> None:
    assert list(who_hears(officials, 7)) == ([hears] if hears else [])
    assert has_deputy(officials, 7) is watched
