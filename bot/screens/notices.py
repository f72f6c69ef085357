"""Notices in a list, what became of one that was sent, and one as its reader has it (CLS-3)."""

from collections.abc import Sequence

from bot.callbacks import number_of
from bot.callbacks.family import DayPress
from bot.callbacks.home import HomePress
from bot.callbacks.notices import (
    EditNoticePress,
    KlassNoticesPress,
    NewNoticePress,
    NewSchoolNoticePress,
    NoticePress,
    ReadNoticePress,
    RecallNoticePress,
    RemindNoticePress,
    SchoolNoticesPress,
    StopNoticePress,
    UnreadPress,
)
from bot.callbacks.reach import UnreachedPress
from bot.screen import Alert, Button, Screen
from bot.screens.home import Row, back
from bot.screens.notice_drafts import to_list
from bot.screens.notice_words import aim_line, body, head, media
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import page_of, pager_row
from core.model.notice import (
    TOLD,
    Household,
    Notice,
    NoticeAim,
    NoticeKind,
    NoticeLine,
    NoticeList,
    NoticeReaders,
    NoticeResult,
    NoticeState,
    ReceivedNotice,
)
from core.model.people import Role
from locales import Markup, Translator, dates

LABEL = 24
NAMES = 8
ON_PAGE = 30
CLIPS = (1000, 400, 160, 80)


def listed(value: NoticeList, tr: Translator) -> Screen:
    """Show the notices of a class, or of the office, and the ways to write one."""
    title = tr("announce-list-title", name=value.name)
    lines = [_line(each, value, tr) for each in value.lines] or [tr("announce-list-none")]
    rows: list[Row] = []
    if value.klass is not None:
        new = Button(tr.plain("announce-button-new"), NewNoticePress(klass=value.klass))
        week = Button(tr.plain("announce-button-new-week"), NewNoticePress(klass=value.klass, kind=NoticeKind.WEEK))
        rows.append((new, week))
    else:
        rows.append((Button(tr.plain("announce-button-new"), NewSchoolNoticePress(school=value.school)),))
    rows += [(Button(_label(each.notice, value, tr), NoticePress(notice=each.notice.id)),) for each in value.lines]
    rows.append(_turning(value, tr))
    home = back(tr, Role.CLASS_TEACHER if value.klass is not None else None)
    return Screen("\n".join((title, "", *lines)), (*(row for row in rows if row), home))


def _turning(value: NoticeList, tr: Translator) -> Row:
    def press(page: int) -> KlassNoticesPress | SchoolNoticesPress:
        if value.klass is not None:
            return KlassNoticesPress(klass=value.klass, page=page)
        return SchoolNoticesPress(school=value.school, page=page)

    row = []
    if value.page:
        row.append(Button(tr.plain("pager-previous"), press(value.page - 1)))
    if value.more:
        row.append(Button(tr.plain("pager-next"), press(value.page + 1)))
    return tuple(row)


def _line(line: NoticeLine, value: NoticeList, tr: Translator) -> Markup:
    notice = line.notice
    at = notice.send_at or notice.ended_at or notice.sent_at or notice.created_at
    return tr(
        "announce-line",
        state=notice.state.value,
        name=_name(notice, tr),
        moment=dates.moment(tr, at, value.zone, value.today),
        read=line.read,
        households=line.households,
    )


def _name(notice: Notice, tr: Translator) -> str:
    if notice.kind is NoticeKind.WEEK:
        return tr.plain("announce-name-week")
    words = " ".join(notice.text.split())
    return clip(words, LABEL) if words else tr.plain("announce-name-files")


def _label(notice: Notice, value: NoticeList, tr: Translator) -> str:
    at = (notice.send_at or notice.sent_at or notice.created_at).astimezone(value.zone)
    return tr.plain(
        "announce-label", state=notice.state.value, day=dates.day_numbers(tr, at.date()), name=_name(notice, tr)
    )


def result(value: NoticeResult, tr: Translator, *, toast: str = "") -> Screen:
    """Show how far a notice has come, who has read it, and what may still be done."""
    text, _ = fitted(lambda limit: _result_blocks(value, tr, limit), tr("announce-more"), CLIPS)
    return Screen(text, tuple(row for row in _result_rows(value, tr) if row), toast)


def _result_blocks(value: NoticeResult, tr: Translator, limit: int) -> list[Markup]:
    notice = value.notice
    blocks = [Markup(f"{head(value, tr)}\n{aim_line(value, tr)}")]
    if notice.text:
        blocks.append(tr("announce-quote", text=clip(notice.text, limit)))
    lines = _progress(value, tr)
    if notice.state in TOLD:
        lines += _reading(value, tr)
    return [*blocks, Markup("\n".join(lines))]


def _progress(value: NoticeResult, tr: Translator) -> list[Markup]:
    progress, notice = value.progress, value.notice
    if notice.state is NoticeState.RECALLED:
        return [tr("announce-recalled", left=value.recalls)]
    if value.leaving:
        return [tr("announce-leaving")]
    lines = [tr("announce-delivered", delivered=progress.delivered, chats=progress.chats)]
    if progress.later:
        lines.append(tr("announce-later", count=progress.later))
    if progress.lost:
        lines.append(tr("announce-lost", count=progress.lost))
    if notice.edited_at:
        lines.append(tr("announce-changing" if value.recalls else "announce-changed", left=value.recalls))
    return lines


def _reading(value: NoticeResult, tr: Translator) -> list[Markup]:
    unread, unreached = value.unread(), value.unreached()
    read = sum(each.read_at is not None for each in value.households)
    kind = _kind(value.notice)
    lines = [tr("announce-read", kind=kind, read=read, households=len(value.households))]
    if unread:
        lines.append(tr("announce-unread", names=_names(unread, tr)))
    if unreached:
        lines.append(tr("announce-without-chat", names=_names(unreached, tr)))
    return lines


def _kind(notice: Notice) -> str:
    if notice.aim is NoticeAim.STAFF:
        return "staff"
    return "students" if notice.readers is NoticeReaders.STUDENTS else "families"


def _names(some: Sequence[Household], tr: Translator) -> str:
    names = ", ".join(each.name.short for each in some[:NAMES])
    left = len(some) - NAMES
    return tr("announce-names-more", names=names, count=left) if left > 0 else names


def _result_rows(value: NoticeResult, tr: Translator) -> list[Row]:
    notice, key = value.notice, value.notice.id
    rows: list[Row] = []
    if notice.state in TOLD:
        second = Button(tr.plain("announce-button-unread"), UnreadPress(notice=key))
        if notice.state is NoticeState.SENT and value.progress.under_way + value.progress.later > 0:
            second = Button(tr.plain("announce-button-stop"), StopNoticePress(notice=key))
        rows.append((Button(tr.plain("announce-button-refresh"), NoticePress(notice=key)), second))
        if value.unread() and value.may_remind:
            rows.append((Button(tr.plain("announce-button-remind"), RemindNoticePress(notice=key)),))
        rows.append(
            (
                Button(tr.plain("announce-button-edit"), EditNoticePress(notice=key)),
                Button(tr.plain("announce-button-recall"), RecallNoticePress(notice=key)),
            )
        )
        if notice.klass is not None and value.unreached():
            rows.append((Button(tr.plain("announce-button-reach"), UnreachedPress(klass=notice.klass)),))
    elif value.recalls:
        rows.append((Button(tr.plain("announce-button-refresh"), NoticePress(notice=key)),))
    rows.append((to_list(notice, tr),))
    return rows


def is_settled(value: NoticeResult) -> bool:
    """Tell whether nothing more happens by itself: all that leaves now has left, all that changes has changed."""
    awaited = value.notice.state is NoticeState.SENT and (value.leaving or value.progress.under_way > 0)
    return not awaited and not value.recalls


def unread(value: NoticeResult, page: int, tr: Translator) -> Screen:
    """Show by name who has not read, and who has no chat."""
    without, silent = value.unreached(), value.unread()
    named = [(each, "no-chat") for each in without] + [(each, "unread") for each in silent]
    shown = page_of(named, page, ON_PAGE)
    lines = [
        tr("announce-unread-line", name=each.name.short, klass=each.klass or "none", why=why)
        for each, why in shown.items
    ]
    body = Markup("\n".join(lines)) if lines else tr("announce-all-read")
    turning = pager_row(tr, shown, lambda number: UnreadPress(notice=value.notice.id, page=number))
    home = (Button(tr.plain("announce-back"), NoticePress(notice=value.notice.id)),)
    return Screen(f"{head(value, tr)}\n\n{body}", (*((turning,) if turning else ()), home))


def ask_edit(value: NoticeResult, tr: Translator) -> Screen:
    """Ask for other words."""
    parts = (head(value, tr), tr("announce-ask-edit"), tr("announce-quote", text=clip(value.notice.text, 1000)))
    leave = NoticePress(notice=value.notice.id, leave=True)
    return Screen("\n\n".join(parts), ((Button(tr.plain("announce-back"), leave),),))


def confirm_recall(value: NoticeResult, tr: Translator) -> Screen:
    """Say what taking back means, and ask once more."""
    parts = (head(value, tr), tr("announce-recall-ask", count=value.progress.delivered))
    yes = Button(tr.plain("announce-button-recall-yes"), RecallNoticePress(notice=value.notice.id, sure=True))
    return Screen(
        "\n\n".join(parts), ((yes,), (Button(tr.plain("announce-back"), NoticePress(notice=value.notice.id)),))
    )


def received(value: ReceivedNotice, tr: Translator, *, files: bool = False) -> Screen:
    """Show a notice to its reader; `files` sends them along."""
    notice = value.notice
    reader = tr("announce-head-office")
    if value.child is not None:
        reader = tr("notice-head", name=value.child.spoken, klass=value.klass)
    edited = dates.moment(tr, notice.edited_at, value.zone, value.today) if notice.edited_at else ""
    text = f"{reader}\n{body(notice, value.author, value.week, edited, tr, files=not files)}"
    rows: list[Row] = []
    if value.read_at is None:
        rows.append((Button(tr.plain("announce-button-read"), ReadNoticePress(notice=notice.id)),))
    else:
        text += f"\n\n{tr('announce-read-at', moment=dates.moment(tr, value.read_at, value.zone, value.today))}"
    last = [Button(tr.plain("home-back"), HomePress())]
    if value.student is not None:
        day = DayPress(child=value.student, day=number_of(value.today))
        last.insert(0, Button(tr.plain("announce-button-diary"), day))
    return Screen(text, (*rows, tuple(last)), media=media(notice) if files else ())


def read(value: ReceivedNotice, tr: Translator) -> Screen | Alert:
    """Show that it is noted; above a file the message stays as it is."""
    return Alert(tr.plain("announce-read-toast")) if value.notice.files else received(value, tr)
