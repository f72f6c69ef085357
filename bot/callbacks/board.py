"""Buttons of the board of duties (CTL-1). A rule travels by the number of its id."""

from typing import Annotated

from pydantic import Field

from bot.callbacks import Id, Press, Small
from core.model.board import BoardBy, BoardOf, BoardSpan

RuleNumber = Annotated[int, Field(ge=1, le=2**32)]


class BoardPress(Press, prefix="kb"):
    """The board of a school."""

    school: Id
    span: BoardSpan = BoardSpan.WEEK
    by: BoardBy = BoardBy.TEACHER
    of: BoardOf = BoardOf.LESSONS
    page: Small = 0


class BoardTeacherPress(Press, prefix="kt"):
    """A teacher's duties by rule; `leave` where a remark was about to be typed."""

    teacher: Id
    span: BoardSpan = BoardSpan.WEEK
    leave: bool = False
    page: Small = 0
    of: BoardOf = BoardOf.ALL


class BoardKlassPress(Press, prefix="kk"):
    """A class's duties by rule."""

    klass: Id
    span: BoardSpan = BoardSpan.WEEK
    page: Small = 0
    of: BoardOf = BoardOf.ALL


class BoardRulePress(Press, prefix="ki"):
    """The duties of a rule by teacher."""

    school: Id
    rule: RuleNumber
    span: BoardSpan = BoardSpan.WEEK
    page: Small = 0


class TeacherDutiesPress(Press, prefix="kl"):
    """The duties of a teacher by one rule."""

    teacher: Id
    rule: RuleNumber
    span: BoardSpan = BoardSpan.WEEK
    page: Small = 0


class KlassDutiesPress(Press, prefix="kh"):
    """The duties of a class by one rule."""

    klass: Id
    rule: RuleNumber
    span: BoardSpan = BoardSpan.WEEK
    page: Small = 0
