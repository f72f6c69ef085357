"""Reading the printed invitations as a person does: whose slip it is, and the code on it."""

import base64
import re
import zlib
from pathlib import Path

_LINES = 4
"""Name, child and class stand in so many lines above the code."""
_CODE = re.compile(r"[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}")
_PIECE = re.compile(rb"/(F\d+)\+0 |(?<!\\)\(((?:\\.|[^\\)])*)\) Tj")
_ESCAPE = re.compile(rb"\\(\d{3}|.)", re.DOTALL)


def slips(file: Path) -> dict[str, str]:
    """Give the code by everything that is printed above it on the slip."""
    found: dict[str, str] = {}
    above: list[str] = []
    for line in _lines(file.read_bytes()):
        if _CODE.fullmatch(line):
            found[" ".join(above[-_LINES:])] = line
            above = []
        else:
            above.append(line)
    return found


def code_of(printed: dict[str, str], name: str) -> str:
    """Give the code of the slip whose person is named so; the person stands before any child."""
    (code,) = [code for text, code in printed.items() if name in text]
    return code


def _lines(pdf: bytes) -> list[str]:
    objects = dict(re.findall(rb"(\d+) 0 obj(.*?)endobj", pdf, re.DOTALL))
    fonts = re.findall(rb"/Name /(F\d+)\+0.*?/ToUnicode (\d+) 0 R", pdf, re.DOTALL)
    letters = {name: _letters(_stream(objects[number])) for name, number in fonts}
    lines = []
    for body in objects.values():
        font = b""
        for name, text in _PIECE.findall(_stream(body)):
            font = name or font
            if not name:
                lines.append("".join(letters.get(font, {}).get(code, chr(code)) for code in _plain(text)))
    return lines


def _letters(table: bytes) -> dict[int, str]:
    return {int(code, 16): chr(int(letter, 16)) for code, letter in re.findall(rb"<(\w\w)>\s<(\w{4})>", table)}


def _stream(body: bytes) -> bytes:
    found = re.search(rb"stream\r?\n(.*)endstream", body, re.DOTALL)
    if found is None or b"/Length1" in body:
        return b""
    packed = found[1].strip()
    return zlib.decompress(base64.a85decode(packed[:-2]) if packed.endswith(b"~>") else found[1])


def _plain(text: bytes) -> bytes:
    return _ESCAPE.sub(lambda m: bytes([int(m[1], 8)]) if m[1].isdigit() and len(m[1]) == 3 else m[1], text)
