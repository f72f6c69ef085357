"""The school's week or month in words, before and after it is posted; the month's report as tables (CTL-4)."""

from datetime import date, timedelta

from bot.callbacks import number_of
from bot.callbacks.analysis import AnalysisPress, AnalysisWordsPress, MonthReportPress, PostAnalysisPress
from bot.screen import Button, Media, Screen
from bot.screens.fill import fill_tables
from bot.screens.home import Row, back
from core.documents.mark_changes import ChangesTable, Column
from core.documents.tables import Table
from core.model.analysis import Analysis, MonthReport
from core.model.board import BoardLine, Tally
from core.model.control import AnalysisSpan
from core.model.fill import percent
from core.model.homework import FileKind
from locales import Markup, Translator, dates


def analysis(value: Analysis, tr: Translator, *, toast: str = "") -> Screen:
    """Show an analysis: as it was posted, else as it stands now."""
    lines: list[str] = [title(value, tr), ""]
    if value.posted is not None:
        moment = dates.moment(tr, value.posted.at, value.zone, value.today)
        lines += [tr("analysis-posted", moment=moment), "", tr("analysis-text", text=value.posted.text)]
    else:
        lines.append(tr("analysis-text", text=words(value, tr)))
        lines += [f"\n{each}" for each in _unfinished(value, tr)]
    return Screen("\n".join(lines), (*_acts(value, tr), *_turning(value, tr), back(tr)), toast)


def title(value: Analysis, tr: Translator) -> Markup:
    """Give the first line: what, of which school, of which days."""
    return tr(f"analysis-title-{value.span.value}", school=value.name, days=days_in_words(value, tr))


def days_in_words(value: Analysis, tr: Translator) -> str:
    """Name the week or the month."""
    if value.span is AnalysisSpan.WEEK:
        return dates.day_range(tr, value.first, value.last)
    return dates.month_title(tr, value.first)


def _unfinished(value: Analysis, tr: Translator) -> list[str]:
    """Say to who may post it that the days aren't over yet: it goes out once."""
    if not value.may_post or value.today >= value.last:
        return []
    return [tr(f"analysis-unfinished-{value.span.value}", days=days_in_words(value, tr))]


def words(value: Analysis, tr: Translator) -> str:
    """Give the figures in words, plain text: what is posted unless somebody writes their own."""
    blocks = [_records(value, tr), _fill(value, tr), _missed(value, tr), _remarks(value, tr)]
    return "\n\n".join(block for block in blocks if block)


def _records(value: Analysis, tr: Translator) -> str:
    tally = value.tally
    if tally.in_time is None:
        return tr.plain("analysis-no-records")
    lines = [
        tr.plain("analysis-in-time", percent=tally.in_time, late=tally.late, overdue=tally.overdue),
        tr.plain("analysis-complete", complete=value.complete, klasses=value.klasses),
    ]
    if value.late:
        lines.append(tr.plain("analysis-late"))
        lines += [_rule(line, tr) for line in value.late]
    return "\n".join(lines)


def _rule(line: BoardLine, tr: Translator) -> str:
    name = tr.plain(f"rule-{line.rule.title}") if line.rule else ""
    return tr.plain("analysis-late-rule", rule=name, overdue=line.tally.overdue, late=line.tally.late)


def _fill(value: Analysis, tr: Translator) -> str:
    fill = value.fill
    if not fill.lessons:
        return ""
    lines = [
        tr.plain(
            "analysis-fill",
            lessons=fill.lessons,
            attendance=percent(fill.attendance, fill.lessons) or 0,
            topics=percent(fill.topics, fill.lessons) or 0,
            homework=percent(fill.homework, fill.graded) or 0,
        )
    ]
    if fill.marks_each is not None:
        lines.append(tr.plain("analysis-marks", each=fill.marks_each))
    return "\n".join(lines)


def _missed(value: Analysis, tr: Translator) -> str:
    missed = value.missed
    if not missed.lessons:
        return tr.plain("analysis-nobody-missed")
    return tr.plain("analysis-missed", lessons=missed.lessons, students=missed.students, ill=missed.ill)


def _remarks(value: Analysis, tr: Translator) -> str:
    counts = value.remarks
    if not (counts.written or counts.confirmed or counts.open):
        return ""
    return tr.plain("analysis-remarks", written=counts.written, confirmed=counts.confirmed, open=counts.open)


def _acts(value: Analysis, tr: Translator) -> tuple[Row, ...]:
    day = number_of(value.first)
    rows: list[Row] = []
    if value.may_post:
        here = {"school": value.school, "span": value.span, "day": day}
        rows.append(
            (
                Button(tr.plain("analysis-post-button"), PostAnalysisPress(**here)),
                Button(tr.plain("analysis-words-button"), AnalysisWordsPress(**here)),
            )
        )
    if value.span is AnalysisSpan.MONTH:
        rows.append(
            (
                Button(tr.plain("analysis-xlsx-button"), MonthReportPress(school=value.school, day=day)),
                Button(tr.plain("analysis-pdf-button"), MonthReportPress(school=value.school, day=day, paper=True)),
            )
        )
    return tuple(rows)


def _turning(value: Analysis, tr: Translator) -> tuple[Row, ...]:
    spans = tuple(
        Button(
            tr.plain("home-tab-chosen", tab=tr.plain(f"analysis-span-{span.value}"))
            if span is value.span
            else tr.plain(f"analysis-span-{span.value}"),
            AnalysisPress(school=value.school, span=span, day=number_of(min(value.last, value.today))),
        )
        for span in AnalysisSpan
    )
    before, after = value.first - timedelta(days=1), value.last + timedelta(days=1)
    row = []
    if before >= value.earliest:
        row.append(Button(tr.plain("analysis-before"), _at(value, before)))
    if after <= value.today:
        row.append(Button(tr.plain("analysis-after"), _at(value, after)))
    return (spans, tuple(row)) if row else (spans,)


def _at(value: Analysis, day: date) -> AnalysisPress:
    return AnalysisPress(school=value.school, span=value.span, day=number_of(day))


def preview(value: Analysis, text: str, tr: Translator) -> Screen:
    """Show an analysis as the staff will get it."""
    day = number_of(value.first)
    sure = PostAnalysisPress(school=value.school, span=value.span, day=day, sure=True)
    lines = [tr("analysis-preview"), *_unfinished(value, tr), "", title(value, tr), "", tr("analysis-text", text=text)]
    again = AnalysisWordsPress(school=value.school, span=value.span, day=day)
    rows: tuple[Row, ...] = (
        (Button(tr.plain("analysis-send-button"), sure),),
        (Button(tr.plain("analysis-words-button"), again),),
        _leave(value, tr),
    )
    return Screen("\n".join(lines), rows)


def _leave(value: Analysis, tr: Translator) -> Row:
    press = AnalysisPress(school=value.school, span=value.span, day=number_of(value.first), leave=True)
    return (Button(tr.plain("home-cancel"), press),)


def ask_words(value: Analysis, tr: Translator) -> Screen:
    """Ask for words to be added, giving the figures to be copied."""
    text = tr("analysis-ask", text=words(value, tr))
    return Screen("\n\n".join((title(value, tr), text)), (_leave(value, tr),))


def with_report(screen: Screen, value: MonthReport, data: bytes, tr: Translator, *, paper: bool) -> Screen:
    """Add the report of the month to a screen."""
    name = "analysis-pdf-file" if paper else "analysis-xlsx-file"
    file = tr.plain(name, month=dates.month_title(tr, value.analysis.first))
    return Screen(screen.text, screen.keyboard, media=(Media(FileKind.DOCUMENT, data=data, name=file),))


_TALLY = ("percent", "done", "late", "overdue", "open", "paused")


def report_tables(value: MonthReport, tr: Translator) -> list[Table]:
    """Give the month's report as tables: duties by teacher, class, rule; open remarks; fill rates."""
    head = _paper_title(value.analysis, tr)
    of = (("teacher", value.teachers), ("klass", value.klasses), ("rule", value.rules))
    duties = [
        Table(
            tr.plain(f"analysis-sheet-{name}"),
            head,
            ((tr.plain(f"analysis-head-{name}"), 40), *((tr.plain(f"analysis-head-{each}"), 14) for each in _TALLY)),
            tuple((_name(line, tr), *_cells(line.tally)) for line in lines),
        )
        for name, lines in of
    ]
    heads = (("teacher", 24), ("remark", 60), ("due", 14), ("writer", 24))
    remarks = Table(
        tr.plain("analysis-sheet-remarks"),
        head,
        tuple((tr.plain(f"analysis-head-{name}"), width) for name, width in heads),
        tuple(
            (one.teacher_name.initials, one.text, dates.day_numbers_year(tr, one.due_on), one.writer_name.initials)
            for one in value.remarks
        ),
    )
    return [*duties, remarks, *fill_tables(value.fill, tr)]


def _name(line: BoardLine, tr: Translator) -> str:
    return tr.plain(f"rule-{line.rule.title}") if line.rule else line.name


def _cells(tally: Tally) -> tuple[int | None, ...]:
    return (tally.in_time, tally.done, tally.late, tally.overdue, tally.open, tally.paused)


def report_paper(value: MonthReport, tr: Translator) -> ChangesTable:
    """Give the month's report as a paper: the duties of each teacher."""
    columns = (Column(tr.plain("analysis-head-teacher"), 40), *(_column(name, tr) for name in _TALLY))
    rows = tuple(
        (line.name, *("" if cell is None else str(cell) for cell in _cells(line.tally))) for line in value.teachers
    )
    return ChangesTable(_paper_title(value.analysis, tr), _paper_about(value.analysis, tr), columns, rows)


def _paper_title(value: Analysis, tr: Translator) -> str:
    """The paper's fonts have no pictures, so its texts have none."""
    return tr.plain("analysis-paper-title", school=value.name, month=dates.month_title(tr, value.first))


def _paper_about(value: Analysis, tr: Translator) -> str:
    tally = value.tally
    if tally.in_time is None:
        return tr.plain("analysis-no-records")
    return tr.plain("analysis-paper-about", percent=tally.in_time, late=tally.late, overdue=tally.overdue)


def _column(name: str, tr: Translator) -> Column:
    return Column(tr.plain(f"analysis-head-{name}"), 14)
