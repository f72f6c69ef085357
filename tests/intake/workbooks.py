"""Whole school workbooks with invented people: a small one by hand, a big one by numbers, and careless cells.

A book is a dict of sheet title → rows of cells, headings first: a test can change any cell before it is written.
"""

from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

Book = dict[str, list[list[Any]]]

_FAMILIES = (
    "Берёзкин",
    "Орешников",
    "Кленов",
    "Ручейников",
    "Снегирёв",
    "Полынин",
    "Ветров",
    "Лугов",
    "Зорин",
    "Мохов",
)
_SYLLABLES = ("ско", "лес", "мир", "дол", "гор", "бел", "вол", "тер", "зар", "лин")
_BOYS = ("Артём", "Лев", "Егор", "Тимур", "Фёдор", "Глеб", "Мирон")
_GIRLS = ("Алёна", "Вера", "Дарья", "Мила", "Софья", "Ульяна", "Яна")
_SUBJECTS = (
    ("Русский язык", 5),
    ("Литература", 3),
    ("Алгебра", 4),
    ("Геометрия", 2),
    ("Английский язык", 3),
    ("История", 2),
    ("География", 2),
    ("Биология", 2),
    ("Физика", 3),
    ("Информатика", 2),
    ("Физкультура", 2),
)
_BELLS = (
    ("08:30", "09:10"),
    ("09:25", "10:05"),
    ("10:20", "11:00"),
    ("11:20", "12:00"),
    ("12:10", "12:50"),
    ("13:00", "13:40"),
)
_DAYS = ("пн", "вт", "ср", "чт", "пт")


def school_sheet(name: str = "МБОУ «Школа у озера»") -> list[list[Any]]:
    """Settings of an invented school of the year 2026/27."""
    return [
        ["Параметр", "Значение"],
        ["Название", name],
        ["Краткое название", "Школа у озера"],
        ["Часовой пояс", "Europe/Moscow"],
        ["Учебный год", "01.09.2026–31.05.2027"],
        ["Регламент", "moscow-region"],
        ["Правка отметок", "2 недели"],
        ["Учебная неделя", 5],
        ["Округление", "0,6"],
        ["Телефон", 74950000000],
    ]


def calendar_sheets() -> Book:
    """Quarters, half-years, vacations, holidays, a moved day and one bell set."""
    quarters = (("1 четверть", 1, 9, 2026, 25, 10, 2026), ("2 четверть", 2, 11, 2026, 30, 12, 2026))
    later = (("3 четверть", 11, 1, 2027, 21, 3, 2027), ("4 четверть", 29, 3, 2027, 31, 5, 2027))
    periods = [[n, "четверть", "1-9", date(y, m, d), date(y2, m2, d2)] for n, d, m, y, d2, m2, y2 in quarters + later]
    halves = [
        ["1 полугодие", "полугодие", "10, 11", "01.09.2026", "30.12.2026"],
        ["2 полугодие", "полугодие", "10, 11", "11.01.2027", "31.05.2027"],
    ]
    return {
        "Периоды": [["Название", "Вид", "Параллели", "Начало", "Конец"], *periods, *halves],
        "Календарь": [
            ["Название", "Вид", "Начало", "Конец", "Параллели", "Учимся по"],
            ["Осенние каникулы", "каникулы", "26.10.2026", "01.11.2026", None, None],
            ["Зимние каникулы", "каникулы", "31.12.2026", "10.01.2027", None, None],
            ["Весенние каникулы", "каникулы", "22.03.2027", "28.03.2027", None, None],
            ["День народного единства", "праздник", "04.11.2026", None, None, None],
            ["Учебная суббота", "перенос", "20.02.2027", None, None, "пн"],
        ],
        "Звонки": [
            ["Набор", "Урок", "Начало", "Конец", "Дни", "Параллели"],
            *[["основной", number, starts, ends, "пн-сб", None] for number, (starts, ends) in enumerate(_BELLS, 1)],
        ],
    }


def small_book() -> Book:
    """Three classes, six teachers, English in two groups, a mother of two, a plan; all sheets filled."""
    staff = [
        ["Код", "Фамилия", "Имя", "Отчество", "Пол", "Роли", "Параллели", "Принят", "Согласие"],
        ["С1", "Тополева", "Анна", "Ильинична", "ж", "директор", None, date(2015, 8, 25), "01.09.2025"],
        ["С2", "Осинов", "Пётр", "Львович", "м", "администратор; учитель", None, None, None],
        ["С3", "Липина", "Ольга", "Юрьевна", "ж", "учитель", None, None, None],
        ["С4", "Рябинин", "Олег", "Маркович", "м", "учитель; завуч", "5-9", None, None],
        ["С5", "Ивушкина", "Нина", "Павловна", "ж", "учитель", None, None, None],
        ["С6", "Вязов", "Марк", "Олегович", "м", "учитель", None, None, None],
    ]
    students = [["Личное дело", "Фамилия", "Имя", "Отчество", "Пол", "Дата рождения", "Класс", "Зачислен", "Приказ"]]
    for at, klass in enumerate(("7А", "7Б", "10А")):
        for number in range(4):
            family = _FAMILIES[(at * 4 + number) % 10] + ("а" if number % 2 else "")
            given = (_GIRLS if number % 2 else _BOYS)[number]
            code = f"Д-{at * 4 + number + 1:03}"
            sex = "ж" if number % 2 else "м"
            students.append(
                [code, family, given, "", sex, date(2013 - 3 * (at == 2), 4, 1 + number), klass, None, None]
            )
    return {
        "Школа": school_sheet(),
        **calendar_sheets(),
        "Кабинеты": [["Здание", "Кабинет", "Мест"], *[[None, str(room), 30] for room in (101, 102, 103, 104, 105)]],
        "Предметы": [
            ["Предмет", "Кратко", "Без аттестации", "Письменные работы", "Отметок не меньше"],
            ["Алгебра", "Алг", "нет", 2, 3],
            ["Русский язык", "Рус", None, 2, 3],
            ["Английский язык", "Англ", None, None, 3],
            ["Разговоры о важном", "РоВ", "да", None, None],
        ],
        "Сотрудники": staff,
        "Классы": [
            ["Класс", "Параллель", "Классный руководитель", "Звонки"],
            ["7А", 7, "С3", "основной"],
            ["7Б", 7, "С5", None],
            ["10А", 10, "С6", None],
        ],
        "Ученики": students,
        "Родители": [
            ["Код", "Фамилия", "Имя", "Отчество", "Пол", "Дети", "Кем приходится", "Согласие", "Электронный дневник"],
            ["Р1", "Берёзкина", "Инна", "Романовна", "ж", "Д-001; Д-006", "мама", "30.08.2026", "да"],
            [None, "Орешников", "Иван", "Иванович", "м", "Д-002", "папа", None, None],
        ],
        "События": [
            ["Название", "Вид", "Дата", "Время", "Классы", "Место", "Кому видно"],
            ["Осенний праздник", "школьное", "16.10.2026", "14:00", None, "Актовый зал", None],
            ["Собрание", "собрание", "20.10.2026", "18:30", "7А; 7Б", "101", "родители"],
        ],
        "Группы": [
            ["Класс", "Предмет", "Группа", "Ученики"],
            ["7А", "Английский язык", "1 группа", "Д-001; Д-002"],
            ["7А", "Английский язык", "2 группа", "Д-003"],
            ["7А", "Английский язык", "2 группа", "Д-004"],
        ],
        "Нагрузка": [
            ["Класс", "Группа", "Предмет", "Учитель", "Часов в неделю", "Кабинет"],
            ["7А", None, "Алгебра", "С2", 2, "101"],
            ["7А", None, "Русский язык", "С3", 1.5, "102"],
            ["7А", "1 группа", "Английский язык", "С5", 1, "103"],
            ["7А", "2 группа", "Английский язык", "С6", 1, "104"],
            ["7Б", None, "Алгебра", "С2", 2, "101"],
            ["7Б", None, "Русский язык", "С3", 1, "102"],
            ["10А", None, "Алгебра", "С4", 1, "105"],
            ["10А", None, "Разговоры о важном", "С6", 1, "105"],
        ],
        "Расписание": [
            ["Класс", "День", "Урок", "Предмет", "Группа", "Учитель", "Кабинет", "Неделя", "С", "По"],
            ["7А", "пн", 1, "Алгебра", None, None, None, None, None, None],
            ["7А", "ср", 2, "Алгебра", None, None, None, None, None, None],
            ["7А", "пн", 2, "Русский язык", None, None, None, None, None, None],
            ["7А", "пт", 2, "Русский язык", None, None, None, "чётная", None, None],
            ["7А", "вт", 1, "Английский язык", "1 группа", None, None, None, None, None],
            ["7А", "вт", 1, "Английский язык", "2 группа", None, None, None, None, None],
            ["7Б", "пн", 2, "Алгебра", None, None, None, None, None, None],
            ["7Б", "чт", 3, "Алгебра", None, None, None, None, None, None],
            ["7Б", "вт", 1, "Русский язык", None, None, None, None, None, None],
            ["10А", "пн", 1, "Алгебра", None, None, None, None, None, None],
            ["10А", "пн", 2, "Разговоры о важном", None, None, None, None, None, None],
        ],
        "КТП": [
            ["Предмет", "Параллель", "Класс", "Группа", "№", "Тема", "Часов", "Вид работы", "Задание"],
            ["Алгебра", 7, None, None, 1, "Числовые выражения", 2, None, "§ 1, № 3–5"],
            ["Алгебра", 7, None, None, 2, "Контрольная работа № 1", 1, "контрольная работа", None],
            ["Русский язык", None, "7А", None, 1, "Язык и речь", 1, None, "упр. 4"],
        ],
    }


def careless_book() -> Book:
    """The small book as people really fill it in; it must read as the same school."""
    book = small_book()
    book["школа "] = [["", ""], ["ПАРАМЕТР", "значение *"], *book.pop("Школа")[1:]]
    book["Классы"] = [["КЛАСС", "параллель *", "Классный  руководитель", "Звонки"], *book["Классы"][1:]]
    book["Классы"][1][0] = '7 "А"'
    book["Классы"][2][:2] = ["7-Б", 7.0]
    book["Ученики"][1][6] = "7A"  # Latin
    book["Ученики"][2][6] = "7 а"
    book["Ученики"][5][6] = "7B"  # Latin, by sound
    book["Ученики"][6][6] = "7б класс"
    book["Ученики"][1][1] = "  Берёзкин\u200b "
    book["Ученики"][2][1] = "\u202eОрешникова"
    book["Ученики"][1][5] = "01.04.2013"
    book["Ученики"][2][5] = 41366  # 2 April 2013 as a bare number
    book["Периоды"][1][2] = date(2026, 9, 1)  # what became of 1-9
    book["Периоды"][5][2] = 10.11  # what became of 10,11
    book["Звонки"][1][2:4] = [8.3, 0.38194444444444442]
    book["Звонки"][2][2] = "9.25"
    book["Сотрудники"][2][5] = "Администратор, УЧИТЕЛЬ"
    book["Родители"][1][5] = "д-001 ;Д-006;"
    book["Нагрузка"][1][4] = "2,0"
    book["Расписание"][1][1] = "Понедельник"
    book["Расписание"][4][7] = "четная"
    book["Расписание"][5][4] = "1  Группа"
    for row in book["Расписание"][1:]:
        row.append("это не столбец")
    book["Расписание"][0].append("Примечание")
    book["Черновик"] = [["что-то", "своё"]]
    return book


def big_book(klasses: int = 60, students: int = 25, own_plans: bool = False) -> Book:
    """A school of `klasses` classes of so many students, each with a full week, load and plan, and a parent each.

    With `own_plans` every class has a plan of its own, else every parallel has.
    """
    names = [(f"{grade}{letter}", grade) for letter in "АБВГДЕЖЗИК" for grade in range(2, 12)][:klasses]
    book: Book = {"Школа": school_sheet("МБОУ «Большая школа»"), **calendar_sheets()}
    book["Предметы"] = [["Предмет", "Отметок не меньше"], *[[subject, 3] for subject, _ in _SUBJECTS]]
    book["Сотрудники"] = [["Код", "Фамилия", "Имя", "Отчество", "Роли"], *_teachers(names)]
    book["Классы"] = [["Класс", "Параллель", "Классный руководитель"]]
    book["Ученики"] = [["Личное дело", "Фамилия", "Имя", "Отчество", "Пол", "Дата рождения", "Класс"]]
    book["Родители"] = [["Код", "Фамилия", "Имя", "Отчество", "Дети", "Кем приходится"]]
    book["Нагрузка"] = [["Класс", "Группа", "Предмет", "Учитель", "Часов в неделю", "Кабинет"]]
    book["Расписание"] = [["Класс", "День", "Урок", "Предмет", "Неделя"]]
    book["КТП"] = [["Предмет", "Параллель", "Класс", "№", "Тема", "Задание"]]
    for at, (name, grade) in enumerate(names):
        _big_klass(book, at, name, grade, students)
        if own_plans or names[at][1] not in [grade for _, grade in names[:at]]:
            book["КТП"] += _plan(name if own_plans else None, grade)
    return book


def _teachers(names: list[tuple[str, int]]) -> list[list[Any]]:
    head = ["Т000", "Озёрная", "Майя", "Львовна", "директор; администратор"]
    codes = [f"Т{at:02}{number:02}" for at in range(len(names)) for number in range(2)]
    return [head, *[[code, _family(int(code[1:])), "Ольга", "Олеговна", "учитель"] for code in codes]]


def _family(number: int) -> str:
    syllables = [_SYLLABLES[number // 10**place % 10] for place in range(4)]
    return "".join(syllables).capitalize() + "ова"


def _big_klass(book: Book, at: int, name: str, grade: int, students: int) -> None:
    book["Классы"].append([name, grade, f"Т{at:02}00"])
    for number in range(students):
        code = f"Л-{at:02}{number:02}"
        family, given = _family(at * 100 + number), _GIRLS[number % 7]
        book["Ученики"].append([code, family, given, "Олеговна", "ж", date(2010, 3, 1 + number), name])
        book["Родители"].append([f"Р-{at:02}{number:02}", family, "Инна", "Олеговна", code, "мама"])
    week = [(day, lesson) for day in _DAYS for lesson in range(1, len(_BELLS) + 1)]
    for order, (subject, hours) in enumerate(_SUBJECTS):
        book["Нагрузка"].append([name, None, subject, f"Т{at:02}{order % 2:02}", hours, str(100 + at)])
        taken, week = week[:hours], week[hours:]
        book["Расписание"] += [[name, day, lesson, subject, None] for day, lesson in taken]


def _plan(klass: str | None, grade: int) -> list[list[Any]]:
    return [
        [subject, None if klass else grade, klass, number, f"{subject}: тема {number}", f"§ {number}, № 1–5"]
        for subject, hours in _SUBJECTS
        for number in range(1, hours * 34 + 1)
    ]


def write_book(book: Book, path: Path, epoch_1904: bool = False) -> Path:
    """Write the book as an XLSX file; dates become date cells, everything else what it is."""
    workbook = xlsxwriter.Workbook(
        str(path),
        {
            "in_memory": True,  # otherwise each sheet is a file of its own first
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_date_format": "dd.mm.yyyy",
            "date_1904": epoch_1904,
        },
    )
    for title, rows in book.items():
        sheet = workbook.add_worksheet(title)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell is not None and cell != "":
                    sheet.write(at, column, cell)
    workbook.close()
    return path
