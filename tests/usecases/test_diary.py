"""What stands on a day of the diary, and in whose (DIA-1, DIA-2, DIA-8, DIA-13)."""

from datetime import date, time, timedelta

from sqlalchemy import select

from core.model.attendance import Presence
from core.model.calendar import CalendarKind
from core.model.lesson import LessonState, WorkKind
from core.model.mark import MarkValue
from core.storage.rows import CalendarRow, GroupMemberRow, MarkRow, SchoolEventRow
from core.usecases.diary import (
    ShowDay,
    ShowLesson,
    ShowTimetable,
    ShowWeek,
    show_day,
    show_lesson,
    show_timetable,
    show_week,
)
from tests.usecases.family import TOMORROW, families
from tests.world import TODAY, World


async def test_a_day_has_its_lessons_in_order_with_local_times(world: World) -> None:
    school = await families(world)
    await school.lesson(number=3, topic="Дроби")
    await school.lesson(number=1, group=school.english)
    diary = await school.see(show_day, ShowDay(school.ilya))
    shown = [(entry.lesson.number, entry.lesson.subject, entry.lesson.group_name) for entry in diary.page.entries]
    assert shown == [(1, "Английский язык", "1 группа"), (3, "Алгебра", "")]
    last = diary.page.entries[-1].lesson
    assert (last.starts, last.ends, last.topic, last.teacher) == (time(10, 20), time(11, 5), "Дроби", "Зимина А.П.")
    assert diary.today == diary.page.day == TODAY


async def test_the_other_half_of_the_class_has_other_lessons(world: World) -> None:
    school = await families(world)
    await school.lesson(number=1, group=school.english)
    await school.lesson(number=1, group=school.other_english, room="33")
    for child, reader, room in ((school.ilya, school.mother, "21"), (school.vera, school.father, "33")):
        diary = await school.see(show_day, ShowDay(child), reader)
        assert [entry.lesson.room for entry in diary.page.entries] == [room]


async def test_a_subgroup_counts_from_its_first_to_its_last_day(world: World) -> None:
    school = await families(world)
    third = await world.group(school.klass, "Музыка", school.teacher, "хор")
    await world.insert(
        GroupMemberRow, group_id=third, student_id=school.ilya, since=TODAY, until=TODAY + timedelta(days=6)
    )
    for days in (-7, 0, 7):
        await school.lesson(TODAY + timedelta(days=days), group=third)
    shown = [
        len((await school.see(show_day, ShowDay(school.ilya, TODAY + timedelta(days=days)))).page.entries)
        for days in (-7, 0, 7)
    ]
    assert shown == [0, 1, 0]


async def test_marks_are_the_current_ones_with_their_work(world: World) -> None:
    school = await families(world)
    lesson = await school.lesson()
    first = await school.mark(lesson, MarkValue.THREE, weight=3, kind=WorkKind.CONTROL)
    work = (await world.rows(select(MarkRow.work_id).where(MarkRow.id == first)))[0][0]
    await school.mark(lesson, MarkValue.FIVE, work=work, replaces=first, root=first, comment="пересдача")
    withdrawn = await school.mark(lesson, MarkValue.TWO)
    await school.mark(lesson, None, work=work, replaces=withdrawn, root=withdrawn)
    await school.mark(lesson, MarkValue.TWO, student_id=school.vera)
    entry = (await school.see(show_day, ShowDay(school.ilya))).page.entries[0]
    assert [(mark.value, mark.weight, mark.kind, mark.comment, mark.id) for mark in entry.marks] == [
        (MarkValue.FIVE, 3, WorkKind.CONTROL, "пересдача", first)
    ]


async def test_a_mark_inside_its_grace_time_is_in_the_diary_already(world: World) -> None:
    school = await families(world)
    await school.mark(await school.lesson())
    assert (await school.see(show_day, ShowDay(school.ilya))).page.entries[0].marks


async def test_attendance_and_remarks_are_the_childs_own(world: World) -> None:
    school = await families(world)
    lesson = await school.lesson()
    first = await school.presence(lesson, Presence.ABSENT)
    await school.presence(lesson, Presence.LATE, 10, replaces=first)
    await school.presence(lesson, Presence.ILL, student_id=school.vera)
    await school.remark(lesson, "Молодец")
    await school.remark(lesson, "Отозвано", withdrawn_at=world.clock.now())
    await school.remark(lesson, "Вере", student_id=school.vera)
    entry = (await school.see(show_day, ShowDay(school.ilya))).page.entries[0]
    assert (entry.presence, entry.minutes, entry.remarks) == (Presence.LATE, 10, ("Молодец",))


async def test_homework_stands_under_the_lesson_it_is_due_for(world: World) -> None:
    school = await families(world)
    given = await school.lesson(TODAY)
    await school.lesson(TOMORROW, 2)
    await school.lesson(TOMORROW, 3)
    await school.homework(given, TOMORROW, "§ 14")
    await school.homework(given, None, "читать дальше")
    today = await school.see(show_day, ShowDay(school.ilya))
    tomorrow = await school.see(show_day, ShowDay(school.ilya, TOMORROW))
    assert [item.text for item in today.page.entries[0].homework] == ["читать дальше"]
    assert [[item.text for item in entry.homework] for entry in tomorrow.page.entries] == [["§ 14"], []]


async def test_homework_for_a_day_without_its_lesson_is_not_lost(world: World) -> None:
    school = await families(world)
    await school.homework(await school.lesson(), TOMORROW, "§ 14")
    await school.lesson(TOMORROW, state=LessonState.CANCELLED)
    page = (await school.see(show_day, ShowDay(school.ilya, TOMORROW))).page
    assert [entry.lesson.cancelled for entry in page.entries] == [True]
    assert [item.text for item in page.loose] == ["§ 14"]


async def test_individual_homework_is_for_that_child_alone(world: World) -> None:
    school = await families(world)
    given = await school.lesson()
    await school.lesson(TOMORROW)
    await school.homework(given, text="Илье", student_id=school.ilya)
    await school.homework(given, text="Вере", student_id=school.vera)
    await school.homework(given, text="отозвано", withdrawn_at=world.clock.now())
    entry = (await school.see(show_day, ShowDay(school.ilya, TOMORROW))).page.entries[0]
    assert [(item.text, item.individual) for item in entry.homework] == [("Илье", True)]


async def test_a_child_who_changed_class_has_the_old_lessons_on_old_days(world: World) -> None:
    school = await families(world)
    other = await world.klass("8А", ["Волкова Дарья"])
    group = await world.group(other, "Физика", school.teacher)
    monday = TODAY - timedelta(days=3)
    for day in (monday, TODAY):
        await school.lesson(day)
        await world.lesson(other, group, school.teacher, day, 2)
    await school.transfer(school.ilya, other, TODAY)
    subjects = {}
    for day in (monday, TODAY):
        diary = await school.see(show_day, ShowDay(school.ilya, day))
        subjects[diary.child.klass_name(day)] = [entry.lesson.subject for entry in diary.page.entries]
    assert subjects == {"7Б": ["Алгебра"], "8А": ["Физика"]}


async def test_the_neighbouring_school_days_leap_over_days_off_and_classes(world: World) -> None:
    school = await families(world)
    other = await world.klass("8А")
    group = await world.group(other, "Физика", school.teacher)
    await school.lesson(date(2026, 10, 12))
    await world.lesson(other, group, school.teacher, date(2026, 10, 19), 1)
    await world.lesson(other, group, school.teacher, date(2026, 10, 16), 1)
    await school.transfer(school.ilya, other, date(2026, 10, 17))
    page = (await school.see(show_day, ShowDay(school.ilya))).page
    assert (page.previous, page.next) == (date(2026, 10, 12), date(2026, 10, 19))


async def test_a_day_off_names_the_holiday_of_the_childs_grade(world: World) -> None:
    school = await families(world)
    day = date(2026, 10, 28)
    await world.insert(
        CalendarRow, school_id=world.school, name="Только первоклассникам", kind=CalendarKind.DAY_OFF,
        starts_on=day, ends_on=day, grades=frozenset({1}),
    )  # fmt: skip
    page = (await school.see(show_day, ShowDay(school.ilya, day))).page
    assert [holiday.name for holiday in page.holidays] == ["Осенние каникулы"]
    assert page.entries == ()


async def test_events_are_the_schools_and_the_own_classs_for_those_who_may_see_them(world: World) -> None:
    school = await families(world)
    other = await world.klass("8А")
    events = [
        ("Ярмарка", None, "all"),
        ("Поход", school.klass.id, "students,guardians"),
        ("Чужой поход", other.id, "all"),
        ("Педсовет", None, "staff"),
        ("Собрание", None, "guardians"),
    ]
    for name, klass, audience in events:
        await world.insert(
            SchoolEventRow, school_id=world.school, name=name, kind="school", day=TODAY, at=time(12, 30),
            klass_id=klass, audience=audience,
        )  # fmt: skip
    mother = (await school.see(show_day, ShowDay(school.ilya))).page.events
    student = (await school.see(show_day, ShowDay(school.ilya), school.student)).page.events
    assert [event.name for event in mother] == ["Поход", "Собрание", "Ярмарка"]
    assert [event.name for event in student] == ["Поход", "Ярмарка"]
    assert {event.at for event in mother} == {time(12, 30)}


async def test_a_substitute_is_named(world: World) -> None:
    school = await families(world)
    other = await world.staff("Петрова Вера Андреевна")
    await school.lesson(substitute_id=other)
    assert (await school.see(show_day, ShowDay(school.ilya))).page.entries[0].lesson.substitute == "Петрова В.А."


async def test_a_week_runs_from_monday_to_sunday(world: World) -> None:
    school = await families(world)
    for day in (date(2026, 10, 11), date(2026, 10, 12), TODAY, date(2026, 10, 19)):
        await school.mark(await school.lesson(day))
    diary = await school.see(show_week, ShowWeek(school.ilya))
    assert diary.monday == date(2026, 10, 12)
    assert [(page.day, len(page.entries)) for page in diary.days if page.entries] == [
        (date(2026, 10, 12), 1),
        (TODAY, 1),
    ]
    assert (diary.days[0].previous, diary.days[0].next) == (date(2026, 10, 11), date(2026, 10, 19))


async def test_one_lesson_can_be_read_in_full(world: World) -> None:
    school = await families(world)
    lesson = await school.lesson()
    await school.mark(lesson)
    entry = (await school.see(show_lesson, ShowLesson(school.ilya, lesson))).entry  # type: ignore[arg-type]
    assert entry.marks[0].value is MarkValue.FIVE


async def test_the_timetable_tells_of_the_month_ahead(world: World) -> None:
    school = await families(world)
    await school.lesson()
    await school.lesson(TOMORROW)
    await world.insert(SchoolEventRow, school_id=world.school, name="Ярмарка", kind="school", day=date(2026, 11, 6))
    day = await school.see(show_timetable, ShowTimetable(school.ilya))
    week = await school.see(show_timetable, ShowTimetable(school.ilya, week=True))
    assert (len(day.lessons), len(week.lessons), day.next) == (1, 2, TOMORROW)
    assert [holiday.name for holiday in day.holidays] == ["Осенние каникулы"]
    assert [event.name for event in day.events] == ["Ярмарка"]


async def test_today_is_the_schools_day_and_not_greenwichs(world: World) -> None:
    school = await families(world)
    world.clock.to(TODAY, 23, 30)
    assert (await school.see(show_day, ShowDay(school.ilya))).today == TODAY
    world.clock.shift(minutes=40)
    assert (await school.see(show_day, ShowDay(school.ilya))).today == TOMORROW


async def test_somebody_enrolled_nowhere_has_an_empty_diary(world: World) -> None:
    child = await world.person("Новиков Лев")
    mother = await world.enter(await world.guardian("Новикова Инна", child))
    diary = await world.see(show_day, ShowDay(child), mother)  # type: ignore[arg-type]
    assert (diary.page.entries, diary.child.klass_name(TODAY)) == ((), "")
