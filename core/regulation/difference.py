"""What two regulations ask differently of a school."""

from dataclasses import dataclass

from core.model.regulation import Regulation, Rule


@dataclass(frozen=True, slots=True)
class Change:
    """One duty as the first and as the second regulation have it."""

    first: Rule
    second: Rule


@dataclass(frozen=True, slots=True)
class Difference:
    """The duties that only one of the two knows, and those whose term, holders or force differ."""

    only_first: tuple[Rule, ...]
    only_second: tuple[Rule, ...]
    changes: tuple[Change, ...]


def difference(first: Regulation, second: Regulation) -> Difference:
    """Compare two regulations row by row: rows of the same name ask for the same thing."""
    ours, theirs = _by_name(first), _by_name(second)
    both = (Change(ours[name], theirs[name]) for name in ours if name in theirs)
    return Difference(
        only_first=tuple(rule for name, rule in ours.items() if name not in theirs),
        only_second=tuple(rule for name, rule in theirs.items() if name not in ours),
        changes=tuple(change for change in both if _asked(change.first) != _asked(change.second)),
    )


def _by_name(regulation: Regulation) -> dict[str, Rule]:
    return {rule.id.removeprefix(f"{regulation.preset}."): rule for rule in regulation.rows}


def _asked(rule: Rule) -> tuple[object, ...]:
    return rule.holders, rule.due, rule.aim, rule.binding, rule.each, rule.exempt_if
