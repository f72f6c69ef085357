"""Works declared ahead: a teacher declares one and is warned, families' days stay free of a second one (BEY-8)."""

from collections.abc import Iterator
from dataclasses import replace

from bot.callbacks.teacher import LessonPress
from bot.callbacks.work_calendar import AheadPress, DropAheadPress, PlanAheadPress
from bot.screen import Button, Screen
from bot.screens.teacher_words import heading
from bot.widgets.fitting import clip
from bot.widgets.pager import in_rows
from core.model.journal import LessonFacts, LessonPart
from core.model.lesson import LessonState, WorkKind
from core.model.work_calendar import AheadSheet, Caution, Cautioned, Place, PlannedWork
from locales import Markup, Translator
from locales.dates import day_short

_NAME = 60
_KINDS = tuple(kind for kind in WorkKind if kind.declared)


def with_ahead(screen: Screen, facts: LessonFacts, tr: Translator) -> Screen:
    """Add the way to works declared ahead to the card of a lesson to come."""
    if facts.lesson.state is LessonState.CANCELLED or LessonPart.MARKS not in facts.parts:
        return screen
    *rows, last = screen.keyboard
    row = (Button(tr.plain("ahead-button"), AheadPress(lesson=facts.lesson.id)),)
    return replace(screen, keyboard=(*rows, row, last))


def ahead_screen(tr: Translator, sheet: AheadSheet, *, toast: str = "") -> Screen:
    """Show what is declared for a lesson to come, what speaks against one more, and free places in its stead."""
    lesson = sheet.facts.lesson.id
    kinds = () if sheet.works else tuple(_kind(tr, lesson, kind) for kind in _KINDS)
    drops = tuple((_drop(tr, work),) for work in sheet.works)
    free = in_rows([_place(tr, place) for place in sheet.free], 2) if sheet.cautions else ()
    back = (Button(tr.plain("teacher-button-lesson"), LessonPress(lesson=lesson)),)
    text = "\n".join((heading(sheet.facts, tr), "", *_lines(tr, sheet)))
    return Screen(text, (*drops, *free, *in_rows(kinds, 2), back), toast)


def _lines(tr: Translator, sheet: AheadSheet) -> Iterator[Markup]:
    for work in sheet.works:
        yield tr("ahead-declared", work=tr(f"work-kind-{work.kind}"))
    for caution in sheet.cautions:
        yield caution_line(tr, caution, sheet.facts.klass)
    if sheet.cautions:
        yield tr("ahead-source")
        yield Markup("")
    if sheet.free:
        yield tr("ahead-free")
    elif sheet.cautions and not sheet.works:
        yield tr("ahead-none-free")
    if not sheet.works:
        yield tr("ahead-ask-anyway" if sheet.cautions else "ahead-ask")


def caution_line(tr: Translator, cautioned: Cautioned, klass: str) -> Markup:
    """Give what speaks against a work in a line."""
    other = cautioned.other
    if other is None:
        return tr(f"ahead-caution-{cautioned.caution}")
    about = {"subject": clip(other.subject_name, _NAME), "work": tr(f"work-kind-{other.kind}")}
    if cautioned.caution is Caution.SECOND_ON_DAY:
        return tr("ahead-caution-second", klass=klass, number=other.number, **about)
    return tr("ahead-caution-often", day=day_short(tr, other.day), **about)


def _kind(tr: Translator, lesson: int, kind: WorkKind) -> Button:
    return Button(tr.plain(f"ahead-kind-{kind}"), PlanAheadPress(lesson=lesson, kind=kind))


def _drop(tr: Translator, work: PlannedWork) -> Button:
    return Button(tr.plain("ahead-drop", work=tr.plain(f"ahead-kind-{work.kind}")), DropAheadPress(work=work.id))


def _place(tr: Translator, place: Place) -> Button:
    label = tr.plain("ahead-place", day=day_short(tr, place.day), number=place.number)
    return Button(label, AheadPress(lesson=place.lesson))
