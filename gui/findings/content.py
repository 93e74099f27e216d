"""What the ledger shows: rows under the heading of their group, narrowed as asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from models.folding import folded
from models.vocabulary import FindingState, RemedyKind
from services.findings.rows import FindingRow
from services.hits import may_be_initials, words_of
from services.initials import initials


class Group(StrEnum):
    """Under which heading a finding stands; the overdue ones stand first, whatever their state."""

    OVERDUE = "overdue"
    MENDING = "mending"
    TO_REVIEW = "to_review"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


BOARD = (Group.OVERDUE, Group.MENDING, Group.TO_REVIEW, Group.CLOSED)
"""The columns of the board."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is looked for; `None` and "" ask for everything."""

    text: str = ""
    department: str | None = None
    kind: RemedyKind | None = None
    group: Group | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether everything is shown."""
        return self == Narrowing()


@dataclass(frozen=True, slots=True)
class HeadEntry:
    """The heading of a group."""

    group: Group
    count: int
    is_folded: bool


@dataclass(frozen=True, slots=True)
class RowEntry:
    """One finding."""

    row: FindingRow


Entry = HeadEntry | RowEntry


def group_of(row: FindingRow) -> Group:
    """Say where a finding stands."""
    return Group.OVERDUE if row.is_overdue else Group(row.state.value)


def narrowed(rows: Iterable[FindingRow], wanted: Narrowing) -> tuple[FindingRow, ...]:
    """Keep what is looked for."""
    return tuple(row for row in rows if _holds(row, wanted))


def grouped(rows: Iterable[FindingRow]) -> dict[Group, tuple[FindingRow, ...]]:
    """Put rows under their groups, the nearest deadline first, what was closed last first."""
    found: dict[Group, list[FindingRow]] = {group: [] for group in Group}
    for row in rows:
        found[group_of(row)].append(row)
    return {group: tuple(sorted(some, key=_order)) for group, some in found.items()}


def entries_of(rows: Iterable[FindingRow], folded: frozenset[Group]) -> tuple[Entry, ...]:
    """List headings and, unless they are folded, the rows under them."""
    entries: list[Entry] = []
    for group, some in grouped(rows).items():
        if some:
            entries.append(HeadEntry(group, len(some), group in folded))
            entries += [] if group in folded else [RowEntry(row) for row in some]
    return tuple(entries)


def departments_of(rows: Iterable[FindingRow]) -> tuple[str, ...]:
    """Name the departments that lead, each once."""
    return tuple(sorted({row.remedy.lead.strip() for row in rows} - {""}))


def neighbour_of(entries: Sequence[Entry], number: int | None, step: int) -> int | None:
    """Name the finding so many steps from one in hand."""
    numbers = [entry.row.number for entry in entries if isinstance(entry, RowEntry)]
    if not numbers:
        return None
    if number not in numbers:
        return numbers[0]
    place = numbers.index(number) + step  # type: ignore[arg-type]
    return numbers[place] if 0 <= place < len(numbers) else None


def _holds(row: FindingRow, wanted: Narrowing) -> bool:
    remedy = row.remedy
    return (
        (wanted.department is None or remedy.lead.strip() == wanted.department)
        and (wanted.kind is None or remedy.kind is wanted.kind)
        and (wanted.group is None or group_of(row) is wanted.group)
        and _tells(_searched(row), words_of(wanted.text))
    )


def _searched(row: FindingRow) -> str:
    remedy = row.remedy
    words = (remedy.problem, remedy.basis, remedy.cause, remedy.measure, remedy.lead, remedy.joint, remedy.person)
    close = row.label.replace(" ", "")
    return "\n".join((row.label, close, row.item_label, *words, *(one.round.words for one in row.rounds)))


def _tells(text: str, words: Iterable[str]) -> bool:
    """Say whether all words stand in a text, by themselves or by their pinyin initials."""
    return all(word in _folded(text) or (may_be_initials(word) and word in _letters(text)) for word in words)


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return folded(text)


@lru_cache(maxsize=1024)
def _letters(text: str) -> str:
    return initials(text)


def _order(row: FindingRow) -> tuple[int, int]:
    closed_on = row.finding.closed_on
    if row.state is FindingState.CLOSED and closed_on:
        return -closed_on.toordinal(), row.number
    return (row.remedy.deadline or date.max).toordinal(), row.number
