"""Files that mean harm, or that were harmed: made from a valid workbook, byte by byte where need be."""

import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from tests.intake.workbooks import small_book, write_book

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Parts = dict[str, bytes]


def parts_of(path: Path) -> Parts:
    """Every part of a package by name."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Parts) -> bytes:
    """A package of the parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def valid_parts(folder: Path) -> Parts:
    """The parts of a small valid workbook."""
    return parts_of(write_book(small_book(), folder / "valid.xlsx"))


def sheet_of(body: str) -> bytes:
    """A worksheet with the rows given as XML."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<worksheet xmlns="{NAMESPACE}"><sheetData>{body}</sheetData></worksheet>'.encode()


def with_sheet(parts: Parts, body: str) -> bytes:
    """The workbook with its first sheet replaced."""
    return packed({**parts, "xl/worksheets/sheet1.xml": sheet_of(body)})


def bomb(parts: Parts) -> bytes:
    return with_sheet(parts, "<row/>" * 60_000_00)


def billion_laughs(parts: Parts) -> bytes:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{levels}]>'
    content = sheet_of('<row r="1"><c r="A1" t="inlineStr"><is><t>&a9;</t></is></c></row>')
    return packed({**parts, "xl/worksheets/sheet1.xml": document.encode() + content.split(b"?>", 1)[1]})


def wide_entities(parts: Parts) -> bytes:
    """The same in UTF-16, where a search for bytes does not see it."""
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "ha">]>'
    body = sheet_of('<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>').decode().split("?>", 1)[1]
    return packed({**parts, "xl/worksheets/sheet1.xml": (text + body).encode("utf-16")})


def outside_file(parts: Parts) -> bytes:
    document = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    return packed({**parts, "xl/sharedStrings.xml": document + parts["xl/sharedStrings.xml"].split(b"?>", 1)[1]})


def encrypted_entry(parts: Parts) -> bytes:
    content = bytearray(packed(parts))
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


HOSTILE: dict[str, tuple[Callable[[Parts], bytes], str]] = {
    "empty file": (lambda _: b"", "file-empty"),
    "renamed PDF": (lambda _: b"%PDF-1.7\n" + b"x" * 1000, "file-not-workbook"),
    "renamed picture": (lambda _: b"\x89PNG\r\n\x1a\n" + b"x" * 1000, "file-not-workbook"),
    "plain text": (lambda _: "Иванов;5".encode(), "file-not-workbook"),
    "document": (lambda _: packed({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "file-not-workbook"),
    "zip of pictures": (lambda _: packed({"a.png": b"x"}), "file-not-workbook"),
    "old workbook": (lambda _: OLE + b"x" * 5000, "file-old-format"),
    "password": (lambda _: OLE + b"x" * 600 + "EncryptedPackage".encode("utf-16-le"), "file-encrypted"),
    "encrypted zip": (encrypted_entry, "file-encrypted"),
    "binary workbook": (lambda parts: packed({**parts, "xl/workbook.bin": b"x"}), "file-old-format"),
    "macros": (lambda parts: packed({**parts, "xl/vbaProject.bin": b"x"}), "file-macros"),
    "links": (lambda parts: packed({**parts, "xl/externalLinks/externalLink1.xml": b"<x/>"}), "file-external-links"),
    "zip bomb": (bomb, "file-bomb"),
    "many parts": (lambda parts: packed(parts | {f"xl/x{n}.xml": b"<x/>" for n in range(300)}), "file-bomb"),
    "billion laughs": (billion_laughs, "file-entities"),
    "entities in UTF-16": (wide_entities, "file-entities"),
    "file from outside": (outside_file, "file-entities"),
    "half a file": (lambda parts: packed(parts)[:-3000], "file-damaged"),
    "half a sheet": (
        lambda parts: packed({**parts, "xl/worksheets/sheet1.xml": parts["xl/worksheets/sheet1.xml"][:-400]}),
        "file-damaged",
    ),
    "no workbook part": (
        lambda parts: packed({name: content for name, content in parts.items() if name != "xl/workbook.xml"}),
        "file-damaged",
    ),
}

Mutator = Callable[[random.Random, Parts], bytes]


def _some_part(chance: random.Random, parts: Parts) -> str:
    return chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])


def flip_bytes(chance: random.Random, parts: Parts) -> bytes:
    content = bytearray(packed(parts))
    for _ in range(chance.randint(1, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def cut(chance: random.Random, parts: Parts) -> bytes:
    content = packed(parts)
    return content[: chance.randrange(1, len(content))]


def flip_part(chance: random.Random, parts: Parts) -> bytes:
    name = _some_part(chance, parts)
    content = bytearray(parts[name])
    for _ in range(chance.randint(1, 10)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return packed({**parts, name: bytes(content)})


def drop_part(chance: random.Random, parts: Parts) -> bytes:
    name = chance.choice(list(parts))
    return packed({other: content for other, content in parts.items() if other != name})


def swap_parts(chance: random.Random, parts: Parts) -> bytes:
    one, other = _some_part(chance, parts), _some_part(chance, parts)
    return packed({**parts, one: parts[other], other: parts[one]})


def repeat_piece(chance: random.Random, parts: Parts) -> bytes:
    name = _some_part(chance, parts)
    content = parts[name]
    start = chance.randrange(len(content))
    piece = content[start : start + chance.randint(1, 400)]
    return packed({**parts, name: content[:start] + piece * chance.randint(2, 50) + content[start:]})


def change_types(chance: random.Random, parts: Parts) -> bytes:
    name = f"xl/worksheets/sheet{chance.randint(1, 10)}.xml"
    kinds = [b't="s"', b't="e"', b't="b"', b't="n"', b't="d"', b't="str"', b't="inlineStr"', b't="zzz"']
    return packed({**parts, name: parts[name].replace(b't="s"', chance.choice(kinds), chance.randint(1, 20))})


def change_references(chance: random.Random, parts: Parts) -> bytes:
    name = f"xl/worksheets/sheet{chance.randint(1, 10)}.xml"
    place = chance.choice([b'r="XFD1048576"', b'r="A0"', b'r="ZZZZ9"', b'r=""', b'r="A-1"', b'r="A99999999999"'])
    return packed({**parts, name: parts[name].replace(b'r="B2"', place)})


def change_values(chance: random.Random, parts: Parts) -> bytes:
    name = f"xl/worksheets/sheet{chance.randint(1, 10)}.xml"
    value = chance.choice([b"-1", b"1e308", b"nan", b"999999999", b"", b"x", b"0x10", b"1_0", "٣".encode()])
    return packed({**parts, name: parts[name].replace(b"<v>1</v>", b"<v>" + value + b"</v>")})


def change_strings(chance: random.Random, parts: Parts) -> bytes:
    name = "xl/sharedStrings.xml"
    texts = [
        "\u202e" * 50,
        "я" * 32_000,
        "=1+1",
        "=cmd|'/c calc'!A1",
        "&#0;",
        "&lt;b&gt;",
        "\u0000",
        "😀" * 500,
        "7B",
        "-",
    ]
    pieces = parts[name].decode().split("</t>")
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(pieces) - 1)
        pieces[at] = pieces[at].rpartition(">")[0] + ">" + chance.choice(texts)
    return packed({**parts, name: "</t>".join(pieces).encode()})


def add_formulas(chance: random.Random, parts: Parts) -> bytes:
    name = f"xl/worksheets/sheet{chance.randint(1, 10)}.xml"
    formula = chance.choice([b"<f>1+1</f>", b'<f t="shared" si="0"/>', b'<f t="array" ref="A1:XFD1048576">A1</f>'])
    return packed({**parts, name: parts[name].replace(b"<v>", formula + b"<v>", chance.randint(1, 9))})


def lie_about_size(chance: random.Random, parts: Parts) -> bytes:
    content = bytearray(packed(parts))
    at = content.find(b"PK\x01\x02", chance.randrange(len(content) - 900))
    if at > 0:
        content[at + 20 : at + 28] = chance.randbytes(8)
    return bytes(content)


def declare_entity(chance: random.Random, parts: Parts) -> bytes:
    name = _some_part(chance, parts)
    document = chance.choice([b"<!DOCTYPE x>", b'<!DOCTYPE x [<!ENTITY e "y">]>', b"<!ENTITY>"])
    return packed({**parts, name: parts[name].replace(b"?>", b"?>" + document, 1)})


MUTATORS: tuple[Mutator, ...] = (
    flip_bytes,
    cut,
    flip_part,
    drop_part,
    swap_parts,
    repeat_piece,
    change_types,
    change_references,
    change_values,
    change_strings,
    add_formulas,
    lie_about_size,
    declare_entity,
)
