"""A plan sent as a file: how, what is wrong with it, what it would change (JRN-12)."""

from bot.callbacks.plan import LoadPlanPress
from bot.screen import Button, Media, Screen
from bot.screens.importing import listed, problem_blocks
from bot.screens.plan import hours_line, title, to_plan
from core.model.homework import FileKind
from core.model.plan import PlanPreview, TaughtGroup
from core.model.workbook import Severity
from locales import Translator


def how_to(group: TaughtGroup, template: bytes, tr: Translator) -> Screen:
    """Explain, with the empty file."""
    media = Media(FileKind.DOCUMENT, data=template, name=tr.plain("plan-file-name"))
    text = "\n\n".join((title(group, tr), tr("plan-file-how")))
    return Screen(text, (to_plan(group, tr, leave=True),), media=(media,))


def preview(found: PlanPreview, file_name: str, digest: int, tr: Translator) -> Screen:
    """Show mistakes, or what would change with the question whether to load."""
    problems = found.file.problems
    parts: list[str] = [title(found.group, tr), tr("load-title", name=file_name)]
    for severity in Severity:
        parts.extend(problem_blocks(problems, severity, tr))
    if found.file.sound:
        parts.append(_counts(found, tr))
    parts.append(tr("plan-file-ask" if found.alters else "plan-file-same" if found.file.sound else "load-fix"))
    yes = (Button(tr.plain("plan-file-yes"), LoadPlanPress(digest=digest)),)
    rows = (yes, to_plan(found.group, tr, leave=True)) if found.alters else (to_plan(found.group, tr, leave=True),)
    return Screen("\n\n".join(parts), rows, media=listed(problems, tr))


def _counts(found: PlanPreview, tr: Translator) -> str:
    topics = found.file.topics
    hours = sum(topic.hours for topic in topics)
    lines = [
        tr("plan-file-topics", count=len(topics)),
        hours_line(hours, found.curriculum, tr),
        tr("plan-file-changes", created=found.created, changed=found.changed, removed=found.removed),
    ]
    if found.kept:
        lines.append(tr("plan-file-kept", count=found.kept))
    return "\n".join(lines)
