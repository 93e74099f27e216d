"""Two cycles of one school side by side, item by item and in sum: pure rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.vocabulary import Status
from services.checklist import Checklist, IndicatorRow, ItemRow, SectionRow
from services.cycles.carrying import Ways
from services.scoring import Score, score

_RANK = {Status.NOT_MET: 0, Status.PARTLY_MET: 1, Status.MET: 2}


class Course(StrEnum):
    """How an item went from one cycle to the next, what matters most first."""

    DOWN = "down"
    UP = "up"
    SAME = "same"
    UNLIKE = "unlike"
    OPEN = "open"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class FigureCourse:
    """A figure then and now; None where one of the cycles does not have it."""

    before: IndicatorRow | None
    after: IndicatorRow | None


@dataclass(frozen=True, slots=True)
class ItemCourse:
    """An item then and now; one of them is None where it is new or gone."""

    course: Course
    section: str
    before: ItemRow | None
    after: ItemRow | None
    figures: tuple[FigureCourse, ...] = ()

    @property
    def row(self) -> ItemRow:
        """Give the item as it stands, else as it stood."""
        row = self.after or self.before
        assert row is not None
        return row


@dataclass(frozen=True, slots=True)
class SectionCourse:
    """A section's counts then and now; None where the policy did not have it then."""

    ref: str
    heading: str
    before: Score | None
    after: Score


@dataclass(frozen=True, slots=True)
class CycleComparison:
    """Both cycles whole, by section, and item by item in the order of the document, the gone ones last."""

    last_year: int
    year: int
    before: Score
    after: Score
    sections: tuple[SectionCourse, ...]
    items: tuple[ItemCourse, ...]

    def count(self, course: Course) -> int:
        """Count the items that went so."""
        return sum(one.course is course for one in self.items)


def compare(before: Checklist, after: Checklist, ways: Ways | None = None) -> CycleComparison:
    """Lay an earlier cycle beside a later one; `ways` follows items that another revision has elsewhere."""
    return CycleComparison(
        last_year=before.year,
        year=after.year,
        before=score(before.items()),
        after=score(after.items()),
        sections=tuple(_sections(before, after)),
        items=tuple(_items(before, after, ways)),
    )


def course_of(before: Status, after: Status) -> Course:
    """Say how one status went to another; statuses that have no rank are like nothing but themselves."""
    if after is Status.UNANSWERED:
        return Course.OPEN
    if before is after:
        return Course.SAME
    if before not in _RANK or after not in _RANK:
        return Course.UNLIKE
    return Course.UP if _RANK[after] > _RANK[before] else Course.DOWN


def _items(before: Checklist, after: Checklist, ways: Ways | None) -> Iterator[ItemCourse]:
    olds = {row.key: row for row in before.binding_items()}
    origins = _origins(olds.values(), ways)
    matched = set()
    for section in after.sections:
        for row in section.items():
            if row.is_binding:
                old = origins.get(row.key)
                matched.add(old.key if old else None)
                yield _laid(section.ref, old, row)
    for section in before.sections:
        for row in section.items():
            if row.is_binding and row.key not in matched:
                yield ItemCourse(Course.GONE, section.ref, row, None, tuple(_figures(row, None)))


def _origins(olds: Iterable[ItemRow], ways: Ways | None) -> dict[str, ItemRow]:
    found: dict[str, ItemRow] = {}
    for row in olds:
        for key in (row.key,) if ways is None else ways.get(row.key, ()):
            found.setdefault(key, row)
    return found


def _laid(section: str, old: ItemRow | None, row: ItemRow) -> ItemCourse:
    course = Course.NEW if old is None else course_of(old.status, row.status)
    return ItemCourse(course, section, old, row, tuple(_figures(old, row)))


def _figures(old: ItemRow | None, new: ItemRow | None) -> Iterator[FigureCourse]:
    """Pair figures by key, else by name and unit."""
    olds = list(old.indicators) if old else []
    for figure in new.indicators if new else ():
        like = next((one for one in olds if one.indicator.key == figure.indicator.key), None)
        like = like or next((one for one in olds if _named(one) == _named(figure)), None)
        if like is not None:
            olds.remove(like)
        yield FigureCourse(like, figure)
    yield from (FigureCourse(one, None) for one in olds)


def _named(figure: IndicatorRow) -> tuple[str, str]:
    return figure.indicator.name, figure.indicator.unit


def _sections(before: Checklist, after: Checklist) -> Iterator[SectionCourse]:
    for section in after.sections:
        now = score(section.items())
        if now.must_answer:
            old = _same_section(before, section)
            yield SectionCourse(section.ref, section.heading, score(old.items()) if old else None, now)


def _same_section(before: Checklist, section: SectionRow) -> SectionRow | None:
    by_heading = (one for one in before.sections if one.heading == section.heading)
    by_ref = (one for one in before.sections if one.ref == section.ref)
    return next(by_heading, None) or next(by_ref, None)
