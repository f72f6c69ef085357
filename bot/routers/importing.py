"""The administrator sends a workbook: it is checked, shown, and loaded after a yes (ADM-1).

Between the two nothing of the file lies on our disk: Telegram keeps it, the form keeps its id and its digest.
"""

import asyncio
import hashlib
import tempfile
from pathlib import Path

from bot.callbacks.admin import ApplyPress, CancelImportPress, ImportPress
from bot.desk import Answer, Desk
from bot.outlet import FileTooLarge
from bot.screen import Screen
from bot.screens import importing as screens
from bot.turn import Form, Turn, Typed, TypedFile
from core.intake.workbook import read_workbook
from core.model.access import Action
from core.model.errors import Stale
from core.model.homework import FileKind
from core.model.ids import SchoolId
from core.model.workbook import IntakeRefused, Workbook
from core.usecases import administration
from core.usecases.importing import apply_import, make_template, plan_import

desk = Desk()
FORM = "workbook"
MEGABYTES = 20
_DIGEST_BYTES = 6


@desk.press(ImportPress)
async def how_to(turn: Turn, press: ImportPress) -> Answer:
    """Explain how a school is loaded, with the template."""
    command = administration.Ask(SchoolId(press.school), Action.SCHOOL_IMPORT)
    await turn.read(administration.ask, command)
    template = await asyncio.to_thread(make_template, turn.tr.language)
    return screens.how_to(template, turn.tr)


async def take_workbook(turn: Turn, file: TypedFile) -> Screen:
    """Check a workbook that came and show what it would do. Raises IntakeRefused, Forbidden."""
    await turn.outlet.send(screens.reading(file.name, turn.tr))
    content = await download(turn, file.file_id)
    book = await _read(content)
    found = await turn.read_at_length(plan_import, book)
    digest = digest_of(content)
    if found.alters:
        await turn.expect(FORM, file_id=file.file_id, digest=digest)
    return screens.preview(found, file.name, digest, turn.tr)


@desk.form(FORM)
async def typed_instead_of_yes(turn: Turn, _form: Form, typed: Typed) -> Answer:
    """Take a corrected file instead of a yes; words alone change nothing."""
    if typed.file is not None and typed.file.kind is FileKind.DOCUMENT:
        return await take_workbook(turn, typed.file)
    await turn.forget()
    return screens.cancelled(turn.tr)


@desk.press(ApplyPress)
async def apply(turn: Turn, press: ApplyPress) -> Answer:
    """Load the very workbook that was shown; an older preview's button does not load a newer file."""
    form = await turn.expected()
    if form is None or form.name != FORM or form.data["digest"] != press.digest:
        raise Stale("import-gone")
    await turn.outlet.show(screens.writing(turn.tr))
    content = await download(turn, str(form.data["file_id"]))
    if digest_of(content) != press.digest:
        raise Stale("import-gone")
    result = await turn.change_at_length(apply_import, await _read(content))
    await turn.forget()
    return screens.done(result, turn.tr)


@desk.press(CancelImportPress)
async def cancel(turn: Turn, _press: CancelImportPress) -> Answer:
    """Forget the workbook."""
    await turn.forget()
    return screens.cancelled(turn.tr)


async def download(turn: Turn, file_id: str) -> bytes:
    """Give the content of a file that somebody sent. Raises IntakeRefused for one that is too big."""
    try:
        return await turn.outlet.download(file_id, MEGABYTES * 2**20)
    except FileTooLarge:
        raise IntakeRefused("file-too-big", limit=MEGABYTES) from None


async def _read(content: bytes) -> Workbook:
    with tempfile.TemporaryDirectory(prefix="diary-") as folder:
        path = Path(folder) / "workbook.xlsx"
        await asyncio.to_thread(path.write_bytes, content)
        return await read_workbook(path)


def digest_of(content: bytes) -> int:
    """Give a number by which a button knows the very file that was shown."""
    return int.from_bytes(hashlib.sha256(content).digest()[:_DIGEST_BYTES], "big") + 1
