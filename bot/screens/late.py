"""Asking the deputy to open a closed place: one tap on a reason sends it (JRN-10)."""

from datetime import date

from bot.callbacks.finals import AskFinalLatePress, AskLatePress, FinalSheetPress, code_of
from bot.callbacks.teacher import LessonPress
from bot.screen import Button, Screen
from bot.screens import home
from bot.screens.final_words import NAME_LIMIT, group_name, term_name
from bot.screens.final_words import heading as final_heading
from bot.screens.teacher_words import heading
from bot.widgets.fitting import clip
from core.model.final_mark import TermKey
from core.model.final_sheet import FinalFacts, FinalTerm
from core.model.ids import PersonId
from core.model.journal import LessonFacts
from core.model.late import LateReason, LateRequest
from locales import Translator, dates

Row = tuple[Button, ...]


def ask_lesson(facts: LessonFacts, student: PersonId | None, name: str, tr: Translator) -> Screen:
    """Offer the reasons for opening a lesson, or one student's marks in it."""
    lesson = facts.lesson
    day = dates.day_and_month(tr, lesson.day)
    text = tr("late-ask-student", student=name, day=day) if student else tr("late-ask-lesson", day=day)
    rows: list[Row] = [
        (Button(tr.plain(f"late-reason-{each.value}"), AskLatePress(lesson=lesson.id, student=student, reason=each)),)
        for each in LateReason
    ]
    rows.append((Button(tr.plain("teacher-button-cancel"), LessonPress(lesson=lesson.id)),))
    return Screen(f"{heading(facts, tr)}\n\n{text}", tuple(rows))


def ask_final(facts: FinalFacts, term: FinalTerm, tr: Translator) -> Screen:
    """Offer the reasons for opening a group's final marks."""
    place = {"group": facts.group, "term": code_of(TermKey(term.kind, term.period))}
    text = tr("late-ask-final", term=term_name(term, tr))
    rows: list[Row] = [
        (Button(tr.plain(f"late-reason-{each.value}"), AskFinalLatePress(**place, reason=each)),) for each in LateReason
    ]
    rows.append((Button(tr.plain("teacher-button-cancel"), FinalSheetPress(**place)),))
    return Screen(f"{final_heading(facts, term, tr)}\n\n{text}", tuple(rows))


def asked(tr: Translator, back: Button, *, anew: bool) -> Screen:
    """Say that the request is with the deputy."""
    return Screen(tr("late-asked" if anew else "late-already"), ((back,),))


def answered(request: LateRequest, until: date | None, tr: Translator) -> Screen:
    """Say what was answered, and to whom; `until` is the permission's last day, None where it was refused."""
    group = group_name(request.klass, request.subgroup, request.subject, tr)
    place = tr("late-answer-place", group=group, teacher=clip(request.marker.full, NAME_LIMIT))
    said = tr("late-answer-yes", until=dates.day_and_month(tr, until)) if until else tr("late-answer-no")
    return Screen(f"{place}\n\n{said}", (home.back(tr),))
