"""Evening receipts: what was written under a name; and the day's seal for head and deputies (BEY-4)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.model.audit import AuditKind
from core.model.ids import PersonId
from core.model.people import PersonName
from core.model.scrutiny import LessonName
from core.rules.receipts import kind_code, proof_code
from core.storage.gateways.outbox import Draft
from core.storage.queries import trail
from core.storage.queries.trail import TrailEntry
from core.storage.work import Work
from locales import Markup, Translator
from locales.dates import day_and_month, day_short
from notifications.compose.context import Context, fitted
from notifications.letter import Act, Letter, LetterButton

_CHANGES = (AuditKind.MARK_CORRECTED, AuditKind.MARK_WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Facts:
    """Entries by letter, with the names of what they are about."""

    entries: Mapping[int, Sequence[TrailEntry]]
    lessons: Mapping[int, LessonName]
    names: Mapping[PersonId, PersonName]


async def read(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> Callable[[Context, Draft], Letter | None]:
    """Read what was written under the names of the readers; gives what makes a letter of each draft."""
    entries: dict[int, list[TrailEntry]] = defaultdict(list)
    # Receipts of one school and evening share their bounds, so there is one statement for all of them.
    spans: dict[tuple[int, int, int, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.school is not None:
            span = (draft.school, draft.payload["after"], draft.payload["until"], draft.payload["begins"])
            spans[span].append(draft)
    for (_, after, until, begins), some in spans.items():
        people = {draft.person for draft in some if draft.person}
        school = some[0].school
        assert school is not None  # noqa: S101 - only drafts of schools were put there
        found = await work.run(trail.written, school, after, until, datetime.fromisoformat(begins), people)
        for draft in some:
            entries[draft.id] = [entry for entry in found if entry.person == draft.person]
    flat = [entry for some in entries.values() for entry in some]
    lessons = await work.run(trail.lessons, {entry.lesson for entry in flat if entry.lesson})
    names = await work.run(trail.names, {entry.student for entry in flat if entry.student})
    return lambda ctx, draft: receipt(ctx, draft, Facts(entries, lessons, names))


def receipt(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    """Give the evening's receipt: a line for each lesson, each changed mark with its code, what else was done."""
    entries = facts.entries.get(draft.id, ())
    if not entries:
        return None
    tr = ctx.words(draft)
    day = day_and_month(tr, date.fromisoformat(draft.payload["day"]))
    taught = any(entry.lesson in facts.lessons for entry in entries)
    hint = Markup("\n".join((*((tr("receipt-whole"),) if taught else ()), tr("receipt-hint"))))
    text = fitted(tr, tr("receipt-title", day=day), _lines(tr, entries, facts), hint)
    lessons = (LetterButton("receipt-button-day", Act.TODAY),) if taught else ()
    return Letter(text, ((*lessons, LetterButton("receipt-button-lost", Act.REPORT_LOST)),))


def _lines(tr: Translator, entries: Sequence[TrailEntry], facts: Facts) -> Iterable[Markup]:
    of_lesson: dict[int | None, list[TrailEntry]] = defaultdict(list)
    for entry in entries:
        of_lesson[entry.lesson if entry.lesson in facts.lessons else None].append(entry)
    for lesson, some in of_lesson.items():
        deeds = ", ".join(_counted(tr, some))
        yield (
            tr("receipt-line", what=_lesson(tr, facts.lessons[lesson]), deeds=deeds)
            if lesson
            else tr("receipt-line-other", deeds=deeds)
        )
        for entry in some:
            if entry.kind in _CHANGES:
                yield _change(tr, entry, facts)


def _counted(tr: Translator, entries: Iterable[TrailEntry]) -> Iterable[str]:
    # By what they are called: kinds without a name of their own are counted together.
    deeds = Counter(tr("trail-deed", kind=kind_code(entry.kind)) for entry in entries)
    return (tr("receipt-deed", deed=deed, count=count) for deed, count in deeds.items())


def _lesson(tr: Translator, lesson: LessonName) -> Markup:
    klass = tr("notice-subgroup", klass=lesson.klass, name=lesson.subgroup) if lesson.subgroup else lesson.klass
    return tr(
        "teacher-heading", klass=klass, subject=lesson.subject, number=lesson.number, day=day_short(tr, lesson.day)
    )


def _change(tr: Translator, entry: TrailEntry, facts: Facts) -> Markup:
    known = facts.names.get(entry.student) if entry.student else None
    before, after = (tr(f"mark-{value}") if value else tr("grading-nothing") for value in (entry.before, entry.after))
    return tr(
        "receipt-change",
        name=known.initials if known else "",
        before=before,
        after=after,
        code=proof_code(entry.seq, entry.hash),
    )


async def read_seals(_work: Work, _ctx: Context, _drafts: Sequence[Draft]) -> Callable[[Context, Draft], Letter | None]:
    """A seal is all in its letter already: it must never be read anew."""
    return seal


def seal(ctx: Context, draft: Draft) -> Letter:
    """Give the day's seal, in the form in which `diary audit verify` takes it (CTL-7)."""
    tr, told = ctx.words(draft), draft.payload
    day = day_and_month(tr, date.fromisoformat(told["day"]))
    noted = f"{draft.school}:{told['seq']}:{told['hash']}"
    return Letter(tr("receipt-seal", day=day, entries=told["entries"], seal=noted))
