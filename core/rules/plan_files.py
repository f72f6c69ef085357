"""A plan from a file for one group: which lines are meant, what is wrong with them, what they would change (JRN-12)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.model.journal import PlanTopic
from core.model.plan import TOPICS_LIMIT, PlanFile, TaughtGroup, TopicDraft
from core.model.workbook import PlanLine, Problem, Severity, Workbook
from core.rules.letters import without_yo


def plan_file(book: Workbook, group: TaughtGroup) -> PlanFile:
    """Give the topics meant for a group; lines of other subjects or classes are passed over and told of."""
    mine = [line for line in book.plans if _is_for(line, group)]
    problems = [*book.problems, *_problems(book.plans, mine)]
    return PlanFile(tuple(_drafts(mine)), tuple(problems))


def _is_for(line: PlanLine, group: TaughtGroup) -> bool:
    told = ((line.subject, group.subject_name), (line.klass, group.klass_name), (line.group, group.subgroup))
    return all(not said or _same(said, known) for said, known in told) and line.grade in (None, group.grade)


def _same(one: str, other: str) -> bool:
    return without_yo(one.casefold()).split() == without_yo(other.casefold()).split()


def _drafts(lines: Iterable[PlanLine]) -> Iterator[TopicDraft]:
    last = 0
    for line in lines:
        last = line.number or last + 1
        yield TopicDraft(line.topic, last, line.hours, line.work.value if line.work else None, line.task)


def _problems(plans: Sequence[PlanLine], mine: Sequence[PlanLine]) -> Iterator[Problem]:
    if plans and not mine:
        yield Problem("plan-of-others", Severity.ERROR, plans[0].place.sheet)
    elif len(mine) < len(plans):
        values: dict[str, str | int] = {"count": len(plans) - len(mine)}
        yield Problem("plan-other-lines", Severity.WARNING, plans[0].place.sheet, values=values)
    if len(mine) > TOPICS_LIMIT:
        yield Problem("plan-too-long", Severity.ERROR, mine[0].place.sheet, values={"limit": TOPICS_LIMIT})
    seen: dict[int, PlanLine] = {}
    for line, draft in zip(mine, _drafts(mine), strict=True):
        number = draft.number or 0
        first = seen.setdefault(number, line)
        if first is not line:
            twice: dict[str, str | int] = {"value": number, "other_row": first.place.row}
            yield Problem("topic-twice", Severity.ERROR, line.place.sheet, line.place.row, values=twice)


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """What a file changes in a stored plan. `kept` are topics the file does not have that lessons refer to."""

    created: tuple[TopicDraft, ...]
    changed: tuple[tuple[PlanTopic, TopicDraft], ...]
    removed: tuple[PlanTopic, ...]
    kept: tuple[PlanTopic, ...]


def difference(stored: Sequence[PlanTopic], wanted: Sequence[TopicDraft]) -> PlanDifference:
    """Compare by number."""
    known = {topic.number: topic for topic in stored}
    named = {draft.number for draft in wanted}
    pairs = [(known[draft.number], draft) for draft in wanted if draft.number in known]
    gone = [topic for topic in stored if topic.number not in named]
    return PlanDifference(
        tuple(draft for draft in wanted if draft.number not in known),
        tuple((topic, draft) for topic, draft in pairs if draft_of(topic) != draft),
        tuple(topic for topic in gone if not topic.used),
        tuple(topic for topic in gone if topic.used),
    )


def draft_of(topic: PlanTopic) -> TopicDraft:
    """Give a stored topic as it would be typed."""
    return TopicDraft(topic.topic, topic.number, topic.hours, topic.work_kind, topic.task)


def canonical(draft: TopicDraft) -> str:
    """Give the short text of a topic for the audit trail."""
    return f"{draft.number}:{draft.hours}:{draft.work_kind or ''}:{draft.topic}:{draft.task}"
