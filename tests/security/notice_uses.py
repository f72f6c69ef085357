"""Use cases of notices for the executed matrix: what they are done to, the command for a place, who may."""

from collections.abc import Callable
from typing import Any

from core.model.access import Action
from core.model.notice import NoticeAim, NoticeKind, NoticeReaders, NoticeState
from core.model.people import Role
from core.storage.rows import NoticeRow
from core.usecases import notice_sending as sending
from core.usecases import notices
from core.usecases.notice_sending import OfNotice
from tests.world import World

A = Action
Case = tuple[Any, Callable[[dict[str, Any]], Any], Action]


async def notice_of(world: World, school: int, klass: int | None, author: int) -> int:
    """Insert a notice that was sent, of a class or of the office."""
    return await world.insert(
        NoticeRow,
        school_id=school,
        author_id=author,
        role=Role.DEPUTY if klass is None else Role.CLASS_TEACHER,
        klass_id=klass,
        aim=NoticeAim.SCHOOL if klass is None else NoticeAim.KLASS,
        readers=NoticeReaders.GUARDIANS,
        kind=NoticeKind.PLAIN,
        state=NoticeState.SENT,
        text="Собрание",
        created_at=world.clock.now(),
        sent_at=world.clock.now(),
    )


def _by_id(notice: str, action: Action) -> tuple[Case, ...]:
    return (
        (notices.open_notice, lambda at: notices.OpenNotice(at[notice]), action),
        (notices.open_child, lambda at: notices.OpenChild(at[notice], at["pupil"]), action),
        (notices.write_notice, lambda at: notices.WriteNotice(at[notice], "Другое"), action),
        (notices.aim_notice, lambda at: notices.AimNotice(at[notice]), action),
        (notices.toggle_target, lambda at: notices.ToggleTarget(at[notice], NoticeAim.FAMILIES, 1), action),
        (notices.change_draft, lambda at: notices.ChangeDraft(at[notice]), action),
        (notices.say_word, lambda at: notices.SayWord(at[notice], at["pupil"], "Умница"), action),
        (sending.send_notice, lambda at: OfNotice(at[notice]), action),
        (sending.schedule_notice, lambda at: sending.ScheduleNotice(at[notice]), action),
        (sending.unschedule_notice, lambda at: OfNotice(at[notice]), action),
        (sending.drop_notice, lambda at: OfNotice(at[notice]), action),
        (sending.show_result, lambda at: OfNotice(at[notice]), action),
        (sending.stop_notice, lambda at: OfNotice(at[notice]), action),
        (sending.edit_notice, lambda at: sending.EditNotice(at[notice], "Другое"), action),
        (sending.recall_notice, lambda at: OfNotice(at[notice]), action),
        (sending.remind_notice, lambda at: OfNotice(at[notice]), action),
    )


NOTICES: dict[str, tuple[Case, ...]] = {
    "klass": (
        (notices.list_notices, lambda at: notices.ListNotices(klass=at["klass"]), A.NOTICE_SEND_KLASS),
        (notices.begin_notice, lambda at: notices.BeginNotice(klass=at["klass"]), A.NOTICE_SEND_KLASS),
        *_by_id("notice", A.NOTICE_SEND_KLASS),
    ),
    "school": (
        (notices.list_notices, lambda at: notices.ListNotices(school=at["school"]), A.NOTICE_SEND_SCHOOL),
        (notices.begin_notice, lambda at: notices.BeginNotice(school=at["school"]), A.NOTICE_SEND_SCHOOL),
        *(
            case
            for case in _by_id("office_notice", A.NOTICE_SEND_SCHOOL)
            if case[0] not in (notices.open_child, notices.say_word)
        ),
    ),
}
