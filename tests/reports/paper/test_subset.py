"""A subset holds the glyphs asked for, and is a sound TrueType file."""

import struct
from pathlib import Path

import pytest

import resources
from reports.paper.codes import Slack
from reports.paper.subset import EmbeddedFace, GlyphCopy, subset_of
from reports.paper.truetype import TrueTypeFace


@pytest.fixture
def face() -> TrueTypeFace:
    path = resources.font("NotoSansSC-Regular.ttf")
    if path is None:
        pytest.skip("the fonts are not fetched")
    return TrueTypeFace(path)


def reopened(content: bytes, tmp_path: Path) -> "dict[str, bytes]":
    count = struct.unpack_from(">H", content, 4)[0]
    entries = (struct.unpack_from(">4sIII", content, 12 + 16 * n) for n in range(count))
    return {tag.decode(): content[start : start + length] for tag, _, start, length in entries}


def test_glyph_n_of_the_subset_is_the_nth_one_asked_for(face: TrueTypeFace, tmp_path: Path) -> None:
    asked = [0, face.glyph(ord("一")), face.glyph(ord("é")), face.glyph(ord("一"))]
    tables = reopened(subset_of(face, [GlyphCopy(one, face.width_of_glyph(one)) for one in asked]), tmp_path)
    offsets = struct.unpack(f">{len(tables['loca']) // 4}I", tables["loca"])
    outline = tables["glyf"][offsets[1] : offsets[2]]
    assert outline.rstrip(b"\0") == face.outline(asked[1]).rstrip(b"\0")
    assert offsets[-1] == len(tables["glyf"])
    assert struct.unpack_from(">H", tables["maxp"], 4)[0] == len(offsets) - 1 >= len(asked)


def test_the_checksum_of_the_file_is_right(face: TrueTypeFace) -> None:
    content = subset_of(face, [GlyphCopy(0, 1000), GlyphCopy(face.glyph(ord("校")), 1000)])
    padded = content + b"\0" * (-len(content) % 4)
    assert sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF == 0xB1B0AFBA


def test_a_character_keeps_its_code_and_a_wider_copy_gets_its_own(face: TrueTypeFace) -> None:
    embedded = EmbeddedFace(face, "F1")
    assert embedded.code("校") == embedded.code("校") == "0001"
    assert embedded.code("1", Slack(20, 20)) != embedded.code("1")


def test_copies_of_a_glyph_share_one_outline(face: TrueTypeFace) -> None:
    glyph = face.glyph(ord("校"))
    one = len(subset_of(face, [GlyphCopy(0, 1000), GlyphCopy(glyph, 1000)]))
    many = len(subset_of(face, [GlyphCopy(0, 1000), *(GlyphCopy(glyph, 1000 + n, n) for n in range(10))]))
    assert many - one < 10 * 40
