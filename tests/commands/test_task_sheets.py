"""Task sheets out and in again from the command line."""

from pathlib import Path

import pytest

import main
from commands.exits import DONE, REFUSED
from tests.builders import a_workspace, an_assessment


@pytest.fixture
def divided(tmp_path: Path) -> Path:
    folder = tmp_path / "ws"
    with a_workspace(folder) as workspace:
        assessment = an_assessment(workspace)
        items = [row.key for row in workspace.assessments.checklist(assessment).binding_items()]
        workspace.assignments.assign(assessment, items[:2], "教务处")
    return folder


def run(folder: Path, command: str, *words: object) -> int:
    return main.main([command, "--workspace", str(folder), "--assessment", "1", *map(str, words)])


def test_a_sheet_that_nobody_filled_in_changes_nothing_when_it_comes_back(
    divided: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(divided, "task-sheets", "-o", tmp_path / "单") == DONE
    assert "教务处任务单.xlsx（2 条）" in capsys.readouterr().out
    assert run(divided, "take-in", *(tmp_path / "单").iterdir()) == DONE
    assert "可收进 0 处" in capsys.readouterr().out


def test_a_file_in_the_way_of_the_folder_is_left_as_it_is(
    divided: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "单").write_text("别的", encoding="utf-8")
    assert run(divided, "task-sheets", "-o", tmp_path / "单") == REFUSED
    assert "存不到" in capsys.readouterr().err
    assert (tmp_path / "单").read_text(encoding="utf-8") == "别的"


def test_what_is_no_task_sheet_is_named_and_refused(
    divided: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "便条.xlsx").write_bytes(b"x")
    assert run(divided, "take-in", tmp_path / "便条.xlsx", tmp_path / "没有.xlsx") == REFUSED
    said = capsys.readouterr().err
    assert "便条.xlsx" in said
    assert "没有.xlsx" in said
