"""Long lists in pages: which part is shown, and the row of buttons that turns the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.callbacks import Press
from bot.screen import Button
from locales import Translator

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list: its items, its number from 0, how many pages there are."""

    items: tuple[T, ...]
    number: int
    pages: int


def page_of(items: Sequence[T], number: int, size: int) -> Page[T]:
    """Give a page of `size` items; a number behind the end (the list has shrunk since) gives the last page."""
    pages = max(1, -(-len(items) // size))
    at = min(number, pages - 1)
    return Page(tuple(items[at * size : (at + 1) * size]), at, pages)


def pager_row(tr: Translator, page: Page[T], press: Callable[[int], Press]) -> tuple[Button, ...]:
    """Give ◀ 2 / 3 ▶, nothing for a single page; `press` makes the button's data of a page number."""
    if page.pages == 1:
        return ()
    row = [Button(tr.plain("pager-place", page=page.number + 1, pages=page.pages), press(page.number))]
    if page.number > 0:
        row.insert(0, Button(tr.plain("pager-previous"), press(page.number - 1)))
    if page.number + 1 < page.pages:
        row.append(Button(tr.plain("pager-next"), press(page.number + 1)))
    return tuple(row)


def in_rows(buttons: Sequence[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    """Lay buttons in rows of `width`."""
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))
