"""Final marks of a group on one screen, and the list of groups that are to be closed (JRN-11, BEY-13)."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.callbacks.finals import (
    AcceptPress,
    FinalCardPress,
    FinalSheetPress,
    FinalsPress,
    UndoFinalsPress,
    code_of,
)
from bot.callbacks.home import HomePress
from bot.screen import Button, Screen
from bot.screens.final_words import concerns, group_name, heading, mean_text, term_name
from bot.screens.teacher_words import NAME_LIMIT, mark_text
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.final_mark import TermKey
from core.model.final_sheet import FinalLine, FinalSheet, FinalsOverview, FinalTerm, TermProgress
from core.model.ids import PersonId
from core.model.people import PersonName
from locales import Markup, Translator, dates
from locales.clauses import cited

Row = tuple[Button, ...]

GROUPS = 8
_LABEL, _SUBJECT = 40, 12
# One thumb reaches two columns; a big class is turned like a page.
_CLASS = 60
# From so many days before its end the year is spoken of.
_YEARS_END = timedelta(days=45)
# How many of those who want a look are named, fewer where the message is too long.
_NAMED = (8, 5, 3)


def overview(value: FinalsOverview, tr: Translator, klass: int | None = None, number: int = 0) -> Screen:
    """Show groups with the term that is to be closed now, those that lack marks first."""
    page = page_of(sorted(value.groups, key=lambda each: each.complete), number, GROUPS)
    lines = [tr("final-title-klass", klass=value.klass) if value.klass else tr("final-title")]
    terms, schools = _by_term(value.groups), {each.school for each in value.groups}
    lines += [_term_line(some, value.today, tr, named=len(schools) > 1) for some in terms.values()]
    if not value.groups:
        lines.append(tr("final-list-none"))
        if value.next_opens is not None:
            lines.append(tr("final-list-next", day=dates.day_and_month(tr, value.next_opens)))
    named = len(schools) > 1, len(terms) > len(schools)
    rows: list[Row] = [(_group_button(each, tr, named, of_klass=bool(value.klass)),) for each in page.items]
    rows.append(pager_row(tr, page, lambda at: FinalsPress(klass=klass, page=at)))
    rows.append((Button(tr.plain("home-back"), HomePress()),))
    return Screen("\n\n".join((lines[0], "\n".join(lines[1:]))), tuple(row for row in rows if row))


def _by_term(groups: Sequence[TermProgress]) -> dict[tuple[str, str, date], list[TermProgress]]:
    """Periods of one name end on one day: what several grades of a school share is said once, the earliest first."""
    found: dict[tuple[str, str, date], list[TermProgress]] = defaultdict(list)
    schools = list(dict.fromkeys(each.school for each in groups))
    for each in sorted(
        groups, key=lambda each: (schools.index(each.school), each.due, -each.term.starts_on.toordinal())
    ):
        found[each.school, f"{each.term.kind}:{each.term.name}", each.due].append(each)
    return found


def _term_line(some: Sequence[TermProgress], today: date, tr: Translator, *, named: bool) -> Markup:
    done = sum(each.complete for each in some)
    term = " · ".join(_told(some[0], tr, (named, True)))
    values: dict[str, str | int] = {"term": term, "done": done, "groups": len(some)}
    if done == len(some):
        return tr("final-list-term-done", **values)
    late = "yes" if some[0].due < today else "no"
    return tr("final-list-term", due=dates.day_and_month(tr, some[0].due), late=late, **values)


def _told(each: TermProgress, tr: Translator, named: tuple[bool, bool]) -> Iterator[str]:
    """Give the school and the term, as they are to be `named`."""
    school, term = named
    if school:
        yield clip(each.school, NAME_LIMIT)
    if term:
        yield term_name(each.term, tr)


def _subject(each: TermProgress, tr: Translator) -> str:
    """«Английский язык (1 группа)»: the class stands above."""
    group, subject = each.group, clip(each.group.subject, NAME_LIMIT)
    if not group.subgroup:
        return subject
    return tr.plain("teacher-klass-subgroup", klass=subject, subgroup=clip(group.subgroup, NAME_LIMIT))


def _group_button(each: TermProgress, tr: Translator, named: tuple[bool, bool], *, of_klass: bool) -> Button:
    name = (
        _subject(each, tr)
        if of_klass
        else group_name(each.group.klass_name, each.group.subgroup, each.group.subject, tr)
    )
    told = "".join(f" · {part}" for part in _told(each, tr, named))
    # A long subject is cut rather than the term, by which buttons of one group differ.
    group = clip(clip(name, max(_SUBJECT, _LABEL - len(told))) + told, _LABEL)
    if each.complete:
        label = tr.plain("final-list-button-done", group=group)
    else:
        label = tr.plain("final-list-button", group=group, done=each.done, students=each.group.students)
    press = FinalSheetPress(group=each.group.group, term=code_of(TermKey(each.term.kind, each.term.period)))
    return Button(label, press)


def sheet_screen(sheet: FinalSheet, tr: Translator, *, toast: str = "") -> Screen:
    """Show a group: what is proposed and what stands for each, those who want a look by name, one tap for the rest."""
    text, _ = fitted(lambda limit: tuple(_blocks(sheet, tr, limit)), tr("final-card-cut"), _NAMED)
    rows: list[Row] = [*_actions(sheet, tr)]
    names = _names(sheet.lines)
    buttons = [_student(sheet, line, names[line.student], tr) for line in sheet.lines[:_CLASS]]
    rows += in_rows(buttons, 2)
    back = FinalsPress() if sheet.own else FinalsPress(klass=sheet.facts.klass)
    rows += [_terms(sheet, tr), (Button(tr.plain("final-button-list"), back),)]
    return Screen(text, tuple(row for row in rows if row), toast)


def _blocks(sheet: FinalSheet, tr: Translator, limit: int) -> Iterator[str]:
    yield heading(sheet.facts, sheet.term, tr)
    if not sheet.lines:
        yield tr("final-sheet-empty")
        return
    if sheet.today < sheet.opens:
        yield tr("final-sheet-opens", day=dates.day_and_month(tr, sheet.opens))
    else:
        yield tr(
            "final-sheet-count",
            done=sheet.done,
            students=len(sheet.lines),
            due=dates.day_and_month(tr, sheet.due),
            late="yes" if sheet.due < sheet.today else "no",
            clause=cited(tr, (sheet.clause,)),
        )
    look = [line for line in sheet.lines if line.value is None and not line.proposal.clear]
    if look and sheet.today >= sheet.opens:
        yield "\n".join((tr("final-sheet-look"), *_attention(look, tr, limit)))
    yield tr("final-sheet-complete" if sheet.done == len(sheet.lines) else "final-sheet-how")


def _attention(look: list[FinalLine], tr: Translator, limit: int) -> Iterator[Markup]:
    for line in look[:limit]:
        # Who lacks marks has no proposal anyway: it is said alone where nothing else is.
        what = "; ".join(concerns(line.proposal, tr)) or tr.plain("final-doubt-none")
        yield tr("final-attention", name=clip(line.name.initials, NAME_LIMIT), what=what)
    if len(look) > limit:
        yield tr("final-attention-more", count=len(look) - limit)


def _actions(sheet: FinalSheet, tr: Translator) -> Iterator[Row]:
    key = _code(sheet.term)
    if sheet.sets and sheet.waiting and sheet.today >= sheet.opens:
        label = tr.plain("final-accept", count=len(sheet.waiting))
        yield (Button(label, AcceptPress(group=sheet.facts.group, term=key)),)
    if sheet.undoable:
        label = tr.plain("final-undo", count=sheet.undoable)
        yield (Button(label, UndoFinalsPress(group=sheet.facts.group, term=key)),)


def _code(term: FinalTerm) -> str:
    return code_of(TermKey(term.kind, term.period))


def _names(lines: Sequence[FinalLine]) -> dict[PersonId, str]:
    """«Орлов», longer only where two would look alike: half a row holds sixteen signs."""
    shapes = {line.student: _shapes(line.name) for line in lines}
    seen = Counter(shape for some in shapes.values() for shape in set(some))
    return {
        student: clip(next((shape for shape in some if seen[shape] == 1), some[-1]), NAME_LIMIT)
        for student, some in shapes.items()
    }


def _shapes(name: PersonName) -> tuple[str, ...]:
    return name.family, f"{name.family} {name.given[:1]}.", name.initials, name.full


def _student(sheet: FinalSheet, line: FinalLine, name: str, tr: Translator) -> Button:
    press = FinalCardPress(group=sheet.facts.group, student=line.student, term=_code(sheet.term))
    return Button(_label(line, name, tr), press)


def _label(line: FinalLine, name: str, tr: Translator) -> str:
    proposal = line.proposal
    if line.value is not None:
        return tr.plain("final-label-set", name=name, mark=mark_text(line.value, tr))
    if not proposal.clear:
        if proposal.exact is None:
            return tr.plain("final-label-none", name=name)
        return tr.plain("final-label-look", name=name, mean=mean_text(proposal))
    mark = mark_text(proposal.value, tr)
    if proposal.exact is None:
        return tr.plain("final-label-word", name=name, mark=mark)
    return tr.plain("final-label-clear", name=name, mean=mean_text(proposal), mark=mark)


def _terms(sheet: FinalSheet, tr: Translator) -> Row:
    """The neighbours among periods, year, examination and course, as soon as they matter."""
    terms = sheet.facts.terms
    here = next((at for at, each in enumerate(terms) if each == sheet.term), 0)
    beside = [terms[at] for at in (here - 1, here + 1) if 0 <= at < len(terms)]
    return tuple(
        Button(term_name(each, tr), FinalSheetPress(group=sheet.facts.group, term=_code(each)))
        for each in beside
        if (each.starts_on if each.period else each.ends_on - _YEARS_END) <= sheet.today
    )
