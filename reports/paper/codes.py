"""The codes under which a document shows the characters of a face, shared out where two set it (ISO 32000-1, 9.7)."""

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple


class Slack(NamedTuple):
    """White beside a glyph beyond the font's own, in thousandths of an em."""

    before: float = 0
    after: float = 0


Shown = tuple[str, Slack]
"""A character as a document shows it; with slack it is a glyph of its own."""

TIGHT = Slack()
ALL = range(1, 1 << 16)
"""Code 0 is what a font shows for a character that it lacks."""
ODD, EVEN = ALL[::2], ALL[1::2]


class Codes:
    """Codes given out in the order of first use, from a share of all; those of another share are only known."""

    def __init__(self, share: range = ALL) -> None:
        self._share = share
        self._own: dict[Shown, int] = {}
        self._others: dict[Shown, int] = {}
        self._told = 0

    def code(self, shown: Shown) -> str:
        """Give the code as four hexadecimal digits."""
        code = self._own.get(shown)
        if code is None:
            code = self._own[shown] = self._share[len(self._own)]
        return f"{code:04X}"

    def news(self) -> tuple[Shown, ...]:
        """List what has got a code since this was asked last."""
        told, self._told = self._told, len(self._own)
        return tuple(islice(self._own, told, None))

    def learn(self, news: Iterable[Shown], share: range) -> None:
        """Hear for what another has given out the next codes of its share."""
        for shown in news:
            self._others[shown] = share[len(self._others)]

    def go_on(self, other: "Codes") -> None:
        """Take over another's work: what this one knows of its codes is its own now."""
        self._own = dict(other._others)
        self._told = len(self._own)

    def by_code(self) -> list[Shown | None]:
        """Give what every code shows, 0 first; shares leave holes."""
        found = {code: shown for given in (self._own, self._others) for shown, code in given.items()}
        return [found.get(code) for code in range(max(found, default=0) + 1)]
