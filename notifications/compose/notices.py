"""Notices of the class teacher and the school, each child's week filled in as it stands when it leaves (CLS-3)."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.model.ids import NoticeId, PersonId
from core.model.notice import TOLD as MAY_BE_TOLD
from core.model.notice import Author, ChildWeek, Notice, NoticeState
from core.rules.notices import look, marks_by_subject, missed_by_day, remarks_told, week_days
from core.storage.gateways.outbox import Draft, Item
from core.storage.queries import letters
from core.storage.queries import notices as query
from core.storage.queries.child_weeks import child_weeks
from core.storage.queries.letters import Head
from core.storage.work import Work
from locales import Markup, Translator
from locales.dates import day_range, moment
from locales.notices import child_week, notice_body, notice_title
from notifications.compose.context import Context, Section, head_line
from notifications.letter import Act, Letter, LetterButton, LetterFile, LetterKind

TOLD = "1"
_CLIP = 400
"""So much of a notice stands in an evening's digest; a button opens the whole of it."""
_KINDS = (LetterKind.NOTICE, LetterKind.NOTICE_URGENT, LetterKind.NOTICE_STAFF, LetterKind.NOTICE_REMINDER)


@dataclass(frozen=True, slots=True)
class Facts:
    """Notices of a batch: who speaks, which children of a reader they are for, each child's week, who has read."""

    notices: Mapping[NoticeId, Notice]
    authors: Mapping[PersonId, Author]
    children: Mapping[tuple[NoticeId, PersonId], tuple[PersonId, ...]]
    weeks: Mapping[tuple[NoticeId, PersonId], ChildWeek]
    read: Mapping[tuple[NoticeId, PersonId], datetime]
    heads: Mapping[PersonId, Head]


async def facts_of(work: Work, drafts: Sequence[Draft]) -> Facts:
    """Read what a batch needs; as many statements as it has weeks, and a handful more."""
    ids = {item.subject for draft in drafts for item in draft.items if item.kind in _KINDS}
    people = {draft.person for draft in drafts if draft.person}
    found = await work.run(query.notices, ids)
    names = await work.run(query.authors, {notice.author for notice in found.values()})
    authors = {notice.author: Author(names[notice.author], notice.role) for notice in found.values()}
    children: dict[tuple[NoticeId, PersonId], list[PersonId]] = defaultdict(list)
    for notice, person, student in await work.run(query.children_of, ids, people):
        children[notice, person].append(student)
    return Facts(
        found,
        authors,
        {place: tuple(students) for place, students in children.items()},
        await _weeks(work, found, drafts),
        await work.run(query.read_times, ids),
        await work.run(letters.heads, {student for some in children.values() for student in some}),
    )


async def _weeks(
    work: Work, found: Mapping[NoticeId, Notice], drafts: Sequence[Draft]
) -> dict[tuple[NoticeId, PersonId], ChildWeek]:
    students = {draft.student for draft in drafts if draft.student}
    words = await work.run(query.words, list(found), students)
    weeks: dict[tuple[NoticeId, PersonId], ChildWeek] = {}
    for notice in found.values():
        if notice.week is None:
            continue
        for student, week in (await work.run(child_weeks, students, *week_days(notice.week))).items():
            weeks[notice.id, student] = week.said(words.get((notice.id, student), ""))
    return weeks


async def section_of(work: Work, drafts: Sequence[Draft], ids: set[int]) -> Callable[[Context, Draft], Section | None]:
    """Read the notices of a batch; gives what makes a section of each letter."""
    if not ids:
        return lambda _ctx, _draft: None
    facts = await facts_of(work, drafts)
    return lambda ctx, draft: section(ctx, draft, facts)


def section(ctx: Context, draft: Draft, facts: Facts) -> Section | None:
    """Give the notices that still stand; None when all were recalled, or stopped before this letter left."""
    asked = list(ctx.items(draft, LetterKind.NOTICE))
    told = [(item, notice) for item in asked if (notice := _standing(item, facts)) is not None]
    if not told or draft.student is None:
        return None
    digested = draft.kind == LetterKind.DIGEST.value
    act = Act.OPEN_NOTICE if digested else Act.READ_NOTICE
    unread = [notice for _, notice in told if digested or (notice.id, draft.student) not in facts.read]
    return Section(
        lines=tuple(_words(ctx, draft, notice, facts, clip=_CLIP if digested else None) for _, notice in told),
        told=tuple((item.id, TOLD) for item, _ in told),
        buttons=tuple(LetterButton(f"announce-button-{_LABELS[act]}", act, (notice.id,)) for notice in unread),
        files=() if digested else tuple(file for _, notice in told for file in _files(notice)),
    )


_LABELS = {Act.OPEN_NOTICE: "open", Act.READ_NOTICE: "read"}


def _standing(item: Item, facts: Facts) -> Notice | None:
    """What was stopped stands where it had arrived."""
    notice = facts.notices.get(NoticeId(item.subject))
    if notice is None or notice.state not in MAY_BE_TOLD:
        return None
    return None if notice.state is NoticeState.STOPPED and item.told is None else notice


def _files(notice: Notice) -> tuple[LetterFile, ...]:
    return tuple(LetterFile(file.kind, file.file_id) for file in notice.files)


def _words(ctx: Context, draft: Draft, notice: Notice, facts: Facts, *, clip: int | None = None) -> Markup:
    tr, zone = ctx.words(draft), ctx.year(draft).school.zone
    text = notice.text if clip is None or len(notice.text) <= clip else f"{notice.text[: clip - 1].rstrip()}…"
    edited = moment(tr, notice.edited_at, zone, ctx.today(draft)) if notice.edited_at else ""
    week = facts.weeks.get((notice.id, draft.student)) if draft.student else None
    blocks = _week(tr, week) if week else ()
    title = _title(tr, notice, facts)
    others = _others(tr, draft, notice, facts)
    title = Markup(f"{title}\n{others}") if others else title
    return notice_body(tr, title, text, blocks, len(notice.files) if clip else 0, edited)


def _others(tr: Translator, draft: Draft, notice: Notice, facts: Facts) -> Markup | None:
    """The same words come once to a parent of two: the first line has one child, this one the others."""
    if draft.person is None or notice.week is not None:
        return None
    children = facts.children.get((notice.id, draft.person), ())
    heads = [facts.heads[child] for child in children if child != draft.student and child in facts.heads]
    named = [tr("announce-child", name=head.name.spoken, klass=head.klass or "none") for head in heads]
    return tr("announce-also", names=Markup(", ".join(named))) if named else None


def _title(tr: Translator, notice: Notice, facts: Facts) -> Markup:
    author = facts.authors[notice.author]
    days = day_range(tr, *week_days(notice.week)) if notice.week else ""
    return notice_title(tr, look(notice), days, author.role.value, author.name.initials)


def _week(tr: Translator, week: ChildWeek) -> Sequence[Markup]:
    marks, missed = marks_by_subject(week), missed_by_day(week)
    return child_week(tr, marks, missed, remarks_told(week), week.word, unmarked=week.unmarked)


def openings(draft: Draft) -> list[LetterButton]:
    """Give the buttons that open the notices of a letter which may not say what they are."""
    items = (item for item in draft.items if item.kind in _KINDS)
    return [LetterButton("announce-button-open", Act.OPEN_NOTICE, (item.subject,)) for item in items]


async def read(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> Callable[[Context, Draft], Letter | None]:
    """Read the notices of a batch that are letters of their own; gives what makes a letter of each draft."""
    facts = await facts_of(work, drafts)
    return lambda ctx, draft: letter(ctx, draft, facts)


def letter(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    """Give an urgent notice, one to the staff, or a reminder; None when it stands no more, or was read meanwhile."""
    item = next(iter(draft.items), None)
    notice = _standing(item, facts) if item else None
    if item is None or notice is None:
        return None
    reminds = draft.kind == LetterKind.NOTICE_REMINDER.value
    known_by = draft.student or draft.person
    is_read = known_by is not None and (notice.id, known_by) in facts.read
    if reminds and is_read:
        return None
    words = _reminder(ctx, draft, notice, facts) if reminds else _words(ctx, draft, notice, facts)
    buttons = [LetterButton("announce-button-read", Act.READ_NOTICE, (notice.id,))] if not is_read else []
    if reminds:
        buttons.append(LetterButton("announce-button-open", Act.OPEN_NOTICE, (notice.id,)))
    return Letter(
        text=Markup(f"{_head(ctx, draft)}\n{words}"),
        buttons=(tuple(buttons),) if buttons else (),
        told=((item.id, TOLD),),
        files=() if reminds else _files(notice),
    )


def _head(ctx: Context, draft: Draft) -> Markup:
    if draft.student is None:
        return ctx.words(draft)("announce-head-staff", school=ctx.year(draft).school.short_name)
    return head_line(ctx.words(draft), ctx.heads.get(draft.student))


def _reminder(ctx: Context, draft: Draft, notice: Notice, facts: Facts) -> Markup:
    tr, zone = ctx.words(draft), ctx.year(draft).school.zone
    sent = moment(tr, notice.sent_at or ctx.now, zone, ctx.today(draft))
    return tr("announce-reminder", moment=sent, title=_title(tr, notice, facts), text=_clipped(notice))


def _clipped(notice: Notice) -> str:
    return notice.text if len(notice.text) <= _CLIP else f"{notice.text[: _CLIP - 1].rstrip()}…"


_Make = Callable[[Context, Draft], Letter | None]
READERS: Mapping[LetterKind, Callable[[Work, Context, Sequence[Draft]], Awaitable[_Make]]] = dict.fromkeys(
    (LetterKind.NOTICE_URGENT, LetterKind.NOTICE_STAFF, LetterKind.NOTICE_REMINDER), read
)
