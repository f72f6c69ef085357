"""The attestation radar for teachers: who of a group is short of marks, whom to ask next (BEY-2)."""

from collections.abc import Iterator
from dataclasses import replace

from bot.callbacks.forecast import AskPress, RadarPress
from bot.callbacks.home import HomePress
from bot.callbacks.teacher import LessonPress
from bot.screen import Button, Screen
from bot.screens.teacher_words import heading, name_text
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import Page, page_of, pager_row
from core.model.calendar import Period
from core.model.journal import LessonFacts
from core.model.lesson import LessonState
from core.model.mark import MarkValue
from core.model.radar import Ask, AskReason, Count, Least, Need, Radar, RadarLine, Risk
from locales import Markup, Translator
from locales.dates import day_and_month, day_numbers

_LINES = 15
_NAME_LIMIT = 60
_CLIPS = (60, 24)


def with_radar(screen: Screen, facts: LessonFacts, tr: Translator, *, asks: bool) -> Screen:
    """Add the ways to the radar to a lesson's card; `asks`: the lesson is still to come."""
    if facts.lesson.state is LessonState.CANCELLED:
        asks = False
    row = [Button(tr.plain("radar-button"), RadarPress(group=facts.lesson.group, lesson=facts.lesson.id))]
    if asks:
        row.insert(0, Button(tr.plain("radar-button-ask"), AskPress(lesson=facts.lesson.id)))
    *rows, last = screen.keyboard
    return replace(screen, keyboard=(*rows, tuple(row), last))


def radar_screen(tr: Translator, radar: Radar, number: int, lesson: int = 0) -> Screen:
    """Give a group's students with what they have and need, the nearest risk first; the way back is to `lesson`."""
    page = page_of(radar.lines, number, _LINES)
    text, _ = fitted(lambda limit: tuple(_blocks(tr, radar, page, limit)), tr("teacher-fitting-more"), _CLIPS)
    turning = pager_row(tr, page, lambda at: RadarPress(group=radar.group.id, page=at, lesson=lesson))
    back = [Button(tr.plain("teacher-button-lesson"), LessonPress(lesson=lesson))] if lesson else []
    return Screen(text, (turning, (*back, Button(tr.plain("home-back"), HomePress()))))


def _blocks(tr: Translator, radar: Radar, page: Page[RadarLine], limit: int) -> Iterator[str]:
    yield _top(tr, radar, limit)
    if not radar.assessed or radar.period is None:
        yield tr("radar-unassessed" if radar.period else "progress-no-periods")
        return
    if not radar.lines:
        yield tr("radar-nobody")
        return
    yield "\n".join(_summary(tr, radar, radar.period))
    yield "\n".join(_line(tr, line, limit) for line in page.items)
    yield tr("radar-legend")


def _top(tr: Translator, radar: Radar, limit: int) -> Markup:
    group = radar.group
    klass = (
        tr("radar-subgroup", klass=group.klass, subgroup=clip(group.subgroup, limit)) if group.subgroup else group.klass
    )
    return tr("radar-heading", klass=klass, subject=clip(group.subject, limit))


def _summary(tr: Translator, radar: Radar, period: Period) -> Iterator[Markup]:
    until = day_and_month(tr, period.ends_on)
    yield tr("radar-period", period=clip(period.name, _NAME_LIMIT), until=until, count=radar.lessons_left)
    asked = [tr(f"radar-least-{need.value}", count=number) for need, number in _asked(radar.least) if number]
    if asked:
        yield tr("radar-least", needs=Markup(", ".join(asked)))
    yield tr("radar-short", count=radar.short) if radar.short else tr("radar-nobody-short")


def _asked(least: Least) -> tuple[tuple[Need, int], ...]:
    return (
        (Need.MARKS, least.marks),
        (Need.WRITTEN, least.written),
        (Need.LABS, least.labs),
        (Need.PRACTICALS, least.practicals),
    )


def _line(tr: Translator, line: RadarLine, limit: int) -> Markup:
    values = {"sign": _sign(tr, line), "name": clip(name_text(line.name), limit)}
    if line.final is not None:
        return tr("radar-line-set", mark=tr(f"mark-{line.final.value}"), **values)
    counts = Markup(", ".join(_count(tr, count) for count in line.evidence.counts))
    stands = _stands(tr, line)
    return tr("radar-line", stands=Markup(" · ".join(part for part in (counts, stands) if part)), **values)


def _sign(tr: Translator, line: RadarLine) -> Markup:
    if line.final is not None:
        return tr("radar-sign-set")
    if line.failing and line.risk is Risk.NONE:
        return tr("radar-sign-failing")
    return tr(f"radar-sign-{line.risk.value}")


def _count(tr: Translator, count: Count) -> Markup:
    return tr(f"radar-count-{count.need.value}", have=count.have, least=count.least, missing=count.missing)


def _stands(tr: Translator, line: RadarLine) -> Markup:
    if line.weighted is None or line.expected is None:
        # «отм. 0/3» says it already.
        return Markup("") if line.evidence.counts else tr("radar-no-marks")
    return tr("radar-stands", mean=line.weighted, mark=tr(f"mark-{line.expected.value}"))


def ask_screen(tr: Translator, facts: LessonFacts, radar: Radar, asks: tuple[Ask, ...]) -> Screen:
    """Give the students whom the teacher best asks in a lesson, with the reasons."""
    said = [
        tr("radar-ask-one", number=at, name=name_text(ask.line.name), why=_why(tr, ask))
        for at, ask in enumerate(asks, 1)
    ]
    body = "\n".join(said) if said else tr("radar-ask-nobody" if radar.assessed else "radar-unassessed")
    rows = (
        (Button(tr.plain("radar-button"), RadarPress(group=radar.group.id, lesson=facts.lesson.id)),),
        (Button(tr.plain("teacher-button-lesson"), LessonPress(lesson=facts.lesson.id)),),
    )
    return Screen(f"{heading(facts, tr)}\n{tr('radar-ask-title')}\n\n{body}", rows)


def _why(tr: Translator, ask: Ask) -> Markup:
    return Markup("; ".join(_reason(tr, ask.line, reason) for reason in ask.reasons))


def _reason(tr: Translator, line: RadarLine, reason: AskReason) -> Markup:
    count, expected = line.evidence.of(Need.MARKS), line.expected or MarkValue.NOT_ASSESSED
    return tr(
        f"radar-why-{reason.value}",
        have=count.have,
        least=count.least,
        mark=tr(f"mark-{expected.value}"),
        day=day_numbers(tr, line.last_mark_on) if line.last_mark_on else "",
    )
