"""What readers chose, from a teacher's tap to their chats: digests, quiet hours, what is off (NTF-2, NTF-3, NTF-11)."""

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import event, select, update

from core.model.attendance import Presence
from core.model.events import Event, EventKind
from core.model.ids import LessonId, PersonId, SchoolId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import Role
from core.model.preferences import Telling, Topic
from core.storage.rows import BindingRow, LetterRow, SchoolRow
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.homework import SetHomework, WithdrawHomework, set_homework, withdraw_homework
from core.usecases.marks import CorrectMark, SetMark, UndoMark, correct_mark, set_mark, undo_mark
from core.usecases.preferences import (
    ChooseDigest,
    ChooseQuiet,
    ChooseTelling,
    choose_digest,
    choose_quiet,
    choose_telling,
)
from core.usecases.works import DeclareWork, declare_work
from notifications.letter import Act
from notifications.post import Down
from notifications.publisher import publish
from tests.notifications.conftest import Office
from tests.world import TODAY

HEAD = "<b>Дарья Волкова</b> · 7Б\n🌆 Новое за день, 15 октября\n"


async def _choose(office: Office, telegram: int, topic: Topic, telling: Telling, child: int | None = None) -> None:
    command = ChooseTelling(PersonId(child or office.child), topic, telling)
    await office.world.do(choose_telling, command, telegram)


async def _mark(office: Office, value: MarkValue, child: PersonId | None = None) -> Any:
    work = await office.room.work(WorkKind.ANSWER)
    return (await office.do(set_mark, SetMark(work, child or office.child, value))).corrections[0].id


async def _at(office: Office, hour: int, minute: int = 0, day: date = TODAY) -> None:
    await office.told()
    office.world.clock.to(day, hour, minute)
    await office.told()


def _of_marks(office: Office, chat: int) -> list[str]:
    return [text for text in office.post.texts(chat) if "<b>Отметки</b>" in text]


async def _homework(office: Office, text: str = "№ 5") -> Any:
    return await office.do(set_homework, SetHomework(office.lesson, text))


async def test_a_digest_is_one_message_by_topic(office: Office) -> None:
    for topic in (Topic.MARKS, Topic.HOMEWORK, Topic.ATTENDANCE):
        await _choose(office, office.mother, topic, Telling.DIGEST)
    async with office.running():
        await _mark(office, MarkValue.FIVE)
        await _homework(office)
        await office.do(take_attendance, TakeAttendance(office.lesson, ((office.child, Presence.LATE, 5),)))
        await _mark(office, MarkValue.FOUR)
        await _at(office, 18, 59)
        assert office.post.texts(office.mother) == []
        await _at(office, 19)

    expected = HEAD + (
        "\n<b>Посещаемость</b>\n3-й урок, Алгебра, сегодня: опоздание на 5 мин.\n"
        "\n<b>Отметки</b>\nАлгебра: <b>5</b> – ответ на уроке\nАлгебра: <b>4</b> – ответ на уроке\n"
        "\n<b>Задания</b>\n🎒 Алгебра, срок – четверг, 22 октября: № 5"
    )
    assert office.post.texts(office.mother) == [expected]
    buttons = [button.act for row in office.post.messages(office.mother)[0].buttons for button in row]
    assert buttons == [Act.OPEN_MARKS, Act.OPEN_HOMEWORK, Act.OPEN_DAY]
    # The father chose nothing: he was told of the lateness as it came.
    assert "опоздание" in office.post.texts(office.father)[0]
    assert office.post.texts(office.father)[0].count("\n") == 1


async def test_what_was_withdrawn_before_the_evening_is_not_told(office: Office) -> None:
    await _choose(office, office.mother, Topic.MARKS, Telling.DIGEST)
    await _choose(office, office.mother, Topic.HOMEWORK, Telling.DIGEST)
    async with office.running():
        mark = await _mark(office, MarkValue.TWO)
        given = await _homework(office)
        await office.told()
        await office.do(undo_mark, UndoMark(mark))
        await office.do(withdraw_homework, WithdrawHomework(given.id))
        await _at(office, 19)
    assert office.post.texts(office.mother) == []


async def test_a_mark_of_the_digest_that_is_corrected_answers_the_digest(office: Office) -> None:
    await _choose(office, office.mother, Topic.MARKS, Telling.DIGEST)
    async with office.running():
        mark = await _mark(office, MarkValue.FOUR)
        await _at(office, 19)
        await office.do(correct_mark, CorrectMark(mark, MarkValue.FIVE))
        await _at(office, 20)
        assert len(office.post.texts(office.mother)) == 1
        await _at(office, 19, day=date(2026, 10, 16))
    _, second = _of_marks(office, office.mother)
    assert "было <b>4</b> → стало <b>5</b>" in second
    own = [each for each in office.post.arrived if each.message.chat == office.mother]
    first, answer = (each for each in own if "🌆" in each.message.text)
    assert answer.message.reply_to == first.message_id


async def test_a_correction_keeps_its_grace_time_in_the_digest_too(office: Office) -> None:
    await _choose(office, office.mother, Topic.MARKS, Telling.DIGEST)
    async with office.running():
        mark = await _mark(office, MarkValue.FOUR)
        await _mark(office, MarkValue.THREE)
        await _at(office, 18, 58)
        await office.do(correct_mark, CorrectMark(mark, MarkValue.TWO))
        await _at(office, 19)
        await _at(office, 19, day=date(2026, 10, 16))
    first, second = _of_marks(office, office.mother)
    assert "<b>3</b>" in first
    assert "<b>2</b>" not in first
    assert "Алгебра: <b>2</b> – ответ на уроке, за 15 октября" in second


async def test_off_is_obeyed_by_what_waits_already(office: Office) -> None:
    async with office.running():
        await _homework(office)
        await office.told()
        await _choose(office, office.mother, Topic.HOMEWORK, Telling.OFF)
        await office.later(minutes=5)
    assert office.post.texts(office.mother) == []
    assert len(office.post.texts(office.father)) == 1


async def test_what_waits_goes_as_it_was_promised_when_the_manner_is_changed(office: Office) -> None:
    async with office.running():
        await _mark(office, MarkValue.FIVE)
        await office.told()
        await _choose(office, office.mother, Topic.MARKS, Telling.DIGEST)
        await _mark(office, MarkValue.FOUR)
        await office.later(minutes=5)
        assert office.post.texts(office.mother) == ["<b>Дарья Волкова</b> · 7Б\nАлгебра: <b>5</b> – ответ на уроке"]

        await _choose(office, office.mother, Topic.MARKS, Telling.NOW)
        await _mark(office, MarkValue.THREE)
        await office.later(minutes=5)
        assert office.post.texts(office.mother)[1:] == ["<b>Дарья Волкова</b> · 7Б\nАлгебра: <b>3</b> – ответ на уроке"]
        await _at(office, 19)
    assert office.post.texts(office.mother)[2:] == [
        HEAD + "\n<b>Отметки</b>\nАлгебра: <b>4</b> – ответ на уроке",
    ]


async def test_a_mark_is_told_once_whichever_way_comes_first(office: Office) -> None:
    await _choose(office, office.mother, Topic.MARKS, Telling.DIGEST)
    async with office.running():
        mark = await _mark(office, MarkValue.FOUR)
        await office.told()
        await _choose(office, office.mother, Topic.MARKS, Telling.NOW)
        await office.do(correct_mark, CorrectMark(mark, MarkValue.FIVE))
        await office.later(minutes=5)
        await _at(office, 19)
    assert office.post.texts(office.mother) == ["<b>Дарья Волкова</b> · 7Б\nАлгебра: <b>5</b> – ответ на уроке"]


async def test_another_hour_makes_no_second_digest_of_an_evening(office: Office) -> None:
    await _choose(office, office.mother, Topic.MARKS, Telling.DIGEST)
    async with office.running():
        await _mark(office, MarkValue.FIVE)
        await office.told()
        await office.world.do(choose_digest, ChooseDigest(20), office.mother)
        await _mark(office, MarkValue.FOUR)
        await _at(office, 19)
        assert office.post.texts(office.mother) == []
        await _at(office, 20)
    assert office.post.texts(office.mother) == [
        HEAD + "\n<b>Отметки</b>\nАлгебра: <b>5</b> – ответ на уроке\nАлгебра: <b>4</b> – ответ на уроке"
    ]


async def test_quiet_hours_hold_everything_but_sleepers_by_day(office: Office) -> None:
    await office.world.do(choose_quiet, ChooseQuiet(None, None), office.father)
    async with office.running():
        await _at(office, 21, 30)
        await office.do(take_attendance, TakeAttendance(office.lesson, ((office.child, Presence.LATE, 5),)))
        await _mark(office, MarkValue.FIVE)
        await office.later(minutes=5)
        assert office.post.texts(office.mother) == []
        # Who wants no quiet hours is told, and with a sound.
        assert [message.silent for message in office.post.messages(office.father)] == [False, False]
        await _at(office, 6, 59, date(2026, 10, 16))
        assert office.post.texts(office.mother) == []
        await _at(office, 7, 0, date(2026, 10, 16))
    texts = office.post.texts(office.mother)
    assert "3-й урок, Алгебра, вчера: опоздание на 5 мин." in texts[0]
    assert len(texts) == 2


async def test_an_absence_at_school_time_wakes_who_sleeps_long(office: Office) -> None:
    await office.world.do(choose_quiet, ChooseQuiet(0, 10), office.mother)
    today = date(2026, 10, 16)
    lesson = LessonId(await office.world.lesson(office.room.klass, office.room.group, office.room.teacher, today, 1))
    expected = ["1-й урок, Алгебра, сегодня: отмечено отсутствие."]
    office.world.clock.to(today, 8, 40)
    async with office.running():
        await office.do(take_attendance, TakeAttendance(lesson, ((office.child, Presence.ABSENT, 0),)))
        await office.told()
        assert [text.split("\n")[1] for text in office.post.texts(office.mother)] == expected
        await office.do(take_attendance, TakeAttendance(office.lesson, ((office.child, Presence.ABSENT, 0),)))
        await office.told()
        # It is of yesterday: that can wait.
        assert len(office.post.texts(office.mother)) == 1
        await _at(office, 10, 0, today)
    assert len(office.post.texts(office.mother)) == 2


async def test_what_is_late_does_not_come_in_the_night(office: Office) -> None:
    async with office.running():
        office.post.always = lambda _message: Down("no connection")
        await _at(office, 20, 50)
        await _mark(office, MarkValue.FIVE)
        await office.told_or_not()
        office.world.clock.to(TODAY, 23, 30)
        office.post.always = lambda _message: None
        await office.told()
        assert office.post.arrived == []
        await _at(office, 7, 0, date(2026, 10, 16))
    assert len(office.post.texts(office.mother)) == 1


@pytest.mark.parametrize(("kind", "told"), [(EventKind.ACCESS_CUT, True), (EventKind.ENTRY_TO_CONFIRM, False)])
async def test_a_warning_about_an_access_does_not_wait(office: Office, kind: EventKind, told: bool) -> None:
    administrator = await office.world.enter(await office.world.staff("Кравцова Инна", Role.ADMINISTRATOR))
    await office.world.enter(await office.world.staff("Белова Ирина"), confirmed=kind is EventKind.ACCESS_CUT)
    async with office.running():
        await _at(office, 23)
        newest = select(BindingRow.id, BindingRow.person_id).order_by(BindingRow.id.desc())
        row = (await office.world.rows(newest))[0]
        happened = Event(kind, SchoolId(office.world.school), row.id, office.world.clock.now(), person=row.person_id)
        async with office.world.works.changing() as work:
            await work.tell(happened)
        await office.told()
        assert len(office.post.texts(administrator)) == int(told)
        # The staff sleeps as well: what can wait comes in the morning.
        await _at(office, 7, 0, date(2026, 10, 16))
    assert len(office.post.texts(administrator)) == 1


async def test_marks_wait_for_the_hours_of_publication_and_absences_do_not(office: Office) -> None:
    await _window(office)
    await _choose(office, office.father, Topic.MARKS, Telling.DIGEST)
    async with office.running():
        await _mark(office, MarkValue.FIVE)
        await office.do(take_attendance, TakeAttendance(office.lesson, ((office.child, Presence.LATE, 5),)))
        await _at(office, 16, 29)
        assert [len(office.post.texts(each)) for each in (office.mother, office.father)] == [1, 1]
        await _at(office, 16, 30)
        assert [len(office.post.texts(each)) for each in (office.mother, office.father)] == [2, 1]
        await _at(office, 19)
    assert [len(office.post.texts(each)) for each in (office.mother, office.father)] == [2, 2]


async def _window(office: Office) -> None:
    opened = update(SchoolRow).values(publication_opens=time(16, 30), publication_closes=time(19))
    async with office.world.works.changing() as work:
        await work.run(lambda db: db.execute(opened))


async def test_marks_that_are_late_wait_for_the_next_hours_of_publication(office: Office) -> None:
    await _window(office)
    async with office.running():
        office.post.always = lambda _message: Down("no connection")
        await _mark(office, MarkValue.FIVE)
        await office.told_or_not()
        office.world.clock.to(TODAY, 18, 30)
        await office.told_or_not()
        office.world.clock.to(TODAY, 20)
        office.post.always = lambda _message: None
        await office.told()
        assert office.post.texts(office.mother) == []
        await _at(office, 16, 30, date(2026, 10, 16))
    assert len(office.post.texts(office.mother)) == 1


async def test_two_guardians_choose_for_themselves(office: Office) -> None:
    await _choose(office, office.mother, Topic.HOMEWORK, Telling.OFF)
    await _choose(office, office.father, Topic.HOMEWORK, Telling.DIGEST)
    async with office.running():
        await _homework(office)
        await office.later(minutes=5)
        assert [len(office.post.texts(each)) for each in (office.mother, office.father, office.student)] == [0, 0, 1]
        await _at(office, 19)
    assert [len(office.post.texts(each)) for each in (office.mother, office.father, office.student)] == [0, 1, 1]


async def test_two_children_of_one_name_are_two(office: Office) -> None:
    other = await office.world.klass("5А", ("Волкова Дарья",))
    twin = PersonId(other.students[0])
    aunt = await office.world.enter(await office.world.guardian("Волкова Вера Ильинична", office.child, twin))
    await _choose(office, aunt, Topic.MARKS, Telling.DIGEST, twin)
    teacher, group = office.room.teacher, await office.world.group(other, "Алгебра", office.room.teacher)
    lesson = LessonId(await office.world.lesson(other, group, teacher, TODAY, 2))
    async with office.running():
        declared = await office.do(declare_work, DeclareWork(lesson, WorkKind.ANSWER))
        await office.do(set_mark, SetMark(declared.work.id, twin, MarkValue.TWO))
        await _mark(office, MarkValue.FIVE)
        await office.later(minutes=5)
        assert office.post.texts(aunt) == ["<b>Дарья Волкова</b> · 7Б\nАлгебра: <b>5</b> – ответ на уроке"]
        await _at(office, 19)
    assert office.post.texts(aunt)[1].startswith("<b>Дарья Волкова</b> · 5А\n🌆 Новое за день, 15 октября")
    assert "<b>2</b>" in office.post.texts(aunt)[1]


async def test_a_long_digest_leaves_room_for_every_topic(office: Office) -> None:
    for topic in (Topic.MARKS, Topic.HOMEWORK):
        await _choose(office, office.mother, topic, Telling.DIGEST)
    async with office.running():
        for _ in range(12):
            work = await office.room.work(WorkKind.CONTROL)
            await office.do(set_mark, SetMark(work, office.child, MarkValue.FIVE, comment="ы" * 480))
        await _homework(office, "№ 5")
        await _at(office, 19)
    (text,) = office.post.texts(office.mother)
    assert len(text) <= 4096
    assert "№ 5" in text
    assert "…и ещё" in text


async def test_statements_do_not_grow_with_the_audience(office: Office) -> None:
    statements: list[str] = []
    engine = office.world.engines.writer.sync_engine

    def count(*args: Any) -> None:
        statements.append(args[2])

    async def publishing() -> int:
        await _homework(office, f"№ {len(office.room.students) + len(statements)}")
        statements.clear()
        event.listen(engine, "before_cursor_execute", count)
        await publish(office.world.works)
        event.remove(engine, "before_cursor_execute", count)
        return len(statements)

    few = await publishing()
    for number in range(30):
        guardian = await office.world.guardian(f"Орлова Анна{number}", *office.room.students)
        telegram = await office.world.enter(guardian)
        await _choose(office, telegram, Topic.HOMEWORK, Telling.DIGEST)
    office.world.clock.shift(minutes=30)
    many = await publishing()
    letters = await office.world.rows(select(LetterRow.id))
    assert len(letters) > 100
    assert many <= few + 2


@pytest.mark.parametrize("hour", [17, 20])
async def test_the_digest_comes_at_the_chosen_hour(office: Office, hour: int) -> None:
    await _choose(office, office.mother, Topic.MARKS, Telling.DIGEST)
    await office.world.do(choose_digest, ChooseDigest(hour), office.mother)
    async with office.running():
        await _mark(office, MarkValue.FIVE)
        await _at(office, hour - 1, 59)
        assert office.post.texts(office.mother) == []
        await _at(office, hour)
    assert len(office.post.texts(office.mother)) == 1
