"""The report of an edition: printed when it is frozen, kept, given back to the byte, missed when it is lost."""

import sqlite3
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from models.guards import GUARDS
from models.vocabulary import AssessmentId, ItemKey, SignerRole, Status
from reports.orders import Kind, MadePaper, Order, Skin
from reports.paper import front
from reports.printing import make_paper, print_for_edition
from services.checklist import Answer
from services.dossiers import Dossier
from services.editions.values import Paper, PrintedPaper, Signer
from services.reporting.parts import ReportSettings
from services.restoring import restore
from services.verifying import Problem, ProblemKind, verify
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment

ITEM = ItemKey("1-1")
SIGNERS = tuple(
    Signer(role, name, date(2025, 6, 30)) for role, name in zip(SignerRole, ("张敏", "李建国", "周校长"), strict=True)
)
LATER = datetime(2031, 2, 3, 4, 5)
REPORT = Order(Kind.SELF_ASSESSMENT, LATER)
NAME = "自评报告（定稿第1版）.pdf"


@pytest.fixture
def assessment(workspace: Workspace) -> AssessmentId:
    started = an_assessment(workspace)
    workspace.assessments.record(started, ITEM, Answer(Status.MET, note="已做到 ꙮ", department="教务处"))
    return started


@pytest.fixture
def paper(workspace: Workspace, assessment: AssessmentId) -> Paper:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    return workspace.editions.edition(assessment, 1).paper


def _reprint(workspace: Workspace, order: Order = REPORT) -> MadePaper:
    return make_paper(order, workspace.editions.dossier_of(workspace.opening.assessments()[0].id, 1))


def _file(folder: Path, paper: Paper) -> Path:
    return folder / "evidence" / paper.sha256[:2] / paper.sha256


def _note(dossier: Dossier) -> str:
    return next(row.answer.note for row in dossier.checklist.items() if row.key == ITEM)


def _altered(file: Path) -> None:
    content = file.read_bytes()
    file.chmod(0o600)
    file.write_bytes(content[:-2] + b"x\n")


def test_a_reprint_is_the_paper_of_that_day_whatever_the_typesetter_does_now(
    workspace: Workspace, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _reprint(workspace)
    monkeypatch.setattr(front, "_TITLE_GAP", front._TITLE_GAP + 5)
    again = _reprint(workspace)
    assert again == first
    assert again.is_kept
    frozen = workspace.editions.dossier_of(workspace.opening.assessments()[0].id, 1)
    assert make_paper(REPORT, replace(frozen, kept=None)).content != first.content, "the change must be one that shows"


def test_what_is_kept_is_what_would_be_made_of_the_snapshot(workspace: Workspace, paper: Paper) -> None:
    kept = _reprint(workspace)
    frozen = workspace.editions.dossier_of(workspace.opening.assessments()[0].id, 1)
    assert replace(make_paper(REPORT, replace(frozen, kept=None)), is_kept=True) == kept
    assert (paper.name, paper.size, paper.pages, tuple(paper.missing)) == (
        NAME,
        len(kept.content),
        kept.pages,
        kept.missing,
    )


@pytest.mark.parametrize(
    "other",
    [
        replace(REPORT, is_duplex=True),
        replace(REPORT, skin=Skin.WORD),
        replace(REPORT, kind=Kind.ONE_PAGE),
        replace(REPORT, kind=Kind.COMPARISON),
    ],
)
def test_another_paper_or_option_is_made_of_the_snapshot(workspace: Workspace, paper: Paper, other: Order) -> None:
    made = _reprint(workspace, other)
    assert not made.is_kept
    assert made.content != _reprint(workspace).content


def test_a_report_frozen_for_both_sides_is_kept_so(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.passages.settle(assessment, ReportSettings(is_duplex=True))
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    assert _reprint(workspace).is_kept
    assert _reprint(workspace, replace(REPORT, is_duplex=True)).is_kept


def test_a_lost_paper_is_named_and_made_anew(workspace: Workspace, paper: Paper) -> None:
    first = _reprint(workspace)
    _file(workspace.folder, paper).unlink()
    assert verify(workspace.folder).problems == (Problem(ProblemKind.EVIDENCE_MISSING, NAME),)
    assert _reprint(workspace) == replace(first, is_kept=False)


def test_an_altered_paper_is_named_and_never_given_out(workspace: Workspace, paper: Paper) -> None:
    first = _reprint(workspace)
    _altered(_file(workspace.folder, paper))
    assert verify(workspace.folder).problems == (Problem(ProblemKind.EVIDENCE_ALTERED, NAME),)
    assert _reprint(workspace) == replace(first, is_kept=False)


def test_a_paper_swapped_together_with_its_row_is_found_by_the_chain(
    workspace: Workspace, assessment: AssessmentId, paper: Paper
) -> None:
    other = workspace._store.blobs.take_bytes(b"%PDF-1.7 another", NAME)
    connection = sqlite3.connect(workspace.folder / "voccheck.db")
    connection.execute("DROP TRIGGER editions_keep_update")
    connection.execute("UPDATE editions SET paper_sha256 = ?, paper_size = ?", (other.sha256, other.size))
    connection.execute(GUARDS["editions_keep_update"])
    connection.commit()
    connection.close()
    assert verify(workspace.folder).problems == (Problem(ProblemKind.ALTERED, f"{assessment}/editions 1"),)


@pytest.mark.parametrize("column", ["paper_sha256", "paper_name", "paper_missing", "paper_size", "paper_pages"])
def test_the_database_refuses_another_paper(workspace: Workspace, paper: Paper, column: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="keeps its rows"):
        workspace._store._connection.execute(f"UPDATE editions SET {column} = {column}")


def test_the_paper_comes_back_with_a_backup(workspace: Workspace, paper: Paper, tmp_path: Path) -> None:
    first, backup = _reprint(workspace), workspace.backups.make()
    assert restore(backup, tmp_path / "again").problems == ()
    with a_workspace(tmp_path / "again") as restored:
        assert _reprint(restored) == first
        assert _reprint(restored).is_kept


def test_a_printer_that_fails_freezes_nothing(workspace: Workspace, assessment: AssessmentId) -> None:
    def fails(_dossier: Dossier) -> PrintedPaper:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        workspace.editions.freeze(assessment, SIGNERS, fails)
    assert workspace.editions.editions(assessment) == ()
    assert verify(workspace.folder).orphans == 0


def test_who_writes_while_the_report_is_printed_has_it_printed_again(
    workspace: Workspace, assessment: AssessmentId
) -> None:
    printed: list[str] = []

    def disturbed(dossier: Dossier) -> PrintedPaper:
        printed.append(_note(dossier))
        if len(printed) == 1:
            workspace.assessments.record(assessment, ITEM, Answer(Status.MET, note="印的时候改的"))
        return print_for_edition(dossier)

    workspace.editions.freeze(assessment, SIGNERS, disturbed)
    assert printed == ["已做到 ꙮ", "印的时候改的"]
    assert _note(workspace.editions.dossier_of(assessment, 1)) == "印的时候改的"
    assert verify(workspace.folder).orphans == 0
