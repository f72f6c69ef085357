"""The teacher's journal as a person uses it: buttons by their labels, texts as typed."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import func, select

from core.model.attendance import Presence
from core.model.homework import FileKind
from core.model.mark import MarkValue
from core.storage.rows import (
    AttachmentRow,
    AttendanceRow,
    HomeworkRow,
    LessonRow,
    MarkRow,
    RemarkRow,
    WorkRow,
)
from core.usecases.attendance import TakeAttendance, take_attendance
from tests.chats.stage import Stage, staged
from tests.classroom import Classroom, classroom
from tests.fakes.telegram import Said
from tests.world import World


@pytest.fixture
async def room(world: World) -> Classroom:
    """7Б at algebra, with two topics planned."""
    room = await classroom(world)
    await world.topic("Алгебра", room.klass, 1, "Степени", "§14 № 3–5")
    await world.topic("Алгебра", room.klass, 2, "Корни", "§15")
    return room


@pytest.fixture
async def stage(room: Classroom) -> AsyncIterator[Stage]:
    """The bot over that class, its teacher looking at the menu."""
    async with staged(room.world) as stage:
        await stage.say(room.telegram, "/start")
        yield stage


async def _press(stage: Stage, room: Classroom, *labels: str) -> list[Said]:
    said: list[Said] = []
    for label in labels:
        said = await stage.press(room.telegram, label)
    return said


async def _count(room: Classroom, row: Any) -> int:
    return int((await room.world.rows(select(func.count()).select_from(row)))[0][0])


async def _marks(room: Classroom) -> list[tuple[Any, ...]]:
    rows = await room.world.rows(select(MarkRow.student_id, MarkRow.value).order_by(MarkRow.id))
    return [tuple(row) for row in rows]


def _text(said: list[Said]) -> str:
    return "\n".join(one.text for one in said)


async def test_attendance_with_one_absent_takes_three_taps(stage: Stage, room: Classroom) -> None:
    said = await _press(stage, room, "Посещаемость", "Орлов", "Сохранить")
    assert "1 н" in said[0].text
    rows = await room.world.rows(select(AttendanceRow.student_id, AttendanceRow.presence))
    assert [tuple(row) for row in rows] == [(room.students[3], Presence.ABSENT)]


async def test_nothing_is_recorded_on_the_way_to_late(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Посещаемость", "Орлов", "Орлов", "Орлов", "Орлов", "10 мин")
    assert await _count(room, AttendanceRow) == 0
    await _press(stage, room, "Сохранить")
    rows = await room.world.rows(select(AttendanceRow.presence, AttendanceRow.minutes))
    assert [tuple(row) for row in rows] == [(Presence.LATE, 10)]


async def test_five_taps_bring_a_student_back(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Посещаемость", *["Орлов"] * 5)
    assert any("Все на месте" in label for label in stage.last(room.telegram).labels)
    await _press(stage, room, "Все на месте")
    assert await _count(room, AttendanceRow) == 0
    assert (await room.world.rows(select(LessonRow.attendance_at).where(LessonRow.id == room.lesson)))[0][0]


async def test_a_record_that_changed_meanwhile_is_shown_and_not_overwritten(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Посещаемость", "Орлов")
    await room.do(take_attendance, TakeAttendance(room.lesson, ((room.students[0], Presence.ILL, 0),)))
    said = await _press(stage, room, "Сохранить")
    assert "изменилась" in _text(said)
    assert any("б · Волкова" in label for label in stage.last(room.telegram).labels)
    assert await _count(room, AttendanceRow) == 1


async def test_a_lesson_is_recorded_in_a_dozen_taps(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Посещаемость", "Орлов", "Сохранить", "Тема", "1. Степени", "ДЗ", "По плану")
    await _press(stage, room, "Отметки", "ответ на уроке", "Волкова", "4", "Ёлкин", "Жуков")
    assert [value for _, value in await _marks(room)] == [MarkValue.FIVE, MarkValue.FOUR, MarkValue.FOUR]
    said = await _press(stage, room, "К уроку")
    assert "§14 № 3–5" in _text(said)
    assert all("✓" in label for label in stage.last(room.telegram).labels[:4])


async def test_twenty_five_students_are_marked_in_thirty_taps(world: World) -> None:
    names = [f"Ученик{chr(ord('а') + n)} Имя" for n in range(25)]
    room = await classroom(world, names=tuple(names))
    async with staged(world) as stage:
        await stage.say(room.telegram, "/start")
        taps = 0
        for label in ("Отметки", "ответ на уроке"):
            await stage.press(room.telegram, label)
            taps += 1
        for n, name in enumerate(names):
            if n in (9, 18, 23):
                await stage.press(room.telegram, str(5 - (9, 18, 23).index(n) - 1))
                taps += 1
            await stage.press(room.telegram, name.split()[0])
            taps += 1
        assert taps <= 30
        values = [value for _, value in await _marks(room)]
        assert [values.count(value) for value in MarkValue if value.points and value.points > 1] == [2, 5, 9, 9]


async def test_a_double_tap_says_so_and_undo_brings_back(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Отметки", "ответ на уроке")
    data = stage.last(room.telegram).data_of("Волкова")
    assert data is not None
    await stage.press_data(room.telegram, data)
    said = await stage.press_data(room.telegram, data)
    assert "Уже стоит 5" in _text(said)
    await _press(stage, room, "Отменить")
    assert [value for _, value in await _marks(room)] == [MarkValue.FIVE, None]


async def test_a_stale_list_is_drawn_anew(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Отметки", "ответ на уроке")
    old = stage.last(room.telegram).data_of("Волкова")
    assert old is not None
    await _press(stage, room, "4", "Волкова")
    said = await stage.press_data(room.telegram, old)
    assert "изменилась" in _text(said)
    assert [value for _, value in await _marks(room)] == [MarkValue.FOUR]


async def test_an_absent_student_is_asked_about(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Посещаемость", "Орлов", "Сохранить", "Отметки", "ответ на уроке")
    said = await _press(stage, room, "Орлов")
    assert "Всё равно поставить" in _text(said)
    assert await _count(room, MarkRow) == 0
    await _press(stage, room, "Да, поставить 5")
    assert await _marks(room) == [(room.students[3], MarkValue.FIVE)]


async def test_a_later_correction_needs_a_reason(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Отметки", "ответ на уроке", "Волкова", "По ученикам", "Волкова")
    room.world.clock.shift(days=1)
    said = await _press(stage, room, "4")
    assert "причина" in _text(said)
    await _press(stage, room, "пересдача")
    room.world.clock.shift(days=1)
    await _press(stage, room, "Убрать 4", "Другое…")
    await stage.say(room.telegram, "поставлено не тому")
    rows = await room.world.rows(select(MarkRow.value, MarkRow.reason).order_by(MarkRow.id))
    assert [tuple(row) for row in rows] == [
        (MarkValue.FIVE, ""),
        (MarkValue.FOUR, "retake"),
        (None, "поставлено не тому"),
    ]


async def test_a_closed_window_names_day_and_clause(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Отметки", "ответ на уроке", "Волкова", "По ученикам", "Волкова")
    room.world.clock.shift(days=20)
    said = await _press(stage, room, "4")
    assert "29 октября" in _text(said)
    assert "Порядок использования, п. 4.13" in _text(said)


async def test_one_more_mark_a_comment_and_one_taken_back(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Отметки", "ответ на уроке", "По ученикам", "Волкова", "5", "Ещё одна", "4")
    await _press(stage, room, "Пояснение")
    said = await stage.say(room.telegram, "без чертежа <b>")
    assert "без чертежа &lt;b&gt;" in _text(said)
    await _press(stage, room, "Убрать 4")
    rows = await room.world.rows(select(MarkRow.value, MarkRow.comment).order_by(MarkRow.id))
    assert [tuple(row) for row in rows][1:] == [
        (MarkValue.FOUR, ""),
        (MarkValue.FOUR, "без чертежа <b>"),
        (None, ""),
    ]


async def test_a_typed_list_is_shown_and_then_stored(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Отметки", "ответ на уроке")
    said = await stage.say(room.telegram, "волкова 5 4, елкин н, Неведомый 3")
    assert "Неведомый" in _text(said)
    assert await _count(room, MarkRow) == 0
    await _press(stage, room, "Сохранить")
    assert await _marks(room) == [(room.students[0], MarkValue.FIVE), (room.students[0], MarkValue.FOUR)]
    assert [row[0] for row in await room.world.rows(select(AttendanceRow.presence))] == [Presence.ABSENT]


async def test_an_unclear_name_is_asked_never_guessed(world: World) -> None:
    room = await classroom(world, names=("Орлов Илья", "Орлов Олег", "Панина Вера"))
    async with staged(world) as stage:
        await stage.say(room.telegram, "/start")
        for label in ("Отметки", "ответ на уроке"):
            await stage.press(room.telegram, label)
        said = await stage.say(room.telegram, "Орлов 5, Панина 4, Орлов 3")
        assert "кто это" in _text(said)
        assert not any("Сохранить" in label for label in stage.last(room.telegram).labels)
        await stage.press(room.telegram, "Орлов Олег")
        await stage.press(room.telegram, "Никто из них")
        await stage.press(room.telegram, "Сохранить")
        assert sorted(await _marks(room)) == sorted(
            [(room.students[1], MarkValue.FIVE), (room.students[2], MarkValue.FOUR)]
        )


async def test_a_list_with_a_mark_for_somebody_absent_is_asked_about(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Посещаемость", "Орлов", "Сохранить", "Отметки", "ответ на уроке")
    await stage.say(room.telegram, "Орлов 5, Волкова 4")
    said = await _press(stage, room, "Сохранить")
    assert "Орлов Илья" in _text(said)
    assert await _count(room, MarkRow) == 0
    await _press(stage, room, "Да, сохранить всё")
    assert await _count(room, MarkRow) == 2


async def test_homework_of_an_album_and_a_text(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "3 · 7Б", "ДЗ", "Написать")
    photos = [[{"file_id": f"F{n}", "file_unique_id": f"U{n}", "width": 9, "height": 9}] for n in range(3)]
    await stage.say(room.telegram, "", photo=photos[0], caption="Контурная карта")
    for photo in photos[1:]:
        await stage.say(room.telegram, "", photo=photo)
    said = await stage.say(room.telegram, "и подписи")
    assert "Контурная карта\nи подписи" in _text(said)
    assert await _count(room, HomeworkRow) == 1
    kinds = await room.world.rows(select(AttachmentRow.kind, AttachmentRow.file_id).order_by(AttachmentRow.id))
    assert [tuple(row) for row in kinds] == [(FileKind.PHOTO, f"F{n}") for n in range(3)]
    await _press(stage, room, "Заменить текст")
    await stage.say(room.telegram, "Карта и подписи")
    await _press(stage, room, "устно", "Убрать", "Да, убрать")
    (row,) = await room.world.rows(select(HomeworkRow.text, HomeworkRow.kind, HomeworkRow.withdrawn_at))
    assert (row.text, row.kind) == ("Карта и подписи", "oral")
    assert row.withdrawn_at is not None


async def test_homework_for_one_student_names_the_student(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "3 · 7Б", "ДЗ", "Индивидуально", "Жуков")
    await stage.say(room.telegram, "повторить §13")
    said = await _press(stage, room, "Готово")
    assert "индивидуально: Жуков Л." in _text(said)


async def test_nothing_to_record_is_one_tap_each(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Посещаемость", "Все на месте", "ДЗ", "Не задано", "Отметки", "Без отметок")
    await _press(stage, room, "Тема")
    await stage.say(room.telegram, "Повторение")
    labels = stage.last(room.telegram).labels
    assert all("✓" in label for label in labels[:4])


async def test_a_comment_for_a_family_is_typed_and_taken_back(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "3 · 7Б", "Комментарий", "Волкова")
    said = await stage.say(room.telegram, "Помогала товарищам")
    assert "Помогала товарищам" in _text(said)
    await _press(stage, room, "Комментарий", "🗑 Волкова")
    assert (await room.world.rows(select(RemarkRow.withdrawn_at)))[0][0] is not None


async def test_leaving_a_prompt_forgets_it(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "3 · 7Б", "Тема", "Не надо")
    await stage.say(room.telegram, "просто так")
    assert (await room.world.rows(select(LessonRow.topic).where(LessonRow.id == room.lesson)))[0][0] is None


async def test_a_work_has_settings(stage: Stage, room: Classroom) -> None:
    await _press(stage, room, "Отметки", "контрольная", "Вес 3", "5", "7 дней", "Название")
    await stage.say(room.telegram, "Степени")
    (row,) = await room.world.rows(select(WorkRow.weight, WorkRow.title, WorkRow.check_until))
    assert (row.weight, row.title, str(row.check_until)) == (5, "Степени", "2026-10-22")


async def test_what_is_owed_is_shown_with_term_and_clause(stage: Stage, room: Classroom) -> None:
    room.world.clock.shift(days=1)
    said = await stage.say(room.telegram, "/menu")
    assert "Не закрыт" not in _text(said)
    said = await _press(stage, room, "чт 15.10", "Не закрыто")
    assert "Порядок использования, прил. Д п. 9" in _text(said)
    said = await _press(stage, room, "чт 15.10 · 7Б")
    assert "Алгебра" in _text(said)


async def test_days_turn_back_and_forth(stage: Stage, room: Classroom) -> None:
    said = await _press(stage, room, "пт 16.10")
    assert "Уроков нет" in _text(said)
    said = await _press(stage, room, "Сегодня")
    assert "Алгебра" in _text(said)
