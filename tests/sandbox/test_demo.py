"""The demo school's people, as they stand when the curtain rises."""

from pathlib import Path

from pydantic import SecretStr

from bot.app import open_app
from bot.sandbox.demo.data import TODAY
from bot.sandbox.demo.life import DemoClock
from bot.sandbox.demo.people import populate
from bot.sandbox.demo.prepare import MADE
from bot.sandbox.demo.registry import Registry
from bot.sandbox.demo.workbook import write_workbook
from bot.settings import Settings
from core.intake.workbook import read_workbook
from core.model.entry import EntranceKind
from core.rules.consent import CONSENT_VERSION, text_hash
from core.rules.invitations import hash_code
from core.usecases.consent import AcceptConsent, accept_consent
from core.usecases.entry import Redeem, redeem
from core.usecases.importing import apply_import


async def test_the_newcomers_code_opens_on_the_day_on_which_the_demo_begins(tmp_path: Path) -> None:
    book = tmp_path / "school.xlsx"
    book.write_bytes(write_workbook(populate()))
    database = SecretStr(f"sqlite+aiosqlite:///{tmp_path / 'demo.db'}")
    clock = DemoClock(MADE)
    app = await open_app(Settings(database_url=database, pepper_file=tmp_path / "pepper"), clock)
    try:
        workbook = await read_workbook(book)
        async with app.works.changing() as work:
            done = await apply_import(work, workbook)
        registry = Registry(app, populate(), done.school)
        await registry.admit_staff()
        await registry.admit_families()
        clock.instant = TODAY
        newcomer = next(one for one in await registry.cast() if one.start is not None)
        async with app.works.changing(newcomer.user_id) as work:
            await accept_consent(work, AcceptConsent(CONSENT_VERSION, text_hash(app.translators["ru"]("consent-text"))))
        async with app.works.changing(newcomer.user_id) as work:
            entrance = await redeem(work, Redeem(hash_code(newcomer.start or "", app.services.pepper)))
    finally:
        await app.close()
    assert entrance.kind is EntranceKind.ENTERED
