"""The Fluent files as the house tests read them: every text with its arguments and its literal pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from locales.catalogue import sources


@dataclass(frozen=True, slots=True)
class Text:
    """One text or term of a language: where it stands and its tree."""

    name: str
    file: str
    tree: ftl.Message | ftl.Term

    @property
    def patterns(self) -> Iterator[ftl.Pattern]:
        """The text's pattern and those of all its variants."""
        yield from (node for node in _nodes(self.tree) if isinstance(node, ftl.Pattern))

    @property
    def words(self) -> str:
        """All literal pieces, apart from each other."""
        return "\n".join(node.value for node in _nodes(self.tree) if isinstance(node, ftl.TextElement))


@dataclass(frozen=True, slots=True)
class Language:
    """All texts of a language, and what could not be read."""

    texts: tuple[Text, ...]
    junk: tuple[str, ...]

    @property
    def by_name(self) -> dict[str, Text]:
        return {text.name: text for text in self.texts}

    def arguments(self, name: str, *, seen: frozenset[str] = frozenset()) -> set[str]:
        """What a text asks for, itself or through the texts it refers to."""
        if name in seen or name not in self.by_name:
            return set()
        found: set[str] = set()
        for node in _nodes(self.by_name[name].tree):
            if isinstance(node, ftl.VariableReference):
                found.add(node.id.name)
            elif isinstance(node, ftl.MessageReference):
                found |= self.arguments(node.id.name, seen=seen | {name})
        return found

    def referred(self) -> set[str]:
        """Names of texts and terms that other texts refer to."""
        nodes = (node for text in self.texts for node in _nodes(text.tree))
        return {
            ("-" if isinstance(node, ftl.TermReference) else "") + node.id.name
            for node in nodes
            if isinstance(node, ftl.MessageReference | ftl.TermReference)
        }


def _nodes(node: ftl.BaseNode) -> Iterator[ftl.BaseNode]:
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ftl.BaseNode):
                yield from _nodes(child)


@cache
def language(code: str) -> Language:
    """Read a language's files."""
    texts: list[Text] = []
    junk: list[str] = []
    for file, source in sources(code).items():
        for entry in FluentParser(with_spans=False).parse(source).body:
            if isinstance(entry, ftl.Message | ftl.Term):
                texts.append(Text(_name(entry), file, entry))
            elif isinstance(entry, ftl.Junk):
                junk.append(f"{code}/{file}: {(entry.content or '').strip()[:100]}")
    return Language(tuple(texts), tuple(junk))


def _name(entry: ftl.Message | ftl.Term) -> str:
    return ("-" if isinstance(entry, ftl.Term) else "") + entry.id.name


def literal(pattern: ftl.Pattern) -> str:
    """The pattern's own words; what is put in stands as a letter."""
    return "".join(part.value if isinstance(part, ftl.TextElement) else "x" for part in pattern.elements)


def choices(text: Text) -> Iterator[set[str]]:
    """The keys of each choice in a text."""
    for node in _nodes(text.tree):
        if isinstance(node, ftl.SelectExpression):
            yield {v.key.name if isinstance(v.key, ftl.Identifier) else v.key.value for v in node.variants}


TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z-]*)(?P<rest>[^<>]*)>|[<>]")
