"""A teacher's comment for one student, told to that family alone (JRN-7)."""

from collections.abc import Mapping
from datetime import date

from core.storage.gateways.outbox import Draft
from core.storage.queries.letters import RemarkFact
from locales import Markup, Translator
from locales.dates import on_relative_day
from notifications.compose.context import Context, Section
from notifications.letter import Act, LetterButton, LetterKind

TOLD = "1"


def section(ctx: Context, draft: Draft, facts: Mapping[int, RemarkFact]) -> Section | None:
    """Give what is new, None when every comment was withdrawn or told before."""
    asked = ctx.items(draft, LetterKind.REMARK)
    fresh = [item for item in asked if item.subject in facts and ctx.before(draft, item) is None]
    lines = [(item, facts[item.subject]) for item in fresh if not facts[item.subject].withdrawn]
    if not lines or draft.student is None:
        return None
    tr, today, day = ctx.words(draft), ctx.today(draft), lines[-1][1].lesson.day
    return Section(
        lines=tuple(_text(tr, fact, today) for _, fact in lines),
        told=tuple((item.id, TOLD) for item, _ in lines),
        buttons=(LetterButton("notice-button-day", Act.OPEN_DAY, (draft.student, day.toordinal())),),
    )


def _text(tr: Translator, fact: RemarkFact, today: date) -> Markup:
    day = on_relative_day(tr, fact.lesson.day, today)
    return tr("notice-remark", subject=fact.lesson.subject, day=day, text=fact.text)
