"""Checklists of a workspace's own: whole policies, and items added to those of the library."""

import os
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from checklists.canonical import digest_of
from checklists.errors import PolicyFault
from checklists.policy import Policy
from checklists.writing import text_of
from models.vocabulary import AssessmentId, ItemKey, Judgement, SchoolType, Status
from services.checklist import Answer
from services.judging import Reading
from services.trail.changes import ShelvePart
from services.verifying import verify
from tests.builders import a_measure, a_policy, a_school, a_workspace, an_assessment

ADDED = """
[[item]]
key = "x1-1"
text = "每学期向家长公布一次实习安排"

[[item]]
key = "x2-1"
text = "实训室每周检查一次"
addressee = "shared"
theme = "training-bases"

[[item.indicator]]
key = "x2-1-a"
name = "检查次数"
comparator = ">="
value = 40
unit = "次"
level = "school"
scope = "each_school"
anchor = "校本补充"
"""


def _put(folder: Path, name: str, text: str) -> Path:
    file = folder / "checklists" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def _keys(folder: Path, *policies: Policy, slug: str = "test") -> list[str]:
    with a_workspace(folder, *policies) as workspace:
        return [item.key for item in workspace.policies.checklist(slug).items()]


def _own(title: str = "外市方案") -> Policy:
    return a_policy(1, slug="own-city", city="外市", title=title)


def test_a_policy_of_ones_own_stands_beside_the_librarys_and_can_be_worked_through(tmp_path: Path) -> None:
    _put(tmp_path, "外市方案.toml", text_of(_own()))
    with a_workspace(tmp_path) as workspace:
        assert [row.slug for row in workspace.policies.listed()] == ["test", "own-city"]
        assert workspace.policies.refused == ()
        started = an_assessment(workspace, "own-city")
        workspace.assessments.record(started, ItemKey("1-1"), Answer(Status.MET))
        assert workspace.assessments.item(started, ItemKey("1-1")).status is Status.MET


def test_an_edited_policy_is_the_newest_also_when_an_earlier_text_comes_back(tmp_path: Path) -> None:
    texts = [text_of(_own(title=title)) for title in ("甲方案", "乙方案", "甲方案")]
    for text in texts:
        _put(tmp_path, "city.toml", text)
        with a_workspace(tmp_path) as workspace:
            assert workspace.policies.checklist("own-city").title in text
            assert [row.title in text for row in workspace.policies.listed() if row.slug == "own-city"] == [True]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[", PolicyFault.NOT_TOML),
        ('slug = "own-a"\n', PolicyFault.MISSING_KEY),
        (text_of(a_policy(slug="test", title="冒名")), PolicyFault.WRONG_FORM),
    ],
)
def test_a_bad_file_is_listed_each_time_and_blocks_nothing(tmp_path: Path, text: str, fault: PolicyFault) -> None:
    file = _put(tmp_path, "坏.toml", text)
    _put(tmp_path, "好.toml", text_of(_own()))
    for _ in range(2):
        with a_workspace(tmp_path) as workspace:
            assert [(one.path, one.fault) for one in workspace.policies.refused] == [(file, fault)]
            assert [row.slug for row in workspace.policies.listed()] == ["test", "own-city"]
            assert workspace.policies.checklist("test").title == a_policy().title


def test_a_folder_in_place_of_a_file_is_listed_too(tmp_path: Path) -> None:
    (tmp_path / "checklists" / "x.toml").mkdir(parents=True)
    (tmp_path / "checklists" / "test.own.toml").mkdir()
    with a_workspace(tmp_path) as workspace:
        assert [one.fault for one in workspace.policies.refused] == [PolicyFault.NOT_A_FILE] * 2
        assert [row.slug for row in workspace.policies.listed()] == ["test"]


def test_added_items_end_their_measures_and_need_little_said(tmp_path: Path) -> None:
    _put(tmp_path, "test.own.toml", ADDED)
    with a_workspace(tmp_path) as workspace:
        policy = workspace.policies.checklist("test")
        assert workspace.policies.refused == ()
        assert [item.key for item in policy.items()] == ["1-1", "1-2", "1-3", "x1-1", "2-1", "2-2", "2-3", "x2-1"]
        assert [one.key for one in policy.indicators()] == ["1-1-a", "2-1-a", "x2-1-a"]
        started = an_assessment(workspace)
        workspace.assessments.record(started, ItemKey("x1-1"), Answer(Status.PARTLY_MET))
        assert workspace.opening.assessments()[0].score.count(Status.PARTLY_MET) == 1


def test_an_item_in_a_file_with_the_ends_of_lines_of_windows_is_retired_with_its_figures(tmp_path: Path) -> None:
    _put(tmp_path, "test.own.toml", ADDED.replace("\n", "\r\n"))
    with a_workspace(tmp_path) as workspace:
        workspace.own_items.retire(an_assessment(workspace), ItemKey("x2-1"))
        policy = workspace.policies.checklist("test")
        assert workspace.policies.refused == ()
        assert "x1-1" in [item.key for item in policy.items()]
        assert "x2-1" not in [item.key for item in policy.items()]


def test_added_items_survive_an_update_of_the_policy_they_were_added_to(tmp_path: Path) -> None:
    _put(tmp_path, "test.own.toml", ADDED)
    assert "x1-1" in _keys(tmp_path)
    renewed = a_policy([a_measure(1, 5, ref="一/新"), a_measure(2)], revision=2)
    assert _keys(tmp_path, renewed)[:6] == ["1-1", "1-2", "1-3", "1-4", "1-5", "x1-1"]


def test_taking_the_file_away_leaves_later_assessments_without_the_items_and_earlier_ones_with(
    tmp_path: Path,
) -> None:
    file = _put(tmp_path, "test.own.toml", ADDED)
    with a_workspace(tmp_path) as workspace:
        started: AssessmentId = an_assessment(workspace)
    file.unlink()
    assert "x1-1" not in _keys(tmp_path)
    with a_workspace(tmp_path) as workspace:
        assert "x1-1" in [row.key for row in workspace.assessments.checklist(started).items()]
    file.write_text(ADDED, encoding="utf-8")
    assert "x1-1" in _keys(tmp_path)


@pytest.mark.parametrize("key", ["1-9", "x1", "x1-0", "xx1-1"])
def test_an_added_item_whose_key_fits_no_measure_is_refused_and_the_policy_stays_as_it_was(
    tmp_path: Path, key: str
) -> None:
    _put(tmp_path, "test.own.toml", ADDED.replace('"x1-1"', f'"{key}"'))
    with a_workspace(tmp_path) as workspace:
        assert len(workspace.policies.refused) == 1
        assert workspace.policies.checklist("test") == a_policy()


def test_an_added_item_whose_measure_is_not_there_stands_in_a_section_of_its_own(tmp_path: Path) -> None:
    _put(tmp_path, "test.own.toml", ADDED.replace("x2-1", "x9-1"))
    with a_workspace(tmp_path) as workspace:
        assert workspace.policies.refused == ()
        last = workspace.policies.checklist("test").measures[-1]
        assert (last.ref, [item.key for item in last.items]) == ("校本补充", ["x9-1"])
        assert [one.key for one in last.indicators] == ["x9-1-a"]


def test_a_key_that_comes_twice_is_refused(tmp_path: Path) -> None:
    _put(tmp_path, "test.own.toml", ADDED + ADDED)
    with a_workspace(tmp_path) as workspace:
        assert [one.fault for one in workspace.policies.refused] == [PolicyFault.REPEATED]


def test_a_library_file_that_changes_under_added_items_is_read_once(tmp_path: Path) -> None:
    _put(tmp_path, "test.own.toml", ADDED)
    changed = replace(a_policy(), title="改过的方案")
    changed = replace(changed, digest=digest_of(changed))
    for _ in range(2):
        with a_workspace(tmp_path, changed) as workspace:
            policy = workspace.policies.checklist("test")
            assert policy.title == "改过的方案"
            assert "x2-1" in [item.key for item in policy.items()]


def test_figures_of_added_items_are_judged_like_any_other(tmp_path: Path) -> None:
    _put(tmp_path, "test.own.toml", ADDED)
    with a_workspace(tmp_path) as workspace:
        school = a_school(workspace, type=SchoolType.COLLEGE)
        started = workspace.assessments.start(school, "test", 2025)
        row = workspace.assessments.item(started, ItemKey("x2-1"))
        figure = row.indicators[0].indicator
        workspace.assessments.take_reading(started, figure.key, Reading(Decimal(39)))
        judged = workspace.assessments.item(started, ItemKey("x2-1")).indicators[0]
        assert judged.verdict.judgement is Judgement.MISSED


def test_shelving_a_policy_of_ones_own_is_in_the_workspaces_trail(tmp_path: Path) -> None:
    own, revised = _own(), replace(_own("外市新方案"), revision=2)
    for policy in (own, own, revised):
        _put(tmp_path, "city.toml", text_of(policy))
        a_workspace(tmp_path).close()
    with a_workspace(tmp_path) as workspace:
        shelved = [(change.who, part) for change in workspace.schools.trail() for part in change.parts]
        assert shelved == [
            ("王老师", ShelvePart("own-city", 2, digest_of(revised))),
            ("王老师", ShelvePart("own-city", 1, own.digest)),
        ]
    assert verify(tmp_path).problems == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")])
@pytest.mark.parametrize("name", ["外市方案.toml", "test.own.toml", "own-city.own.toml"])
def test_what_is_no_file_is_refused_by_one_sentence_and_the_workspace_opens(
    tmp_path: Path, name: str, make: Callable[[Path], object]
) -> None:
    _put(tmp_path, "city.toml", text_of(_own()))
    make(tmp_path / "checklists" / name)
    with a_workspace(tmp_path) as workspace:
        assert {(one.path, one.fault) for one in workspace.policies.refused} == {
            (tmp_path / "checklists" / name, PolicyFault.NOT_A_FILE)
        }
        assert {row.slug for row in workspace.policies.listed()} == {"test", "own-city"}
        workspace.backups.make()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_drafts_place_is_a_damaged_draft(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        place = tmp_path / "checklists" / "drafts" / "new-city"
        place.mkdir(parents=True)
        os.mkfifo(place / "draft.json")
        assert [row.is_damaged for row in workspace.drafts.listed()] == [True]
