"""Whatever happens, however choices change meanwhile: all is told, and never before it is ripe (NTF-2, NTF-3)."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from core.model.events import Event, EventKind
from core.model.ids import AccountId, EventId, LetterId, PersonId, SchoolId
from core.model.preferences import Hours, Preferences, Quiet, Telling
from core.model.school import EditWindow, Preset, PublicationWindow, School
from core.regulation.overlay import effective
from core.rules.calendar import SchoolCalendar, local_day
from core.storage.queries.audience import Waiting
from core.usecases.duties import SchoolYear
from notifications.addressing import Addressed
from notifications.letter import LetterKind
from notifications.merging import Merging
from notifications.policy import MANNERS, TOPICS

MOSCOW = ZoneInfo("Europe/Moscow")
SCHOOL, ACCOUNT, PARENT, CHILD = SchoolId(1), AccountId(1), PersonId(2), PersonId(3)
GRACE = timedelta(minutes=5)
KINDS = (EventKind.MARK, EventKind.HOMEWORK, EventKind.REMARK, EventKind.PERIOD_MARK)


def _year(publication: PublicationWindow | None) -> SchoolYear:
    first, last = date(2026, 9, 1), date(2027, 5, 31)
    school = School(
        id=SCHOOL,
        name="Школа № 5",
        short_name="Школа № 5",
        zone=MOSCOW,
        year_start=first,
        year_end=last,
        preset=Preset.MOSCOW_REGION,
        edit_window=EditWindow.MONTH,
        week_days=5,
        round_up_from=Decimal("0.5"),
        grace=GRACE,
        publication=publication,
    )
    return SchoolYear(school, SchoolCalendar([], 5, first, last), effective(school.preset, ()))


@dataclass
class Step:
    """Something happens to one of a few things, so many minutes after the step before, told as chosen then."""

    minutes: int
    kind: EventKind
    subject: int
    telling: Telling
    hours: Hours


@dataclass
class Kept:
    """A letter of the outbox."""

    kind: str
    created_at: datetime
    due_at: datetime
    items: set[tuple[str, int]] = field(default_factory=set)


HOURS = st.sampled_from(
    [Hours(), Hours(None, time(21)), Hours(Quiet(time(19), time(7)), time(18)), Hours(digest=time(17))]
)
STEPS = st.lists(
    st.builds(
        Step,
        st.one_of(st.integers(0, 8), st.integers(0, 900)),
        st.sampled_from(KINDS),
        st.integers(1, 3),
        st.sampled_from([Telling.NOW, Telling.DIGEST]),
        HOURS,
    ),
    min_size=1,
    max_size=12,
)


@dataclass
class Outbox:
    """What waits, what was sent, and when each thing was touched last."""

    year: SchoolYear
    waiting: dict[int, Kept] = field(default_factory=dict)
    sent: list[Kept] = field(default_factory=list)
    touched: dict[tuple[str, int], datetime] = field(default_factory=dict)

    def until(self, now: datetime) -> None:
        """Send what is due before an instant; nothing may tell of what is not ripe."""
        for key, letter in sorted(self.waiting.items(), key=lambda pair: pair[1].due_at):
            if letter.due_at < now:
                for item in letter.items:
                    assert letter.due_at >= self.touched[item] + GRACE, (letter, item)
                self.sent.append(self.waiting.pop(key))

    def happen(self, step: Step, now: datetime, number: int) -> None:
        """Publish one event."""
        item = (step.kind.value, step.subject)
        event = Event(step.kind, SCHOOL, step.subject, now, student=CHILD, id=EventId(number))
        topic = TOPICS[LetterKind(step.kind)]
        chosen = Preferences({ACCOUNT: step.hours}, {(ACCOUNT, CHILD): {topic: step.telling}})
        known = [
            Waiting(LetterId(key), ACCOUNT, CHILD, each.kind, each.created_at, each.due_at, frozenset(each.items))
            for key, each in sorted(self.waiting.items())
        ]
        merging = Merging(self.year, chosen, known, frozenset())
        merging.add(Addressed(event, ACCOUNT, PARENT, CHILD))
        self.touched[item] = now
        for letter in merging.new():
            self.waiting[number] = Kept(letter.kind, letter.created_at, letter.due_at, set(letter.items))
        for key, kind, subject in merging.added():
            self.waiting[key].items.add((kind, subject))
        for dropped, kind, subject in merging.dropped():
            self.waiting[dropped].items.discard((kind, subject))
        for moved, due, _ in merging.postponed():
            self.waiting[moved].due_at = due


@given(STEPS, st.sampled_from([None, PublicationWindow(time(16, 30), time(19))]))
def test_everything_is_told_when_it_is_ripe(steps: list[Step], publication: PublicationWindow | None) -> None:
    outbox = Outbox(_year(publication))
    now = datetime(2026, 10, 15, 9, tzinfo=MOSCOW).astimezone(UTC)
    for number, step in enumerate(steps, 1):
        now += timedelta(minutes=step.minutes)
        outbox.until(now)
        outbox.happen(step, now, number)
    outbox.until(now + timedelta(days=10))
    assert not outbox.waiting
    for item, touched in outbox.touched.items():
        assert any(item in letter.items and letter.due_at >= touched + GRACE for letter in outbox.sent), item
    for letter in outbox.sent:
        here = letter.due_at.astimezone(MOSCOW)
        assert letter.kind != LetterKind.DIGEST or time(17) <= here.time() <= time(21)
        if publication and letter.items and {kind for kind, _ in letter.items} == {EventKind.MARK.value}:
            assert publication.opens <= here.time() <= publication.closes


@given(STEPS)
def test_an_evening_brings_one_digest(steps: list[Step]) -> None:
    outbox = Outbox(_year(None))
    now = datetime(2026, 10, 15, 9, tzinfo=MOSCOW).astimezone(UTC)
    for number, step in enumerate(steps, 1):
        step.hours = Hours()
        now += timedelta(minutes=step.minutes)
        outbox.until(now)
        outbox.happen(step, now, number)
    outbox.until(now + timedelta(days=10))
    evenings = [local_day(each.due_at, MOSCOW) for each in outbox.sent if each.kind == LetterKind.DIGEST and each.items]
    assert len(evenings) == len(set(evenings))


def test_every_kind_for_families_can_be_chosen_of() -> None:
    assert {kind for kind in MANNERS if MANNERS[kind].grace and LetterKind(kind) in TOPICS} >= {
        LetterKind(kind) for kind in KINDS
    }
