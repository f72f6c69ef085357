"""What a workbook file is made of, looked at before anything is parsed: kind, sizes, forbidden parts."""

import re
import zipfile
import zlib
from pathlib import Path

from core.model.workbook import IntakeRefused

FILE_LIMIT = 20 * 2**20
UNPACKED_LIMIT = 30 * 2**20
ENTRY_LIMIT = 200
RATIO_LIMIT = 100
_RATIO_FROM = 2**20
_DIRECTORY_TAIL = 22 + 65_535
_CHUNK = 2**16
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_FORBIDDEN_XML = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MACROS = re.compile(r"vbaProject|macrosheets|activeX|\.bin$", re.IGNORECASE)


def open_package(path: Path) -> zipfile.ZipFile:
    """Open the file as the package of a workbook; raise `IntakeRefused` for whatever is not a plain XLSX file."""
    size = check_size(path)
    _check_signature(path, size)
    try:
        package = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise IntakeRefused("file-damaged") from None
    try:
        _check_directory(package.infolist())
        _check_parts(package)
    except BaseException:
        package.close()
        raise
    return package


def check_size(path: Path) -> int:
    """Give the size of the file in bytes; raise `IntakeRefused` when it is missing, empty or too big."""
    try:
        size = path.stat().st_size
    except OSError:
        raise IntakeRefused("file-missing") from None
    if size == 0:
        raise IntakeRefused("file-empty")
    if size > FILE_LIMIT:
        raise IntakeRefused("file-too-big", limit=FILE_LIMIT // 2**20)
    return size


def _check_signature(path: Path, size: int) -> None:
    with path.open("rb") as file:
        head = file.read(8)
        if head.startswith(_OLE):
            encrypted = _ENCRYPTED_STREAM in head + file.read()
            raise IntakeRefused("file-encrypted" if encrypted else "file-old-format")
        if not head.startswith(b"PK"):
            raise IntakeRefused("file-not-workbook")
        file.seek(max(0, size - _DIRECTORY_TAIL))
        tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + 12 > len(tail):
        raise IntakeRefused("file-damaged")
    if int.from_bytes(tail[at + 10 : at + 12], "little") > ENTRY_LIMIT:
        raise IntakeRefused("file-bomb")


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > ENTRY_LIMIT or sum(entry.file_size for entry in entries) > UNPACKED_LIMIT:
        raise IntakeRefused("file-bomb")
    if any(entry.file_size > _RATIO_FROM and entry.file_size > RATIO_LIMIT * entry.compress_size for entry in entries):
        raise IntakeRefused("file-bomb")
    _check_kind(entries)


def _check_kind(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names):
        raise IntakeRefused("file-damaged")
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise IntakeRefused("file-damaged")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise IntakeRefused("file-encrypted")
    if "xl/workbook.bin" in names:
        raise IntakeRefused("file-old-format")
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise IntakeRefused("file-not-workbook")
    _check_names(names)


def _check_names(names: list[str]) -> None:
    """Refuse macros and links to other files; printer settings are the one harmless binary part."""
    if any(_MACROS.search(name) for name in names if "printerSettings" not in name):
        raise IntakeRefused("file-macros")
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise IntakeRefused("file-external-links")


def _check_parts(package: zipfile.ZipFile) -> None:
    """Unpack every part once, counting real bytes: sizes in the directory may lie, and no part may define entities."""
    total = 0
    try:
        for entry in package.infolist():
            before = b""
            with package.open(entry) as part:
                while chunk := part.read(_CHUNK):
                    total += len(chunk)
                    if total > UNPACKED_LIMIT:
                        raise IntakeRefused("file-bomb")
                    if _FORBIDDEN_XML.search(before + chunk):
                        raise IntakeRefused("file-entities")
                    before = chunk[-16:]
        types = package.read("[Content_Types].xml")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise IntakeRefused("file-damaged") from None
    if b"macroEnabled" in types:
        raise IntakeRefused("file-macros")
