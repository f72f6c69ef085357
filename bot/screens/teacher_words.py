"""Words that all screens of the journal begin with: the lesson, its class, its students."""

from collections import Counter
from collections.abc import Sequence

from bot.widgets.fitting import clip
from core.model.attendance import Presence
from core.model.ids import PersonId
from core.model.journal import LessonFacts, Pupil
from core.model.lesson import Work
from core.model.mark import MarkValue
from core.model.people import PersonName
from locales import Markup, Translator, dates

LABEL_LIMIT = 24
NAME_LIMIT = 40
NAMES_SHOWN = 12


def klass_name(facts: LessonFacts, tr: Translator) -> str:
    """«7Б», for a subgroup «7Б (1)»; plain."""
    if not facts.subgroup:
        return facts.klass
    return tr.plain("teacher-klass-subgroup", klass=facts.klass, subgroup=clip(facts.subgroup, LABEL_LIMIT))


def heading(facts: LessonFacts, tr: Translator) -> Markup:
    """«7Б · Алгебра · 3-й урок, чт 15.10»: the first line of every screen about a lesson."""
    return tr(
        "teacher-heading",
        klass=klass_name(facts, tr),
        subject=facts.subject,
        number=facts.lesson.number,
        day=dates.day_short(tr, facts.lesson.day),
    )


def labels(pupils: Sequence[Pupil]) -> dict[PersonId, str]:
    """Give short names for buttons: «Орлов И.», the whole given name where two would look alike; plain."""
    short = {pupil.id: pupil.name.initials for pupil in pupils}
    seen = Counter(short.values())
    return {
        pupil.id: clip(short[pupil.id] if seen[short[pupil.id]] == 1 else pupil.name.full, NAME_LIMIT)
        for pupil in pupils
    }


def name_text(name: PersonName) -> str:
    """«Орлов И.», shortened where somebody's name is a sentence; plain."""
    return clip(name.initials, NAME_LIMIT)


def some_names(names: Sequence[PersonName]) -> str:
    """Give the first names of a list, … where there are more; plain."""
    shown = ", ".join(map(name_text, names[:NAMES_SHOWN]))
    return shown if len(names) <= NAMES_SHOWN else f"{shown} …"


def mark_text(value: MarkValue | None, tr: Translator) -> str:
    """«5», «зач», «–» where nothing stands; plain."""
    return tr.plain(f"mark-{value.value}") if value else tr.plain("grading-nothing")


def presence_text(presence: Presence, tr: Translator) -> str:
    """«н», «о»; plain."""
    return tr.plain(f"presence-{presence.value}")


def work_name(work: Work, tr: Translator) -> str:
    """«контрольная работа «Степени», вес 3»; plain."""
    kind = tr.plain(f"work-kind-{work.kind.value}")
    titled = tr.plain("grading-work-titled", kind=kind, title=work.title) if work.title else kind
    return tr.plain("grading-work-weighted", work=titled, weight=work.weight) if work.weight > 1 else titled


def work_short(work: Work, tr: Translator) -> str:
    """«к/р»; with a title «к/р «Степени»»; plain."""
    kind = tr.plain(f"work-kind-{work.kind.value}-short")
    return tr.plain("grading-work-titled", kind=kind, title=work.title) if work.title else kind
