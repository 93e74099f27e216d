"""Text taken apart into unbreakable pieces, each text once (paper.md section 3)."""

from collections.abc import Iterable
from math import inf
from typing import NamedTuple

from reports.paper.characters import ODD, Kind, is_wide, kind_of
from reports.paper.fitting import Measure, fit_runs
from reports.paper.gluing import glue_figures
from reports.paper.joints import joint
from reports.paper.pieces import Pieces
from reports.paper.styles import Style

_ANY_HAN = "一"
_REMEMBERED = 5_000
_CLOSING, _LATIN = Kind.CLOSING, Kind.LATIN


class _Look(NamedTuple):
    """What a piece that is not just a Han character looks like in its style."""

    kind: Kind
    width: float
    squeeze: float
    usual: bool = False


class Cutter:
    """Takes texts apart into pieces and remembers what it has measured."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self._looks: dict[str, _Looks] = {}

    def cut(self, runs: Iterable[tuple[str, Style]], width: float = inf) -> Pieces:
        """Take a paragraph apart into pieces that know where a line may end, none of them wider than a line."""
        pieces, odd = Pieces(), list[int]()
        for text, style in runs:
            odd += self._add(pieces, text, style)
        _join(pieces, odd)
        latin = [place for place in odd if pieces.kinds[place] is _LATIN]
        glue_figures(pieces, latin)
        fit_runs(pieces, latin, width, self.measure)
        return pieces

    def _add(self, pieces: Pieces, text: str, style: Style) -> list[int]:
        """Add a run; gives the places of the pieces that are not just Han characters."""
        han, *others = ODD.split(text)
        texts, odd, before = [*han], list[int](), len(pieces)
        for piece, han in zip(others[::2], others[1::2], strict=True):
            odd.append(before + len(texts))
            texts.append(piece)
            texts += han
        pieces.add_han(texts, style)
        looks = self._looks.get(style.key)
        if looks is None:
            looks = self._looks[style.key] = _Looks(style, self.measure)
        kinds, widths, squeezes, usual = pieces.kinds, pieces.widths, pieces.squeezes, pieces.usual
        for piece, place in zip(others[::2], odd, strict=True):
            kinds[place], widths[place], squeezes[place], usual[place] = looks[piece]
        return odd


class _Looks(dict[str, _Look]):
    """The looks of one style."""

    def __init__(self, style: Style, measure: Measure) -> None:
        super().__init__()
        self._style, self._measure = style, measure

    def __missing__(self, text: str) -> _Look:
        """Look at a piece for the first time."""
        if len(self) > _REMEMBERED:
            self.clear()
        look = self[text] = self._looked_at(text, self._style)
        return look

    def _looked_at(self, text: str, style: Style) -> _Look:
        kind = kind_of(text)
        if kind <= Kind.CLOSING:
            return _Look(kind, style.em, 0.25 * style.size, usual=True)
        if kind is Kind.DASH:
            return _Look(kind, 2 * style.em, 0.0)
        if kind is Kind.SPACE:
            return _Look(kind, 0.25 * style.size, 0.0)
        is_em = kind is Kind.HAN and is_wide(text)
        return _Look(kind, style.em if is_em else self._measure(text, style), 0.0)


def _join(pieces: Pieces, odd: list[int]) -> None:
    """Settle what lies between neighbours; between two Han characters there is nothing to settle."""
    joined, last = -1, len(pieces) - 1
    for number, place in enumerate(odd):
        if place - 1 > joined:
            _join_two(pieces, place - 1, _ANY_HAN, pieces.texts[place])
        if place < last:
            is_odd = number + 1 < len(odd) and odd[number + 1] == place + 1
            _join_two(pieces, place, pieces.texts[place], pieces.texts[place + 1] if is_odd else _ANY_HAN)
            joined = place


def _join_two(pieces: Pieces, place: int, text: str, following: str) -> None:
    found = joint(text, following)
    if found is None:
        return
    pieces.breaks[place] = found.breaks
    if found.gap:
        pieces.space(place, found.gap, found.least_gap)
    if not found.stretches:
        pieces.stiffen(place)
    if found.halves == 0:
        pieces.halve(place)
    elif found.halves == 1:
        pieces.halve(place + 1)
        pieces.shifts[place + 1] = -0.5 * pieces.styles[place].size
