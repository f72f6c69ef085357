"""No screen of changes and plans reads a whole table: years of lessons must not slow a deputy's morning down."""

import re
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, event

from core.model.ids import GroupId, KlassId, LessonId, PersonId, SchoolId
from core.model.people import Role
from core.usecases import lesson_changes as changes
from core.usecases import lesson_changing as changing
from core.usecases import plans
from core.usecases.diary import ShowTimetable, ShowWeek, show_timetable, show_week
from core.usecases.substitution import OpenSubstitution, substitution_card
from tests.classroom import classroom
from tests.world import TODAY, World

GROWING = "mark|attendance|lesson|lesson_change|work|homework|remark|enrolment|person|audit|plan_topic|group_member"
SCAN = re.compile(rf"^SCAN ({GROWING}|other_lesson|keeper)\b")


async def _live(world: World) -> None:
    room = await classroom(world)
    other = PersonId(await world.staff("Белова Ольга Юрьевна"))
    office = await world.enter(await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR))
    mother = await world.enter(await world.guardian("Волкова Ирина Львовна", room.students[0]))
    school, klass, group = SchoolId(world.school), KlassId(room.klass.id), GroupId(room.group)
    for text in ("А", "Б"):
        await room.do(plans.add_topic, plans.AddTopic(group, text))
    await room.do(plans.plan_week, plans.PlanWeek(group, TODAY + timedelta(days=4)))
    acts: list[tuple[Any, Any]] = [
        (changing.substitute, changing.Substitute(room.lesson, other)),
        (changing.cancel_lesson, changing.CancelLesson(room.lesson)),
        (changing.return_lesson, changing.ReturnLesson(room.lesson)),
        (changing.move_lesson, changing.MoveLesson(room.lesson, TODAY + timedelta(days=1), 2)),
        (changes.show_changes, changes.ShowChanges(school)),
        (changes.show_klass_day, changes.ShowKlassDay(klass, TODAY)),
        (changes.show_away_day, changes.ShowAwayDay(school, PersonId(room.teacher), TODAY)),
        (changes.open_change, changes.OpenChange(room.lesson)),
        (changes.list_substitutes, changes.OpenChange(room.lesson)),
        (plans.show_plan, plans.OpenPlan(group)),
        (plans.list_plans, plans.ListPlans(klass)),
    ]
    for usecase, command in acts:
        await world.do(usecase, command, office)
    await world.do(changing.substitute, changing.Substitute(LessonId(room.lesson), None), office)
    await room.see(substitution_card, OpenSubstitution(room.lesson))
    await world.see(show_week, ShowWeek(room.students[0]), mother)
    await world.see(show_timetable, ShowTimetable(room.students[0], week=True), mother)


async def test_no_statement_scans_a_growing_table(world: World) -> None:
    asked: dict[str, Any] = {}

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith(("SELECT", "WITH", "UPDATE", "DELETE")):
            asked.setdefault(statement, parameters)

    for engine in (world.engines.reader, world.engines.writer):
        event.listen(engine.sync_engine, "before_cursor_execute", note)
    await _live(world)
    statements = dict(asked)
    scans = []
    async with world.engines.reader.connect() as connection:
        for statement, parameters in statements.items():
            plan = await connection.run_sync(_plan, statement, parameters)
            scans += [(step, statement[:300]) for step in plan if SCAN.match(step)]
    assert len(statements) > 20
    assert not scans


def _plan(db: Connection, statement: str, parameters: Any) -> list[str]:
    return [row[3] for row in db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
