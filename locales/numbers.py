"""Numbers as texts show them: whole ones without grouping, decimals with the digits they carry.

`fluent.runtime` would group («2 026» for a year) and cut decimals after three digits, at ten times the cost; with
`NUMBER($n, …)` in a text its ways can still be asked for.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Self

from babel import Locale
from babel.numbers import get_decimal_symbol
from fluent.runtime.types import FluentDecimal, FluentInt


class Whole(FluentInt):
    """A whole number, shown by its digits alone."""

    options = FluentInt.default_number_format_options

    def __new__(cls, value: int) -> Self:
        """Make it without fluent's own options."""
        return int.__new__(cls, value)

    def format(self, locale: Locale) -> str:
        """The digits."""
        return int.__repr__(self)


class Exact(FluentDecimal):
    """A decimal, shown with exactly the digits it has: 4.60 as «4,60»."""

    def format(self, locale: Locale) -> str:
        """The digits with the language's decimal sign."""
        return format(Decimal(self), "f").replace(".", get_decimal_symbol(locale))


def exact(value: Decimal) -> Exact:
    """Raises TypeError for what is no number."""
    if not value.is_finite():
        raise TypeError(f"{value} is no number to show")
    return Exact(value)
