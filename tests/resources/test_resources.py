"""What we carry is found, and every word for people is there."""

from enum import StrEnum
from pathlib import Path

import pytest

from models import vocabulary
from resources import font, font_folders, resource, word

_NOT_FOR_PEOPLE = {"Comparator", "MeasureKind", "LeadRule"}  # signs and headings say these, never a word
_SETS = [
    kind
    for kind in vars(vocabulary).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    if kind.__name__ not in _NOT_FOR_PEOPLE
]
_MEMBERS = [member for kind in _SETS for member in kind]


@pytest.mark.parametrize("member", _MEMBERS, ids=repr)
def test_every_member_of_every_set_for_people_has_a_chinese_word(member: StrEnum) -> None:
    assert any("\u4e00" <= sign <= "\u9fff" for sign in word(member))


@pytest.mark.parametrize("kind", _SETS, ids=lambda kind: kind.__name__)
def test_no_two_members_of_a_set_share_a_word(kind: type[StrEnum]) -> None:
    said = [word(member) for member in kind]
    assert len(said) == len(set(said))


def test_a_value_without_a_word_is_an_error_and_no_empty_label() -> None:
    class Unheard(StrEnum):
        OF = "of"

    with pytest.raises(KeyError):
        word(Unheard.OF)


def test_what_we_carry_is_found_from_any_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert resource("terms", "zh_CN.toml").is_file()


def test_the_named_font_folder_comes_before_our_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOCCHECK_FONTS", str(tmp_path))
    (tmp_path / "NotoSansSC-Regular.ttf").touch()
    assert font_folders()[0] == tmp_path
    assert font("NotoSansSC-Regular.ttf") == tmp_path / "NotoSansSC-Regular.ttf"


def test_a_font_nobody_fetched_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOCCHECK_FONTS", str(tmp_path / "nowhere"))
    assert font("no-such-font.ttf") is None
