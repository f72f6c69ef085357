"""No screen of changes and plans reads a whole table: years of lessons must not slow a deputy's morning down."""

from datetime import timedelta
from typing import Any

from core.model.ids import GroupId, KlassId, LessonId, PersonId, SchoolId
from core.model.people import Role
from core.usecases import lesson_changes as changes
from core.usecases import lesson_changing as changing
from core.usecases import plans
from core.usecases.diary import ShowTimetable, ShowWeek, show_timetable, show_week
from core.usecases.substitution import OpenSubstitution, substitution_card
from tests.classroom import classroom
from tests.storage.scanning import asked, scans
from tests.world import TODAY, World

GROWING = "mark|attendance|lesson|lesson_change|work|homework|remark|enrolment|person|audit|plan_topic|group_member"


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
    with asked(world) as statements:
        await _live(world)
    assert len(statements) > 20
    assert not await scans(world, statements, f"{GROWING}|other_lesson|keeper")
