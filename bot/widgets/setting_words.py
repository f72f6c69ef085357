"""Settings of a school in words."""

from core.model.overlay import Setting
from core.model.school import Preset
from locales import Markup, Translator


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
