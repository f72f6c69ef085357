"""Slips on paper: every name whole, every code there, eight a page."""

import base64
import re
import zlib
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
import segno

from bot.screens.invitation_slips import slips
from core.documents.invitation_sheet import Slip, draw_slips
from core.model.entry import EntryState, Invitee, Issued, Sheet
from core.model.ids import PersonId
from core.model.people import PersonKind, PersonName
from locales import LANGUAGES, Translators

LONG = PersonName("Константинопольская-Вознесенская", "Александра-Елизавета", "Святославовна")


def issued(kind: PersonKind, name: PersonName, *children: PersonName, position: str = "") -> Issued:
    invitee = Invitee(PersonId(1), kind, name, EntryState.UNINVITED, children, position)
    return Issued(invitee, "7KQM-2XRD-9PWT-4HNB", datetime(2026, 10, 29, 21, tzinfo=UTC))


def sheet(*people: Issued, klass: str = "7Б") -> Sheet:
    return Sheet("Школа № 5", ZoneInfo("Europe/Moscow"), klass, people)


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page[^s]", pdf))


def test_eight_slips_a_page() -> None:
    slip = Slip("Школа", "Орлов Илья", "7Б", "7KQM-2XRD-9PWT-4HNB", "https://t.me/x?start=7KQM", ("1.", "2.", "3."))
    assert [pages(draw_slips([slip] * count)) for count in (1, 8, 9, 75)] == [1, 1, 2, 10]


def test_the_same_slips_are_the_same_bytes() -> None:
    slip = Slip("Школа", LONG.full, "7Б", "7KQM-2XRD-9PWT-4HNB", "7KQM", ("1.",))
    assert draw_slips([slip]) == draw_slips([slip])


def test_fonts_with_cyrillic_are_inside() -> None:
    slip = Slip("Школа", "Орлов Илья", "7Б", "7KQM-2XRD-9PWT-4HNB", "7KQM", ("1.",))
    pdf = draw_slips([slip])
    assert pdf.startswith(b"%PDF")
    assert b"DejaVuSans" in pdf
    assert b"/FontFile2" in pdf


def test_the_qr_code_is_drawn_module_by_module() -> None:
    link = "https://t.me/school_diary_bot?start=7KQM-2XRD-9PWT-4HNB"
    pdf = draw_slips([Slip("", "Орлов", "", "", link, ())])
    drawn = max(
        (_unpacked(part) for part in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)), key=_rectangles
    )
    dark = sum(
        1
        for row in segno.make(link, error="m", micro=False).matrix
        for at, module in enumerate(row)
        if module and not (at and row[at - 1])
    )
    assert _rectangles(drawn) == dark


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(base64.a85decode(stream.strip().removesuffix(b"~>")))
    except (ValueError, zlib.error):
        return b""


def _rectangles(content: bytes) -> int:
    return content.count(b" re")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_a_slip(language: str) -> None:
    tr = Translators.load(strict=True)[language]
    child = PersonName("Орлов", "Илья <b>", "Павлович")
    family, student, staff = slips(
        sheet(
            issued(PersonKind.GUARDIAN, LONG, child, child),
            issued(PersonKind.STUDENT, child),
            issued(PersonKind.STAFF, PersonName("Зимина", "Анна"), position="учитель & завуч"),
        ),
        "school_diary_bot",
        tr,
    )
    assert family.name == LONG.full
    assert family.line.endswith("Орлов Илья <b>, Орлов Илья <b>")
    assert "7Б" in student.line
    assert staff.line == "учитель & завуч"
    assert family.scanned == "https://t.me/school_diary_bot?start=7KQM-2XRD-9PWT-4HNB"
    assert len(family.steps) == 3
    assert "29" in family.steps[2]


def test_without_the_bot_s_name_the_code_alone_is_scanned() -> None:
    tr = Translators.load(strict=True)["ru"]
    (slip,) = slips(sheet(issued(PersonKind.STAFF, LONG), klass=""), "", tr)
    assert slip.scanned == "7KQM-2XRD-9PWT-4HNB"
    assert "@" not in slip.steps[0]
