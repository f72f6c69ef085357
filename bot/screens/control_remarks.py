"""The deputy's remarks to teachers: the list, one of them, what is asked while one is written (CTL-3)."""

from collections.abc import Callable, Sequence
from datetime import date

from bot.callbacks import Press, number_of
from bot.callbacks.board import BoardTeacherPress
from bot.callbacks.control import (
    AnswerRemarkPress,
    ConfirmRemarkPress,
    RemarkDuePress,
    RemarkPress,
    RemarksPress,
    ResolveRemarkPress,
    ReturnRemarkPress,
)
from bot.screen import Button, Screen
from bot.screens.home import Row, back
from bot.widgets.fitting import clip
from bot.widgets.pager import page_of, pager_row
from core.model.control import ControlRemark, RemarkForm, RemarkList, RemarkState, RemarkView
from locales import Markup, Translator, dates

PAGE = 6
QUOTED = 300


def ask_text(form: RemarkForm, tr: Translator) -> Screen:
    """Ask for the words of a remark."""
    return Screen(tr("control-remark-ask", teacher=form.name.full), ((_leave(form, tr),),))


def ask_due(form: RemarkForm, text: str, tr: Translator) -> Screen:
    """Show a remark as it will go out, and ask until when it is to be put right."""
    rows = _days(form.days, lambda day: RemarkDuePress(teacher=form.teacher, day=number_of(day)), tr)
    preview = tr("control-remark-preview", teacher=form.name.full, text=text)
    return Screen(preview, (*rows, (_leave(form, tr),)))


def _leave(form: RemarkForm, tr: Translator) -> Button:
    return Button(tr.plain("home-cancel"), BoardTeacherPress(teacher=form.teacher, leave=True))


def _days(days: Sequence[date], press: Callable[[date], Press], tr: Translator) -> tuple[Row, ...]:
    return tuple((Button(tr.plain("control-remark-until", day=dates.day_short(tr, day)), press(day)),) for day in days)


def remark(view: RemarkView, tr: Translator, *, toast: str = "") -> Screen:
    """Show a remark with what the reader may do about it."""
    one = view.remark
    lines: list[str] = [
        tr("control-remark-title", teacher=one.teacher_name.full),
        _state(view, tr),
        "",
        tr("control-remark-quote", text=one.text),
        tr("control-remark-writer", writer=one.writer_name.initials, moment=_moment(view, tr)),
    ]
    if one.answer:
        lines += ["", tr("control-remark-answer", answer=one.answer)]
    rows = (*_teacher_rows(view, tr), *_deputy_rows(view, tr), _way_back(view, tr))
    return Screen("\n".join(lines), rows, toast)


def _moment(view: RemarkView, tr: Translator) -> str:
    return dates.moment(tr, view.remark.written_at, view.remark.zone, view.today)


def _state(view: RemarkView, tr: Translator) -> Markup:
    one = view.remark
    if one.overdue(view.today):
        return tr("control-remark-state-overdue", day=dates.day_short(tr, one.due_on))
    if one.state is RemarkState.OPEN and one.returned_at is not None:
        return tr("control-remark-state-returned", day=dates.day_short(tr, one.due_on))
    return tr(f"control-remark-state-{one.state.value}", day=dates.day_short(tr, one.due_on))


def _teacher_rows(view: RemarkView, tr: Translator) -> tuple[Row, ...]:
    if not view.mine or view.remark.state is not RemarkState.OPEN:
        return ()
    return (
        (
            Button(tr.plain("control-remark-resolve-button"), ResolveRemarkPress(remark=view.remark.id)),
            Button(tr.plain("control-remark-answer-button"), AnswerRemarkPress(remark=view.remark.id)),
        ),
    )


def _deputy_rows(view: RemarkView, tr: Translator) -> tuple[Row, ...]:
    state = view.remark.state
    if not view.judges or state is RemarkState.CONFIRMED:
        return ()
    row = [Button(tr.plain("control-remark-confirm-button"), ConfirmRemarkPress(remark=view.remark.id))]
    if state is RemarkState.RESOLVED:
        row.append(Button(tr.plain("control-remark-return-button"), ReturnRemarkPress(remark=view.remark.id)))
    return (tuple(row),)


def _way_back(view: RemarkView, tr: Translator) -> Row:
    if view.judges:
        return (Button(tr.plain("control-remarks-back"), RemarksPress(school=view.remark.school)),)
    return back(tr)


def ask_answer(view: RemarkView, tr: Translator) -> Screen:
    """Ask the teacher for an answer in words."""
    leave = Button(tr.plain("home-cancel"), RemarkPress(remark=view.remark.id, leave=True))
    return Screen(tr("control-remark-ask-answer", text=clip(view.remark.text, QUOTED)), ((leave,),))


def ask_return(view: RemarkView, tr: Translator) -> Screen:
    """Ask the deputy until when it shall be put right now."""
    key = view.remark.id
    rows = _days(view.days, lambda day: ReturnRemarkPress(remark=key, day=number_of(day)), tr)
    leave = Button(tr.plain("home-cancel"), RemarkPress(remark=key))
    text = tr("control-remark-ask-return", teacher=view.remark.teacher_name.full, text=clip(view.remark.text, QUOTED))
    return Screen(text, (*rows, (leave,)))


def remark_list(value: RemarkList, number: int, tr: Translator) -> Screen:
    """Show open remarks, the earliest due first."""
    if not value.remarks:
        return Screen("\n\n".join((tr("control-remarks-title"), tr("control-remarks-none"))), (back(tr),))
    page = page_of(value.remarks, number, PAGE)
    text = "\n\n".join((tr("control-remarks-title"), *(_line(one, value.today, tr) for one in page.items)))
    rows = [(Button(_label(one, value.today, tr), RemarkPress(remark=one.id)),) for one in page.items]
    turning = pager_row(tr, page, lambda at: RemarksPress(school=value.school, page=at))
    return Screen(text, (*rows, *((turning,) if turning else ()), back(tr)))


def _line(one: ControlRemark, today: date, tr: Translator) -> Markup:
    values = {"teacher": one.teacher_name.initials, "text": clip(one.text, QUOTED), "sign": _sign(one, today, tr)}
    return tr("control-remarks-line", day=dates.day_short(tr, one.due_on), **values)


def _label(one: ControlRemark, today: date, tr: Translator) -> str:
    return tr.plain("control-remarks-label", teacher=one.teacher_name.initials, sign=_sign(one, today, tr))


def _sign(one: ControlRemark, today: date, tr: Translator) -> str:
    return tr.plain("control-sign-overdue" if one.overdue(today) else f"control-sign-{one.state.value}")
