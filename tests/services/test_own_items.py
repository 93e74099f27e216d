"""A school adds its own items from the window: usable at once, kept through updates, nothing lost when retired."""

from pathlib import Path

import pytest

from checklists.errors import PolicyFileError
from models.vocabulary import AssessmentId, ItemKey, Status
from services.checklist import Answer
from services.errors import TextMissingError, UnknownItemError
from services.own_items import OwnWords
from services.trail.changes import OwnItemPart, RenewPart, ShelvePart
from services.verifying import verify
from services.workspace import Workspace
from tests.builders import a_measure, a_policy, a_workspace, an_assessment

K = ItemKey
LETTER = OwnWords("每学期给家长写一封信")


@pytest.fixture
def started(workspace: Workspace) -> AssessmentId:
    return an_assessment(workspace)


def _keys(workspace: Workspace, assessment: AssessmentId) -> list[str]:
    return [row.key for row in workspace.assessments.checklist(assessment).items()]


def _file(workspace: Workspace) -> Path:
    return workspace.folder / "checklists" / "test.own.toml"


def test_an_added_item_ends_its_measure_and_can_be_answered_at_once(
    workspace: Workspace, started: AssessmentId
) -> None:
    key = workspace.own_items.add(
        started, "一/1", OwnWords(" 每学期给家长写一封信 ", evidence=("信", "信", " "))
    ).own_items[0]
    assert key == "x1-1"
    assert _keys(workspace, started) == ["1-1", "1-2", "1-3", "x1-1", "2-1", "2-2", "2-3"]
    workspace.assessments.record(started, key, Answer(Status.MET))
    row = workspace.assessments.item(started, key)
    assert (row.item.text, row.item.evidence, row.is_own) == ("每学期给家长写一封信", ("信",), True)
    assert workspace.opening.assessments()[0].score.count(Status.MET) == 1
    assert not workspace.renewals.is_behind(started)


def test_an_item_of_no_measure_stands_in_a_section_of_its_own(workspace: Workspace, started: AssessmentId) -> None:
    assert workspace.own_items.add(started, "", LETTER).own_items[0] == "x0-1"
    section = workspace.assessments.checklist(started).sections[-1]
    assert (section.heading, [row.key for row in section.items()]) == ("校本补充", ["x0-1"])


def test_what_was_done_is_in_the_workspaces_trail_and_verifies(workspace: Workspace, started: AssessmentId) -> None:
    key = workspace.own_items.add(started, "一/1", LETTER).own_items[0]
    workspace.own_items.retire(started, key)
    parts = [part for change in workspace.schools.trail() for part in change.parts]
    assert [type(part) for part in parts[:6]] == [ShelvePart, OwnItemPart, RenewPart] * 2
    done = [part for part in parts if isinstance(part, OwnItemPart)]
    assert [(part.slug, part.item, "retired" in part.after, part.before == "") for part in done] == [
        ("test", "x1-1", True, False),
        ("test", "x1-1", False, True),
    ]
    workspace.close()
    assert verify(workspace.folder).problems == ()


def test_a_reworded_item_keeps_its_answer_which_is_to_be_reviewed(workspace: Workspace, started: AssessmentId) -> None:
    key = workspace.own_items.add(started, "一/1", LETTER).own_items[0]
    workspace.assessments.record(started, key, Answer(Status.MET, "寄了"))
    workspace.own_items.reword(started, key, OwnWords("每学期给家长写两封信", how="看信稿", deadline="2026"))
    row = workspace.assessments.item(started, key)
    assert (row.item.text, row.item.how, row.item.deadline) == ("每学期给家长写两封信", "看信稿", "2026")
    assert (row.answer.note, row.needs_review) == ("寄了", True)


def test_a_retired_item_is_kept_in_the_archive_and_comes_back_with_its_answer(
    workspace: Workspace, started: AssessmentId
) -> None:
    key = workspace.own_items.add(started, "一/1", LETTER).own_items[0]
    workspace.assessments.record(started, key, Answer(Status.MET, "寄了"))
    workspace.own_items.retire(started, key)
    assert key not in _keys(workspace, started)
    assert [(row.key, row.answer.note) for row in workspace.renewals.archive(started)] == [(key, "寄了")]
    assert workspace.own_items.retired(started) == {key}
    assert workspace.own_items.add(started, "一/1", OwnWords("另一条")).own_items[0] == "x1-2"
    workspace.own_items.bring_back(started, key)
    row = workspace.assessments.item(started, key)
    assert (row.answer.note, row.answer.status, row.needs_review) == ("寄了", Status.MET, False)
    assert workspace.own_items.retired(started) == frozenset()


def test_own_items_survive_an_update_of_the_policy(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        started = an_assessment(workspace)
        for measure in ("一/1", "一/2", ""):
            key = workspace.own_items.add(started, measure, OwnWords(f"学校自己的要点 {measure}")).own_items[0]
            workspace.assessments.record(started, key, Answer(Status.MET, f"做了 {key}"))
    without_second = a_policy([a_measure(1, 5, ref="一/新")], revision=2)
    with a_workspace(tmp_path, without_second) as workspace:
        assert workspace.policies.refused == ()
        assert workspace.renewals.is_behind(started)
        assert "1-5" not in _keys(workspace, started)
        workspace.renewals.renew(started)
        notes = {row.key: row.answer.note for row in workspace.assessments.checklist(started).items() if row.is_own}
        assert notes == {"x1-1": "做了 x1-1", "x2-1": "做了 x2-1", "x0-1": "做了 x0-1"}


def test_adding_does_not_take_an_assessment_to_a_newer_revision(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        started = an_assessment(workspace)
    with a_workspace(tmp_path, a_policy(measures=2, items=5, revision=2)) as workspace:
        key = workspace.own_items.add(started, "一/1", LETTER).own_items[0]
        assert _keys(workspace, started) == ["1-1", "1-2", "1-3", key, "2-1", "2-2", "2-3"]
        assert workspace.renewals.is_behind(started)
        workspace.renewals.renew(started)
        assert _keys(workspace, started).count(key) == 1


def test_remarks_and_other_items_of_a_file_written_by_hand_stay(workspace: Workspace, started: AssessmentId) -> None:
    by_hand = '# 教务处定的\n\n[[item]]\nkey = "x1-1"\ntext = "甲"\n\n# 学工处定的\n[[item]]\nkey = "x2-1"\ntext = "乙"'
    _file(workspace).parent.mkdir()
    _file(workspace).write_text(by_hand, encoding="utf-8")
    workspace.policies.stock()
    workspace.renewals.renew(started)
    workspace.own_items.add(started, "一/1", LETTER)
    workspace.own_items.reword(started, K("x1-1"), OwnWords("甲改"))
    workspace.own_items.retire(started, K("x2-1"))
    workspace.own_items.bring_back(started, K("x2-1"))
    text = _file(workspace).read_text(encoding="utf-8")
    assert text.startswith('# 教务处定的\n\n[[item]]\nkey = "x1-1"\ntext = "甲改"\n')
    assert '\n\n# 学工处定的\n[[item]]\nkey = "x2-1"\ntext = "乙"\n\n[[item]]\nkey = "x1-2"\n' in text


@pytest.mark.parametrize("words", [OwnWords("  "), OwnWords("要点", deadline="明年")])
def test_what_cannot_stand_is_refused_and_nothing_is_written(
    workspace: Workspace, started: AssessmentId, words: OwnWords
) -> None:
    before = workspace.schools.trail()
    with pytest.raises((TextMissingError, PolicyFileError)):
        workspace.own_items.add(started, "一/1", words)
    assert not _file(workspace).exists()
    assert (workspace.schools.trail(), len(_keys(workspace, started))) == (before, 6)


def test_the_policys_own_items_cannot_be_touched(workspace: Workspace, started: AssessmentId) -> None:
    for act in (workspace.own_items.retire, workspace.own_items.bring_back):
        with pytest.raises(UnknownItemError):
            act(started, K("1-1"))
    with pytest.raises(UnknownItemError):
        workspace.own_items.reword(started, K("1-1"), LETTER)


def test_an_assessment_on_a_policy_of_ones_own_takes_items_too(tmp_path: Path) -> None:
    from checklists.writing import text_of

    file = tmp_path / "checklists" / "外市.toml"
    file.parent.mkdir()
    file.write_text(text_of(a_policy(1, slug="own-city")), encoding="utf-8")
    with a_workspace(tmp_path) as workspace:
        started = an_assessment(workspace, "own-city")
        assert workspace.own_items.add(started, "一/1", LETTER).own_items[0] == "x1-1"
        assert not workspace.renewals.is_behind(started)
    with a_workspace(tmp_path) as workspace:
        assert workspace.policies.refused == ()
        assert not workspace.renewals.is_behind(started)
        assert "x1-1" in _keys(workspace, started)
