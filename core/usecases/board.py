"""The board of duties: the very duties that teachers are reminded of, counted, drilled into (CTL-1) [003 В-3]."""

from collections import Counter
from dataclasses import dataclass, replace

from core.model.access import Action, Subject
from core.model.board import Board, BoardBy, BoardDuties, BoardOf, BoardPart, BoardSpan, Cell
from core.model.errors import Forbidden
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import PersonKind
from core.model.regulation import LESSON_PARTS, Rule
from core.rules.access import allowed, require
from core.rules.board import counted, duties_of, worst_first
from core.storage.queries import board as query
from core.storage.queries import control, duty_names
from core.storage.work import Work
from core.usecases.board_view import (
    View,
    Wanted,
    cells_of,
    lines_of,
    others_of,
    people_of,
    read,
    rule_of,
    total_of,
    view_of,
)
from core.usecases.reaching import reach_klass, reach_person


@dataclass(frozen=True, slots=True)
class ShowBoard:
    """A board of a school: of which days, a line for each of what."""

    school: SchoolId
    span: BoardSpan = BoardSpan.WEEK
    by: BoardBy = BoardBy.TEACHER
    of: BoardOf = BoardOf.LESSONS


@dataclass(frozen=True, slots=True)
class ShowTeacherBoard:
    """What the board has of one teacher."""

    teacher: PersonId
    span: BoardSpan = BoardSpan.WEEK
    of: BoardOf = BoardOf.ALL


@dataclass(frozen=True, slots=True)
class ShowKlassBoard:
    """What the board has of one class."""

    klass: KlassId
    span: BoardSpan = BoardSpan.WEEK
    of: BoardOf = BoardOf.ALL


@dataclass(frozen=True, slots=True)
class ShowRuleBoard:
    """What the board has of one rule, by the number of its id."""

    school: SchoolId
    rule: int
    span: BoardSpan = BoardSpan.WEEK


@dataclass(frozen=True, slots=True)
class ShowTeacherDuties:
    """The duties of a teacher by one rule."""

    teacher: PersonId
    rule: int
    span: BoardSpan = BoardSpan.WEEK


@dataclass(frozen=True, slots=True)
class ShowKlassDuties:
    """The duties of a class by one rule."""

    klass: KlassId
    rule: int
    span: BoardSpan = BoardSpan.WEEK


async def show_board(work: Work, command: ShowBoard) -> Board:
    """Give the board of a school, the worst line first. Raises Forbidden."""
    permit = require(work.actor, Action.DUTY_BOARD_READ, Subject(school=command.school))
    view = await view_of(work, Wanted(command.school, permit, command.span))
    cells = await cells_of(work, view, command.of)
    names = await work.run(query.names, view.school, people_of(cells))
    return Board(
        school=view.school,
        name=view.year.school.short_name,
        span=command.span,
        by=command.by,
        of=command.of,
        first=view.first,
        last=view.last,
        lines=lines_of(cells, command.by, names, view),
        total=total_of(cells),
    )


async def show_teacher_board(work: Work, command: ShowTeacherBoard) -> BoardPart:
    """Give a teacher's duties by rule. Raises Forbidden."""
    part, _ = await _teacher(work, command.teacher, command.span, command.of)
    return part


async def show_klass_board(work: Work, command: ShowKlassBoard) -> BoardPart:
    """Give a class's duties by rule, and by teacher. Raises Forbidden."""
    part, _ = await _klass(work, command.klass, command.span, command.of)
    return part


async def show_rule_board(work: Work, command: ShowRuleBoard) -> BoardPart:
    """Give the duties of a rule by teacher. Raises Forbidden, NotFound for a rule that the school has not."""
    permit = require(work.actor, Action.DUTY_BOARD_READ, Subject(school=command.school))
    view = await view_of(work, Wanted(command.school, permit, command.span))
    rule = rule_of(view.year, command.rule)
    cells = await _of_rule(work, view, rule)
    names = await work.run(query.names, view.school, people_of(cells))
    return BoardPart(
        school=view.school,
        by=BoardBy.RULE,
        key=rule.id,
        name=view.year.school.short_name,
        span=view.span,
        first=view.first,
        last=view.last,
        lines=lines_of(cells, BoardBy.TEACHER, names, view),
        total=total_of(cells),
        rule=rule,
    )


async def show_teacher_duties(work: Work, command: ShowTeacherDuties) -> BoardDuties:
    """Give the duties of a teacher by one rule, the worst first. Raises Forbidden, NotFound."""
    part, view = await _teacher(work, command.teacher, command.span, BoardOf.ALL)
    return await _duties(work, part, view, command.rule)


async def show_klass_duties(work: Work, command: ShowKlassDuties) -> BoardDuties:
    """Give the duties of a class by one rule, the worst first. Raises Forbidden, NotFound."""
    part, view = await _klass(work, command.klass, command.span, BoardOf.ALL)
    return await _duties(work, part, view, command.rule)


async def _of_rule(work: Work, view: View, rule: Rule) -> Counter[Cell]:
    if rule.about not in LESSON_PARTS:
        return counted(await others_of(work, view, [rule.id]))
    cells = await cells_of(work, view, BoardOf.LESSONS)
    return Counter({cell: count for cell, count in cells.items() if cell.rule == rule.id})


def _sees_all(work: Work, school: SchoolId) -> bool:
    return allowed(work.actor, Action.DUTY_BOARD_READ, Subject(school)) is not None


async def _teacher(work: Work, teacher: PersonId, span: BoardSpan, of: BoardOf) -> tuple[BoardPart, View]:
    who, permit = await reach_person(work, teacher, Action.DUTY_BOARD_READ)
    if who.kind is not PersonKind.STAFF:
        raise Forbidden(Action.DUTY_BOARD_READ)
    view = await view_of(work, Wanted(who.school, permit, span, keeper=teacher))
    cells = await cells_of(work, view, of)
    names = await work.run(query.names, view.school, ())
    part = BoardPart(
        school=who.school,
        by=BoardBy.TEACHER,
        key=teacher,
        name=who.name.full,
        span=span,
        first=view.first,
        last=view.last,
        lines=lines_of(cells, BoardBy.RULE, names, view),
        total=total_of(cells),
        remarks=len(await work.run(control.open_remarks, who.school, teacher)),
        whole_school=_sees_all(work, who.school),
        may_pardon=allowed(work.actor, Action.DUTY_PARDON, Subject(who.school)) is not None,
        may_remark=allowed(work.actor, Action.CONTROL_REMARK_WRITE, Subject(who.school, person=teacher)) is not None,
        of=of,
    )
    return part, view


async def _klass(work: Work, klass: KlassId, span: BoardSpan, of: BoardOf) -> tuple[BoardPart, View]:
    subject, name, permit = await reach_klass(work, klass, Action.DUTY_BOARD_READ)
    view = await view_of(work, Wanted(subject.school, permit, span, klass=klass))
    cells = await cells_of(work, view, of)
    names = await work.run(query.names, view.school, people_of(cells))
    part = BoardPart(
        school=subject.school,
        by=BoardBy.KLASS,
        key=klass,
        name=name,
        span=span,
        first=view.first,
        last=view.last,
        lines=lines_of(cells, BoardBy.RULE, names, view),
        total=total_of(cells),
        people=lines_of(cells, BoardBy.TEACHER, names, view),
        whole_school=_sees_all(work, subject.school),
        may_pardon=allowed(work.actor, Action.DUTY_PARDON, subject) is not None,
        may_tell=allowed(work.actor, Action.GAP_TELL, subject) is not None,
        of=of,
    )
    return part, view


async def _duties(work: Work, part: BoardPart, view: View, number: int) -> BoardDuties:
    rule, zone = rule_of(view.year, number), view.year.school.zone
    if rule.about not in LESSON_PARTS:
        others = worst_first(await others_of(work, view, [rule.id]))
        names = await work.run(duty_names.names, view.school, others)
        part = replace(part, of=BoardOf.OTHERS)
        return BoardDuties(part, rule, zone, tuple(others), {}, names)
    part = replace(part, of=BoardOf.LESSONS)
    lessons, works = await read(work, view)
    every = (duty for seen in lessons for duty in duties_of(view.rules, seen, works.get(seen.id, ())))
    duties = worst_first(duty for duty in every if duty.rule.id == rule.id)
    named = await work.run(query.named_lessons, [duty.subject.lesson for duty in duties if duty.subject.lesson])
    return BoardDuties(part, rule, zone, tuple(duties), named)
