"""Every row of every preset against its paragraph: due term, clause, holders, whether it binds."""

from datetime import time

import pytest

from core.model.people import Role
from core.model.regulation import LESSON_PARTS, Matter
from core.model.school import EditWindow, Preset
from core.model.term import Term, TermKind
from core.regulation.loader import preset

AT_18 = Term(TermKind.LESSON_DAY_AT, at=time(18))
SAME_DAY = Term(TermKind.LESSON_DAY_END)
TWO_DAYS = Term(TermKind.DAYS_AFTER_LESSON, days=2)
HOUR_AFTER = Term(TermKind.HOURS_AFTER_CLASSES, hours=1)
CHECK_DAY = Term(TermKind.CHECK_DAY_END)
HW, MARKS, HERE, TOPIC, LONG = LESSON_PARTS

MOSCOW, SCHOOL_14, ANTSIR, SGO = Preset

ROWS = [
    # «В день проведения урока, но не позднее 18:00»
    (MOSCOW, "homework", HW, AT_18, "003 Д-9"),
    # «во время проведения урока или до конца текущего дня»
    (MOSCOW, "homework-day", HW, SAME_DAY, "000 §10; 003 §4.7"),
    # «в течение текущего учебного дня, но не позднее 2 дней после проведения урока»
    (MOSCOW, "marks", MARKS, TWO_DAYS, "003 §4.5, Д-6; 000 §8"),
    # «должно производиться каждым педагогом не позднее 2 дней после проведения урока»
    (MOSCOW, "attendance", HERE, TWO_DAYS, "003 §4.10, Д-6; 000 §12"),
    # «информацию об уроке (тема урока, …)»: «В течение 2 дней после проведения урока»
    (MOSCOW, "topic", TOPIC, TWO_DAYS, "003 Д-6, §4.6; 000 §9"),
    # «в день завершения проверки письменных работ»
    (MOSCOW, "long-check", LONG, CHECK_DAY, "003 §4.12; 000 §8"),
    # «В день проведения урока, но не позднее 18:00»
    (SCHOOL_14, "homework", HW, AT_18, "001 3.4"),
    # «во время проведения урока или до конца текущего дня»
    (SCHOOL_14, "homework-day", HW, SAME_DAY, "001 §10"),
    # «не позднее 2 дней после проведения урока»; «В течение 2 дней после проведения урока»
    (SCHOOL_14, "marks", MARKS, TWO_DAYS, "001 §8, 3.1"),
    (SCHOOL_14, "attendance", HERE, TWO_DAYS, "001 §12, 3.1"),
    (SCHOOL_14, "topic", TOPIC, TWO_DAYS, "001 3.1, §9"),
    # «установлены длительные сроки проверки и выставления оценки»
    (SCHOOL_14, "long-check", LONG, CHECK_DAY, "001 §8"),
    # «Текущие оценки, отметки о посещаемости уроков, темы уроков и домашнее задание … в день проведения уроков»
    (ANTSIR, "homework", HW, SAME_DAY, "002 VIII, §4а-4"),
    (ANTSIR, "marks", MARKS, SAME_DAY, "002 VIII, §4а-2"),
    (ANTSIR, "attendance", HERE, SAME_DAY, "002 VIII, §4а-1"),
    (ANTSIR, "topic", TOPIC, SAME_DAY, "002 VIII, §4а-4"),
    # «в сроки, предусмотренные нормами проверки письменных работ»
    (ANTSIR, "long-check", LONG, CHECK_DAY, "002 §4а-5"),
    # «не позднее чем через 1 час после окончания всех занятий данных обучающихся»
    (SGO, "homework-hour", HW, HOUR_AFTER, "004 §2"),
    # «Заполняет … в день проведения урока, отсрочено – до 18.00 часов каждого дня»
    (SGO, "homework", HW, AT_18, "004 §2"),
    (SGO, "marks", MARKS, AT_18, "004 §2, §6"),
    (SGO, "attendance", HERE, AT_18, "004 §2, §6"),
    (SGO, "topic", TOPIC, AT_18, "004 §2"),
    # the text has no term for checking written works
    (SGO, "long-check", LONG, CHECK_DAY, "004 §2"),
]


@pytest.mark.parametrize(("which", "name", "about", "due", "clause"), ROWS)
def test_a_row_says_what_its_paragraph_says(which: Preset, name: str, about: Matter, due: Term, clause: str) -> None:
    """REG-1, REG-4: term and paragraph of each row."""
    row = next(row for row in preset(which).duties if row.id == f"{which.value}.{name}")
    assert (row.about, row.due, row.clause) == (about, due, clause)
    assert row.binding is not (which is SGO and about is LONG)
    # «Педагог и психолог/социальный педагог» in 003 Д.1, «педагог», «учитель» elsewhere
    expected = (Role.TEACHER, Role.PSYCHOLOGIST) if which is MOSCOW else (Role.TEACHER,)
    assert row.holders == expected


def test_no_row_is_untested() -> None:
    """A row in the data without its line in the table above fails here."""
    assert {row.id for which in Preset for row in preset(which).duties} == {f"{row[0]}.{row[1]}" for row in ROWS}
    for which in Preset:
        assert {row.about for row in preset(which).duties} == set(LESSON_PARTS)


FIVE = {
    EditWindow.UNLIMITED,
    EditWindow.WEEK,
    EditWindow.TWO_WEEKS,
    EditWindow.THREE_WEEKS,
    EditWindow.MONTH,
}


@pytest.mark.parametrize(
    ("which", "windows", "default", "clause"),
    [
        (MOSCOW, FIVE, EditWindow.TWO_WEEKS, "003 §4.13; 000 §13"),
        (SCHOOL_14, FIVE, EditWindow.TWO_WEEKS, "001 §13"),
        (ANTSIR, {EditWindow.FORBIDDEN}, EditWindow.FORBIDDEN, "002 §4а-2"),  # «Исправление отметок … запрещено»
        (SGO, set(EditWindow), EditWindow.TWO_WEEKS, ""),  # silent: the school decides
    ],
)
def test_edit_windows(which: Preset, windows: set[EditWindow], default: EditWindow, clause: str) -> None:
    """REG-5: each preset has the choices of its text; 000 knows two of the five of 003."""
    regulation = preset(which)
    assert regulation.edit_windows == windows
    assert regulation.default_window is default
    assert regulation.window_clause(default) == clause
    knows_000 = {choice.window for choice in regulation.edit_choices if "000" in choice.clause}
    assert knows_000 == ({EditWindow.UNLIMITED, EditWindow.TWO_WEEKS} if which is MOSCOW else set())


@pytest.mark.parametrize(
    ("which", "allowed", "clause"),
    [
        (MOSCOW, True, "003 §4.5; 000 §8"),
        (SCHOOL_14, True, "001 §8"),
        (ANTSIR, False, "002 §4а-2"),  # «выставление отметок "задним числом" запрещено»
        (SGO, True, ""),
    ],
)
def test_backdating(which: Preset, allowed: bool, clause: str) -> None:
    """JRN-10: only 002 forbids a first entry after the lesson's day."""
    assert (preset(which).backdating, preset(which).backdating_clause) == (allowed, clause)


@pytest.mark.parametrize(("which", "working_days"), [(MOSCOW, 10), (SCHOOL_14, 0), (ANTSIR, 0), (SGO, 0)])
def test_invitation_terms(which: Preset, working_days: int) -> None:
    """ACC-1: two weeks, and 10 working days at least where the text gives them [003 А-10, Г-4, Д-1, Е-2]."""
    assert (preset(which).invitation.days, preset(which).invitation.working_days) == (14, working_days)


@pytest.mark.parametrize("which", Preset)
def test_a_preset_cites_its_own_texts(which: Preset) -> None:
    """Every clause begins with the number of a text of the preset; it is read once."""
    regulation = preset(which)
    clauses = [row.clause for row in regulation.duties] + [choice.clause for choice in regulation.edit_choices]
    for clause in filter(None, clauses):
        assert {part.strip()[:3] for part in clause.split(";")} <= set(regulation.texts)
    assert preset(which) is regulation
