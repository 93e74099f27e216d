"""Every paper in every skin from the command line, and what it refuses."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import main
from commands.exits import DONE, REFUSED
from reports.orders import Kind, Skin
from reports.printing import skins_of
from resources import word
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment

HAD = [(kind, skin) for kind in Kind for skin in skins_of(kind)]
NOT_HAD = [(kind, skin) for kind in Kind for skin in Skin if skin not in skins_of(kind)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("command")
    with a_workspace(folder / "ws") as workspace:
        assessment = an_assessment(workspace)
        _divide(workspace, "教务处")
        assert assessment == 1
    yield folder


def _divide(workspace: Workspace, department: str) -> None:
    first = next(workspace.assessments.checklist(1).binding_items())  # type: ignore[arg-type]
    workspace.assignments.assign(1, [first.key], department)  # type: ignore[arg-type]


def report(folder: Path, kind: Kind, target: Path, *more: str) -> int:
    start = ["--workspace", str(folder / "ws"), "report", "--assessment", "1", "--kind", kind]
    return main.main([*start, "-o", str(target), *more])


@pytest.mark.parametrize(("kind", "skin"), HAD)
def test_every_paper_can_be_had(folder: Path, tmp_path: Path, kind: Kind, skin: Skin) -> None:
    target = tmp_path / f"纸面{skin}"
    assert report(folder, kind, target, "--duplex", "--filled") == DONE
    assert target.read_bytes().startswith(b"%PDF" if skin is Skin.PDF else b"PK")


@pytest.mark.parametrize(("kind", "skin"), NOT_HAD)
def test_a_skin_that_cannot_be_had_is_refused_with_those_that_can(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: Kind, skin: Skin
) -> None:
    target = tmp_path / f"纸面{skin}"
    assert report(folder, kind, target) == REFUSED
    said = capsys.readouterr().err
    assert word(kind) in said
    assert all(one in said for one in skins_of(kind))
    assert not target.exists()


def test_a_suffix_nobody_knows_is_refused(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(folder, Kind.LEDGER, tmp_path / "x.odt") == REFUSED
    assert ".docx" in capsys.readouterr().err


def test_a_department_without_items_is_refused_with_those_that_have_some(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for skin in Skin:
        assert report(folder, Kind.TASK_SHEETS, tmp_path / f"x{skin}", "--department", "总务处") == REFUSED
        assert "教务处" in capsys.readouterr().err
    assert report(folder, Kind.TASK_SHEETS, tmp_path / "x.pdf", "--department", "教务处") == DONE


def test_without_division_of_work_task_sheets_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with a_workspace(tmp_path / "ws") as workspace:
        an_assessment(workspace)
    assert report(tmp_path, Kind.TASK_SHEETS, tmp_path / "x.pdf") == REFUSED
    assert "分工" in capsys.readouterr().err
