"""The list of what is worth a look: two of one student in a week are told apart."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.screens.slips import slip_list
from core.model.ids import LessonId, PersonId, SchoolId
from core.model.people import PersonName
from core.model.scrutiny import LessonName
from core.model.slip import Slip, SlipKind, SlipList
from locales import Translators

TR = Translators.load(strict=True)["ru"]
PUPIL, TEACHER = PersonId(7), PersonId(3)
MONDAY = date(2026, 9, 21)


def test_two_of_one_student_have_their_days() -> None:
    slips = tuple(Slip(SlipKind.ON_AND_OFF, TEACHER, None, 1, (LessonId(key),), (PUPIL,)) for key in (1, 2))
    lessons = {key: LessonName("7Б", "", "Физика", MONDAY.replace(day=20 + key), 4) for key in (1, 2)}
    names = {PUPIL: PersonName("Уваров", "Марк", "Денисович")}
    found = SlipList("Школа № 12", MONDAY, MONDAY, ZoneInfo("Europe/Moscow"), slips, names, lessons)
    labels = [row[0].label for row in slip_list(TR, SchoolId(1), found, 0).keyboard[:2]]
    assert labels == ["Есть – нет – есть · Уваров М.Д. · 21.09", "Есть – нет – есть · Уваров М.Д. · 22.09"]
