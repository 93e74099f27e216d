"""Files of a folder and the items proposed for them."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.vocabulary import ItemKey
from services.checklist import Checklist
from services.evidence.assigning import Proposer, files_under
from services.progress import CancelledError
from tests.builders import a_measure, a_policy, a_workspace, an_assessment, an_item
from tests.giving_up import GivesUp


@pytest.fixture(scope="module")
def checklist(tmp_path_factory: pytest.TempPathFactory) -> Checklist:
    goals = a_measure(1, [an_item("g1-1"), an_item("g1-2")], ref="目标", heading="主要目标")
    goal = replace(goals, number="", indicators=())
    eleven = a_measure(
        11,
        [
            an_item("11-1", text="建立校企合作机制", evidence=("合作协议",)),
            an_item("11-2", text="双师型教师占比达标", evidence=("教师台账",)),
            an_item("11-12", text="教师到企业实践", evidence=("实践记录",)),
        ],
        heading="深化校企合作",
    )
    with a_workspace(tmp_path_factory.mktemp("w"), a_policy([goal, eleven])) as workspace:
        return workspace.assessments.checklist(an_assessment(workspace))


@pytest.mark.parametrize(
    ("place", "item"),
    [
        ("材料/11-2 教师名册.pdf", "11-2"),
        ("材料/11-2/扫描件001.pdf", "11-2"),
        ("材料/11－2/扫描件001.pdf", "11-2"),
        ("材料/11—12 记录.pdf", "11-12"),
        ("材料/11_2.pdf", "11-2"),
        ("材料/目标1-2/图.png", "g1-2"),
        ("材料/IMG_20250611-2033.jpg", None),
        ("材料/2011-2015 年报.pdf", None),
        ("材料/11 校企/扫描件.pdf", "11-1"),
        ("材料/第11条/教师台账汇总.xlsx", "11-2"),
        ("材料/校企合作协议.pdf", "11-1"),
        ("材料/扫描件001.pdf", None),
    ],
)
def test_an_item_is_proposed_by_number_then_by_clause_then_by_words(
    checklist: Checklist, place: str, item: str | None
) -> None:
    assert Proposer(checklist).propose(place) == (None if item is None else ItemKey(item))


def test_what_systems_leave_in_folders_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "材料"
    (folder / "11-2").mkdir(parents=True)
    (folder / ".git").mkdir()
    for name in ("11-2/a.pdf", "b.pdf", "Thumbs.db", "~$b.docx", ".DS_Store", ".git/x"):
        (folder / name).touch()
    (folder / "link.pdf").symlink_to(folder / "b.pdf")
    assert [one.place for one in files_under([folder, tmp_path / "gone"])] == ["材料/b.pdf", "材料/11-2/a.pdf"]


def test_looking_through_a_folder_can_be_given_up(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(CancelledError):
        files_under([tmp_path], GivesUp())
