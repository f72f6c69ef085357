"""A group's plan from a file that was sent to the chat: what it would change, and changing it (JRN-12) [003 А-18]."""

from dataclasses import dataclass, replace

from core.documents.template import write_template
from core.intake.shapes import plan_template_shapes
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Refusal
from core.model.ids import GroupId
from core.model.plan import PlanPreview, TaughtGroup
from core.model.workbook import Workbook
from core.rules.plan_files import PlanDifference, difference, plan_file
from core.storage.gateways import plans
from core.storage.work import Work
from core.usecases.plans import OpenPlan, curriculum_of, own_topics, reach_plan


def make_plan_template(language: str) -> bytes:
    """Give the empty file for one group's plan, its notes in that language."""
    return write_template(plan_template_shapes(), language)


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """A file as it was read, for a group."""

    group: GroupId
    book: Workbook


async def ask_plan(work: Work, command: OpenPlan) -> TaughtGroup:
    """Give the group to somebody who may load its plan. Raises Forbidden."""
    return (await reach_plan(work, command.group)).group


async def preview_plan(work: Work, command: LoadPlan) -> PlanPreview:
    """Tell what a file would change, without changing it. Raises Forbidden."""
    opened = await reach_plan(work, command.group, with_calendar=True)
    file = plan_file(command.book, opened.group)
    preview = PlanPreview(opened.group, file, curriculum=curriculum_of(opened.group, opened.stored.entries))
    if not file.sound:
        return preview
    found = difference(opened.stored.topics, file.topics)
    return _counted(preview, found)


def _counted(preview: PlanPreview, found: PlanDifference) -> PlanPreview:
    return replace(
        preview,
        created=len(found.created),
        changed=len(found.changed),
        removed=len(found.removed),
        kept=len(found.kept),
    )


async def load_plan(work: Work, command: LoadPlan) -> PlanPreview:
    """Make a file the group's own plan; topics that lessons were given by stay. Raises Forbidden, "plan-has-errors"."""
    opened = await reach_plan(work, command.group)
    file = plan_file(command.book, opened.group)
    if not file.sound:
        raise Refusal("plan-has-errors")
    found = difference(opened.stored.topics, file.topics)
    keys = await own_topics(work, opened)
    await work.run(plans.remove, [keys[topic.id] for topic in found.removed])
    await work.run(plans.change, {keys[topic.id]: draft for topic, draft in found.changed})
    await work.run(plans.add, opened.group, found.created, work.now)
    preview = _counted(PlanPreview(opened.group, file), found)
    if preview.alters:
        counts = {"created": preview.created, "changed": preview.changed, "removed": preview.removed}
        entry = AuditEntry(AuditKind.PLAN_CHANGED, opened.group.id, extra={"group": opened.group.id, **counts})
        await work.audit(opened.permit, entry)
    return preview
