"""Notifications as a person chooses them: a short list for each child, quiet hours, the digest's hour (NTF-3)."""

from collections.abc import Iterator
from datetime import date, datetime, time

from bot.callbacks.home import SettingsPress
from bot.callbacks.preferences import (
    CopyTellingsPress,
    DigestPress,
    NoQuietPress,
    NotificationsPress,
    QuietPress,
    SetDigestPress,
    SetQuietPress,
    TellingPress,
    TopicPress,
    TopicsPress,
)
from bot.screen import Button, Screen
from bot.screens.family_frame import heading
from bot.widgets.fitting import clip
from bot.widgets.pager import in_rows
from core.model.diary import Child
from core.model.preferences import ChildTopics, Hours, Overview, Quiet, Telling, Topic
from core.rules.preferences import (
    CHOICES,
    DIGEST_HOURS,
    QUIET_BEGINS,
    QUIET_ENDS,
    digest_hour,
    may_digest_at,
)
from locales import Markup, Translator
from locales.clauses import cited
from locales.dates import clock_range, clock_time

_LABEL_LIMIT = 34
_USUAL = Quiet(time(21), time(7))
# In the first grade there is nothing of these (DIA-13).
_MARKED = frozenset({Topic.MARKS, Topic.RESULTS, Topic.HOMEWORK, Topic.FORECAST})


def overview(found: Overview, now: datetime, tr: Translator) -> Screen:
    """Show what can be chosen: whose notifications, when none may come, when the digest does."""
    family = found.children
    parts = [tr("preferences-title"), _quiet_line(tr, found.hours.quiet)]
    hours = [Button(tr.plain("preferences-button-quiet"), QuietPress())]
    if family:
        parts += [tr("preferences-digest-line", at=clock_time(tr, found.hours.digest)), tr("preferences-whom")]
        hours.append(Button(tr.plain("preferences-button-digest"), DigestPress()))
    children = ((Button(_named(tr, each, each.today(now)), TopicsPress(child=each.id)),) for each in family)
    back = (Button(tr.plain("preferences-back-settings"), SettingsPress()),)
    return Screen("\n\n".join(parts), (*children, tuple(hours), back))


def _quiet_line(tr: Translator, quiet: Quiet | None) -> Markup:
    if quiet is None:
        return tr("preferences-quiet-none")
    return tr("preferences-quiet-line", hours=clock_range(tr, quiet.begins, quiet.ends))


def _named(tr: Translator, child: Child, today: date) -> str:
    klass = child.klass_name(today)
    name = clip(child.name.spoken, _LABEL_LIMIT - len(klass))
    return tr.plain("preferences-child", name=name, klass=klass) if klass else name


def topics(found: ChildTopics, today: date, tr: Translator) -> Screen:
    """Show how one is told of a child: every topic with its manner; a tap leads to the choice."""
    child, shown = found.child, _shown(found, today)
    buttons = [
        Button(
            tr.plain("preferences-topic-button", telling=found.tellings[topic].value, topic=topic.value),
            TopicPress(child=child.id, about=topic),
        )
        for topic in shown
    ]
    text = "\n\n".join((f"{heading(tr, child, today)}\n{tr('preferences-title')}", *_blocks(tr, found, shown)))
    copy = (Button(tr.plain("preferences-button-copy", others=_others(found)), CopyTellingsPress(child=child.id)),)
    back = (Button(tr.plain("preferences-back"), NotificationsPress()),)
    return Screen(text, (*in_rows(buttons, 2), *((copy,) if found.others else ()), back))


def _others(found: ChildTopics) -> str:
    return "single" if found.others == 1 else "several"


def copied(found: ChildTopics, tr: Translator) -> str:
    """Say that the other children are told of in the same way now."""
    return tr.plain("preferences-copied", others=_others(found))


def _shown(found: ChildTopics, today: date) -> list[Topic]:
    unmarked = found.child.unmarked(today)
    return [topic for topic in found.tellings if not (unmarked and topic in _MARKED)]


def _blocks(tr: Translator, found: ChildTopics, shown: list[Topic]) -> Iterator[Markup]:
    lines = []
    for telling in Telling:
        named = [tr("preferences-topic", topic=topic.value) for topic in shown if found.tellings[topic] is telling]
        if named:
            at = clock_time(tr, _digest(found))
            lines.append(tr("preferences-told", telling=telling.value, at=at, topics=Markup(", ".join(named))))
    yield Markup("\n".join(lines))
    if found.publication and Topic.MARKS in shown:
        opens, closes = found.publication.opens, found.publication.closes
        yield tr("preferences-publication", opens=clock_time(tr, opens), closes=clock_time(tr, closes))
    yield tr("preferences-own" if found.own else "preferences-alone")


def _digest(found: ChildTopics) -> time:
    return digest_hour(found.hours, found.publication)


def topic(found: ChildTopics, about: Topic, today: date, tr: Translator) -> Screen:
    """Offer the manners in which a topic may be told, with the reason where it has to be told."""
    child = found.child.id
    title = tr("preferences-topic-title", topic=about.value)
    parts = [f"{heading(tr, found.child, today)}\n{title}", tr("preferences-about", topic=about.value)]
    if Telling.OFF not in CHOICES[about]:
        parts.append(tr("preferences-mandatory", topic=about.value, clause=cited(tr, (found.clauses.get(about, ""),))))
    rows = [
        (
            Button(
                tr.plain(
                    "preferences-choice",
                    telling=telling.value,
                    at=clock_time(tr, _digest(found)),
                    chosen="yes" if found.tellings[about] is telling else "no",
                    letter="yes" if Telling.DIGEST not in CHOICES[about] else "no",
                ),
                TellingPress(child=child, about=about, telling=telling),
            ),
        )
        for telling in CHOICES[about]
    ]
    back = (Button(tr.plain("preferences-back-topics"), TopicsPress(child=child)),)
    return Screen("\n\n".join(parts), (*rows, back))


def kept(about: Topic, telling: Telling, tr: Translator) -> str:
    """Say what was chosen of a topic."""
    by_clock = telling is Telling.NOW and Telling.DIGEST not in CHOICES[about]
    return tr.plain("preferences-kept", topic=about.value, telling="letter" if by_clock else telling.value)


def quiet(hours: Hours, tr: Translator) -> Screen:
    """Offer the beginnings and ends of quiet hours, and none at all."""
    chosen, known = hours.quiet, hours.quiet or _USUAL
    first = [
        Button(
            _hour(tr, "from", hour, chosen.begins.hour if chosen else None),
            SetQuietPress(begins=hour, ends=known.ends.hour),
        )
        for hour in QUIET_BEGINS
    ]
    last = [
        Button(
            _hour(tr, "until", hour, chosen.ends.hour if chosen else None),
            SetQuietPress(begins=known.begins.hour, ends=hour),
        )
        for hour in QUIET_ENDS
    ]
    none = (Button(tr.plain("preferences-button-no-quiet", chosen="no" if hours.quiet else "yes"), NoQuietPress()),)
    text = "\n\n".join((_quiet_line(tr, hours.quiet), tr("preferences-quiet-ask")))
    back = (Button(tr.plain("preferences-back"), NotificationsPress()),)
    return Screen(text, (*in_rows(first, 3), *in_rows(last, 3), none, back))


def _hour(tr: Translator, side: str, hour: int, chosen: int | None) -> str:
    at = clock_time(tr, time(hour))
    return tr.plain("preferences-hour", side=side, at=at, chosen="yes" if hour == chosen else "no")


def digest(hours: Hours, tr: Translator) -> Screen:
    """Offer the hours of the evening's digest; those in the quiet hours are not offered."""
    free = [hour for hour in DIGEST_HOURS if may_digest_at(hour, hours.quiet)]
    buttons = [Button(_hour(tr, "at", hour, hours.digest.hour), SetDigestPress(hour=hour)) for hour in free]
    parts = [tr("preferences-digest-title"), tr("preferences-digest-ask")]
    if len(free) < len(DIGEST_HOURS):
        parts.append(tr("preferences-digest-later"))
    back = (Button(tr.plain("preferences-back"), NotificationsPress()),)
    return Screen("\n\n".join(parts), (*in_rows(buttons, 3), back))
