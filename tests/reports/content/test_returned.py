"""What came back, told on the command line."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from commands.exits import DONE, REFUSED
from main import main
from models.vocabulary import ItemKey, Status
from services.checklist import Answer
from tests.builders import a_workspace, an_assessment


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with a_workspace(tmp_path / "ws") as workspace:
        assessment = an_assessment(workspace)
        workspace.assignments.assign(assessment, [ItemKey("1-1"), ItemKey("1-2")], "教务处")
    return tmp_path / "ws"


def _sheet(folder: Path, tmp_path: Path) -> Path:
    assert main(["--workspace", str(folder), "task-sheets", "--assessment", "1", "-o", str(tmp_path / "out")]) == DONE
    return tmp_path / "out" / "教务处任务单.xlsx"


def _fill(path: Path, cell: str, value: str) -> None:
    book = load_workbook(path)
    book.worksheets[0][cell] = value
    book.save(path)


def _answer(folder: Path, key: str) -> Answer:
    with a_workspace(folder) as workspace:
        return workspace.assessments.item(workspace.opening.assessments()[0].id, ItemKey(key)).answer


def _take_in(folder: Path, path: Path, *more: str) -> int:
    return main(["--workspace", str(folder), "take-in", "--assessment", "1", str(path), *more])


def test_sheets_go_out_and_come_back(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _sheet(folder, tmp_path)
    assert "（2 条）" in capsys.readouterr().out
    _fill(path, "D4", "已落实")
    assert _take_in(folder, path, "--dry-run") == DONE
    assert _answer(folder, "1-1").status is Status.UNANSWERED
    assert _take_in(folder, path) == DONE
    assert "任务单 D4　1-1 状态：未填报 → 已落实" in capsys.readouterr().out
    assert _answer(folder, "1-1").status is Status.MET


def test_what_cannot_be_taken_is_told_and_the_rest_is_taken(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _sheet(folder, tmp_path)
    _fill(path, "D4", "已落实")
    _fill(path, "G5", "年底")
    assert _take_in(folder, path) == REFUSED
    told = capsys.readouterr()
    assert "任务单 G5" in told.err
    assert _answer(folder, "1-1").status is Status.MET


def test_scripts_get_values(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _sheet(folder, tmp_path)
    with a_workspace(folder) as workspace:
        workspace.assessments.record(
            workspace.opening.assessments()[0].id, ItemKey("1-1"), Answer(note="程序里", department="教务处")
        )
    _fill(path, "E4", "表里")
    capsys.readouterr()
    assert _take_in(folder, path, "--json") == REFUSED
    told = json.loads(capsys.readouterr().out)
    (conflict,) = told["conflicts"]
    assert (conflict["theirs"], conflict["ours"], conflict["cell"]) == ("表里", "程序里", "任务单 E4")
    assert (told["changed"], told["is_done"]) == (0, False)


def test_without_a_division_there_is_nothing_to_send_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with a_workspace(tmp_path / "ws") as workspace:
        an_assessment(workspace)
    command = ["--workspace", str(tmp_path / "ws"), "task-sheets", "--assessment", "1", "-o", str(tmp_path)]
    assert main(command) == REFUSED
    assert "分工" in capsys.readouterr().err
