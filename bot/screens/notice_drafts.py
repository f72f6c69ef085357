"""Composing a notice: what is asked, how a family will see it, to whom, when (CLS-3)."""

from datetime import date, datetime, time, timedelta

from bot.callbacks import Press, day_of, number_of
from bot.callbacks.notices import (
    AimPress,
    ChangeDraftPress,
    DraftChange,
    DropNoticePress,
    HoursPress,
    KlassNoticesPress,
    NoticePress,
    SchedulePress,
    SchoolNoticesPress,
    SendNoticePress,
    SetAimPress,
    SetReadersPress,
    TargetsPress,
    ToggleTargetPress,
    UnschedulePress,
    WhenPress,
    WordPress,
    WriteNoticePress,
)
from bot.screen import Button, Screen
from bot.screens.home import Row
from bot.screens.notice_words import aim_line, body, head, media, reach_line
from bot.widgets.date_picker import DatePicker
from bot.widgets.fitting import MESSAGE_LIMIT, clip, units
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.notice import (
    Notice,
    NoticeAim,
    NoticeKind,
    NoticeReaders,
    NoticeSheet,
    Target,
)
from core.rules.calendar import at_local
from core.rules.notices import AHEAD, EVENING, HOURS, next_evening
from locales import Markup, Translator, dates

PAGE = 12
LABEL = 16
_CUT = 2600
"""A preview has a few lines more than the letter: so much of a text still fits."""


def to_list(notice: Notice, tr: Translator) -> Button:
    """Give the way back to the list."""
    press: Press = SchoolNoticesPress(school=notice.school)
    if notice.klass is not None:
        press = KlassNoticesPress(klass=notice.klass)
    return Button(tr.plain("announce-back-list"), press)


def ask(sheet: NoticeSheet, tr: Translator) -> Screen:
    """Ask for the text or the files."""
    notice = sheet.notice
    text = tr("announce-ask-week" if notice.kind is NoticeKind.WEEK else "announce-ask")
    parts = [head(sheet, tr), Markup(f"{aim_line(sheet, tr)}\n{reach_line(sheet, tr)}"), text]
    aim = Button(tr.plain("announce-button-aim"), AimPress(notice=notice.id))
    back = to_list(notice, tr) if notice.empty else Button(tr.plain("announce-back"), _open(notice, leave=True))
    return Screen("\n\n".join(parts), ((aim,), (back,)))


def _open(notice: Notice, *, leave: bool = False) -> NoticePress:
    return NoticePress(notice=notice.id, leave=leave)


def added(sheet: NoticeSheet, tr: Translator) -> Screen:
    """Say that a file has come; photos of an album come one by one."""
    show = Button(tr.plain("announce-button-show"), _open(sheet.notice))
    return Screen(tr("announce-file-added", count=len(sheet.notice.files)), ((show,),))


def draft(sheet: NoticeSheet, now: datetime, tr: Translator, *, toast: str = "", files: bool = False) -> Screen:
    """Show a draft as a family will see it, with what may be done; `files` sends them along."""
    text = "\n\n".join((_top(sheet, tr), _preview(sheet, tr)))
    rows = (*_children_rows(sheet, tr), *_editing_rows(sheet, tr), *_sending_rows(sheet, now, tr))
    return Screen(text, tuple(row for row in rows if row), toast, media(sheet.notice) if files else ())


def _top(sheet: NoticeSheet, tr: Translator) -> Markup:
    return Markup(f"{head(sheet, tr)}\n{aim_line(sheet, tr)}\n{reach_line(sheet, tr)}")


def _preview(sheet: NoticeSheet, tr: Translator) -> Markup:
    notice = sheet.notice
    if sheet.child is None and notice.aim is not NoticeAim.STAFF:
        return tr("announce-nobody")
    reader = tr("announce-head-office")
    if sheet.child is not None:
        reader = tr("notice-head", name=sheet.child.spoken, klass=sheet.child_klass)
    shown = body(notice, sheet.author, sheet.week, "", tr, files=True)
    quoted = tr("announce-preview", reader=reader, text=shown)
    if units(quoted) + units(_top(sheet, tr)) > MESSAGE_LIMIT - 100:
        cut = clip(notice.text, _CUT - max(0, units(notice.text) - len(notice.text)))
        quoted = tr("announce-preview-cut", reader=reader, text=cut)
    return quoted


def _children_rows(sheet: NoticeSheet, tr: Translator) -> tuple[Row, ...]:
    notice = sheet.notice
    if notice.kind is not NoticeKind.WEEK or sheet.child is None or sheet.child_id is None:
        return ()
    last = sheet.children - 1
    before, after = (sheet.place - 1) if sheet.place else last, (sheet.place + 1) if sheet.place < last else 0
    turning = (
        Button(tr.plain("pager-previous"), NoticePress(notice=notice.id, place=before)),
        Button(tr.plain("announce-child-place", place=sheet.place + 1, count=sheet.children), _here(sheet)),
        Button(tr.plain("pager-next"), NoticePress(notice=notice.id, place=after)),
    )
    said = sheet.week is not None and bool(sheet.week.word)
    word = Button(
        tr.plain("announce-button-word", said="yes" if said else "no"),
        WordPress(notice=notice.id, student=sheet.child_id),
    )
    this = sheet.today - timedelta(days=sheet.today.weekday())
    other = DraftChange.EARLIER if notice.week == this else DraftChange.THIS_WEEK
    week = Button(
        tr.plain("announce-button-week", week="earlier" if notice.week == this else "this"),
        ChangeDraftPress(notice=notice.id, what=other),
    )
    return turning, (word, week)


def _here(sheet: NoticeSheet) -> NoticePress:
    return NoticePress(notice=sheet.notice.id, place=sheet.place)


def _editing_rows(sheet: NoticeSheet, tr: Translator) -> tuple[Row, ...]:
    notice = sheet.notice
    rows: list[Row] = [
        (
            Button(tr.plain("announce-button-aim"), AimPress(notice=notice.id)),
            Button(tr.plain("announce-button-text"), WriteNoticePress(notice=notice.id)),
        )
    ]
    more = []
    if notice.files:
        more.append(
            Button(tr.plain("announce-button-no-files"), ChangeDraftPress(notice=notice.id, what=DraftChange.NO_FILES))
        )
    if notice.klass is None:
        what = DraftChange.CALM if notice.urgent else DraftChange.URGENT
        label = tr.plain("announce-button-urgent", chosen="yes" if notice.urgent else "no")
        more.append(Button(label, ChangeDraftPress(notice=notice.id, what=what)))
    return (*rows, tuple(more))


def _sending_rows(sheet: NoticeSheet, now: datetime, tr: Translator) -> tuple[Row, ...]:
    notice = sheet.notice
    evening = next_evening(now, sheet.zone)
    tomorrow = evening > at_local(sheet.today, EVENING, sheet.zone)
    later = (
        Button(
            tr.plain("announce-button-evening", day="tomorrow" if tomorrow else "today"),
            SchedulePress(notice=notice.id),
        ),
        Button(tr.plain("announce-button-when"), WhenPress(notice=notice.id, month=number_of(sheet.today))),
    )
    last = (Button(tr.plain("announce-button-drop"), DropNoticePress(notice=notice.id)), to_list(notice, tr))
    if notice.empty or not sheet.reach.households:
        return (last,)
    return (Button(tr.plain("announce-button-send"), SendNoticePress(notice=notice.id)),), later, last


def scheduled(sheet: NoticeSheet, tr: Translator, *, toast: str = "") -> Screen:
    """Show a notice that waits for its hour."""
    notice = sheet.notice
    text = "\n\n".join((_top(sheet, tr), _preview(sheet, tr)))
    rows: tuple[Row, ...] = (
        (Button(tr.plain("announce-button-send"), SendNoticePress(notice=notice.id)),),
        (
            Button(tr.plain("announce-button-change"), UnschedulePress(notice=notice.id)),
            Button(tr.plain("announce-button-when"), WhenPress(notice=notice.id, month=number_of(sheet.today))),
        ),
        (Button(tr.plain("announce-button-drop"), DropNoticePress(notice=notice.id)), to_list(notice, tr)),
    )
    return Screen(text, rows, toast)


def aim(sheet: NoticeSheet, tr: Translator, *, toast: str = "") -> Screen:
    """Offer to whom a notice may go."""
    notice = sheet.notice
    text = "\n\n".join((_top(sheet, tr), tr("announce-ask-aim")))
    rows = _klass_aims(sheet, tr) if notice.klass is not None else _school_aims(sheet, tr)
    readers: tuple[Row, ...] = ()
    if notice.aim is not NoticeAim.STAFF:
        readers = in_rows([_readers(notice, each, tr) for each in NoticeReaders], 2)
    back = (Button(tr.plain("announce-back"), _open(notice)),)
    return Screen(text, (*readers, *rows, back), toast)


def _readers(notice: Notice, readers: NoticeReaders, tr: Translator) -> Button:
    label = tr.plain("announce-readers", readers=readers.value, chosen=_yes(readers is notice.readers))
    return Button(label, SetReadersPress(notice=notice.id, readers=readers))


def _yes(chosen: bool) -> str:
    return "yes" if chosen else "no"


def _aim(notice: Notice, what: NoticeAim, tr: Translator) -> Button:
    label = tr.plain("announce-aim", aim=what.value, chosen=_yes(what is notice.aim))
    if what in (NoticeAim.FAMILIES, NoticeAim.GRADES, NoticeAim.KLASSES):
        return Button(label, TargetsPress(notice=notice.id, aim=what))
    return Button(label, SetAimPress(notice=notice.id, aim=what))


def _klass_aims(sheet: NoticeSheet, tr: Translator) -> tuple[Row, ...]:
    notice = sheet.notice
    groups = [
        Button(
            tr.plain("announce-group", name=clip(each.label, LABEL * 2), chosen=_yes(each.chosen)),
            SetAimPress(notice=notice.id, aim=NoticeAim.GROUP, group=each.number),
        )
        for each in sheet.targets
        if notice.aim in (NoticeAim.KLASS, NoticeAim.GROUP)
    ]
    whole, some = (_aim(notice, each, tr) for each in (NoticeAim.KLASS, NoticeAim.FAMILIES))
    return ((whole, some), *in_rows(groups[:8], 2))


def _school_aims(sheet: NoticeSheet, tr: Translator) -> tuple[Row, ...]:
    aims = (NoticeAim.SCHOOL, NoticeAim.STAFF, NoticeAim.GRADES, NoticeAim.KLASSES)
    return in_rows([_aim(sheet.notice, each, tr) for each in aims], 2)


def targets(sheet: NoticeSheet, page: int, tr: Translator) -> Screen:
    """Offer families, grades or classes to choose from."""
    notice = sheet.notice
    shown = page_of(sheet.targets, page, PAGE)
    grid = in_rows([_target(notice, each, shown.number, tr) for each in shown.items], 2)
    turning = pager_row(tr, shown, lambda number: TargetsPress(notice=notice.id, aim=notice.aim, page=number))
    done = (Button(tr.plain("announce-button-done"), _open(notice)),)
    text = "\n\n".join((_top(sheet, tr), tr("announce-ask-targets", aim=notice.aim.value)))
    return Screen(text, (*grid, *((turning,) if turning else ()), done))


def _target(notice: Notice, target: Target, page: int, tr: Translator) -> Button:
    aim = notice.aim.value if notice.aim is NoticeAim.GRADES else "name"
    label = tr.plain("announce-target", aim=aim, name=clip(target.label, 24), chosen=_yes(target.chosen))
    return Button(label, ToggleTargetPress(notice=notice.id, aim=notice.aim, number=target.number, page=page))


def ask_word(sheet: NoticeSheet, tr: Translator) -> Screen:
    """Ask for the word about one child."""
    name = sheet.child.short if sheet.child else ""
    rows: list[Row] = []
    parts = [head(sheet, tr), tr("announce-ask-word", name=name)]
    if sheet.week is not None and sheet.week.word and sheet.child_id is not None:
        parts.append(tr("announce-week-word", text=sheet.week.word))
        drop = WordPress(notice=sheet.notice.id, student=sheet.child_id, drop=True)
        rows.append((Button(tr.plain("announce-button-drop-word"), drop),))
    back = NoticePress(notice=sheet.notice.id, place=sheet.place, leave=True)
    return Screen("\n\n".join(parts), (*rows, (Button(tr.plain("announce-back"), back),)))


def confirm(sheet: NoticeSheet, tr: Translator) -> Screen:
    """Ask once more, naming how many it goes to."""
    chats = sheet.reach.chats
    parts = (_top(sheet, tr), tr("announce-confirm", chats=tr("announce-chats", count=chats)))
    send = Button(tr.plain("announce-button-confirm", count=chats), SendNoticePress(notice=sheet.notice.id, sure=True))
    return Screen("\n\n".join(parts), ((send,), (Button(tr.plain("announce-back"), _open(sheet.notice)),)))


def confirm_drop(sheet: NoticeSheet, tr: Translator) -> Screen:
    """Ask once more before a notice is thrown away."""
    drop = Button(tr.plain("announce-button-drop-yes"), DropNoticePress(notice=sheet.notice.id, sure=True))
    parts = (_top(sheet, tr), tr("announce-drop-ask"))
    return Screen("\n\n".join(parts), ((drop,), (Button(tr.plain("announce-back"), _open(sheet.notice)),)))


def days(sheet: NoticeSheet, month: int, tr: Translator) -> Screen:
    """Offer the days on which a notice may be sent."""
    notice = sheet.notice
    picker = DatePicker(
        pick=lambda day: HoursPress(notice=notice.id, day=number_of(day)),
        turn=lambda day: WhenPress(notice=notice.id, month=number_of(day)),
        first=sheet.today,
        last=sheet.today + AHEAD,
    )
    text = "\n\n".join((_top(sheet, tr), tr("announce-ask-day")))
    back = (Button(tr.plain("announce-back"), _open(notice)),)
    return Screen(text, (*picker.keyboard(tr, day_of(month), sheet.today), back))


def hours(sheet: NoticeSheet, day: date, now: datetime, tr: Translator) -> Screen:
    """Offer the hours of a day."""
    notice = sheet.notice
    free = [hour for hour in HOURS if at_local(day, time(hour), sheet.zone) > now]
    buttons = [
        Button(dates.clock_time(tr, time(hour)), SchedulePress(notice=notice.id, day=number_of(day), hour=hour))
        for hour in free
    ]
    ask = tr("announce-ask-hour", day=dates.on_relative_day(tr, day, sheet.today))
    text = "\n\n".join((_top(sheet, tr), ask if free else tr("announce-no-hours")))
    back = (Button(tr.plain("announce-back-days"), WhenPress(notice=notice.id, month=number_of(day))),)
    return Screen(text, (*in_rows(buttons, 4), back))
