"""The substitute's card: the list, the planned topic, homework to collect, who is ill (BEY-10)."""

from bot.callbacks.teacher import LessonPress
from bot.screen import Button, Screen
from bot.screens.home import back
from bot.screens.lesson_changes import klass_text
from bot.screens.teacher_words import name_text, presence_text
from bot.widgets.fitting import clip, fitted
from core.model.journal import FIRST_GRADE
from core.model.lesson_change import DueTask, SubstitutionCard
from core.model.people import Role
from locales import Markup, Translator
from locales.dates import clock_range, day_short


def card(value: SubstitutionCard, tr: Translator) -> Screen:
    """Show everything a substitute needs, with the way to the lesson's record."""
    text, _ = fitted(lambda limit: _blocks(value, tr, limit), tr("diary-cut"))
    fill = Button(tr.plain("substitution-fill-button"), LessonPress(lesson=value.facts.lesson.id))
    return Screen(text, ((fill,), back(tr, Role.TEACHER)))


def _blocks(value: SubstitutionCard, tr: Translator, limit: int) -> list[str]:
    blocks = ["\n".join(_head(value, tr)), "\n".join(_plan(value, tr, limit))]
    if value.facts.lesson.grade != FIRST_GRADE:
        blocks.append(_due(value, tr, limit))
    blocks.append(_missing(value, tr))
    names = [
        tr("substitution-list-line", number=number, name=clip(name.short, limit))
        for number, name in enumerate(value.pupils, 1)
    ]
    blocks.append("\n".join((tr("substitution-list", count=len(names)), *names)))
    blocks.append(tr("substitution-rights"))
    return blocks


def _head(value: SubstitutionCard, tr: Translator) -> list[Markup]:
    facts, lesson, zone = value.facts, value.facts.lesson, value.facts.rules.zone
    place = tr("changes-place", day=day_short(tr, lesson.day), number=lesson.number)
    klass = klass_text(facts.klass, facts.subgroup, tr)
    time = clock_range(tr, lesson.starts_at.astimezone(zone).time(), lesson.ends_at.astimezone(zone).time())
    where = (
        tr("substitution-time-room", time=time, room=lesson.room) if lesson.room else tr("substitution-time", time=time)
    )
    lines = [tr("substitution-title", klass=klass, subject=facts.subject, place=place), where]
    if facts.substitute is not None:
        lines.append(tr("substitution-for", teacher=facts.teacher.initials))
    return lines


def _plan(value: SubstitutionCard, tr: Translator, limit: int) -> list[Markup]:
    if not value.topic:
        return [tr("substitution-no-topic")]
    lines = [tr("substitution-topic-set" if value.given else "substitution-topic", topic=clip(value.topic, limit))]
    if value.task and value.facts.lesson.grade != FIRST_GRADE:
        lines.append(tr("substitution-task", task=clip(value.task, limit)))
    return lines


def _due(value: SubstitutionCard, tr: Translator, limit: int) -> str:
    if not value.due:
        return tr("substitution-due-none")
    return "\n".join((tr("substitution-due"), *(_task(task, tr, limit) for task in value.due)))


def _task(task: DueTask, tr: Translator, limit: int) -> Markup:
    text = clip(task.text, limit) or tr.plain("giving-files-only")
    if task.student is None:
        return tr("substitution-due-line", text=text)
    return tr("substitution-due-personal", name=name_text(task.student), text=text)


def _missing(value: SubstitutionCard, tr: Translator) -> Markup:
    if not value.missing:
        return tr("substitution-missing-none")
    names = (
        tr("substitution-missing-one", name=name_text(name), sign=presence_text(presence, tr))
        for name, presence in value.missing
    )
    return tr("substitution-missing", names=Markup(", ".join(names)))
