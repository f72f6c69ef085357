"""Use cases of messages for the executed matrix: whom to write to. Threads themselves are of two persons alone: see the
tests of messages and of complaints.
"""

from collections.abc import Callable
from typing import Any

from core.model.access import Action
from core.usecases import complaints

Case = tuple[Any, Callable[[dict[str, Any]], Any], Action]

MESSAGES: dict[str, tuple[Case, ...]] = {
    "school": (
        (
            complaints.list_complaints,
            lambda at: complaints.ListComplaints(at["school"]),
            Action.THREAD_READ_COMPLAINED,
        ),
    ),
}
