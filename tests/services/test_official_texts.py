"""Official texts in the workspace: read apart, kept, laid beside the checklist."""

from pathlib import Path

import pytest

from checklists.errors import UnknownPolicyError
from checklists.matching import Standing
from checklists.reading.errors import DocumentMissingError, EmptyDocumentError
from services.progress import CancelledError
from tests.builders import a_workspace
from tests.checklists.official_documents import ALLIANCES, SAFETY, TEACHERS, a_document, its_policy, read
from tests.giving_up import GivesUp


def a_file(folder: Path, text: str, name: str = "方案.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_text_is_there_again_when_the_workspace_is_opened_again(tmp_path: Path) -> None:
    path = a_file(tmp_path, a_document())
    with a_workspace(tmp_path / "w", its_policy()) as workspace:
        assert workspace.official_texts.of("test") is None
        workspace.official_texts.keep("test", path)
    path.unlink()
    with a_workspace(tmp_path / "w", its_policy()) as workspace:
        kept = workspace.official_texts.of("test")
    assert kept is not None
    assert "\n".join(line.text for line in kept.lines) == a_document()
    assert (kept.name, kept.kept_by) == ("方案.txt", "王老师")


def test_what_is_kept_gives_the_structure_that_was_read(tmp_path: Path) -> None:
    path = a_file(tmp_path, a_document())
    with a_workspace(tmp_path / "w", its_policy()) as workspace:
        kept = workspace.official_texts.keep("test", path)
    assert (list(kept.lines), kept.text) == read(path)


def test_the_same_file_twice_is_kept_once_and_another_copy_beside_it(tmp_path: Path) -> None:
    first, second = a_file(tmp_path, a_document()), a_file(tmp_path, a_document((ALLIANCES, SAFETY)), "新稿.txt")
    with a_workspace(tmp_path / "w", its_policy()) as workspace:
        workspace.official_texts.keep("test", first)
        workspace.official_texts.keep("test", first)
        assert workspace.official_texts.before("test") is None
        assert workspace.official_texts.keep("test", second).name == "新稿.txt"
        before = workspace.official_texts.before("test")
    assert before is not None
    assert before.name == "方案.txt"


def test_a_changed_clause_marks_its_items(tmp_path: Path) -> None:
    altered = TEACHERS.replace("能工巧匠", "技术骨干")
    with a_workspace(tmp_path / "w", its_policy()) as workspace:
        policy = workspace.policies.checklist("test")
        assert workspace.official_texts.to_review(policy) == frozenset()
        workspace.official_texts.keep("test", a_file(tmp_path, a_document((ALLIANCES, altered, SAFETY))))
        assert workspace.official_texts.to_review(policy) == {"2-1", "2-2"}
        matching = workspace.official_texts.beside(policy)
    assert matching is not None
    assert [one.standing for one in matching.measures] == [Standing.FOUND, Standing.CHANGED, Standing.FOUND]


def test_what_cannot_be_read_leaves_the_copy_before_it(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w", its_policy()) as workspace:
        workspace.official_texts.keep("test", a_file(tmp_path, a_document()))
        with pytest.raises(EmptyDocumentError):
            workspace.official_texts.keep("test", a_file(tmp_path, " \n", "空.txt"))
        with pytest.raises(DocumentMissingError):
            workspace.official_texts.keep("test", tmp_path / "没有.txt")
        kept = workspace.official_texts.of("test")
    assert kept is not None
    assert kept.name == "方案.txt"


def test_a_text_is_of_a_policy_we_have(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace, pytest.raises(UnknownPolicyError):
        workspace.official_texts.keep("paris", a_file(tmp_path, a_document()))


def test_reading_can_be_given_up(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        with pytest.raises(CancelledError):
            workspace.official_texts.keep("test", a_file(tmp_path, a_document()), GivesUp())
        assert workspace.official_texts.of("test") is None
