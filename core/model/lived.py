"""A regulation as a school lives by it, and what a change of it would do (REG-1, ADM-7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.model.overlay import Field, Setting
from core.model.regulation import Regulation
from core.model.school import PublicationWindow, School

NO_WINDOW = "none"


@dataclass(frozen=True, slots=True)
class Lived:
    """A school with its regulation: what its `text` says, what is `lived` by; whether the reader `may_edit`."""

    school: School
    text: Regulation
    lived: Regulation
    may_edit: bool

    def deviations(self, target: str) -> Mapping[Field, str]:
        """Give what of a target the school changed."""
        return {each.field: each.value for each in self.school.overrides if each.target == target}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change as it would be: what of the target differs, its values before and after; empty where nothing does."""

    known: Lived
    target: str
    before: Mapping[Field, str]
    after: Mapping[Field, str]


@dataclass(frozen=True, slots=True)
class Switch:
    """A setting as it would be: every setting before and after, and the regulation that would hold."""

    known: Lived
    setting: Setting
    before: Mapping[Setting, str]
    after: Mapping[Setting, str]
    lived: Regulation


def settings_of(school: School) -> dict[Setting, str]:
    """Give a school's settings as canonical texts."""
    return {
        Setting.PRESET: school.preset.value,
        Setting.EDIT_WINDOW: school.edit_window.value,
        Setting.ROUNDING: f"{school.round_up_from.normalize():f}",
        Setting.ESCALATION: str(school.escalation_days),
        Setting.PUBLICATION: publication_text(school.publication),
    }


def publication_text(window: PublicationWindow | None) -> str:
    """Give the hours in which marks are pushed as a canonical text: «16:30-19:00», or «none» for any hour."""
    return f"{window.opens:%H:%M}-{window.closes:%H:%M}" if window else NO_WINDOW
