"""A font for every role and every character, from whatever this machine has."""

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

import resources
from reports.errors import NoFontError
from reports.paper import faces as faces_module
from reports.paper.faces import Faces, FontMode, Role, faces, wanted_mode
from reports.paper.truetype import TrueTypeFace, UnusableFontError, faces_in


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(resources, "font_folders", lambda: ())
    monkeypatch.setattr(faces_module, "_system_folders", lambda: ())
    faces.cache_clear()
    yield
    faces.cache_clear()


@pytest.mark.parametrize("mode", list(FontMode))
def test_no_font_at_all_is_an_error_and_never_an_empty_box(no_fonts: None, mode: FontMode) -> None:
    with pytest.raises(NoFontError):
        faces(mode)


def test_the_environment_asks_for_the_same_fonts_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOCCHECK_FONT_MODE", "reproducible")
    assert wanted_mode() is FontMode.REPRODUCIBLE
    monkeypatch.setenv("VOCCHECK_FONT_MODE", "nonsense")
    assert wanted_mode() is FontMode.OFFICIAL


def test_every_role_has_a_face_and_says_which(some_faces: Faces) -> None:
    assert set(some_faces.named()) == set(Role)


def test_a_character_is_looked_for_along_the_chain(some_faces: Faces) -> None:
    if resources.font("LXGWWenKai-Regular.ttf") is None:
        pytest.skip("LXGW WenKai is not fetched")
    rare = some_faces.face_for(Role.BODY, "𠮷")
    assert rare is not None
    assert rare.name.startswith("LXGW")
    assert some_faces.face_for(Role.BODY, "😀") is None


def test_the_systems_fonts_go_first_in_official_mode(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kai = resources.font("LXGWWenKai-Regular.ttf")
    if kai is None:
        pytest.skip("LXGW WenKai is not fetched")
    (tmp_path / "Fonts").mkdir()
    (tmp_path / "Fonts" / "SimFang.TTF").write_bytes(kai.read_bytes())
    monkeypatch.setattr(faces_module, "_system_folders", lambda: (tmp_path,))
    faces.cache_clear()
    try:
        assert faces(FontMode.OFFICIAL).named()[Role.BODY].startswith("LXGW")
        assert not faces(FontMode.REPRODUCIBLE).named()[Role.BODY].startswith("LXGW")
    finally:
        faces.cache_clear()


def test_a_broken_system_font_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "simsun.ttc").write_bytes(b"ttcf" + bytes(40))
    (tmp_path / "simhei.ttf").write_bytes(b"")
    monkeypatch.setattr(faces_module, "_system_folders", lambda: (tmp_path,))
    faces.cache_clear()
    try:
        assert faces(FontMode.OFFICIAL).named() == faces(FontMode.REPRODUCIBLE).named()
    finally:
        faces.cache_clear()


@pytest.mark.parametrize(
    "content",
    [b"", b"OTTO" + bytes(60), b"\0\1\0\0\0\0" + bytes(20), b"<html>", b"\0\1\0\0\xff\xff" + bytes(20)],
    ids=["empty", "CFF outlines", "no tables", "no font", "cut off"],
)
def test_what_is_no_usable_font_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.ttf"
    file.write_bytes(content)
    with pytest.raises(UnusableFontError):
        TrueTypeFace(file)


def test_a_font_whose_licence_forbids_embedding_is_refused(tmp_path: Path) -> None:
    sans = resources.font("NotoSansSC-Regular.ttf")
    if sans is None:
        pytest.skip("the fonts are not fetched")
    data = bytearray(sans.read_bytes())
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4sIII", data, 12 + 16 * n) for n in range(count))
    place = next(start for tag, _, start, _ in entries if tag == b"OS/2")
    struct.pack_into(">H", data, place + 8, 0x0002)
    file = tmp_path / "restricted.ttf"
    file.write_bytes(data)
    with pytest.raises(UnusableFontError):
        TrueTypeFace(file)


def test_a_face_of_a_collection_is_opened_by_its_place(tmp_path: Path) -> None:
    sans = resources.font("NotoSansSC-Regular.ttf")
    if sans is None:
        pytest.skip("the fonts are not fetched")
    header = b"ttcf" + struct.pack(">III", 0x00010000, 1, 16)
    data = bytearray(sans.read_bytes())
    for n in range(struct.unpack_from(">H", data, 4)[0]):
        place = 12 + 16 * n + 8
        struct.pack_into(">I", data, place, struct.unpack_from(">I", data, place)[0] + len(header))
    file = tmp_path / "x.ttc"
    file.write_bytes(header + data)
    assert faces_in(file) == 1
    assert TrueTypeFace(file).width_of_glyph(TrueTypeFace(file).glyph(ord("一"))) == 1000


def test_widths_and_outlines_are_those_that_reportlab_reads() -> None:
    from reportlab.pdfbase.ttfonts import TTFontFile

    path = resources.font("NotoSansSC-Regular.ttf")
    if path is None:
        pytest.skip("the fonts are not fetched")
    ours, theirs = TrueTypeFace(path), TTFontFile(str(path))
    for char in "一龥A1，。“”—…①×℃":
        assert ours.glyph(ord(char)) == theirs.charToGlyph[ord(char)]
        assert round(ours.width_of_glyph(ours.glyph(ord(char)))) == round(theirs.charWidths[ord(char)])
