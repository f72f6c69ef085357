"""Notifications as a person chooses them, under the settings (NTF-3)."""

from dataclasses import replace

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
from bot.desk import Desk
from bot.screen import Screen
from bot.screens import preferences as screens
from bot.turn import Turn
from core.model.ids import PersonId
from core.model.preferences import ChildTopics, Hours, Overview
from core.usecases import preferences as cases
from locales.dates import clock_range, clock_time

desk = Desk()


@desk.press(NotificationsPress)
async def overview(turn: Turn, _press: NotificationsPress) -> Screen:
    """Show what can be chosen."""
    found = await turn.read(cases.show_preferences, cases.ShowPreferences())
    return screens.overview(found, turn.now, turn.tr)


async def _known(turn: Turn, child: int) -> ChildTopics:
    return await turn.read(cases.show_topics, cases.ShowTopics(PersonId(child)))


@desk.press(TopicsPress)
async def topics(turn: Turn, press: TopicsPress) -> Screen:
    """Show how one is told of a child."""
    return _topics(turn, await _known(turn, press.child))


def _topics(turn: Turn, found: ChildTopics) -> Screen:
    return screens.topics(found, found.child.today(turn.now), turn.tr)


@desk.press(TopicPress)
async def topic(turn: Turn, press: TopicPress) -> Screen:
    """Offer the manners of one topic."""
    found = await _known(turn, press.child)
    return screens.topic(found, press.about, found.child.today(turn.now), turn.tr)


@desk.press(TellingPress)
async def choose(turn: Turn, press: TellingPress) -> Screen:
    """Keep a choice, and go back to the list."""
    command = cases.ChooseTelling(PersonId(press.child), press.about, press.telling)
    found = await turn.change(cases.choose_telling, command)
    return replace(_topics(turn, found), toast=screens.kept(press.about, press.telling, turn.tr))


@desk.press(CopyTellingsPress)
async def copy(turn: Turn, press: CopyTellingsPress) -> Screen:
    """Keep the same for the other children."""
    found = await turn.change(cases.copy_tellings, cases.CopyTellings(PersonId(press.child)))
    return replace(_topics(turn, found), toast=screens.copied(found, turn.tr))


@desk.press(QuietPress)
async def quiet(turn: Turn, _press: QuietPress) -> Screen:
    """Offer quiet hours."""
    found = await turn.read(cases.show_preferences, cases.ShowPreferences())
    return screens.quiet(found.hours, turn.tr)


@desk.press(SetQuietPress)
async def set_quiet(turn: Turn, press: SetQuietPress) -> Screen:
    """Keep quiet hours."""
    return await _quiet(turn, cases.ChooseQuiet(press.begins, press.ends))


@desk.press(NoQuietPress)
async def no_quiet(turn: Turn, _press: NoQuietPress) -> Screen:
    """Have no quiet hours."""
    return await _quiet(turn, cases.ChooseQuiet(None, None))


async def _quiet(turn: Turn, command: cases.ChooseQuiet) -> Screen:
    before = (await turn.read(cases.show_preferences, cases.ShowPreferences())).hours
    found = await turn.change(cases.choose_quiet, command)
    return replace(screens.quiet(found.hours, turn.tr), toast=_kept(turn, before, found))


def _kept(turn: Turn, before: Hours, found: Overview) -> str:
    hours = found.hours
    if found.children and hours.digest != before.digest:
        return turn.tr.plain("preferences-quiet-and-digest", at=clock_time(turn.tr, hours.digest))
    if hours.quiet is None:
        return turn.tr.plain("preferences-no-quiet-kept")
    return turn.tr.plain("preferences-quiet-kept", hours=clock_range(turn.tr, hours.quiet.begins, hours.quiet.ends))


@desk.press(DigestPress)
async def digest(turn: Turn, _press: DigestPress) -> Screen:
    """Offer the digest's hours."""
    found = await turn.read(cases.show_preferences, cases.ShowPreferences())
    return screens.digest(found.hours, turn.tr)


@desk.press(SetDigestPress)
async def set_digest(turn: Turn, press: SetDigestPress) -> Screen:
    """Keep the digest's hour."""
    found = await turn.change(cases.choose_digest, cases.ChooseDigest(press.hour))
    at = clock_time(turn.tr, found.hours.digest)
    return replace(screens.digest(found.hours, turn.tr), toast=turn.tr.plain("preferences-digest-kept", at=at))
