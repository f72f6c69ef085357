"""Telegram's HTML: text and entities out of markup, errors with Telegram's words. Lengths are UTF-16 units."""

import html
import re
from dataclasses import dataclass, field
from typing import Any, Final

from bot.sandbox.errors import ApiError, bad_request

Entity = dict[str, Any]

_KINDS: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_REFERENCE: Final = re.compile(rb"&(?:#x[0-9a-fA-F]{1,6}|#\d{1,7}|lt|gt|amp|quot);?")
_ATTRIBUTE: Final = re.compile(rb"\s*([^\s=>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([0-9A-Za-z.-]+)))?")
_FOUND: Final = (
    ("url", re.compile(r"(?<![\w/@.])https?://[^\s<>\"«»]+[^\s<>\"«».,;:!?)]")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,32}(?:@\w+)?(?![\w/])")),
    ("hashtag", re.compile(r"(?<!\w)#\w*[^\W\d]\w*")),
)


def units(text: str) -> int:
    """Count UTF-16 code units, the measure of all Telegram lengths."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    start: int


@dataclass(slots=True)
class _Parser:
    """One pass over the UTF-8 bytes: errors name byte offsets."""

    source: bytes
    text: str = ""
    length: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def run(self) -> None:
        at = 0
        while at < len(self.source):
            at = self._tag(at) if self.source[at : at + 1] == b"<" else self._plain(at)
        if self.opened:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')

    def _plain(self, at: int) -> int:
        if found := _REFERENCE.match(self.source, at):
            self._put(html.unescape(found[0].decode().rstrip(";") + ";"))
            return found.end()
        end = at + 1
        while end < len(self.source) and self.source[end] not in b"<&":
            end += 1
        self._put(self.source[at:end].decode())
        return end

    def _put(self, piece: str) -> None:
        self.text += piece
        self.length += units(piece)

    def _tag(self, at: int) -> int:
        return self._close(at) if self.source[at + 1 : at + 2] == b"/" else self._start(at)

    def _start(self, at: int) -> int:
        name = re.compile(rb"[^\s>]*").match(self.source, at + 1)
        assert name is not None  # noqa: S101 - a pattern that may be empty always matches
        if name.end() == len(self.source):
            raise _unparsable(f"Unclosed start tag at byte offset {at}")
        tag = name[0].lower().decode()
        if tag not in _KINDS:
            raise _unparsable(f'Unsupported start tag "{tag}" at byte offset {at}')
        attributes, end = self._attributes(tag, at, name.end())
        argument = _argument(tag, attributes)
        if tag == "span" and argument != "spoiler":
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
        self.opened.append(_Open(tag, argument, self.length))
        return end

    def _attributes(self, tag: str, begin: int, at: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        while found := _ATTRIBUTE.match(self.source, at):
            value = next((part for part in found.groups()[1:] if part is not None), b"")
            attributes[found[1].lower().decode()] = html.unescape(value.decode())
            at = found.end()
            if found[4] is not None and not self.source[at : at + 1].isspace() and self.source[at : at + 1] != b">":
                raise _unparsable(f"Unexpected end of name token at byte offset {found.start(4)}")
        while self.source[at : at + 1].isspace():
            at += 1
        if at == len(self.source) or (attributes and self.source[at : at + 1] == b"="):
            raise _unparsable(f"Unclosed start tag at byte offset {begin}")
        if self.source[at : at + 1] != b">":
            raise _unparsable(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        return attributes, at + 1

    def _close(self, at: int) -> int:
        if not self.opened:
            raise _unparsable(f"Unexpected end tag at byte offset {at}")
        end = self.source.find(b">", at)
        if end < 0:
            raise _unparsable(f"Unclosed end tag at byte offset {at}")
        name, opened = self.source[at + 2 : end].decode().strip().lower(), self.opened[-1]
        if name and name != opened.tag:
            raise _unparsable(
                f'Unmatched end tag at byte offset {at}, expected "</{opened.tag}>", found "</{name}>"',
            )
        self.opened.pop()
        if self.length > opened.start:
            self._add(opened)
        return end + 1

    def _add(self, opened: _Open) -> None:
        entity: Entity = {"offset": opened.start, "length": self.length - opened.start, "type": _KINDS[opened.tag]}
        inner = self.entities[-1] if self.entities else {}
        if opened.tag == "pre" and inner.get("type") == "code" and _span(inner) == _span(entity):
            self.entities.pop()
            entity |= {key: value for key, value in inner.items() if key == "language"}
        elif opened.tag == "code" and opened.argument:
            entity["language"] = opened.argument
        elif opened.tag == "a":
            entity["url"] = opened.argument or self.text[-entity["length"] :]
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        self.entities.append(entity)


def _argument(tag: str, attributes: dict[str, str]) -> str:
    if tag == "a":
        return attributes.get("href", "")
    if tag == "code":
        return attributes.get("class", "").removeprefix("language-") if "class" in attributes else ""
    if tag == "span":
        return attributes.get("class", "").removeprefix("tg-")
    return "1" if tag == "blockquote" and "expandable" in attributes else ""


def _span(entity: Entity) -> tuple[int, int]:
    return entity["offset"], entity["length"]


def _unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


def parse(source: str, mode: str, given: list[Entity] | None = None) -> tuple[str, list[Entity]]:
    """Turn what the bot sends into the text that people see and its entities, as the message will carry them.

    `mode` is "HTML" (any case) or "" with entities `given` apart. Raises ApiError 400 as Telegram does.
    """
    if not mode:
        text, entities = source, [dict(entity) for entity in given or []]
    elif mode.lower() == "html":
        parser = _Parser(source.encode("utf-8", "replace"))
        parser.run()
        text, entities = parser.text, [_finished(entity) for entity in parser.entities]
    else:
        raise bad_request("unsupported parse_mode")
    text, entities = _trimmed(text, entities)
    found = detect(text, entities)
    return text, sorted(entities + found, key=lambda entity: (entity["offset"], -entity["length"]))


def _finished(entity: Entity) -> Entity:
    """Drop what only the parser needed: a lone `code` has no language."""
    return {key: value for key, value in entity.items() if not (key == "language" and entity["type"] == "code")}


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cut white space at both ends, as Telegram does, and the entities with it; links that lead nowhere go."""
    lead = units(text) - units(text.lstrip())
    trimmed = text.strip()
    end = units(trimmed)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, end)
        if stop > start and (entity["type"] != "text_link" or _reachable(entity["url"])):
            kept.append(entity | {"offset": start, "length": stop - start})
    return trimmed, kept


def _reachable(url: str) -> bool:
    return bool(re.match(r"(?:https?|tg|ton|mailto|tel):\S+|[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$", url))


def detect(text: str, entities: list[Entity]) -> list[Entity]:
    """Find addresses, commands and hashtags in a text, outside of code and links."""
    taken = [_span(e) for e in entities if e["type"] in {"code", "pre", "text_link", "url", "bot_command"}]
    found: list[Entity] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            start, length = units(text[: match.start()]), units(match[0])
            if all(start >= at + span or start + length <= at for at, span in taken):
                found.append({"offset": start, "length": length, "type": kind})
                taken.append((start, length))
    return found
