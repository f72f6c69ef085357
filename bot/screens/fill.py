"""Fill rates: a line for each class or teacher, subjects of a class, activity; the same as a workbook (CTL-2)."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from bot.callbacks import Press, number_of
from bot.callbacks.fill import FillPress, FillSheetPress, KlassFillPress
from bot.screen import Button, Media, Screen
from bot.screens.home import Row, back
from bot.widgets.pager import in_rows, page_of, pager_row
from core.documents.tables import Table
from core.model.fill import Activity, Fill, FillBy, FillLine, FillRates, percent
from core.model.homework import FileKind
from core.model.people import PersonKind
from locales import Markup, Translator, dates

PAGE = 10


def school_fill(value: FillRates, by: FillBy, number: int, tr: Translator) -> Screen:
    """Show the fill rates of a school."""
    page = page_of(value.lines(by), number, PAGE)
    lines: list[str] = [
        tr("fill-title", school=value.name),
        dates.month_title(tr, value.first),
        "",
        *(_total(value.total, tr) if value.rows else [tr("fill-empty")]),
        "",
        *(_line(one, tr) for one in page.items),
    ]
    if value.activity:
        lines += ["", tr("fill-activity"), *(_active(one, tr) for one in value.activity)]
    month = number_of(value.first)

    def press(to: int) -> Press:
        return FillPress(school=value.school, by=by, month=month, page=to)

    rows = [*_klass_buttons(page.items, by, month), pager_row(tr, page, press), _views(value, by, month, tr)]
    rows.append(_months(value, lambda day: FillPress(school=value.school, by=by, month=number_of(day)), tr))
    rows.append((Button(tr.plain("fill-sheet-button"), FillSheetPress(school=value.school, month=month)),))
    return Screen("\n".join(lines), (*(row for row in rows if row), back(tr)))


def _klass_buttons(lines: tuple[FillLine, ...], by: FillBy, month: int) -> tuple[Row, ...]:
    if by is not FillBy.KLASS:
        return ()
    return in_rows([Button(one.name, KlassFillPress(klass=one.key, month=month)) for one in lines], 5)


def _views(value: FillRates, by: FillBy, month: int, tr: Translator) -> Row:
    return tuple(
        Button(
            tr.plain("home-tab-chosen", tab=tr.plain(f"fill-by-{each.name.lower()}"))
            if each is by
            else tr.plain(f"fill-by-{each.name.lower()}"),
            FillPress(school=value.school, by=each, month=month),
        )
        for each in FillBy
    )


def _months(value: FillRates, press: Callable[[date], Press], tr: Translator) -> Row:
    before = value.first.replace(day=1) - timedelta(days=1)
    after = (value.first.replace(day=28) + timedelta(days=4)).replace(day=1)
    row = []
    if before >= value.earliest.replace(day=1):
        row.append(Button(tr.plain("fill-month-before", month=dates.month_title(tr, before)), press(before)))
    if after <= value.latest:
        row.append(Button(tr.plain("fill-month-after", month=dates.month_title(tr, after)), press(after)))
    return tuple(row)


def _total(fill: Fill, tr: Translator) -> list[Markup]:
    lines = [
        tr("fill-lessons", count=fill.lessons),
        tr("fill-attendance", percent=_percent(fill.attendance, fill.lessons)),
        tr("fill-topics", percent=_percent(fill.topics, fill.lessons)),
    ]
    if fill.graded:
        lines.append(tr("fill-homework", percent=_percent(fill.homework, fill.graded)))
    if fill.marks_each is not None:
        lines.append(tr("fill-marks", each=fill.marks_each))
    if fill.planned:
        lines.append(tr("fill-plan", given=fill.given, planned=fill.planned))
    return lines


def _percent(part: int, whole: int) -> int:
    return percent(part, whole) or 0


def _line(one: FillLine, tr: Translator) -> Markup:
    fill = one.fill
    parts = [
        tr("fill-part-attendance", percent=_percent(fill.attendance, fill.lessons)),
        tr("fill-part-topics", percent=_percent(fill.topics, fill.lessons)),
    ]
    if fill.graded:
        parts.append(tr("fill-part-homework", percent=_percent(fill.homework, fill.graded)))
    if fill.marks_each is not None:
        parts.append(tr("fill-part-marks", each=fill.marks_each))
    if fill.planned:
        parts.append(tr("fill-part-plan", given=fill.given, planned=fill.planned))
    return tr("fill-line", name=one.name, parts=Markup(" ".join(parts)))


def _active(one: Activity, tr: Translator) -> Markup:
    return tr(f"fill-active-{one.kind.value}", people=one.people, linked=one.linked, seen=one.seen)


def klass_fill(value: FillRates, number: int, tr: Translator) -> Screen:
    """Show the fill rates of a class, by subject."""
    page = page_of(value.subjects(), number, PAGE)
    lines: list[str] = [
        tr("fill-title-klass", klass=value.name),
        dates.month_title(tr, value.first),
        "",
        *([_line(one, tr) for one in page.items] or [tr("fill-empty")]),
        "",
        tr("fill-legend"),
    ]
    active = [Activity(one.kind, one.people, one.linked, one.seen) for one in value.klasses]
    if active:
        lines += ["", tr("fill-activity"), *(_active(one, tr) for one in active)]
    klass, month = value.klass or 0, number_of(value.first)
    turning = pager_row(tr, page, lambda to: KlassFillPress(klass=klass, month=month, page=to))
    months = _months(value, lambda day: KlassFillPress(klass=klass, month=number_of(day)), tr)
    return Screen("\n".join(lines), tuple(row for row in (turning, months, back(tr)) if row))


def fill_tables(value: FillRates, tr: Translator) -> list[Table]:
    """Give the fill rates as tables: by class and subject, by teacher, activity."""
    title = tr.plain("fill-sheet-title", school=value.name, month=dates.month_title(tr, value.first))
    rows = sorted(value.rows, key=lambda row: (row.klass_name, row.subject, row.subgroup, row.teacher_name))
    subjects = tuple((row.klass_name, row.subject, row.subgroup, row.teacher_name, *_cells(row.fill)) for row in rows)
    teachers = tuple((line.name, *_cells(line.fill)) for line in value.lines(FillBy.TEACHER))
    names = ("klass", "subject", "group", "teacher")
    return [
        Table(tr.plain("fill-sheet-subjects"), title, (*_heads(names, tr), *_figures(tr)), subjects),
        Table(tr.plain("fill-sheet-teachers"), title, (*_heads(("teacher",), tr), *_figures(tr)), teachers),
        Table(tr.plain("fill-sheet-activity"), title, _heads(_ACTIVITY, tr), _activity(value, tr)),
    ]


_FIGURES = ("lessons", "attendance", "topics", "homework", "marks", "each", "given", "planned")
_ACTIVITY = ("klass", "who", "people", "linked", "seen")
_WIDE = 24
_NARROW = 14


def _heads(names: tuple[str, ...], tr: Translator) -> tuple[tuple[str, int], ...]:
    return tuple(
        (tr.plain(f"fill-head-{name}"), _WIDE if name in ("subject", "teacher") else _NARROW) for name in names
    )


def _figures(tr: Translator) -> tuple[tuple[str, int], ...]:
    return _heads(_FIGURES, tr)


def _cells(fill: Fill) -> tuple[int | Decimal | None, ...]:
    return (
        fill.lessons,
        percent(fill.attendance, fill.lessons),
        percent(fill.topics, fill.lessons),
        percent(fill.homework, fill.graded),
        fill.marks,
        fill.marks_each,
        fill.given,
        fill.planned,
    )


def _activity(value: FillRates, tr: Translator) -> tuple[tuple[str | int, ...], ...]:
    names = {row.klass: row.klass_name for row in value.rows}
    whole = [("", tr.plain(f"fill-who-{one.kind.value}"), one.people, one.linked, one.seen) for one in value.activity]
    klasses = [
        (names.get(one.klass, ""), tr.plain(f"fill-who-{one.kind.value}"), one.people, one.linked, one.seen)
        for one in sorted(value.klasses, key=lambda one: (names.get(one.klass, ""), one.kind is PersonKind.STUDENT))
    ]
    return (*whole, *klasses)


def with_sheet(screen: Screen, value: FillRates, data: bytes, tr: Translator) -> Screen:
    """Add the workbook to a screen."""
    name = tr.plain("fill-sheet-file", month=dates.month_title(tr, value.first))
    return Screen(screen.text, screen.keyboard, media=(Media(FileKind.DOCUMENT, data=data, name=name),))
