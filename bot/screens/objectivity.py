"""The grounds of period marks: classes, a class's groups, a group's students (CTL-6)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bot.callbacks.oversight import GroupObjectivityPress, KlassObjectivityPress, ObjectivityPress
from bot.screen import Button, Screen
from bot.screens.home import back
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.calendar import Period
from core.model.ids import SchoolId
from core.model.objectivity import Concern, ConcernKind, Judged, KlassObjectivity, ObjectivityFrame
from locales import Markup, Translator
from locales.dates import day_range

_KLASSES, _CONCERNS = 24, 12
_LABEL = 18
_SHORTEST = 6
_CLIPS = (60, 30, 16)


def classes(tr: Translator, school: SchoolId, frame: ObjectivityFrame, number: int) -> Screen:
    """Give the classes of a period, to look at one."""
    if frame.period is None:
        return Screen(tr("objectivity-no-periods"), (back(tr),))
    period = frame.period
    page = page_of(frame.klasses, number, _KLASSES)
    buttons = [Button(name, KlassObjectivityPress(klass=key, period=period.id)) for key, name in page.items]
    turning = pager_row(tr, page, lambda at: ObjectivityPress(school=school, period=period.id, page=at))
    rows = (*in_rows(buttons, 4), turning, _periods(tr, school, frame), back(tr))
    title = tr("objectivity-title", school=frame.school, period=_period(tr, period))
    text = "\n\n".join((title, tr("objectivity-how"), *_running(tr, period, frame.today)))
    return Screen(text, tuple(row for row in rows if row))


def _running(tr: Translator, period: Period, today: date) -> tuple[Markup, ...]:
    # Before its last day a period lacks marks for good reasons.
    if not period.starts_on <= today < period.ends_on:
        return ()
    return (tr("objectivity-running", days=(period.ends_on - today).days),)


def _period(tr: Translator, period: Period) -> str:
    return tr("objectivity-period", name=period.name, span=day_range(tr, period.starts_on, period.ends_on))


def _periods(tr: Translator, school: SchoolId, frame: ObjectivityFrame) -> tuple[Button, ...]:
    around = (("progress-button-previous", frame.previous), ("progress-button-next", frame.next))
    return tuple(
        Button(tr.plain(name, period=clip(period.name, _LABEL)), ObjectivityPress(school=school, period=period.id))
        for name, period in around
        if period is not None
    )


def klass(tr: Translator, found: KlassObjectivity) -> Screen:
    """Give the groups of a class, those with the most to ask about first."""
    text, _ = fitted(lambda limit: tuple(_klass_blocks(tr, found, limit)), tr("diary-cut"), _CLIPS)
    buttons = [
        Button(
            tr.plain("objectivity-group-button", subject=_short(tr, each), count=len(each.concerns)),
            GroupObjectivityPress(group=each.book.group, period=found.period.id),
        )
        for each in found.judged
        if each.concerns
    ]
    others = Button(tr.plain("objectivity-klasses"), ObjectivityPress(school=found.school, period=found.period.id))
    return Screen(text, (*in_rows(buttons, 2), (others, *back(tr))))


def _klass_blocks(tr: Translator, found: KlassObjectivity, limit: int) -> Iterator[str]:
    yield tr("objectivity-klass-title", klass=found.name, period=_period(tr, found.period))
    yield from _running(tr, found.period, found.today)
    asked = [each for each in found.judged if each.concerns]
    lines = [_group_line(tr, each, limit) for each in asked]
    yield "\n".join(lines) if lines else tr("objectivity-fine")


def _group_line(tr: Translator, each: Judged, limit: int) -> Markup:
    kinds = Counter(concern.kind for concern in each.concerns)
    what = ", ".join(tr(f"objectivity-count-{kind}", count=kinds[kind]) for kind in ConcernKind if kinds[kind])
    return tr("objectivity-group-line", subject=clip(_name(tr, each), limit), teacher=each.book.teacher, what=what)


def _name(tr: Translator, each: Judged) -> str:
    book = each.book
    return tr.plain("diary-subject-group", subject=book.subject, group=book.subgroup) if book.subgroup else book.subject


def _short(tr: Translator, each: Judged) -> str:
    # Of two groups of a subject the names of the groups are what tells them apart.
    book, taken = each.book, len(_name(tr, each)) - len(each.book.subject)
    subject = clip(book.subject, max(_LABEL - taken, _SHORTEST))
    return tr.plain("diary-subject-group", subject=subject, group=book.subgroup) if book.subgroup else subject


def group(tr: Translator, found: KlassObjectivity, number: int) -> Screen:
    """Give what may be asked about one group, student by student."""
    back_to = KlassObjectivityPress(klass=found.klass, period=found.period.id)
    leave = (Button(tr.plain("objectivity-back"), back_to), *back(tr))
    if not found.judged:
        return Screen(tr("objectivity-fine"), (leave,))
    each = found.judged[0]
    page = page_of(each.concerns, number, _CONCERNS)
    turning = pager_row(
        tr,
        page,
        lambda at: GroupObjectivityPress(group=each.book.group, period=found.period.id, page=at),
    )
    title = tr(
        "objectivity-group-title",
        klass=found.name,
        subject=_name(tr, each),
        period=_period(tr, found.period),
        teacher=each.book.teacher,
    )
    lines = [_concern(tr, found, concern) for concern in page.items] or [tr("objectivity-fine")]
    return Screen("\n\n".join((title, "\n".join(lines))), tuple(row for row in (turning, leave) if row))


def _concern(tr: Translator, found: KlassObjectivity, concern: Concern) -> Markup:
    name = found.names[concern.student].short if concern.student in found.names else ""
    if concern.kind is ConcernKind.APART and concern.mean is not None:
        mean = Decimal(concern.mean.numerator) / Decimal(concern.mean.denominator)
        return tr(
            "objectivity-apart",
            name=name,
            given=tr(f"mark-{concern.given}"),
            proposed=tr(f"mark-{concern.proposed}"),
            mean=mean.quantize(Decimal("0.01"), ROUND_HALF_UP),
        )
    return tr(f"objectivity-{concern.kind}", name=name, have=concern.have, least=concern.least)
