"""The evidence exported without a window."""

from pathlib import Path

import pytest

from main import main
from models.vocabulary import ItemKey
from services.workspace import Workspace
from tests.builders import a_school


def test_the_evidence_goes_into_a_new_folder_and_never_into_one_that_holds_something(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Workspace.open(tmp_path / "w", "王老师") as workspace:
        assessment = workspace.assessments.start(a_school(workspace), "yiyang", 2025)
        item = next(workspace.assessments.checklist(assessment).binding_items()).key
        workspace.evidence.attach_bytes(assessment, ItemKey(item), b"text", "台账.txt")
    asked = ["--workspace", str(tmp_path / "w"), "export-evidence", "--assessment", "1", "-o", str(tmp_path / "佐证")]
    assert main(asked) == 0
    assert capsys.readouterr().out.startswith("已导出 1 份文件：")
    assert (tmp_path / "佐证" / "校验清单.sha256").is_file()
    assert main(asked) == 1
    assert "换一个还没有的文件夹名" in capsys.readouterr().err
    assert main([*asked[:4], "9", *asked[5:]]) == 1
    assert "没有编号 9 的自评" in capsys.readouterr().err
