"""Values that the screens of changes and plans show: an ordinary school, and the ugliest there may be."""

from dataclasses import replace
from datetime import timedelta

from core.model.attendance import Presence
from core.model.ids import ID_LIMIT, GroupId, KlassId, LessonId, PersonId, SchoolId, SubjectId
from core.model.journal import LessonPart, PlanTopic
from core.model.lesson import LessonState
from core.model.lesson_change import (
    AwayDay,
    BusyLesson,
    Candidate,
    ChangedLesson,
    ChangeKind,
    ChangeRecord,
    ChangesDay,
    Clash,
    Conflict,
    DueTask,
    KlassDay,
    KlassName,
    MoveDays,
    MoveNumbers,
    RoomList,
    SubstituteList,
    SubstitutionCard,
    Teacher,
    TeacherLesson,
)
from core.model.plan import (
    GroupPlan,
    KlassPlans,
    PlanFile,
    PlanLesson,
    PlanLevel,
    PlannedTopic,
    PlanPreview,
    PlanView,
    Schedule,
    SchoolYearSpan,
    TaughtGroup,
    TopicDraft,
    TopicView,
    WeekPlan,
)
from core.model.workbook import Problem, Severity
from core.rules.lesson_changes import busy, placement
from tests.screens.teacher_samples import NOW, TODAY, ZONE, Sample


class ChangeSample:
    """A school's day: a few lessons and people, or as many as there may be with names of a hundred signs."""

    def __init__(self, *, hostile: bool) -> None:
        self.hostile = hostile
        self.of = Sample(hostile=hostile)
        self.school = SchoolId(ID_LIMIT if hostile else 1)
        self.count = 40 if hostile else 6

    def id(self, n: int) -> int:
        return ID_LIMIT - n if self.hostile else n + 1

    def teacher(self, n: int) -> Teacher:
        return Teacher(PersonId(self.id(n)), self.of.name(n))

    def busy(self, number: int = 3, **more: object) -> BusyLesson:
        return replace(busy(self.of.facts(number, **more)), keeper_name=self.of.name(1))

    def changes(self, *, changeable: bool = True) -> ChangesDay:
        moved = (TODAY - timedelta(days=1), 2)
        lessons = [
            self.of.facts(3, substitute=901),
            self.of.facts(4, state=LessonState.CANCELLED),
            self.of.facts(5, planned=moved),
            self.of.facts(2, day=TODAY + timedelta(days=4), planned=(TODAY, 6)),
            self.of.facts(7),
        ]
        return ChangesDay(self.school, TODAY, tuple(lessons * (8 if self.hostile else 1)), changeable)

    def klasses(self) -> tuple[KlassName, ...]:
        return tuple(KlassName(KlassId(self.id(n)), self.of.text("7Б", 20), 7) for n in range(60))

    def klass_day(self) -> KlassDay:
        lessons = (self.of.facts(2), self.of.facts(3, substitute=901), self.of.facts(4, state=LessonState.CANCELLED))
        return KlassDay(self.school, self.klasses()[0], TODAY, lessons * (4 if self.hostile else 1), plans=True)

    def away(self) -> AwayDay:
        absent = self.teacher(0)
        free = (Candidate(self.teacher(1), same_subject=True),)
        own = {"teacher": absent.id, "keeper": absent.id}
        lessons = [
            TeacherLesson(replace(self.busy(1), **own), free),  # type: ignore[arg-type]
            TeacherLesson(replace(self.busy(2), **own)),  # type: ignore[arg-type]
            TeacherLesson(self.busy(3), free),
            TeacherLesson(self.busy(4, state=LessonState.CANCELLED), free),
            TeacherLesson(replace(self.busy(5), keeper=absent.id), free),
        ]
        return AwayDay(self.school, absent, TODAY, tuple(lessons * (2 if self.hostile else 1)))

    def changed(self, *, held: bool = False, state: LessonState = LessonState.PLANNED) -> ChangedLesson:
        facts = self.of.facts(state=state, substitute=901, planned=(TODAY, 2))
        placed = placement(facts.lesson)
        history = tuple(ChangeRecord(kind, placed, placed, "", NOW, self.of.name(2)) for kind in ChangeKind)
        return ChangedLesson(facts, history * 2, (LessonPart.MARKS,) if held else (), over=held)

    def substitutes(self) -> SubstituteList:
        kinds = (
            Candidate(self.teacher(0), same_subject=True),
            Candidate(self.teacher(1), knows_klass=True),
            Candidate(self.teacher(2)),
            Candidate(self.teacher(3), busy=self.busy()),
            Candidate(self.teacher(4), away=True),
        )
        return SubstituteList(self.of.facts(substitute=901), kinds * 8)

    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple(Conflict(clash, self.busy()) for clash in Clash)

    def move_days(self) -> MoveDays:
        return MoveDays(self.of.facts(), tuple(TODAY + timedelta(days=n) for n in range(18)))

    def move_numbers(self) -> MoveNumbers:
        found = self.conflicts()
        return MoveNumbers(self.of.facts(), TODAY, ((1, ()), (2, found[:1]), (3, found[1:]), (4, found[2:])))

    def rooms(self) -> RoomList:
        room = self.of.text("21", 50)
        return RoomList(self.of.facts(), tuple((self.id(n), room, self.busy() if n % 2 else None) for n in range(40)))

    def card(self, *, full: bool = True) -> SubstitutionCard:
        names = tuple(self.of.name(n) for n in range(self.count))
        facts = self.of.facts(substitute=901)
        if not full:
            return SubstitutionCard(facts, names)
        text = self.of.text("§14 № 95", 1000)
        due = (DueTask(text), DueTask("", names[0]))
        missing = tuple((name, Presence.ILL) for name in names[:20])
        return SubstitutionCard(facts, names, missing, due, self.of.text("Степени", 500), self.of.text("§5", 500))

    def group(self) -> TaughtGroup:
        text = self.of.text
        year = SchoolYearSpan(ZONE, TODAY, TODAY, 5)
        return TaughtGroup(
            GroupId(self.id(0)),
            self.school,
            KlassId(self.id(1)),
            text("7Б", 20),
            7,
            SubjectId(1),
            text("Алгебра", 100),
            year,
            text("", 100),
            200,
            (self.of.name(0), self.of.name(1)),
        )

    def klass_plans(self) -> KlassPlans:
        groups = (GroupPlan(self.group(), 68), GroupPlan(self.group(), 0), GroupPlan(self.group(), 34, 3, 1))
        return KlassPlans(self.group().klass, self.of.text("7Б", 20), TODAY, groups * (8 if self.hostile else 1))

    def topic(self, n: int, **more: object) -> PlannedTopic:
        topic = PlanTopic(self.id(n), n, self.of.text("Степени", 500), 2, 0, self.of.text("§5, № 3–5", 500), "control")
        return PlannedTopic(topic, **more)  # type: ignore[arg-type]

    def plan(self, level: PlanLevel | None = PlanLevel.KLASS) -> PlanView:
        lesson = PlanLesson(LessonId(self.id(0)), TODAY, 3, NOW)
        topics = [
            self.topic(1, given=(lesson, replace(lesson, day=TODAY - timedelta(days=1)))),
            self.topic(2, coming=(lesson,) * 2),
            self.topic(3, left=2),
            self.topic(4, lacking=(replace(lesson, id=LessonId(self.id(7))),)),
        ]
        offers = {LessonId(self.id(7)): topics[3].topic} if level else {}
        schedule = Schedule(tuple(topics * (60 if self.hostile else 1)) if level else (), offers, 4, 1)
        week = WeekPlan(TODAY, 4, 1, 3)
        return PlanView(self.group(), schedule, level, 68 if level is PlanLevel.KLASS else None, week, level is None)

    def topic_view(self) -> TopicView:
        lesson = PlanLesson(LessonId(self.id(0)), TODAY, 3, NOW)
        return TopicView(self.group(), self.topic(5, coming=(lesson,), left=1), first=False, last=False)

    def preview(self, *, wrong: bool = False) -> PlanPreview:
        values: dict[str, str | int] = {"value": 1, "other_row": 2}
        problem = Problem("topic-twice", Severity.ERROR, self.of.text("КТП", 31), 3, "№", values)
        many = (problem,) * (60 if self.hostile else 1)
        file = PlanFile((TopicDraft("Степени", 1, 68),), many if wrong else ())
        return PlanPreview(self.group(), file, 0 if wrong else 1, 2, 3, 1, 68)
