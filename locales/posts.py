"""What people are to a child, in words: «классный руководитель, алгебра», «мать», «ученица»."""

from collections.abc import Sequence

from locales.translator import Markup, Translator

_SUBJECTS = 2


def post(tr: Translator, role: str, subjects: Sequence[str]) -> Markup:
    """Give what somebody of the staff is: a subject teacher by the subjects, everybody else by the role first."""
    named = ", ".join(subject[:1].lower() + subject[1:] for subject in subjects[:_SUBJECTS])
    if len(subjects) > _SUBJECTS:
        named += "…"
    if not named:
        return tr("message-post", role=role)
    return (
        tr("message-words", words=named)
        if role == "teacher"
        else tr("message-post-subjects", role=role, subjects=named)
    )


def post_short(tr: Translator, role: str, subjects: Sequence[str]) -> str:
    """Give the same for a button: whoever is not just a subject teacher by the role alone."""
    return post(tr, role, subjects).plain if role == "teacher" else tr.plain("message-post-short", role=role)


def relation(tr: Translator, relative: str, sex: str, *, own: bool) -> Markup:
    """Give what somebody of a family is: the relation as the school wrote it, a student by the sex."""
    if relative and not own:
        return tr("message-words", words=relative)
    return tr("message-relative", kind="student" if own else "guardian", sex=sex)


def said(tr: Translator, text: str, file: tuple[str, str] | None) -> Markup:
    """Give what a message says: its file (kind, name) first, then its words."""
    parts = []
    if file is not None:
        kind, name = file
        parts.append(tr("message-file-named", name=name) if name else tr("message-file", kind=kind))
    if text:
        parts.append(tr("message-words", words=text))
    return Markup("\n".join(parts))
