"""The command line: what it prints, what it refuses, how it exits."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import main
from checklists import library
from checklists.policy import Policy
from checklists.themes import theme_names
from checklists.writing import text_of
from commands.exits import DONE, REFUSED, WRONG_USAGE
from commands.workspace import SAMPLE_REPORT
from models.vocabulary import ItemKey, Status
from services.checklist import Answer
from services.findings.rows import Remedy
from tests.builders import a_measure, a_policy, a_workspace, an_assessment, an_item
from tests.checklists.clauses import SHARED
from tests.checklists.official_documents import a_document


def test_policies_are_listed_with_their_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["policies", "--json"]) == DONE
    rows = {row["slug"]: row for row in json.loads(capsys.readouterr().out)}
    assert set(rows) == {"chaoyang", "zibo-gaoxin", "yiyang", "shangqiu", "siping"}
    assert (rows["yiyang"]["measures"], rows["zibo-gaoxin"]["measures"]) == (20, 14), "Yiyang's goals come first"
    assert all(rows[slug]["items"] == len(tuple(library.load(slug).items())) for slug in library.slugs())


@pytest.mark.parametrize("slug", library.slugs())
def test_a_policy_is_printed_whole(slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["policy", slug, "--json"]) == DONE
    printed = json.loads(capsys.readouterr().out)
    assert printed["slug"] == slug
    assert sum(len(measure["items"]) for measure in printed["measures"]) == len(tuple(library.load(slug).items()))


def test_themes_lay_the_cities_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["themes", "--json"]) == DONE
    themes = json.loads(capsys.readouterr().out)
    items = [item["key"] for theme in themes for city in theme["cities"] for item in city["items"]]
    assert len(items) == sum(len(tuple(library.load(slug).items())) for slug in library.slugs())
    assert all([city["slug"] for city in theme["cities"]] == list(library.slugs()) for theme in themes)


def test_themes_can_be_read_in_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["themes"]) == DONE
    printed = capsys.readouterr().out
    assert all(name in printed for name in theme_names().values())
    assert all(item.text in printed for slug in library.slugs() for item in library.load(slug).items())


@pytest.mark.skipif(not (SHARED / "policies").is_dir(), reason="the official texts are not here")
def test_an_official_text_is_laid_beside_its_checklist(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(SHARED / "policies" / "yiyang.txt")
    assert main.main(["match", "yiyang", path, "--json"]) == DONE
    counts = json.loads(capsys.readouterr().out)["counts"]
    assert (counts["measures"]["found"], sum(counts["measures"].values())) == (20, 20)
    assert main.main(["match", "yiyang", path]) == DONE
    assert "三/（四）/11" in capsys.readouterr().out


def test_a_text_of_something_else_is_told_as_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(a_document(), encoding="utf-8")
    assert main.main(["match", "yiyang", str(path)]) == DONE
    assert capsys.readouterr().out.count("没有找到") >= 20
    assert main.main(["match", "yiyang", str(tmp_path / "没有.txt")]) == REFUSED


def test_the_way_to_the_window_imports_nothing_of_the_commands() -> None:
    script = "import main, sys; main._read(['--workspace', 'x']); print(*sys.modules)"
    imported = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "commands.words" in imported
    assert not {"commands.offered", "commands.workspace", "reports.orders", "checklists.library"} & set(imported)


@pytest.mark.parametrize("arguments", [["frob"], ["policy"], ["policy", "paris"], ["report"], ["demo"]])
def test_wrong_usage_exits_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main.main(arguments)
    assert stop.value.code == WRONG_USAGE
    assert "--help" in capsys.readouterr().err


def test_a_demo_can_be_made_printed_again_and_verified(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "示例"
    assert main.main(["demo", str(folder)]) == DONE
    assert str(folder / SAMPLE_REPORT) in capsys.readouterr().out
    assert main.main(["demo", str(folder)]) == DONE
    target = tmp_path / "报告.pdf"
    arguments = ["report", "--assessment", "1", "--kind", "self-assessment", "-o", str(target)]
    assert main.main(["--workspace", str(folder), *arguments]) == DONE
    assert target.read_bytes().startswith(b"%PDF")
    assert main.main(["--workspace", str(folder), "verify"]) == DONE


def test_the_ledger_is_saved_as_a_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        workspace.findings.open_by_hand(an_assessment(workspace), Remedy("车间漏雨"))
    folder, target = ["--workspace", str(tmp_path / "w")], tmp_path / "台账.xlsx"
    assert main.main([*folder, "ledger", "--assessment", "1", "-o", str(target)]) == DONE
    assert "台账.xlsx" in capsys.readouterr().out
    assert target.read_bytes().startswith(b"PK")
    assert main.main([*folder, "ledger", "--assessment", "1", "-o", str(tmp_path / "台账.pdf")]) == DONE
    assert (tmp_path / "台账.pdf").read_bytes().startswith(b"%PDF"), "what a file is called is what it is"
    assert main.main([*folder, "ledger", "--assessment", "9", "-o", str(tmp_path / "x.xlsx")]) == REFUSED
    assert main.main([*folder, "ledger", "--assessment", "1", "-o", str(tmp_path / "没有" / "x.xlsx")]) == REFUSED
    assert capsys.readouterr().err.count("\n") == 2


def test_assessments_are_listed_by_the_numbers_that_commands_ask_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        school = workspace.assessments.checklist(assessment).school.name
    assert main.main(["assessments", "--workspace", str(tmp_path / "w")]) == DONE
    assert capsys.readouterr().out.startswith(f"{assessment}　{school}")
    assert main.main(["assessments", "--workspace", str(tmp_path / "w"), "--json"]) == DONE
    row = json.loads(capsys.readouterr().out)[0]
    assert (row["assessment"], row["school"], row["answered"]) == (assessment, school, 0)
    assert row["must_answer"] > 0


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "账本.xlsx").write_bytes(b"x")
    assert main.main(["demo", str(tmp_path)]) == REFUSED
    said = capsys.readouterr().err
    assert str(tmp_path) in said
    assert said.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["账本.xlsx"]


def test_a_damaged_evidence_file_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        workspace.evidence.attach_bytes(an_assessment(workspace), ItemKey("1-1"), b"as it was", "规程.txt")
    assert main.main(["--workspace", str(tmp_path / "w"), "verify"]) == DONE
    (file,) = (path for path in (tmp_path / "w" / "evidence").rglob("*") if path.is_file())
    file.chmod(0o600)
    file.write_bytes(b"not what it was")
    capsys.readouterr()
    assert main.main(["--workspace", str(tmp_path / "w"), "verify"]) == REFUSED
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "：规程.txt" in said


def test_a_folder_without_a_workspace_stays_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = tmp_path / "没有"
    arguments = ["report", "--assessment", "1", "--kind", "self-assessment", "-o", str(tmp_path / "x.pdf")]
    assert main.main(["--workspace", str(nowhere), *arguments]) == REFUSED
    assert str(nowhere) in capsys.readouterr().err
    assert not nowhere.exists()


def test_an_assessment_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        an_assessment(workspace)
    arguments = ["report", "--assessment", "99", "--kind", "self-assessment", "-o", str(tmp_path / "x.pdf")]
    assert main.main(["--workspace", str(tmp_path / "w"), *arguments]) == REFUSED
    assert "99" in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()


def test_a_backup_becomes_a_workspace_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        an_assessment(workspace)
        backup = workspace.backups.make()
    assert main.main(["restore", str(backup), str(tmp_path / "back")]) == DONE
    assert str(tmp_path / "back") in capsys.readouterr().out
    assert main.main(["--workspace", str(tmp_path / "back"), "verify"]) == DONE
    assert main.main(["restore", str(backup), str(tmp_path / "back")]) == REFUSED
    assert str(tmp_path / "back") in capsys.readouterr().err


def test_a_draft_is_written_checked_and_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "方案.txt", tmp_path / "own.toml"
    source.write_text(a_document(), encoding="utf-8")
    assert main.main(["draft", str(source), "-o", str(target)]) == DONE
    written = target.read_bytes()
    assert "待改：" in written.decode()
    assert main.main(["check", str(target)]) == DONE
    assert "4 条" in capsys.readouterr().out
    assert main.main(["draft", str(source), "-o", str(target)]) == REFUSED
    assert target.read_bytes() == written
    assert "已经有了" in capsys.readouterr().err


def test_what_no_checklist_can_be_drafted_from_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "便条.txt", tmp_path / "own.toml"
    source.write_text("请各校知悉。", encoding="utf-8")
    assert main.main(["draft", str(source), "-o", str(target)]) == REFUSED
    assert not target.exists()
    assert main.main(["check", str(target)]) == REFUSED
    assert capsys.readouterr().err.count("\n") == 2


def test_a_document_is_read_with_the_keys_that_are_promised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "方案.txt"
    path.write_text("某市工作方案\n一、加强领导。每年召开会议2次。（责任单位：市教育局）\n", encoding="utf-8")
    assert main.main(["read", str(path), "--json"]) == DONE
    read = json.loads(capsys.readouterr().out)
    assert list(read) == [
        "title", "plan_title", "doc_number", "issuers", "issued_on", "state", "addressees",
        "sections", "clauses", "indicators", "glossary", "problems",
    ]  # fmt: skip
    assert list(read["clauses"][0]) == ["ref", "number", "heading", "body", "line", "units"]
    assert list(read["indicators"][0]) == [
        "clause", "name", "comparator", "value", "max", "unit", "deadline", "anchor", "line",
    ]  # fmt: skip
    assert main.main(["read", str(path)]) == DONE
    assert "责任：市教育局" in capsys.readouterr().out


def test_a_document_that_cannot_be_read_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "旧方案.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert main.main(["read", str(path)]) == REFUSED
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "旧方案.doc" in said
    assert "docx" in said


def test_an_assessment_is_taken_to_the_newest_revision_of_its_policy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    renewed = a_policy(
        [a_measure(1, [an_item("1-1", text="学校按新说法做到了要点 1-1"), an_item("1-2")])], slug="own-city", revision=2
    )
    number = _own_assessment(tmp_path, renewed)
    asked = ["--workspace", str(tmp_path), "renew", "--assessment", str(number)]
    for arguments, is_done in ((["--dry-run", "--json"], False), (["--json"], True)):
        assert main.main([*asked, *arguments]) == DONE
        told = json.loads(capsys.readouterr().out)
        assert (told["is_needed"], told["is_done"], told["before"], told["after"]) == (True, is_done, 1, 2)
        assert (told["counts"]["reworded"], told["counts"]["gone"], told["counts"]["unchanged"]) == (1, 1, 1)
        assert [row["following"] for row in told["rows"]] == ["to_review", "nothing", "archived"]
    assert main.main(asked) == DONE
    assert "已经是最新的第 2 版" in capsys.readouterr().out


def test_a_renewal_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    number = _own_assessment(tmp_path, a_policy([a_measure(1, 2)], slug="own-city", revision=2))
    assert main.main(["--workspace", str(tmp_path), "renew", "--assessment", str(number)]) == DONE
    printed = capsys.readouterr().out
    assert "第 1 版 → 第 2 版" in printed
    assert "删去　1-3　学校做到了要点 1-3\n　　填报　已落实，佐证 0 件：归档" in printed
    assert "已换到第 2 版：0 条需复核，1 条归档，其余照旧。" in printed


def test_an_unknown_assessment_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_workspace(tmp_path).close()
    assert main.main(["--workspace", str(tmp_path), "renew", "--assessment", "7"]) == REFUSED
    assert "没有编号 7 的自评" in capsys.readouterr().err


def _own_assessment(folder: Path, renewed: Policy) -> int:
    """Answer two items of an own policy, whose file then says something newer."""
    file = folder / "checklists" / "city.toml"
    file.parent.mkdir()
    file.write_text(text_of(a_policy([a_measure(1, 3)], slug="own-city")), encoding="utf-8")
    with a_workspace(folder) as workspace:
        started = an_assessment(workspace, "own-city")
        for key in ("1-1", "1-3"):
            workspace.assessments.record(started, ItemKey(key), Answer(Status.MET))
    file.write_text(text_of(renewed), encoding="utf-8")
    return started


def _main(*arguments: str, **how: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(Path(main.__file__)), *arguments]
    return subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False, **how)  # type: ignore[call-overload,no-any-return]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("asked", [("policies",), ("policy", "yiyang", "--json")])
def test_a_full_disk_behind_the_output_is_said_in_one_sentence(asked: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        ended = _main(*asked, stdout=full)
    assert ended.returncode == REFUSED
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.startswith("磁盘满了")


def test_what_is_broken_off_at_the_keyboard_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def _interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(library, "catalogue", _interrupted)
    assert main.main(["policies"]) == REFUSED
    assert capsys.readouterr().err == "已停下，没有留下半截的东西。\n"


def test_somebody_without_a_home_is_told_to_name_the_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def _has_none(*_: object, **__: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr("platformdirs.user_data_path", _has_none)
    monkeypatch.delenv("VOCCHECK_WORKSPACE", raising=False)
    assert main.main(["verify"]) == REFUSED
    assert "--workspace" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("asked", [("check", "{}"), ("read", "{}.txt"), ("match", "zibo-gaoxin", "{}.txt")])
def test_a_pipe_is_refused_in_one_sentence_and_not_waited_for(tmp_path: Path, asked: tuple[str, ...]) -> None:
    pipe = tmp_path / "pipe"
    for one in (pipe, tmp_path / "pipe.txt"):
        os.mkfifo(one)
    ended = _main(*(one.format(pipe) for one in asked), timeout=60)
    assert (ended.returncode, ended.stderr.count("。"), "Traceback" in ended.stderr) == (REFUSED, 1, False)
