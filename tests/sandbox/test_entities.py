"""Telegram's HTML: what it becomes, in UTF-16 units, and how it is refused."""

from typing import Any

import pytest

from bot.sandbox import ApiError
from bot.sandbox.entities import parse, units


def e(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length} | more


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>Ж</b><i>К</i>", "ЖК", [e("bold", 0, 1), e("italic", 1, 1)]),
        ("😀<strong>x</strong>", "😀x", [e("bold", 2, 1)]),
        ("<b><i>x</i></b>", "x", [e("italic", 0, 1), e("bold", 0, 1)]),
        ("<b>a<u>b</u></b>", "ab", [e("bold", 0, 2), e("underline", 1, 1)]),
        ("<s>1</s><strike>2</strike><del>3</del>", "123", [e("strikethrough", n, 1) for n in range(3)]),
        ("<code>1 &lt; 2 &amp;&amp; 3</code>", "1 < 2 && 3", [e("code", 0, 10)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [e("pre", 0, 1, language="python")]),
        ("<pre><code>x</code></pre>", "x", [e("pre", 0, 1)]),
        ("<pre>x</pre>", "x", [e("pre", 0, 1)]),
        (
            '<a href="https://example.org/?a=1&amp;b=2">x</a>',
            "x",
            [e("text_link", 0, 1, url="https://example.org/?a=1&b=2")],
        ),
        ("<a href='javascript:alert(1)'>x</a>", "x", []),
        ("<a>https://example.org/</a>", "https://example.org/", [e("text_link", 0, 20, url="https://example.org/")]),
        ('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>', "xy", [e("spoiler", 0, 1), e("spoiler", 1, 1)]),
        ("<blockquote>x</blockquote>", "x", [e("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [e("expandable_blockquote", 0, 1)]),
        ("<B>x</B>", "x", [e("bold", 0, 1)]),
        ("<b>x</>", "x", [e("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("&#1046;&#x416; &quot; &nbsp; &", 'ЖЖ " &nbsp; &', []),
        ("  <b> x </b>  ", "x", [e("bold", 0, 1)]),
        (
            "/start and https://example.org/a.",
            "/start and https://example.org/a.",
            [e("bot_command", 0, 6), e("url", 11, 21)],
        ),
        ("<code>/start</code>", "/start", [e("code", 0, 6)]),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    found_text, found = parse(source, "HTML")
    order = [(entity["offset"], -entity["length"]) for entity in found]
    assert found_text == text
    assert sorted(map(repr, map(sorted_items, found))) == sorted(map(repr, map(sorted_items, entities)))
    assert order == sorted(order)


def sorted_items(entity: dict[str, Any]) -> list[tuple[str, Any]]:
    return sorted(entity.items())


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<Иванов>", 'Unsupported start tag "Иванов" at byte offset 0'),
        ("я <h1>x</h1>", 'Unsupported start tag "h1" at byte offset 3'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href=", "Unclosed start tag at byte offset 0"),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=https://x>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse(source, "HTML")
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_given_entities_pass_and_lengths_are_utf16() -> None:
    assert parse("ab", "", [e("bold", 0, 2)]) == ("ab", [e("bold", 0, 2)])
    assert (units("aя"), units("😀")) == (2, 2)
