"""Signals: a student is failing a subject or often misses it; the teacher sees it first (JRN-15) [004]."""

from enum import StrEnum


class SignalKind(StrEnum):
    """What is the matter."""

    FAILING = "failing"
    ABSENT = "absent"


class SignalAudience(StrEnum):
    """Whom the teacher tells."""

    CLASS_TEACHER = "class_teacher"
    PARENTS = "parents"
