"""Messages of families and of the staff, as letters to the other side; complaints about threads (DIA-12)."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.model.ids import ComplaintId, ThreadId
from core.model.thread import Complaint, Message, Talk, ThreadSide
from core.rules.threads import answer_at
from core.storage.gateways.outbox import Draft
from core.storage.queries import threads as query
from core.storage.work import Work
from locales import Markup, Translator
from locales.posts import post, relation, said
from notifications.compose.context import Context, Section, fitted, head_line
from notifications.letter import Act, Letter, LetterButton, LetterFile, LetterKind

_Make = Callable[[Context, Draft], Letter | None]
_Reader = Callable[[Work, Context, Sequence[Draft]], Awaitable[_Make]]


@dataclass(frozen=True, slots=True)
class Facts:
    """Threads of a batch, and what each side has not read."""

    talks: Mapping[ThreadId, Talk]
    fresh: Mapping[tuple[ThreadId, ThreadSide], Sequence[Message]]


async def _facts(work: Work, ids: set[int]) -> Facts:
    if not ids:
        return Facts({}, {})
    # The day decides about the staff's side only within hours of midnight: a thread is closed by whoever opens it.
    talks = await work.run(query.talks, ids, work.now.date())
    return Facts(talks, await work.run(query.fresh, list(talks)))


async def section_of(work: Work, _drafts: Sequence[Draft], ids: set[int]) -> Callable[[Context, Draft], Section | None]:
    """Read the threads of letters to families; gives what makes the part of each letter."""
    facts = await _facts(work, ids)
    return lambda ctx, draft: section(ctx, draft, facts)


def section(ctx: Context, draft: Draft, facts: Facts) -> Section | None:
    """Give what the staff wrote and the family has neither read nor been told; None when there is nothing of it."""
    tr, alone = ctx.words(draft), draft.kind == LetterKind.MESSAGE.value
    found = list(_news(ctx, draft, facts, ThreadSide.FAMILY))
    if not found:
        return None
    return Section(
        lines=tuple(line for _, talk, news in found for line in _lines(tr, _staff(tr, talk), news)),
        told=tuple((item, str(news[-1].id)) for item, _, news in found),
        buttons=tuple(button for _, talk, _ in found for button in _buttons(talk)),
        closing=tr("message-letter-how") if alone and len(found) == 1 else None,
        files=tuple(file for _, _, news in found for file in _files(news)) if alone else (),
    )


def _news(ctx: Context, draft: Draft, facts: Facts, side: ThreadSide) -> Iterator[tuple[int, Talk, Sequence[Message]]]:
    kind = LetterKind.MESSAGE if side is ThreadSide.FAMILY else LetterKind.MESSAGE_STAFF
    for item in ctx.items(draft, kind):
        talk, before = facts.talks.get(ThreadId(item.subject)), ctx.before(draft, item)
        last = int(before.value) if before else 0
        news = [each for each in facts.fresh.get((ThreadId(item.subject), side), ()) if each.id > last]
        if talk is not None and news:
            yield item.id, talk, news


def _lines(tr: Translator, person: Markup, news: Sequence[Message]) -> Iterator[Markup]:
    many = len(news) > 1
    yield tr("message-letter-many", person=person, count=len(news)) if many else tr("message-letter", person=person)
    for each in news:
        yield said(tr, each.text, (each.file.kind.value, each.file.name) if each.file else None)


def _staff(tr: Translator, talk: Talk) -> Markup:
    words = post(tr, talk.role.value, talk.contact.subjects if talk.contact else ())
    return tr("message-person", name=talk.staff.full, post=words)


def _relative(tr: Translator, talk: Talk) -> Markup:
    one = talk.relative
    return tr("message-person", name=one.name.full, post=relation(tr, one.relation, one.sex.value, own=one.own))


def _buttons(talk: Talk) -> tuple[LetterButton, LetterButton]:
    key = (talk.thread.id,)
    return (
        LetterButton("message-button-answer", Act.ANSWER_MESSAGE, key),
        LetterButton("message-button-open", Act.OPEN_THREAD, key),
    )


def _files(news: Sequence[Message]) -> Iterator[LetterFile]:
    yield from (LetterFile(each.file.kind, each.file.file_id) for each in news if each.file)


async def _to_staff(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    facts = await _facts(work, {item.subject for draft in drafts for item in draft.items})
    return lambda ctx, draft: letter(ctx, draft, facts)


def letter(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    """Give what a family wrote; None when it was read, or the thread is muted or not the reader's any more (ACC-7).

    Out of working hours it does not ring.
    """
    found = next(_news(ctx, draft, facts, ThreadSide.STAFF), None)
    if found is None or found[1].thread.muted or found[1].contact is None:
        return None
    item, talk, news = found
    tr, year = ctx.words(draft), ctx.year(draft)
    return Letter(
        fitted(tr, _head(tr, talk), _lines(tr, _relative(tr, talk), news), tr("message-letter-how")),
        (_buttons(talk),),
        told=((item, str(news[-1].id)),),
        silent=answer_at(ctx.now, year.calendar, year.school.zone) is not None,
        files=tuple(_files(news)),
    )


def _head(tr: Translator, talk: Talk) -> Markup:
    if not talk.klass:
        return tr("notice-head-no-class", name=talk.student.spoken)
    return tr("notice-head", klass=talk.klass, name=talk.student.spoken)


async def _complaints(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    found = await work.run(query.complaints, {item.subject for draft in drafts for item in draft.items})
    facts = await _facts(work, {each.thread for each in found.values()})
    return lambda ctx, draft: complaint(ctx, draft, found, facts)


def complaint(ctx: Context, draft: Draft, found: Mapping[ComplaintId, Complaint], facts: Facts) -> Letter | None:
    """Tell the office of a complaint, and each side that the school reads, or what was decided."""
    item = next(iter(draft.items), None)
    one = found.get(ComplaintId(item.subject)) if item else None
    talk = facts.talks.get(one.thread) if one else None
    if item is None or one is None or talk is None:
        return None
    tr = ctx.words(draft)
    told = ((item.id, "decided" if one.decided_at else "open"),)
    if draft.person not in (talk.thread.family, talk.thread.staff):
        return None if one.decided_at else Letter(_to_office(tr, one, talk), (_open_complaint(one),), told=told)
    family = draft.person == talk.thread.family
    head = head_line(tr, ctx.heads.get(talk.thread.student)) if family else _head(tr, talk)
    text = _to_side(tr, one, _staff(tr, talk) if family else _relative(tr, talk))
    return Letter(Markup(f"{head}\n{text}"), (_buttons(talk)[1:],), told=told)


def _to_office(tr: Translator, one: Complaint, talk: Talk) -> Markup:
    side = "family" if one.filed_by == talk.thread.family else "staff"
    reason = tr("complaint-reason", reason=one.reason.value)
    why = tr("complaint-said", side=side, reason=reason)
    if one.words:
        why = tr("complaint-said-words", side=side, reason=reason, words=one.words)
    return tr("complaint-letter-office", student=talk.student.short, klass=talk.klass, said=why)


def _open_complaint(one: Complaint) -> tuple[LetterButton, ...]:
    return (LetterButton("complaint-button-open", Act.OPEN_COMPLAINT, (one.id,)),)


def _to_side(tr: Translator, one: Complaint, other: Markup) -> Markup:
    if one.decided_at is None:
        return tr("complaint-letter-open", person=other)
    return tr("complaint-letter-decided", person=other, words=one.decision)


READERS: Mapping[LetterKind, _Reader] = {
    LetterKind.MESSAGE_STAFF: _to_staff,
    LetterKind.COMPLAINT: _complaints,
}
