"""Several cities side by side: each theme with what every city asks under it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from checklists.policy import CheckItem, Indicator, Measure, Policy
from checklists.shared_figures import FigurePlace, shared_figures
from checklists.themes import theme_name, theme_names

_LEAST_CITIES = 2


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """A check item with the measure it stands in and the figures it sets."""

    measure: Measure
    item: CheckItem
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class CityRow:
    """What one city asks under a theme; no items where its policy is silent."""

    slug: str
    city: str
    items: tuple[PlacedItem, ...]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Give the figures of all its items."""
        return tuple(figure for placed in self.items for figure in placed.indicators)


@dataclass(frozen=True, slots=True)
class SharedFigure:
    """A figure that several cities set for the same thing; `by_city` holds what each city sets, in their order."""

    name: str
    by_city: tuple[tuple[Indicator, ...], ...]


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme across the cities, all of them, in their order."""

    slug: str
    name: str
    cities: tuple[CityRow, ...]

    @property
    def shared(self) -> tuple[SharedFigure, ...]:
        """Give the figures that at least two of the cities set for the same thing."""
        found = (SharedFigure(name, self._set_at(places)) for name, places in shared_figures().items())
        return tuple(figure for figure in found if sum(map(bool, figure.by_city)) >= _LEAST_CITIES)

    @property
    def own(self) -> tuple[tuple[Indicator, ...], ...]:
        """Give for each city the figures that no other sets."""
        shared = [figure.by_city for figure in self.shared]
        taken = [{figure.key for by_city in shared for figure in by_city[place]} for place in range(len(self.cities))]
        return tuple(
            tuple(figure for figure in city.indicators if figure.key not in keys)
            for city, keys in zip(self.cities, taken, strict=True)
        )

    @property
    def count(self) -> int:
        """Count the items of all cities."""
        return sum(len(city.items) for city in self.cities)

    def keeping(self, wanted: Callable[[PlacedItem], bool]) -> "ThemeRow":
        """Leave out the items that are not wanted, and the figures that they set."""
        cities = (replace(city, items=tuple(filter(wanted, city.items))) for city in self.cities)
        return replace(self, cities=tuple(cities))

    def _set_at(self, places: Sequence[FigurePlace]) -> tuple[tuple[Indicator, ...], ...]:
        return tuple(
            tuple(figure for figure in city.indicators if (city.slug, figure.key) in places) for city in self.cities
        )


def across(policies: Iterable[Policy]) -> tuple[ThemeRow, ...]:
    """Lay policies side by side, theme by theme; a theme that none of them touches is there all the same."""
    told = [(policy, tuple(_placed(policy))) for policy in policies]
    return tuple(
        ThemeRow(slug, theme_name(slug), tuple(_city(policy, placed, slug) for policy, placed in told))
        for slug in _slugs(told)
    )


def _slugs(told: Iterable[tuple[Policy, tuple[PlacedItem, ...]]]) -> tuple[str, ...]:
    """Give the known themes in their order, then those that only a policy knows."""
    used = (placed.item.theme for _, items in told for placed in items)
    return tuple(dict.fromkeys([*theme_names(), *used]))


def _placed(policy: Policy) -> Iterator[PlacedItem]:
    for measure in policy.measures:
        for item in measure.items:
            yield PlacedItem(measure, item, tuple(figure for figure in measure.indicators if figure.item == item.key))


def _city(policy: Policy, placed: Iterable[PlacedItem], theme: str) -> CityRow:
    return CityRow(policy.slug, policy.city, tuple(one for one in placed if one.item.theme == theme))
