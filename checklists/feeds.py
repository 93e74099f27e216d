"""Which base figures answer an indicator: read one by one for the library, by their names for all other checklists."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checklists.base_figures import name_of
from checklists.own_names import OWN_KEY
from checklists.policy import Indicator

_FILE = Path(__file__).parent / "library" / "feeds.toml"


@dataclass(frozen=True, slots=True)
class Feed:
    """The base figure that is the indicator's value, or the two that are its part and whole."""

    names: tuple[str, ...]

    @property
    def is_ratio(self) -> bool:
        """Say whether the value is worked out from two figures."""
        return len(self.names) > 1


def feed_of(slug: str, indicator: Indicator) -> Feed | None:
    """Say what answers an indicator of a policy, None where the base data do not."""
    bound = library_feeds().get(slug)
    if bound is None or indicator.key.startswith(OWN_KEY):
        return _by_name(indicator)
    return bound.get(indicator.key)


@cache
def library_feeds() -> Mapping[str, Mapping[str, Feed]]:
    """Give what is bound, by policy and indicator."""
    with _FILE.open("rb") as file:
        tables = tomllib.load(file)
    return {slug: {key: Feed(tuple(names)) for key, names in table.items()} for slug, table in tables.items()}


def _by_name(indicator: Indicator) -> Feed:
    """Take a checklist of one's own at its word: a figure of the same name is the same figure."""
    ratio = indicator.ratio
    called = (indicator.name,) if ratio is None else (ratio.part, ratio.whole)
    return Feed(tuple(map(name_of, called)))
