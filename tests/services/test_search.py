"""What people wrote is found in every assessment, as it stands now."""

from pathlib import Path

import pytest

from models.search_index import SEARCH_INDEX
from models.vocabulary import ItemKey, Status
from services.checklist import Answer
from services.search import Hit, Search, Written
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_workspace(tmp_path / "ws")


def texts(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.text for hit in hits]


def test_notes_reasons_and_evidence_are_found_where_they_stand(workspace: Workspace, tmp_path: Path) -> None:
    assessment, search = an_assessment(workspace), workspace.search
    key = next(workspace.assessments.checklist(assessment).items()).key
    workspace.assessments.record(assessment, key, Answer(Status.MET, note="台账已建好"))
    proof = tmp_path / "双师型教师台账.txt"
    proof.write_text("一份", encoding="utf-8")
    workspace.evidence.attach(assessment, key, proof)
    hits = search.find("台账")
    assert {(hit.assessment, hit.item, hit.written) for hit in hits} == {
        (assessment, key, Written.NOTE),
        (assessment, key, Written.EVIDENCE),
    }
    assert texts(search.find("双师 台账")) == [hit.text for hit in hits if hit.written is Written.EVIDENCE]
    workspace.close()


def test_what_was_rewritten_is_no_longer_found(workspace: Workspace) -> None:
    assessment = an_assessment(workspace)
    key = next(workspace.assessments.checklist(assessment).items()).key
    workspace.assessments.record(assessment, key, Answer(Status.MET, note="旧话"))
    assert texts(workspace.search.find("旧")) == ["旧话"]
    workspace.assessments.record(assessment, key, Answer(Status.MET, note="新话"))
    assert workspace.search.find("旧") == ()
    assert texts(workspace.search.find("话")) == ["新话"]
    workspace.close()


def test_a_lost_or_damaged_index_is_made_again(workspace: Workspace) -> None:
    assessment = an_assessment(workspace)
    workspace.assessments.record(assessment, ItemKey("1-1"), Answer(Status.MET, note="写过的话"))
    assert workspace.search.find("写过")
    workspace.search.close()
    index = workspace.folder / SEARCH_INDEX
    content = bytearray(index.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    index.write_bytes(content)
    assert texts(Search(workspace._store).find("写过")) == ["写过的话"]
    workspace.close()
