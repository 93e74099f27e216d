"""Text to finished lines: measured, broken and composed once, into PDF operators that can stand anywhere."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reports.paper.atoms import Atom, Kind, atoms, fitted
from reports.paper.breaking import break_lines, is_narrow
from reports.paper.faces import Faces, Role
from reports.paper.glyphs import Glyphs
from reports.paper.pen import Pen
from reports.paper.placing import Align, natural_width, place, settle
from reports.paper.styles import Style
from reports.paper.subset import EmbeddedFace
from reports.paper.text import lines_of, plain

Run = tuple[str, Style]

_REMEMBERED = 20_000
_SHORT = 64
_SMALL = 0.7
"""The size of a printed code point, as a share of the text's."""


@dataclass(frozen=True, slots=True)
class Line:
    """One finished line: PDF text operators relative to its left end, and what it says."""

    operators: str
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text fills its measure; lengths in points."""

    width: float
    align: Align = Align.LEFT
    indent: float = 0.0


class Typesetter:
    """Sets the text of one document and remembers which glyphs it took."""

    def __init__(self, faces: Faces) -> None:
        self._glyphs = Glyphs(faces)
        self._remembered: dict[tuple[object, ...], tuple[Line, ...]] = {}
        self._single: dict[tuple[str, str], Line] = {}
        self.missing: dict[str, None] = {}

    def embedded(self) -> tuple[EmbeddedFace, ...]:
        """Give the faces used so far, in the order of their first use."""
        return self._glyphs.embedded()

    def text(self, text: str, style: Style, setting: Setting) -> tuple[Line, ...]:
        """Set a text; every hard line break in it starts a paragraph."""
        if len(text) > _SHORT:
            return self._text(text, style, setting)
        key = (text, style.key, setting.width, setting.align.value, setting.indent)
        if key not in self._remembered:
            if len(self._remembered) > _REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = self._text(text, style, setting)
        return self._remembered[key]

    def runs(self, runs: Iterable[Run], setting: Setting) -> tuple[Line, ...]:
        """Set one paragraph of runs in several styles."""
        return tuple(self._paragraph([_on_one_line(run) for run in runs], setting))

    def line(self, text: str, style: Style) -> Line:
        """Set a text on one line, however long."""
        key = (text, style.key)
        if key not in self._single:
            if len(self._single) > _REMEMBERED:
                self._single.clear()
            pieces = self._atoms([_on_one_line((text, style))])
            width = natural_width(pieces)
            self._single[key] = self._compose(pieces, width, Align.LEFT, is_last=True, narrow=False)
        return self._single[key]

    def width(self, text: str, style: Style) -> float:
        """Measure a text set on one line, in points."""
        return self.line(text, style).width

    def _text(self, text: str, style: Style, setting: Setting) -> tuple[Line, ...]:
        return tuple(line for part in lines_of(text) for line in self._paragraph([(part, style)], setting))

    def _paragraph(self, runs: list[Run], setting: Setting) -> list[Line]:
        pieces = fitted(self._atoms(runs), setting.width, self._glyphs.width)
        if not pieces:
            return [Line("", "", 0.0)]
        narrow = is_narrow(setting.width, pieces[0].style.em)
        return [
            self._compose(
                pieces[start:end],
                setting.width - (0 if start else setting.indent),
                setting.align,
                is_last=end == len(pieces),
                narrow=narrow,
            )
            for start, end in break_lines(pieces, setting.width - setting.indent, setting.width)
        ]

    def _atoms(self, runs: list[Run]) -> list[Atom]:
        return atoms([part for run in runs for part in self._printable(run)], self._glyphs.width)

    def _printable(self, run: Run) -> list[Run]:
        """Put the code point, in small 黑体, wherever no font has the character."""
        text, style = run
        lacking = self._glyphs.lacking(text, style)
        if not lacking:
            return [run]
        self.missing.update(dict.fromkeys(char for char in text if char in lacking))
        small = replace(style, role=Role.HEAD, size=_SMALL * style.size, pitch=0, latin=None)
        parts: list[Run] = []
        for char in text:
            new, in_style = (f"[U+{ord(char):04X}]", small) if char in lacking else (char, style)
            if parts and parts[-1][1] is in_style:
                new = parts.pop()[0] + new
            parts.append((new, in_style))
        return parts

    def _compose(self, pieces: list[Atom], width: float, align: Align, *, is_last: bool, narrow: bool) -> Line:
        settled = settle(pieces, width, align, is_last=is_last, is_narrow=narrow)
        pen = Pen()
        if settled[2]:
            end = self._draw_squeezed(pen, pieces, settled)
        else:
            end = self._draw_wide(pen, pieces, settled[0], settled[1])
        return Line(pen.operators(), "".join([piece.text for piece in pieces]), end)

    def _draw_wide(self, pen: Pen, pieces: list[Atom], x: float, stretch: float) -> float:
        """Draw pieces that give nothing away, Han characters between others in one go; gives where they end."""
        for style, group in _by_style(pieces):
            codes, size, em, step = self._glyphs.plain(style), style.size, style.em, style.em + stretch
            run: list[str] = []
            for piece in group:
                is_usual = piece.is_square and piece.stretch and not piece.gap and piece.width == em
                if is_usual and (code := codes[piece.text]):
                    run.append(code)
                    continue
                x += pen.draw_run(codes.resource, run, x, size, step)
                run = []
                self._draw_piece(pen, piece, x + piece.shift, is_last=piece is pieces[-1])
                x += piece.width + piece.gap + stretch * piece.stretch
            x += pen.draw_run(codes.resource, run, x, size, step)
        return x

    def _draw_squeezed(self, pen: Pen, pieces: list[Atom], settled: tuple[float, float, float]) -> float:
        placed = place(pieces, *settled)
        for piece, x in zip(pieces, placed.offsets, strict=True):
            self._draw_piece(pen, piece, x, is_last=piece is pieces[-1])
        return placed.end

    def _draw_piece(self, pen: Pen, piece: Atom, x: float, *, is_last: bool) -> None:
        if piece.kind is Kind.DASH:
            self._draw_dash(pen, piece, x)
            return
        size = piece.style.size
        gap = round(piece.gap * 1000 / size) if piece.gap and not is_last else 0
        pen.draw(self._glyphs.slots(piece.text, piece.style, gap), x, size)

    def _draw_dash(self, pen: Pen, piece: Atom, x: float) -> None:
        """Stretch —— to two em, so that it does not break in its middle."""
        natural = self._glyphs.width(piece.text, piece.style)
        slots = self._glyphs.slots(piece.text, piece.style)
        pen.draw_scaled(slots, x, piece.style.size, piece.width / natural)


def _by_style(pieces: list[Atom]) -> Iterator[tuple[Style, list[Atom]]]:
    start = 0
    for end, piece in enumerate(pieces):
        if piece.style is not pieces[start].style:
            yield pieces[start].style, pieces[start:end]
            start = end
    if pieces:
        yield pieces[start].style, pieces[start:]


def _on_one_line(run: Run) -> Run:
    text, style = run
    return plain(text).replace("\n", " "), style
