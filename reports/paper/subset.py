"""A font cut down to the glyphs of one document, as a PDF composite font with a right way back to Unicode."""

import struct
from collections.abc import Callable
from hashlib import sha256
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc

from reports.paper.codes import ALL, TIGHT, Codes, Shown, Slack
from reports.paper.streams import Raw, Stream
from reports.paper.truetype import TrueTypeFace

_COPIED = ("cvt ", "fpgm", "prep")
_ARE_WORDS, _ARE_OFFSETS, _MORE = 0x0001, 0x0002, 0x0020
_SCALE, _TWO_SCALES, _FOUR_SCALES = 0x0008, 0x0040, 0x0080
_CHECKSUM = 0xB1B0AFBA


class GlyphCopy(NamedTuple):
    """A glyph as the document shows it: its advance in thousandths, its ink moved aside by font units."""

    glyph: int
    advance: float
    shift: int = 0


class EmbeddedFace:
    """The glyphs of one face that one document uses, numbered by their codes.

    Two-byte codes and our own ToUnicode map carry characters beyond the first plane, which reportlab's own do not.
    """

    def __init__(self, face: TrueTypeFace, resource: str, share: range = ALL) -> None:
        self.face = face
        self.resource = resource
        self.codes = Codes(share)

    def code(self, char: str, slack: Slack = TIGHT) -> str:
        """Give the character's code in this document; with slack it gets one of its own."""
        return self.codes.code((char, slack))

    def addObjects(self, document: Any) -> None:
        """Write the font into the document; the name is the one reportlab calls."""
        shown = self.codes.by_code()
        name = f"{_tag(shown)}+{self.face.name}"
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([self._descendant(document, name, self._copies(shown))]),
                "ToUnicode": document.Reference(Stream(_to_unicode(shown)), f"toUnicode:{self.resource}"),
            }
        )
        document.idToObject["BasicFonts"].dict[self.resource] = document.Reference(font, f"font:{self.resource}")

    def _copies(self, shown: list[Shown | None]) -> list[GlyphCopy]:
        nothing = GlyphCopy(0, self.face.width_of_glyph(0))
        return [self._copy(*one) if one is not None else nothing for one in shown]

    def _copy(self, char: str, slack: Slack) -> GlyphCopy:
        glyph, shift = self.face.glyph(ord(char)), round(slack.before * self.face.units_per_em / 1000)
        return GlyphCopy(glyph, self.face.width_of_glyph(glyph) + sum(slack), shift)

    def _descendant(self, document: Any, name: str, copies: list[GlyphCopy]) -> Any:
        widths = " ".join(f"{copy.advance:.6g}" for copy in copies)
        return document.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("Font"),
                    "Subtype": pdfdoc.PDFName("CIDFontType2"),
                    "BaseFont": pdfdoc.PDFName(name),
                    "CIDSystemInfo": pdfdoc.PDFDictionary(
                        {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
                    ),
                    "CIDToGIDMap": pdfdoc.PDFName("Identity"),
                    "DW": 1000,
                    "W": Raw(f"[0 [{widths}]]".encode()),
                    "FontDescriptor": self._descriptor(document, name, copies),
                }
            ),
            f"descendant:{self.resource}",
        )

    def _descriptor(self, document: Any, name: str, copies: list[GlyphCopy]) -> Any:
        outlines = subset_of(self.face, copies)
        file = Stream(outlines, {"Length1": len(outlines)})
        scale = 1000 / self.face.units_per_em
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(name),
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArrayCompact([round(edge * scale) for edge in self.face.box]),
                "ItalicAngle": 0,
                "Ascent": round(self.face.ascent * scale),
                "Descent": round(self.face.descent * scale),
                "CapHeight": 700,
                "StemV": 80,
                "FontFile2": document.Reference(file, f"fontFile:{self.resource}"),
            }
        )
        return document.Reference(descriptor, f"descriptor:{self.resource}")


def _tag(shown: list[Shown | None]) -> str:
    """Name the subset by what is in it, so that equal documents have equal fonts."""
    digest = sha256(repr(shown).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def subset_of(face: TrueTypeFace, copies: list[GlyphCopy]) -> bytes:
    """Build a TrueType file whose glyph n is `copies[n]`, with the parts of composed glyphs after them."""
    order = list(copies)
    outlines = _outlines(face, order)
    tables = {
        "glyf": b"".join(outlines),
        "head": _patched(face.table("head"), {8: b"\0\0\0\0", 50: b"\0\1"}),
        "hhea": _patched(face.table("hhea"), {34: struct.pack(">H", len(order))}),
        "hmtx": b"".join(_metrics(face, copy) for copy in order),
        "loca": _offsets(outlines),
        "maxp": _limits(face.table("maxp"), len(order)),
    }
    return _font_file(tables | _hinting(face))


def _metrics(face: TrueTypeFace, copy: GlyphCopy) -> bytes:
    advance = round(copy.advance * face.units_per_em / 1000)
    return struct.pack(">Hh", advance, face.bearing_of_glyph(copy.glyph) + copy.shift)


def _limits(maxp: bytes, count: int) -> bytes:
    """Raise the profile's limits so that glyphs composed by us are within them."""
    points, contours, all_points, all_contours = struct.unpack_from(">4H", maxp, 6)
    elements, depth = struct.unpack_from(">2H", maxp, 28)
    changes = {
        4: struct.pack(">H", count),
        10: struct.pack(">2H", max(points, all_points), max(contours, all_contours)),
        28: struct.pack(">2H", max(elements, 1), depth + 1),
    }
    return _patched(maxp, changes)


def _outlines(face: TrueTypeFace, order: list[GlyphCopy]) -> list[bytes]:
    """Copy outlines, renumbering the parts of composed glyphs and adding parts to `order` as they turn up."""
    places = {copy.glyph: n for n, copy in reversed(list(enumerate(order))) if not copy.shift}
    outlines: list[bytes] = []

    def place_of(part: int) -> int:
        if part not in places:
            places[part] = len(order)
            order.append(GlyphCopy(part, face.width_of_glyph(part)))
        return places[part]

    while len(outlines) < len(order):
        copy = order[len(outlines)]
        is_first = not copy.shift and places[copy.glyph] == len(outlines)
        outline = face.outline(copy.glyph) if is_first else _reference(face, copy)
        if outline and struct.unpack_from(">h", outline)[0] < 0:
            outline = _renumbered(outline, place_of)
        outlines.append(outline + b"\0" * (-len(outline) % 4))
    return outlines


def _reference(face: TrueTypeFace, copy: GlyphCopy) -> bytes:
    """Compose a glyph of the one outline that all its copies share."""
    outline = face.outline(copy.glyph)
    if not outline:
        return outline
    left, bottom, right, top = struct.unpack_from(">4h", outline, 2)
    box = (left + copy.shift, bottom, right + copy.shift, top)
    return struct.pack(">5h2H2h", -1, *box, _ARE_WORDS | _ARE_OFFSETS, copy.glyph, copy.shift, 0)


def _renumbered(outline: bytes, place_of: Callable[[int], int]) -> bytes:
    data, place, flags = bytearray(outline), 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", data, place)
        struct.pack_into(">H", data, place + 2, place_of(part))
        place += 4 + (4 if flags & _ARE_WORDS else 2) + _length_of_scale(flags)
    return bytes(data)


def _length_of_scale(flags: int) -> int:
    if flags & _SCALE:
        return 2
    if flags & _TWO_SCALES:
        return 4
    return 8 if flags & _FOUR_SCALES else 0


def _offsets(outlines: list[bytes]) -> bytes:
    offsets, place = [0], 0
    for outline in outlines:
        place += len(outline)
        offsets.append(place)
    return struct.pack(f">{len(offsets)}I", *offsets)


def _hinting(face: TrueTypeFace) -> dict[str, bytes]:
    found = {}
    for tag in _COPIED:
        try:
            found[tag] = face.table(tag)
        except KeyError:
            continue
    return found


def _patched(table: bytes, changes: dict[int, bytes]) -> bytes:
    data = bytearray(table)
    for place, value in changes.items():
        data[place : place + len(value)] = value
    return bytes(data)


def _font_file(tables: dict[str, bytes]) -> bytes:
    count, power = len(tables), len(tables).bit_length() - 1
    header = struct.pack(">I4H", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    place, entries, bodies = 12 + 16 * count, b"", b""
    for tag in sorted(tables):
        body = tables[tag] + b"\0" * (-len(tables[tag]) % 4)
        entries += struct.pack(">4s3I", tag.encode(), _checksum(body), place, len(tables[tag]))
        place, bodies = place + len(body), bodies + body
    return _with_checksum(header + entries + bodies, tables)


def _with_checksum(file: bytes, tables: dict[str, bytes]) -> bytes:
    before_head = sum(len(tables[tag]) + -len(tables[tag]) % 4 for tag in sorted(tables) if tag < "head")
    place = 12 + 16 * len(tables) + before_head + 8
    return _patched(file, {place: struct.pack(">I", (_CHECKSUM - _checksum(file)) & 0xFFFFFFFF)})


def _checksum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}I", data)
    return sum(words) & 0xFFFFFFFF


def _to_unicode(shown: list[Shown | None]) -> bytes:
    lines = [f"<{code:04X}> <{one[0].encode('utf-16-be').hex().upper()}>" for code, one in enumerate(shown) if one]
    blocks = (lines[n : n + 100] for n in range(0, len(lines), 100))
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
