"""What a person chooses of being told: topics of each child, quiet hours, the digest's hour (NTF-3, NTF-11)."""

from dataclasses import dataclass, replace
from datetime import time

from core.model.access import Action, Permit, Relation, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.diary import Child
from core.model.errors import Forbidden, Refusal
from core.model.ids import AccountId, PersonId
from core.model.people import Role
from core.model.preferences import ChildTopics, Hours, Overview, Quiet, Telling, Tellings, Topic
from core.regulation.overlay import effective
from core.rules.access import require
from core.rules.preferences import (
    CHOICES,
    QUIET_BEGINS,
    QUIET_ENDS,
    clause_for,
    default,
    may_digest_at,
    with_quiet,
)
from core.storage.gateways import preferences as gateway
from core.storage.queries import children, duties
from core.storage.work import Work
from core.usecases.children import Opened, open_diary
from core.usecases.reaching import NOWHERE


@dataclass(frozen=True, slots=True)
class ShowPreferences:
    """What the account may choose."""


async def show_preferences(work: Work, _command: ShowPreferences) -> Overview:
    """Give the account's children and its hours. Raises Stranger, ConsentNeeded."""
    account, _ = _acting(work)
    family = await work.run(children.children, _family(work))
    return Overview(family, await _hours(work, account))


def _acting(work: Work) -> tuple[AccountId, Permit]:
    """Give the account with the permit to choose for itself. Raises Stranger, ConsentNeeded, Forbidden."""
    actor = work.actor
    me = next((each for each in actor.capacities if each.person == actor.focus), next(iter(actor.capacities), None))
    subject = Subject(me.school, person=me.person) if me else Subject(NOWHERE)
    permit = require(actor, Action.PREFERENCES_SET, subject)
    if actor.account is None:
        raise Forbidden(Action.PREFERENCES_SET)
    return actor.account, permit


def _family(work: Work) -> frozenset[PersonId]:
    """Give the children whom an account is told of, oneself included."""
    own = {each.person for each in work.actor.capacities if each.role is Role.STUDENT}
    return frozenset(own.union(*(each.children for each in work.actor.capacities if each.role is Role.GUARDIAN)))


async def _hours(work: Work, account: AccountId) -> Hours:
    return (await work.run(gateway.hours, (account,))).get(account, Hours())


@dataclass(frozen=True, slots=True)
class ShowTopics:
    """How the account is told of a child."""

    child: PersonId


async def show_topics(work: Work, command: ShowTopics) -> ChildTopics:
    """Give every topic as it is chosen now. Raises Forbidden."""
    account, opened = await _open(work, command.child)
    return await _topics(work, account, opened)


async def _open(work: Work, child: PersonId) -> tuple[AccountId, Opened]:
    opened = await open_diary(work, child, Action.PREFERENCES_SET)
    if work.actor.account is None:
        raise Forbidden(Action.PREFERENCES_SET)
    return work.actor.account, opened


async def _topics(work: Work, account: AccountId, opened: Opened) -> ChildTopics:
    child = opened.child
    preferences = await work.run(gateway.some, (account,))
    school = (await work.run(duties.schools, [child.school]))[0]
    regulation = effective(school.preset, school.overrides)
    own = opened.permit.relation is Relation.SELF
    chosen = preferences.tellings.get((account, child.id), {})
    tellings = {topic: _telling(chosen, topic, own=own) for topic in Topic}
    clauses = {topic: clause_for(topic, regulation) for topic in Topic if Telling.OFF not in CHOICES[topic]}
    return ChildTopics(
        child=child,
        tellings=tellings,
        clauses=clauses,
        hours=preferences.hours_of(account),
        own=own,
        others=len(_family(work) - {child.id}),
        publication=school.publication,
    )


def _telling(chosen: Tellings, topic: Topic, *, own: bool) -> Telling:
    telling = chosen.get(topic)
    return telling if telling in CHOICES[topic] else default(topic, own=own)


@dataclass(frozen=True, slots=True)
class ChooseTelling:
    """How to be told of a topic about a child."""

    child: PersonId
    topic: Topic
    telling: Telling


async def choose_telling(work: Work, command: ChooseTelling) -> ChildTopics:
    """Keep the choice for this account alone; what waits already goes as it was promised, but what is off.

    Raises Forbidden; Refusal "telling-mandatory" (`topic`, `clause`) for what the school has to tell.
    """
    account, opened = await _open(work, command.child)
    before = await _topics(work, account, opened)
    if command.telling not in CHOICES[command.topic]:
        raise Refusal("telling-mandatory", topic=command.topic.value, clause=before.clauses.get(command.topic, ""))
    if before.tellings[command.topic] is command.telling:
        return before
    chosen = {command.topic: command.telling}
    await work.run(gateway.put_tellings, account, (opened.child.id,), chosen, work.now)
    await work.audit(opened.permit, _entry(account, opened.child, before.tellings, chosen))
    return replace(before, tellings={**before.tellings, **chosen})


def _entry(account: AccountId, child: Child, before: Tellings, after: Tellings) -> AuditEntry:
    changed = [topic for topic in after if before.get(topic) is not after[topic]]
    return AuditEntry(
        AuditKind.PREFERENCE_CHOSEN,
        account,
        before=_written({topic: before[topic] for topic in changed if topic in before}),
        after=_written({topic: after[topic] for topic in changed}),
        student=child.id,
    )


def _written(tellings: Tellings) -> str:
    return ",".join(f"{topic.value}:{telling.value}" for topic, telling in tellings.items())


@dataclass(frozen=True, slots=True)
class CopyTellings:
    """The other children are to be told of as this one is."""

    child: PersonId


async def copy_tellings(work: Work, command: CopyTellings) -> ChildTopics:
    """Choose for every other child of the account what is chosen for this one. Raises Forbidden."""
    account, opened = await _open(work, command.child)
    shown = await _topics(work, account, opened)
    for other in sorted(_family(work) - {opened.child.id}):
        _, sibling = await _open(work, other)
        before = await _topics(work, account, sibling)
        if before.tellings != shown.tellings:
            await work.run(gateway.put_tellings, account, (other,), shown.tellings, work.now)
            await work.audit(sibling.permit, _entry(account, sibling.child, before.tellings, shown.tellings))
    return shown


@dataclass(frozen=True, slots=True)
class ChooseQuiet:
    """Hours (0..23) in which nothing is to ring, both None: at no hour."""

    begins: int | None
    ends: int | None


async def choose_quiet(work: Work, command: ChooseQuiet) -> Overview:
    """Keep the account's quiet hours; a digest that would come in them moves before their beginning.

    Raises Stranger, ConsentNeeded, Refusal "quiet-hours" for hours that are no evening and morning.
    """
    account, permit = _acting(work)
    quiet = _quiet(command)
    before = await _hours(work, account)
    return await _keep(work, account, permit, (before, with_quiet(before, quiet)))


def _quiet(command: ChooseQuiet) -> Quiet | None:
    if command.begins is None and command.ends is None:
        return None
    if command.begins not in QUIET_BEGINS or command.ends not in QUIET_ENDS:
        raise Refusal("quiet-hours")
    return Quiet(time(command.begins), time(command.ends))


async def _keep(work: Work, account: AccountId, permit: Permit, hours: tuple[Hours, Hours]) -> Overview:
    before, after = hours
    if before != after:
        await work.run(gateway.put_hours, account, after, work.now)
        texts = [_hours_text(each) for each in hours]
        await work.audit(permit, AuditEntry(AuditKind.PREFERENCE_CHOSEN, account, before=texts[0], after=texts[1]))
    return Overview(await work.run(children.children, _family(work)), after)


def _hours_text(hours: Hours) -> str:
    quiet = f"{hours.quiet.begins:%H}-{hours.quiet.ends:%H}" if hours.quiet else "none"
    return f"quiet:{quiet},digest:{hours.digest:%H}"


@dataclass(frozen=True, slots=True)
class ChooseDigest:
    """The hour of the evening's digest."""

    hour: int


async def choose_digest(work: Work, command: ChooseDigest) -> Overview:
    """Keep the hour. Raises Stranger, ConsentNeeded, Refusal "digest-hour" for one by day or in the quiet hours."""
    account, permit = _acting(work)
    before = await _hours(work, account)
    if not may_digest_at(command.hour, before.quiet):
        raise Refusal("digest-hour")
    return await _keep(work, account, permit, (before, replace(before, digest=time(command.hour))))
