"""What all letters of a batch share: schools, the children they are about, what was told before; and how texts fit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.model.ids import PersonId, SchoolId
from core.model.people import Sex
from core.storage.gateways.outbox import Draft, Item
from core.storage.queries import letters
from core.storage.queries.letters import Head, Told, ToldKey
from core.storage.work import Work
from core.usecases.duties import SchoolYear, school_years
from locales import Markup, Translator, Translators
from locales.dates import day_and_month
from notifications.letter import Buttons, Letter, LetterButton, LetterFile, LetterKind

TEXT_LIMIT = 3800
"""Telegram takes 4096 UTF-16 units after the tags are parsed; the rest is for the first and the last line."""

BUTTONS_IN_ROW = 2


@dataclass(frozen=True, slots=True)
class Context:
    """Everything about a batch that doesn't depend on the kind of letter."""

    translators: Translators
    now: datetime
    years: Mapping[SchoolId, SchoolYear]
    heads: Mapping[PersonId, Head]
    told: Mapping[ToldKey, Told]

    def words(self, draft: Draft) -> Translator:
        """Give the words of the reader's language."""
        return self.translators[draft.language]

    def year(self, draft: Draft) -> SchoolYear:
        """Give the school a letter comes from."""
        assert draft.school is not None  # noqa: S101 - every letter that is composed comes from a school
        return self.years[draft.school]

    def today(self, draft: Draft) -> date:
        """Give the school's day."""
        return self.year(draft).today(self.now)

    def sex(self, draft: Draft) -> str:
        """Give the sex of the child a letter is about, as texts choose by it."""
        head = self.heads.get(draft.student) if draft.student else None
        return (head.sex if head else Sex.UNKNOWN).value

    def items(self, draft: Draft, kind: LetterKind) -> Iterable[Item]:
        """Give the items of a letter that are of one kind: after a long silence a letter has several kinds."""
        return (item for item in draft.items if item.kind == kind.value)

    def before(self, draft: Draft, item: Item) -> Told | None:
        """Give what this reader was told of the same thing before."""
        return self.told.get(ToldKey(draft.account, draft.student, item.kind, item.subject))


async def gather(work: Work, translators: Translators, drafts: Sequence[Draft]) -> Context:
    """Read what letters of all kinds need; four statements, however many letters."""
    years = await school_years(work, {draft.school for draft in drafts if draft.school})
    students = {draft.student for draft in drafts if draft.student}
    students |= {PersonId(student) for draft in drafts for student in draft.payload.get("students", ())}
    heads = await work.run(letters.heads, students)
    items = {(item.kind, item.subject) for draft in drafts for item in draft.items}
    ids, accounts = [draft.id for draft in drafts], {draft.account for draft in drafts}
    return Context(translators, work.now, years, heads, await work.run(letters.told, ids, accounts, items))


@dataclass(frozen=True, slots=True)
class Section:
    """What a letter to a family says of one kind of thing; several sections make one letter after a long silence.

    `forms` are rows of answers, which stand above the ways to other screens.
    """

    lines: tuple[Markup, ...]
    told: tuple[tuple[int, str], ...]
    buttons: tuple[LetterButton, ...]
    closing: Markup | None = None
    forms: Buttons = ()
    reply_to: int | None = None
    silent: bool = False
    files: tuple[LetterFile, ...] = ()


def joined(ctx: Context, draft: Draft, sections: Sequence[Section]) -> Letter | None:
    """Give the letter of all sections, below the line that names child and class; None when there is nothing to say."""
    if not sections or draft.student is None:
        return None
    tr = ctx.words(draft)
    buttons = {(button.act, button.ids[0]): button for section in sections for button in section.buttons}
    row, forms = tuple(buttons.values()), (line for section in sections for line in section.forms)
    return Letter(
        text=fitted(
            tr,
            head_line(tr, ctx.heads.get(draft.student)),
            (line for section in sections for line in section.lines),
            next((section.closing for section in sections if section.closing), None),
        ),
        buttons=(*forms, *((row,) if len(row) <= BUTTONS_IN_ROW else ((button,) for button in row))),
        told=tuple(pair for section in sections for pair in section.told),
        reply_to=next((section.reply_to for section in sections if section.reply_to), None),
        silent=all(section.silent for section in sections),
        files=tuple(file for section in sections for file in section.files),
    )


def head_line(tr: Translator, head: Head | None) -> Markup:
    """Give the first line of a letter to a family: child and class (NTF-11)."""
    if head is None:
        return Markup("")
    if not head.klass:
        return tr("notice-head-no-class", name=head.name.spoken)
    return tr("notice-head", klass=head.klass, name=head.name.spoken)


def when(tr: Translator, day: date, today: date) -> Markup:
    """Give «за 14 октября» with a comma before it, nothing for today."""
    return Markup("") if day == today else tr("notice-of-day", day=day_and_month(tr, day))


def fitted(tr: Translator, first: Markup, lines: Iterable[Markup], last: Markup | None = None) -> Markup:
    """Put lines below a first one, as many as a message takes; the rest is counted in words."""
    kept, room, left = [first], TEXT_LIMIT, 0
    for line in lines:
        room -= units(line)
        if room < 0:
            left += 1
        else:
            kept.append(line)
    if left:
        kept.append(tr("notice-more", count=left))
    if last:
        kept.append(last)
    return Markup("\n".join(kept))


def units(line: Markup) -> int:
    """Give how much of a message a line takes, its end included: UTF-16 units without the tags."""
    return len(line.plain.encode("utf-16-le")) // 2 + 1
