"""One theme across the cities as plain text, to be read in a terminal or pasted into a paper."""

from collections.abc import Iterator

from checklists.comparing import CityRow, PlacedItem, ThemeRow
from checklists.key_labels import label_of
from checklists.policy import Indicator
from models.vocabulary import Modality
from reports.content.figures import due_in_row, target
from reports.wording import say
from resources import word


def lines_of(theme: ThemeRow) -> Iterator[str]:
    """Give the figures that cities share first, then every city with its items and its own figures."""
    yield say("comparison.theme", name=theme.name, count=theme.count)
    for figure in theme.shared:
        yield say("comparison.shared", name=figure.name)
        for city, indicators in zip(theme.cities, figure.by_city, strict=True):
            yield from (_figure(indicator, city.city) for indicator in indicators)
    for city, own in zip(theme.cities, theme.own, strict=True):
        yield from _city(city, own)


def _city(city: CityRow, own: tuple[Indicator, ...]) -> Iterator[str]:
    if not city.items:
        yield say("comparison.silent", city=city.city)
        return
    yield say("comparison.city", city=city.city, count=len(city.items))
    yield from map(_item, city.items)
    yield from (_figure(indicator, indicator.key) for indicator in own)


def _item(placed: PlacedItem) -> str:
    item, measure = placed.item, placed.measure
    asked = (word(item.addressee), "" if item.modality is Modality.MUST else word(item.modality))
    where = " ".join(filter(None, (measure.number, measure.heading)))
    told = {"text": item.text, "where": where, "asked": "，".join(filter(None, asked))}
    return say("comparison.item", key=label_of(item.key), **told)


def _figure(indicator: Indicator, of: str) -> str:
    amount = target(indicator)
    asked = amount.text if amount else say("comparison.no_number")
    dated = indicator.deadline or indicator.frequency
    details = filter(None, (word(indicator.scope), due_in_row(indicator) if dated else ""))
    return say("comparison.figure", of=of, name=indicator.name, target=asked, details="，".join(details))
