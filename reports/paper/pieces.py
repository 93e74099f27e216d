"""The pieces of a paragraph, kept in columns: widths, gaps, squeeze, and where a line may end (paper.md section 3)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reports.paper.characters import Kind
from reports.paper.styles import Style


@dataclass(slots=True)
class Pieces:
    """The unbreakable pieces of one paragraph, a column for each of their properties; widths in points.

    A gap follows a piece where the line goes on, down to its least gap, and takes up slack `stretches` times (0 or
    1). A squeeze is what an inner mark can give, a shift moves its ink. `breaks` is 1 where a line may end after the
    piece, `usual` is 1 for what is an em wide and has nothing peculiar: Han characters and marks between others.
    `is_mixed` says that there may be several styles.
    """

    texts: list[str] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    least_gaps: list[float] = field(default_factory=list)
    squeezes: list[float] = field(default_factory=list)
    shifts: list[float] = field(default_factory=list)
    stretches: list[int] = field(default_factory=list)
    breaks: bytearray = field(default_factory=bytearray)
    usual: bytearray = field(default_factory=bytearray)
    is_mixed: bool = False

    def __len__(self) -> int:
        return len(self.texts)

    def add_han(self, texts: list[str], style: Style) -> None:
        """Add pieces as if all were Han characters, of one em each."""
        count = len(texts)
        self.is_mixed = self.is_mixed or bool(self.styles)
        self.texts += texts
        self.kinds += [Kind.HAN] * count
        self.styles += [style] * count
        self.widths += [style.em] * count
        nothing = [0.0] * count
        self.gaps += nothing
        self.least_gaps += nothing
        self.squeezes += nothing
        self.shifts += nothing
        self.stretches += [1] * count
        self.breaks += b"\1" * count
        self.usual += b"\1" * count

    def hold(self, place: int, *, breaks: bool = False) -> None:
        """Hold the next piece close, at an eighth of an em that never stretches."""
        self.space(place, 0.125, 0.125)
        self.stretches[place] = 0
        if not breaks:
            self.breaks[place] = 0

    def space(self, place: int, gap: float, least: float) -> None:
        """Put a gap after a piece, in parts of its size."""
        size = self.styles[place].size
        self.gaps[place], self.least_gaps[place] = gap * size, least * size
        self.usual[place] = 0

    def stiffen(self, place: int) -> None:
        """Let no slack in after a piece."""
        self.stretches[place] = self.usual[place] = 0

    def halve(self, place: int) -> None:
        """Take the empty half of a mark away; it has nothing more to give."""
        self.widths[place] -= 0.5 * self.styles[place].size
        self.squeezes[place] = 0.0
        self.usual[place] = 0

    def natural_width(self, start: int = 0, end: int | None = None) -> float:
        """Add up the pieces of a line and the gaps between them."""
        end = len(self.texts) if end is None else end
        if start == end:
            return 0.0
        return sum(self.widths[start:end]) + sum(self.gaps[start:end]) - self.gaps[end - 1]

    def by_style(self, start: int, end: int) -> Iterator[tuple[Style, int, int]]:
        """Part a line where its style changes."""
        styles = self.styles
        while start < end:
            stop = start + 1 if self.is_mixed else end
            while stop < end and styles[stop] is styles[start]:
                stop += 1
            yield styles[start], start, stop
            start = stop

    def replace(self, place: int, parts: list[str], widths: list[float]) -> None:
        """Put parts of a run in its place; slack comes in behind the last of them only, as it did behind the run."""
        extra = len(parts) - 1
        self.texts[place : place + 1] = parts
        self.widths[place : place + 1] = widths
        same, nothing = slice(place, place + 1), [0.0] * extra
        self.kinds[place:place] = self.kinds[same] * extra
        self.styles[place:place] = self.styles[same] * extra
        self.squeezes[place:place] = nothing
        self.shifts[place:place] = nothing
        self.gaps[place:place] = nothing
        self.least_gaps[place:place] = nothing
        self.stretches[place:place] = [0] * extra
        self.breaks[place:place] = b"\1" * extra
        self.usual[place:place] = bytes(extra)
