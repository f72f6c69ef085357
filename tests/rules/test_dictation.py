"""Marks by text: what is understood, what is asked, what is only shown (JRN-4)."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.attendance import Presence
from core.model.dictation import Line, LineState
from core.model.ids import PersonId
from core.model.mark import MarkValue
from core.model.people import PersonName
from core.rules.dictation import parse
from core.rules.roster import slips_allowed

NAMES = {
    1: PersonName("Иванов", "Пётр", "Олегович"),
    2: PersonName("Иванов", "Николай", "Сергеевич"),
    3: PersonName("Петрова", "Анна", "Ильинична"),
    4: PersonName("Сидоров", "Олег"),
    5: PersonName("Орлов", "Семён", "Игоревич"),
    6: PersonName("Римский-Корсаков", "Лев"),
    7: PersonName("Ли", "Александр"),
    8: PersonName("Кузнецова", "Александра"),
    9: PersonName("Артемьев", "Егор"),
}
ROSTER = [(PersonId(number), name) for number, name in NAMES.items()]


def read(text: str) -> list[str]:
    """The lines as short texts: who, what, or why not."""
    return [brief(line) for line in parse(text, ROSTER).lines]


def brief(line: Line) -> str:
    """A line as «4: 5 late10»."""
    who = "|".join(str(person) for person in line.candidates) or "?"
    late = str(line.minutes) if line.minutes else ""
    said = [mark.value for mark in line.marks] + ([line.presence.value + late] if line.presence else [])
    if line.state in (LineState.RESOLVED, LineState.AMBIGUOUS):
        return f"{who}: {' '.join(said)}"
    return f"{who}: {line.state.value} {' '.join(line.unread)}".strip()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Сидоров 5, Петрова 4 4, Орлов н", ["4: 5", "3: 4 4", "5: absent"]),
        ("5: Сидоров, Петрова; 4: Орлов; н: Артемьев", ["4: 5", "3: 5", "5: 4", "9: absent"]),
        ("5: Сидоров, Петрова, 4: Орлов н: Артемьев", ["4: 5", "3: 5", "5: 4", "9: absent"]),
        ("сидоров 5 ОРЛОВ 4", ["4: 5", "5: 4"]),
        ("Сидоров 5\nОрлов 4\r\n\n", ["4: 5", "5: 4"]),
        ("Сидоров 5. Орлов 4.", ["4: 5", "5: 4"]),
        ("5: Сидоров, Орлов.", ["4: 5", "5: 5"]),
        ("Сидоров - 5, Орлов — 4", ["4: 5", "5: 4"]),
        ("Сидоров: 5, Орлов: 4", ["4: 5", "5: 4"]),
        ("5 - Сидоров, Орлов", ["4: 5", "5: 5"]),
        ("5 Сидоров, Орлов, 4 Петрова", ["4: 5", "5: 5", "3: 4"]),
        ("5: Сидоров и Орлов", ["4: 5", "5: 5"]),
        ("Петрова 4, 4, Сидоров 5", ["3: 4 4", "4: 5"]),
        ("Сидоров 4/3", ["4: 4 3"]),  # two marks, as on paper
        ("4 4: Сидоров", ["4: 4 4"]),
        ("Сидоров пять, Орлов тройка", ["4: 5", "5: 3"]),
        ("Сидоров зач; Орлов не зачтено; Петрова н/а; Артемьев осв.", ["4: passed", "5: failed", "3: na", "9: exempt"]),
        ("Сидоров б, Петрова у, Орлов отсутствует", ["4: ill", "3: excused", "5: absent"]),
        ("Артемьев о10, Петрова опоздала 15, Орлов о 5 мин", ["9: late10", "3: late15", "5: late5"]),
        ("Артемьев о 5", ["9: 5 late"]),
        ("Сидоров 5️⃣", ["4: 5"]),
        ("Cидоров 5, Opлов H", ["4: 5", "5: absent"]),  # Latin letters that look alike
        ("", []),
        (" ,;\n, ", []),
    ],
)
def test_what_is_understood(text: str, lines: list[str]) -> None:
    """By student and by mark, with the punctuation that people use."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Орлов Семен 5", ["5: 5"]),
        ("семён орлов 5", ["5: 5"]),
        ("Иванов П 5, Иванов Н. 4", ["1: 5", "2: 4"]),
        ("П.О. Иванов 3, Иванов П. О. 4, Сидоров О 5", ["1: 3", "1: 4", "4: 5"]),
        ("Иванов Ник. 3", ["2: 3"]),
        ("Иванов Н 5", ["2: 5"]),  # the initial, since a value follows
        ("Егор 5", ["9: 5"]),
        ("Петя 5, Иванов Коля 4", ["1: 5", "2: 4"]),
        ("Римский 5, Римский - Корсаков 4", ["6: 5", "6: 4"]),
        ("Ли 5", ["7: 5"]),
        ("сидороф 4, Артмьев 5, Петрвоа 3", ["4: 4", "9: 5", "3: 3"]),
        ("Кузнецва Аня 5", ["?: unknown_name"]),
    ],
)
def test_whom_a_name_means(text: str, lines: list[str]) -> None:
    """Case, ё and е, initials, given names and their short forms, slips of typing."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Иванов 5", ["1|2: 5"]),
        ("Иваноф 5", ["1|2: 5"]),
        ("Иванов Н", ["1|2: absent"]),
        ("Саша 4", ["7|8: 4"]),
        ("5: Иванов, Орлов", ["1|2: 5", "5: 5"]),
    ],
)
def test_ambiguity_comes_back_as_a_question(text: str, lines: list[str]) -> None:
    """All whom it may mean, never the first of them."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Неизвестный 5", ["?: unknown_name"]),
        ("Сидоров 6", ["4: unread 6"]),
        ("Сидоров 5+", ["4: unread +"]),
        ("Сидоров 55", ["4: unread 55"]),
        ("Сидоров", ["4: no_value"]),
        ("Сидоров, Орлов 5", ["4: no_value", "5: 5"]),
        ("Сидоров Орлов 5", ["?: unknown_name"]),  # a missing comma: neither of them gets it
        ("5", ["?: unread 5"]),
        ("5 Сидоров 4 Орлов 3", ["?: unread 5 Сидоров 4 Орлов 3"]),  # whose is the 5, and so the others?
        ("5: Сидоров 4", ["4: unread 4"]),
        ("Сидоров 5: Орлов", ["4: 5", "5: no_value"]),  # the 5 is said of whom it follows
        ("Орлов Орлов 5", ["?: unknown_name"]),  # each word is a part of its own
        ("Кузнеца 5", ["?: unknown_name"]),  # two slips are too many for seven letters
        ("сидоров о 5", ["4: unread о"]),  # late, or Oleg?
        ("Орлов н 4", ["5: unread н"]),  # absent with a mark
        ("Орлов н б", ["5: unread б"]),
    ],
)
def test_what_is_not_clear_is_not_proposed(text: str, lines: list[str]) -> None:
    """Nothing is guessed; the rest of the text is read all the same."""
    assert read(text) == lines


def test_two_children_of_one_name_are_always_asked_about() -> None:
    """Mixed-up namesakes are a classic: full name or not, both come back."""
    twins = [(PersonId(1), PersonName("Иванов", "Иван", "Иванович")), (PersonId(2), PersonName("Иванов", "Иван"))]
    assert [line.candidates for line in parse("Иванов Иван 5", twins).ambiguous] == [(1, 2)]
    assert [line.candidates for line in parse("Иванов Иван Иванович 5", twins).resolved] == [(1,)]
    alike = [(PersonId(1), PersonName("Иванов", "Иван")), (PersonId(2), PersonName("Иванов", "Иван"))]
    assert [line.candidates for line in parse("Иванов Иван 5", alike).ambiguous] == [(1, 2)]


def test_who_fits_exactly_is_meant() -> None:
    """A brother and a sister differ by a letter: no slip is looked for where somebody fits."""
    siblings = [(PersonId(1), PersonName("Смирнов", "Илья")), (PersonId(2), PersonName("Смирнова", "Вера"))]
    lines = parse("Смирнов 5, Смирнова 4", siblings).lines
    assert [line.candidates for line in lines] == [(1,), (2,)]


def test_a_name_that_is_a_word_for_a_mark() -> None:
    """A student called Кол, and one whose family name is one letter."""
    roster = [(PersonId(1), PersonName("Кол", "Анна")), (PersonId(2), PersonName("У", "Ли"))]
    lines = parse("Кол 5, У 4", roster).resolved
    assert [(line.candidates, line.marks) for line in lines] == [((1,), (MarkValue.FIVE,)), ((2,), (MarkValue.FOUR,))]


def test_the_parts_of_a_dictation() -> None:
    """Screens get the three kinds apart, in order."""
    found = parse("Сидоров 5, Иванов 4, Кто-то 3", ROSTER)
    assert [line.written for line in found.resolved] == ["Сидоров"]
    assert [line.written for line in found.ambiguous] == ["Иванов"]
    assert [line.written for line in found.unknown] == ["Кто-то"]
    assert parse("Орлов б", ROSTER).lines[0].presence is Presence.ILL


def test_without_students_nobody_is_meant() -> None:
    """An empty group."""
    assert [line.state for line in parse("Иванов 5", []).lines] == [LineState.UNKNOWN_NAME]


LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
distinct = st.sampled_from([3, 4, 5, 9])
marks = st.lists(st.sampled_from("12345"), min_size=1, max_size=3)


@given(st.lists(st.tuples(distinct, marks), min_size=1, max_size=8), st.sampled_from([", ", "\n", "; ", " "]))
def test_any_list_by_student_is_read_back(said: list[tuple[int, list[str]]], parting: str) -> None:
    """Whatever is dictated in the plain form comes out as it was meant."""
    text = parting.join(f"{NAMES[number].family} {' '.join(values)}" for number, values in said)
    found = parse(text, ROSTER).resolved
    assert [(line.candidates[0], [mark.value for mark in line.marks]) for line in found] == said


@given(distinct, st.data())
def test_one_slip_is_understood_or_asked_never_another(number: int, data: st.DataObject) -> None:
    """Dropping, changing or doubling one letter of a long name never leads to somebody else alone."""
    family = NAMES[number].family.lower()
    at = data.draw(st.integers(0, len(family) - 1))
    new = data.draw(st.sampled_from(["", *LETTERS]))
    slipped = family[:at] + new + family[at + data.draw(st.integers(0, 1)) :]
    if slips_allowed(len(slipped)):
        lines = parse(f"{slipped} 5", ROSTER).lines
        assert all(number in line.candidates for line in lines)


@given(st.text(alphabet=st.sampled_from("Иванов Петрва 12345нбуо.,:;-–=/\n+!aH"), max_size=200))
def test_nothing_typed_breaks_it_or_names_a_stranger(text: str) -> None:
    """Any text gives lines; what is proposed is of the group and has a value."""
    for line in parse(text, ROSTER).lines:
        assert set(line.candidates) <= set(NAMES)
        if line.state is LineState.RESOLVED:
            assert line.marks or line.presence


@given(st.text(max_size=300))
def test_any_text_at_all(text: str) -> None:
    """Hostile signs included."""
    parse(text, ROSTER)


def test_the_work_grows_with_the_text_only() -> None:
    """Twice the text costs about twice, for words that invite slips, and for signs alone (a generous factor of 6)."""
    for piece in ("абвгдежзикл ", "х5,", "5:", "и.", "щ"):
        short, long = cost(piece * (1024 // len(piece))), cost(piece * (4096 // len(piece)))
        assert long < 24 * short, piece


def cost(text: str) -> float:
    """The least CPU time of three readings."""

    def once() -> float:
        start = time.process_time()
        parse(text, ROSTER)
        return time.process_time() - start

    return min(once() for _ in range(3))
