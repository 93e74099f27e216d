"""What the comparison shows of a theme, as plain values."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from checklists.comparing import PlacedItem, ThemeRow
from checklists.key_labels import label_of
from checklists.policy import Indicator, Measure
from gui.widgets.day_words import deadline_words
from gui.widgets.figure_words import target_words
from models.vocabulary import Modality
from resources import word

_tr = partial(QCoreApplication.translate, "Comparison")


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme in the list, with how many items each city has under it."""

    slug: str
    name: str
    cities: tuple[str, ...]
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """Count the items of all cities."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One item in a city's column; `heading` is empty when the item before stands in the same measure."""

    heading: str
    text: str
    meta: str


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One city's figure: what it counts, how many, whose and by when."""

    target: str
    name: str
    details: str
    has_number: bool = True


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure across the cities, or what each city counts alone; a city may set none or several."""

    name: str
    by_city: tuple[tuple[FigureCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One city's items under the theme."""

    city: str
    count: int
    duties: tuple[DutyLine, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One theme across the cities."""

    name: str
    extent: str
    figures: tuple[FigureLine, ...]
    columns: tuple[Column, ...]


def lines_of(themes: Iterable[ThemeRow]) -> tuple[ThemeLine, ...]:
    """List the themes that have any item left."""
    return tuple(_line(theme) for theme in themes if theme.count)


def comparison_of(theme: ThemeRow) -> Comparison:
    """Say what the cities ask under a theme."""
    columns = tuple(Column(city.city, len(city.items), tuple(_duties(city.items))) for city in theme.cities)
    return Comparison(theme.name, _extent(theme), tuple(_figures(theme)), columns)


def _line(theme: ThemeRow) -> ThemeLine:
    cities, counts = (city.city for city in theme.cities), (len(city.items) for city in theme.cities)
    return ThemeLine(theme.slug, theme.name, tuple(cities), tuple(counts))


def _extent(theme: ThemeRow) -> str:
    speaking = [city for city in theme.cities if city.items]
    figures = sum(len(city.indicators) for city in theme.cities)
    text = _tr("{cities} 个地方写到 · {items} 个要点").format(cities=len(speaking), items=theme.count)
    return text + (_tr(" · {figures} 项指标").format(figures=figures) if figures else "")


def _duties(items: Sequence[PlacedItem]) -> Iterator[DutyLine]:
    before: Measure | None = None
    for placed in items:
        heading = "" if before is placed.measure else _heading(placed.measure)
        before = placed.measure
        yield DutyLine(heading, placed.item.text, _meta(placed))


def _heading(measure: Measure) -> str:
    return " ".join(filter(None, (measure.number, measure.heading)))


def _meta(placed: PlacedItem) -> str:
    item = placed.item
    asked = "" if item.modality is Modality.MUST else word(item.modality)
    return "　".join((label_of(item.key), " · ".join(filter(None, (word(item.addressee), asked)))))


def _figures(theme: ThemeRow) -> Iterator[FigureLine]:
    yield from (FigureLine(figure.name, tuple(map(_cells, figure.by_city))) for figure in theme.shared)
    if any(theme.own):
        name = _tr("各地另有的指标") if theme.shared else _tr("各地的指标")
        yield FigureLine(name, tuple(map(_cells, theme.own)))


def _cells(figures: Iterable[Indicator]) -> tuple[FigureCell, ...]:
    return tuple(_cell(figure) for figure in figures)


def _cell(figure: Indicator) -> FigureCell:
    return FigureCell(target_words(figure), figure.name, _details(figure), figure.value is not None)


def _details(figure: Indicator) -> str:
    parts = (word(figure.scope), figure.frequency, deadline_words(figure.deadline))
    return " · ".join(filter(None, parts))
