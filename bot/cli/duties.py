"""`diary duties --at INSTANT [--preset …] [--json]`: every duty of a school at an instant, with its clause (REG-2)."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from bot.app import App
from bot.cli.group import Subparsers
from bot.cli.school_regulation import with_school
from bot.cli.words import say, words
from bot.widgets.duty_words import subject_in_words
from bot.widgets.terms import holder_in_words
from core.model.duty import Duty, DutyState, Pardon
from core.model.duty_sheet import DutyNames, DutySheet
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.school import Preset, School
from core.storage.queries import duties as schools
from core.storage.queries import duty_names
from core.usecases.duty_list import DutiesAt
from core.usecases.duty_sheet import duty_sheet
from locales.clauses import cited


def register(subparsers: Subparsers) -> None:
    """Add the command."""
    duties = subparsers.add_parser("duties", help=words().plain("duty-sheet-about"))
    duties.add_argument("--at", type=datetime.fromisoformat, default=None, help=words().plain("duty-sheet-at"))
    duties.add_argument("--preset", choices=[which.value for which in Preset], help=words().plain("duty-sheet-preset"))
    duties.add_argument("--school", type=int, default=None, help=words().plain("overlay-cli-school"))
    duties.add_argument("--person", default=None, metavar="CODE", help=words().plain("duty-sheet-person"))
    duties.add_argument("--class", dest="klass", default=None, help=words().plain("duty-sheet-klass"))
    duties.add_argument("--rule", action="append", default=[], metavar="ID", help=words().plain("duty-sheet-rule"))
    states = [state.value for state in DutyState]
    duties.add_argument("--state", action="append", choices=states, help=words().plain("duty-sheet-state"))
    duties.add_argument("--from", dest="first", type=date.fromisoformat, help=words().plain("duty-sheet-from"))
    duties.add_argument("--to", dest="last", type=date.fromisoformat, help=words().plain("duty-sheet-to"))
    duties.add_argument("--json", action="store_true", help=words().plain("regulation-json"))
    duties.set_defaults(act=_duties)


def _duties(arguments: argparse.Namespace) -> int:
    async def act(app: App, school: SchoolId) -> int:
        async with app.works.reading() as work:
            known = (await work.run(schools.schools, [school]))[0]
            person = await work.run(duty_names.person_of, school, arguments.person) if arguments.person else None
            klass = await work.run(duty_names.klass_of, school, arguments.klass) if arguments.klass else None
            if (arguments.person and person is None) or (arguments.klass and klass is None):
                say("duty-sheet-unknown", to=sys.stderr, wanted=arguments.person or arguments.klass)
                return 1
            sheet = await duty_sheet(work, _command(arguments, known, person, klass))
        _tell(sheet, _chosen(sheet, arguments.state), arguments.json)
        return 0

    return with_school(arguments.school, act)


def _command(arguments: argparse.Namespace, school: School, person: PersonId | None, klass: KlassId | None) -> DutiesAt:
    at: datetime | None = arguments.at
    return DutiesAt(
        school=school.id,
        at=at.replace(tzinfo=school.zone) if at is not None and at.tzinfo is None else at,
        preset=Preset(arguments.preset) if arguments.preset else None,
        person=person,
        klass=klass,
        rules=frozenset(arguments.rule) or None,
        first=arguments.first,
        last=arguments.last,
    )


def _chosen(sheet: DutySheet, states: Sequence[str] | None) -> list[Duty]:
    return [duty for duty in sheet.duties if not states or duty.state.value in states]


def _tell(sheet: DutySheet, duties: Sequence[Duty], as_json: bool) -> None:
    zone = sheet.school.zone
    if as_json:
        print(json.dumps([as_data(duty, sheet.names, zone) for duty in duties], ensure_ascii=False, indent=2))
        return
    at = sheet.at.astimezone(zone)
    say("duty-sheet-heading", school=sheet.school.short_name, at=f"{at:%d.%m.%Y %H:%M}", count=len(duties))
    for duty in duties:
        print(_line(duty, sheet.names, zone))


def _line(duty: Duty, names: DutyNames, zone: tzinfo) -> str:
    tr = words()
    holders = ", ".join(names.people[person].name.initials for person in duty.holders if person in names.people)
    roles = ", ".join(holder_in_words(tr, role).plain for role in duty.rule.holders)
    return tr.plain(
        "duty-sheet-line",
        state=tr.plain(f"duty-sheet-state-{duty.state.value.replace('_', '-')}"),
        due=_until(duty.due_at.astimezone(zone)),
        title=tr(f"rule-{duty.rule.title}"),
        subject=subject_in_words(tr, duty.subject, names),
        holders=holders or roles,
        clause=cited(tr, (duty.rule.clause,)),
    )


def _until(due: datetime) -> str:
    """A day's end is said of that day, not as the next one's midnight."""
    if due.time() == time():
        return f"{due - timedelta(days=1):%d.%m.%Y} 24:00"
    return f"{due:%d.%m.%Y %H:%M}"


def as_data(duty: Duty, names: DutyNames, zone: tzinfo) -> dict[str, object]:
    """Give a duty as plain values for JSON; instants in the school's zone with its offset."""
    rule = duty.rule
    return {
        "rule": rule.id,
        "title": words().plain(f"rule-{rule.title}"),
        "clause": rule.clause,
        "about": rule.about,
        "binding": rule.binding,
        "each": rule.each,
        "roles": rule.holders,
        "holders": [_holder(duty, person, names) for person in duty.holders],
        "subject": _subject(duty, names),
        "opened": _instant(duty.opened_at, zone),
        "aim": _instant(duty.aim_at, zone),
        "due": _instant(duty.due_at, zone),
        "done": _instant(duty.done_at, zone),
        "done_at": _instant(duty.done_at, zone),
        "state": duty.state,
        "pardon": _pardon(duty.pardon, zone) if duty.pardon else None,
    }


def _holder(duty: Duty, person: PersonId, names: DutyNames) -> dict[str, object]:
    known = names.people.get(person)
    acts = next((role for role in duty.rule.holders if known and role in known.roles), duty.rule.holders[0])
    return {
        "id": person,
        "code": known.code if known else None,
        "name": known.name.full if known else None,
        "role": acts,
    }


def _subject(duty: Duty, names: DutyNames) -> dict[str, object]:
    subject = duty.subject
    klass = names.klasses.get(subject.klass) if subject.klass is not None else None
    person = names.people.get(subject.person) if subject.person is not None else None
    named: dict[str, object] = {
        "lesson": subject.lesson,
        "number": names.lessons.get(subject.lesson) if subject.lesson is not None else None,
        "work": subject.work,
        "class": klass.name if klass else None,
        "grade": klass.grade if klass else None,
        "subject": names.subjects.get(subject.subject) if subject.subject is not None else None,
        "group": names.groups.get(subject.group) or None if subject.group is not None else None,
        "group_id": subject.group,
        "class_id": subject.klass,
        "person": person.code if person else None,
        "person_id": subject.person,
        "period": names.periods.get(subject.period) if subject.period is not None else None,
        "period_id": subject.period,
        "cycle": subject.cycle,
        "day": subject.day.isoformat() if subject.day else None,
        "thing": subject.number,
    }
    kept = {name: value for name, value in named.items() if value is not None}
    text = subject_in_words(words(), subject, names)
    return {"kind": subject.kind, "key": subject.key, "text": text, **kept}


def _pardon(pardon: Pardon, zone: tzinfo) -> dict[str, object]:
    since, until = _instant(pardon.since, zone), _instant(pardon.until, zone)
    return {"id": pardon.id, "reason": pardon.reason, "since": since, "until": until}


def _instant(at: datetime | None, zone: tzinfo) -> str | None:
    return None if at is None else at.astimezone(zone).isoformat(timespec="seconds")
