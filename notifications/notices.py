"""Notices that wait for their hour: sent when it has come, as long as their author may still send them (CLS-3)."""

from core.storage.work import Works
from core.usecases.notice_sending import SendDue, is_anything_due, send_due


async def send_scheduled(works: Works) -> int:
    """Send the notices whose hour has come; gives how many."""
    if not await works.read(is_anything_due, SendDue()):
        return 0
    return await works.change(send_due, SendDue())
