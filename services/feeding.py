"""Readings that come from the base data: what they offer, what follows them, and where a typed value contradicts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from checklists.base_figures import base_figures
from checklists.feeds import Feed, feed_of
from checklists.policy import Indicator
from models.vocabulary import IndicatorKey, Origin, Status
from services.base_data import Amount, BaseData
from services.checklist import Checklist, Fact, IndicatorRow, ItemRow
from services.judging import Reading, actual_value


class Footing(StrEnum):
    """How a reading stands to the base data; UNBOUND: they do not answer it at all."""

    UNBOUND = "unbound"
    LACKING = "lacking"
    OFFERED = "offered"
    FOLLOWS = "follows"
    BEHIND = "behind"
    AGREES = "agrees"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Offer:
    """What the base data say of an indicator: a reading, or the names of the figures that lack."""

    footing: Footing
    reading: Reading | None = None
    missing: tuple[str, ...] = ()


UNBOUND = Offer(Footing.UNBOUND)
"""What stands where the base data do not answer."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One indicator with what the base data offer for it."""

    item: ItemRow
    figure: IndicatorRow
    offer: Offer


def offer_of(slug: str, row: IndicatorRow, facts: Sequence[Fact]) -> Offer:
    """Lay a reading beside the base data; a figure of the school's own is bound only once it is there."""
    feed, base = feed_of(slug, row.indicator), BaseData(facts)
    if feed is None or feed.is_ratio is (row.indicator.ratio is None):
        return UNBOUND
    amounts = [base.amount(name, _unit(row.indicator)) for name in feed.names]
    missing = tuple(name for name, amount in zip(feed.names, amounts, strict=True) if amount is None)
    if missing:
        return Offer(Footing.LACKING, None, missing) if _is_ours(feed) else UNBOUND
    reading = _reading(row.indicator, [amount for amount in amounts if amount is not None])
    return Offer(_footing(row.reading, reading), reading)


def proposals(checklist: Checklist, facts: Sequence[Fact]) -> tuple[Proposal, ...]:
    """List what base data would fill, renew or contradict among the figures that the school answers."""
    offers = ((item, row, offer_of(checklist.policy.slug, row, facts)) for item, row in _answered(checklist.items()))
    wanted = (Footing.OFFERED, Footing.BEHIND, Footing.CONTRADICTS)
    return tuple(Proposal(item, row, offer) for item, row, offer in offers if offer.footing in wanted)


def fillings(found: Iterable[Proposal]) -> dict[IndicatorKey, Reading]:
    """Give the readings to take: what is empty is filled, what followed goes on following, what was typed stays."""
    return {
        one.figure.indicator.key: one.offer.reading
        for one in found
        if one.offer.reading is not None and one.offer.footing in (Footing.OFFERED, Footing.BEHIND)
    }


def _answered(items: Iterable[ItemRow]) -> Iterator[tuple[ItemRow, IndicatorRow]]:
    for item in items:
        if item.is_binding and item.status is not Status.NOT_APPLICABLE:
            yield from ((item, row) for row in item.indicators)


def _unit(indicator: Indicator) -> str:
    return indicator.unit if indicator.ratio is None else indicator.ratio.unit


def _is_ours(feed: Feed) -> bool:
    return all(name in base_figures() for name in feed.names)


def _reading(indicator: Indicator, amounts: list[Amount]) -> Reading:
    days = [amount.as_of for amount in amounts if amount.as_of is not None]
    sources = dict.fromkeys(amount.source for amount in amounts if amount.source)
    empty = Reading(as_of=min(days, default=None), source="、".join(sources), origin=Origin.BASE)
    if indicator.ratio is None:
        return replace(empty, value=amounts[0].value)
    counted = replace(empty, part=amounts[0].value, whole=amounts[1].value)
    return replace(counted, value=actual_value(indicator, counted))


def _footing(kept: Reading, offered: Reading) -> Footing:
    if not kept.is_given:
        return Footing.OFFERED
    is_ratio = offered.part is not None
    is_same = _numbers(kept, is_ratio=is_ratio) == _numbers(offered, is_ratio=is_ratio)
    if not is_same and _is_begun(kept, offered):
        return Footing.OFFERED
    if kept.origin is Origin.BASE:
        return Footing.FOLLOWS if is_same and _origin(kept) == _origin(offered) else Footing.BEHIND
    return Footing.AGREES if is_same else Footing.CONTRADICTS


def _is_begun(kept: Reading, offered: Reading) -> bool:
    """Say whether only one of two counts was typed, the same that the base data say."""
    pairs = ((kept.part, offered.part), (kept.whole, offered.whole))
    return kept.value is None and all(ours in (None, theirs) for ours, theirs in pairs)


def _numbers(reading: Reading, *, is_ratio: bool) -> tuple[Decimal | None, ...]:
    return (reading.part, reading.whole) if is_ratio else (reading.value,)


def _origin(reading: Reading) -> tuple[object, ...]:
    return (reading.as_of, reading.source)
