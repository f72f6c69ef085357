"""`diary regulation set | unset | choose | try`: what a school changes of its regulation, what another would ask."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from datetime import date, datetime

from bot.app import App, open_app
from bot.cli.words import say, words
from bot.settings import load_settings
from bot.widgets.terms import due_in_words, holders_in_words
from core.model.duty import Duty, DutyState
from core.model.errors import Refusal
from core.model.ids import SchoolId
from core.model.lived import Lived
from core.model.overlay import Field, Setting
from core.model.regulation import Rule
from core.model.school import Preset
from core.rules.calendar import day_end
from core.storage.queries import duties as schools
from core.usecases.duty_list import DutiesAt, duties_at
from core.usecases.regulation import (
    ChangeRow,
    ChooseSetting,
    ReadRegulation,
    change_row,
    choose_setting,
    read_regulation,
)
from locales.clauses import cited


def add_commands(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands that a school's own regulation is changed and tried by."""
    change = _command(actions, "set", "overlay-cli-set", _set)
    change.add_argument("row", metavar="ROW", help=words().plain("overlay-cli-row"))
    change.add_argument("field", choices=[field.value for field in Field], help=words().plain("overlay-cli-field"))
    change.add_argument("value", metavar="VALUE", help=words().plain("overlay-cli-value"))
    back = _command(actions, "unset", "overlay-cli-unset", _unset)
    back.add_argument("row", metavar="ROW", help=words().plain("overlay-cli-row"))
    back.add_argument("field", nargs="?", choices=[field.value for field in Field])
    choose = _command(actions, "choose", "overlay-cli-choose", _choose)
    choose.add_argument("setting", choices=[setting.value for setting in Setting])
    choose.add_argument("value", metavar="VALUE", help=words().plain("overlay-cli-value"))
    other = _command(actions, "try", "overlay-cli-try", _try)
    other.add_argument("preset", choices=[which.value for which in Preset])
    other.add_argument("--date", type=date.fromisoformat, default=None, help=words().plain("overlay-cli-date"))
    other.add_argument("--json", action="store_true", help=words().plain("regulation-json"))


def _command(
    actions: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    about: str,
    act: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=words().plain(about))
    parser.add_argument("--school", type=int, default=None, help=words().plain("overlay-cli-school"))
    parser.set_defaults(act=act)
    return parser


def with_school(school: int | None, act: Callable[[App, SchoolId], Awaitable[int]]) -> int:
    """Run a command for the school that is named, or for the only one there is; a refusal is told, and gives 1."""
    return asyncio.run(_opened(school, act))


async def _opened(school: int | None, act: Callable[[App, SchoolId], Awaitable[int]]) -> int:
    app = await open_app(load_settings())
    try:
        async with app.works.reading() as work:
            known = await work.run(schools.schools)
        wanted = [one.id for one in known if school in (None, one.id)]
        if len(wanted) != 1:
            say("overlay-cli-which", to=sys.stderr, schools=", ".join(f"{one.id} {one.short_name}" for one in known))
            return 1
        return await act(app, wanted[0])
    except Refusal as refusal:
        values = {name: value for name, value in refusal.values.items() if isinstance(value, str | int)}
        say(f"error-{refusal.code}", to=sys.stderr, **values)
        return 1
    finally:
        await app.close()


def _set(arguments: argparse.Namespace) -> int:
    async def act(app: App, school: SchoolId) -> int:
        command = ChangeRow(school, arguments.row, Field(arguments.field), arguments.value)
        async with app.works.changing() as work:
            _tell_row(await change_row(work, command), arguments.row)
        return 0

    return with_school(arguments.school, act)


def _unset(arguments: argparse.Namespace) -> int:
    async def act(app: App, school: SchoolId) -> int:
        command = ChangeRow(school, arguments.row, Field(arguments.field) if arguments.field else None)
        async with app.works.changing() as work:
            _tell_row(await change_row(work, command), arguments.row)
        return 0

    return with_school(arguments.school, act)


def _choose(arguments: argparse.Namespace) -> int:
    async def act(app: App, school: SchoolId) -> int:
        async with app.works.changing() as work:
            await choose_setting(work, ChooseSetting(school, Setting(arguments.setting), arguments.value))
        say("overlay-cli-chosen", setting=arguments.setting, value=arguments.value)
        return 0

    return with_school(arguments.school, act)


def _tell_row(known: Lived, target: str) -> None:
    held = [f"{field.value} = {value}" for field, value in known.deviations(target).items()]
    if held:
        say("overlay-cli-now", row=target, changes=", ".join(held))
    else:
        say("overlay-cli-text", row=target)


def _try(arguments: argparse.Namespace) -> int:
    async def act(app: App, school: SchoolId) -> int:
        async with app.works.reading() as work:
            known = await read_regulation(work, ReadRegulation(school))
            at = day_end(arguments.date, known.school.zone) if arguments.date else work.now
            now = await duties_at(work, DutiesAt(school, at))
            other = await duties_at(work, DutiesAt(school, at, Preset(arguments.preset)))
        overdue = [duty for duty in other if duty.state is DutyState.OVERDUE]
        if arguments.json:
            print(json.dumps([_data(duty) for duty in overdue], ensure_ascii=False, indent=2))
            return 0
        _tell_tried(known, Preset(arguments.preset), at, now, overdue)
        return 0

    return with_school(arguments.school, act)


def _tell_tried(known: Lived, which: Preset, at: datetime, now: Iterable[Duty], overdue: list[Duty]) -> None:
    tr = words()
    say(
        "overlay-cli-tried",
        own=tr(f"regulation-name-{known.school.preset}"),
        other=tr(f"regulation-name-{which}"),
        at=at.astimezone(known.school.zone).strftime("%d.%m.%Y %H:%M"),
        before=sum(duty.state is DutyState.OVERDUE for duty in now),
        after=len(overdue),
    )
    counted = Counter(duty.rule for duty in overdue)
    for rule, count in counted.most_common():
        print(_tried_line(rule, count))


def _tried_line(rule: Rule, count: int) -> str:
    tr = words()
    return tr.plain(
        "overlay-cli-tried-line",
        count=count,
        title=tr(f"rule-{rule.title}"),
        term=due_in_words(tr, rule),
        holders=holders_in_words(tr, rule.holders),
        clause=cited(tr, (rule.clause,)),
    )


def _data(duty: Duty) -> dict[str, object]:
    return {
        "rule": duty.rule.id,
        "clause": duty.rule.clause,
        "holders": duty.holders,
        "subject": duty.subject.key,
        "opened": duty.opened_at.isoformat(),
        "due": duty.due_at.isoformat(),
    }
