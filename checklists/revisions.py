"""Two revisions of a policy, item by item: unchanged, reworded, moved, split, new, gone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from operator import attrgetter

from checklists.policy import CheckItem, Indicator, Measure, Policy
from models.vocabulary import ItemKey

LIKE, WITHIN = 0.7, 0.75
"""From which share of common characters on a text is the same said anew, or a part of a longer one."""
_SHORTEST_RUN = 2
_TARGET = attrgetter("name", "comparator", "value", "max", "unit", "deadline", "frequency", "level", "scope")


class Aspect(StrEnum):
    """What of an item can be said otherwise, by the name it has in a CheckItem."""

    TEXT = "text"
    ADDRESSEE = "addressee"
    MODALITY = "modality"
    APPLIES_TO = "applies_to"
    DEADLINE = "deadline"
    INDICATORS = "indicators"


_DUTY = tuple(aspect for aspect in Aspect if aspect is not Aspect.INDICATORS)


class Fate(StrEnum):
    """What became of an item."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    MOVED = "moved"
    SPLIT = "split"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with its measure and its figures."""

    measure: Measure
    item: CheckItem
    indicators: tuple[Indicator, ...]

    @property
    def key(self) -> ItemKey:
        """Name the item."""
        return self.item.key


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One item before (None: new) and after (none: gone; several: split), and what of it is said otherwise."""

    fate: Fate
    before: Placed | None
    after: tuple[Placed, ...]
    changed: tuple[Aspect, ...] = ()

    @property
    def figures(self) -> tuple["FigurePair", ...]:
        """Give the figures before and after, those that stayed as they were left out."""
        return tuple(_paired(self.before.indicators if self.before else (), self.after))


@dataclass(frozen=True, slots=True)
class FigurePair:
    """A figure before (None: new) and after (None: gone)."""

    before: Indicator | None
    after: Indicator | None


def compare(before: Policy, after: Policy) -> tuple[RevisionRow, ...]:
    """Follow every item by its key, else by its text; rows in the order of the earlier revision, new ones last."""
    olds, news = _placed(before), _placed(after)
    by_key = _by_key(olds, news)
    free = [new for key, new in news.items() if key not in by_key]
    rows: list[RevisionRow] = []
    for old in olds.values():
        row = _same_key(old, news[old.key], free) if old.key in by_key else _by_text(old, free)
        rows.append(row)
        free = [new for new in free if new not in row.after]
    return (*rows, *(RevisionRow(Fate.NEW, None, (new,)) for new in free))


def _placed(policy: Policy) -> dict[ItemKey, Placed]:
    return {item.key: _place(item, measure) for measure in policy.measures for item in measure.items}


def _place(item: CheckItem, measure: Measure) -> Placed:
    return Placed(measure, item, tuple(one for one in measure.indicators if one.item == item.key))


def _by_key(olds: dict[ItemKey, Placed], news: dict[ItemKey, Placed]) -> set[ItemKey]:
    """Name the keys that mean the same duty in both; one whose very words now stand under another key does not."""
    places = {new.item.text: key for key, new in news.items()}
    return {key for key, old in olds.items() if key in news and places.get(old.item.text, key) == key}


def _same_key(old: Placed, new: Placed, free: Sequence[Placed]) -> RevisionRow:
    changed = _changed(old, new)
    parts = _parts(old, free) if changed else ()
    if parts and _share(new, old) >= WITHIN:
        return RevisionRow(Fate.SPLIT, old, (new, *parts), changed)
    if changed:
        return RevisionRow(Fate.REWORDED, old, (new,), changed)
    is_moved = (old.measure.ref, old.measure.heading) != (new.measure.ref, new.measure.heading)
    return RevisionRow(Fate.MOVED if is_moved else Fate.UNCHANGED, old, (new,))


def _by_text(old: Placed, free: Sequence[Placed]) -> RevisionRow:
    likely = max(free, key=lambda new: _likeness(old, new), default=None)
    if likely is not None and _likeness(old, likely) >= LIKE:
        return RevisionRow(Fate.MOVED, old, (likely,), _changed(old, likely))
    parts = _parts(old, free)
    if len(parts) > 1:
        return RevisionRow(Fate.SPLIT, old, parts, (Aspect.TEXT,))
    return RevisionRow(Fate.GONE, old, ())


def _changed(old: Placed, new: Placed) -> tuple[Aspect, ...]:
    """Name what a person who answered must know to be otherwise; anchors, themes and advice are not."""
    fields = [name for name in _DUTY if getattr(old.item, name) != getattr(new.item, name)]
    has_other_figures = _targets(old.indicators) != _targets(new.indicators)
    return (*fields, *([Aspect.INDICATORS] if has_other_figures else []))


def _paired(olds: Iterable[Indicator], after: Iterable[Placed]) -> Iterator[FigurePair]:
    """Pair figures by name, else by key; a figure that reads the same on both sides is none to tell of."""
    news = [figure for placed in after for figure in placed.indicators]
    for old in olds:
        new = next((one for one in news if one.name == old.name), None)
        new = new or next((one for one in news if one.key == old.key), None)
        if new is not None:
            news.remove(new)
        if new is None or _TARGET(old) != _TARGET(new):
            yield FigurePair(old, new)
    yield from (FigurePair(None, new) for new in news)


def _targets(figures: Iterable[Indicator]) -> list[object]:
    return list(map(_TARGET, figures))


def _parts(old: Placed, free: Sequence[Placed]) -> tuple[Placed, ...]:
    return tuple(new for new in free if _share(new, old) >= WITHIN)


def _likeness(one: Placed, other: Placed) -> float:
    matcher = SequenceMatcher(None, one.item.text, other.item.text, autojunk=False)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return min(_until(bound() for bound in bounds))


def _until(bounds: Iterator[float]) -> Iterator[float]:
    """Go on only while a bound leaves the texts a chance to be alike."""
    for bound in bounds:
        yield bound
        if bound < LIKE:
            return


def _share(part: Placed, whole: Placed) -> float:
    """Say how much of one text stands in another, in runs of two characters or more."""
    text = part.item.text
    runs = SequenceMatcher(None, text, whole.item.text, autojunk=False).get_matching_blocks()
    return sum(run.size for run in runs if run.size >= _SHORTEST_RUN) / len(text)
