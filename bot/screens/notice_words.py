"""Words that all screens of notices share: whose it is, to whom, how a family sees it."""

from bot.screen import Media
from core.model.notice import Author, ChildWeek, Notice, NoticeAim, NoticeResult, NoticeSheet
from core.rules.notices import look, marks_by_subject, missed_by_day, remarks_told, week_days
from locales import Markup, Translator, dates
from locales.notices import child_week, notice_body, notice_title

Seen = NoticeSheet | NoticeResult


def head(value: Seen, tr: Translator) -> Markup:
    """Give the first line: the class, or the school's office; and how far the notice has come."""
    notice = value.notice
    at = notice.send_at if notice.state == "scheduled" else notice.ended_at or notice.sent_at
    return tr(
        "announce-screen-title",
        klass=value.klass,
        look=look(notice),
        state=notice.state.value,
        moment=dates.moment(tr, at, value.zone, value.today) if at else "",
    )


def aim_line(value: Seen, tr: Translator) -> Markup:
    """«Кому: родители, 7Б», with what was chosen by name where that is short."""
    notice = value.notice
    chosen = [target.label for target in value.targets if target.chosen]
    whom = tr(
        "announce-whom",
        aim=notice.aim.value,
        klass=value.klass,
        group=value.group or "none",
        count=len(chosen),
        names=", ".join(chosen) if 0 < len(chosen) <= 6 else "none",
    )
    if notice.aim is NoticeAim.STAFF:
        return tr("announce-to-staff", whom=whom)
    return tr("announce-to", readers=notice.readers.value, whom=whom)


def reach_line(value: NoticeSheet, tr: Translator) -> Markup:
    """«24 семьи, 31 чат; 2 семьи без бота»."""
    reach, staff = value.reach, value.notice.aim is NoticeAim.STAFF
    kind = "staff" if staff else "students" if value.notice.readers == "students" else "families"
    households = tr("announce-households", kind=kind, count=reach.households)
    line = tr("announce-reach", households=households, chats=tr("announce-chats", count=reach.chats))
    if not reach.unreached:
        return line
    return Markup(f"{line}\n{tr('announce-unreached', kind=kind, count=reach.unreached)}")


def body(notice: Notice, author: Author, week: ChildWeek | None, edited: str, tr: Translator, *, files: bool) -> Markup:
    """Give a notice below the reader's first line, as a letter has it."""
    days = dates.day_range(tr, *week_days(notice.week)) if notice.week else ""
    title = notice_title(tr, look(notice), days, author.role.value, author.name.initials)
    return notice_body(tr, title, notice.text, week_blocks(week, tr), len(notice.files) if files else 0, edited)


def week_blocks(week: ChildWeek | None, tr: Translator) -> list[Markup]:
    """Give the blocks of a child's week, none for a plain notice."""
    if week is None:
        return []
    marks, missed = marks_by_subject(week), missed_by_day(week)
    return child_week(tr, marks, missed, remarks_told(week), week.word, unmarked=week.unmarked)


def media(notice: Notice) -> tuple[Media, ...]:
    """Give the files of a notice."""
    return tuple(Media(file.kind, file.file_id, name=file.name) for file in notice.files)
