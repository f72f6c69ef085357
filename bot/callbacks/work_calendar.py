"""Buttons of works declared ahead and of the calendar that shows them (BEY-8)."""

from typing import Annotated

from pydantic import Field

from bot.callbacks import Id, Press
from bot.callbacks.family import NOW, DayOrNow
from core.model.lesson import WorkKind


class AheadPress(Press, prefix="wa"):
    """Works of a lesson to come: what speaks against one, and where it might be instead."""

    lesson: Id


class PlanAheadPress(Press, prefix="wp"):
    """Declare a work of a kind for a lesson to come."""

    lesson: Id
    kind: WorkKind


class DropAheadPress(Press, prefix="wx"):
    """Take a work back that was declared ahead."""

    work: Id


class KlassWeekPress(Press, prefix="wk"):
    """A class's week: works and homework; «now» is this week."""

    klass: Id
    day: DayOrNow = NOW


class ParallelPress(Press, prefix="wg"):
    """The works of a grade's classes over some weeks; grade 0 is the school's lowest."""

    school: Id
    grade: Annotated[int, Field(ge=0, le=11)] = 0
    day: DayOrNow = NOW
