"""What can be done to a draft under review; every step gives a new draft and leaves the one before as it was."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from checklists.drafting.keys import handed_over, next_figure_key, next_key, spend
from checklists.drafting.open_draft import OpenDraft
from checklists.policy import CheckItem, Indicator, Measure, Policy
from models.vocabulary import IndicatorKey, ItemKey

Alter = Callable[[CheckItem], CheckItem]


def tidy(text: str) -> str:
    """Make one line of what was typed or pasted."""
    return "".join(line.strip() for line in text.encode("utf-8", "ignore").decode().splitlines())


def amended(draft: OpenDraft, keys: Iterable[str], alter: Alter) -> OpenDraft:
    """Alter some items, each in its place."""
    wanted = set(keys)
    return with_items(draft, lambda item: alter(item) if item.key in wanted else item)


def reworded(draft: OpenDraft, key: str, text: str) -> OpenDraft:
    """Say an item in other words; no words change nothing."""
    words = tidy(text)
    return amended(draft, [key], lambda item: replace(item, text=words)) if words else draft


def dropped(draft: OpenDraft, keys: Iterable[str]) -> OpenDraft:
    """Leave out items or figures; `restored` brings them back."""
    return replace(draft, dropped=draft.dropped | frozenset(keys))


def restored(draft: OpenDraft, keys: Iterable[str]) -> OpenDraft:
    """Bring back what was left out."""
    return replace(draft, dropped=draft.dropped - frozenset(keys))


def moved(draft: OpenDraft, key: str, step: int) -> tuple[OpenDraft, ItemKey]:
    """Move an item one place up or down, at an end of its measure into the next one, where its key is a new one."""
    measure, item = draft.placed(key)
    place = measure.items.index(item) + step
    if 0 <= place < len(measure.items):
        items = [one for one in measure.items if one is not item]
        items.insert(place, item)
        return with_measure(draft, replace(measure, items=tuple(items))), item.key
    return _over_the_edge(draft, measure, item, step)


def figure_written(draft: OpenDraft, figure: Indicator) -> OpenDraft:
    """Write a figure anew, under its key."""
    measure, _ = draft.placed(figure.item)
    figures = tuple(figure if one.key == figure.key else one for one in measure.indicators)
    return with_measure(draft, replace(measure, indicators=figures))


def figure_added(draft: OpenDraft, figure: Indicator) -> tuple[OpenDraft, IndicatorKey]:
    """Add a figure to the item it names, under a new key."""
    key = next_figure_key(draft, figure.item)
    measure, _ = draft.placed(figure.item)
    figures = (*measure.indicators, replace(figure, key=key))
    return with_measure(spend(draft, [key]), replace(measure, indicators=figures)), key


def heading_written(draft: OpenDraft, ref: str, heading: str) -> OpenDraft:
    """Give a measure another heading; no words change nothing."""
    words = tidy(heading)
    return with_measure(draft, replace(draft.measure(ref), heading=words)) if words else draft


def with_items(draft: OpenDraft, alter: Alter) -> OpenDraft:
    """Alter every item."""
    measures = (replace(one, items=tuple(map(alter, one.items))) for one in draft.policy.measures)
    return _with(draft, tuple(measures))


def with_measure(draft: OpenDraft, measure: Measure) -> OpenDraft:
    """Put a measure into the place of the one of its ref, its figures in the order of its items."""
    order = [item.key for item in measure.items]
    figures = tuple(sorted(measure.indicators, key=lambda figure: order.index(figure.item)))
    settled = replace(measure, indicators=figures)
    return _with(draft, tuple(settled if one.ref == measure.ref else one for one in draft.policy.measures))


def _with(draft: OpenDraft, measures: tuple[Measure, ...]) -> OpenDraft:
    policy: Policy = replace(draft.policy, measures=measures)
    return replace(draft, policy=policy)


def _over_the_edge(draft: OpenDraft, measure: Measure, item: CheckItem, step: int) -> tuple[OpenDraft, ItemKey]:
    measures = draft.policy.measures
    place = measures.index(measure) + step
    if not 0 <= place < len(measures):
        return draft, item.key
    target, key = measures[place], next_key(draft, measures[place].ref)
    was_dropped = item.key in draft.dropped
    draft, figures = handed_over(spend(draft, [key]), draft.figures_of(item.key), key)
    if was_dropped:
        draft = replace(draft, dropped=draft.dropped - {item.key} | {key})
    draft = with_measure(draft, _without(measure, [item]))
    arrived = replace(item, key=key)
    items = (*target.items, arrived) if step < 0 else (arrived, *target.items)
    return with_measure(draft, replace(target, items=items, indicators=(*target.indicators, *figures))), key


def _without(measure: Measure, items: Sequence[CheckItem]) -> Measure:
    gone = {item.key for item in items}
    return replace(
        measure,
        items=tuple(item for item in measure.items if item.key not in gone),
        indicators=tuple(figure for figure in measure.indicators if figure.item not in gone),
    )
