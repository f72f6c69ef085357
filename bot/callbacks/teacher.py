"""Buttons of the journal: the day, a lesson, attendance, topic, homework, comments. Those of marks: `marks`."""

from bot.callbacks import DayNumber, Id, Press, Small
from core.model.homework import HomeworkKind


class TeacherDayPress(Press, prefix="td"):
    """My lessons of a day; today where none is named."""

    day: DayNumber | None = None


class OverduePress(Press, prefix="to"):
    """What is still owed, oldest first."""


class LessonPress(Press, prefix="tl"):
    """A lesson's card; `leave` stops waiting for what was to be typed."""

    lesson: Id
    leave: bool = False


class AttendancePress(Press, prefix="ta"):
    """The attendance screen."""

    lesson: Id


class TapStudentPress(Press, prefix="tt"):
    """The next presence of a student."""

    lesson: Id
    student: Id


class LatePress(Press, prefix="tm"):
    """So many minutes late."""

    lesson: Id
    student: Id
    minutes: Small


class SaveAttendancePress(Press, prefix="ts"):
    """Save what was tapped."""

    lesson: Id


class AllPresentPress(Press, prefix="tp"):
    """Everybody is here, in one tap."""

    lesson: Id


class TopicsPress(Press, prefix="tc"):
    """Choose a topic."""

    lesson: Id


class SetTopicPress(Press, prefix="tcs"):
    """This topic of the plan."""

    lesson: Id
    topic: Id


class HomeworkPress(Press, prefix="th"):
    """Homework of a lesson."""

    lesson: Id
    leave: bool = False


class NoHomeworkPress(Press, prefix="thn"):
    """Nothing is given."""

    lesson: Id


class NothingBackPress(Press, prefix="thb"):
    """Something is given after all."""

    lesson: Id


class PlanHomeworkPress(Press, prefix="thp"):
    """What the plan has."""

    lesson: Id


class WriteHomeworkPress(Press, prefix="thw"):
    """Type homework, for one student where one is named."""

    lesson: Id
    student: Id | None = None


class HomeworkForPress(Press, prefix="thf"):
    """Choose for whom."""

    lesson: Id


class TaskPress(Press, prefix="tht"):
    """One homework."""

    task: Id
    leave: bool = False


class TaskKindPress(Press, prefix="thk"):
    """How it is to be done."""

    task: Id
    kind: HomeworkKind


class TaskDaysPress(Press, prefix="thy"):
    """Choose a day."""

    task: Id


class TaskDuePress(Press, prefix="thd"):
    """Due on this day."""

    task: Id
    day: DayNumber


class RewriteTaskPress(Press, prefix="thr"):
    """Type another text."""

    task: Id


class WithdrawTaskPress(Press, prefix="thx"):
    """Take it back; asked once more before."""

    task: Id
    sure: bool = False


class RemarkForPress(Press, prefix="tr"):
    """Choose whom to comment."""

    lesson: Id


class WriteRemarkPress(Press, prefix="trw"):
    """Type a comment."""

    lesson: Id
    student: Id


class WithdrawRemarkPress(Press, prefix="trx"):
    """Take a comment back."""

    remark: Id
