"""Letters of control: a deputy's remark to a teacher, the teacher's answer, the week's analysis (CTL-3, CTL-4)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta

from core.model.control import AnalysisSpan, ControlRemark, RemarkState
from core.storage.gateways.outbox import Draft
from core.storage.queries import analysis as posted
from core.storage.queries import control as query
from core.storage.queries.analysis import PostedText
from core.storage.work import Work
from locales import Markup, Translator
from locales.dates import day_range, day_short, month_title
from notifications.compose.context import Context
from notifications.letter import Act, Letter, LetterButton, LetterKind

TOLD = "1"
_TO_SUNDAY = timedelta(days=6)

_Make = Callable[[Context, Draft], Letter | None]
_Reader = Callable[[Work, Context, Sequence[Draft]], Awaitable[_Make]]


async def _remarks(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    facts = await work.run(query.remarks, _subjects(drafts))
    return lambda ctx, draft: remark(ctx, draft, facts)


async def _answers(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    facts = await work.run(query.remarks, _subjects(drafts))
    return lambda ctx, draft: answer(ctx, draft, facts)


def _subjects(drafts: Sequence[Draft]) -> set[int]:
    return {item.subject for draft in drafts for item in draft.items}


def remark(ctx: Context, draft: Draft, facts: Mapping[int, ControlRemark]) -> Letter | None:
    """Tell the teacher of a remark, that it came back, or that it is closed; None once it is put right."""
    one = _fact(draft, facts)
    if one is None or one.state is RemarkState.RESOLVED:
        return None
    tr = ctx.words(draft)
    if one.state is RemarkState.CONFIRMED:
        return _letter(draft, tr("control-letter-confirmed", text=one.text))
    name = "control-letter-returned" if one.returned_at else "control-letter-remark"
    text = tr(name, text=one.text, day=day_short(tr, one.due_on), writer=one.writer_name.full)
    return _letter(
        draft,
        text,
        LetterButton("control-remark-resolve-button", Act.RESOLVE_REMARK, (one.id,)),
        LetterButton("control-remark-answer-button", Act.ANSWER_REMARK, (one.id,)),
    )


def answer(ctx: Context, draft: Draft, facts: Mapping[int, ControlRemark]) -> Letter | None:
    """Tell the deputy who wrote that a remark is put right or answered; None once it is closed."""
    one = _fact(draft, facts)
    if one is None or one.state is RemarkState.CONFIRMED:
        return None
    button = LetterButton("control-letter-open-button", Act.OPEN_CONTROL_REMARK, (one.id,))
    return _letter(draft, _said(ctx.words(draft), one), button)


def _said(tr: Translator, one: ControlRemark) -> Markup:
    if one.answer and one.state is RemarkState.OPEN:
        return tr("control-letter-answered", teacher=one.teacher_name.full, text=one.text, answer=one.answer)
    return tr("control-letter-resolved", teacher=one.teacher_name.full, text=one.text)


def _fact(draft: Draft, facts: Mapping[int, ControlRemark]) -> ControlRemark | None:
    return facts.get(draft.items[0].subject) if draft.items else None


def _letter(draft: Draft, text: Markup, *buttons: LetterButton) -> Letter:
    return Letter(text, (buttons,) if buttons else (), told=((draft.items[0].id, TOLD),))


async def _analyses(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    facts = await work.run(posted.texts, _subjects(drafts))
    return lambda ctx, draft: analysis(ctx, draft, facts)


def analysis(ctx: Context, draft: Draft, facts: Mapping[int, PostedText]) -> Letter | None:
    """Tell the staff how the journals were kept in a week or a month (CTL-4)."""
    one = facts.get(draft.items[0].subject) if draft.items else None
    if one is None:
        return None
    tr = ctx.words(draft)
    days = month_title(tr, one.first)
    if one.span is AnalysisSpan.WEEK:
        days = day_range(tr, one.first, one.first + _TO_SUNDAY)
    head = tr(f"analysis-title-{one.span.value}", school=one.school, days=days)
    return _letter(draft, Markup("\n\n".join((head, tr("analysis-text", text=one.text)))))


READERS: Mapping[LetterKind, _Reader] = {
    LetterKind.CONTROL_REMARK: _remarks,
    LetterKind.CONTROL_ANSWER: _answers,
    LetterKind.ANALYSIS: _analyses,
}
