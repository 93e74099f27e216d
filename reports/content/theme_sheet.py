"""The themes of the library laid across its cities (对照表): what each asks, a silent city as a dash."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checklists.comparing import CityRow, PlacedItem, ThemeRow
from checklists.key_labels import label_of
from checklists.policy import Indicator
from models.vocabulary import Modality
from reports.content.figures import due_in_row, target
from reports.wording import say
from resources import word


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A figure that several cities set for the same thing, a dash where one sets none."""

    name: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparedTheme:
    """One theme: what every city asks, then the figures they share."""

    name: str
    asked: tuple[str, ...]
    figures: tuple[ComparedFigure, ...]


@dataclass(frozen=True, slots=True)
class ThemeSheet:
    """The whole comparison."""

    cities: tuple[str, ...]
    about: str
    counted: str
    note: str
    themes: tuple[ComparedTheme, ...]


def build_theme_sheet(themes: Iterable[ThemeRow]) -> ThemeSheet:
    """Compose the comparison of the themes that any city touches."""
    touched = [theme for theme in themes if theme.count]
    cities = tuple(row.city for row in touched[0].cities) if touched else ()
    return ThemeSheet(
        cities=cities,
        about=say("themes_paper.about", count=len(touched), cities=len(cities)),
        counted=say("themes_paper.counted", count=sum(theme.count for theme in touched)),
        note=say("themes_paper.note"),
        themes=tuple(map(_theme, touched)),
    )


def _theme(theme: ThemeRow) -> ComparedTheme:
    cities = zip(theme.cities, theme.own, strict=True)
    return ComparedTheme(
        name=theme.name,
        asked=tuple("\n".join(_asked(city, own)) or say("label.dash") for city, own in cities),
        figures=tuple(
            ComparedFigure(
                figure.name, tuple("\n".join(map(_target, one)) or say("label.dash") for one in figure.by_city)
            )
            for figure in theme.shared
        ),
    )


def _asked(city: CityRow, own: tuple[Indicator, ...]) -> Iterator[str]:
    yield from map(_item, city.items)
    yield from (say("themes_paper.figure", name=figure.name, target=_target(figure)) for figure in own)


def _item(placed: PlacedItem) -> str:
    modality = placed.item.modality
    asked = "" if modality is Modality.MUST else say("themes_paper.modality", word=word(modality))
    return say("themes_paper.item", key=label_of(placed.item.key), text=placed.item.text, asked=asked)


def _target(figure: Indicator) -> str:
    amount = target(figure)
    asked = amount.text if amount else say("comparison.no_number")
    dated = figure.deadline or figure.frequency
    return say("themes_paper.target", target=asked, due=due_in_row(figure)) if dated else asked
