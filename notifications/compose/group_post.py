"""One post for a class's group: changed lessons, homework, events; no child's name, no mark, no absence (NTF-0)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from core.model.ids import HomeworkId, KlassId, LessonId
from core.model.lesson_change import ChangeKind, Placement
from core.model.school_event import PlannedEvent
from core.rules.group_posts import names_somebody
from core.rules.lesson_changes import differences, is_over, pack, placement, unpack
from core.rules.school_events import CANCELLED, unpack_days
from core.rules.school_events import is_over as has_passed
from core.storage.queries import group_posts, lesson_changes, letters, school_events
from core.storage.queries.group_posts import DueGroup, DuePost
from core.storage.queries.lesson_changes import ChangedFact
from core.storage.queries.letters import HomeworkFact
from core.storage.work import Work
from locales import Markup, Translator
from locales.dates import day_short, relative_day
from locales.occasions import occasion
from notifications.compose.context import fitted
from notifications.compose.homework import WITHDRAWN, print_of
from notifications.compose.school_events import code_of
from notifications.letter import LetterKind
from notifications.policy import is_over as is_past


@dataclass(frozen=True, slots=True)
class Facts:
    """What groups may be told of, and the names that none of them may read."""

    changes: Mapping[LessonId, ChangedFact]
    homework: Mapping[HomeworkId, HomeworkFact]
    events: Mapping[int, PlannedEvent]
    names: Mapping[KlassId, frozenset[str]]


@dataclass(frozen=True, slots=True)
class GroupPost:
    """A post, None where nothing is left to tell, and what it tells row by row."""

    text: Markup | None
    told: tuple[tuple[int, str | None], ...]


@dataclass(frozen=True, slots=True)
class _Reader:
    """A group that reads: its language, its names, the day and the instant."""

    tr: Translator
    names: frozenset[str]
    today: date
    now: datetime

    def may_read(self, *texts: str) -> bool:
        return not any(names_somebody(text, self.names) for text in texts)


async def read(work: Work, groups: Iterable[DueGroup]) -> Facts:
    """Read what is due to be told; as many statements as there are kinds."""
    groups = list(groups)
    ids = {kind: {post.subject for group in groups for post in group.posts if post.kind == kind} for kind in _KINDS}
    klasses = {group.klass for group in groups}
    return Facts(
        await work.run(lesson_changes.told_of, ids[LetterKind.LESSON_CHANGE]),
        await work.run(letters.homework, ids[LetterKind.HOMEWORK]),
        await work.run(school_events.some, ids[LetterKind.SCHOOL_EVENT]),
        await work.run(group_posts.names, klasses),
    )


def compose_post(group: DueGroup, facts: Facts, tr: Translator, today: date, now: datetime) -> GroupPost:
    """Give everything that is new to a group as one post, as it is now."""
    reader = _Reader(tr, facts.names.get(group.klass, frozenset()), today, now)
    lines: list[Markup] = []
    told: list[tuple[int, str | None]] = []
    for post in group.posts:
        known = group.told.get((post.kind, post.subject))
        found = _KINDS[post.kind](reader, post, facts, known) if post.kind in _KINDS else None
        told.append((post.id, found[1] if found else None))
        if found:
            lines.append(found[0])
    if not lines:
        return GroupPost(None, tuple(told))
    return GroupPost(fitted(tr, tr("group-post-title", klass=group.name), lines, tr("group-post-more")), tuple(told))


_Line = tuple[Markup, str]


def _change(reader: _Reader, post: DuePost, facts: Facts, known: str | None) -> _Line | None:
    fact = facts.changes.get(LessonId(post.subject))
    if fact is None:
        return None
    since = [before for at, before in fact.before if at >= post.happened_at]
    before = unpack(known) if known else since[0] if since else None
    after = placement(fact.facts.lesson)
    if before is None or not differences(before, after):
        return None
    if is_over(fact.facts.lesson, reader.now) and before.day <= reader.today:
        return None
    tr, lesson = reader.tr, fact.facts
    said = [_what(reader, kind, after) for kind in differences(before, after)]
    # A subgroup may be called by its teacher's or its best pupil's name.
    shown = lesson.subgroup and reader.may_read(lesson.subgroup)
    line = tr(
        "group-post-change",
        subject=lesson.subject,
        group=tr("group-post-subgroup", name=lesson.subgroup) if shown else "",
        day=day_short(tr, before.day),
        number=before.number,
        what=Markup("; ".join(said)),
    )
    return line, pack(after)


def _what(reader: _Reader, kind: ChangeKind, after: Placement) -> Markup:
    """Who substitutes is the families' to know: grown-ups' names stand in no group either."""
    tr = reader.tr
    if kind is ChangeKind.MOVED:
        return tr("changes-said-moved", day=day_short(tr, after.day), number=after.number)
    if kind is ChangeKind.SUBSTITUTED:
        return tr("group-post-substituted" if after.substitute else "group-post-own-teacher")
    if kind is ChangeKind.ROOM:
        known = after.room if after.room and reader.may_read(after.room) else ""
        return tr("changes-said-room", room=known) if known else tr("group-post-room")
    return tr(f"changes-said-{kind.value}")


def _homework(reader: _Reader, post: DuePost, facts: Facts, known: str | None) -> _Line | None:
    fact = facts.homework.get(HomeworkId(post.subject))
    if fact is None or fact.personal or is_past(fact.due_on, reader.today):
        return None
    code = WITHDRAWN if fact.withdrawn else print_of(fact)
    if code == (known or WITHDRAWN):
        return None
    tr = reader.tr
    until = relative_day(tr, fact.due_on, reader.today) if fact.due_on else tr.plain("group-post-no-day")
    if fact.withdrawn:
        return tr("group-post-homework-withdrawn", subject=fact.subject, until=until), code
    if not fact.text or not reader.may_read(fact.text):
        return tr("group-post-homework-in-diary", subject=fact.subject, until=until), code
    name = "group-post-homework-files" if fact.files else "group-post-homework"
    return tr(name, subject=fact.subject, until=until, text=fact.text), code


def _event(reader: _Reader, post: DuePost, facts: Facts, known: str | None) -> _Line | None:
    event = facts.events.get(post.subject)
    if event is None or has_passed(event.plan, reader.today) or event.audience not in ("", "all"):
        return None
    code, plan, tr = code_of(event), event.plan, reader.tr
    if code == (known or CANCELLED):
        return None
    when = occasion(tr, plan.day, plan.last, plan.at)
    if not reader.may_read(plan.name, plan.place, plan.words, plan.bring):
        return tr("group-post-event-in-diary", when=when), code
    if event.cancelled:
        return tr("group-post-event-cancelled", name=plan.name, when=when), code
    moved = known not in (None, CANCELLED) and unpack_days(str(known)) != (plan.day, plan.last, plan.at)
    place = Markup(f" · {tr('events-place', place=plan.place)}") if plan.place else Markup("")
    bring = Markup(f"\n{tr('events-bring', bring=plan.bring)}") if plan.bring else Markup("")
    name = "group-post-event-moved" if moved else "group-post-event"
    return tr(name, name=plan.name, when=when, place=place, bring=bring), code


_KINDS = {
    LetterKind.LESSON_CHANGE.value: _change,
    LetterKind.HOMEWORK.value: _homework,
    LetterKind.SCHOOL_EVENT.value: _event,
}
