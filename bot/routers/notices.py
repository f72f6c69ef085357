"""Notices: writing, sending, what became of them (CLS-3) [003 Г-2]."""

from bot.callbacks import day_of
from bot.callbacks.notices import (
    AimPress,
    ChangeDraftPress,
    DraftChange,
    DropNoticePress,
    HoursPress,
    KlassNoticesPress,
    NewNoticePress,
    NewSchoolNoticePress,
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
from bot.desk import Answer, Desk
from bot.routers import notice_results
from bot.routers.notice_results import followed, shown
from bot.screen import Screen
from bot.screens import notice_drafts as screens
from bot.screens import notices as lists
from bot.turn import Form, Turn, Typed
from core.model.homework import SentFile
from core.model.ids import GroupId, KlassId, NoticeId, PersonId, SchoolId
from core.model.notice import NoticeSheet
from core.usecases import notice_sending as sending
from core.usecases import notices as usecases

desk = Desk()
desk.include(notice_results.desk)

TEXT, WORD = "notice-text", "notice-word"
_CHANGES = {
    DraftChange.URGENT: {"urgent": True},
    DraftChange.CALM: {"urgent": False},
    DraftChange.EARLIER: {"earlier_week": True},
    DraftChange.THIS_WEEK: {"earlier_week": False},
    DraftChange.NO_FILES: {"drop_files": True},
}


@desk.press(KlassNoticesPress)
async def klass_notices(turn: Turn, press: KlassNoticesPress) -> Answer:
    """Show the notices of a class."""
    command = usecases.ListNotices(klass=KlassId(press.klass), page=press.page)
    return lists.listed(await turn.read(usecases.list_notices, command), turn.tr)


@desk.press(SchoolNoticesPress)
async def school_notices(turn: Turn, press: SchoolNoticesPress) -> Answer:
    """Show the notices of the school's office."""
    command = usecases.ListNotices(school=SchoolId(press.school), page=press.page)
    return lists.listed(await turn.read(usecases.list_notices, command), turn.tr)


@desk.press(NewNoticePress)
async def new_notice(turn: Turn, press: NewNoticePress) -> Answer:
    """Begin a notice to the class."""
    week = day_of(press.week) if press.week else None
    return await _begun(turn, usecases.BeginNotice(klass=KlassId(press.klass), kind=press.kind, week=week))


@desk.press(NewSchoolNoticePress)
async def new_school_notice(turn: Turn, press: NewSchoolNoticePress) -> Answer:
    """Begin a notice of the office."""
    return await _begun(turn, usecases.BeginNotice(school=SchoolId(press.school)))


async def _begun(turn: Turn, command: usecases.BeginNotice) -> Screen:
    key = await turn.change(usecases.begin_notice, command)
    sheet = await turn.read(usecases.open_notice, usecases.OpenNotice(key))
    await turn.expect(TEXT, notice=key)
    return screens.ask(sheet, turn.tr) if sheet.notice.empty else await shown(turn, key)


@desk.press(WriteNoticePress)
async def write(turn: Turn, press: WriteNoticePress) -> Answer:
    """Ask for the text or the files."""
    sheet = await _sheet(turn, press.notice)
    await turn.expect(TEXT, notice=press.notice)
    return screens.ask(sheet, turn.tr)


async def _sheet(turn: Turn, notice: int, place: int = 0) -> NoticeSheet:
    return await turn.read(usecases.open_notice, usecases.OpenNotice(NoticeId(notice), place))


@desk.form(TEXT)
async def typed_text(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Keep what was typed or sent; more may follow, as photos of an album come one by one."""
    files = (SentFile(typed.file.kind, typed.file.file_id, typed.file.name[:200]),) if typed.file else ()
    command = usecases.WriteNotice(NoticeId(form.data["notice"]), typed.text, files)
    sheet = await turn.change(usecases.write_notice, command)
    if files and len(sheet.notice.files) > 1 and not typed.text:
        return screens.added(sheet, turn.tr)
    return screens.draft(sheet, turn.now, turn.tr)


@desk.press(AimPress)
async def show_aim(turn: Turn, press: AimPress) -> Answer:
    """Ask to whom."""
    return screens.aim(await _sheet(turn, press.notice), turn.tr)


@desk.press(SetAimPress)
async def set_aim(turn: Turn, press: SetAimPress) -> Answer:
    """Aim at the whole class, a group, the school, the staff."""
    group = GroupId(press.group) if press.group else None
    command = usecases.AimNotice(NoticeId(press.notice), aim=press.aim, group=group)
    return screens.aim(await turn.change(usecases.aim_notice, command), turn.tr)


@desk.press(SetReadersPress)
async def set_readers(turn: Turn, press: SetReadersPress) -> Answer:
    """Tell guardians, students or both."""
    command = usecases.AimNotice(NoticeId(press.notice), readers=press.readers)
    return screens.aim(await turn.change(usecases.aim_notice, command), turn.tr)


@desk.press(TargetsPress)
async def show_targets(turn: Turn, press: TargetsPress) -> Answer:
    """Offer families, grades or classes."""
    sheet = await turn.change(usecases.aim_notice, usecases.AimNotice(NoticeId(press.notice), aim=press.aim))
    return screens.targets(sheet, press.page, turn.tr)


@desk.press(ToggleTargetPress)
async def toggle_target(turn: Turn, press: ToggleTargetPress) -> Answer:
    """Choose one, or leave it out."""
    command = usecases.ToggleTarget(NoticeId(press.notice), press.aim, press.number)
    return screens.targets(await turn.change(usecases.toggle_target, command), press.page, turn.tr)


@desk.press(ChangeDraftPress)
async def change_draft(turn: Turn, press: ChangeDraftPress) -> Answer:
    """Change something else of a draft."""
    command = usecases.ChangeDraft(NoticeId(press.notice), **_CHANGES[press.what])
    return screens.draft(await turn.change(usecases.change_draft, command), turn.now, turn.tr)


@desk.press(WordPress)
async def word(turn: Turn, press: WordPress) -> Answer:
    """Ask for the word about a child, or take it away."""
    notice, student = NoticeId(press.notice), PersonId(press.student)
    if press.drop:
        await turn.forget()
        sheet = await turn.change(usecases.say_word, usecases.SayWord(notice, student, ""))
        return screens.draft(sheet, turn.now, turn.tr)
    sheet = await turn.read(usecases.open_child, usecases.OpenChild(notice, student))
    await turn.expect(WORD, notice=notice, student=student)
    return screens.ask_word(sheet, turn.tr)


@desk.form(WORD)
async def typed_word(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Keep the word about a child."""
    command = usecases.SayWord(NoticeId(form.data["notice"]), PersonId(form.data["student"]), typed.text)
    sheet = await turn.change(usecases.say_word, command)
    await turn.forget()
    return screens.draft(sheet, turn.now, turn.tr)


@desk.press(NoticePress)
async def show_notice(turn: Turn, press: NoticePress) -> Answer:
    """Show a notice: the draft, what waits, or what became of it."""
    if press.leave:
        await turn.forget()
    return await shown(turn, NoticeId(press.notice), place=press.place)


@desk.press(SendNoticePress)
async def send(turn: Turn, press: SendNoticePress) -> Answer:
    """Send it now; whoever speaks to the whole school is asked once more."""
    sheet = await _sheet(turn, press.notice)
    if sheet.notice.open and sheet.notice.klass is None and not press.sure:
        return screens.confirm(sheet, turn.tr)
    sent = await turn.change(sending.send_notice, sending.OfNotice(NoticeId(press.notice)))
    await turn.forget()
    return followed(turn, sent)


@desk.press(WhenPress)
async def when(turn: Turn, press: WhenPress) -> Answer:
    """Ask for the day."""
    return screens.days(await _sheet(turn, press.notice), press.month, turn.tr)


@desk.press(HoursPress)
async def hours(turn: Turn, press: HoursPress) -> Answer:
    """Ask for the hour."""
    return screens.hours(await _sheet(turn, press.notice), day_of(press.day), turn.now, turn.tr)


@desk.press(SchedulePress)
async def schedule(turn: Turn, press: SchedulePress) -> Answer:
    """Put it off until then."""
    day = day_of(press.day) if press.day else None
    await turn.change(sending.schedule_notice, sending.ScheduleNotice(NoticeId(press.notice), day, press.hour))
    await turn.forget()
    return await shown(turn, NoticeId(press.notice), toast="announce-scheduled")


@desk.press(UnschedulePress)
async def unschedule(turn: Turn, press: UnschedulePress) -> Answer:
    """Make a draft of it again."""
    await turn.change(sending.unschedule_notice, sending.OfNotice(NoticeId(press.notice)))
    return await shown(turn, NoticeId(press.notice), toast="announce-unscheduled")


@desk.press(DropNoticePress)
async def drop(turn: Turn, press: DropNoticePress) -> Answer:
    """Throw it away, after a question."""
    if not press.sure:
        return screens.confirm_drop(await _sheet(turn, press.notice), turn.tr)
    notice = await turn.change(sending.drop_notice, sending.OfNotice(NoticeId(press.notice)))
    await turn.forget()
    command = usecases.ListNotices(klass=notice.klass, school=notice.school)
    return lists.listed(await turn.read(usecases.list_notices, command), turn.tr)
