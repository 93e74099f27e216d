"""New keys for the items and figures of a draft under review: none is ever given twice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, count, product
from string import ascii_lowercase

from checklists.drafting.open_draft import OpenDraft
from checklists.policy import Indicator
from models.vocabulary import IndicatorKey, ItemKey

_LETTERS = [*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2))]


def next_key(draft: OpenDraft, ref: str) -> ItemKey:
    """Give the next item of a measure its key, after all that were ever given there."""
    start = f"{draft.codes[ref]}-"
    given = {key.removeprefix(start) for key in draft.spent if key.startswith(start)}
    tries = chain(range(max(map(int, filter(str.isdigit, given)), default=0) + 1, 1000), count(1))
    return ItemKey(start + next(number for one in tries if (number := str(one)) not in given))


def spend(draft: OpenDraft, keys: Iterable[str]) -> OpenDraft:
    """Remember keys as given."""
    return replace(draft, spent=draft.spent | frozenset(keys))


def handed_over(draft: OpenDraft, figures: Iterable[Indicator], owner: ItemKey) -> tuple[OpenDraft, list[Indicator]]:
    """Give figures to an item, each under a key of that item's; one that was dropped stays dropped."""
    taken: list[Indicator] = []
    for figure in figures:
        key = figure.key if figure.item == owner else next(_figure_keys(draft, owner))
        if figure.key in draft.dropped:
            draft = replace(draft, dropped=draft.dropped - {figure.key} | {key})
        draft = spend(draft, [key])
        taken.append(replace(figure, key=key, item=owner))
    return draft, taken


def next_figure_key(draft: OpenDraft, owner: ItemKey) -> IndicatorKey:
    """Give the next figure of an item its key."""
    return next(_figure_keys(draft, owner))


def _figure_keys(draft: OpenDraft, owner: ItemKey) -> Iterator[IndicatorKey]:
    keys = (IndicatorKey(f"{owner}-{letter}") for letter in _LETTERS)
    return (key for key in keys if key not in draft.spent)
