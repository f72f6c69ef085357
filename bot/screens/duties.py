"""One's own duties: at the top of every home, as a list, one by one; pardons (NTF-5, BEY-9)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.callbacks import number_of
from bot.callbacks.board import BoardPress
from bot.callbacks.control import WriteRemarkPress
from bot.callbacks.duties import (
    DealPress,
    DonePress,
    DutyPress,
    EndPardonPress,
    MyDutiesPress,
    PardonPress,
    PardonUntilPress,
)
from bot.callbacks.home import HomePress
from bot.screen import Button, Screen
from bot.screens.home import Row
from bot.widgets.duty_buttons import about, back_to_board, place_of_work, place_to_look, same
from bot.widgets.duty_lines import brief_line, duty_line, is_late, reason_in_words, until_in_words
from bot.widgets.duty_words import subject_in_words
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.board import BoardOf
from core.model.duty import DutyState
from core.model.own_duties import PARDON_CODE, Deal, DutyCard, Line, Owed
from core.model.regulation import Matter, Proof
from locales import Markup, Translator, dates
from locales.clauses import cited

LINES_AT_HOME = 3
A_PAGE = 6
_CLIPS = (200, 100, 50, 25)
_LABEL = 60


def with_duties(screen: Screen, lines: Sequence[Line] | None, now: datetime, tr: Translator) -> Screen:
    """Put what is overdue and what is next above a home screen, with the way to all of it.

    Nothing owed says nothing; None is what is being reckoned just now.
    """
    label = tr.plain("duties-button-reckoned") if lines is None else tr.plain("duties-button", count=len(lines))
    button = (Button(label, MyDutiesPress()),)
    if not lines:
        return replace(screen, keyboard=(button, *screen.keyboard))
    count, late = len(lines), sum(is_late(each, now) for each in lines)
    first = [brief_line(tr, each, now) for each in lines[:LINES_AT_HOME]]
    text = "\n".join((tr("duties-block", count=count, late=late), *first))
    return replace(screen, text=f"{text}\n\n{screen.text}", keyboard=(button, *screen.keyboard))


def my_list(owed: Sequence[Owed], page: int, now: datetime, tr: Translator) -> Screen:
    """Show what one owes, six a page, each with its term and clause."""
    back = (Button(tr.plain("home-back"), HomePress()),)
    if not owed:
        return Screen(tr("duties-none"), (back,))
    some = page_of(owed, page, A_PAGE)
    numbered = list(enumerate(some.items, 1 + some.number * A_PAGE))
    late = sum(is_late(each.line, now) for each in owed)
    title = tr("duties-title", count=len(owed), late=late)
    text, _ = fitted(
        lambda limit: [title, *(duty_line(tr, each.line, now, number, limit) for number, each in numbered)],
        tr("duties-more"),
        _CLIPS,
    )
    rows = [(Button(_label(number, each, tr), about(DutyPress, each.duty)),) for number, each in numbered]
    turning = pager_row(tr, some, lambda to: MyDutiesPress(page=to))
    return Screen(text, tuple(row for row in (*rows, turning, back) if row))


def _label(number: int, each: Owed, tr: Translator) -> str:
    what = subject_in_words(tr, each.duty.subject, each.names)
    mark = tr.plain(f"duties-mark-{each.duty.state.value.replace('_', '-')}")
    title = tr.plain(f"rule-{each.duty.rule.title}")
    return clip(tr.plain("duties-label", number=number, mark=mark, about=what, title=title), _LABEL)


def card(value: DutyCard, now: datetime, tr: Translator, place: int = 0) -> Screen:
    """Show a duty with everything about it, and what may be done; somebody else's leads back to `place` on the board.

    What is done opens below, so that the card and the way back from it stay where they are.
    """
    owed = value.owed
    duty = owed.duty
    lines = [
        tr(
            "duties-card",
            title=tr(f"rule-{duty.rule.title}"),
            about=subject_in_words(tr, duty.subject, owed.names),
            state=duty.state.value,
            until=until_in_words(tr, duty.due_at, owed.zone, now),
            clause=cited(tr, (duty.rule.clause,)),
        )
    ]
    if not duty.rule.binding:
        lines.append(tr("duties-card-recommended"))
    if duty.aim_at is not None and duty.done_at is None and now < duty.aim_at:
        lines.append(tr("duties-card-aim", until=until_in_words(tr, duty.aim_at, owed.zone, now)))
    if duty.done_at is not None:
        lines.append(tr("duties-card-done", moment=_moment(duty.done_at, owed, now, tr)))
    lines.append(_holders(value, tr))
    if duty.pardon is not None:
        lines.append(_pardon_line(owed, tr))
    if value.mine and duty.done_at is None and duty.rule.proof is Proof.CONFIRMATION:
        notice = duty.rule.about in (Matter.NOTICE_WEEK, Matter.NOTICE_PERIOD)
        lines.append(tr("duties-card-by-notice" if notice else "duties-card-by-word"))
    return Screen("\n\n".join(line for line in lines if line), (*_doing(value, place, tr), _back(value, place, tr)))


def _moment(at: datetime, owed: Owed, now: datetime, tr: Translator) -> str:
    return dates.moment(tr, at, owed.zone, now.astimezone(owed.zone).date())


def _holders(value: DutyCard, tr: Translator) -> Markup:
    people = value.owed.names.people
    names = [people[person].name.initials for person in value.owed.duty.holders if person in people]
    return tr("duties-card-holders", names=", ".join(names)) if names else tr("duties-card-nobody")


def _pardon_line(owed: Owed, tr: Translator) -> Markup:
    pardon = owed.duty.pardon
    if owed.duty.state is not DutyState.PAUSED:
        return tr("duties-card-pardoned", reason=reason_in_words(tr, pardon.reason if pardon else None))
    if pardon is None or pardon.until is None:
        return tr("duties-card-pardon-open", reason=reason_in_words(tr, pardon.reason if pardon else None))
    last = (pardon.until - timedelta(microseconds=1)).astimezone(owed.zone).date()
    return tr("duties-card-pardon", reason=reason_in_words(tr, pardon.reason), until=dates.day_and_month(tr, last))


def _doing(value: DutyCard, place_on_board: int, tr: Translator) -> list[Row]:
    duty = value.owed.duty
    rows: list[Row] = []
    place = place_of_work(duty) if value.mine else place_to_look(duty)
    if place is not None:
        rows.append((Button(tr.plain("duties-do" if value.mine else "duties-look"), place, below=True),))
    if value.may_confirm:
        rows.append((Button(tr.plain("duties-done"), about(DonePress, duty)),))
    if value.may_reopen:
        rows.append((Button(tr.plain("duties-undone"), about(DonePress, duty, done=False)),))
    if value.may_pardon and duty.state is not DutyState.PAUSED:
        rows.append((Button(tr.plain("duties-pardon"), about(PardonPress, duty, board=place_on_board)),))
    if value.may_pardon and not value.mine and duty.holder is not None:
        rows.append((Button(tr.plain("duties-remark"), WriteRemarkPress(teacher=duty.holder)),))
    if value.may_pardon and duty.state is DutyState.PAUSED:
        rows.append((Button(tr.plain("duties-end-pardon"), about(EndPardonPress, duty)),))
    return rows


def _back(value: DutyCard, place: int, tr: Translator) -> Row:
    home = Button(tr.plain("home-back"), HomePress())
    if value.mine:
        return Button(tr.plain("duties-back"), MyDutiesPress()), home
    board = back_to_board(value.owed.duty, place) or BoardPress(school=value.school, of=BoardOf.OTHERS)
    return Button(tr.plain("duties-board-back"), board), home


def deals(value: DutyCard, tr: Translator, place: int = 0) -> Screen:
    """Ask the deputy why a duty is pardoned, and how much with it."""
    duty, covered = value.owed.duty, _covered(value)
    offered = [
        (Deal.ILLNESS, covered["person"]),
        (Deal.LONG_CHECK, ""),
        (Deal.POWER_CUT, ""),
        (Deal.POWER_CUT_KLASS, covered["klass"]),
        (Deal.POWER_CUT_RULE, ""),
        (Deal.OWN_WORDS, ""),
    ]
    needing = {Deal.ILLNESS, Deal.POWER_CUT_KLASS}
    rows = [
        (Button(clip(tr.plain(f"duties-deal-{deal}", name=name), _LABEL), about(DealPress, duty, deal=deal)),)
        for deal, name in offered
        if name or deal not in needing
    ]
    text = "\n\n".join((_named(value, tr), tr("duties-deals")))
    return Screen(text, (*rows, (Button(tr.plain("home-cancel"), about(DutyPress, duty, board=place)),)))


def until(press: DealPress, value: DutyCard, today: date, tr: Translator) -> Screen:
    """Ask until which day the duty waits, for the reason that was chosen."""
    friday = today + timedelta(days=(4 - today.weekday()) % 7)
    offered = [today, today + timedelta(days=1), friday, *(friday + timedelta(weeks=week) for week in (1, 2, 4))]
    days = [
        Button(dates.day_short(tr, day), same(PardonUntilPress, press, deal=press.deal, day=number_of(day)))
        for day in dict.fromkeys(offered)
    ]
    reason = tr("duties-until-reason", reason=reason_in_words(tr, f"{PARDON_CODE}{press.deal.value}"))
    covers = tr(f"duties-covers-{press.deal.value}", **_covered(value))
    parts = (_named(value, tr), f"{reason}\n{covers}", tr("duties-until"))
    return Screen("\n\n".join(parts), (*in_rows(days, 3), (_cancel(press, tr),)))


def _named(value: DutyCard, tr: Translator) -> Markup:
    duty, names = value.owed.duty, value.owed.names
    return tr("duties-named", title=tr(f"rule-{duty.rule.title}"), about=subject_in_words(tr, duty.subject, names))


def _covered(value: DutyCard) -> dict[str, str]:
    duty, names = value.owed.duty, value.owed.names
    klass = names.klasses.get(duty.subject.klass) if duty.subject.klass is not None else None
    holder = names.people.get(duty.holder) if duty.holder is not None else None
    return {"klass": klass.name if klass else "", "person": holder.name.initials if holder else ""}


def words_asked(press: DealPress, value: DutyCard, tr: Translator, *, again: bool = False) -> Screen:
    """Ask for one's own words and a day."""
    asked = tr("duties-words-again") if again else tr("duties-words")
    return Screen("\n\n".join((_named(value, tr), asked)), ((_cancel(press, tr),),))


def _cancel(press: DealPress, tr: Translator) -> Button:
    return Button(tr.plain("home-cancel"), same(DutyPress, press, leave=True))
