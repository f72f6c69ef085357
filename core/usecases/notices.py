"""Composing notices: to whom, what, how it will look; kept as a draft from the first word on (CLS-3) [003 Г-2]."""

from dataclasses import dataclass, replace
from datetime import date

from core.model.access import Action, Permit
from core.model.errors import Forbidden, Refusal, Stale
from core.model.homework import SentFile
from core.model.ids import GroupId, KlassId, NoticeId, PersonId, SchoolId
from core.model.notice import (
    FILES_LIMIT,
    OF_SCHOOL,
    WORD_LIMIT,
    ChildWeek,
    Notice,
    NoticeAim,
    NoticeKind,
    NoticeLine,
    NoticeList,
    NoticeReaders,
    NoticeSheet,
    NoticeState,
    Reach,
    Target,
)
from core.model.school import ALL_GRADES
from core.rules.calendar import local_day
from core.rules.notices import text_limit, units, week_days, week_of
from core.rules.texts import clean_text
from core.storage.gateways import notices as gateway
from core.storage.queries import invitations
from core.storage.queries import notices as query
from core.storage.queries.child_weeks import child_weeks
from core.storage.work import Work
from core.usecases.reaching import NOWHERE, reach_klass, reach_school, school_zone

LISTED = 6


@dataclass(frozen=True, slots=True)
class ListNotices:
    """Of a class, or of the school's office where none is named; page by page."""

    klass: KlassId | None = None
    school: SchoolId | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class BeginNotice:
    """A notice of a class's teacher, or of the office where no class is named; `week`: any day of the one told of."""

    klass: KlassId | None = None
    school: SchoolId | None = None
    kind: NoticeKind = NoticeKind.PLAIN
    week: date | None = None


@dataclass(frozen=True, slots=True)
class OpenNotice:
    """Which notice; `place` is the child whose view is shown."""

    notice: NoticeId
    place: int = 0


@dataclass(frozen=True, slots=True)
class WriteNotice:
    """Another text, where one is given, and more files."""

    notice: NoticeId
    text: str = ""
    files: tuple[SentFile, ...] = ()


@dataclass(frozen=True, slots=True)
class AimNotice:
    """Whose families, and who of them; what is None stays."""

    notice: NoticeId
    aim: NoticeAim | None = None
    readers: NoticeReaders | None = None
    group: GroupId | None = None


@dataclass(frozen=True, slots=True)
class ToggleTarget:
    """A student, grade or class to be chosen, or not any more."""

    notice: NoticeId
    aim: NoticeAim
    number: int


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """Other properties of a draft; what is None stays."""

    notice: NoticeId
    urgent: bool | None = None
    earlier_week: bool | None = None
    drop_files: bool = False


@dataclass(frozen=True, slots=True)
class SayWord:
    """The class teacher's word about one child; empty: none."""

    notice: NoticeId
    student: PersonId
    text: str


async def admit(work: Work, key: NoticeId) -> tuple[Notice, Permit]:
    """Give a notice with the permit to deal with it; a draft is its author's alone. Raises Forbidden."""
    found = await work.run(query.notice, key)
    if found is None or found.state is NoticeState.CANCELLED:
        reach_school(work, NOWHERE, Action.NOTICE_SEND_SCHOOL)
        raise Forbidden(Action.NOTICE_SEND_SCHOOL)
    permit = await permit_of(work, found)
    if found.state is NoticeState.DRAFT and found.author != permit.capacity.person:
        raise Forbidden(permit.action)
    return found, permit


async def permit_of(work: Work, notice: Notice) -> Permit:
    """Give the permit to send a notice as it is aimed. Raises Forbidden."""
    if notice.klass is not None:
        _, _, permit = await reach_klass(work, notice.klass, Action.NOTICE_SEND_KLASS)
        return permit
    return reach_school(work, notice.school, Action.NOTICE_SEND_SCHOOL)


async def _draft(work: Work, key: NoticeId) -> tuple[Notice, Permit]:
    found, permit = await admit(work, key)
    if found.state is not NoticeState.DRAFT:
        raise Stale
    return found, permit


async def list_notices(work: Work, command: ListNotices) -> NoticeList:
    """Give the notices of a class, or of the school's office, the newest first. Raises Forbidden."""
    school, name, permit = await _place(work, command.klass, command.school)
    most = LISTED * (command.page + 1)
    ids = await work.run(query.listed, school, command.klass, permit.capacity.person, most + 1)
    found = await work.run(query.notices, ids)
    counts = await work.run(query.counts, ids)
    zone = await school_zone(work, school)
    shown = ids[LISTED * command.page : most]
    lines = tuple(NoticeLine(found[key], *counts.get(key, (0, 0))) for key in shown)
    today = local_day(work.now, zone)
    return NoticeList(school, command.klass, name, zone, today, lines, command.page, more=len(ids) > most)


async def _place(work: Work, klass: KlassId | None, school: SchoolId | None) -> tuple[SchoolId, str, Permit]:
    if klass is not None:
        subject, name, permit = await reach_klass(work, klass, Action.NOTICE_SEND_KLASS)
        return subject.school, name, permit
    permit = reach_school(work, school or NOWHERE, Action.NOTICE_SEND_SCHOOL)
    return permit.capacity.school, await work.run(invitations.school_name, permit.capacity.school), permit


async def begin_notice(work: Work, command: BeginNotice) -> NoticeId:
    """Begin a notice, or take up the draft that was begun for the same place; gives its id. Raises Forbidden."""
    school, _, permit = await _place(work, command.klass, command.school)
    if command.kind is NoticeKind.WEEK and command.klass is None:
        raise Forbidden(Action.NOTICE_SEND_KLASS)
    zone = await school_zone(work, school)
    today = local_day(work.now, zone)
    week = week_of(min(command.week or today, today)) if command.kind is NoticeKind.WEEK else None
    me = permit.capacity.person
    known = await work.run(query.draft_of, me, command.klass, command.kind, week)
    if known is not None:
        return known
    draft = Notice(
        id=NoticeId(0),
        school=school,
        author=me,
        role=permit.capacity.role,
        klass=command.klass,
        aim=_usual_aim(command.klass, permit),
        readers=NoticeReaders.GUARDIANS,
        kind=command.kind,
        state=NoticeState.DRAFT,
        text="",
        created_at=work.now,
        week=week,
    )
    return await work.run(gateway.begin, draft)


def _usual_aim(klass: KlassId | None, permit: Permit) -> NoticeAim:
    if klass is not None:
        return NoticeAim.KLASS
    return NoticeAim.SCHOOL if permit.capacity.grades == ALL_GRADES else NoticeAim.GRADES


async def open_notice(work: Work, command: OpenNotice) -> NoticeSheet:
    """Give a notice as its author sees it: whom it reaches, and how one of the families will. Raises Forbidden."""
    found, permit = await admit(work, command.notice)
    return await sheet_of(work, found, permit, command.place)


async def sheet_of(work: Work, notice: Notice, permit: Permit, place: int = 0) -> NoticeSheet:
    """Give all that the screens of composing show; a dozen statements, however many families."""
    zone = await school_zone(work, notice.school)
    today = local_day(work.now, zone)
    children = [] if notice.aim is NoticeAim.STAFF else await work.run(query.children, notice)
    at = place % len(children) if children else 0
    sheet = NoticeSheet(
        notice=notice,
        author=await work.run(query.author, notice.author, notice.role),
        zone=zone,
        today=today,
        klass=await _place_name(work, notice),
        group=await _group_name(work, notice),
        reach=await _reach_of(work, notice, [student for student, _, _ in children], today),
        place=at,
        children=len(children),
        targets=await _targets(work, notice, permit),
    )
    if not children:
        return sheet
    student, name, klass = children[at]
    week = (await weeks_of(work, notice, [student])).get(student)
    return replace(sheet, child=name, child_id=student, child_klass=klass, week=week)


async def _place_name(work: Work, notice: Notice) -> str:
    if notice.klass is None:
        return await work.run(invitations.school_name, notice.school)
    found = await work.run(invitations.klass_subject, notice.klass)
    return found[1] if found else ""


async def _group_name(work: Work, notice: Notice) -> str:
    if notice.group is None or notice.klass is None:
        return ""
    return dict(await work.run(query.groups, notice.klass)).get(notice.group, "")


async def _reach_of(work: Work, notice: Notice, students: list[PersonId], today: date) -> Reach:
    """Count whom a notice would reach now: households (or staff), chats, households without any."""
    if notice.aim is NoticeAim.STAFF:
        people = await work.run(query.staff, notice, today)
        chats = await work.run(query.chats, people)
        unreached = sum(person not in chats for person in people)
        return Reach(len(people), len({each for some in chats.values() for each in some}), unreached)
    pairs: list[tuple[PersonId, PersonId]] = []
    if notice.readers is not NoticeReaders.STUDENTS:
        pairs += await work.run(query.guardians, notice)
    if notice.readers is not NoticeReaders.GUARDIANS:
        pairs += [(student, student) for student in students]
    chats = await work.run(query.chats, {person for person, _ in pairs})
    ways = {(account, student) for person, student in pairs for account in chats.get(person, ())}
    reached = {student for _, student in ways}
    # The same words come once to a parent of two; each child's week comes for itself.
    letters = ways if notice.kind is NoticeKind.WEEK else {account for account, _ in ways}
    return Reach(len(students), len(letters), len(students) - len(reached))


async def weeks_of(work: Work, notice: Notice, students: list[PersonId]) -> dict[PersonId, ChildWeek]:
    """Give what a week's notice tells of each child, as it stands now; nothing for a plain one."""
    if notice.week is None:
        return {}
    found = await work.run(child_weeks, students, *week_days(notice.week))
    words = await work.run(query.words, [notice.id], students)
    return {student: week.said(words.get((notice.id, student), "")) for student, week in found.items()}


async def _targets(work: Work, notice: Notice, permit: Permit) -> tuple[Target, ...]:
    """Give what may be chosen as a notice is aimed: students, groups, classes or grades of whoever may send."""
    grades = permit.capacity.grades
    match notice.aim:
        case NoticeAim.FAMILIES:
            whole = await work.run(query.children, replace(notice, aim=NoticeAim.KLASS))
            return tuple(Target(key, name.short, key in notice.numbers) for key, name, _ in whole)
        case NoticeAim.KLASSES:
            klasses = await work.run(query.klasses, notice.school)
            return tuple(Target(key, name, key in notice.numbers) for key, name, grade in klasses if grade in grades)
        case NoticeAim.GRADES:
            known = dict.fromkeys(grade for _, _, grade in await work.run(query.klasses, notice.school))
            return tuple(Target(each, str(each), each in notice.numbers) for each in known if each in grades)
        case NoticeAim.KLASS | NoticeAim.GROUP if notice.klass is not None:
            groups = await work.run(query.groups, notice.klass)
            return tuple(Target(key, name, key == notice.group) for key, name in groups)
    return ()


@dataclass(frozen=True, slots=True)
class OpenChild:
    """A notice as one child's family will see it."""

    notice: NoticeId
    student: PersonId


async def open_child(work: Work, command: OpenChild) -> NoticeSheet:
    """Give a notice as one child's family will see it. Raises Forbidden for another's child."""
    notice, permit = await admit(work, command.notice)
    children = [student for student, _, _ in await work.run(query.children, notice)]
    if command.student not in children:
        raise Forbidden(permit.action)
    return await sheet_of(work, notice, permit, children.index(command.student))


async def write_notice(work: Work, command: WriteNotice) -> NoticeSheet:
    """Keep a text and files of a draft. Raises Forbidden, Stale, Refusal "text-…", "too-many-files"."""
    notice, permit = await _draft(work, command.notice)
    if len(notice.files) + len(command.files) > FILES_LIMIT:
        raise Refusal("too-many-files", limit=FILES_LIMIT)
    if command.text.strip() or not command.files:
        await work.run(gateway.change, notice.id, text=notice_text(notice, command.text))
    await work.run(gateway.attach, notice.id, command.files)
    return await _again(work, notice.id, permit)


def notice_text(notice: Notice, typed: str) -> str:
    """Give a typed text as it is kept. Raises Refusal "text-empty", "text-long"."""
    limit = text_limit(notice)
    text = clean_text(typed, limit)
    if units(text) > limit:
        raise Refusal("text-long", limit=limit, length=units(text))
    return text


async def aim_notice(work: Work, command: AimNotice) -> NoticeSheet:
    """Set whom a draft is for. Raises Forbidden for what isn't the sender's, Stale."""
    notice, permit = await _draft(work, command.notice)
    aim = command.aim or notice.aim
    if (aim in OF_SCHOOL) is (notice.klass is not None):
        raise Forbidden(permit.action)
    if aim is NoticeAim.SCHOOL and permit.capacity.grades != ALL_GRADES:
        raise Refusal("notice-own-grades")
    group = (command.group or notice.group) if aim is NoticeAim.GROUP else None
    if aim is NoticeAim.GROUP and group not in dict(await work.run(query.groups, notice.klass or KlassId(0))):
        raise Forbidden(permit.action)
    numbers = set(notice.numbers) if aim is notice.aim else set()
    await work.run(gateway.aim_at, notice.id, aim, command.readers or notice.readers, group, numbers)
    return await _again(work, notice.id, permit)


async def toggle_target(work: Work, command: ToggleTarget) -> NoticeSheet:
    """Choose a student, a grade or a class, or leave it out again. Raises Forbidden for what is another's, Stale."""
    notice, permit = await _draft(work, command.notice)
    if command.aim is not notice.aim:
        raise Stale
    if command.number not in {each.number for each in await _targets(work, notice, permit)}:
        raise Forbidden(permit.action)
    numbers = set(notice.numbers) ^ {command.number}
    await work.run(gateway.aim_at, notice.id, notice.aim, notice.readers, notice.group, numbers)
    return await _again(work, notice.id, permit)


async def change_draft(work: Work, command: ChangeDraft) -> NoticeSheet:
    """Change what else a draft has. Urgent is the office's alone. Raises Forbidden, Stale."""
    notice, permit = await _draft(work, command.notice)
    if command.urgent is not None:
        if notice.klass is not None:
            raise Forbidden(permit.action)
        await work.run(gateway.change, notice.id, urgent=command.urgent)
    if command.earlier_week is not None and notice.week is not None:
        today = local_day(work.now, await school_zone(work, notice.school))
        await work.run(gateway.change, notice.id, week=week_of(today, earlier=command.earlier_week))
    if command.drop_files:
        await work.run(gateway.detach, notice.id)
    return await _again(work, notice.id, permit)


async def say_word(work: Work, command: SayWord) -> NoticeSheet:
    """Keep the word about one child of the class. Raises Forbidden for another's child, Stale, Refusal "text-long"."""
    notice, permit = await _draft(work, command.notice)
    children = [student for student, _, _ in await work.run(query.children, notice)]
    if notice.kind is not NoticeKind.WEEK or command.student not in children:
        raise Forbidden(permit.action)
    text = clean_text(command.text, WORD_LIMIT) if command.text else ""
    await work.run(gateway.say, notice.id, command.student, text)
    return await _again(work, notice.id, permit, children.index(command.student))


async def _again(work: Work, key: NoticeId, permit: Permit, place: int = 0) -> NoticeSheet:
    found = await work.run(query.notice, key)
    if found is None:
        raise Forbidden(permit.action)
    return await sheet_of(work, found, permit, place)
