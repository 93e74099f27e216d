"""A report reaches its target whole or not at all."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from reports.errors import NoSuchSkinError, TargetInUseError, TargetRefusedError, UnknownKindError
from reports.orders import Kind, Order, Skin, skin_of
from reports.paper.faces import Faces
from reports.printing import make_paper, print_report, skins_of
from reports.saving import save_content
from resources.refusals import sentence
from services.dossiers import Dossier
from services.progress import CancelledError
from tests.giving_up import GivesUp
from tests.reports.samples import AT, a_checklist, an_item

DOSSIER = Dossier(a_checklist([an_item()]))
ORDER = Order(Kind.SELF_ASSESSMENT, AT)


def test_a_report_is_printed_into_the_file(some_faces: Faces, tmp_path: Path) -> None:
    printed = print_report(ORDER, DOSSIER, tmp_path / "自评报告.pdf")
    assert printed.path.read_bytes().startswith(b"%PDF-1.7")
    assert printed.pages >= 6
    assert printed.missing == ()
    assert [file.name for file in tmp_path.iterdir()] == ["自评报告.pdf"]


def test_the_same_data_give_the_same_file(some_faces: Faces, tmp_path: Path) -> None:
    one, two = (print_report(ORDER, DOSSIER, tmp_path / name) for name in "ab")
    assert one.path.read_bytes() == two.path.read_bytes()


def test_characters_without_a_font_are_reported(some_faces: Faces, tmp_path: Path) -> None:
    checklist = a_checklist([an_item(note="😀")])
    assert print_report(ORDER, Dossier(checklist), tmp_path / "x.pdf").missing == ("U+1F600",)


def test_another_report_replaces_the_one_before(some_faces: Faces, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")
    print_report(ORDER, DOSSIER, target)
    assert target.read_bytes() != b"old"


def test_a_target_held_open_by_another_program_is_refused_and_left_alone(
    some_faces: Faces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")

    def held(_: Path, __: Path) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(TargetInUseError) as refused:
        print_report(ORDER, DOSSIER, target)
    assert refused.value.target == target
    assert [file.name for file in tmp_path.iterdir()] == ["x.pdf"]
    assert target.read_bytes() == b"old"


def test_a_full_disk_leaves_the_old_file_and_no_rest(
    some_faces: Faces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TargetRefusedError) as refused:
        print_report(ORDER, DOSSIER, target)
    assert refused.value.why == 28
    assert [file.name for file in tmp_path.iterdir()] == ["x.pdf"]
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("stem", ["x" * 251, "长" * 83, "😀" * 62])
def test_the_longest_name_a_disk_takes_is_taken(stem: str, tmp_path: Path) -> None:
    save_content(b"new", tmp_path / f"{stem}.pdf")
    assert [file.name for file in tmp_path.iterdir()] == [f"{stem}.pdf"]


def test_a_name_longer_than_any_disk_takes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TargetRefusedError):
        save_content(b"new", tmp_path / f"{'x' * 300}.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused(some_faces: Faces, tmp_path: Path) -> None:
    with pytest.raises(TargetRefusedError):
        print_report(ORDER, DOSSIER, tmp_path / "no" / "x.pdf")


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (errno.ENOSPC, "磁盘满了"),
        (errno.ENOENT, "没有这个文件夹"),
        (errno.EROFS, "不让写"),
        (errno.ENAMETOOLONG, "名字太长"),
        (None, "磁盘没有收下"),
    ],
)
def test_what_the_disk_refuses_is_said_with_its_reason(why: int | None, said: str) -> None:
    told = sentence(TargetRefusedError(Path("报告.pdf"), why)) or ""
    assert told.startswith("存不到 “报告.pdf”：")
    assert said in told
    assert told.endswith("，再存一次。")


def test_a_cancelled_report_leaves_nothing(some_faces: Faces, tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        print_report(ORDER, DOSSIER, tmp_path / "x.pdf", GivesUp())
    assert list(tmp_path.iterdir()) == []


def test_a_skin_we_do_not_print_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchSkinError) as refused:
        print_report(replace(ORDER, kind=Kind.POLICY, skin=Skin.SHEET), DOSSIER, tmp_path / "x.xlsx")
    assert refused.value.skins == "、".join(skins_of(Kind.POLICY))
    with pytest.raises(UnknownKindError):
        skin_of(tmp_path / "x.odt")


@pytest.mark.parametrize("skin", [Skin.PDF, Skin.WORD])
def test_a_checklist_without_themes_has_no_chart_of_them(some_faces: Faces, skin: Skin) -> None:
    row = an_item(note="办好了")
    plain = replace(row, item=replace(row.item, theme=""))
    with_themes, without = (
        make_paper(replace(ORDER, skin=skin), Dossier(a_checklist([one]))).content for one in (row, plain)
    )
    assert len(without) < len(with_themes)
