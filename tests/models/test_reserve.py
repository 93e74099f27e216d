"""The room kept for a full disk."""

from contextlib import suppress
from pathlib import Path

import pytest

from models.errors import DiskFullError
from models.reserve import SIZE, Reserve
from models.vocabulary import ItemKey, Status
from services.checklist import Answer
from services.verifying import verify
from tests.builders import a_workspace, an_assessment

ITEM, OTHER = ItemKey("1-1"), ItemKey("1-2")


def test_the_room_is_taken_up_for_real_and_given_back(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / "reserve")
    reserve.keep()
    reserve.keep()
    found = (tmp_path / "reserve").stat()
    assert found.st_size == SIZE
    assert getattr(found, "st_blocks", SIZE // 512) * 512 >= SIZE
    reserve.give_up()
    reserve.give_up()
    assert list(tmp_path.iterdir()) == []


def test_what_an_interrupted_start_left_is_made_whole(tmp_path: Path) -> None:
    (tmp_path / "reserve").write_bytes(b"half")
    Reserve(tmp_path / "reserve").keep()
    assert (tmp_path / "reserve").stat().st_size == SIZE


def test_a_disk_without_room_for_it_goes_without(small_disk: Path) -> None:
    Reserve(small_disk / "reserve").keep()
    assert list(small_disk.iterdir()) == []


def test_only_an_open_workspace_keeps_room(tmp_path: Path) -> None:
    with a_workspace(tmp_path):
        assert (tmp_path / "reserve").exists()
    assert not (tmp_path / "reserve").exists()


def _fill(disk: Path) -> None:
    with (disk / "filling").open("wb", buffering=0) as stream, suppress(OSError):
        while stream.write(bytes(4096)):
            pass


def test_on_a_full_disk_one_edit_is_refused_and_then_there_is_room_to_read_detach_and_export(
    disk: Path, tmp_path: Path
) -> None:
    folder = disk / "w"
    with a_workspace(folder) as workspace:
        assessment = an_assessment(workspace)
        workspace.evidence.attach_bytes(assessment, ITEM, b"text", "a.txt")
        piece = workspace.assessments.item(assessment, ITEM).evidence[0].id
        _fill(disk)
        with pytest.raises(DiskFullError):
            for _ in range(1000):
                workspace.assessments.record(assessment, OTHER, Answer(Status.MET, note="x" * 5000))
                workspace.assessments.record(assessment, OTHER, Answer(Status.NOT_MET, note="y" * 5000))
        assert not (folder / "reserve").exists()
        workspace.evidence.save_copy(piece, tmp_path / "out.txt")
        workspace.evidence.detach(assessment, ITEM, piece)
        for number in range(100):
            workspace.assessments.record(assessment, OTHER, Answer(Status.MET, note=f"还有地方 {number}"))
        assert workspace.assessments.item(assessment, ITEM).evidence == ()
    assert (tmp_path / "out.txt").read_bytes() == b"text"
    assert verify(folder).problems == ()
    with a_workspace(folder) as workspace:
        assert workspace.assessments.item(assessment, OTHER).answer.note == "还有地方 99"


def test_a_link_in_its_place_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "reserve").symlink_to(tmp_path / "elsewhere")
    Reserve(tmp_path / "reserve").keep()
    assert not (tmp_path / "elsewhere").exists()
    assert (tmp_path / "reserve").stat().st_size == SIZE


def test_a_workspace_closes_on_a_full_disk_and_loses_nothing(disk: Path) -> None:
    folder = disk / "w"
    with a_workspace(folder) as workspace:
        assessment = an_assessment(workspace)
        _fill(disk)
        kept = ""
        for number in range(10_000):
            try:
                workspace.assessments.record(assessment, ITEM, Answer(Status.MET, note=f"{number} " + "写" * 4000))
                kept = f"{number} "
            except DiskFullError:
                if not (folder / "reserve").exists() and kept:
                    break
    assert kept
    (disk / "filling").unlink()
    with a_workspace(folder) as workspace:
        assert workspace.assessments.item(assessment, ITEM).answer.note.startswith(kept)
    assert verify(folder).problems == ()
