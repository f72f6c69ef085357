"""A duty about plans or substitutions leads to where it is done."""

from datetime import UTC, datetime

import pytest

from bot.callbacks import Press
from bot.callbacks.absence import NotePress
from bot.callbacks.lesson_changes import ChangePress, SubstitutionPress
from bot.callbacks.plan import PlanPress, PlansPress
from bot.callbacks.signals import KlassTodayPress
from bot.widgets.duty_buttons import place_of_work
from core.model.duty import Duty, DutyState, DutySubject, SubjectKind
from core.model.ids import GroupId, KlassId, LessonId
from core.model.people import Role
from core.model.regulation import Matter
from core.model.school import Preset
from core.regulation.loader import preset

NOW = datetime(2026, 10, 15, 7, tzinfo=UTC)
RULES = [rule for each in Preset for rule in preset(each).rows]
LESSON = DutySubject(SubjectKind.LESSON, lesson=LessonId(1), klass=KlassId(2), group=GroupId(3))
GROUP = DutySubject(SubjectKind.GROUP, klass=KlassId(2), group=GroupId(3))
NOTE = DutySubject(SubjectKind.HAPPENING, klass=KlassId(2), number=4)
KLASS = DutySubject(SubjectKind.KLASS, klass=KlassId(2))


@pytest.mark.parametrize(
    ("about", "teaches", "subject", "press"),
    [
        (Matter.SUBSTITUTION, True, LESSON, SubstitutionPress(lesson=1)),
        (Matter.SUBSTITUTION, False, LESSON, ChangePress(lesson=1)),
        (Matter.PLAN, None, GROUP, PlanPress(group=3)),
        (Matter.LESSON_PLAN, None, KLASS, PlansPress(klass=2)),
        (Matter.ABSENCE_WEEK, None, KLASS, KlassTodayPress(klass=2)),
        (Matter.ABSENCE_REASON, None, NOTE, NotePress(note=4)),
    ],
)
def test_a_duty_leads_to_its_work(about: Matter, teaches: bool | None, subject: DutySubject, press: Press) -> None:
    rules = [
        rule for rule in RULES if rule.about is about and (teaches is None or (Role.TEACHER in rule.holders) is teaches)
    ]
    assert rules
    for rule in rules:
        duty = Duty(rule, (), subject, NOW, NOW, None, DutyState.OPEN)
        assert place_of_work(duty) == press
