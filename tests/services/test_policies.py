"""Policies on the shelf, by revision."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from checklists import library
from checklists.errors import PolicyFault, PolicyFileError, UnknownPolicyError
from checklists.policy import (
    AppliesTo,
    IdleNumeral,
    Noise,
    Policy,
    RatioOf,
    ResponsibleUnit,
    Section,
)
from models.vocabulary import CheckMethod, Comparator, LeadRule, MeasureKind, PolicyState, SchoolType, UnitRole
from resources import VERSION
from services.workspace import Workspace
from tests.builders import TODAY, ALibrary, a_library, a_measure, a_policy, a_workspace, an_indicator, an_item


def a_full_policy() -> Policy:
    """A policy with something in every field."""
    item = an_item(
        "2-1",
        applies_to=AppliesTo((SchoolType.SECONDARY, SchoolType.COLLEGE), ("安化县", "南县")),
        method=(CheckMethod.READ, CheckMethod.ON_SITE),
        evidence=("一", "二"),
        anchors=("甲甲甲甲甲甲", "乙乙乙乙乙乙"),
        deadline="2025-06",
    )
    figures = (
        an_indicator("2-1-a", "2-1", ratio=RatioOf("部分", "全体", "人")),
        an_indicator("2-1-b", "2-1", comparator=Comparator.RANGE, value=Decimal("1.50"), max=Decimal("2.5")),
        an_indicator("2-1-c", "2-1", value=None),
    )
    units = (ResponsibleUnit("甲局", UnitRole.LEAD), ResponsibleUnit("乙局", UnitRole.PARTICIPANT))
    return a_policy(
        [a_measure(1), a_measure(2, [item], section="二", units=units, indicators=figures), a_measure(3, 0, units=())],
        sections=(Section("一", "甲", MeasureKind.GOAL), Section("二", "乙", MeasureKind.SAFEGUARD)),
        notes=(Noise("一", "锚", "读作"),),
        idle_numerals=(IdleNumeral("一/1", "3个", "序号"),),
    )


def test_a_policy_comes_back_from_the_shelf_as_it_was(tmp_path: Path) -> None:
    policy = a_full_policy()
    with a_workspace(tmp_path, policy) as workspace:
        assert workspace.policies.checklist("test") == policy
    with a_workspace(tmp_path, policy) as workspace:
        assert workspace.policies.checklist("test") == policy


def test_the_librarys_own_policies_come_back_as_they_were(tmp_path: Path) -> None:
    with Workspace.open(tmp_path, "") as workspace:
        for slug in library.slugs():
            assert workspace.policies.checklist(slug) == library.load(slug)


def test_a_policy_is_read_once_however_often_the_program_starts(tmp_path: Path) -> None:
    shelf = a_library(a_policy(), a_policy(slug="other"))
    for _ in range(3):
        Workspace.open(tmp_path, "", library=shelf).close()
    assert shelf.loads == 2


@pytest.mark.parametrize(("version", "loads"), [(VERSION, 0), ("another", 1)])
def test_at_a_start_files_wait_to_be_asked_for_where_this_version_filled_the_shelf(
    tmp_path: Path, version: str, loads: int
) -> None:
    with a_workspace(tmp_path):
        pass
    newer = a_library(a_policy(revision=2))
    with Workspace.open(tmp_path, "", library=newer, may_wait=lambda shelf: shelf.is_filled_by(version)) as workspace:
        assert newer.loads == loads
        assert workspace.policies.checklist("test").revision == 2


def test_only_the_first_start_in_a_folder_reads_the_files_at_once(tmp_path: Path) -> None:
    for has_read in (True, False):
        with Workspace.open_for_start(tmp_path, "", lambda: TODAY) as workspace:
            assert ("policies" in vars(workspace)) is has_read
            assert {row.slug for row in workspace.policies.listed() if row.is_written} == set(library.slugs())


def test_a_new_revision_stands_beside_the_old_one(tmp_path: Path) -> None:
    with a_workspace(tmp_path, a_policy()):
        pass
    newer = a_policy(items=5, revision=2, title="新的题目")
    with a_workspace(tmp_path, newer) as workspace:
        assert workspace.policies.checklist("test") == newer
        assert [(row.title, row.revision, row.items) for row in workspace.policies.listed()] == [("新的题目", 2, 10)]


def test_an_older_revision_shelved_later_is_not_the_newest(tmp_path: Path) -> None:
    with a_workspace(tmp_path, a_policy(revision=3)) as workspace:
        workspace.policies.shelve(a_policy(revision=2))
        assert workspace.policies.checklist("test").revision == 3


def test_the_same_revision_is_not_shelved_twice(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assert workspace.policies.shelve(a_policy()) == workspace.policies.shelve(a_policy())


def test_policies_are_listed_in_the_librarys_order_with_those_to_come(tmp_path: Path) -> None:
    class _Mixed(ALibrary):
        def catalogue(self) -> tuple[library.Announcement, ...]:
            announced = library.Announcement("soon", "某市", "待编", "", None, PolicyState.DRAFT, is_written=False)
            return (*reversed(super().catalogue()), announced)

    shelf = _Mixed((a_policy(), a_policy(slug="other", lead_rule=LeadRule.NO_UNITS)))
    with Workspace.open(tmp_path, "", library=shelf) as workspace:
        listed = workspace.policies.listed()
    assert [(row.slug, row.items, row.is_written) for row in listed] == [
        ("other", 6, True),
        ("test", 6, True),
        ("soon", 0, False),
    ]
    assert [row.lead_rule for row in listed] == [LeadRule.NO_UNITS, LeadRule.FIRST_LISTED, None]


def test_a_policy_still_to_come_cannot_be_opened(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace, pytest.raises(UnknownPolicyError):
        workspace.policies.checklist("soon")


def test_a_damaged_library_file_keeps_nobody_from_their_data(tmp_path: Path) -> None:
    class _Damaged(ALibrary):
        def load(self, slug: str) -> Policy:
            raise PolicyFileError(Path("test.toml"), "", PolicyFault.NOT_TOML)

    with a_workspace(tmp_path):
        pass
    newer = replace(a_policy(), digest="another")
    with Workspace.open(tmp_path, "", library=_Damaged((newer,))) as workspace:
        assert [refusal.fault for refusal in workspace.policies.refused] == [PolicyFault.NOT_TOML]
        assert workspace.policies.checklist("test") == a_policy()
