"""Absence and lateness: at once, dated when it is not of today, taken back when it was a mistake (NTF-2, NTF-7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from core.model.attendance import Presence
from core.model.ids import LessonId, PersonId
from core.storage.gateways.outbox import Draft, Item
from core.storage.queries.letters import LessonFact, PresenceFact, Told
from locales import Markup, Translator
from locales.dates import on_relative_day
from notifications.compose.absence_notes import answer_buttons
from notifications.compose.context import Context, Section
from notifications.letter import Act, LetterButton, LetterKind

PRESENT = Presence.PRESENT.value


@dataclass(frozen=True, slots=True)
class Facts:
    """Lessons, and presences in them by (lesson, student)."""

    lessons: Mapping[LessonId, LessonFact]
    presences: Mapping[tuple[int, PersonId], PresenceFact]


@dataclass(frozen=True, slots=True)
class _Line:
    """A presence that is worth a line."""

    item: Item
    lesson: LessonFact
    now: PresenceFact
    before: Told | None

    @property
    def code(self) -> str:
        late = self.now.presence is Presence.LATE
        return f"{self.now.presence.value}:{self.now.minutes}" if late else self.now.presence.value


def section(ctx: Context, draft: Draft, facts: Facts) -> Section | None:
    """Give what is new, None when everybody was there as far as the reader knows."""
    lines = sorted(_lines(ctx, draft, facts), key=lambda line: (line.lesson.day, line.lesson.number))
    if not lines or draft.student is None:
        return None
    tr, today, day = ctx.words(draft), ctx.today(draft), lines[-1].lesson.day
    absent = [line.lesson.day for line in lines if line.now.presence is Presence.ABSENT]
    asked = absent[-1] if absent and draft.person != draft.student else None
    answered = (line.before.message_id for line in lines if line.before)
    return Section(
        lines=tuple(_text(tr, line, ctx.sex(draft), today) for line in lines),
        told=tuple((line.item.id, line.code) for line in lines),
        buttons=(LetterButton("notice-button-day", Act.OPEN_DAY, (draft.student, day.toordinal())),),
        closing=tr("notice-absence-advice") if asked else None,
        forms=answer_buttons(draft.student, asked.toordinal()) if asked else (),
        reply_to=next((message for message in answered if message), None),
    )


def _lines(ctx: Context, draft: Draft, facts: Facts) -> Iterable[_Line]:
    for item in ctx.items(draft, LetterKind.ATTENDANCE):
        lesson = facts.lessons.get(LessonId(item.subject))
        if lesson is None or draft.student is None:
            continue
        now = facts.presences.get((item.subject, draft.student), PresenceFact(Presence.PRESENT))
        line = _Line(item, lesson, now, ctx.before(draft, item))
        # Of what the family said itself it is not alarmed (NTF-10).
        if not now.announced and line.code != (line.before.value if line.before else PRESENT):
            yield line


def _text(tr: Translator, line: _Line, sex: str, today: date) -> Markup:
    what = tr(f"notice-presence-{line.now.presence.value}", sex=sex, minutes=line.now.minutes)
    corrected = line.before is not None
    return tr(
        "notice-attendance-corrected" if corrected else "notice-attendance",
        day=on_relative_day(tr, line.lesson.day, today),
        number=line.lesson.number,
        subject=line.lesson.subject,
        what=what,
    )
