"""How a text was broken into lines of one width, as copies of pages are, and which lines open a paragraph there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from checklists.reading.lines import Line

ENDS = "。！？；：:;!?…"
_NARROW, _WIDE = 20, 60
_RAGGED = 4  # characters by which full lines differ, for marks that may not open a line
_FEWEST_INDENTS, _FEWEST_FULL = 3, 4


@dataclass(frozen=True, slots=True)
class Breaks:
    """The width of full lines, 0 where a text was not broken; the numbers of lines that begin with blanks."""

    width: int = 0
    indented: frozenset[int] = frozenset()

    def is_full(self, length: int) -> bool:
        """Tell whether a line of such a length may go on in the next one."""
        return self.width > 0 and length >= self.width - _RAGGED

    def goes_on(self, before: str, length: int, line: Line) -> bool:
        """Tell whether a line continues the one before it, which ends in `before` and has such a length."""
        if not self.is_full(length):
            return False
        return line.number not in self.indented if self.indented else before[-1] not in ENDS

    def is_torn(self, before: str, length: int, line: Line) -> bool:
        """Tell whether a line that begins like a number goes on with a sentence, in a text that indents paragraphs."""
        return bool(self.indented) and before[-1] not in ENDS and self.goes_on(before, length, line)


def breaks_of(lines: Sequence[Line], indented: frozenset[int]) -> Breaks:
    """Find them; a few indents are no habit of a text."""
    broken = [line for line in lines if line.opens is None and not line.cells]
    width = _even_width(broken) or _usual_width(broken)
    kept = indented & {line.number for line in broken}
    return Breaks(width, kept if width and _FEWEST_INDENTS <= len(kept) < len(broken) else frozenset())


def _even_width(lines: Sequence[Line]) -> int:
    """Give the length that most lines have who are as long as any."""
    lengths = [len(line.text) for line in lines]
    if len(lengths) < 12 or max(lengths) > 2 * _WIDE or not _NARROW <= median(lengths) <= _WIDE:
        return 0
    open_ends = sum(1 for line in lines if line.text[-1] not in f"{ENDS}）)")
    return max(lengths) if open_ends * 2 > len(lengths) else 0


def _usual_width(lines: Sequence[Line]) -> int:
    """Give a length at which many lines break off and which hardly any exceeds."""
    lengths = Counter(len(line.text) for line in lines)
    for width in range(_WIDE, _NARROW - 1, -1):
        longer = sum(count for length, count in lengths.items() if length > width)
        if lengths[width] and longer * 10 <= len(lines) and _breaks_off(lines, width):
            return width
    return 0


def _breaks_off(lines: Sequence[Line], width: int) -> bool:
    near = [line for line in lines if width - _RAGGED < len(line.text) <= width]
    open_ends = sum(1 for line in near if line.text[-1] not in ENDS)
    return len(near) >= _FEWEST_FULL and open_ends * 10 >= len(near) * 6
