"""Home of the deputy, the head, the working group, the inspector: the school today, and where to go from it (CTL-1)."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.callbacks import Press
from bot.callbacks.admin import KlassesPress, StaffEntriesPress
from bot.callbacks.analysis import AnalysisPress
from bot.callbacks.appeals import AppealsPress
from bot.callbacks.board import BoardPress
from bot.callbacks.control import RemarksPress
from bot.callbacks.data_check import DataFaultsPress
from bot.callbacks.duties import PardonsPress
from bot.callbacks.events import EventsPress
from bot.callbacks.fill import FillPress
from bot.callbacks.lesson_changes import ChangesPress
from bot.callbacks.lost import LostListPress
from bot.callbacks.mark_changes import MarkChangesPress
from bot.callbacks.messages import ComplaintsPress
from bot.callbacks.notices import SchoolNoticesPress
from bot.callbacks.oversight import ObjectivityPress, SlipsPress
from bot.callbacks.reach import SchoolReachPress
from bot.callbacks.subgroups import DividedKlassesPress
from bot.callbacks.work_calendar import ParallelPress
from bot.screen import Button, Screen
from bot.widgets.pager import in_rows
from core.model.ids import SchoolId
from core.model.office import Situation
from core.model.people import Role
from locales import Markup, Translator, dates

_LEADS = (Role.DEPUTY, Role.HEAD)
_SPEAKS = (Role.DEPUTY, Role.ADMINISTRATOR)
_PROVES = (*_LEADS, Role.ADMINISTRATOR, Role.INSPECTOR)
_WATCHES = (*_LEADS, Role.ADMINISTRATOR, Role.WORKING_GROUP)


@dataclass(frozen=True, slots=True)
class HomeButton:
    """A button of the home screen: the text of its label, where it leads in a school, and to whom it is offered."""

    label: str
    press: Callable[[SchoolId], Press]
    roles: tuple[Role, ...]


# In the order in which they stand, two in a row. Who may not do what a button offers must not stand among its roles.
BUTTONS: tuple[HomeButton, ...] = (
    HomeButton("office-board-button", lambda school: BoardPress(school=school), _WATCHES),
    HomeButton("fill-button", lambda school: FillPress(school=school), _WATCHES),
    HomeButton("analysis-button", lambda school: AnalysisPress(school=school), _WATCHES),
    HomeButton("control-remarks-button", lambda school: RemarksPress(school=school), _WATCHES),
    HomeButton("announce-home-button", lambda school: SchoolNoticesPress(school=school), _SPEAKS),
    HomeButton("pardons-home-button", lambda school: PardonsPress(school=school), _WATCHES),
    HomeButton("changes-home-button", lambda school: ChangesPress(school=school), (Role.DEPUTY,)),
    HomeButton("events-home-button", lambda school: EventsPress(school=school), _LEADS),
    HomeButton("appeal-button-list", lambda school: AppealsPress(school=school), (Role.DEPUTY,)),
    HomeButton("complaint-list-button", lambda school: ComplaintsPress(school=school), (Role.HEAD,)),
    HomeButton("edits-home-button", lambda school: MarkChangesPress(school=school), _PROVES),
    HomeButton("slips-home-button", lambda school: SlipsPress(school=school), _LEADS),
    HomeButton("objectivity-home-button", lambda school: ObjectivityPress(school=school), _LEADS),
    HomeButton("load-home-button", lambda school: ParallelPress(school=school), _LEADS),
    HomeButton("data-faults-button", lambda school: DataFaultsPress(school=school), (Role.ADMINISTRATOR,)),
    HomeButton("lost-menu-button", lambda school: LostListPress(school=school), (Role.ADMINISTRATOR,)),
    HomeButton("subgroups-home-button", lambda school: DividedKlassesPress(school=school), _SPEAKS),
    HomeButton("admin-klasses-button", lambda school: KlassesPress(school=school), _LEADS),
    HomeButton("reach-home-button", lambda school: SchoolReachPress(school=school), _LEADS),
    HomeButton("admin-staff-button", lambda school: StaffEntriesPress(school=school), _LEADS),
)


def office(value: Situation, role: Role, tr: Translator) -> Screen:
    """Show a school to its leadership: the situation of today, then the ways on."""
    return Screen("\n".join(situation(value, tr)), in_rows(buttons(value.school, role, tr), 2))


def buttons(school: SchoolId, role: Role, tr: Translator) -> list[Button]:
    """Give the buttons of a role."""
    return [Button(tr.plain(each.label), each.press(school)) for each in BUTTONS if role in each.roles]


def situation(value: Situation, tr: Translator) -> list[Markup]:
    """Give the lines that tell of a school today, six at the most."""
    lines = [
        tr("office-title", school=value.name, day=dates.day_title(tr, value.today)),
        _lessons(value, tr),
        _absent(value, tr),
        _records(value, tr),
        _period(value, tr),
        _remarks(value, tr),
    ]
    return [line for line in lines if line]


def _lessons(value: Situation, tr: Translator) -> Markup:
    if not value.lessons and not value.cancelled:
        return tr("office-no-lessons")
    return tr("office-lessons", count=value.lessons, cancelled=value.cancelled, substituted=value.substituted)


def _absent(value: Situation, tr: Translator) -> Markup:
    if not value.lessons:
        return Markup("")
    return tr("office-absent", count=value.absent, ill=value.ill) if value.absent else tr("office-nobody-absent")


def _records(value: Situation, tr: Translator) -> Markup:
    if value.records is None:
        return Markup("")
    if not value.records.total:
        return tr("office-records-complete")
    return tr("office-records", overdue=value.records.overdue, open=value.records.open)


def _period(value: Situation, tr: Translator) -> Markup:
    if value.period_ends is None:
        return Markup("")
    left = (value.period_ends - value.today).days
    return tr("office-period", period=value.period, days=left, day=dates.day_and_month(tr, value.period_ends))


def _remarks(value: Situation, tr: Translator) -> Markup:
    if not value.remarks and not value.resolved:
        return Markup("")
    return tr("office-remarks", open=value.remarks, resolved=value.resolved)
