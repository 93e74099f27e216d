"""Text to finished lines: measured, broken and composed once, into PDF operators that can stand anywhere."""

from collections.abc import Iterable
from dataclasses import replace
from math import inf
from typing import NamedTuple

from reports.paper.breaking import Span, break_lines, is_narrow
from reports.paper.characters import Kind
from reports.paper.codes import ALL
from reports.paper.cutting import Cutter
from reports.paper.faces import Faces, Role
from reports.paper.glyphs import Glyphs, News
from reports.paper.pen import Pen
from reports.paper.pieces import Pieces
from reports.paper.placing import Align, Settled, offsets, settle
from reports.paper.styles import Style
from reports.paper.subset import EmbeddedFace
from reports.paper.text import lines_of, plain

Run = tuple[str, Style]
Key = tuple[object, ...]
"""A text or its runs, their styles, and how it fills its measure."""

_REMEMBERED = 4_000
_SHORT = 64
_DASH = Kind.DASH
_SMALL = 0.7
"""The size of a printed code point, as a share of the text's."""


class Line(NamedTuple):
    """One finished line: PDF text operators relative to its left end, and what it says."""

    operators: str
    text: str
    width: float


class Setting(NamedTuple):
    """How a text fills its measure; lengths in points."""

    width: float
    align: Align = Align.LEFT
    indent: float = 0.0


class SetTexts(NamedTuple):
    """What another typesetter has set: finished lines, the codes it gave out, characters that no font has."""

    lines: dict[Key, tuple[Line, ...]]
    codes: News
    missing: tuple[str, ...]


class Typesetter:
    """Sets the text of one document and remembers which glyphs it took.

    Where two set it, each gives out codes of its own `share`.
    """

    def __init__(self, faces: Faces, share: range = ALL) -> None:
        self._glyphs = Glyphs(faces, share)
        self._cutter = Cutter(self._glyphs.width)
        self._handed: dict[Key, tuple[Line, ...]] = {}
        self._remembered: dict[Key, tuple[Line, ...]] = {}
        self._single: dict[tuple[str, str], Line] = {}
        self.missing: dict[str, None] = {}

    def embedded(self) -> tuple[EmbeddedFace, ...]:
        """Give the faces used so far, in the order of their first use."""
        return self._glyphs.embedded()

    def take(self, texts: SetTexts, share: range) -> None:
        """Take what another has set, with codes of its share, in the place of what was taken before."""
        self._handed = texts.lines
        self._glyphs.learn(texts.codes, share)
        self.missing.update(dict.fromkeys(texts.missing))

    def news(self) -> News:
        """Tell for what codes were given out since this was asked last."""
        return self._glyphs.news()

    def go_on(self, other: "Typesetter") -> None:
        """Take over the work of one whose codes another has been told."""
        self._glyphs.go_on(other._glyphs)

    def text(self, text: str, style: Style, setting: Setting) -> tuple[Line, ...]:
        """Set a text; every hard line break in it starts a paragraph."""
        key = text_key(text, style, setting)
        if key in self._handed:
            return self._handed[key]
        if len(text) > _SHORT:
            return self._text(text, style, setting)
        if key not in self._remembered:
            if len(self._remembered) > _REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = self._text(text, style, setting)
        return self._remembered[key]

    def runs(self, runs: Iterable[Run], setting: Setting) -> tuple[Line, ...]:
        """Set one paragraph of runs in several styles."""
        runs = list(runs)
        if self._handed and (lines := self._handed.get(runs_key(runs, setting))) is not None:
            return lines
        return tuple(self._paragraph([_on_one_line(run) for run in runs], setting))

    def line(self, text: str, style: Style) -> Line:
        """Set a text on one line, however long."""
        key = (text, style.key)
        if key not in self._single:
            if len(self._single) > _REMEMBERED:
                self._single.clear()
            pieces = self._cut([_on_one_line((text, style))], inf)
            self._single[key] = self._compose(pieces, (0, len(pieces)), Settled())
        return self._single[key]

    def width(self, text: str, style: Style) -> float:
        """Measure a text set on one line, in points."""
        return self.line(text, style).width

    def _text(self, text: str, style: Style, setting: Setting) -> tuple[Line, ...]:
        return tuple(line for part in lines_of(text) for line in self._paragraph([(part, style)], setting))

    def _paragraph(self, runs: list[Run], setting: Setting) -> list[Line]:
        pieces = self._cut(runs, setting.width)
        if not pieces:
            return [Line("", "", 0.0)]
        narrow = is_narrow(setting.width, pieces.styles[0].em)
        lines = []
        for span in break_lines(pieces, setting.width - setting.indent, setting.width):
            width = setting.width - (0 if span[0] else setting.indent)
            is_last = span[1] == len(pieces)
            settled = settle(pieces, span, width, setting.align, is_last=is_last, is_narrow=narrow)
            lines.append(self._compose(pieces, span, settled))
        return lines

    def _cut(self, runs: list[Run], width: float) -> Pieces:
        return self._cutter.cut([part for run in runs for part in self._printable(run)], width)

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

    def _compose(self, pieces: Pieces, line: Span, settled: Settled) -> Line:
        pen = Pen()
        draw = self._draw_squeezed if settled.shrink else self._draw_wide
        end = draw(pen, pieces, line, settled)
        return Line(pen.operators(), "".join(pieces.texts[line[0] : line[1]]), end)

    def _draw_wide(self, pen: Pen, pieces: Pieces, line: Span, settled: Settled) -> float:
        """Draw pieces that give nothing away, Han characters between others in one go; gives where they end."""
        x, stretch = settled.start, settled.stretch
        for style, start, stop in pieces.by_style(*line):
            codes, step = self._glyphs.plain(style), style.em + stretch
            while start < stop:
                odd = pieces.usual.find(0, start, stop)
                odd = stop if odd < 0 else odd
                run = [codes[text] for text in pieces.texts[start:odd]]
                if not all(run):
                    odd = start + run.index("")
                    del run[odd - start :]
                x += pen.draw_run(codes.resource, run, x, style.size, step)
                if odd < stop:
                    self._draw_piece(pen, pieces, odd, x + pieces.shifts[odd], is_last=odd + 1 == line[1])
                    x += pieces.widths[odd] + pieces.gaps[odd] + stretch * pieces.stretches[odd]
                start = odd + 1
        return x

    def _draw_squeezed(self, pen: Pen, pieces: Pieces, line: Span, settled: Settled) -> float:
        *edges, end = offsets(pieces, line, settled)
        for place, x in enumerate(edges, start=line[0]):
            self._draw_piece(pen, pieces, place, x, is_last=place + 1 == line[1])
        return end

    def _draw_piece(self, pen: Pen, pieces: Pieces, place: int, x: float, *, is_last: bool) -> None:
        text, style = pieces.texts[place], pieces.styles[place]
        if pieces.kinds[place] is _DASH:
            self._draw_dash(pen, text, style, x)
            return
        gap = round(pieces.gaps[place] * 1000 / style.size) if pieces.gaps[place] and not is_last else 0
        pen.draw(self._glyphs.slots(text, style, gap), x, style.size)

    def _draw_dash(self, pen: Pen, text: str, style: Style, x: float) -> None:
        """Stretch —— to two em, so that it does not break in its middle."""
        scale = 2 * style.em / self._glyphs.width(text, style)
        pen.draw_scaled(self._glyphs.slots(text, style), x, style.size, scale)


def text_key(text: str, style: Style, setting: Setting) -> Key:
    """Name a text as it is set."""
    return text, style.key, setting


def runs_key(runs: Iterable[Run], setting: Setting) -> Key:
    """Name a paragraph of runs as it is set."""
    return tuple((text, style.key) for text, style in runs), setting


def _on_one_line(run: Run) -> Run:
    text, style = run
    return plain(text).replace("\n", " "), style
