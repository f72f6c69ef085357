"""The words on an invitation's slip; knows no chat, so that the command line may print too."""

from core.documents.invitation_sheet import Slip
from core.model.entry import Issued, Sheet
from core.model.people import PersonKind
from locales import Translator, dates


def slips(sheet: Sheet, bot_name: str, tr: Translator) -> list[Slip]:
    """Give the slips of a sheet; without the bot's name the QR code holds the code alone."""
    if sheet.klass_name:
        title = tr.plain("sheet-title", school=sheet.school_name, klass=sheet.klass_name)
    else:
        title = tr.plain("sheet-title-staff", school=sheet.school_name)
    return [_slip(one, sheet, title, bot_name, tr) for one in sheet.issued]


def _slip(one: Issued, sheet: Sheet, title: str, bot_name: str, tr: Translator) -> Slip:
    day = dates.day_month_year(tr, sheet.last_day(one))
    start = tr.plain("sheet-step-scan", bot=bot_name) if bot_name else tr.plain("sheet-step-send")
    return Slip(
        title=title,
        name=one.invitee.name.full,
        line=_line(one, sheet.klass_name, tr),
        code=one.code,
        scanned=f"https://t.me/{bot_name}?start={one.code}" if bot_name else one.code,
        steps=(start, tr.plain("sheet-step-consent"), tr.plain("sheet-step-until", day=day)),
    )


def _line(one: Issued, klass: str, tr: Translator) -> str:
    who = one.invitee
    if who.kind is PersonKind.GUARDIAN:
        return tr.plain("sheet-guardian", children=", ".join(child.short for child in who.children))
    if who.kind is PersonKind.STUDENT:
        return tr.plain("sheet-student", klass=klass)
    return who.position or tr.plain("sheet-staff")
