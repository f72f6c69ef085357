"""How the demo's people come in: with invitations, consent and confirmation, as everybody does."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar

from bot.app import App
from bot.sandbox.cast import CastMember
from bot.sandbox.demo.data import school
from bot.sandbox.demo.people import DemoGuardian, DemoStudent, Population
from core.model.entry import Issued
from core.model.ids import PersonId, SchoolId
from core.model.people import PersonName
from core.model.preferences import Telling, Topic
from core.rules.consent import CONSENT_VERSION, text_hash
from core.rules.invitations import hash_code
from core.storage.work import Work
from core.usecases.account import Choose, choose
from core.usecases.consent import AcceptConsent, accept_consent
from core.usecases.entry import (
    ClaimStaff,
    ConfirmStaff,
    Redeem,
    WaitingStaff,
    claim_staff,
    confirm_staff,
    redeem,
    waiting_staff,
)
from core.usecases.invitations import IssueInvitations, SchoolBoard, issue_invitations, school_board
from core.usecases.preferences import ChooseTelling, choose_telling

C = TypeVar("C")
R = TypeVar("R")

FIRST_ACCOUNT = 7_000_001


class Registry:
    """Codes of people, their Telegram ids, and who has come in."""

    def __init__(self, app: App, people: Population, school_id: SchoolId) -> None:
        """Nobody has come in yet."""
        self._app = app
        self._school = school_id
        self._names = {code: PersonName(*rest[:3]).full for code, *rest in school()["staff"]["people"]}
        everybody: list[DemoStudent | DemoGuardian] = [*people.students, *people.guardians]
        for person in everybody:
            self._names[person.code] = PersonName(person.family, person.given, person.patronymic).full
        self._telegram: dict[str, int] = {}
        self._codes: dict[str, list[str]] = {}
        self._invited: dict[str, PersonId] = {}

    def telegram(self, code: str) -> int:
        """Give the Telegram id of a person by the school's code; the cast's people with two codes have one id."""
        together = next((one["people"] for one in school()["cast"] if code in one["people"]), [code])
        return self._telegram.setdefault(together[0], FIRST_ACCOUNT + len(self._telegram))

    async def _change(self, code: str | None, usecase: Callable[[Work, C], Awaitable[R]], command: C) -> R:
        telegram = self.telegram(code) if code is not None else None
        async with self._app.works.changing(telegram) as work:
            return await usecase(work, command)

    async def admit_staff(self) -> None:
        """Let all the staff in: the administrator by a code of the command line, the others confirmed by them."""
        sheet = await self._change(None, issue_invitations, self._issue(staff_of=self._school))
        self._keep(sheet.issued)
        staff = [code for code, *_ in school()["staff"]["people"]]
        administrator = self._administrator()
        for code in [administrator, *(one for one in staff if one != administrator)]:
            await self._enter(code)
        waiting = await self._change(administrator, waiting_staff, WaitingStaff(self._school))
        for one in waiting.entries:
            await self._change(administrator, confirm_staff, ConfirmStaff(one.binding))

    async def admit_families(self) -> None:
        """Invite every class and let the families of the cast in, but for those who are yet to come."""
        administrator = self._administrator()
        for klass in await self._change(administrator, school_board, SchoolBoard(self._school)):
            sheet = await self._change(administrator, issue_invitations, self._issue(klass=klass.klass))
            self._keep(sheet.issued)
        for one in school()["cast"]:
            if not one.get("invited", False):
                await self._admit(one["people"])
                await self._choose_evenings(one)

    async def cast(self) -> list[CastMember]:
        """Give everybody whose chat can be opened, with a code from today for who is yet to come."""
        return [await self._member(one) for one in school()["cast"]]

    async def _admit(self, people: list[str]) -> None:
        for code in people:
            if self._name(code) in self._codes:
                await self._enter(code)
        await self._look_at(people[0])

    async def _choose_evenings(self, one: dict[str, Any]) -> None:
        """Some want the evening's digest of some topics rather than each thing at once."""
        async with self._app.works.reading(self.telegram(one["people"][0])) as work:
            children = sorted({child for each in work.actor.capacities for child in each.children})
        for child in children:
            for topic in one.get("evening", ()):
                command = ChooseTelling(child, Topic(topic), Telling.DIGEST)
                await self._change(one["people"][0], choose_telling, command)

    async def _member(self, one: dict[str, Any]) -> CastMember:
        first = one["people"][0]
        start = await self._fresh_code(first) if one.get("invited", False) else None
        return CastMember(self.telegram(first), self._shown(first), one["caption"], one["group"], start)

    async def _fresh_code(self, code: str) -> str:
        command = self._issue(person=self._invited[self._name(code)])
        sheet = await self._change(self._administrator(), issue_invitations, command)
        return str(sheet.issued[0].code)

    async def _look_at(self, code: str) -> None:
        async with self._app.works.reading(self.telegram(code)) as work:
            person = next(one.person for one in work.actor.capacities if one.name == self._name(code))
        await self._change(code, choose, Choose(focus=person))

    async def _enter(self, code: str) -> None:
        shown = text_hash(self._app.translators["ru"]("consent-text"))
        await self._change(code, accept_consent, AcceptConsent(CONSENT_VERSION, shown))
        typed = self._codes[self._name(code)].pop(0)
        if not self._codes[self._name(code)]:
            del self._codes[self._name(code)]
        entrance = await self._change(code, redeem, Redeem(hash_code(typed, self._app.services.pepper)))
        if entrance.claim is not None:
            await self._change(code, claim_staff, ClaimStaff(entrance.claim.invitation, mine=True))

    def _issue(self, **whom: Any) -> IssueInvitations:
        return IssueInvitations(self._app.services.pepper, **whom)

    def _keep(self, issued: Iterable[Issued]) -> None:
        for one in issued:
            self._codes.setdefault(one.invitee.name.full, []).append(one.code)
            self._invited[one.invitee.name.full] = one.invitee.person

    def _administrator(self) -> str:
        return str(school()["staff"]["administrator"])

    def _name(self, code: str) -> str:
        return self._names[code]

    def _shown(self, code: str) -> str:
        family, given, *_ = self._names[code].split()
        return f"{given} {family}"
