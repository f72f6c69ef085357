"""Invitations on paper: eight slips a page, to be cut apart, each with its code, a QR code and what to do (ACC-1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from core.documents.fonts import BOLD, MONO, SANS, register_fonts

# Millimetres; the margin is what office printers cannot reach.
_PAGE = (210.0, 297.0)
_MARGIN = 8.0
_COLUMNS, _ROWS = 2, 4
_WIDTH = (_PAGE[0] - 2 * _MARGIN) / _COLUMNS
_HEIGHT = (_PAGE[1] - 2 * _MARGIN) / _ROWS
_PAD = 4.5
_QR = 31.0
_INNER = _WIDTH - 2 * _PAD
_BESIDE_QR = _INNER - _QR - 3
_GREY = 0.35


@dataclass(frozen=True, slots=True)
class Slip:
    """One person's slip. `scanned` is what the QR code says; `steps` are lines of instruction."""

    title: str
    name: str
    line: str
    code: str
    scanned: str
    steps: tuple[str, ...]


def draw_slips(slips: Sequence[Slip]) -> bytes:
    """Give the PDF, A4. Takes some 10 ms a slip: call it off the event loop."""
    from reportlab.lib.units import mm
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    written = BytesIO()
    # Invariant: no time of making inside, so the same slips are the same bytes.
    page = Canvas(written, pagesize=(_PAGE[0] * mm, _PAGE[1] * mm), invariant=1, pageCompression=1)
    page.scale(mm, mm)
    for number, slip in enumerate(slips):
        place = number % (_COLUMNS * _ROWS)
        if number and not place:
            _turn_page(page, mm)
        if not place:
            _cut_lines(page)
        _draw(page, slip, _MARGIN + place % _COLUMNS * _WIDTH, _PAGE[1] - _MARGIN - place // _COLUMNS * _HEIGHT)
    page.save()
    return written.getvalue()


def _turn_page(page: Any, mm: float) -> None:
    page.showPage()
    page.scale(mm, mm)


def _cut_lines(page: Any) -> None:
    page.setLineWidth(0.15)
    page.setStrokeGray(0.5)
    page.setDash(1.2, 1.2)
    for column in range(1, _COLUMNS):
        page.line(_MARGIN + column * _WIDTH, 0, _MARGIN + column * _WIDTH, _PAGE[1])
    for row in range(1, _ROWS):
        page.line(0, _MARGIN + row * _HEIGHT, _PAGE[0], _MARGIN + row * _HEIGHT)
    page.setDash()


def _draw(page: Any, slip: Slip, left: float, top: float) -> None:
    """Draw a slip with its upper left corner at (left, top)."""
    x, y = left + _PAD, top - _PAD
    page.setFillGray(_GREY)
    _line(page, slip.title, SANS, 2.8, (x, y - 2.8), _INNER)
    page.setFillGray(0)
    y -= 9
    for part in _wrapped(slip.name, BOLD, 4.6, _BESIDE_QR, 2):
        _line(page, part, BOLD, 4.6, (x, y), _BESIDE_QR)
        y -= 5.6
    for part in _wrapped(slip.line, SANS, 3.0, _BESIDE_QR, 3):
        _line(page, part, SANS, 3.0, (x, y), _BESIDE_QR)
        y -= 4
    _line(page, slip.code, MONO, 4.4, (x, top - _PAD - 34.5), _BESIDE_QR)
    _qr(page, slip.scanned, x + _INNER - _QR, top - _PAD - 4 - _QR)
    _steps(page, slip.steps, x, top - _PAD - 42.5)


def _steps(page: Any, steps: Sequence[str], x: float, y: float) -> None:
    for step in steps:
        for part in _wrapped(step, SANS, 2.7, _INNER, 3):
            _line(page, part, SANS, 2.7, (x, y), _INNER)
            y -= 3.5
        y -= 0.8


def _line(page: Any, text: str, font: str, size: float, at: tuple[float, float], width: float) -> None:
    """Write one line, smaller where it would not fit."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    wide = stringWidth(text, font, size)
    page.setFont(font, size if wide <= width else size * width / wide)
    page.drawString(*at, text)


def _wrapped(text: str, font: str, size: float, width: float, most: int) -> list[str]:
    """Break a text into at most so many lines; the last takes what is left, and is written smaller."""
    from reportlab.lib.utils import simpleSplit

    lines: list[str] = simpleSplit(text, font, size, width)
    return lines if len(lines) <= most else [*lines[: most - 1], " ".join(lines[most - 1 :])]


def _qr(page: Any, content: str, x: float, y: float) -> None:
    import segno

    rows = segno.make(content, error="m", micro=False).matrix
    side = _QR / len(rows)
    path = page.beginPath()
    for down, row in enumerate(rows):
        for start, end in _runs(row):
            # Runs overlap by a hair: viewers draw white seams between squares that only touch.
            path.rect(x + start * side, y + _QR - (down + 1) * side, (end - start) * side, side * 1.03)
    page.drawPath(path, stroke=0, fill=1)


def _runs(row: Sequence[int]) -> list[tuple[int, int]]:
    """Give the dark runs of a row as [start, end)."""
    runs: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if dark and runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        elif dark:
            runs.append((at, at + 1))
    return runs
