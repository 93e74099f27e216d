"""Characters to glyphs: which face prints a character, under which code, how wide."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from reports.paper.codes import ALL, TIGHT, Shown, Slack
from reports.paper.faces import Faces, Role
from reports.paper.styles import Style
from reports.paper.subset import EmbeddedFace
from reports.paper.truetype import TrueTypeFace

_QUOTES = frozenset("“”‘’")
_FIGURES = frozenset("0123456789")
_REMEMBERED = 5_000
_EM = 1000
_USUAL = "一"
"""Whatever face has it serves the Han characters of a style."""


News = dict[int, tuple[Shown, ...]]
"""By the number of a face, what has got a code in it."""


class Slot(NamedTuple):
    """Glyphs of a piece in one face: font resource, codes, offset and advance in thousandths of the size."""

    resource: str
    codes: str
    offset: float
    advance: float


class _Glyph(NamedTuple):
    face: EmbeddedFace
    char: str
    advance: float


class PlainCodes(dict[str, str]):
    """The codes of Han characters in the face that serves a style, empty for those another face or width serves."""

    def __init__(self, find: Callable[[str], _Glyph | None], resource: str) -> None:
        super().__init__()
        self._find = find
        self.resource = resource

    def __missing__(self, char: str) -> str:
        """Look a character up once."""
        glyph = self._find(char)
        is_plain = glyph is not None and glyph.advance == _EM and glyph.face.resource == self.resource
        code = self[char] = glyph.face.code(char, TIGHT) if is_plain and glyph is not None else ""
        return code


class Glyphs:
    """The glyphs of one document, or of what one of two sets of it; `share` are the codes this one may give out."""

    def __init__(self, faces: Faces, share: range = ALL) -> None:
        self._faces, self._share = faces, share
        self._embedded: dict[int, EmbeddedFace] = {}
        self._found: dict[str, dict[str, _Glyph | None]] = {}
        self._slots: dict[tuple[str, str, int], tuple[Slot, ...]] = {}
        self._printable: dict[str, set[str]] = {}
        self._widest: dict[Role, float] = {}
        self._plain: dict[str, PlainCodes] = {}
        self._widths: dict[tuple[str, str], float] = {}

    def embedded(self) -> tuple[EmbeddedFace, ...]:
        """Give the faces used so far, in the order of their first use."""
        return tuple(self._embedded.values())

    def news(self) -> News:
        """Tell for what codes were given out since this was asked last."""
        return {number: embedded.codes.news() for number, embedded in self._embedded.items()}

    def learn(self, news: News, share: range) -> None:
        """Hear for what another has given out codes."""
        for number, shown in news.items():
            self._at(number).codes.learn(shown, share)

    def go_on(self, other: "Glyphs") -> None:
        """Take over the work of one whose codes another knows."""
        for number, embedded in other._embedded.items():
            self._at(number).codes.go_on(embedded.codes)

    def lacking(self, text: str, style: Style) -> frozenset[str]:
        """Name the characters of a text that no font has."""
        printable = self._printable.setdefault(style.key, set())
        if printable.issuperset(text):
            return frozenset()
        lacking = frozenset(char for char in dict.fromkeys(text) if self._glyph(style, char) is None)
        printable.update(set(text) - lacking)
        return lacking

    def width(self, text: str, style: Style) -> float:
        """Measure a piece of text, in points."""
        key = (text, style.key)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) > _REMEMBERED:
                self._widths.clear()
            width = self._widths[key] = sum([self._advance(char, style) for char in text]) * style.size / 1000
        return width

    def _advance(self, char: str, style: Style) -> float:
        if style.tabular and char in _FIGURES:
            return self._figure_width(style)
        glyph = self._glyph(style, char)
        assert glyph is not None
        return glyph.advance

    def slots(self, text: str, style: Style, gap: int = 0) -> tuple[Slot, ...]:
        """Lay out the glyphs of a piece; the last takes a gap of so many thousandths into its own advance.

        Readers of the file take a wide move between glyphs for a space; a wide glyph they take for what it is.
        """
        key = (text, style.key, gap)
        slots = self._slots.get(key)
        if slots is None:
            if len(self._slots) > _REMEMBERED:
                self._slots.clear()
            slots = self._slots[key] = self._laid_out(text, style, gap)
        return slots

    def plain(self, style: Style) -> PlainCodes:
        """Give the codes of the Han characters of a style."""
        codes = self._plain.get(style.key)
        if codes is None:
            usual = self._glyph(style, _USUAL)
            resource = usual.face.resource if usual is not None else ""
            codes = self._plain[style.key] = PlainCodes(partial(self._glyph, style), resource)
        return codes

    def _laid_out(self, text: str, style: Style, gap: int) -> tuple[Slot, ...]:
        """Put glyph after glyph; those of one face follow each other of themselves and make one slot."""
        slots: list[Slot] = []
        x = 0.0
        for place, char in enumerate(text, start=1):
            slot = self._slot(style, char, x, gap if place == len(text) else 0)
            if slots and slots[-1].resource == slot.resource:
                last = slots.pop()
                slot = Slot(last.resource, last.codes + slot.codes, last.offset, last.advance + slot.advance)
            slots.append(slot)
            x = slot.offset + slot.advance
        return tuple(slots)

    def _slot(self, style: Style, char: str, x: float, gap: int) -> Slot:
        glyph = self._glyph(style, char)
        assert glyph is not None
        if not gap and not (style.tabular and char in _FIGURES):
            return Slot(glyph.face.resource, glyph.face.code(char, TIGHT), x, glyph.advance)
        width = self._figure_width(style) if style.tabular and char in _FIGURES else glyph.advance
        code = glyph.face.code(char, Slack((width - glyph.advance) / 2, (width - glyph.advance) / 2 + gap))
        return Slot(glyph.face.resource, code, x, width + gap)

    def _figure_width(self, style: Style) -> float:
        role = style.latin or style.role
        if role not in self._widest:
            glyphs = [self._glyph(style, figure) for figure in sorted(_FIGURES)]
            self._widest[role] = max((glyph.advance for glyph in glyphs if glyph is not None), default=0)
        return self._widest[role]

    def _glyph(self, style: Style, char: str) -> _Glyph | None:
        found = self._found.get(style.key)
        if found is None:
            found = self._found[style.key] = {}
        if char not in found:
            found[char] = self._find(style, char)
        return found[char]

    def _find(self, style: Style, char: str) -> _Glyph | None:
        role = style.latin if style.latin is not None and char < "\u2000" else style.role
        if role is Role.SUBHEAD and char in _QUOTES:
            role = Role.SONG
        face = self._faces.face_for(role, char)
        if face is None:
            return None
        return _Glyph(self._embed(face), char, face.width_of_glyph(face.glyph(ord(char))))

    def _embed(self, face: TrueTypeFace) -> EmbeddedFace:
        return self._at(self._faces.all.index(face))

    def _at(self, number: int) -> EmbeddedFace:
        """Give a face by its number, which is the same for all that set with these faces."""
        if number not in self._embedded:
            self._embedded[number] = EmbeddedFace(self._faces.all[number], f"F{number + 1}", self._share)
        return self._embedded[number]
