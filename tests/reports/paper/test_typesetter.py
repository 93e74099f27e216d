"""Text set with real fonts: what is extracted is what was typed, and every character is printed somehow."""

from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

import resources
from reports.paper.book import Properties, bind
from reports.paper.faces import Faces, Role
from reports.paper.placing import Align
from reports.paper.sheet import Sheet
from reports.paper.styles import BODY, MM, SECTION, TABLE, Style
from reports.paper.text import plain
from reports.paper.typesetter import Setting, Typesetter
from tests.reports.measured import glyphs_of, text_of

ABOUT = Properties("题", "校", "", datetime(2025, 11, 14, 16, 20, tzinfo=UTC))
WIDTH = 156 * MM


def printed(typesetter: Typesetter, text: str, style: Style = TABLE, width: float = WIDTH) -> bytes:
    sheet = Sheet()
    sheet.put_all(typesetter.text(text, style, Setting(width, Align.JUSTIFIED)), style, 28, 37)
    return bind([sheet], typesetter, ABOUT)


typed = some.text(
    some.one_of(
        some.characters(min_codepoint=0x20, max_codepoint=0x7E),
        some.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
        some.sampled_from("，。；：？！（）《》“”、…—·①②③ⅠⅡ×÷±≥≤℃\n<>&%{}\\"),
        some.sampled_from("😀🏫𠮷𪚥ئۇيغۇر"),
        some.sampled_from("0123456789.%年月日人"),
    ),
    min_size=1,
    max_size=150,
)


@given(typed)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_text_extracted_is_the_text_typed(some_faces: Faces, text: str) -> None:
    typesetter = Typesetter(some_faces)
    content = printed(typesetter, text)
    assert not typesetter.missing or all(f"[U+{ord(char):04X}]" in text_of(content) for char in typesetter.missing)
    for char in typesetter.missing:
        text = text.replace(char, f"[U+{ord(char):04X}]")
    assert text_of(content) == "".join(plain(text).split())


@pytest.mark.skipif(resources.font("LXGWWenKai-Regular.ttf") is None, reason="only 楷体 has it, and it is not fetched")
def test_a_character_beyond_the_first_plane_is_found_and_copied(typesetter: Typesetter) -> None:
    assert "𠮷野家" in text_of(printed(typesetter, "店名𠮷野家"))
    assert not typesetter.missing


def test_a_character_that_no_font_has_is_printed_as_its_code_point_and_listed(typesetter: Typesetter) -> None:
    content = printed(typesetter, "开心😀。")
    assert text_of(content) == "开心[U+1F600]。"
    assert list(typesetter.missing) == ["😀"]
    sizes = {glyph.char: glyph.size for glyph in glyphs_of(content)}
    assert abs(sizes["U"] - 0.7 * TABLE.size) < 0.01
    assert sizes["开"] == TABLE.size


def test_figures_in_tables_are_all_equally_wide(typesetter: Typesetter) -> None:
    assert len({round(typesetter.width(figure, TABLE), 3) for figure in "0123456789"}) == 1


def test_a_quotation_mark_beside_kai_is_taken_from_song(typesetter: Typesetter) -> None:
    assert typesetter.width("“", SECTION) == SECTION.em


def test_the_double_dash_is_two_em_long_without_a_break(typesetter: Typesetter) -> None:
    for style in (BODY, TABLE):
        assert abs(typesetter.width("——", style) - 2 * style.em) < 0.01


def test_han_characters_of_the_body_stand_on_a_pitch_of_28_to_the_line(typesetter: Typesetter) -> None:
    xs = [glyph.x for glyph in glyphs_of(printed(typesetter, "测" * 28, BODY))]
    assert len(xs) == 28
    pitches = [(after - before) * MM for before, after in pairwise(xs)]
    assert all(abs(pitch - 15.793) < 0.02 for pitch in pitches)


def test_every_font_of_the_file_is_an_embedded_subset(typesetter: Typesetter) -> None:
    content = printed(typesetter, "一份 report，“双师型”𠮷", Style(Role.SUBHEAD, 16, 24))
    with pikepdf.open(BytesIO(content)) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        descendants = [font for font in fonts if "/FontDescriptor" in font]
        assert descendants
        for font in descendants:
            assert str(font.BaseFont)[7] == "+"
            assert "/FontFile2" in font.FontDescriptor
        assert all("/ToUnicode" in font for font in fonts if font not in descendants)
        assert not [font for font in fonts if "Helvetica" in str(font.BaseFont)]


def test_setting_the_same_short_text_again_gives_the_very_same_lines(typesetter: Typesetter) -> None:
    setting = Setting(100.0)
    assert typesetter.text("教务处", TABLE, setting) is typesetter.text("教务处", TABLE, setting)


def test_an_empty_text_is_one_empty_line(typesetter: Typesetter) -> None:
    (line,) = typesetter.text("", TABLE, Setting(100.0))
    assert (line.operators, line.text) == ("", "")
