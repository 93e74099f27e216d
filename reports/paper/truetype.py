"""TrueType files (OpenType specification), read just far enough to choose, measure and copy glyphs."""

import mmap
import struct
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from sys import byteorder

GlyphFinder = Callable[[int], int]

_NO_EMBEDDING = 0x0002


class UnusableFontError(Exception):
    """This font cannot be embedded in our papers."""


@dataclass(frozen=True, slots=True)
class _Table:
    start: int
    length: int


class TrueTypeFace:
    """One face with glyf outlines; widths are in thousandths of an em."""

    def __init__(self, path: Path, index: int = 0) -> None:
        self.path, self._index = path, index
        self._bytes = _mapped(path)
        try:
            self._tables = _directory(self._bytes, index)
            self._check()
            self._read_heads()
            self._glyph = _glyph_finder(self.table("cmap"))
        except (struct.error, KeyError, IndexError, ValueError) as error:
            raise UnusableFontError(f"{path.name}: {error}") from error

    def __reduce__(self) -> "tuple[type[TrueTypeFace], tuple[Path, int]]":
        """Let another process open the same file."""
        return type(self), (self.path, self._index)

    def table(self, tag: str) -> bytes:
        """Give the bytes of a table; KeyError when the font has none of that name."""
        place = self._tables[tag]
        return self._bytes[place.start : place.start + place.length]

    def glyph(self, code: int) -> int:
        """Find the glyph of a code point, 0 when the face has none."""
        return self._glyph(code)

    def width_of_glyph(self, glyph: int) -> float:
        """Give the advance of a glyph."""
        return self._advances[min(glyph, len(self._advances) - 1)] * 1000 / self.units_per_em

    def bearing_of_glyph(self, glyph: int) -> int:
        """Give the left side bearing of a glyph in font units, as stored."""
        metrics = len(self._advances)
        place = glyph * 4 + 2 if glyph < metrics else metrics * 4 + (glyph - metrics) * 2
        return int(struct.unpack_from(">h", self._bytes, self._tables["hmtx"].start + place)[0])

    def outline(self, glyph: int) -> bytes:
        """Copy the outline of a glyph, empty for a space."""
        start, end = self._offsets[glyph], self._offsets[glyph + 1]
        base = self._tables["glyf"].start
        return self._bytes[base + start : base + end]

    @cached_property
    def name(self) -> str:
        """Give the PostScript name, from the file's name where the font does not say."""
        return _postscript_name(self.table("name")) or self.path.stem.replace(" ", "")

    @cached_property
    def _offsets(self) -> "array[int]":
        if self._has_long_offsets:
            return _numbers("I", self.table("loca"))
        return array("I", (offset * 2 for offset in _numbers("H", self.table("loca"))))

    @cached_property
    def _advances(self) -> "array[int]":
        return _numbers("H", self.table("hmtx")[: self._metrics * 4])[::2]

    def _check(self) -> None:
        if "glyf" not in self._tables:
            raise ValueError("no TrueType outlines")
        if "OS/2" in self._tables and struct.unpack_from(">H", self.table("OS/2"), 8)[0] & 0xF == _NO_EMBEDDING:
            raise ValueError("its licence bits forbid embedding")

    def _read_heads(self) -> None:
        head, hhea = self.table("head"), self.table("hhea")
        self.units_per_em: int = struct.unpack_from(">H", head, 18)[0]
        self.box: tuple[int, ...] = struct.unpack_from(">4h", head, 36)
        self.ascent, self.descent = (int(value) for value in struct.unpack_from(">2h", hhea, 4))
        self._has_long_offsets: bool = struct.unpack_from(">h", head, 50)[0] == 1
        self._metrics: int = struct.unpack_from(">H", hhea, 34)[0]


def faces_in(path: Path) -> int:
    """Count the faces of a file: one, or as many as a collection holds."""
    with path.open("rb") as file:
        head = file.read(12)
    return int(struct.unpack_from(">I", head, 8)[0]) if head[:4] == b"ttcf" else 1


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        try:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as error:
            raise UnusableFontError(f"{path.name}: empty") from error


def _directory(data: mmap.mmap, index: int) -> dict[str, _Table]:
    start = struct.unpack_from(">I", data, 12 + 4 * index)[0] if data[:4] == b"ttcf" else 0
    kind, count = struct.unpack_from(">4sH", data, start)
    if kind not in (b"\x00\x01\x00\x00", b"true"):
        raise ValueError("not a TrueType font")
    entries = (struct.unpack_from(">4s4xII", data, start + 12 + 16 * n) for n in range(count))
    return {tag.decode("latin-1"): _Table(place, length) for tag, place, length in entries}


def _numbers(kind: str, data: bytes) -> "array[int]":
    numbers = array(kind)
    numbers.frombytes(data[: len(data) - len(data) % numbers.itemsize])
    if byteorder == "little":
        numbers.byteswap()
    return numbers


def _glyph_finder(cmap: bytes) -> GlyphFinder:
    """Take the map with the widest reach: format 12 (all of Unicode), else format 4 (the first plane)."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    starts = {struct.unpack_from(">4xI", cmap, 4 + 8 * n)[0] for n in range(count)}
    by_format = {struct.unpack_from(">H", cmap, start)[0]: cmap[start:] for start in sorted(starts)}
    if 12 in by_format:
        return _segmented_coverage(by_format[12])
    if 4 in by_format:
        return _segment_mapping(by_format[4])
    raise ValueError("no Unicode character map")


def _segmented_coverage(table: bytes) -> GlyphFinder:
    groups = struct.unpack_from(">I", table, 12)[0]
    flat = _numbers("I", table[16 : 16 + 12 * groups])
    firsts, lasts, glyphs = flat[0::3], flat[1::3], flat[2::3]

    def find(code: int) -> int:
        group = bisect_right(firsts, code) - 1
        return glyphs[group] + code - firsts[group] if group >= 0 and code <= lasts[group] else 0

    return find


def _segment_mapping(table: bytes) -> GlyphFinder:
    length, doubled = struct.unpack_from(">2xH2xH", table)
    words, count = _numbers("H", table[:length]), doubled // 2
    lasts, firsts = words[7 : 7 + count], words[8 + count : 8 + 2 * count]
    deltas, offsets = words[8 + 2 * count : 8 + 3 * count], 8 + 3 * count

    def find(code: int) -> int:
        segment = bisect_left(lasts, code)
        if code > 0xFFFF or segment == count or code < firsts[segment]:
            return 0
        offset = words[offsets + segment]
        if not offset:
            return (code + deltas[segment]) & 0xFFFF
        glyph = words[offsets + segment + offset // 2 + code - firsts[segment]]
        return (glyph + deltas[segment]) & 0xFFFF if glyph else 0

    return find


def _postscript_name(table: bytes) -> str:
    count, strings = struct.unpack_from(">2xHH", table)
    for n in range(count):
        platform, _, _, kind, length, place = struct.unpack_from(">6H", table, 6 + 12 * n)
        if kind == 6:
            text = table[strings + place : strings + place + length]
            name = text.decode("latin-1" if platform == 1 else "utf-16-be", "ignore")
            return "".join(char for char in name if char.isascii() and (char.isalnum() or char in "-_."))
    return ""
