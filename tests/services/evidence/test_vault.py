"""Evidence through a real store and real files."""

import hashlib
import os
import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from models.errors import (
    CopyRefusedError,
    EmptySourceError,
    SourceLockedError,
    SourceNotAFileError,
    SourceTooLargeError,
    SourceVanishedError,
)
from models.vocabulary import AssessmentId, EvidenceId, EvidenceKind, ItemKey
from services.checklist import EvidenceRow
from services.errors import NameMissingError, UnknownItemError
from services.evidence.errors import EvidenceMissingError, NotOpenableError
from services.media import safe_name
from services.progress import CancelledError
from services.trail.changes import Change, EvidencePart
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment

ITEM, OTHER = ItemKey("1-1"), ItemKey("1-2")


def _picture() -> bytes:
    content = BytesIO()
    Image.new("RGB", (8, 8), (200, 30, 30)).save(content, "PNG")
    return content.getvalue()


def _piece(change: Change) -> EvidenceId:
    return cast(EvidencePart, change.parts[0]).evidence


def _rows(workspace: Workspace, assessment: AssessmentId, item: ItemKey = ITEM) -> tuple[EvidenceRow, ...]:
    return workspace.assessments.item(assessment, item).evidence


def test_an_attached_file_is_kept_under_its_hash_read_only(tmp_path: Path) -> None:
    source = tmp_path / "会议纪要.pdf"
    source.write_bytes(b"%PDF-1.7 content")
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        change = workspace.evidence.attach(assessment, ITEM, source)
        path = workspace.evidence.path_of(_piece(change))
        digest = hashlib.sha256(b"%PDF-1.7 content").hexdigest()
        assert path == tmp_path / "w" / "evidence" / digest[:2] / digest
        assert path.read_bytes() == b"%PDF-1.7 content"
        assert not path.stat().st_mode & stat.S_IWUSR
        row = _rows(workspace, assessment)[0]
        assert (row.number, row.name, row.kind) == ("1-1-01", "会议纪要.pdf", EvidenceKind.FILE)
        assert (row.media_type, row.sha256, row.size) == ("application/pdf", digest, 16)
        assert source.exists()


def test_a_picture_is_a_photo_whatever_it_is_called(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        workspace.evidence.attach_bytes(assessment, ITEM, _picture(), "截图")
        row = _rows(workspace, assessment)[0]
        assert (row.kind, row.media_type) == (EvidenceKind.PHOTO, "image/png")


def test_the_same_content_twice_is_one_file_and_two_pieces(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        workspace.evidence.attach_bytes(assessment, ITEM, b"text", "a.txt")
        workspace.evidence.attach_bytes(assessment, OTHER, b"text", "b.txt")
        files = [path for path in (tmp_path / "evidence").rglob("*") if path.is_file()]
        assert len(files) == 1
        assert [row.name for row in _rows(workspace, assessment) + _rows(workspace, assessment, OTHER)] == [
            "a.txt",
            "b.txt",
        ]


def test_a_number_is_never_given_twice(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        pieces = [_piece(workspace.evidence.attach_paper(assessment, ITEM, f"柜 {n}")) for n in range(3)]
        workspace.evidence.detach(assessment, ITEM, pieces[2])
        workspace.evidence.attach_link(assessment, ITEM, "https://example.org/a", "")
        assert [row.number for row in _rows(workspace, assessment)] == ["1-1-01", "1-1-02", "1-1-04"]


def test_taking_a_piece_off_can_be_taken_back_with_its_number(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        piece = _piece(workspace.evidence.attach_bytes(assessment, ITEM, b"text", "a.txt"))
        before = _rows(workspace, assessment)
        change = workspace.evidence.detach(assessment, ITEM, piece)
        assert _rows(workspace, assessment) == ()
        workspace.assessments.carry_out(assessment, change.inverted())
        assert _rows(workspace, assessment) == before
        assert workspace.evidence.path_of(piece).read_bytes() == b"text"


def test_a_link_and_a_paper_keep_where_they_are(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        workspace.evidence.attach_link(assessment, ITEM, " https://example.org/公示 ", "公示页")
        workspace.evidence.attach_paper(assessment, ITEM, "档案室 3 柜 2 层")
        link, paper = _rows(workspace, assessment)
        assert (link.kind, link.name, link.whereabouts) == (
            EvidenceKind.LINK,
            "公示页",
            "https://example.org/公示",
        )
        assert (paper.kind, paper.name, paper.whereabouts) == (EvidenceKind.PAPER, "档案室 3 柜 2 层", paper.name)
        with pytest.raises(NameMissingError):
            workspace.evidence.attach_paper(assessment, ITEM, "  ")


def _empty(folder: Path) -> Path:
    (folder / "empty.pdf").touch()
    return folder / "empty.pdf"


@pytest.mark.parametrize(
    ("source", "refusal"),
    [
        (_empty, EmptySourceError),
        (lambda folder: folder / "gone.pdf", SourceVanishedError),
        (lambda folder: folder, SourceNotAFileError),
    ],
)
def test_what_cannot_be_taken_in_is_refused_and_leaves_nothing(
    tmp_path: Path, source: Callable[[Path], Path], refusal: type[Exception]
) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        with pytest.raises(refusal):
            workspace.evidence.attach(assessment, ITEM, source(tmp_path))
        assert _rows(workspace, assessment) == ()
        assert not [path for path in (tmp_path / "w" / "evidence").rglob("*") if path.is_file()]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with a_workspace(tmp_path / "w") as workspace, pytest.raises(SourceNotAFileError):
        workspace.evidence.attach(an_assessment(workspace), ITEM, tmp_path / "pipe")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said_to_be_locked(tmp_path: Path) -> None:
    source = tmp_path / "locked.pdf"
    source.write_bytes(b"text")
    source.chmod(0)
    with a_workspace(tmp_path / "w") as workspace, pytest.raises(SourceLockedError):
        workspace.evidence.attach(an_assessment(workspace), ITEM, source)


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "big.bin"
    source.write_bytes(bytes(2048))
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        workspace._store.blobs.limit = 1024
        with pytest.raises(SourceTooLargeError) as refusal:
            workspace.evidence.attach(assessment, ITEM, source)
        assert refusal.value.limit == 1024


def test_an_unknown_item_takes_no_file_in(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        with pytest.raises(UnknownItemError):
            workspace.evidence.attach_bytes(an_assessment(workspace), ItemKey("9-9"), b"text", "a.txt")
        assert not (tmp_path / "evidence").exists()


class _GivesUp:
    def step(self, done: int, total: int, what: str = "") -> None:
        if done > 1024 * 1024:
            raise CancelledError


def test_a_cancelled_copy_leaves_nothing(tmp_path: Path) -> None:
    source = tmp_path / "big.bin"
    source.write_bytes(bytes(3 * 1024 * 1024))
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        with pytest.raises(CancelledError):
            workspace.evidence.attach(assessment, ITEM, source, _GivesUp())
        assert _rows(workspace, assessment) == ()
        assert list((tmp_path / "w" / "evidence").iterdir()) == []


def test_a_file_gone_from_the_workspace_is_said_by_name(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        piece = _piece(workspace.evidence.attach_bytes(an_assessment(workspace), ITEM, b"text", "纪要.txt"))
        workspace.evidence.path_of(piece).unlink()
        with pytest.raises(EvidenceMissingError) as refusal:
            workspace.evidence.copy_for_viewing(piece)
        assert refusal.value.name == "纪要.txt"


def test_a_viewing_copy_is_read_only_and_gone_at_the_next_start(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        piece = _piece(workspace.evidence.attach_bytes(an_assessment(workspace), ITEM, _picture(), "a/..\\图 1.png"))
        copy = workspace.evidence.copy_for_viewing(piece)
        assert copy.read_bytes() == _picture()
        assert copy.suffix == ".png"
        assert not copy.stat().st_mode & stat.S_IWUSR
        assert copy.is_relative_to(tmp_path / "viewing")
    with a_workspace(tmp_path):
        assert not copy.exists()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"MZ\x90\x00", "setup.exe"),
        (b"MZ\x90\x00", "report.pdf"),
        (b"%PDF-1.7", "report.pdf.lnk"),
        (b"%PDF-1.7", "report"),
        (b"PK\x03\x04", "macro.docm"),
        (b"alert(1)", "page.js"),
        (b"<html>", "page.html"),
        (b"[InternetShortcut]", "a.url"),
    ],
)
def test_what_could_run_is_kept_but_never_opened(tmp_path: Path, content: bytes, name: str) -> None:
    with a_workspace(tmp_path) as workspace:
        piece = _piece(workspace.evidence.attach_bytes(an_assessment(workspace), ITEM, content, name))
        with pytest.raises(NotOpenableError):
            workspace.evidence.copy_for_viewing(piece)
        workspace.evidence.save_copy(piece, tmp_path / "copy.bin")
        assert (tmp_path / "copy.bin").read_bytes() == content


def test_a_copy_takes_the_longest_name_and_is_refused_by_its_target_not_by_the_workspace(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        piece = _piece(workspace.evidence.attach_bytes(an_assessment(workspace), ITEM, b"text", "a.txt"))
        workspace.evidence.save_copy(piece, tmp_path / f"{'长' * 83}.txt")
        for target in (tmp_path / "gone" / "a.txt", tmp_path / f"{'x' * 300}.txt", tmp_path / "w"):
            with pytest.raises(CopyRefusedError) as refused:
                workspace.evidence.save_copy(piece, target)
            assert refused.value.path == target
    assert {path.name for path in tmp_path.iterdir()} == {"w", f"{'长' * 83}.txt"}


@given(st.text(max_size=300), st.sampled_from(["image/png", "text/plain", "application/zip"]))
def test_a_safe_name_is_one_plain_component(name: str, media_type: str) -> None:
    safe = safe_name(name, media_type)
    assert safe
    assert len(safe) <= 70
    assert not set(safe) & set('\\/:*?"<>|\n\r\t\x00\u202e')
    assert safe not in (".", "..")


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(min_size=1, max_size=60).filter(lambda name: name.strip() != ""))
def test_any_name_is_kept_for_show_and_none_for_the_disk(tmp_path: Path, name: str) -> None:
    with a_workspace(tmp_path) as workspace:
        started = workspace.opening.assessments()
        assessment = started[0].id if started else an_assessment(workspace)
        piece = _piece(workspace.evidence.attach_bytes(assessment, ITEM, b"text", name))
        assert workspace.evidence.row(piece).name == name
        assert workspace.evidence.path_of(piece).name == hashlib.sha256(b"text").hexdigest()
