"""Questions about marks: to the teacher a form, to the deputy a decision, to the family the answer (DIA-11, NTF-5)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from core.model.appeal import AppealCase, AppealState
from core.model.ids import AppealId, PersonId
from core.storage.gateways.outbox import Draft
from core.storage.queries import appeals as query
from core.storage.work import Work
from core.usecases.appeals import is_corrigible
from locales import Markup, Translator
from locales.dates import day_and_month, day_short
from notifications.compose.context import Context, head_line
from notifications.letter import Act, Buttons, Letter, LetterButton

OVERDUE, LAST_DAY = "overdue", "last-day"
"""Stages in which nobody acted but time went by."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The appeals of a batch, and who of its readers decides of such: deputies; a head or an administrator do not."""

    cases: Mapping[AppealId, AppealCase]
    deciding: frozenset[PersonId]


async def read(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> Callable[[Context, Draft], Letter | None]:
    """Read the appeals of a batch; gives what makes a letter of each draft."""
    cases = await work.run(query.cases, {item.subject for draft in drafts for item in draft.items})
    deciding = await work.run(query.deciding, {draft.person for draft in drafts if draft.person})
    return lambda ctx, draft: letter(ctx, draft, Facts(cases, deciding))


def letter(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    """Give the letter to whoever reads it, None when the appeal has moved on and there is nothing for them to do."""
    item = next(iter(draft.items), None)
    case = facts.cases.get(AppealId(item.subject)) if item else None
    if item is None or case is None:
        return None
    if draft.person == case.appeal.filed_by:
        made = _to_family(ctx, draft, case)
    elif draft.person == case.facts.lesson.keeper:
        made = _to_teacher(ctx, draft, case)
    else:
        made = _to_office(ctx, draft, case, decides=draft.person in facts.deciding)
    return Letter(*made, told=((item.id, case.appeal.state.value),)) if made else None


_Made = tuple[Markup, Buttons] | None


def _to_family(ctx: Context, draft: Draft, case: AppealCase) -> _Made:
    appeal, lesson, tr = case.appeal, case.facts.lesson, ctx.words(draft)
    if not appeal.state.ended:
        return None
    now = case.now_value
    about = {"subject": case.facts.subject, "day": day_short(tr, lesson.day), "old": tr(f"mark-{appeal.value}")}
    if appeal.state is AppealState.EXPLAINED:
        text = tr("notice-appeal-explained", words=appeal.answer, **about)
    elif now is None:
        text = tr("notice-appeal-withdrawn", **about)
    else:
        text = tr("notice-appeal-corrected", new=tr(f"mark-{now}"), **about)
    head = head_line(tr, ctx.heads.get(appeal.student))
    day = LetterButton("notice-button-day", Act.OPEN_DAY, (appeal.student, lesson.day.toordinal()))
    return Markup(f"{head}\n{text}"), ((LetterButton("notice-button-appeal", Act.OPEN_APPEAL, (appeal.id,)), day),)


def _to_teacher(ctx: Context, draft: Draft, case: AppealCase) -> _Made:
    appeal, tr = case.appeal, ctx.words(draft)
    correct = LetterButton("notice-button-correct", Act.CORRECT_MARK, (case.work, appeal.student))
    explain = LetterButton("notice-button-explain", Act.EXPLAIN_MARK, (appeal.id,))
    match appeal.state:
        case AppealState.PERMITTED:
            return _lines(tr, case, tr("notice-appeal-permitted", **_about(tr, case))), ((correct, explain),)
        case AppealState.EXPLAINED if appeal.answered_by != draft.person:
            return _lines(tr, case, tr("notice-appeal-decided", **_about(tr, case))), ()
        case AppealState.OPEN:
            return _question(ctx, draft, case, correct, explain)
    return None


def _question(
    ctx: Context, draft: Draft, case: AppealCase, correct: LetterButton, explain: LetterButton
) -> tuple[Markup, Buttons]:
    tr = ctx.words(draft)
    forward = LetterButton("notice-button-forward", Act.FORWARD_APPEAL, (case.appeal.id,))
    reminded = draft.payload.get("stage") == LAST_DAY
    first = tr("notice-appeal-reminder" if reminded else "notice-appeal-new", **_about(tr, case))
    lines = [first, _said(tr, case)]
    if not reminded:
        lines.append(tr("notice-appeal-due", until=day_and_month(tr, case.due_on)))
    if is_corrigible(case, ctx.now):
        return _lines(tr, case, *lines), ((correct, explain), (forward,))
    return _lines(tr, case, *lines, tr("notice-appeal-closed-window")), ((forward, explain),)


def _to_office(ctx: Context, draft: Draft, case: AppealCase, *, decides: bool) -> _Made:
    appeal, tr = case.appeal, ctx.words(draft)
    overdue = draft.payload.get("stage") == OVERDUE and appeal.state is AppealState.OPEN
    if not overdue and appeal.state is not AppealState.FORWARDED:
        return None
    text = "notice-appeal-overdue" if overdue else "notice-appeal-forwarded"
    first = tr(text, teacher=_keeper(case), **_about(tr, case))
    if not decides:
        return _lines(tr, case, first, _said(tr, case), tr("notice-appeal-no-deputy")), ()
    permit = LetterButton("notice-button-permit", Act.PERMIT_APPEAL, (appeal.id,))
    explain = LetterButton("notice-button-explain", Act.EXPLAIN_MARK, (appeal.id,))
    return _lines(tr, case, first, _said(tr, case)), ((permit, explain),)


def _keeper(case: AppealCase) -> str:
    return (case.facts.substitute or case.facts.teacher).full


def _about(tr: Translator, case: AppealCase) -> dict[str, str]:
    kind = tr(f"work-kind-{case.kind}")
    named = tr("grading-work-titled", kind=kind, title=case.title) if case.title else kind
    return {"mark": tr(f"mark-{case.appeal.value}"), "student": case.student.short, "kind": named}


def _said(tr: Translator, case: AppealCase) -> Markup:
    words = case.appeal.words or tr(f"appeal-reason-{case.appeal.reason}")
    return tr("appeal-said", by=case.appeal.side, words=words)


def _lines(tr: Translator, case: AppealCase, *lines: Markup) -> Markup:
    facts = case.facts
    klass = tr("notice-subgroup", klass=facts.klass, name=facts.subgroup) if facts.subgroup else facts.klass
    day = day_short(tr, facts.lesson.day)
    head = tr("teacher-heading", klass=klass, subject=facts.subject, number=facts.lesson.number, day=day)
    return Markup("\n".join((head, *lines)))
