"""Letters made of the present truth when they are sent (NTF-2): one module for each kind, read in a batch."""

import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.model.ids import LessonId, LetterId, PersonId, SchoolId
from core.storage.gateways import glances
from core.storage.gateways.outbox import Draft
from core.storage.queries import duties as duty_query
from core.storage.queries import duty_places, final_marks, lesson_changes, lesson_plan, letters
from core.storage.queries.duties import OpenLessons
from core.storage.work import Work
from core.usecases.duties import LessonDuties, owed, unpardoned
from locales import Translators
from notifications.compose import (
    absence_notes,
    appeals,
    attendance,
    changes,
    control,
    data_faults,
    day_moves,
    digest,
    duties,
    entries,
    evening,
    finals,
    forecast,
    friday,
    homework,
    klass_entries,
    late,
    lost,
    marks,
    messages,
    notices,
    nudges,
    receipts,
    remarks,
    returned,
    rollup,
    school_events,
    signals,
    subgroups,
)
from notifications.compose.context import Context, Section, gather, joined
from notifications.compose.wanted import still_wanted
from notifications.letter import Act, Letter, LetterButton, LetterKind
from notifications.policy import FAMILY_KINDS, FOLDED_KINDS

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A letter that could not be composed: a fault of the program."""


Composed = Mapping[LetterId, Letter | Spoilt | None]
_Make = Callable[[Context, Draft], Letter | None]
_Reader = Callable[[Work, Context, Sequence[Draft]], Awaitable[_Make]]


async def compose(work: Work, translators: Translators, drafts: Sequence[Draft]) -> Composed:
    """Give each draft's letter as it is now; None where there is nothing left to tell.

    Reads with as many statements as there are kinds in the batch, not letters.
    """
    drafts = await still_wanted(work, drafts)
    ctx = await gather(work, translators, drafts)
    by_reader: dict[_Reader, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_reader[_READERS[LetterKind(draft.kind)]].append(draft)
    made: dict[LetterId, Letter | Spoilt | None] = {}
    for read, some in by_reader.items():
        make = await read(work, ctx, some)
        made |= {draft.id: _made(make, ctx, draft) for draft in some}
    return made


def _made(make: _Make, ctx: Context, draft: Draft) -> Letter | Spoilt | None:
    try:
        letter = make(ctx, draft)
    except Exception:  # one letter's fault must not hold up the others; it is kept and seen
        log.exception("letter %s could not be composed", draft.id)
        return Spoilt()
    if letter is None:
        return None
    school = ctx.year(draft).school
    if school.reserved and (LetterKind(draft.kind) in FAMILY_KINDS or draft.student is not None):
        letter = _reserved(ctx, draft, letter)
    return replace(letter, silent=letter.silent or draft.silent)


def _reserved(ctx: Context, draft: Draft, letter: Letter) -> Letter:
    """A school may keep contents out of the messenger: a first name, and that there is something new (PLT-7)."""
    head = ctx.heads.get(draft.student) if draft.student else None
    day = ctx.today(draft).toordinal()
    return Letter(
        text=ctx.words(draft)("notice-reserved", name=head.name.given if head else ""),
        buttons=(
            *((button,) for button in notices.openings(draft)),
            (LetterButton("notice-button-day", Act.OPEN_DAY, (draft.student or 0, day)),),
        ),
        told=letter.told,
        silent=letter.silent,
    )


def _subjects(drafts: Collection[Draft], kind: LetterKind | None = None) -> set[int]:
    return {item.subject for draft in drafts for item in draft.items if kind is None or item.kind == kind.value}


async def _family(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    """Letters to families, of whatever kinds their items are."""
    parts = {kind: await read(work, drafts, _subjects(drafts, kind)) for kind, read in _SECTIONS.items()}

    def make(ctx: Context, draft: Draft) -> Letter | None:
        found = {kind: part(ctx, draft) for kind, part in parts.items()}
        sections = {kind: section for kind, section in found.items() if section is not None}
        if draft.kind == LetterKind.DIGEST.value:
            return digest.letter(ctx, draft, sections)
        if draft.kind == LetterKind.ROLL_UP.value:
            return rollup.letter(ctx, draft, sections)
        return joined(ctx, draft, list(sections.values()))

    return make


_Part = Callable[[Context, Draft], Section | None]


async def _attendance(work: Work, drafts: Sequence[Draft], lessons: set[int]) -> _Part:
    if not lessons:
        return _nothing
    students = {draft.student for draft in drafts if draft.student}
    found = await work.run(letters.lessons, lessons)
    facts = attendance.Facts(found, await work.run(letters.presences, lessons, students))
    return lambda ctx, draft: attendance.section(ctx, draft, facts)


async def _marks(work: Work, _drafts: Sequence[Draft], roots: set[int]) -> _Part:
    facts = await work.run(letters.marks, roots) if roots else {}
    return lambda ctx, draft: marks.section(ctx, draft, facts)


async def _remarks(work: Work, _drafts: Sequence[Draft], ids: set[int]) -> _Part:
    facts = await work.run(letters.remarks, ids) if ids else {}
    return lambda ctx, draft: remarks.section(ctx, draft, facts)


async def _homework(work: Work, _drafts: Sequence[Draft], ids: set[int]) -> _Part:
    facts = await work.run(letters.homework, ids) if ids else {}
    return lambda ctx, draft: homework.section(ctx, draft, facts)


async def _changes(work: Work, _drafts: Sequence[Draft], ids: set[int]) -> _Part:
    facts = await work.run(lesson_changes.told_of, ids) if ids else {}
    return lambda ctx, draft: changes.section(ctx, draft, facts)


async def _finals(work: Work, _drafts: Sequence[Draft], roots: set[int]) -> _Part:
    facts = await work.run(final_marks.told_of, roots) if roots else {}
    return lambda ctx, draft: finals.section(ctx, draft, facts)


def _nothing(_ctx: Context, _draft: Draft) -> Section | None:
    return None


_SECTIONS = {
    LetterKind.ATTENDANCE: _attendance,
    LetterKind.MARK: _marks,
    LetterKind.REMARK: _remarks,
    LetterKind.HOMEWORK: _homework,
    LetterKind.SIGNAL: signals.section_of,
    LetterKind.MESSAGE: messages.section_of,
    LetterKind.LESSON_CHANGE: _changes,
    LetterKind.PERIOD_MARK: _finals,
    LetterKind.NOTICE: notices.section_of,
    LetterKind.SCHOOL_EVENT: school_events.section_of,
    LetterKind.DAY_MOVED: day_moves.section_of,
}


async def _entries(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    facts = await work.run(letters.entries, _subjects(drafts))
    return lambda ctx, draft: entries.letter(ctx, draft, facts)


async def _staff_changes(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    facts = await work.run(lesson_changes.told_of, _subjects(drafts))
    return lambda ctx, draft: changes.staff_letter(ctx, draft, facts)


async def _lesson_forms(work: Work, ctx: Context, drafts: Sequence[Draft]) -> _Make:
    facts = await _form_facts(work, ctx, drafts)
    return lambda ctx, draft: nudges.lesson_form(ctx, draft, facts)


async def _homework_forms(work: Work, ctx: Context, drafts: Sequence[Draft]) -> _Make:
    facts = await _form_facts(work, ctx, drafts)
    return lambda ctx, draft: nudges.homework_form(ctx, draft, facts)


async def _form_facts(work: Work, ctx: Context, drafts: Sequence[Draft]) -> nudges.Owed:
    records = await work.run(duty_query.lessons, [LessonId(lesson) for lesson in _subjects(drafts)])
    of_school: dict[SchoolId, list[duty_query.OpenRecord]] = defaultdict(list)
    for record in records:
        of_school[record.facts.lesson.school].append(record)
    found: list[LessonDuties] = []
    for school, some in of_school.items():
        pardons = await work.run(duty_places.current_pardons, school, ctx.now)
        found += unpardoned(owed(ctx.years[school], some, ctx.now), pardons, ctx.now)
    tasks = {each.facts.lesson.id: await _task(work, each) for each in found}
    return nudges.Owed({each.facts.lesson.id: each for each in found}, tasks, {})


async def _task(work: Work, lesson: LessonDuties) -> str:
    return lesson.facts.task or await work.run(lesson_plan.next_task, lesson.facts.lesson)


async def _duty_lists(work: Work, ctx: Context, drafts: Sequence[Draft]) -> _Make:
    people: dict[PersonId, list[LessonDuties]] = defaultdict(list)
    for school in {draft.school for draft in drafts if draft.school}:
        mine = [draft for draft in drafts if draft.school == school]
        asked = OpenLessons(
            school,
            min(date.fromisoformat(draft.payload["since"]) for draft in mine),
            ctx.now,
            {draft.person for draft in mine if draft.person},
        )
        pardons = await work.run(duty_places.current_pardons, school, ctx.now)
        lessons = owed(ctx.years[school], await work.run(duty_query.open_lessons, asked), ctx.now)
        for each in unpardoned(lessons, pardons, ctx.now):
            people[each.facts.lesson.keeper].append(each)
    others = await work.run(glances.read, {draft.person for draft in drafts if draft.person})
    facts = nudges.Owed({}, {}, people, others)
    return lambda ctx, draft: nudges.duty_list(ctx, draft, facts)


_READERS: Mapping[LetterKind, _Reader] = {
    **dict.fromkeys(FOLDED_KINDS, _family),
    LetterKind.ENTRY: _entries,
    LetterKind.KLASS_ENTRY: klass_entries.read,
    LetterKind.ENTRY_TO_CONFIRM: _entries,
    LetterKind.ENTRY_CONFIRMED: _entries,
    LetterKind.ACCESS_CUT: _entries,
    LetterKind.LESSON_CHANGE_STAFF: _staff_changes,
    LetterKind.LESSON_FORM: _lesson_forms,
    LetterKind.HOMEWORK_FORM: _homework_forms,
    LetterKind.DUTY_LIST: _duty_lists,
    LetterKind.APPEAL: appeals.read,
    LetterKind.ACCESS_LOST: lost.read,
    LetterKind.RECEIPT: receipts.read,
    LetterKind.ANCHOR: receipts.read_seals,
    LetterKind.FORECAST: forecast.read,
    LetterKind.RETURNED: returned.read,
    LetterKind.EVENING: evening.read,
    LetterKind.FRIDAY: friday.read,
    LetterKind.LATE_ASKED: late.asked_reader,
    LetterKind.LATE_ANSWERED: late.answered_reader,
    LetterKind.SUBGROUP: subgroups.read,
    LetterKind.DATA_FAULT: data_faults.read,
    LetterKind.SCHOOL_EVENT_STAFF: school_events.staff_reader,
    LetterKind.DAY_MOVED_STAFF: day_moves.staff_reader,
    LetterKind.EVENT_SOON: school_events.soon_reader,
    **absence_notes.READERS,
    **control.READERS,
    **messages.READERS,
    **notices.READERS,
    **duties.READERS,
    **signals.READERS,
}
