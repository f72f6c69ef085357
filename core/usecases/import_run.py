"""One import on its way: compares kind after kind with what is stored, and writes the difference when it is told to."""

import asyncio
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any, TypeVar

from core.model.ids import SchoolId
from core.model.importing import Fate, KindChange
from core.model.workbook import Workbook
from core.rules.difference import Change, Comparison, Difference, Record, Stored
from core.rules.school_targets import targets, year_of
from core.storage.gateways import school_import
from core.storage.queries import importing
from core.storage.work import Work
from core.usecases.import_guardians import stored_codes
from core.usecases.import_kinds import KINDS, Gone, Kind

PAGE = 200
SAMPLES = 5
# What a duty asks to be entered by a day remembers when it was (REG-2).
_DATED = frozenset(
    {
        "bells",
        "calendar",
        "events",
        "groups",
        "guardians",
        "klasses",
        "periods",
        "plans",
        "staff",
        "students",
        "timetable",
    }
)
T = TypeVar("T")


class Run:
    """An import of a workbook into a school; `school` is None while it is not founded, `writing` false in a preview."""

    def __init__(self, work: Work, book: Workbook, school: SchoolId | None, today: date, writing: bool) -> None:
        """Take what to compare and where; `today` is the school's local day."""
        self.work = work
        self.book = book
        self.school = school
        self.today = today
        self.writing = writing
        self.ids: dict[str, dict[Hashable, int]] = {}
        self.names: dict[str, dict[int, Hashable]] = {}
        self.stored: dict[str, dict[Hashable, Stored]] = {}
        self.wanted: dict[str, dict[Hashable, Record]] = {}
        self.differences: dict[str, Difference] = {}
        self.ended: dict[str, list[Stored]] = {}
        self.new_groups: frozenset[int] = frozenset()
        self.enrolled_on = {line.code: line.enrolled_on for line in book.students}

    async def settle(self) -> list[KindChange]:
        """Compare, and write when writing; give what happens to each kind."""
        for kind in KINDS:
            await self._load(kind)
        codes = stored_codes(self.book, self.stored["guardians"], self.stored["guardianships"])
        self.stored["guardians"] = codes.renamed(self.stored["guardians"])
        self.stored["guardianships"] = codes.relinked(self.stored["guardianships"])
        wanted = targets(self.book, codes.taken)
        return [await self._settle(kind, wanted[kind.name]) for kind in KINDS if kind.is_in(self.book)]

    async def _load(self, kind: Kind) -> None:
        """Read the stored records of a kind, with natural keys in the place of ids."""
        found: dict[Hashable, Stored] = {}
        names = self.names[kind.name] = {}
        after = 0
        while self.school is not None:
            page = await self.work.run(importing.page, kind.name, self.school, after, PAGE)
            for key, record in page:
                natural = record | {
                    column: self.names[ref].get(record[column]) for column, ref in kind.refs.items() if record[column]
                }
                if self._of_this_year(kind, natural):
                    found[kind.key_of(natural)] = Stored(key, natural)
                    names[key] = kind.key_of(natural)
            if len(page) < PAGE:
                break
            after = page[-1][0]
        self.stored[kind.name] = found
        self.ids[kind.name] = {name: key for key, name in names.items()}

    def _of_this_year(self, kind: Kind, record: Record) -> bool:
        year = year_of(self.book)
        return not kind.dated or year.starts_on <= record[kind.dated] <= year.ends_on

    async def _settle(self, kind: Kind, wanted: Iterable[Record]) -> KindChange:
        comparison = Comparison(self.stored[kind.name])
        kept = self.wanted[kind.name] = {}
        for batch in batches(wanted, PAGE):
            for record in batch:
                kept.setdefault(kind.key_of(record), record)
                comparison.want(kind.key_of(record), record)
            await asyncio.sleep(0)
        difference = self.differences[kind.name] = comparison.finish()
        ended, missing = await self._part(kind, difference.gone)
        self.ended[kind.name] = ended
        if self.writing:
            await self._write(kind, difference, ended)
        fates: dict[Fate, Sequence[Any]] = {
            Fate.CREATED: difference.created,
            Fate.CHANGED: [change.after for change in difference.changed],
            Fate.ENDED: [stored.record for stored in ended],
            Fate.MISSING: [stored.record for stored in missing],
        }
        counts = {fate: len(found) for fate, found in fates.items() if found}
        samples = {fate: tuple(self._label(kind, record) for record in fates[fate][:SAMPLES]) for fate in counts}
        return KindChange(kind.name, counts, samples)

    def _label(self, kind: Kind, record: Record) -> str:
        """Give what a reader recognises a record by: people's names in the place of codes."""
        people = {ref: self.wanted.get(ref, {}) for ref in ("staff", "students", "guardians")}
        shown = dict(record)
        for column, ref in kind.refs.items():
            person = people.get(ref, {}).get(record.get(column))
            if person:
                shown[column] = f"{person['family']} {person['given']}"
        return kind.label_of(shown)

    async def _part(self, kind: Kind, gone: list[Stored]) -> tuple[list[Stored], list[Stored]]:
        """Part what nobody wants into what ends and what is only listed."""
        if kind.gone is Gone.KEEP:
            return [], []
        wanted = self.wanted[kind.name].values() if kind.owner and gone else ()
        owners = {tuple(record[name] for name in kind.owner) for record in wanted}
        spoken_of = [stored for stored in gone if self._spoken_of(kind, stored.record, owners)]
        if kind.gone is Gone.LIST:
            return [], [stored for stored in spoken_of if not stored.record.get("until")]
        if kind.gone is Gone.CLOSE:
            return [stored for stored in spoken_of if not stored.record.get("until")], []
        held: set[int] = set()
        for batch in batches(spoken_of, PAGE):
            held |= await self.work.run(importing.referenced, kind.name, [stored.id for stored in batch])
        ended = [stored for stored in spoken_of if stored.id not in held]
        return ended, [stored for stored in spoken_of if stored.id in held]

    def _spoken_of(self, kind: Kind, record: Record, owners: set[tuple[Any, ...]]) -> bool:
        for column in kind.within:
            ref, value = kind.refs[column], record[column]
            known = self.wanted["klasses"] if ref == "groups" else self.wanted[ref]
            if (value[0] if ref == "groups" else value) not in known:
                return False
        return not kind.owner or tuple(record[name] for name in kind.owner) in owners

    async def _write(self, kind: Kind, difference: Difference, ended: list[Stored]) -> None:
        if kind.gone is Gone.DELETE:
            await self._each("remove", kind, [stored.id for stored in ended])
        elif kind.gone is Gone.CLOSE:
            await self._close(kind, ended)
        created, changed = difference.created, difference.changed
        if kind.name == "enrolments":
            moved = [change for change in changed if change.before.record["klass_id"] != change.after["klass_id"]]
            changed = [change for change in changed if change not in moved]
            await self._move(kind, moved)
        await self._change(kind, changed)
        keys = await self._create(kind, created)
        if kind.name == "groups":
            self.new_groups = frozenset(keys)

    async def _create(self, kind: Kind, created: Sequence[Record]) -> list[int]:
        rows = [self._row(kind, record, new=True) for record in created]
        if not kind.registered:
            await self._each("append", kind, rows)
            return []
        keys = [
            key for batch in batches(rows, PAGE) for key in await self.work.run(school_import.add, kind.name, batch)
        ]
        self.ids[kind.name].update(zip((kind.key_of(record) for record in created), keys, strict=True))
        return keys

    async def _change(self, kind: Kind, changed: Sequence[Change]) -> None:
        by_columns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for change in changed:
            row = {"id": change.before.id} | self._row(kind, change.after, new=False)
            by_columns.setdefault(tuple(row), []).append(row)
            if kind.registered:
                self.ids[kind.name][kind.key_of(change.after)] = change.before.id
        for rows in by_columns.values():
            await self._each("change", kind, rows)

    async def _close(self, kind: Kind, ended: Sequence[Stored]) -> None:
        """End what has begun, forget what has not: a subgroup ends with yesterday, a link to a child at once."""
        yesterday = self.today - timedelta(days=1)
        last = self.today if kind.name in {"guardianships", "loads"} else yesterday
        unbegun = [stored.id for stored in ended if stored.record.get("since", date.min) >= self.today]
        begun = [{"id": stored.id, "until": last} for stored in ended if stored.id not in unbegun]
        await self._each("remove", kind, unbegun)
        await self._each("change", kind, begun)

    async def _move(self, kind: Kind, moved: Sequence[Change]) -> None:
        """Close the enrolment in the old class and open one in the new; the journal keeps both (ADM-5)."""
        await self._close(kind, [change.before for change in moved])
        await self._each("append", kind, [self._row(kind, change.after, new=True) for change in moved])

    def _row(self, kind: Kind, record: Record, new: bool) -> dict[str, Any]:
        """Give the columns of a record with ids in the place of natural keys."""
        refs = {column: self.ids[ref][record[column]] for column, ref in kind.refs.items() if record[column]}
        row = {**record, **refs}
        if not new:
            return row
        if kind.name in {"members", "enrolments"}:
            row["since"] = self._since(kind, record, row)
        elif kind.name not in {"roles", "guardianships", "loads"}:
            row["school_id"] = self.school
        if kind.name in _DATED:
            row["entered_at"] = self.work.now
        return row

    def _since(self, kind: Kind, record: Record, row: Mapping[str, Any]) -> date:
        """Tell from when somebody belongs to a class or group: the year's start, or today if it had begun before."""
        start = year_of(self.book).starts_on
        if kind.name == "enrolments":
            known = self.stored[kind.name].get(kind.key_of(record))
            return max(start, self.today) if known else self.enrolled_on.get(record["student_id"]) or start
        return start if row["group_id"] in self.new_groups else max(start, self.today)

    async def _each(self, verb: str, kind: Kind, items: Sequence[Any]) -> None:
        for batch in batches(items, PAGE):
            await self.work.run(getattr(school_import, verb), kind.name, batch)


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Cut into lists of at most `size`."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch
