"""What was done under a lost access, in words: the deed by its name, and what it wrote (ACC-5)."""

from bot.screens.teacher_words import presence_text
from bot.screens.trail import value_text
from bot.widgets.fitting import clip
from core.model.attendance import Presence
from core.model.lesson import WorkKind
from core.model.scrutiny import Operation
from core.rules.receipts import kind_code
from locales import Markup, Translator

_TEXT = 120
_MARKS, _ATTENDANCE, _HOMEWORK = ("mark.", "final."), ("attendance.",), ("homework.",)


def code(each: Operation) -> str:
    """Give the name under which the words know a deed; of a lesson's record its part."""
    return kind_code(f"record.{each.part}" if each.part else each.kind)


def deed_line(tr: Translator, each: Operation, number: int, moment: str) -> Markup:
    """«3. Отметка, сегодня в 09:10»."""
    return tr("lost-line", number=number, kind=code(each), moment=moment)


def content_line(tr: Translator, each: Operation) -> Markup | None:
    """Give what was written, with what stood before; None where the deed says it all."""
    name = each.student.short if each.student else ""
    if each.kind.startswith(_MARKS):
        return tr("lost-mark", name=name, before=value_text(tr, each.before), after=value_text(tr, each.after))
    if each.kind.startswith(_ATTENDANCE):
        return tr("lost-mark", name=name, before=_presence(tr, each.before), after=_presence(tr, each.after))
    if each.kind.startswith(_HOMEWORK):
        return _texts(tr, _task(each.before), _task(each.after))
    if each.part == "topic":
        return _texts(tr, each.before, each.after)
    if each.kind == "work.declared":
        return tr("diary-text", text=_work(tr, each.after or each.before or ""))
    return tr("diary-text", text=clip(name, _TEXT)) if name else None


def _texts(tr: Translator, before: str | None, after: str | None) -> Markup:
    values = {"before": clip(before or "", _TEXT), "after": clip(after or "", _TEXT)}
    if before and after:
        return tr("lost-text-changed", **values)
    return tr("lost-text-written", **values) if after else tr("lost-text-removed", **values)


def _task(canonical: str | None) -> str | None:
    """Give the text of a homework as the trail keeps it (kind:day:text)."""
    return canonical.split(":", 2)[2] if canonical else None


def _work(tr: Translator, canonical: str) -> str:
    """Give a work's name as the trail keeps it (kind:weight:day:title)."""
    kind, _, _, title = canonical.split(":", 3)
    name = tr.plain(f"work-kind-{WorkKind(kind).value}")
    return f"{name}: {clip(title, _TEXT)}" if title else name


def _presence(tr: Translator, canonical: str | None) -> str:
    """Give a presence as the trail keeps it (name:minutes)."""
    if canonical is None:
        return tr.plain("grading-nothing")
    presence = Presence(canonical.partition(":")[0])
    return tr.plain("lost-present") if presence is Presence.PRESENT else presence_text(presence, tr)
