"""Two cycles side by side, in the words of the screen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.section_labels import section_label
from gui.widgets.figure_words import actual_words
from models.vocabulary import ItemKey, Status
from resources import word
from services.cycles.comparison import Course, CycleComparison, FigureCourse, ItemCourse, SectionCourse
from services.rounding import permille

_tr = partial(QCoreApplication.translate, "Cycles")
MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class RateLine:
    """A rate then and now, of the whole or of a section.

    `points` is in tenths of a percentage point, None where one of the cycles has no rate.
    """

    name: str
    before: str
    after: str
    points: int | None

    @property
    def is_head(self) -> bool:
        """Say whether it names the columns."""
        return not self.name

    @property
    def moved(self) -> str:
        """Say by how many points it moved."""
        return moved_words(self.points)

    @property
    def sentence(self) -> str:
        """Say it to a screen reader."""
        return "，".join(filter(None, (self.name, f"{self.before} → {self.after}", self.moved)))


@dataclass(frozen=True, slots=True)
class CourseLine:
    """One item then and now; `leads` names it where it can still be answered."""

    course: Course
    leads: ItemKey | None
    label: str
    text: str
    before: Status | None
    after: Status | None
    figures: str

    @property
    def sentence(self) -> str:
        """Say it to a screen reader."""
        stands = " → ".join(word(status) for status in (self.before, self.after) if status is not None)
        return "，".join(filter(None, (self.label, self.text, stands, word(self.course), self.figures)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole screen."""

    last_year: int
    year: int
    sums: tuple[RateLine, ...]
    sections: tuple[RateLine, ...]
    items: tuple[CourseLine, ...]

    @property
    def head(self) -> RateLine:
        """Name the columns: the two years."""
        return RateLine("", str(self.last_year), str(self.year), None)

    def count(self, course: Course) -> int:
        """Count the items that went so."""
        return sum(line.course is course for line in self.items)

    def of(self, course: Course | None) -> tuple[CourseLine, ...]:
        """Give the items that went so, or those that went anywhere: better, worse, new, gone."""
        if course is None:
            return tuple(line for line in self.items if line.course not in (Course.SAME, Course.OPEN))
        return tuple(line for line in self.items if line.course is course)


def comparison_of(compared: CycleComparison) -> Comparison:
    """Put two cycles into words."""
    before, after = compared.before, compared.after
    return Comparison(
        last_year=compared.last_year,
        year=compared.year,
        sums=(
            _rate(_tr("落实率"), before.compliance, after.compliance),
            _rate(_tr("填报率"), before.completion, after.completion),
        ),
        sections=tuple(_section(one) for one in compared.sections),
        items=tuple(_line(one) for one in compared.items),
    )


def percent(share: Fraction | None) -> str:
    """Say a share to one decimal, — where there is none."""
    return "—" if share is None else f"{permille(share) / 10:.1f}%"


def moved_words(points: int | None) -> str:
    """Say how far a rate moved, given in tenths: +12.5 百分点, −3.0 百分点, 持平."""
    if points is None:
        return ""
    if points == 0:
        return _tr("持平")
    sign = "+" if points > 0 else MINUS
    return _tr("{sign}{points} 百分点").format(sign=sign, points=f"{abs(points) / 10:.1f}")


def _rate(name: str, before: Fraction | None, after: Fraction | None) -> RateLine:
    points = None if before is None or after is None else permille(after) - permille(before)
    return RateLine(name, percent(before), percent(after), points)


def _section(one: SectionCourse) -> RateLine:
    before = one.before.compliance if one.before else None
    return _rate(section_label(one.ref, one.heading), before, one.after.compliance)


def _line(one: ItemCourse) -> CourseLine:
    return CourseLine(
        course=one.course,
        leads=one.after.key if one.after else None,
        label=one.row.label,
        text=one.row.item.text,
        before=one.before.status if one.before else None,
        after=one.after.status if one.after else None,
        figures="；".join(_figures(one.figures)),
    )


def _figures(figures: Iterable[FigureCourse]) -> Iterator[str]:
    """Say each figure that was read in one of the cycles: name then → now."""
    for one in figures:
        row = one.after or one.before
        then, now = (
            "" if side is None else actual_words(side.indicator, side.reading) for side in (one.before, one.after)
        )
        if row is not None and (then or now):
            yield f"{row.indicator.name} {then or '—'} → {now or '—'}"
