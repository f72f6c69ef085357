"""A teacher's request to open a closed place, with two buttons; and the answer with the way there (JRN-10)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from core.model.final_mark import PermissionKind
from core.model.ids import LatePermissionId
from core.model.late import LateReason, LateRequest
from core.rules.calendar import local_day
from core.storage.gateways.outbox import Draft
from core.storage.queries import late as query
from core.storage.work import Work
from core.usecases.late_permissions import OPEN_FOR
from locales import Markup, Translator
from locales.dates import day_and_month
from notifications.compose.context import Context
from notifications.letter import Act, Letter, LetterButton

TOLD = "1"

Facts = Mapping[LatePermissionId, LateRequest]
_Make = Callable[[Context, Draft], Letter | None]
Reader = Callable[[Work, Context, Sequence[Draft]], Awaitable[_Make]]


async def asked_reader(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    """Read requests; a letter of one is made while it waits for its answer."""
    facts = await _facts(work, drafts)
    return lambda ctx, draft: asked(ctx, draft, facts)


async def answered_reader(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    """Read answers."""
    facts = await _facts(work, drafts)
    return lambda ctx, draft: answered(ctx, draft, facts)


async def _facts(work: Work, drafts: Sequence[Draft]) -> Facts:
    return await work.run(query.requests, {item.subject for draft in drafts for item in draft.items})


def _of(draft: Draft, facts: Facts) -> LateRequest | None:
    return facts.get(LatePermissionId(draft.items[0].subject)) if draft.items else None


def asked(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    """Ask the deputy; None once somebody has answered."""
    request = _of(draft, facts)
    if request is None or request.permission.granted is not None:
        return None
    tr, key = ctx.words(draft), request.permission.id
    until = local_day(ctx.now, ctx.year(draft).school.zone) + OPEN_FOR
    lines = (
        place(request, tr),
        tr("late-letter-asked", teacher=request.marker.full),
        tr("late-letter-reason", reason=reason_text(request.permission.reason, tr)),
        tr("late-letter-until", until=day_and_month(tr, until)),
    )
    row = (
        LetterButton("late-button-yes", Act.ALLOW_LATE, (key,)),
        LetterButton("late-button-no", Act.REFUSE_LATE, (key,)),
    )
    return Letter(Markup("\n".join(lines)), (row,), told=((draft.items[0].id, TOLD),))


def answered(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    """Tell the teacher, with the way to the place that is open now."""
    request = _of(draft, facts)
    if request is None or request.permission.granted is None:
        return None
    tr, told = ctx.words(draft), ((draft.items[0].id, TOLD),)
    until = request.permission.until
    if until is None:
        return Letter(Markup(f"{place(request, tr)}\n{tr('late-letter-refused')}"), told=told)
    text = Markup(f"{place(request, tr)}\n{tr('late-letter-granted', until=day_and_month(tr, until))}")
    return Letter(text, ((_way(request),),), told=told)


def _way(request: LateRequest) -> LetterButton:
    permission = request.permission
    if permission.lesson is not None:
        return LetterButton("late-button-open", Act.OPEN_LESSON, (permission.lesson,))
    return LetterButton("late-button-open", Act.OPEN_FINALS, (permission.group, permission.period or 0))


def place(request: LateRequest, tr: Translator) -> Markup:
    """«7Б · Алгебра, урок 12 октября – Орлов И.»: the first line."""
    klass = request.klass
    if request.subgroup:
        klass = tr.plain("notice-subgroup", klass=klass, name=request.subgroup)
    group = f"{klass} · {request.subject}"
    if request.permission.kind is PermissionKind.LESSON and request.day is not None:
        shown = tr("late-letter-place-lesson", group=group, day=day_and_month(tr, request.day))
    else:
        term = tr(f"final-term-{'period' if request.term else 'year'}", name=request.term)
        shown = tr("late-letter-place-final", group=group, term=term)
    return tr("late-letter-place-student", place=shown, student=request.student) if request.student else shown


def reason_text(reason: str, tr: Translator) -> Markup:
    """Give a reason in words: one of ours, or as it was typed."""
    return tr(f"late-reason-{reason}") if reason in set(LateReason) else tr("late-reason-other", reason=reason)
