"""Themes across cities as the JSON of `themes --json` (library/themes.schema.json)."""

from collections.abc import Iterable

from checklists.canonical import Json, indicator_content, item_content
from checklists.comparing import CityRow, PlacedItem, SharedFigure, ThemeRow

_ITEM = ("key", "text", "addressee", "modality")
_INDICATOR = ("key", "item", "name", "comparator", "value", "max", "unit", "deadline", "frequency", "scope")


def content_across(themes: Iterable[ThemeRow]) -> list[Json]:
    """Give themes as JSON values, every city under each, also where it has nothing."""
    return [_theme(theme) for theme in themes]


def _theme(theme: ThemeRow) -> Json:
    return {
        "slug": theme.slug,
        "name": theme.name,
        "cities": [_city(city) for city in theme.cities],
        "shared": [_shared(figure, theme.cities) for figure in theme.shared],
    }


def _city(city: CityRow) -> Json:
    figures = map(indicator_content, city.indicators)
    return {
        "slug": city.slug,
        "city": city.city,
        "items": [_item(placed) for placed in city.items],
        "indicators": [{key: figure[key] for key in _INDICATOR} for figure in figures],
    }


def _item(placed: PlacedItem) -> Json:
    content, measure = item_content(placed.item), placed.measure
    place = {"ref": measure.ref, "number": measure.number, "heading": measure.heading}
    return {**{key: content[key] for key in _ITEM}, "measure": place}


def _shared(figure: SharedFigure, cities: Iterable[CityRow]) -> Json:
    set_by = zip(cities, figure.by_city, strict=True)
    places = [{"slug": city.slug, "key": one.key} for city, figures in set_by for one in figures]
    return {"name": figure.name, "figures": places}
