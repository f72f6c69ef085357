"""Lost access: the question since when, and the list of operations with «keep» and «take back» (ACC-5)."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.callbacks import number_of
from bot.callbacks.admin import IssuePersonPress, PersonEntryPress
from bot.callbacks.lost import (
    DecideOperationPress,
    LostListPress,
    LostReportPress,
    LostSincePress,
    PickSincePress,
    ReportLostPress,
)
from bot.screen import Button, Screen
from bot.screens.home import back
from bot.screens.lost_words import code, content_line, deed_line
from bot.screens.trail import lesson_line
from bot.widgets.date_picker import DatePicker
from bot.widgets.fitting import clip
from bot.widgets.pager import Page, page_of, pager_row
from core.model.entry import Standing
from core.model.ids import SchoolId
from core.model.people import Role
from core.model.scrutiny import LostCase, LostReport, Operation, ReviewState
from locales import Markup, Translator
from locales.dates import day_and_month, moment

Row = tuple[Button, ...]

_OPERATIONS = 5
_YEAR = timedelta(days=366)


def ask(tr: Translator, who: Standing) -> Screen:
    """Ask before somebody's access is closed."""
    rows = (
        (Button(tr.plain("lost-button-report"), ReportLostPress(person=who.person, sure=True)),),
        (Button(tr.plain("teacher-button-cancel"), PersonEntryPress(person=who.person)),),
    )
    return Screen(tr("lost-ask-of", name=who.name.full), rows)


def reported(tr: Translator, who: Standing) -> Screen:
    """Say that the access is closed and who goes on from here."""
    rows = ((Button(tr.plain("lost-button-person"), PersonEntryPress(person=who.person)),), back(tr))
    return Screen(tr("lost-reported", name=who.name.full), rows)


def reports(tr: Translator, school: SchoolId, found: tuple[LostReport, ...]) -> Screen:
    """Give the open reports of a school."""
    rows = [(Button(clip(each.name.short, 40), LostReportPress(report=each.id)),) for each in found]
    text = tr("lost-list", count=len(found)) if found else tr("lost-list-none")
    return Screen(text, (*rows, back(tr, Role.ADMINISTRATOR)))


def report(tr: Translator, case: LostCase, number: int, *, toast: str = "") -> Screen:
    """Give a report: the question since when, or the list of what was done."""
    if case.report.since is None:
        return _since(tr, case)
    page = page_of(case.operations, number, _OPERATIONS)
    rows = [row for each in page.items for row in _choices(tr, case, each, page.number)]
    rows += _all(tr, case, page)
    rows.append(pager_row(tr, page, lambda at: LostReportPress(report=case.report.id, page=at)))
    rows.append((Button(tr.plain("lost-button-invite"), IssuePersonPress(person=case.report.person)),))
    rows.append(_way_back(tr, case))
    return Screen("\n\n".join(_list_text(tr, case, page)), tuple(row for row in rows if row), toast)


def _way_back(tr: Translator, case: LostCase) -> Row:
    return (
        Button(tr.plain("lost-button-list"), LostListPress(school=case.report.school)),
        *back(tr, Role.ADMINISTRATOR),
    )


def _head(tr: Translator, case: LostCase) -> Markup:
    found = case.report
    at = moment(tr, found.reported_at, found.zone, case.today)
    return tr("lost-head", name=found.name.full, kind=found.kind.value, moment=at)


def _since(tr: Translator, case: LostCase) -> Screen:
    key, today = case.report.id, case.today
    yesterday = today - timedelta(days=1)
    rows: tuple[Row, ...] = (
        (Button(tr.plain("lost-button-now"), LostSincePress(report=key)),),
        (
            Button(tr.plain("lost-button-today"), LostSincePress(report=key, day=number_of(today))),
            Button(tr.plain("lost-button-yesterday"), LostSincePress(report=key, day=number_of(yesterday))),
        ),
        (Button(tr.plain("lost-button-other"), PickSincePress(report=key, month=number_of(today))),),
        _way_back(tr, case),
    )
    return Screen(f"{_head(tr, case)}\n\n{tr('lost-since-ask')}", rows)


def pick_since(tr: Translator, case: LostCase, month: date) -> Screen:
    """Give a month to pick the day from which on the access may have been lost."""
    key = case.report.id
    picker = DatePicker(
        pick=lambda day: LostSincePress(report=key, day=number_of(day)),
        turn=lambda shown: PickSincePress(report=key, month=number_of(shown)),
        first=case.today - _YEAR,
        last=case.today,
    )
    rows = (
        *picker.keyboard(tr, month, case.today),
        (Button(tr.plain("lost-button-back"), LostReportPress(report=key)),),
    )
    return Screen(f"{_head(tr, case)}\n\n{tr('lost-since-ask')}", rows)


def _list_text(tr: Translator, case: LostCase, page: Page[Operation]) -> Iterator[Markup]:
    yield _head(tr, case)
    if not case.operations:
        yield tr("lost-nothing")
        return
    since = case.report.since or case.report.reported_at
    day = day_and_month(tr, since.astimezone(case.report.zone).date())
    yield tr("lost-operations", day=day, count=len(case.operations), pending=len(case.pending))
    first = page.number * _OPERATIONS + 1
    yield Markup("\n\n".join(_line(tr, case, each, number) for number, each in enumerate(page.items, first)))


def _line(tr: Translator, case: LostCase, each: Operation, number: int) -> Markup:
    lines = [deed_line(tr, each, number, moment(tr, each.at, case.report.zone, case.today))]
    if each.lesson is not None:
        lines.append(lesson_line(tr, each.lesson))
    if content := content_line(tr, each):
        lines.append(content)
    lines.append(tr(f"lost-state-{_state(each)}"))
    return Markup("\n".join(lines))


def _state(each: Operation) -> str:
    if each.state is not ReviewState.PENDING:
        return each.state.value
    if not each.reversible:
        return "manual"
    return "invalid" if each.invalid else "pending"


def _choices(tr: Translator, case: LostCase, each: Operation, page: int) -> Iterator[Row]:
    if each.state is not ReviewState.PENDING:
        return
    number = case.operations.index(each) + 1
    key = case.report.id
    keep = DecideOperationPress(report=key, back=False, operation=each.id, page=page)
    row = [Button(tr.plain("lost-button-keep", number=number), keep)]
    if each.reversible:
        undo = DecideOperationPress(report=key, back=True, operation=each.id, page=page)
        row.insert(0, Button(tr.plain("lost-button-undo", number=number, kind=code(each)), undo))
    yield tuple(row)


def ask_one(tr: Translator, case: LostCase, press: DecideOperationPress) -> Screen:
    """Name an operation and ask before it is taken back."""
    each = next((each for each in case.operations if each.id == press.operation), None)
    if each is None or each.state is not ReviewState.PENDING:
        return report(tr, case, press.page)
    blocks = [_head(tr, case), tr("lost-undo-ask"), _line(tr, case, each, case.operations.index(each) + 1)]
    if each.later:
        blocks.append(tr("lost-undo-later", count=each.later))
    rows = (
        (Button(tr.plain("lost-button-undo-sure"), press.model_copy(update={"sure": True})),),
        (Button(tr.plain("teacher-button-cancel"), LostReportPress(report=press.report, page=press.page)),),
    )
    return Screen("\n\n".join(blocks), rows)


def _all(tr: Translator, case: LostCase, page: Page[Operation]) -> Iterator[Row]:
    reversible = sum(each.reversible for each in case.pending)
    key = case.report.id
    if reversible:
        everything = DecideOperationPress(report=key, back=True, page=page.number)
        yield (Button(tr.plain("lost-button-undo-all", count=reversible, pending=len(case.pending)), everything),)
    if case.pending:
        kept = DecideOperationPress(report=key, back=False, page=page.number)
        yield (Button(tr.plain("lost-button-keep-all", count=len(case.pending)), kept),)


def ask_all(tr: Translator, case: LostCase, press: DecideOperationPress) -> Screen:
    """Ask before everything is decided at once."""
    count = sum(each.reversible for each in case.pending) if press.back else len(case.pending)
    text = tr("lost-undo-all-ask" if press.back else "lost-keep-all-ask", count=count)
    sure = press.model_copy(update={"sure": True})
    rows = (
        (Button(tr.plain("lost-button-sure"), sure),),
        (Button(tr.plain("teacher-button-cancel"), LostReportPress(report=press.report, page=press.page)),),
    )
    return Screen(f"{_head(tr, case)}\n\n{text}", rows)
