"""Lessons that are not as the timetable has them: to families, to the teachers concerned (ADM-4, NTF-1) [000 §6]."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from core.model.ids import LessonId, PersonId
from core.model.journal import LessonFacts
from core.model.lesson import LessonState
from core.model.lesson_change import ChangeKind, Placement
from core.rules.lesson_changes import differences, is_over, pack, placement, told_due, unpack
from core.storage.gateways.outbox import Draft, Item
from core.storage.queries.lesson_changes import ChangedFact
from locales import Markup, Translator
from locales.dates import day_short
from notifications.compose.context import Context, Section, fitted
from notifications.letter import Act, Letter, LetterButton, LetterKind

BUTTONS_SHOWN = 6

Facts = Mapping[LessonId, ChangedFact]


@dataclass(frozen=True, slots=True)
class _Line:
    """A change that is worth a line: where the lesson was, as far as the reader knows, and where it is."""

    item: Item
    facts: LessonFacts
    before: Placement
    after: Placement
    homework_on: date | None = None


def section(ctx: Context, draft: Draft, facts: Facts) -> Section | None:
    """Give what a family is told, None when everything is again as they know it."""
    lines = _lines(ctx, draft, facts, LetterKind.LESSON_CHANGE)
    if not lines or draft.student is None:
        return None
    tr, first = ctx.words(draft), min(line.before.day for line in lines)
    return Section(
        lines=tuple(_for_family(tr, line) for line in lines),
        told=_told(lines),
        buttons=(LetterButton("notice-button-day", Act.OPEN_DAY, (draft.student, first.toordinal())),),
    )


def staff_letter(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    """Give what a teacher is told: of lessons of their own or of their class, and of those they are to give."""
    lines = _lines(ctx, draft, facts, LetterKind.LESSON_CHANGE_STAFF)
    if not lines:
        return None
    tr = ctx.words(draft)
    texts = (_for_staff(tr, line, draft.person) for line in lines)
    given = [line for line in lines if line.after.substitute == draft.person and _takes_place(line)]
    return Letter(
        text=fitted(tr, tr("changes-letter-title"), texts),
        buttons=tuple((_card_button(tr, line),) for line in given[:BUTTONS_SHOWN]),
        told=_told(lines),
    )


def _lines(ctx: Context, draft: Draft, facts: Facts, kind: LetterKind) -> list[_Line]:
    found = []
    for item in ctx.items(draft, kind):
        fact = facts.get(LessonId(item.subject))
        line = _line(ctx, draft, item, fact) if fact else None
        if line is not None and _is_news(ctx, draft, line):
            found.append(line)
    return sorted(found, key=lambda line: (line.before.day, line.before.number, line.facts.klass))


def _line(ctx: Context, draft: Draft, item: Item, fact: ChangedFact) -> _Line | None:
    """What was told last is what the reader knows; else how it was when this letter began."""
    told = ctx.before(draft, item)
    known = [before for at, before in fact.before if at >= draft.created_at]
    if told is None and not known:
        return None
    before = unpack(told.value) if told else known[0]
    after, dues = placement(fact.facts.lesson), fact.dues
    homework_on = told_due(before, after, dues.due, dues.days, draft.student)
    return _Line(item, fact.facts, before, after, homework_on)


def _is_news(ctx: Context, draft: Draft, line: _Line) -> bool:
    past = is_over(line.facts.lesson, ctx.now) and line.before.day <= ctx.today(draft)
    return bool(differences(line.before, line.after)) and not past


def _told(lines: Iterable[_Line]) -> tuple[tuple[int, str], ...]:
    return tuple((line.item.id, pack(line.after)) for line in lines)


def _takes_place(line: _Line) -> bool:
    return line.after.state is LessonState.PLANNED


def _for_family(tr: Translator, line: _Line) -> Markup:
    return tr(
        "changes-letter-line",
        subject=line.facts.subject,
        number=line.before.number,
        day=day_short(tr, line.before.day),
        what=_what(tr, line),
    )


def _for_staff(tr: Translator, line: _Line, reader: PersonId | None) -> Markup:
    place: dict[str, str | int] = {"klass": _klass(tr, line.facts), "subject": line.facts.subject}
    if line.after.substitute == reader != line.before.substitute and _takes_place(line):
        day, number = line.after.day, line.after.number
        teacher = line.facts.teacher.initials
        return tr("changes-letter-give", number=number, day=day_short(tr, day), teacher=teacher, **place)
    before: dict[str, str | int] = {"number": line.before.number, "day": day_short(tr, line.before.day)}
    if line.before.substitute == reader != line.after.substitute:
        return tr("changes-letter-freed", **before, **place)
    return tr("changes-letter-staff-line", what=_what(tr, line), **before, **place)


def _klass(tr: Translator, facts: LessonFacts) -> str:
    return tr.plain("notice-subgroup", klass=facts.klass, name=facts.subgroup) if facts.subgroup else facts.klass


def _what(tr: Translator, line: _Line) -> Markup:
    kinds = differences(line.before, line.after)
    return Markup("; ".join((*(_said(tr, kind, line) for kind in kinds), *_homework(tr, line))))


def _homework(tr: Translator, line: _Line) -> Iterable[Markup]:
    """Say where the homework for a lesson has gone: with it, or to the group's next one."""
    if line.homework_on is not None:
        follows = line.homework_on == line.after.day and _takes_place(line)
        name = "changes-said-homework" if follows else "changes-said-homework-next"
        yield tr(name, day=day_short(tr, line.homework_on))


def _said(tr: Translator, kind: ChangeKind, line: _Line) -> Markup:
    after, facts = line.after, line.facts
    match kind:
        case ChangeKind.MOVED:
            return tr("changes-said-moved", day=day_short(tr, after.day), number=after.number)
        case ChangeKind.SUBSTITUTED if facts.substitute is not None:
            return tr("changes-said-substituted", teacher=facts.substitute.initials)
        case ChangeKind.SUBSTITUTED:
            return tr("changes-said-own-teacher", teacher=facts.teacher.initials)
        case ChangeKind.ROOM:
            return tr("changes-said-room", room=after.room)
        case _:
            return tr(f"changes-said-{kind.value}")


def _card_button(tr: Translator, line: _Line) -> LetterButton:
    return LetterButton(
        "changes-button-card",
        Act.OPEN_SUBSTITUTION,
        (line.facts.lesson.id,),
        {"klass": _klass(tr, line.facts), "subject": line.facts.subject, "number": line.after.number},
    )
