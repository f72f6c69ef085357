"""Use cases of a class's own affairs for the executed matrix: its subgroups."""

from collections.abc import Callable
from typing import Any

from core.model.access import Action
from core.usecases import subgroups
from tests.world import TODAY

A = Action
Case = tuple[Any, Callable[[dict[str, Any]], Any], Action]

OF_GROUP: tuple[Case, ...] = (
    (subgroups.open_division, lambda at: subgroups.OpenDivision(at["group"]), A.SUBGROUP_EDIT),
    (subgroups.move_pupil, lambda at: subgroups.MovePupil(at["group"], at["pupil"]), A.SUBGROUP_EDIT),
    (subgroups.move_from, lambda at: subgroups.MoveFrom(at["group"], TODAY), A.SUBGROUP_EDIT),
    (subgroups.drop_moves, lambda at: subgroups.OpenDivision(at["group"]), A.SUBGROUP_EDIT),
    (subgroups.save_moves, lambda at: subgroups.OpenDivision(at["group"]), A.SUBGROUP_EDIT),
)
OF_KLASS: tuple[Case, ...] = (
    (subgroups.list_divisions, lambda at: subgroups.ListDivisions(at["klass"]), A.SUBGROUP_EDIT),
)
OF_SCHOOL: tuple[Case, ...] = (
    (subgroups.list_divided_klasses, lambda at: subgroups.ListDividedKlasses(at["school"]), A.SUBGROUP_EDIT),
)
