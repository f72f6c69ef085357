"""Settings of a school in words."""

from datetime import time

from core.model.lived import NO_WINDOW
from core.model.overlay import Setting
from core.model.school import Preset
from locales import Markup, Translator
from locales.dates import clock_range


def preset_name(which: Preset, tr: Translator) -> Markup:
    """Give what people call a regulation."""
    return tr(f"regulation-name-{which}")


def setting_value(setting: Setting, value: str, tr: Translator) -> Markup:
    """Say a setting's value."""
    match setting:
        case Setting.PRESET:
            return preset_name(Preset(value), tr)
        case Setting.EDIT_WINDOW:
            return tr(f"overlay-window-{value.replace('_', '-')}")
        case Setting.ROUNDING:
            return tr("overlay-rounding", threshold=Markup(value.replace(".", tr.plain("overlay-decimal-sign"))))
        case Setting.ESCALATION:
            return tr("overlay-escalation", days=int(value))
        case Setting.PUBLICATION:
            return _publication(value, tr)


def _publication(value: str, tr: Translator) -> Markup:
    if value == NO_WINDOW:
        return tr("overlay-publication-none")
    opens, closes = map(time.fromisoformat, value.split("-"))
    return tr("overlay-publication", hours=clock_range(tr, opens, closes))
