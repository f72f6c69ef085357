"""DejaVu, which has Cyrillic and comes with matplotlib: found without importing it."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

SANS = "DejaVuSans"
BOLD = "DejaVuSans-Bold"
MONO = "DejaVuSansMono-Bold"


def font_file(name: str) -> Path:
    """Give the file of a font. Raises FileNotFoundError when matplotlib's data are not there."""
    spec = find_spec("matplotlib")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(name)
    return Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf" / f"{name}.ttf"


@cache
def register_fonts() -> None:
    """Make the fonts known to reportlab, once a process."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name in (SANS, BOLD, MONO):
        pdfmetrics.registerFont(TTFont(name, str(font_file(name))))
