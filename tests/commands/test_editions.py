"""The command that knows a printed fingerprint, and the report printed as it was frozen."""

from datetime import date
from pathlib import Path

import pytest

from main import main
from models.vocabulary import SignerRole
from reports.printing import print_for_edition
from services.editions.values import Signer
from tests.builders import a_workspace, an_assessment

SIGNERS = [Signer(role, name, date(2025, 6, 30)) for role, name in zip(SignerRole, "甲乙丙", strict=True)]


@pytest.fixture
def short(tmp_path: Path) -> str:
    with a_workspace(tmp_path / "ws") as workspace:
        assessment = an_assessment(workspace)
        workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
        return workspace.editions.edition(assessment, 1).edition.short


def test_a_printed_fingerprint_is_known_again(tmp_path: Path, short: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--workspace", str(tmp_path / "ws"), "fingerprint", *short.lower().split()]) == 0
    said = capsys.readouterr().out
    assert "试点市第一职业学校 2025 年度自评（编号 1），第 1 版定稿" in said
    assert said.rstrip().endswith("在用")


def test_a_strange_or_mistyped_fingerprint_is_said_to_be_so(
    tmp_path: Path, short: str, capsys: pytest.CaptureFixture[str]
) -> None:
    other = short.translate(str.maketrans("0123456789ABCDEF", "123456789ABCDEF0"))
    assert main(["--workspace", str(tmp_path / "ws"), "fingerprint", other]) == 1
    assert "没有这个指纹" in capsys.readouterr().out
    assert main(["--workspace", str(tmp_path / "ws"), "fingerprint", "不是指纹"]) == 1
    assert "至少抄页脚上的 12 位" in capsys.readouterr().err


def test_one_slip_of_the_pen_is_told_apart(tmp_path: Path, short: str, capsys: pytest.CaptureFixture[str]) -> None:
    slip = f"{short[:-1]}{'0' if short[-1] != '0' else '1'}"
    for said in (slip, short[:-1]):
        assert main(["--workspace", str(tmp_path / "ws"), "fingerprint", said]) == 1
        out = capsys.readouterr().out
        assert "第 1 版定稿的指纹只在第 3 组差一处" in out
        assert "在用" not in out


def test_an_edition_is_printed_the_same_each_time(tmp_path: Path, short: str) -> None:
    first, again, live = (tmp_path / name for name in ("一.pdf", "二.pdf", "现.pdf"))
    asked = ["--workspace", str(tmp_path / "ws"), "report", "--assessment", "1", "--kind", "self-assessment"]
    assert main([*asked, "-o", str(first), "--edition", "1"]) == 0
    with a_workspace(tmp_path / "ws") as workspace:
        workspace.editions.withdraw(workspace.opening.assessments()[0].id, 1, "重报")
    assert main([*asked, "-o", str(again), "--edition", "1"]) == 0
    assert main([*asked, "-o", str(live)]) == 0
    assert first.read_bytes() == again.read_bytes() != live.read_bytes()
    assert main([*asked, "-o", str(again), "--edition", "2"]) == 1
    assert short
