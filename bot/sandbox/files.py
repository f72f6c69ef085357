"""Files up and down: contents in memory or in a folder beside the chats, ids and paths as Telegram makes them."""

import mimetypes
import secrets
import struct
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from bot.sandbox.call import Upload
from bot.sandbox.errors import bad_request

MAX_DOWN: Final = 20 * 1024 * 1024
MAX_PHOTO: Final = 10 * 1024 * 1024
_FOLDERS: Final = {"photo": "photos", "document": "documents", "voice": "voice", "video": "videos"}
_MAX_SIDES: Final = 10_000
_MAX_RATIO: Final = 20


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that went through the sandbox. `kind` is photo, document, voice or video; sizes in bytes and pixels."""

    file_id: str
    unique_id: str
    kind: str
    path: str
    name: str
    mime: str
    size: int
    width: int = 0
    height: int = 0

    def described(self) -> dict[str, Any]:
        """Give the object that a message carries under this kind's name (an array of sizes for photos)."""
        base = {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}
        if self.kind == "photo":
            return base | {"width": self.width, "height": self.height}
        if self.kind == "document":
            return base | {"file_name": self.name, "mime_type": self.mime}
        seen = {"width": 640, "height": 360} if self.kind == "video" else {}
        return base | seen | {"duration": 1, "mime_type": self.mime}


class Files:
    """All files of the sandbox. With a `folder` they outlive the process, without one they stay in memory."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._known: dict[str, Stored] = {}
        self._contents: dict[str, bytes] = {}

    def put(self, kind: str, upload: Upload) -> Stored:
        """Keep a file. Raises ApiError 400 when it is empty, or no picture where one is wanted."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        width, height = _picture_size(upload.content) if kind == "photo" else (0, 0)
        name = Path(upload.name.replace("\\", "/")).name or "file"
        unique = secrets.token_urlsafe(11)
        path = f"{_FOLDERS[kind]}/file_{len(self._known)}{Path(name).suffix[:16]}"
        stored = Stored(
            f"SBX{secrets.token_urlsafe(30)}",
            unique,
            kind,
            path,
            name,
            _mime(upload, name),
            len(upload.content),
            width,
            height,
        )
        self._known[stored.file_id] = stored
        self._write(unique, upload.content)
        return stored

    def get(self, file_id: str) -> Stored | None:
        """Give a file by the id that a message carried."""
        return self._known.get(file_id)

    def by_path(self, path: str) -> Stored | None:
        """Give a file by the path that getFile told."""
        return next((stored for stored in self._known.values() if stored.path == path), None)

    def by_unique_id(self, unique_id: str) -> Stored | None:
        """Give a file by its unique id, the name under which the page loads it."""
        return next((stored for stored in self._known.values() if stored.unique_id == unique_id), None)

    def content(self, stored: Stored) -> bytes | None:
        """Give a file's bytes, None when they are gone from the disk."""
        if stored.unique_id in self._contents:
            return self._contents[stored.unique_id]
        path = None if self._folder is None else self._folder / stored.unique_id
        return path.read_bytes() if path is not None and path.is_file() else None

    def dump(self) -> list[dict[str, Any]]:
        """Give what is known of all files, for the store."""
        return [asdict(stored) for stored in self._known.values()]

    def load(self, rows: list[dict[str, Any]]) -> None:
        """Take over what `dump` gave."""
        self._known = {row["file_id"]: Stored(**row) for row in rows}

    def _write(self, unique_id: str, content: bytes) -> None:
        if self._folder is None:
            self._contents[unique_id] = content
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / unique_id).write_bytes(content)


def _mime(upload: Upload, name: str) -> str:
    guessed = mimetypes.guess_type(name)[0]
    return guessed or upload.mime or "application/octet-stream"


def _picture_size(content: bytes) -> tuple[int, int]:
    if len(content) > MAX_PHOTO:
        raise bad_request("file is too big")
    width, height = _dimensions(content)
    if not width or not height:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if width + height > _MAX_SIDES or max(width, height) > _MAX_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _dimensions(content: bytes) -> tuple[int, int]:
    """Read width and height in pixels from the header of a PNG, GIF, WebP or JPEG, (0, 0) for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in {b"GIF87a", b"GIF89a"} and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    if content[:4] == b"RIFF" and content[8:16] == b"WEBPVP8X" and len(content) >= 30:
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if content[:4] == b"RIFF" and content[8:16] == b"WEBPVP8 " and len(content) >= 30:
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return next(_jpeg_frames(content), (0, 0)) if content.startswith(b"\xff\xd8") else (0, 0)


def _jpeg_frames(content: bytes) -> Iterator[tuple[int, int]]:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            yield width, height
        at += 2 + max(length, 2)
