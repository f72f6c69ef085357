"""The marks that readers watch for a child: each account has its own, parents who live apart do not share them."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection

from core.model.ids import AccountId, PersonId, SubjectId
from core.model.mark import MarkValue
from core.storage.gateways import keyvalue
from core.storage.queries.forecast import Goals, goals_of


def key(account: AccountId | None, child: PersonId) -> str:
    """Give the key under which an account's goals for a child are kept."""
    return f"goals:{account or 0}:{child}"


def put(db: Connection, place: str, subject: SubjectId, mark: MarkValue | None, now: datetime) -> None:
    """Keep a goal under the key of `place`, None: no goal any more."""
    goals = dict(goals_of(keyvalue.get(db, place) or {}))
    goals.pop(subject, None)
    if mark is not None:
        goals[subject] = mark
    keyvalue.put(db, place, {str(each): goal.value for each, goal in goals.items()}, now)


def some(db: Connection, readers: Collection[tuple[AccountId, PersonId]]) -> dict[tuple[AccountId, PersonId], Goals]:
    """Give the goals of readers for children, those that there are."""
    places = {key(*reader): reader for reader in readers}
    return {places[place]: goals_of(draft) for place, draft in keyvalue.some(db, list(places)).items()}
