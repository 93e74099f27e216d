"""Where words stand in a text, told by the letters themselves or by their pinyin initials."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.folding import folded
from services.initials import initials

LEAST_INITIALS = 2
Span = tuple[int, int]
_BEFORE, _LONGEST = 8, 60


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a text round what was found, and where in it the words stand."""

    text: str
    spans: tuple[Span, ...]


def words_of(query: str) -> tuple[str, ...]:
    """Take a query apart into the words that must all be there."""
    return tuple(folded(query).split())


def may_be_initials(word: str) -> bool:
    """Say whether a word could be pinyin initials."""
    return len(word) >= LEAST_INITIALS and word.isascii() and word.isalpha()


def spans(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Give the places of folded words in a text, in order, none over another."""
    letters, places = _spread(text, folded)
    found: list[Span] = []
    for word in words:
        found += list(_places(letters, places, word)) or list(_by_initials(text, word))
    return _joined(sorted(found))


def fragment(text: str, words: Iterable[str]) -> Fragment | None:
    """Cut out what stands round the first word found; None where no word stands in the text."""
    line = " ".join(text.split())
    found = spans(line, words)
    if not found:
        return None
    start = max(found[0][0] - _BEFORE, 0) if found[0][1] > _LONGEST // 2 else 0
    cut = line[start : start + _LONGEST]
    lead = "…" if start else ""
    tail = "…" if start + _LONGEST < len(line) else ""
    moved = len(lead) - start
    shown = tuple((a + moved, min(b + moved, len(lead) + len(cut))) for a, b in found if a < start + _LONGEST)
    return Fragment(f"{lead}{cut}{tail}", shown)


def _by_initials(text: str, word: str) -> Iterator[Span]:
    if may_be_initials(word):
        letters, places = _spread(text, initials)
        yield from _places(letters, places, word)


def _spread(text: str, write: Callable[[str], str]) -> tuple[str, Sequence[int]]:
    """Write each character anew, and remember which one every letter comes from."""
    parts = [write(character) for character in text]
    places = [place for place, part in enumerate(parts) for _ in part]
    return "".join(parts), places


def _places(letters: str, places: Sequence[int], word: str) -> Iterator[Span]:
    at = letters.find(word) if word else -1
    while at >= 0:
        yield places[at], places[at + len(word) - 1] + 1
        at = letters.find(word, at + len(word))


def _joined(found: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
