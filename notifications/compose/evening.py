"""The evening's message: what is needed for the coming day, as it is when the letter leaves (NTF-8)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from core.model.evening import Evening
from core.model.ids import PersonId
from core.storage.gateways.outbox import Draft
from core.storage.queries import evenings
from core.storage.work import Work
from locales.evenings import evening_lines, tick_label
from notifications.compose.context import BUTTONS_IN_ROW, Context, fitted, head_line
from notifications.compose.homework import print_of
from notifications.letter import Act, Buttons, Letter, LetterButton, LetterKind

TICKS = 10

_Found = Mapping[tuple[PersonId, date], Evening]


async def read(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> Callable[[Context, Draft], Letter | None]:
    """Read the coming day of the students; two statements for each day that there are letters of."""
    students: dict[date, set[PersonId]] = defaultdict(set)
    for draft in drafts:
        if draft.student is not None:
            students[_day(draft)].add(draft.student)
    found: dict[tuple[PersonId, date], Evening] = {}
    for day, some in students.items():
        of_day = await work.run(evenings.of_students, some, day)
        found |= {(student, day): evening for student, evening in of_day.items()}
    return lambda ctx, draft: _letter(ctx, draft, found)


def _day(draft: Draft) -> date:
    return date.fromisoformat(draft.payload["day"])


def _letter(ctx: Context, draft: Draft, found: _Found) -> Letter | None:
    evening = found.get((draft.student or PersonId(0), _day(draft)))
    if evening is None or draft.student is None or not evening.has_news:
        return None
    tr, own = ctx.words(draft), draft.person == draft.student
    return Letter(
        fitted(
            tr,
            head_line(tr, ctx.heads.get(draft.student)),
            evening_lines(tr, evening, ctx.today(draft), ticking=own),
        ),
        _buttons(draft.student, evening, ticking=own),
        told=tuple(_told(ctx, draft, evening)),
    )


def _told(ctx: Context, draft: Draft, evening: Evening) -> Iterable[tuple[int, str]]:
    """What this letter has told isn't told again by one about homework."""
    tasks = {int(task.id): task for task in evening.homework}
    for item in ctx.items(draft, LetterKind.HOMEWORK):
        if item.subject in tasks:
            yield item.id, print_of(tasks[item.subject])


def _buttons(student: PersonId, evening: Evening, *, ticking: bool) -> Buttons:
    ticks: list[LetterButton] = []
    for number, task in enumerate(evening.homework[:TICKS] if ticking else (), 1):
        name = "diary-button-ticked" if task.done else "diary-button-tick"
        ids = (student, task.id, int(not task.done), evening.day.toordinal())
        ticks.append(LetterButton(name, Act.TICK_EVENING, ids, {"number": number, "subject": tick_label(task.subject)}))
    rows = [tuple(ticks[at : at + BUTTONS_IN_ROW]) for at in range(0, len(ticks), BUTTONS_IN_ROW)]
    place = (student, evening.day.toordinal())
    ways = [LetterButton("diary-button-day", Act.OPEN_DAY, place)]
    if evening.homework:
        ways.insert(0, LetterButton("diary-button-homework", Act.OPEN_HOMEWORK, place))
    return (*rows, tuple(ways))
