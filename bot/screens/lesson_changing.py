"""One lesson with everything that can be changed about it, and what stands in the way (ADM-4, JRN-13)."""

from collections.abc import Sequence
from datetime import datetime

from bot.callbacks import Press, number_of
from bot.callbacks.lesson_changes import (
    AwayDayPress,
    CancelPress,
    ChangePress,
    KlassDayPress,
    MoveDaysPress,
    MoveNumbersPress,
    MovePress,
    ReturnPress,
    RoomPress,
    RoomsPress,
    SubstitutePress,
    SubstitutesPress,
)
from bot.screen import Button, Screen
from bot.screens.home import Row
from bot.screens.lesson_changes import klass_text, to_changes
from bot.screens.teacher_words import LABEL_LIMIT, NAME_LIMIT, name_text
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.journal import LessonFacts
from core.model.lesson import LessonState
from core.model.lesson_change import (
    BusyLesson,
    Candidate,
    ChangedLesson,
    ChangeKind,
    ChangeRecord,
    Conflict,
    MoveDays,
    MoveNumbers,
    Outcome,
    RoomList,
    SubstituteList,
)
from locales import Markup, Translator
from locales.dates import day_short, day_title, moment

HISTORY_SHOWN = 6
SUBSTITUTES_SHOWN = 8
ROOMS_SHOWN = 18
_SIGNS = ("subject", "klass", "busy", "away")


def title(facts: LessonFacts, tr: Translator) -> Markup:
    """«7Б · Алгебра · чт 15.10, 3-й урок»: the first line of every screen about changing a lesson."""
    lesson = facts.lesson
    place = tr("changes-place", day=day_short(tr, lesson.day), number=lesson.number)
    klass = klass_text(facts.klass, facts.subgroup, tr)
    return tr("changes-lesson-title", klass=klass, subject=facts.subject, place=place)


def done(outcome: Outcome, tr: Translator) -> str:
    """Say that it was done, and where homework for the lesson went; plain."""
    if outcome.homework_on is None:
        return tr.plain("changes-done")
    return tr.plain("changes-done-homework", day=day_short(tr, outcome.homework_on))


def lesson(value: ChangedLesson, now: datetime, tr: Translator, toast: str = "") -> Screen:
    """Show a lesson with its changes, and the ways to change it further."""
    facts = value.facts
    blocks = [
        "\n".join((title(facts, tr), *_state(facts, tr))),
        *_notes(value, tr),
        *_history(value, now, tr),
    ]
    rows = (*_buttons(value, tr), *_ways_back(facts, tr))
    text, _ = fitted(lambda _limit: blocks, tr("diary-cut"))
    return Screen(text, rows, toast)


def _state(facts: LessonFacts, tr: Translator) -> list[Markup]:
    one = facts.lesson
    lines = []
    if one.state is LessonState.CANCELLED:
        lines.append(tr("changes-lesson-cancelled"))
    if facts.substitute is None:
        lines.append(tr("changes-lesson-teacher", teacher=facts.teacher.initials))
    else:
        names = {"substitute": facts.substitute.initials, "teacher": facts.teacher.initials}
        lines.append(tr("changes-lesson-substituted", **names))
    lines.append(tr("changes-lesson-room", room=one.room) if one.room else tr("changes-lesson-no-room"))
    if one.planned:
        day, number = one.planned
        lines.append(tr("changes-lesson-moved", day=day_short(tr, day), number=number))
    return lines


def _notes(value: ChangedLesson, tr: Translator) -> list[Markup]:
    notes = []
    if value.held:
        notes.append(tr("changes-lesson-held", part=value.held[0].value))
    if value.over:
        notes.append(tr("changes-lesson-over"))
    return notes


def _history(value: ChangedLesson, now: datetime, tr: Translator) -> list[str]:
    if not value.history:
        return []
    lines = [_record(each, value.facts, now, tr) for each in value.history[:HISTORY_SHOWN]]
    return ["\n".join((tr("changes-history"), *lines))]


def _record(each: ChangeRecord, facts: LessonFacts, now: datetime, tr: Translator) -> Markup:
    zone = facts.rules.zone
    at = moment(tr, each.at, zone, now.astimezone(zone).date())
    return tr("changes-history-line", at=at, by=each.by.initials, what=_did(each, tr))


def _did(each: ChangeRecord, tr: Translator) -> Markup:
    match each.kind:
        case ChangeKind.MOVED:
            return tr("changes-did-moved", day=day_short(tr, each.after.day), number=each.after.number)
        case ChangeKind.ROOM:
            return tr("changes-did-room", room=each.after.room)
        case _:
            return tr(f"changes-did-{each.kind.value}")


def _buttons(value: ChangedLesson, tr: Translator) -> list[Row]:
    key = value.facts.lesson.id
    if value.facts.lesson.state is LessonState.CANCELLED:
        return [(Button(tr.plain("changes-button-return"), ReturnPress(lesson=key)),)]
    rows: list[Row] = [
        (
            Button(tr.plain("changes-button-substitute"), SubstitutesPress(lesson=key)),
            Button(tr.plain("changes-button-room"), RoomsPress(lesson=key)),
        )
    ]
    if not value.held:
        move = Button(tr.plain("changes-button-move"), MoveDaysPress(lesson=key))
        rows.append((move, Button(tr.plain("changes-button-cancel"), CancelPress(lesson=key))))
    return rows


def _ways_back(facts: LessonFacts, tr: Translator) -> tuple[Row, ...]:
    one, day = facts.lesson, number_of(facts.lesson.day)
    klass = Button(tr.plain("changes-button-klass-day", klass=facts.klass), KlassDayPress(klass=one.klass, day=day))
    teacher = Button(
        tr.plain("changes-button-teacher-day", teacher=name_text(facts.teacher)),
        AwayDayPress(school=one.school, teacher=one.teacher, day=day),
    )
    return (klass, teacher), to_changes(one.school, one.day, tr)


def to_lesson(facts: LessonFacts, tr: Translator, *, leave: bool = False) -> Row:
    """Give the row that leads back to the lesson that is being changed."""
    return (Button(tr.plain("changes-button-lesson"), ChangePress(lesson=facts.lesson.id, leave=leave)),)


def ask_cancel(value: ChangedLesson, tr: Translator) -> Screen:
    """Ask once more before a lesson is cancelled."""
    facts = value.facts
    yes = Button(tr.plain("changes-cancel-yes"), CancelPress(lesson=facts.lesson.id, sure=True))
    return Screen("\n\n".join((title(facts, tr), tr("changes-cancel-ask"))), ((yes,), to_lesson(facts, tr)))


def substitutes(value: SubstituteList, page: int, tr: Translator) -> Screen:
    """Show who could give a lesson, the best first."""
    facts, key = value.facts, value.facts.lesson.id
    shown = page_of(value.candidates, page, SUBSTITUTES_SHOWN)
    buttons = [
        Button(_candidate(each, tr), SubstitutePress(lesson=key, teacher=each.teacher.id)) for each in shown.items
    ]
    rows: list[Row] = list(in_rows(buttons, 2))
    rows.append(pager_row(tr, shown, lambda to: SubstitutesPress(lesson=key, page=to)))
    if facts.substitute is not None:
        own = tr.plain("changes-substitute-own-button", name=name_text(facts.teacher))
        rows.append((Button(own, SubstitutePress(lesson=key)),))
    text = "\n\n".join((title(facts, tr), _legend(shown.items, tr)))
    return Screen(text, (*rows, to_lesson(facts, tr)))


def _legend(shown: Sequence[Candidate], tr: Translator) -> Markup:
    """Ask, and explain the signs that are there: no sign that nobody has."""
    if not shown:
        return tr("changes-substitutes-nobody")
    marks = [_mark(each) for each in shown]
    signs = [tr(f"changes-substitutes-{mark}") for mark in _SIGNS if mark in marks]
    return Markup("\n".join((tr("changes-substitutes"), *signs)))


def _candidate(each: Candidate, tr: Translator) -> str:
    name = clip(each.teacher.name.initials, LABEL_LIMIT)
    if each.busy is not None:
        return tr.plain("changes-substitute-busy-button", name=name, klass=each.busy.klass_name)
    if each.away:
        return tr.plain("changes-substitute-away-button", name=name)
    return tr.plain("changes-substitute-button", name=name, mark=_mark(each))


def _mark(each: Candidate) -> str:
    if not each.free:
        return "busy" if each.busy is not None else "away"
    return "subject" if each.same_subject else "klass" if each.knows_klass else "none"


def move_days(value: MoveDays, tr: Translator) -> Screen:
    """Show the school days to which a lesson may move."""
    facts = value.facts
    buttons = [
        Button(day_short(tr, day), MoveNumbersPress(lesson=facts.lesson.id, day=number_of(day))) for day in value.days
    ]
    text = "\n\n".join((title(facts, tr), tr("changes-move-days")))
    return Screen(text, (*in_rows(buttons, 3), to_lesson(facts, tr)))


def move_numbers(value: MoveNumbers, tr: Translator) -> Screen:
    """Show the lesson numbers of a day, with what stands in the way."""
    facts, day = value.facts, number_of(value.day)
    buttons = [
        Button(_number(number, found, tr), MovePress(lesson=facts.lesson.id, day=day, number=number))
        for number, found in value.numbers
    ]
    ask = tr("changes-move-numbers", day=day_title(tr, value.day))
    text = "\n\n".join((title(facts, tr), ask if buttons else tr("changes-move-none")))
    other = Button(tr.plain("changes-button-other-day"), MoveDaysPress(lesson=facts.lesson.id))
    return Screen(text, (*in_rows(buttons, 2), (other, *to_lesson(facts, tr))))


def _number(number: int, found: Sequence[Conflict], tr: Translator) -> str:
    if not found:
        return tr.plain("changes-move-button", number=number)
    why = tr.plain(f"changes-clash-{found[0].clash.value}")
    return tr.plain("changes-move-busy-button", number=number, why=why)


def rooms(value: RoomList, page: int, tr: Translator) -> Screen:
    """Show the rooms; one may be typed instead."""
    facts = value.facts
    shown = page_of(value.rooms, page, ROOMS_SHOWN)
    buttons = [
        Button(_room(name, taken, tr), RoomPress(lesson=facts.lesson.id, room=key)) for key, name, taken in shown.items
    ]
    turning = pager_row(tr, shown, lambda to: RoomsPress(lesson=facts.lesson.id, page=to))
    text = "\n\n".join((title(facts, tr), tr("changes-rooms" if value.rooms else "changes-rooms-type")))
    return Screen(text, (*in_rows(buttons, 3), turning, to_lesson(facts, tr, leave=True)))


def _room(name: str, taken: BusyLesson | None, tr: Translator) -> str:
    short = clip(name, LABEL_LIMIT)
    if taken is None:
        return tr.plain("changes-room-button", room=short)
    return tr.plain("changes-room-busy-button", room=short, klass=taken.klass_name)


def conflicts(
    facts: LessonFacts, found: Sequence[Conflict], tr: Translator, sure: Press | None, ask: str = "changes-conflict-ask"
) -> Screen:
    """Tell what stands in the way; `sure` does it all the same, None where that can't be."""
    lines = "\n".join(_conflict(each, tr) for each in found)
    closing = tr(ask) if sure is not None or ask != "changes-conflict-ask" else tr("changes-conflict-no")
    text = "\n\n".join((title(facts, tr), tr("changes-conflicts"), lines, closing))
    rows = [(Button(tr.plain("changes-conflict-sure"), sure),)] if sure is not None else []
    return Screen(text, (*rows, to_lesson(facts, tr, leave=True)))


def _conflict(each: Conflict, tr: Translator) -> Markup:
    other = each.other
    return tr(
        f"changes-conflict-{each.clash.value}",
        klass=klass_text(other.klass_name, other.subgroup, tr),
        subject=clip(other.subject, NAME_LIMIT),
        number=other.number,
        teacher=other.keeper_name.initials,
        room=other.room,
    )
