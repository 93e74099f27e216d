"""The evidence exported as a folder: whole or not at all, checkable, and never over anything."""

import hashlib
import shutil
import subprocess
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.vocabulary import AssessmentId, ItemKey
from reports.errors import ExportTargetError, TargetRefusedError
from reports.evidence_folder import ExportedFolder, export_evidence, places_of
from services.evidence.intake import Offer
from services.evidence.values import Particulars
from services.media import safe_part
from services.progress import CancelledError, Progress, silent
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment
from tests.giving_up import GivesUp

FIRST, SECOND = ItemKey("1-1"), ItemKey("2-2")
MADE_AT = datetime(2025, 6, 30, 9, tzinfo=UTC)
HOSTILE = [
    "CON.pdf",
    "a:b*?.pdf",
    "..\\x.txt",
    "=cmd|'/c'!A1.xlsx",
    "长" * 200 + ".pdf",
    "x. ",
    "\u202egpj.exe",
    "a\nb.txt",
    "无后缀",
]


def export(workspace: Workspace, assessment: AssessmentId, target: Path, progress: Progress = silent) -> ExportedFolder:
    checklist = workspace.assessments.checklist(assessment)
    pieces = workspace.evidence.register.pieces(assessment)
    return export_evidence(checklist, pieces, workspace.evidence.file_of, target, progress, made_at=MADE_AT)


def furnished(workspace: Workspace, names: list[str]) -> AssessmentId:
    assessment = an_assessment(workspace)
    offers = [Offer(FIRST if n % 2 else SECOND, name, f"{n} {name}".encode()) for n, name in enumerate(names)]
    workspace.evidence.intake.take_in(assessment, offers)
    return assessment


def files_in(folder: Path) -> dict[str, Path]:
    return {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}


def test_the_manifest_checks_out_and_names_every_file(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = furnished(workspace, HOSTILE)
        made = export(workspace, assessment, tmp_path / "导出")
    files = files_in(tmp_path / "导出")
    manifest = files.pop("校验清单.sha256").read_text(encoding="utf-8")
    sums = {place: digest for digest, place in (line.split("  ", 1) for line in manifest.splitlines())}
    assert {place: hashlib.sha256(path.read_bytes()).hexdigest() for place, path in files.items()} == sums
    assert (made.files, made.lost) == (len(HOSTILE), ())
    if shutil.which("sha256sum"):
        command = ["sha256sum", "-c", "--strict", "校验清单.sha256"]
        check = subprocess.run(command, cwd=tmp_path / "导出", check=False, capture_output=True)
        assert check.returncode == 0, check.stdout


def test_names_are_fit_for_any_system_and_carry_the_number(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = furnished(workspace, HOSTILE)
        export(workspace, assessment, tmp_path / "导出")
    for place in files_in(tmp_path / "导出"):
        assert len(place) < 200
        assert not set(place) & set('<>:"\\|?*\n\u202e')
        assert all(part == part.strip(" .") for part in place.split("/"))
    names = {Path(place).name for place in files_in(tmp_path / "导出")}
    assert "2-2-01 CON-.pdf" in names
    assert "1-1-01 a b.pdf" in names


def test_the_list_is_a_sheet_and_a_paper_with_links_and_papers_too(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = furnished(workspace, ["教师台账.pdf"])
        workspace.evidence.attach_paper(assessment, FIRST, "档案室 B 柜", "会议纪要原件")
        register = workspace.evidence.register
        (paper, file) = register.pieces(assessment)
        register.serve(assessment, file.evidence.id, [FIRST, SECOND])
        said = Particulars(date(2025, 3, 1), None, 2025, "教务处", "=1+1")
        register.amend(assessment, {file.evidence.id: said})
        assert paper.evidence.number == "1-1-01"
        export(workspace, assessment, tmp_path / "导出")
    book = openpyxl.load_workbook(BytesIO((tmp_path / "导出" / "佐证材料目录.xlsx").read_bytes()))
    rows = [[cell.value for cell in row] for row in book.active.iter_rows(min_row=4)]  # type: ignore[union-attr]
    listed = {row[0]: row for row in rows}
    assert listed["1-1-01"][10] == "档案室 B 柜"
    assert listed["2-2-01"][3:9] == [datetime(2025, 3, 1), None, 2025, None, "教务处", "1-1、2-2"]
    assert listed["2-2-01"][11] == "=1+1"
    assert str(listed["2-2-01"][10]).endswith("1-1/2-2-01 教师台账.pdf")
    pages = pypdfium2.PdfDocument(tmp_path / "导出" / "佐证材料目录.pdf")
    text = pages[0].get_textpage().get_text_bounded()
    pages.close()
    assert "教师台账" in text
    assert "会议纪要原件" in text


@pytest.mark.parametrize("place", ["文件", "有东西的文件夹"])
def test_what_is_there_is_never_written_over(tmp_path: Path, place: str) -> None:
    target = tmp_path / place
    if place == "文件":
        target.write_text("别人的", encoding="utf-8")
    else:
        target.mkdir()
        (target / "别人的.txt").touch()
    with a_workspace(tmp_path / "w") as workspace:
        assessment = furnished(workspace, ["a.txt"])
        with pytest.raises(ExportTargetError):
            export(workspace, assessment, target)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted({"w", place})


@pytest.mark.parametrize("name", ["长" * 85, "x" * 255])
def test_the_longest_name_a_disk_takes_is_taken(tmp_path: Path, name: str) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        export(workspace, furnished(workspace, ["a.txt"]), tmp_path / name)
    assert {path.name for path in tmp_path.iterdir()} == {"w", name}


def test_the_folder_one_stands_in_is_taken_and_too_long_a_name_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    with a_workspace(tmp_path / "w") as workspace:
        assessment = furnished(workspace, ["a.txt"])
        with pytest.raises(TargetRefusedError):
            export(workspace, assessment, tmp_path / ("x" * 300))
        monkeypatch.chdir(tmp_path / "here")
        export(workspace, assessment, Path())
    assert files_in(tmp_path / "here")


@pytest.mark.parametrize("step", [0, 1, 3, 5])
def test_an_export_given_up_leaves_nothing(tmp_path: Path, step: int) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = furnished(workspace, ["a.txt", "b.txt", "c.txt"])
        with pytest.raises(CancelledError):
            export(workspace, assessment, tmp_path / "导出", GivesUp(after=step))
    assert [path.name for path in tmp_path.iterdir()] == ["w"]


def test_a_file_that_was_damaged_or_is_gone_does_not_go_out_under_its_number(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = furnished(workspace, ["好.txt", "坏.txt", "没.txt"])
        by_name = {piece.evidence.name: piece.evidence for piece in workspace.evidence.register.pieces(assessment)}
        bad = workspace.evidence.file_of(by_name["坏.txt"])
        bad.chmod(0o644)
        bad.write_bytes(b"rotten")
        workspace.evidence.file_of(by_name["没.txt"]).unlink()
        made = export(workspace, assessment, tmp_path / "导出")
    assert (made.files, len(made.lost)) == (1, 2)
    assert [name for name in files_in(tmp_path / "导出") if "坏" in name or "没" in name] == []


@given(st.text(max_size=60), st.integers(1, 40))
def test_any_text_makes_a_part_of_a_path(text: str, limit: int) -> None:
    part = safe_part(text, limit)
    assert part
    assert len(part) <= max(limit + 1, 2)
    assert not set(part) & set('<>:"/\\|?*\x00\n')
    assert part == part.strip(" .")
    assert part.upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=6))
def test_no_two_pieces_share_a_place(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    with a_workspace(tmp_path_factory.mktemp("w")) as workspace:
        assessment = furnished(workspace, names)
        checklist = workspace.assessments.checklist(assessment)
        places = places_of(checklist, workspace.evidence.register.pieces(assessment))
        assert len({str(place).casefold() for place in places.values()}) == len(names)
