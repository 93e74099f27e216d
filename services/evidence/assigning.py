"""Which item each file of a folder is for: proposed by the numbers and words in its name, for a person to confirm."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checklists.key_labels import label_of
from models.vocabulary import ItemKey
from services.checklist import Checklist, ItemRow
from services.progress import Progress, silent

MOST = 20_000
"""A folder of more files than this is taken for a mistake."""

_PASSED_OVER = ("~$", ".")
_SYSTEM = frozenset(["thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"])
_HAN = re.compile(r"[㐀-鿿豈-﫿]+")
_LEAST_PAIRS = 2
_LEAST_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Found:
    """A file under a folder, and its path within it."""

    path: Path
    place: str


def files_under(folders: Iterable[Path], progress: Progress = silent) -> tuple[Found, ...]:
    """List the files in folders and among paths, links not followed, what systems leave about passed over."""
    found: list[Found] = []
    for start in folders:
        for path in _walk(start):
            progress.step(len(found), 0, path.name)
            found.append(Found(path, str(path.relative_to(start.parent))))
            if len(found) >= MOST:
                return tuple(found)
    return tuple(found)


class Proposer:
    """Proposes items of one checklist."""

    def __init__(self, checklist: Checklist) -> None:
        items = [row for row in checklist.items() if row.is_binding]
        self._labels = {row.label: row.key for row in items}
        self._first_of = {measure.number: rows[0].key for measure, rows in _measures(checklist) if rows}
        self._order = {row.key: place for place, row in enumerate(items)}
        self._where: dict[str, list[ItemKey]] = {}
        for measure, rows in _measures(checklist):
            for row in rows:
                for pair in _pairs(_words_of(row, measure.heading)):
                    self._where.setdefault(pair, []).append(row.key)
        labels = sorted(self._labels, key=len, reverse=True)
        self._label = re.compile("|".join(f"(?<![0-9-]){re.escape(one)}(?![0-9])" for one in labels) or r"(?!)")

    def propose(self, place: str) -> ItemKey | None:
        """Propose an item for a file by its path, the nearest part of it first; None where nothing tells."""
        parts = [part.translate(_DASHES) for part in reversed(Path(place).parts)]
        parts[0] = Path(parts[0]).stem
        for part in parts:
            if found := self._label.search(part):
                return self._labels[found[0]]
        for part in parts[1:]:
            if (number := _LEADING.match(part)) and number[1] in self._first_of:
                return self._by_words(parts, within=number[1]) or self._first_of[number[1]]
        return self._by_words(parts)

    def _by_words(self, parts: list[str], within: str = "") -> ItemKey | None:
        """Take the item whose words share most pairs of characters with the name, then with its folder."""
        for part in parts:
            pairs = _pairs(part)
            shared = Counter(key for pair in pairs for key in self._where.get(pair, ()))
            ours = [(count, -self._order[key], key) for key, count in shared.items() if _is_in(key, within)]
            count, _, key = max(ours, default=(0, 0, None))
            if key is not None and count >= _LEAST_PAIRS and count / len(pairs) >= _LEAST_SHARE:
                return key
        return None


_DASHES = str.maketrans("－—–−_", "-----")
_LEADING = re.compile(r"\s*第?\s*(\d{1,3})(?![0-9-])")


def _walk(start: Path) -> Iterator[Path]:
    if not start.is_dir():
        if start.is_file():
            yield start
        return
    for folder, inner, names in os.walk(start):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if _is_wanted(name) and not (Path(folder) / name).is_symlink():
                yield Path(folder) / name


def _is_wanted(name: str) -> bool:
    return not name.startswith(_PASSED_OVER) and name.casefold() not in _SYSTEM


def _is_in(key: ItemKey, measure: str) -> bool:
    return not measure or label_of(key).rpartition("-")[0] == measure


def _measures(checklist: Checklist) -> Iterator[tuple["_Measure", list[ItemRow]]]:
    for measure in checklist.measures():
        yield _Measure(measure.number, measure.heading), [row for row in measure.items if row.is_binding]


@dataclass(frozen=True, slots=True)
class _Measure:
    number: str
    heading: str


def _words_of(row: ItemRow, heading: str) -> str:
    return " ".join((heading, row.item.text, *row.item.evidence))


def _pairs(text: str) -> frozenset[str]:
    """Take every two Han characters that stand side by side."""
    return frozenset(run[place : place + 2] for run in _HAN.findall(text) for place in range(len(run) - 1))
