"""Text to finished lines: measured, broken and composed once, into PDF operators that can stand anywhere."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from reports.paper.atoms import Atom, Kind, atoms, halves
from reports.paper.breaking import break_lines, is_narrow
from reports.paper.faces import Faces, Role
from reports.paper.placing import Align, natural_width, place
from reports.paper.styles import Style
from reports.paper.subset import EmbeddedFace
from reports.paper.text import lines_of, plain
from reports.paper.truetype import TrueTypeFace

Run = tuple[str, Style]

_QUOTES = frozenset("“”‘’")
_FIGURES = "0123456789"  # in order: a set would number the glyphs anew in every process
_REMEMBERED = 20_000
_SHORT = 64


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


class _Glyph(NamedTuple):
    face: EmbeddedFace
    code: str
    advance: float


class _Slot(NamedTuple):
    """One glyph of a piece: font resource, code, offset and advance in thousandths of the size."""

    resource: str
    code: str
    offset: float
    advance: float


class Typesetter:
    """Sets the text of one document and remembers which glyphs it took."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._embedded: dict[int, EmbeddedFace] = {}
        self._glyphs: dict[tuple[Role, str], _Glyph | None] = {}
        self._slots: dict[tuple[str, tuple[object, ...]], list[_Slot]] = {}
        self._widest: dict[Role, float] = {}
        self._remembered: dict[tuple[object, ...], tuple[Line, ...]] = {}
        self.missing: dict[str, None] = {}

    def embedded(self) -> tuple[EmbeddedFace, ...]:
        """Give the faces used so far, in the order of their first use."""
        return tuple(self._embedded.values())

    def text(self, text: str, style: Style, setting: Setting) -> tuple[Line, ...]:
        """Set a text; every hard line break in it starts a paragraph."""
        if len(text) > _SHORT:
            return self._text(text, style, setting)
        key = (text, style.key, setting)
        if key not in self._remembered:
            if len(self._remembered) > _REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = self._text(text, style, setting)
        return self._remembered[key]

    def runs(self, runs: Iterable[Run], setting: Setting) -> tuple[Line, ...]:
        """Set one paragraph of runs in several styles."""
        return tuple(self._paragraph([(plain(text).replace("\n", " "), style) for text, style in runs], setting))

    def line(self, text: str, style: Style) -> Line:
        """Set a text on one line, however long."""
        pieces = self._atoms([(plain(text).replace("\n", " "), style)])
        return self._compose(pieces, natural_width(pieces), Align.LEFT, is_last=True, narrow=False)

    def width(self, text: str, style: Style) -> float:
        """Measure a text set on one line, in points."""
        return self.line(text, style).width

    def _text(self, text: str, style: Style, setting: Setting) -> tuple[Line, ...]:
        return tuple(line for part in lines_of(text) for line in self._paragraph([(part, style)], setting))

    def _paragraph(self, runs: list[Run], setting: Setting) -> Iterable[Line]:
        pieces = [part for piece in self._atoms(runs) for part in self._fitted(piece, setting.width)]
        if not pieces:
            return [Line("", "", 0.0)]
        spans = break_lines(pieces, setting.width - setting.indent, setting.width)
        narrow = is_narrow(setting.width, pieces[0].style.em)
        return [
            self._compose(
                pieces[start:end],
                setting.width - (0 if start else setting.indent),
                setting.align,
                is_last=end == len(pieces),
                narrow=narrow,
            )
            for start, end in spans
        ]

    def _atoms(self, runs: list[Run]) -> list[Atom]:
        return atoms([part for run in runs for part in self._printable(run)], self._measure)

    def _fitted(self, piece: Atom, width: float) -> list[Atom]:
        return halves(piece, width, self._measure) if piece.kind is Kind.LATIN and piece.width > width else [piece]

    def _printable(self, run: Run) -> list[Run]:
        """Put the code point, in small 黑体, wherever no font has the character."""
        text, style = run
        lacking = {char for char in dict.fromkeys(text) if self._glyph(style, char) is None}
        if not lacking:
            return [run]
        self.missing.update(dict.fromkeys(char for char in text if char in lacking))
        small = replace(style, role=Role.HEAD, size=0.7 * style.size, pitch=0, latin=None)
        parts: list[Run] = []
        for char in text:
            new, in_style = (f"[U+{ord(char):04X}]", small) if char in lacking else (char, style)
            if parts and parts[-1][1] is in_style:
                new = parts.pop()[0] + new
            parts.append((new, in_style))
        return parts

    def _measure(self, text: str, style: Style) -> float:
        return self._layout(text, style)[1] * style.size / 1000

    def _layout(self, text: str, style: Style) -> tuple[list[_Slot], float]:
        key = (text, style.key)
        slots = self._slots.get(key)
        if slots is None:
            slots = self._slots[key] = self._laid_out(text, style)
            if len(self._slots) > _REMEMBERED:
                self._slots.clear()
        return slots, slots[-1].offset + slots[-1].advance if slots else 0.0

    def _laid_out(self, text: str, style: Style) -> list[_Slot]:
        slots: list[_Slot] = []
        x = 0.0
        for char in text:
            glyph = self._glyph(style, char)
            assert glyph is not None
            if style.tabular and char in _FIGURES:
                width = self._figure_width(style)
                glyph = _Glyph(glyph.face, glyph.face.code(char, width), width)
            slots.append(_Slot(glyph.face.resource, glyph.code, x, glyph.advance))
            x += glyph.advance
        return slots

    def _figure_width(self, style: Style) -> float:
        role = style.latin or style.role
        if role not in self._widest:
            glyphs = [self._glyph(style, figure) for figure in _FIGURES]
            self._widest[role] = max((glyph.advance for glyph in glyphs if glyph is not None), default=0)
        return self._widest[role]

    def _glyph(self, style: Style, char: str) -> _Glyph | None:
        role = style.latin if style.latin is not None and char < "\u2000" else style.role
        if role is Role.SUBHEAD and char in _QUOTES:
            role = Role.SONG
        key = (role, char)
        if key not in self._glyphs:
            self._glyphs[key] = self._found(role, char)
        return self._glyphs[key]

    def _found(self, role: Role, char: str) -> _Glyph | None:
        face = self._faces.face_for(role, char)
        if face is None:
            return None
        embedded = self._embed(face)
        return _Glyph(embedded, embedded.code(char), face.width_of_glyph(face.glyph(ord(char))))

    def _embed(self, face: TrueTypeFace) -> EmbeddedFace:
        if id(face) not in self._embedded:
            self._embedded[id(face)] = EmbeddedFace(face, f"F{len(self._embedded) + 1}")
        return self._embedded[id(face)]

    def _compose(self, pieces: list[Atom], width: float, align: Align, *, is_last: bool, narrow: bool) -> Line:
        placed = place(pieces, width, align, is_last=is_last, is_narrow=narrow)
        pen = _Pen()
        for piece, x in zip(pieces, placed.offsets, strict=True):
            if piece.kind is Kind.DASH:
                self._draw_dash(pen, piece, x)
            else:
                pen.draw(self._layout(piece.text, piece.style)[0], x, piece.style.size)
        return Line(pen.operators(), "".join(piece.text for piece in pieces), placed.end)

    def _draw_dash(self, pen: "_Pen", piece: Atom, x: float) -> None:
        """Stretch —— to two em, so that it does not break in its middle."""
        slots = self._layout(piece.text, piece.style)[0]
        natural = sum(slot.advance for slot in slots) * piece.style.size / 1000
        pen.draw_scaled(slots, x, piece.style.size, piece.width / natural)


class _Pen:
    """Writes the glyphs of one line as text operators, moving only where the font's own advance is not meant."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._array: list[str] = []
        self._codes: list[str] = []
        self._font: tuple[str, float] | None = None
        self._x = 0.0

    def draw(self, slots: list[_Slot], x: float, size: float) -> None:
        """Show glyphs at `x` points from the line's left end."""
        per_em = size / 1000
        for resource, code, offset, advance in slots:
            self._choose(resource, size)
            move = round((x + offset * per_em - self._x) / per_em, 1)
            if move:
                self._end_codes()
                self._array.append(f"{-move:g}")
            self._codes.append(code)
            self._x += (move + advance) * per_em

    def draw_scaled(self, slots: list[_Slot], x: float, size: float, scale: float) -> None:
        """Show glyphs stretched sideways."""
        for slot in slots:
            self._choose(slot.resource, size)
        self.draw([], x, size)
        self._move_to(x, size)
        self._end_array()
        self._done.append(f"{100 * scale:.2f} Tz[<{''.join(slot.code for slot in slots)}>]TJ 100 Tz")
        self._x += sum(slot.advance for slot in slots) * size / 1000 * scale

    def operators(self) -> str:
        """Give the whole line."""
        self._end_array()
        return " ".join(self._done)

    def _move_to(self, x: float, size: float) -> None:
        move = round((x - self._x) * 1000 / size, 1)
        if move:
            self._end_codes()
            self._array.append(f"{-move:g}")
            self._x += move * size / 1000

    def _choose(self, resource: str, size: float) -> None:
        if self._font != (resource, size):
            self._end_array()
            self._font = (resource, size)
            self._done.append(f"/{resource} {size:g} Tf")

    def _end_codes(self) -> None:
        if self._codes:
            self._array.append(f"<{''.join(self._codes)}>")
            self._codes.clear()

    def _end_array(self) -> None:
        self._end_codes()
        if self._array:
            self._done.append(f"[{''.join(self._array)}]TJ")
            self._array.clear()
