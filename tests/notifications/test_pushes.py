"""From a teacher's tap to the families' chats: grace, merging, corrections, absences (NTF-1, NTF-2, NTF-10, NTF-11)."""

import asyncio
from datetime import time, timedelta

import pytest
from sqlalchemy import event, update

from core.model.attendance import Presence
from core.model.ids import LessonId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import Sex
from core.storage.rows import AccountRow, BindingRow, ConsentRow, GuardianshipRow, LetterRow, PersonRow, SchoolRow
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.homework import ChangeHomework, SetHomework, change_homework, set_homework
from core.usecases.marks import CorrectMark, SetMark, UndoMark, correct_mark, set_mark, undo_mark
from core.usecases.remarks import WriteRemark, write_remark
from core.usecases.works import DeclareWork, declare_work
from notifications.letter import Act
from notifications.post import Down
from notifications.publisher import publish
from tests.notifications.conftest import Office
from tests.world import TODAY, World


async def _set(office: Office, value: MarkValue, kind: WorkKind = WorkKind.ANSWER, **more: object) -> int:
    work = await office.room.work(kind)
    marked = await office.do(set_mark, SetMark(work, office.child, value, **more))
    return int(marked.corrections[0].id)


async def _change(world: World, statement: object) -> None:
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(statement))


async def test_a_mark_is_told_after_the_grace_time_to_its_family_alone(office: Office) -> None:
    async with office.running():
        await _set(office, MarkValue.FIVE, WorkKind.CONTROL, comment="Молодец")
        await office.later(minutes=4, seconds=59)
        assert office.post.arrived == []

        await office.later(seconds=1)

    expected = "<b>Дарья Волкова</b> · 7Б\nАлгебра: <b>5</b> – контрольная работа, вес 3\n💬 Молодец"
    assert office.post.by_chat() == {key: [expected] for key in (office.mother, office.father, office.student)}
    acts = [button.act for row in office.post.messages(office.mother)[0].buttons for button in row]
    assert acts == [Act.OPEN_MARKS, Act.OPEN_DAY]


async def test_several_marks_become_one_message(office: Office) -> None:
    async with office.running():
        await _set(office, MarkValue.FIVE)
        await office.later(minutes=2)
        await _set(office, MarkValue.PASSED, WorkKind.TEST)
        await office.later(minutes=5)

    assert office.post.texts(office.mother) == [
        "<b>Дарья Волкова</b> · 7Б\nАлгебра: <b>5</b> – ответ на уроке\nАлгебра: <b>зачёт</b> – тест, вес 2"
    ]


async def test_every_mark_keeps_a_grace_time_of_its_own(office: Office) -> None:
    async with office.running():
        await _set(office, MarkValue.FIVE)
        await office.later(minutes=4)
        second = await _set(office, MarkValue.TWO, WorkKind.TEST)
        await office.later(minutes=4)
        assert office.post.arrived == []
        await office.do(undo_mark, UndoMark(second))
        await office.later(minutes=6)

    assert office.post.texts(office.mother) == ["<b>Дарья Волкова</b> · 7Б\nАлгебра: <b>5</b> – ответ на уроке"]


async def test_a_slip_corrected_in_time_is_never_seen(office: Office) -> None:
    async with office.running():
        mark = await _set(office, MarkValue.TWO)
        await office.do(correct_mark, CorrectMark(mark, MarkValue.FIVE))
        await office.later(minutes=5)
        mark = await _set(office, MarkValue.THREE)
        await office.do(undo_mark, UndoMark(mark))
        await office.later(minutes=5)

    assert office.post.texts(office.mother) == ["<b>Дарья Волкова</b> · 7Б\nАлгебра: <b>5</b> – ответ на уроке"]
    assert set(await office.outcomes()) == {"sent", "nothing"}


async def test_a_correction_after_it_was_told_answers_the_first_message(office: Office) -> None:
    async with office.running():
        mark = await _set(office, MarkValue.FOUR)
        await office.later(minutes=5)
        marked = await office.do(correct_mark, CorrectMark(mark, MarkValue.FIVE))
        await office.later(minutes=5)
        await office.do(undo_mark, UndoMark(marked.corrections[0].id))
        await office.later(minutes=5)

    texts = [text.split("\n")[1] for text in office.post.texts(office.mother)]
    assert texts == [
        "Алгебра: <b>4</b> – ответ на уроке",
        "Алгебра: было <b>4</b> → стало <b>5</b> – ответ на уроке",
        "Алгебра: было <b>5</b> → стало <b>4</b> – ответ на уроке",
    ]
    own = [delivery for delivery in office.post.arrived if delivery.message.chat == office.mother]
    assert [delivery.message.reply_to for delivery in own] == [None, own[0].message_id, own[0].message_id]


async def test_a_mark_withdrawn_after_it_was_told_says_so(office: Office) -> None:
    async with office.running():
        mark = await _set(office, MarkValue.TWO)
        await office.later(minutes=5)
        await office.do(undo_mark, UndoMark(mark))
        await office.later(minutes=5)

    assert office.post.texts(office.mother)[1].split("\n")[1] == "Алгебра: отметка <b>2</b> снята – ответ на уроке"


async def test_an_absence_goes_at_once_and_is_taken_back(office: Office) -> None:
    await _change(office.world, update(PersonRow).where(PersonRow.id == office.child).values(sex=Sex.FEMALE))
    async with office.running():
        await office.do(take_attendance, TakeAttendance(office.lesson, ((office.child, Presence.ABSENT, 0),)))
        await office.told()
        await office.do(take_attendance, TakeAttendance(office.lesson, ((office.child, Presence.LATE, 10),)))
        await office.told()
        await office.do(take_attendance, TakeAttendance(office.lesson))
        await office.told()

    assert office.post.texts(office.mother) == [
        (
            "<b>Дарья Волкова</b> · 7Б\n3-й урок, Алгебра, сегодня: отмечена отсутствующей.\n"
            "Почему? Ответьте одной кнопкой – классный руководитель узнает сразу."
        ),
        "<b>Дарья Волкова</b> · 7Б\nИсправлено. 3-й урок, Алгебра, сегодня: опоздала на 10 мин.",
        "<b>Дарья Волкова</b> · 7Б\nИсправлено. 3-й урок, Алгебра, сегодня: была на уроке.",
    ]
    assert "классным руководителем" not in office.post.texts(office.student)[0]
    assert office.neighbour not in office.post.by_chat()


async def test_an_absence_of_unknown_sex_is_told_without_gender(office: Office) -> None:
    async with office.running():
        await office.do(take_attendance, TakeAttendance(office.lesson, ((office.child, Presence.ABSENT, 0),)))
        await office.told()
    assert "сегодня: отмечено отсутствие." in office.post.texts(office.mother)[0]


async def test_an_absence_of_yesterday_is_told_with_its_day(office: Office) -> None:
    async with office.running():
        office.world.clock.shift(days=1)
        await office.do(take_attendance, TakeAttendance(office.lesson, ((office.child, Presence.ILL, 0),)))
        await office.told()
    assert office.post.texts(office.mother)[0].split("\n")[1:] == ["3-й урок, Алгебра, вчера: пропуск по болезни."]


async def test_the_window_holds_marks_back_but_never_absences(office: Office) -> None:
    window = {"publication_opens": time(16, 30), "publication_closes": time(19)}
    await _change(office.world, update(SchoolRow).values(**window))
    async with office.running():
        await _set(office, MarkValue.FIVE)
        await office.do(take_attendance, TakeAttendance(office.lesson, ((office.child, Presence.ABSENT, 0),)))
        await office.later(hours=5, minutes=59)
        assert len(office.post.texts(office.mother)) == 1
        await office.later(minutes=1)
    assert "<b>5</b>" in office.post.texts(office.mother)[1]


async def test_homework_comes_merged_silently_and_its_change_is_told(office: Office) -> None:
    async with office.running():
        given = await office.do(set_homework, SetHomework(office.lesson, "§14 № 3–5"))
        await office.later(minutes=5)
        await office.do(change_homework, ChangeHomework(given.id, text="§15"))
        await office.later(minutes=5)
    assert [text.split("\n")[1] for text in office.post.texts(office.neighbour)] == [
        "🎒 Алгебра, срок – четверг, 22 октября: §14 № 3–5",
        "🎒 Алгебра, срок – четверг, 22 октября, изменено: §15",
    ]
    assert all(message.silent for message in office.post.messages(office.neighbour))


async def test_individual_homework_and_remarks_reach_one_family(office: Office) -> None:
    async with office.running():
        await office.do(set_homework, SetHomework(office.lesson, "Карточка 7", student=office.child))
        await office.do(write_remark, WriteRemark(office.lesson, office.child, "Забыла <тетрадь> & ручку"))
        await office.later(minutes=5)
    assert set(office.post.by_chat()) == {office.mother, office.father, office.student}
    texts = office.post.texts(office.mother)
    assert any("личное задание: Карточка 7" in text for text in texts)
    assert any("Забыла &lt;тетрадь&gt; &amp; ручку" in text for text in texts)


async def test_nobody_is_told_of_their_own_doing(office: Office) -> None:
    world = office.world
    as_parent = await world.guardian("Зимина Анна", office.child)
    account = (await world.rows(AccountRow.__table__.select().where(AccountRow.telegram_id == office.room.telegram)))[0]
    await world.insert(
        BindingRow, account_id=account.id, person_id=as_parent, since=world.clock.now(), confirmed_at=world.clock.now()
    )
    async with office.running():
        await _set(office, MarkValue.FIVE)
        await office.later(minutes=5)
    assert office.mother in office.post.by_chat()
    assert office.room.telegram not in office.post.by_chat()


async def test_who_declined_or_withdrew_or_blocked_gets_nothing(office: Office) -> None:
    world = office.world
    accounts = {row.telegram_id: row.id for row in await world.rows(AccountRow.__table__.select())}
    mother = (await world.rows(PersonRow.__table__.select().where(PersonRow.given == "Ирина")))[0].id
    await _change(world, update(GuardianshipRow).where(GuardianshipRow.guardian_id == mother).values(electronic=False))
    now = world.clock.now()
    await _change(
        world, update(ConsentRow).where(ConsentRow.account_id == accounts[office.father]).values(withdrawn_at=now)
    )
    await _change(world, update(AccountRow).where(AccountRow.id == accounts[office.student]).values(blocked_at=now))
    async with office.running():
        await _set(office, MarkValue.FIVE)
        await office.later(minutes=5)
    assert office.post.arrived == []


async def test_an_access_that_ended_before_the_sending_gets_nothing(office: Office) -> None:
    async with office.running():
        await _set(office, MarkValue.FIVE)
        await office.told()
        now = office.world.clock.now()
        await _change(office.world, update(GuardianshipRow).values(until=now.date()))
        await office.later(minutes=5)
    assert set(office.post.by_chat()) == {office.student}
    assert sorted(await office.outcomes()) == ["sent", "withdrawn", "withdrawn"]


async def test_the_reserved_mode_tells_nothing_but_a_first_name(office: Office) -> None:
    await _change(office.world, update(SchoolRow).values(reserved=True))
    async with office.running():
        await _set(office, MarkValue.TWO, comment="Не готова")
        await office.do(take_attendance, TakeAttendance(office.lesson, ((office.child, Presence.ABSENT, 0),)))
        await office.later(minutes=5)
    assert set(office.post.texts(office.mother)) == {"Дарья: есть новое в дневнике."}
    assert office.post.messages(office.mother)[0].buttons[0][0].act is Act.OPEN_DAY


async def test_each_reader_is_told_in_the_own_language(office: Office) -> None:
    await _change(office.world, update(AccountRow).where(AccountRow.telegram_id == office.father).values(language="en"))
    async with office.running():
        await _set(office, MarkValue.FIVE)
        await office.later(minutes=5)
    assert "answer" in office.post.texts(office.father)[0]
    assert "ответ" in office.post.texts(office.mother)[0]


async def test_a_letter_never_grows_beyond_what_telegram_takes(office: Office) -> None:
    async with office.running():
        for _ in range(12):
            await _set(office, MarkValue.FIVE, WorkKind.CONTROL, comment="ы" * 480)
        await office.later(minutes=5)
    text = office.post.texts(office.mother)[0]
    assert len(text) <= 4096
    assert "…и ещё 5 записей – в дневнике." in text


async def test_a_first_start_over_a_lived_journal_tells_nothing_of_it(office: Office) -> None:
    await _set(office, MarkValue.FIVE)
    await office.do(take_attendance, TakeAttendance(office.lesson, ((office.child, Presence.LATE, 5),)))
    office.world.clock.shift(hours=2)
    async with office.running():
        await office.later(minutes=10)
        assert office.post.arrived == []
        await _set(office, MarkValue.FOUR, WorkKind.TEST)
        await office.later(minutes=5)
    assert len(office.post.texts(office.mother)) == 1


async def test_what_happened_before_a_crash_is_told_however_long_it_lasted(office: Office) -> None:
    async with office.running():
        await office.told()
    await _set(office, MarkValue.FIVE)
    office.world.clock.shift(days=3)
    async with office.running():
        await office.told()
    assert len(office.post.texts(office.mother)) == 1


async def test_a_letter_that_cannot_be_composed_does_not_hold_up_the_others(office: Office) -> None:
    async with office.running():
        await _set(office, MarkValue.FIVE)
        await office.told()
        async with office.world.works.changing() as work:
            await work.run(lambda db: db.execute(update(LetterRow).where(LetterRow.id == 1).values(school_id=None)))
        office.world.clock.shift(minutes=5)
        office.notifications.ring()
        await office.post.until(lambda post: len(post.arrived) == 2)
    assert sorted(await office.outcomes()) == ["", "sent", "sent"]


async def test_after_three_days_out_of_reach_a_child_is_one_message_and_the_absence_of_the_day(office: Office) -> None:
    world, room = office.world, office.room
    office.post.always = lambda _message: Down("no route")
    async with office.running() as notifications:
        await office.told_or_not()
        for day in (1, 2, 3):
            today = TODAY + timedelta(days=day)
            lesson = LessonId(await world.lesson(room.klass, room.group, room.teacher, today, 3))
            world.clock.to(today, 10, 30)
            await office.do(take_attendance, TakeAttendance(lesson, ((office.child, Presence.LATE, 5),)))
            await office.do(set_homework, SetHomework(lesson, f"§{day}", due_on=TODAY + timedelta(days=20)))
            work = (await office.do(declare_work, DeclareWork(lesson, WorkKind.ANSWER))).work.id
            await office.do(set_mark, SetMark(work, office.child, MarkValue.FIVE))
            await office.told_or_not()
        # A letter that is under way just as the road opens is a message of its own: the road opens between two tries.
        while notifications._sender._carrier.busy:
            await notifications._sender.still()
        world.clock.shift(hours=2)
        office.post.always = lambda _message: None
        async with asyncio.timeout(60):
            await notifications.idle()
    assert [len(office.post.texts(chat)) for chat in (office.mother, office.father, office.student)] == [2, 2, 2]
    alarm, text = office.post.texts(office.mother)
    assert alarm.count("опоздание") == 1
    assert text.count("опоздание") == 2
    assert text.count("<b>5</b>") == 3
    assert text.count("🎒") == 3
    assert "folded" in await office.outcomes()


@pytest.mark.parametrize("guardians", [0, 30])
async def test_publishing_costs_the_same_for_few_and_for_many(office: Office, guardians: int) -> None:
    world = office.world
    for _ in range(guardians):
        await world.enter(await world.guardian("Волкова Нина Ильинична", office.child))
    await office.do(set_homework, SetHomework(office.lesson, "§1"))
    await _set(office, MarkValue.FIVE)
    statements: list[str] = []
    for engine in (world.engines.reader, world.engines.writer):
        event.listen(engine.sync_engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    assert await publish(world.works) == 2
    assert len(statements) <= 24
