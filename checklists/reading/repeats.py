"""A tail that was printed twice: the end of a file that says again what stood before, often torn to pieces."""

from collections.abc import Sequence

from checklists.reading.lines import Line

_LEAST = 60  # characters; a repeated signature and date are shorter


def without_repeated_tail(lines: Sequence[Line]) -> tuple[Sequence[Line], Line | None]:
    """Give the lines up to a repeated tail, and the tail's first line; None where nothing is repeated."""
    whole, starts = _run(lines)
    first = len(lines)
    while first and _bare(lines[first - 1].text) in whole[: starts[first - 1]]:
        first -= 1
    first = next((place for place in range(first, len(lines)) if _bare(lines[place].text)), len(lines))
    if first == len(lines) or not _is_reprint(lines[first:], whole[: starts[first]]):
        return lines, None
    return lines[:first], lines[first]


def _is_reprint(tail: Sequence[Line], before: str) -> bool:
    """Tell whether the tail follows the text before it in order and without great gaps."""
    pieces = [piece for line in tail if (piece := _bare(line.text))]
    begin = before.find(pieces[0])
    at = begin
    for piece in pieces:
        place = before.find(piece, at)
        if place < 0:
            return False
        at = place + len(piece)
    said = sum(map(len, pieces))
    return said >= _LEAST and said >= (at - begin) / 2


def _run(lines: Sequence[Line]) -> tuple[str, list[int]]:
    pieces = [_bare(line.text) for line in lines]
    starts, at = [], 0
    for piece in pieces:
        starts.append(at)
        at += len(piece)
    return "".join(pieces), starts


def _bare(text: str) -> str:
    return "".join(text.split())
