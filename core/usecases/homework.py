"""Homework: common and individual, with attachments, due at the group's next lesson by default (JRN-6) [000 §10]."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.model.access import Action
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.events import EventKind
from core.model.homework import HOMEWORK_TEXT_LIMIT, Homework, HomeworkKind, SentFile
from core.model.homework_load import DayLoad
from core.model.ids import HomeworkId, LessonId, PersonId
from core.model.journal import AttendanceSheet, HomeworkSheet, LessonFacts, LessonPart
from core.rules.homework_load import load
from core.rules.texts import clean_text
from core.storage.gateways import homework, lessons
from core.storage.gateways.homework import Task
from core.storage.queries import journal, lesson_plan, work_calendar
from core.storage.work import Work
from core.usecases.journal import Visit, admit, enter, has_marks, seated, takes_place

ATTACHMENT_LIMIT = 10
NEXT_LESSONS = 5


@dataclass(frozen=True, slots=True)
class OpenHomework:
    """Which lesson's homework."""

    lesson: LessonId


@dataclass(frozen=True, slots=True)
class OpenTask:
    """Which homework."""

    homework: HomeworkId


@dataclass(frozen=True, slots=True)
class SetHomework:
    """A task; `due_on` None means the group's next lesson, `student` None everybody. Files may stand for a text."""

    lesson: LessonId
    text: str
    kind: HomeworkKind = HomeworkKind.UNSPECIFIED
    due_on: date | None = None
    student: PersonId | None = None
    files: tuple[SentFile, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanHomework:
    """The task that the thematic plan has for a lesson."""

    lesson: LessonId


@dataclass(frozen=True, slots=True)
class NoHomework:
    """A lesson in which nothing is given (JRN-17)."""

    lesson: LessonId


@dataclass(frozen=True, slots=True)
class ChangeHomework:
    """Another text, kind or day of a homework, or more files; None leaves what is there."""

    homework: HomeworkId
    text: str | None = None
    kind: HomeworkKind | None = None
    due_on: date | None = None
    files: tuple[SentFile, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawHomework:
    """A homework to be taken back."""

    homework: HomeworkId


async def homework_sheet(work: Work, command: OpenHomework) -> HomeworkSheet:
    """Give homework of a lesson and the days it may be due on. Raises Forbidden, Refusal when there can be none."""
    visit = await _enter(work, command.lesson, Action.HOMEWORK_SET)
    return await _sheet(work, visit.facts)


async def roster_for_homework(work: Work, command: OpenHomework) -> AttendanceSheet:
    """Give the students a task may be given to. Raises as `homework_sheet` does."""
    visit = await _enter(work, command.lesson, Action.HOMEWORK_SET)
    return await work.run(journal.attendance_sheet, visit.facts)


async def task_sheet(work: Work, command: OpenTask) -> tuple[Homework, HomeworkSheet]:
    """Give a homework and its lesson's sheet. Raises Forbidden for one withdrawn or another's."""
    visit, found = await _task(work, command.homework)
    return found, await _sheet(work, visit.facts)


async def _sheet(work: Work, facts: LessonFacts) -> HomeworkSheet:
    given, named = await work.run(lesson_plan.homework_with_names, facts.lesson.id)
    days = await work.run(lesson_plan.next_days, facts.lesson, NEXT_LESSONS)
    task = facts.task or await work.run(lesson_plan.next_task, facts.lesson)
    wanted = sorted({*days, *(each.due_on for each in given if each.due_on)})
    return HomeworkSheet(replace(facts, task=task), given, days, named, await _loads(work, facts, wanted))


async def _loads(work: Work, facts: LessonFacts, days: Sequence[date]) -> tuple[DayLoad, ...]:
    if not days:
        return ()
    tasks = await work.run(work_calendar.tasks, facts.lesson.klass, days[0], days[-1])
    return tuple(load(day, tasks, facts.lesson.grade) for day in days)


async def _enter(work: Work, lesson: LessonId, action: Action) -> Visit:
    visit = await enter(work, lesson, action)
    has_marks(visit.facts)
    takes_place(visit.facts)
    return visit


async def set_homework(work: Work, command: SetHomework) -> Homework:
    """Give homework, tell it to the families; the same text for the same people and day twice is one homework.

    Raises Forbidden for a student of another group, Refusal "text-…", "due-day", "too-many-files", "grade-one".
    """
    visit = await _enter(work, command.lesson, Action.HOMEWORK_SET)
    return await _give(work, visit, command)


async def plan_homework(work: Work, command: PlanHomework) -> Homework:
    """Give the homework of the thematic plan in one tap. Raises Refusal "plan-has-no-task", and as `set_homework`."""
    visit = await _enter(work, command.lesson, Action.HOMEWORK_SET)
    task = visit.facts.task or await work.run(lesson_plan.next_task, visit.facts.lesson)
    if not task:
        raise Refusal("plan-has-no-task")
    return await _give(work, visit, SetHomework(command.lesson, task))


async def _give(work: Work, visit: Visit, command: SetHomework) -> Homework:
    facts = visit.facts
    if command.student is not None:
        seated(await work.run(journal.roster, facts.lesson.id), command.student, Action.HOMEWORK_SET)
    task = Task(
        _text(command.text, command.files), await _due(work, facts, command.due_on), command.kind, command.student
    )
    twin = await _twin(work, facts, task) if not command.files else None
    if twin is not None:
        return twin
    _fits(len(command.files))
    key = await work.run(homework.write, visit.inscription(work), facts.lesson.group, task)
    await work.run(homework.attach, key, command.files)
    await work.run(lessons.complete, facts.lesson.id, LessonPart.HOMEWORK, work.sent_at)
    await work.audit(visit.permit, _entry(AuditKind.HOMEWORK_SET, facts, key, None, task, len(command.files)))
    await work.tell(visit.event(work, EventKind.HOMEWORK, key, command.student))
    return await work.run(lesson_plan.task, key) or _gone()


async def _twin(work: Work, facts: LessonFacts, task: Task) -> Homework | None:
    """Two taps on «by the plan» must not give the task twice."""
    given = await work.run(lesson_plan.homework, facts.lesson.id)
    same = (
        known for known in given if (known.text, known.due_on, known.student) == (task.text, task.due_on, task.student)
    )
    return next(same, None)


def _text(typed: str, files: tuple[SentFile, ...]) -> str:
    if not typed.strip() and files:
        return ""
    return clean_text(typed, HOMEWORK_TEXT_LIMIT)


async def _due(work: Work, facts: LessonFacts, asked: date | None) -> date | None:
    if asked is None:
        days = await work.run(lesson_plan.next_days, facts.lesson, 1)
        return days[0] if days else None
    if not facts.lesson.day < asked <= facts.rules.year_end:
        raise Refusal("due-day")
    return asked


def _fits(files: int) -> None:
    if files > ATTACHMENT_LIMIT:
        raise Refusal("too-many-files", limit=ATTACHMENT_LIMIT)


async def no_homework(work: Work, command: NoHomework) -> LessonFacts:
    """Record that nothing is given (JRN-17); recorded twice it stays. Raises Refusal "homework-exists"."""
    visit = await _enter(work, command.lesson, Action.NOTHING_RECORD)
    lesson = visit.facts.lesson
    if await work.run(lesson_plan.homework, lesson.id):
        raise Refusal("homework-exists")
    if lesson.homework_at is None:
        await work.run(lessons.complete, lesson.id, LessonPart.HOMEWORK, work.sent_at)
        entry = AuditEntry(AuditKind.LESSON_RECORD, lesson.id, after="no-homework", lesson=lesson.id)
        await work.audit(visit.permit, entry)
    return visit.facts


async def change_homework(work: Work, command: ChangeHomework) -> Homework:
    """Change a homework or add files; families are told of it as it is now. Raises as `set_homework` does."""
    visit, before = await _task(work, command.homework)
    task = await _changed(work, visit.facts, before, command)
    if (task.text, task.due_on, task.kind) == (before.text, before.due_on, before.kind) and not command.files:
        return before
    files = len(before.attachments) + len(command.files)
    _fits(files)
    await work.run(homework.change, before.id, task)
    await work.run(homework.attach, before.id, command.files)
    await work.audit(visit.permit, _entry(AuditKind.HOMEWORK_CHANGED, visit.facts, before.id, before, task, files))
    await work.tell(visit.event(work, EventKind.HOMEWORK, before.id, before.student))
    return await work.run(lesson_plan.task, before.id) or _gone()


async def _changed(work: Work, facts: LessonFacts, before: Homework, command: ChangeHomework) -> Task:
    text = before.text if command.text is None else _text(command.text, command.files)
    due = before.due_on if command.due_on is None else await _due(work, facts, command.due_on)
    return Task(text, due, command.kind or before.kind, before.student)


async def withdraw_homework(work: Work, command: WithdrawHomework) -> LessonId:
    """Take a homework back, give its lesson; without any other one the lesson lacks homework again."""
    visit, before = await _task(work, command.homework)
    await work.run(homework.withdraw, before.id, work.now)
    if not await work.run(lesson_plan.homework, before.lesson):
        await work.run(lessons.reopen, before.lesson, LessonPart.HOMEWORK)
    await work.audit(visit.permit, _entry(AuditKind.HOMEWORK_CHANGED, visit.facts, before.id, before, None, 0))
    await work.tell(visit.event(work, EventKind.HOMEWORK, before.id, before.student))
    return before.lesson


async def _task(work: Work, key: HomeworkId) -> tuple[Visit, Homework]:
    found = await work.run(lesson_plan.task, key)
    facts = await work.run(journal.facts, found.lesson) if found else None
    visit = await admit(work, facts, Action.HOMEWORK_SET)
    return visit, found or _gone()


def _gone() -> Homework:
    raise Forbidden(Action.HOMEWORK_SET)


def _entry(
    kind: AuditKind, facts: LessonFacts, key: HomeworkId, before: Homework | None, after: Task | None, files: int
) -> AuditEntry:
    student = after.student if after else before.student if before else None
    return AuditEntry(
        kind,
        key,
        before=canonical(Task(before.text, before.due_on, before.kind)) if before else None,
        after=canonical(after) if after else None,
        lesson=facts.lesson.id,
        student=student,
        extra={"files": files},
    )


def canonical(task: Task) -> str:
    """Give a homework as the trail keeps it."""
    due = task.due_on.isoformat() if task.due_on else ""
    return f"{task.kind.value}:{due}:{task.text}"


def task_of(text: str) -> Task:
    """Give back what `canonical` wrote."""
    kind, due, words = text.split(":", 2)
    return Task(words, date.fromisoformat(due) if due else None, HomeworkKind(kind))
