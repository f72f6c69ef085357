"""The topic of a lesson, and comments for one student's lesson (JRN-5, JRN-7)."""

from bot.callbacks.teacher import (
    RemarkForPress,
    SetTopicPress,
    TopicsPress,
    WithdrawRemarkPress,
    WriteRemarkPress,
)
from bot.desk import Answer, Desk
from bot.routers.teacher_card import card_screen
from bot.screens import teacher_topic as screens
from bot.turn import Form, Turn, Typed
from core.model.ids import LessonId, PersonId
from core.usecases.remarks import (
    OpenRemarks,
    WithdrawRemark,
    WriteRemark,
    remark_sheet,
    withdraw_remark,
    write_remark,
)
from core.usecases.topics import OpenTopics, SetTopic, set_topic, topic_sheet

desk = Desk()


@desk.press(TopicsPress)
async def show_topics(turn: Turn, press: TopicsPress) -> Answer:
    """Show topics to choose from; what is typed from now on is the topic."""
    lesson = LessonId(press.lesson)
    sheet = await turn.read(topic_sheet, OpenTopics(lesson))
    await turn.expect("topic", lesson=lesson)
    return screens.topics(sheet, turn.tr)


@desk.press(SetTopicPress)
async def choose_topic(turn: Turn, press: SetTopicPress) -> Answer:
    """Take a topic of the plan."""
    lesson = LessonId(press.lesson)
    await turn.change(set_topic, SetTopic(lesson, plan_topic=press.topic))
    await turn.forget()
    return await card_screen(turn, lesson, turn.tr.plain("topic-saved"))


@desk.form("topic")
async def typed_topic(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Take a typed topic."""
    lesson = LessonId(form.data["lesson"])
    await turn.change(set_topic, SetTopic(lesson, typed.text))
    await turn.forget()
    return await card_screen(turn, lesson)


@desk.press(RemarkForPress)
async def choose_student(turn: Turn, press: RemarkForPress) -> Answer:
    """Ask whom to comment."""
    sheet, card = await turn.read(remark_sheet, OpenRemarks(LessonId(press.lesson)))
    return screens.remark_for(sheet, card, turn.tr)


@desk.press(WriteRemarkPress)
async def ask_remark(turn: Turn, press: WriteRemarkPress) -> Answer:
    """Ask for the comment."""
    sheet, _ = await turn.read(remark_sheet, OpenRemarks(LessonId(press.lesson)))
    await turn.expect("remark", lesson=press.lesson, student=press.student)
    return screens.write_remark(sheet, PersonId(press.student), turn.tr)


@desk.form("remark")
async def typed_remark(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Keep a typed comment."""
    lesson = LessonId(form.data["lesson"])
    await turn.change(write_remark, WriteRemark(lesson, PersonId(form.data["student"]), typed.text))
    await turn.forget()
    return await card_screen(turn, lesson)


@desk.press(WithdrawRemarkPress)
async def take_back(turn: Turn, press: WithdrawRemarkPress) -> Answer:
    """Take a comment back."""
    lesson = await turn.change(withdraw_remark, WithdrawRemark(press.remark))
    return await card_screen(turn, lesson, turn.tr.plain("remarking-withdrawn"))
