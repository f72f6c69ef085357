"""Use cases of pushes and talk for the executed matrix: what they are done to, the command for a place, who may."""

from collections.abc import Callable
from typing import Any

from core.model.access import Action
from core.model.preferences import Telling, Topic
from core.usecases import preferences

A = Action
Case = tuple[Any, Callable[[dict[str, Any]], Any], Action]

TALK: dict[str, tuple[Case, ...]] = {
    "child": (
        (preferences.show_topics, lambda at: preferences.ShowTopics(at["pupil"]), A.PREFERENCES_SET),
        (
            preferences.choose_telling,
            lambda at: preferences.ChooseTelling(at["pupil"], Topic.HOMEWORK, Telling.OFF),
            A.PREFERENCES_SET,
        ),
        (preferences.copy_tellings, lambda at: preferences.CopyTellings(at["pupil"]), A.PREFERENCES_SET),
    ),
}
