"""The pinned fonts are taken whole and unaltered, or not at all."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from scripts import fonts
from scripts.environment import LOCKS
from scripts.fonts import Archive, Face, FetchError, extract, read_list
from scripts.machine import SetupError

_LIST = read_list((LOCKS.parent / "resources" / "fonts.toml").read_text(encoding="utf-8"))
_SHAPES, _LICENCE = b"\x00\x01\x00\x00 glyf", b"OFL"


def an_archive(*, required: bool = False) -> Archive:
    face = Face("Song.ttf", "in/Song.ttf", frozenset({sha256(_SHAPES).hexdigest()}))
    return Archive("pip", "song", "1", "", required, Face("OFL.txt", "in/OFL.txt", frozenset()), (face,))


def test_every_listed_font_is_pinned_licensed_and_named_once() -> None:
    faces = [face for archive in _LIST for face in archive.faces]
    assert all(len(digest) == 64 for face in faces for digest in face.digests)
    assert all(archive.licence.file for archive in _LIST)
    assert len({face.file for face in faces}) == len(faces)


def test_exactly_one_archive_is_required_and_it_comes_by_pip() -> None:
    assert [archive.manager for archive in _LIST if archive.required] == ["pip"]


def test_a_font_is_written_with_its_licence_beside_it(tmp_path: Path) -> None:
    extract(an_archive(), {"in/Song.ttf": _SHAPES, "in/OFL.txt": _LICENCE}.__getitem__, tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"Song.ttf": _SHAPES, "OFL.txt": _LICENCE}


def test_an_altered_font_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="不一致"):
        extract(an_archive(), {"in/Song.ttf": _SHAPES + b"!", "in/OFL.txt": _LICENCE}.__getitem__, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_font_without_its_licence_is_not_taken(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        extract(an_archive(), {"in/Song.ttf": _SHAPES}.__getitem__, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_optional_font_is_told_and_a_missing_required_one_stops(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("VOCCHECK_FONTS", raising=False)
    nowhere = replace(an_archive(), manager="apt", package="no-such-package")
    monkeypatch.setenv("PATH", "")
    fonts._fetch_or_tell(nowhere)
    assert "没有取到字体 no-such-package" in capsys.readouterr().out
    with pytest.raises(SetupError, match="必需的中文字体"):
        fonts._fetch_or_tell(replace(nowhere, required=True))


def test_fonts_in_the_named_folder_are_not_fetched_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VOCCHECK_FONTS", str(tmp_path))
    (tmp_path / "Song.ttf").write_bytes(_SHAPES)
    fonts._fetch_or_tell(an_archive(required=True))
    assert capsys.readouterr().out == ""


def test_fonts_are_asked_for_again_once_the_named_folder_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_STAMP", tmp_path / "stamp")
    monkeypatch.setattr(fonts, "_FOLDER", tmp_path)
    monkeypatch.setattr(fonts, "read_list", lambda _text: ())
    monkeypatch.setenv("VOCCHECK_FONTS", str(tmp_path))
    fonts.fetch()
    assert fonts._is_stamped()
    monkeypatch.delenv("VOCCHECK_FONTS")
    assert not fonts._is_stamped()


def test_fonts_are_asked_for_again_when_one_was_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_STAMP", tmp_path / "stamp")
    monkeypatch.setattr(fonts, "_FOLDER", tmp_path)
    monkeypatch.setattr(fonts, "read_list", lambda _text: (an_archive(),))
    (tmp_path / "Song.ttf").write_bytes(_SHAPES)
    fonts.fetch()
    assert fonts._is_stamped()
    (tmp_path / "Song.ttf").unlink()
    assert not fonts._is_stamped()
