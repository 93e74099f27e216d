"""A workspace on a medium or in a folder that may not be written to."""

import shutil
from pathlib import Path

import pytest

import main
from commands.exits import DONE, REFUSED
from models.errors import ReadOnlyStoreError
from models.store import Store
from models.vocabulary import AssessmentId, ItemKey, Status
from services.checklist import Answer
from services.errors import NoWorkspaceError
from services.own_items import OwnWords
from services.read_only import opened_to_read, reopened
from services.verifying import verify
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment
from tests.checklists.official_documents import a_document
from tests.read_only import read_only

ITEM, ASSESSMENT = ItemKey("1-1"), AssessmentId(1)
SHUT, WITH_JOURNAL, KILLED = (), ("-wal",), ("-wal", "-shm")


@pytest.fixture(params=[SHUT, WITH_JOURNAL, KILLED], ids=["shut", "with_journal", "killed"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Lay a workspace as it is copied to a disc: shut, or with the journal of a program that was killed."""
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        workspace.evidence.attach_bytes(assessment, ITEM, b"text", "纪要.txt")
        if request.param:
            workspace._store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        workspace.assessments.record(assessment, ITEM, Answer(Status.MET, note="刻在盘上"))
        if request.param:
            _copy(tmp_path / "w", tmp_path / "disc", request.param)
    if not request.param:
        _copy(tmp_path / "w", tmp_path / "disc", ())
    return tmp_path / "disc"


def _copy(source: Path, target: Path, endings: tuple[str, ...]) -> None:
    target.mkdir()
    for name in ("voccheck.db", *(f"voccheck.db{ending}" for ending in endings)):
        shutil.copyfile(source / name, target / name)
    shutil.copytree(source / "evidence", target / "evidence")


def _seen(folder: Path) -> dict[Path, tuple[int, bytes]]:
    found = (path for path in folder.rglob("*"))
    return {path: (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"") for path in found}


def test_all_of_it_is_read_and_not_a_byte_is_written(folder: Path, tmp_path: Path) -> None:
    before = _seen(folder)
    with read_only(folder), reopened(folder, "李敏") as workspace:
        assert workspace.is_read_only
        row = workspace.assessments.item(ASSESSMENT, ITEM)
        assert row.answer.note == "刻在盘上"
        assert workspace.evidence.path_of(row.evidence[0].id).read_bytes() == b"text"
        assert workspace.evidence.copy_for_viewing(row.evidence[0].id).read_bytes() == b"text"
        assert [hit.item for hit in workspace.search.find("刻在")] == [ITEM]
        assert verify(folder).problems == ()
        with pytest.raises(ReadOnlyStoreError):
            workspace.assessments.record(ASSESSMENT, ITEM, Answer(Status.NOT_MET))
        scratch = workspace._store.scratch
        assert scratch.exists()
    assert not scratch.exists()
    assert _seen(folder) == before
    assert verify(folder).problems == ()


def test_a_database_that_may_only_be_read_is_read_and_nothing_is_laid_beside_it(folder: Path) -> None:
    before = _seen(folder)
    with read_only(folder / "voccheck.db"):
        with pytest.raises(ReadOnlyStoreError):
            Workspace.open(folder, "李敏")
        with reopened(folder, "李敏") as workspace:
            assert workspace.is_read_only
            assert workspace.assessments.item(ASSESSMENT, ITEM).status is Status.MET
    assert {path.name for path in _seen(folder)} - {"voccheck.db-shm"} <= {path.name for path in before}


@pytest.mark.parametrize(
    ("asked", "ends"),
    [
        (("assessments",), DONE),
        (("verify",), DONE),
        (("ledger", "--assessment", "1", "-o", "{}/a.xlsx"), DONE),
        (("report", "--kind", "one-page", "--assessment", "1", "-o", "{}/a.pdf"), DONE),
        (("export-evidence", "--assessment", "1", "-o", "{}/佐证"), DONE),
        (("renew", "--assessment", "1", "--dry-run"), DONE),
        (("renew", "--assessment", "1"), REFUSED),
    ],
)
def test_commands_that_only_read_do_their_work(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], ends: int
) -> None:
    before = _seen(folder)
    with read_only(folder):
        command, *rest = (one.format(tmp_path) for one in asked)
        assert main.main([command, "--workspace", str(folder), *rest]) == ends, capsys.readouterr().err
    assert _seen(folder) == before
    assert "不让写" in capsys.readouterr().err or command == "verify"


def test_what_lays_files_beside_the_database_is_refused_before_it_lays_one(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        an_assessment(workspace)
        document = tmp_path / "shidian_2025.txt"
        document.write_text(a_document(), encoding="utf-8")
        draft = workspace.drafts.read_in(document)
    before = _seen(tmp_path / "w")
    with opened_to_read(tmp_path / "w", "李敏") as workspace:
        assert workspace.drafts.open(draft).name == draft
        for write in (
            lambda: workspace.evidence.attach(ASSESSMENT, ITEM, tmp_path / "w" / "voccheck.db"),
            lambda: workspace.evidence.attach_bytes(ASSESSMENT, ITEM, b"text", "纪要.txt"),
            lambda: workspace.backups.make(),
            lambda: workspace.drafts.read_in(document),
            lambda: workspace.drafts.publish(draft),
            lambda: workspace.drafts.throw_away(draft),
            lambda: workspace.own_items.add(ASSESSMENT, "一/1", OwnWords("每学期给家长写一封信")),
        ):
            with pytest.raises(ReadOnlyStoreError):
                write()
    assert _seen(tmp_path / "w") == before


def test_a_workspace_that_may_be_written_to_is_opened_to_be_written_to(tmp_path: Path) -> None:
    Store.open(tmp_path / "w").close()
    with reopened(tmp_path / "w", "李敏") as workspace:
        assert not workspace.is_read_only


def test_an_empty_disc_holds_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "disc").mkdir()
    with read_only(tmp_path / "disc"), pytest.raises(NoWorkspaceError):
        reopened(tmp_path / "disc", "李敏")


def test_what_is_open_elsewhere_is_read_as_it_was_committed(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as writing:
        assessment = an_assessment(writing)
        writing.assessments.record(assessment, ITEM, Answer(Status.MET))
        with opened_to_read(tmp_path / "w", "王强") as reading:
            writing.assessments.record(assessment, ITEM, Answer(Status.NOT_MET))
            assert reading.assessments.item(assessment, ITEM).status is Status.MET
