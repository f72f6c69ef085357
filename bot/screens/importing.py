"""A workbook sent to the chat: what is wrong with it, what it would change, what it did (ADM-1)."""

from collections.abc import Sequence

from bot.callbacks.admin import ApplyPress, CancelImportPress, KlassesPress, StaffEntriesPress
from bot.screen import Button, Media, Screen
from bot.screens.home import back
from bot.screens.import_report import change_lines, problem_line
from core.model.homework import FileKind
from core.model.importing import ImportDone, ImportPreview, KindChange
from core.model.people import Role
from core.model.workbook import Problem, Severity
from locales import Markup, Translator

LINES_SHOWN = 15
# Telegram takes 4,096; the rest of the message needs some.
LENGTH_SHOWN = 2500


def how_to(template: bytes, tr: Translator) -> Screen:
    """Explain, with the empty template."""
    media = Media(FileKind.DOCUMENT, data=template, name=tr.plain("load-template-file"))
    return Screen(tr("load-how"), (back(tr, Role.ADMINISTRATOR),), media=(media,))


def reading(name: str, tr: Translator) -> Screen:
    """Tell that the file is being read."""
    return Screen(tr("load-reading", name=name))


def writing(tr: Translator) -> Screen:
    """Tell that the school is being loaded."""
    return Screen(tr("load-writing"))


def preview(found: ImportPreview, file_name: str, digest: int, tr: Translator) -> Screen:
    """Show mistakes, or what would change with the question whether to load."""
    parts: list[str] = [tr("load-title", name=file_name)]
    for severity in Severity:
        parts.extend(problem_blocks(found.problems, severity, tr))
    asks = found.alters
    if found.possible:
        parts.extend(_changes("import-preview-title", found.name, found.changes, tr))
    if asks or not found.possible:
        parts.append(tr("load-ask" if asks else "load-fix"))
    yes = Button(tr.plain("load-yes"), ApplyPress(digest=digest))
    no = Button(tr.plain("load-no"), CancelImportPress())
    rows = ((yes,), (no,)) if asks else (back(tr, Role.ADMINISTRATOR),)
    return Screen("\n\n".join(parts), rows, media=listed(found.problems, tr))


def problem_blocks(problems: Sequence[Problem], severity: Severity, tr: Translator) -> list[str]:
    """Give the problems of a severity as a block, or nothing; those that do not fit are counted."""
    of_kind = [problem for problem in problems if problem.severity is severity]
    if not of_kind:
        return []
    lines: list[str] = []
    for problem in of_kind[:LINES_SHOWN]:
        line = problem_line(tr, problem)
        if sum(map(len, lines)) + len(line) > LENGTH_SHOWN // len(Severity):
            break
        lines.append(f"• {line}")
    left = len(of_kind) - len(lines)
    more = [tr("load-more", count=left)] if left else []
    title = tr(f"import-{severity.value}s-title", count=len(of_kind))
    return ["\n".join((f"<b>{title}</b>", *lines, *more))]


def listed(problems: Sequence[Problem], tr: Translator) -> tuple[Media, ...]:
    """Give all problems as a text file, where the message can't hold them."""
    if len(problems) <= LINES_SHOWN:
        return ()
    lines = "\n".join(problem_line(tr, problem).plain for problem in problems)
    return (Media(FileKind.DOCUMENT, data=lines.encode(), name=tr.plain("load-problems-file")),)


def _changes(title: str, name: str, changes: Sequence[KindChange], tr: Translator) -> list[str]:
    if not any(change.alters for change in changes):
        return ["\n".join((tr("import-preview-nothing"), *change_lines(tr, changes)))]
    return ["\n".join((Markup(f"<b>{tr(title, name=name)}</b>"), *change_lines(tr, changes)))]


def done(result: ImportDone, tr: Translator) -> Screen:
    """Show what was loaded, and the next step."""
    parts = [*_changes("import-done-title", result.name, result.changes, tr), tr("load-next")]
    klasses = Button(tr.plain("admin-klasses-button"), KlassesPress(school=result.school))
    staff = Button(tr.plain("admin-staff-button"), StaffEntriesPress(school=result.school))
    return Screen("\n\n".join(parts), ((staff,), (klasses,), back(tr, Role.ADMINISTRATOR)))


def cancelled(tr: Translator) -> Screen:
    """Leave everything as it was."""
    return Screen(tr("load-cancelled"), (back(tr, Role.ADMINISTRATOR),))
