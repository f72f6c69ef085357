"""Use cases of a class's own affairs for the executed matrix: its subgroups."""

from collections.abc import Callable
from typing import Any

from core.model.access import Action
from core.usecases import data_check, subgroups
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
    (data_check.open_check, lambda at: data_check.OpenCheck(at["klass"]), A.DATA_CHECK),
    (data_check.check_pupil, lambda at: data_check.CheckPupil(at["klass"], TODAY, at["pupil"]), A.DATA_CHECK),
    (data_check.close_check, lambda at: data_check.OpenCheck(at["klass"]), A.DATA_CHECK),
)
OF_SCHOOL: tuple[Case, ...] = (
    (subgroups.list_divided_klasses, lambda at: subgroups.ListDividedKlasses(at["school"]), A.SUBGROUP_EDIT),
    (data_check.list_faults, lambda at: data_check.ListFaults(at["school"]), A.DATA_CHECK),
    (data_check.settle_fault, lambda at: data_check.SettleFault(at["data_fault"]), A.DATA_CHECK),
)
