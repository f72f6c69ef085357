"""A teacher's comment for one student, told to that family alone (JRN-7)."""

from collections.abc import Mapping

from core.storage.gateways.outbox import Draft
from core.storage.queries.letters import RemarkFact
from locales.dates import on_relative_day
from notifications.compose.context import Context, fitted, head_line
from notifications.letter import Act, Letter, LetterButton

TOLD = "1"


def letter(ctx: Context, draft: Draft, facts: Mapping[int, RemarkFact]) -> Letter | None:
    """Give the letter, None when every comment was withdrawn or told before."""
    fresh = [item for item in draft.items if item.subject in facts and ctx.before(draft, item) is None]
    lines = [(item, facts[item.subject]) for item in fresh if not facts[item.subject].withdrawn]
    if not lines or draft.student is None:
        return None
    tr, today = ctx.words(draft), ctx.today(draft)
    texts = (
        tr(
            "notice-remark",
            subject=fact.lesson.subject,
            day=on_relative_day(tr, fact.lesson.day, today),
            text=fact.text,
        )
        for _, fact in lines
    )
    day = lines[-1][1].lesson.day
    return Letter(
        text=fitted(tr, head_line(tr, ctx.heads.get(draft.student)), texts),
        buttons=((LetterButton("notice-button-day", Act.OPEN_DAY, (draft.student, day.toordinal())),),),
        told=tuple((item.id, TOLD) for item, _ in lines),
    )
