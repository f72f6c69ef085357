"""Charts as PNG by matplotlib, 1080 pixels wide: read on a phone without zooming (DIA-5).

One Figure is kept and drawn anew each time; pyplot, which keeps state of its own, is never touched. Heavy: to be
called in the studio's process only.
"""

import warnings
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from core.documents.charts import (
    ABSENCES,
    FAINT,
    GROUND,
    INK,
    MEAN_LINE,
    WHITE,
    AttendanceChart,
    Chart,
    Missing,
    Overview,
    Trend,
    level,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_DPI, _WIDTH = 150, 7.2
_SMALL, _PLAIN, _LARGE = 16.0, 17.0, 19.5
_DAYS_NAMED, _WEEKS_NAMED = 6, 6
_DIGITS_UP_TO = 22
_HATCHES = ("", "//", "xx", "..")


@cache
def _figure() -> "Figure":
    import matplotlib as mpl
    from matplotlib.figure import Figure

    # Names are names: a dollar sign begins no formula.
    mpl.rcParams.update({"font.family": "DejaVu Sans", "text.parse_math": False, "hatch.linewidth": 2.0})
    return Figure(dpi=_DPI, facecolor=GROUND)


def draw(chart: Chart) -> bytes:
    """Give the PNG of a chart. Whatever has no glyph in the font is drawn as an empty box."""
    figure = _figure()
    figure.clear()
    written = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        match chart:
            case Trend():
                _trend(figure, chart)
            case Overview():
                _overview(figure, chart)
            case AttendanceChart():
                _attendance(figure, chart)
        figure.savefig(written, format="png", dpi=_DPI, facecolor=GROUND, metadata={"Software": None})
    return written.getvalue()


def _page(figure: "Figure", title: str, height: float) -> None:
    figure.set_size_inches(_WIDTH, height)
    size = _LARGE if len(title) <= 38 else _LARGE * 38 / len(title)
    figure.text(0.035, 1 - 0.18 / height, title, fontsize=size, fontweight="bold", color=INK, va="top")


def _axes(figure: "Figure", left: float, bottom: float, right: float, top: float) -> "Axes":
    """Give axes within the page; all in inches from the nearest edge."""
    width, height = figure.get_size_inches()
    axes = figure.add_axes(
        (left / width, bottom / height, (width - left - right) / width, (height - bottom - top) / height)
    )
    axes.set_facecolor(GROUND)
    axes.tick_params(labelsize=_SMALL, labelcolor=INK, length=0, pad=6)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_axisbelow(True)
    return axes


def _nothing(figure: "Figure", words: str) -> None:
    figure.text(0.5, 0.45, words, fontsize=_PLAIN, color=INK, ha="center", va="center")


def _trend(figure: "Figure", chart: Trend) -> None:
    _page(figure, chart.title, 6.1)
    if not chart.dots:
        _nothing(figure, chart.empty)
        return
    axes = _axes(figure, 0.6, 1.4, 0.85, 0.8)
    places = range(len(chart.dots))
    lowest = min(2, *(dot.points for dot in chart.dots))
    axes.set_ylim(lowest - 0.45, 5.45)
    axes.set_xlim(-0.7, max(len(chart.dots) - 0.3, 1.7))
    axes.set_yticks(range(lowest, 6))
    axes.grid(axis="y", color=FAINT, linewidth=1)
    means = [float(dot.mean) for dot in chart.dots]
    axes.plot(places, means, color=MEAN_LINE, linewidth=3.2, zorder=3, solid_capstyle="round")
    axes.annotate(
        chart.last, (places[-1], means[-1]), (17, 0), textcoords="offset points",
        fontsize=_PLAIN, fontweight="bold", color=MEAN_LINE, va="center", annotation_clip=False,
    )  # fmt: skip
    _dots(axes, chart)
    _name_days(axes, [dot.day for dot in chart.dots])
    _trend_legend(figure, chart)


def _dots(axes: "Axes", chart: Trend) -> None:
    few = len(chart.dots) <= _DIGITS_UP_TO
    for at, dot in enumerate(chart.dots):
        size = (330 if few else 80) * (1 + 0.22 * (min(dot.weight, 6) - 1))
        colour = level(dot.mean.__class__(dot.points))
        axes.scatter([at], [dot.points], s=size, color=colour, edgecolors=GROUND, linewidths=1.5, zorder=4)
        if few:
            axes.text(
                at, dot.points, str(dot.points), fontsize=_SMALL, fontweight="bold", color=WHITE, ha="center",
                va="center_baseline", zorder=5,
            )  # fmt: skip


def _name_days(axes: "Axes", days: Sequence[str]) -> None:
    step = max(1, -(-len(days) // _DAYS_NAMED))
    named = list(range(len(days) - 1, -1, -step))
    axes.set_xticks(named, [days[at] for at in named])


def _trend_legend(figure: "Figure", chart: Trend) -> None:
    from matplotlib.lines import Line2D

    mean = Line2D([], [], color=MEAN_LINE, linewidth=3.2, label=chart.mean_title)
    mark = Line2D([], [], color=INK, marker="o", markersize=11, linestyle="none", label=chart.marks_title)
    figure.legend(
        handles=[mark, mean], loc="lower left", bbox_to_anchor=(0.02, 0.0), frameon=False, fontsize=_SMALL,
        labelcolor=INK, handletextpad=0.6,
    )  # fmt: skip


def _overview(figure: "Figure", chart: Overview) -> None:
    count = max(len(chart.bars), 3)
    _page(figure, chart.title, 1.25 + 0.46 * count)
    if not chart.bars:
        _nothing(figure, chart.empty)
        return
    axes = _axes(figure, 2.6, 0.55, 0.85, 0.75)
    places = range(len(chart.bars))
    means = [float(bar.mean) for bar in chart.bars]
    axes.set_xlim(1, 5)
    axes.set_ylim(count - 0.5, -0.5)
    axes.barh(places, [mean - 1 for mean in means], left=1, height=0.66, color=[level(bar.mean) for bar in chart.bars])
    axes.set_yticks(places, [bar.label for bar in chart.bars])
    axes.set_xticks([])
    for at, bar in enumerate(chart.bars):
        inside = means[at] >= 2.2
        axes.text(
            means[at] - 0.06 if inside else means[at] + 0.06, at, bar.written, fontsize=_SMALL, fontweight="bold",
            color=WHITE if inside else INK, ha="right" if inside else "left", va="center_baseline",
        )  # fmt: skip
        _badge(axes, at, bar.mark)
    figure.text(0.035, 0.16 / figure.get_size_inches()[1], chart.note, fontsize=_SMALL, color=INK, va="bottom")


def _badge(axes: "Axes", at: int, mark: str) -> None:
    if not mark:
        return
    axes.text(
        5.22, at, mark, fontsize=_PLAIN, fontweight="bold", color=INK, ha="left", va="center_baseline", clip_on=False,
        bbox={"boxstyle": "round,pad=0.25", "facecolor": GROUND, "edgecolor": INK, "linewidth": 1.6},
    )  # fmt: skip


def _attendance(figure: "Figure", chart: AttendanceChart) -> None:
    rows = max(len(chart.subjects), 1)
    _page(figure, chart.title, 5.6 + 0.44 * rows)
    if not chart.weeks and not chart.subjects:
        _nothing(figure, chart.empty)
        return
    upper = _axes(figure, 0.6, 2.2 + 0.44 * rows, 0.3, 1.05)
    upper.set_title(chart.weeks_title, fontsize=_PLAIN, color=INK, loc="left", pad=10)
    _weeks(upper, chart.weeks)
    lower = _axes(figure, 2.6, 1.0, 0.55, 4.35)
    lower.set_title(chart.subjects_title, fontsize=_PLAIN, color=INK, loc="left", pad=8, x=-0.52)
    _subjects(lower, chart.subjects)
    _kinds(figure, chart.kinds)


def _weeks(axes: "Axes", weeks: Sequence[Missing]) -> None:
    places = range(len(weeks))
    below = [0] * len(weeks)
    for kind, (colour, hatch) in enumerate(zip(ABSENCES, _HATCHES, strict=True)):
        counts = [week.counts[kind] for week in weeks]
        axes.bar(places, counts, bottom=below, width=0.7, color=colour, hatch=hatch, edgecolor=GROUND, linewidth=0)
        below = [low + count for low, count in zip(below, counts, strict=True)]
    for at, total in zip(places, below, strict=True):
        if total and len(weeks) <= 20:
            axes.text(at, total, str(total), fontsize=_SMALL, color=INK, ha="center", va="bottom")
    axes.set_ylim(0, max([*below, 4]) * 1.18)
    axes.set_xlim(-0.6, max(len(weeks), 5) - 0.4)
    step = max(1, -(-len(weeks) // _WEEKS_NAMED))
    named = list(places)[::step]
    axes.set_xticks(named, [weeks[at].label for at in named])
    axes.set_yticks([])
    axes.axhline(0, color=INK, linewidth=1.2)


def _subjects(axes: "Axes", subjects: Sequence[Missing]) -> None:
    places = range(len(subjects))
    left = [0] * len(subjects)
    for kind, (colour, hatch) in enumerate(zip(ABSENCES, _HATCHES, strict=True)):
        counts = [subject.counts[kind] for subject in subjects]
        axes.barh(places, counts, left=left, height=0.64, color=colour, hatch=hatch, edgecolor=GROUND, linewidth=0)
        left = [low + count for low, count in zip(left, counts, strict=True)]
    for at, total in zip(places, left, strict=True):
        axes.text(total, at, f" {total}", fontsize=_SMALL, color=INK, va="center_baseline")
    axes.set_xlim(0, max([*left, 4]))
    axes.set_ylim(max(len(subjects), 1) - 0.5, -0.5)
    axes.set_yticks(places, [subject.label for subject in subjects])
    axes.set_xticks([])


def _kinds(figure: "Figure", kinds: Sequence[str]) -> None:
    from matplotlib.patches import Patch

    handles = [
        Patch(facecolor=colour, hatch=hatch, edgecolor=GROUND, linewidth=0, label=kind)
        for kind, colour, hatch in zip(kinds, ABSENCES, _HATCHES, strict=True)
    ]
    figure.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(0.02, 0.0), ncols=2, frameon=False, fontsize=_SMALL,
        labelcolor=INK, handlelength=1.2, handletextpad=0.4, columnspacing=1.0,
    )  # fmt: skip
