"""What a week of marks shows to somebody who looks (BEY-5); an ordinary day shows nothing."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.model.attendance import Presence
from core.model.ids import LessonId, PersonId
from core.model.slip import MarkDeed, Seat, Slip, SlipKind
from core.rules.slips import BURST_CHANGES, FIVES, slips
from tests.world import MOSCOW, local

DAY = date(2026, 10, 15)
NOON = local(DAY, 12)


def deed(number: int, at: datetime, before: str | None = None, after: str | None = "4", **more: object) -> MarkDeed:
    values: dict[str, object] = {"person": PersonId(1), "lesson": LessonId(1), "student": PersonId(100 + number)}
    return MarkDeed(seq=number, at=at, before=before, after=after, **(values | more))  # type: ignore[arg-type]


def kinds(found: Iterable[Slip]) -> list[SlipKind]:
    return [slip.kind for slip in found]


def test_an_ordinary_lesson_shows_nothing() -> None:
    marks = [deed(at, NOON + timedelta(seconds=20 * at), after=str(2 + at % 4)) for at in range(25)]
    assert slips(marks, [], MOSCOW) == []


def test_a_burst_of_corrections_is_one_line_however_long() -> None:
    edits = [deed(at, NOON + timedelta(seconds=6 * at), before="3", after="5") for at in range(456)]
    (slip,) = slips(edits, [], MOSCOW)
    assert (slip.kind, slip.count, len(slip.students)) == (SlipKind.BURST, 456, 456)


def test_fewer_or_slower_corrections_are_none() -> None:
    fewer = [deed(at, NOON + timedelta(seconds=at), before="3") for at in range(BURST_CHANGES - 1)]
    slower = [deed(at, NOON + timedelta(minutes=at), before="3") for at in range(BURST_CHANGES)]
    others = [
        deed(at, NOON + timedelta(seconds=at), before="3", person=PersonId(at % 2)) for at in range(BURST_CHANGES)
    ]
    assert [slips(some, [], MOSCOW) for some in (fewer, slower, others)] == [[], [], []]


def test_two_bursts_far_apart_are_two() -> None:
    first = [deed(at, NOON + timedelta(seconds=at), before="3") for at in range(20)]
    second = [deed(50 + at, NOON + timedelta(hours=2, seconds=at), before="3") for at in range(20)]
    assert [slip.count for slip in slips(first + second, [], MOSCOW)] == [20, 20]


def test_all_fives_within_a_minute() -> None:
    fives = [deed(at, NOON + timedelta(seconds=5 * at), after="5") for at in range(FIVES)]
    assert kinds(slips(fives, [], MOSCOW)) == [SlipKind.ALL_FIVES]
    mixed = [*fives[:5], deed(99, NOON + timedelta(seconds=22), after="3"), *fives[5:]]
    assert slips(mixed, [], MOSCOW) == []
    apart = [deed(at, NOON + timedelta(seconds=9 * at), after="5") for at in range(FIVES)]
    assert slips(apart, [], MOSCOW) == []


def test_a_night_is_one_line_across_midnight() -> None:
    night = [deed(1, local(DAY, 23, 30)), deed(2, local(date(2026, 10, 16), 1)), deed(3, local(DAY, 22, 59))]
    (slip,) = slips(night, [], MOSCOW)
    assert (slip.kind, slip.seqs) == (SlipKind.NIGHT, (1, 2))


def test_marks_after_the_period_mark() -> None:
    settled = NOON - timedelta(hours=1)
    before, after = deed(1, settled - timedelta(hours=1), settled_at=settled), deed(2, NOON, settled_at=settled)
    (slip,) = slips([before, after], [], MOSCOW)
    assert (slip.kind, slip.seqs) == (SlipKind.AFTER_FINAL, (2,))


def test_a_mark_for_somebody_absent_unless_it_was_taken_back() -> None:
    given_ = deed(1, NOON, presence=Presence.ILL)
    assert kinds(slips([given_], [], MOSCOW)) == [SlipKind.ABSENT_MARKED]
    back = deed(2, NOON + timedelta(minutes=1), "4", None, student=given_.student, presence=Presence.ILL)
    assert slips([given_, back], [], MOSCOW) == []
    assert slips([deed(1, NOON, presence=Presence.LATE)], [], MOSCOW) == []
    assert slips([deed(1, NOON, after="exempt", presence=Presence.ABSENT)], [], MOSCOW) == []


def seats(*presences: Presence, day: date = DAY) -> list[Seat]:
    return [
        Seat(PersonId(7), LessonId(number), day, number, PersonId(number), presence)
        for number, presence in enumerate(presences, 1)
    ]


def test_there_and_not_there_and_there() -> None:
    here, gone, ill = Presence.PRESENT, Presence.ABSENT, Presence.ILL
    (slip,) = slips([], seats(here, gone, here, here), MOSCOW)
    assert (slip.kind, slip.person, slip.lessons) == (SlipKind.ON_AND_OFF, 2, (2,))
    for quiet in ((here, here, gone), (gone, here), (here, ill, here), (here, gone, gone, here), (gone,)):
        assert slips([], seats(*quiet), MOSCOW) == []


def test_days_are_not_mixed() -> None:
    here, gone = Presence.PRESENT, Presence.ABSENT
    assert slips([], [*seats(here, gone), *seats(here, day=date(2026, 10, 16))], MOSCOW) == []


@given(st.lists(st.tuples(st.integers(0, 40_000), st.booleans(), st.integers(1, 3)), max_size=60))
def test_a_burst_holds_only_what_lies_close(spans: list[tuple[int, bool, int]]) -> None:
    start = datetime(2026, 10, 15, 6, tzinfo=UTC)
    deeds = [
        deed(at, start + timedelta(seconds=seconds), before="3" if edit else None, person=PersonId(who))
        for at, (seconds, edit, who) in enumerate(spans)
    ]
    found = [slip for slip in slips(deeds, [], MOSCOW) if slip.kind is SlipKind.BURST]
    by_seq = {each.seq: each for each in deeds}
    for slip in found:
        times = sorted(by_seq[seq].at for seq in slip.seqs)
        assert slip.count >= BURST_CHANGES
        assert all(by_seq[seq].person == slip.person and by_seq[seq].before for seq in slip.seqs)
        assert all(
            late - early <= timedelta(minutes=10)
            for early, late in zip(times, times[BURST_CHANGES - 1 :], strict=False)
            if times.index(early) == 0
        )
