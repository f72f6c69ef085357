"""A setting's values as numbers in buttons: a place in a list, thousandths, or days."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.model.lived import NO_WINDOW
from core.model.overlay import Setting
from core.model.school import EditWindow, Preset

_PRESETS = tuple(preset.value for preset in Preset)
_WINDOWS = tuple(window.value for window in EditWindow)
PUBLICATIONS = (
    NO_WINDOW,
    *(f"{opens}-{closes}" for opens in ("15:00", "16:00", "16:30", "17:00") for closes in ("18:00", "19:00", "20:00")),
)
"""Hours of publication that are offered; others come with the school's workbook, or by command."""
_LISTS: Mapping[Setting, Sequence[str]] = {
    Setting.PRESET: _PRESETS,
    Setting.EDIT_WINDOW: _WINDOWS,
    Setting.PUBLICATION: PUBLICATIONS,
}


def number_of_value(setting: Setting, value: str) -> int:
    """Give the number under which a value travels."""
    if setting in _LISTS:
        return _LISTS[setting].index(value)
    return int(Decimal(value) * 1000) if setting is Setting.ROUNDING else int(value)


def value_of_number(setting: Setting, number: int) -> str:
    """Give the value of a number; what is none comes out as a text that no setting takes."""
    if setting in _LISTS:
        values = _LISTS[setting]
        return values[number] if number < len(values) else ""
    return f"{(Decimal(number) / 1000).normalize():f}" if setting is Setting.ROUNDING else str(number)
