"""Every row of every preset against what its paragraph says (REG-1, REG-4)."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from core.model.regulation import (
    LESSON_PARTS,
    Exemption,
    Matter,
    Permission,
    Place,
    Proof,
    Regulation,
    Right,
    Rule,
    places_of,
)
from core.model.school import Preset
from core.model.term import Happening, TermKind
from core.regulation.loader import preset
from core.rules.calendar import SchoolCalendar
from core.rules.terms import Anchors, due_of
from locales import Translators
from locales.clauses import cited
from tests.regulation.written import Written, holders, term, written

MOSCOW = ZoneInfo("Europe/Moscow")
DUTIES = list(written("rows"))
RIGHTS = list(written("rights"))
EVENTS = {kind for kind in TermKind if "event" in kind}
COUNTED = {kind for kind in TermKind if kind.startswith(("days-", "working-days-"))}


def _every_row(regulation: Regulation) -> tuple[Rule | Permission | Right, ...]:
    return (*regulation.rows, *regulation.permissions, *regulation.rights)


each_preset = pytest.mark.parametrize("which", Preset)


@pytest.mark.parametrize("line", DUTIES, ids=lambda line: line.id)
def test_a_duty_says_what_its_paragraph_says(line: Written) -> None:
    _, about, who, clause, due, marks, _ = line.cells
    (rule,) = [rule for rule in preset(line.preset).rows if rule.id == line.id]
    assert (rule.about, rule.holders, rule.clause, rule.due) == (Matter(about), holders(who), clause, term(due))
    assert rule.binding is ("r" not in marks)
    assert rule.each is ("e" in marks)
    assert rule.exempt_if is (Exemption.DNEVNIK if "x" in marks else None)


@pytest.mark.parametrize("line", RIGHTS, ids=lambda line: f"{line.cells[0][0]}{line.id}")
def test_a_permission_or_right_says_what_its_paragraph_says(line: Written) -> None:
    name, who, clause, _ = line.cells
    regulation = preset(line.preset)
    if name.startswith("="):
        (right,) = [row for row in regulation.rights if row.id == line.id]
        assert (right.holders, right.clause) == (holders(who), clause)
    else:
        (permission,) = [row for row in regulation.permissions if row.id == line.id]
        assert (permission.holders, permission.clause) == (holders(who), clause)
        assert permission.allowed is name.startswith("+")


@each_preset
def test_no_row_is_unread(which: Preset) -> None:
    """A row in the data without its line in the tables fails here, and so does a name given twice."""
    regulation = preset(which)
    lessons = [row.id for row in regulation.duties]
    assert sorted(rule.id for rule in regulation.rows) == sorted(
        [*lessons, *(line.id for line in DUTIES if line.preset is which)]
    )
    others = [("=", row.id) for row in regulation.rights]
    others += [("+" if row.allowed else "-", row.id) for row in regulation.permissions]
    assert sorted(others) == sorted((line.cells[0][0], line.id) for line in RIGHTS if line.preset is which)


@each_preset
def test_the_lessons_duties_are_the_lessons_rows(which: Preset) -> None:
    """What reckons the duties of a lesson sees the rows about its record and no others, each with a term of lessons."""
    regulation = preset(which)
    assert regulation.duties == tuple(rule for rule in regulation.rows if rule.about in LESSON_PARTS)
    lesson_day, check_day = date(2026, 10, 15), date(2026, 10, 20)
    classes_end = datetime(2026, 10, 15, 11, 5, tzinfo=UTC)
    known = Anchors(zone=MOSCOW, lesson_day=lesson_day, classes_end=classes_end, check_day=check_day)
    calendar = SchoolCalendar([], 5, date(2026, 9, 1), date(2027, 5, 26))
    assert all(due_of(rule.due, known, calendar) for rule in regulation.duties)


def test_what_counts_as_done() -> None:
    """The parts of a lesson's record are seen in the journal; that a head has looked into it, nobody can see."""
    rules = {rule.id: rule for rule in preset(Preset.MOSCOW_REGION).rows}
    assert rules["moscow-region.homework"].proof is Proof.RECORD
    assert rules["moscow-region.period-marks"].proof is Proof.RECORD
    assert rules["moscow-region.control-daily"].proof is Proof.CONFIRMATION


def test_marks_have_an_aim_before_their_limit() -> None:
    """«в течение текущего учебного дня, но не позднее 2 дней» [000 §8; 001 §8; 003 §4.5]."""
    aims = {rule.id: rule.aim for which in Preset for rule in preset(which).rows if rule.aim is not None}
    assert aims == {f"{which}.marks": term("lesson-day-end") for which in (Preset.MOSCOW_REGION, Preset.SCHOOL_14)}


@each_preset
def test_every_row_cites_a_place_of_the_presets_own_texts(which: Preset) -> None:
    regulation = preset(which)
    for row in _every_row(regulation):
        places = places_of(row.clause)
        assert places, row.id
        assert {place.text for place in places} <= set(regulation.texts), row.id
        assert all(place.paragraph for place in places), row.id


def test_places() -> None:
    assert places_of("003 §4.5, Д-6; 000 §8") == (Place("003", "§4.5"), Place("003", "Д-6"), Place("000", "§8"))
    assert places_of("") == ()


@each_preset
def test_only_the_regions_annexes_exempt_a_school(which: Preset) -> None:
    """The notes * and ** stand under tables А.1, Б.1, В.1, Г.1, Д.1 and Е.1 of 003."""
    exempt = {rule.clause for rule in preset(which).rows if rule.exempt_if}
    stars = {4, 5, 10, 12, 13, 14, 15, 16, 17, 19, 20, 22}
    annexes = {f"003 А-{row}" for row in stars} | {f"003 {row}" for row in ("Б-8", "В-1", "Г-1", "Г-4", "Д-1", "Е-2")}
    assert exempt == (annexes if which is Preset.MOSCOW_REGION else set())


@each_preset
def test_a_term_has_what_its_kind_needs(which: Preset) -> None:
    for rule in preset(which).rows:
        due = rule.due
        assert (due.event is not None) == (due.kind in EVENTS), rule.id
        assert due.days >= 0
        assert not due.days or due.kind in COUNTED, rule.id
        assert bool(due.month and due.day) == (due.kind is TermKind.FIXED_DATE), rule.id
        assert bool(due.hours) == due.kind.startswith("hours-"), rule.id
        assert (due.at is not None) == (due.kind is TermKind.LESSON_DAY_AT), rule.id


@pytest.mark.parametrize("language", ["ru", "en"])
@each_preset
def test_every_row_has_its_words(which: Preset, language: str) -> None:
    tr = Translators.load(strict=True)[language]
    regulation = preset(which)
    assert all(tr.plain(f"rule-{rule.title}") for rule in regulation.rows)
    assert all(tr.plain(f"permission-{row.title}") for row in regulation.permissions)
    assert all(tr.plain(f"right-{row.title}") for row in regulation.rights)
    clauses = [row.clause for row in _every_row(regulation)]
    assert all(cited(tr, (clause,)) for clause in clauses)


def test_every_event_and_matter_is_met() -> None:
    """A value that no text uses doesn't belong to the model."""
    rules = [rule for which in Preset for rule in preset(which).rows]
    assert {rule.about for rule in rules} == set(Matter)
    assert {rule.due.event for rule in rules} - {None} == set(Happening)
