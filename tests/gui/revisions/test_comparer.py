"""Any two revisions chosen and laid side by side, to be looked at only."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checklists.writing import text_of
from gui.revisions.comparer import RevisionComparer
from gui.revisions.content import RevisionLine
from gui.widgets.row_list import ROW
from models.vocabulary import AssessmentId
from scripts.revised_policy import formal
from services.workspace import Workspace
from tests.gui.revisions.behind import an_assessment_behind


@dataclass
class Compared:
    """The comparison with what it stands on; `file` is what the chooser answers."""

    workspace: Workspace
    assessment: AssessmentId
    comparer: RevisionComparer
    file: Path | None = None

    def choose(self, side: int, name: str) -> None:
        """Choose an entry that contains a name, as a click does."""
        box = self.comparer.view.pickers.boxes[side]
        place = next(place for place in range(box.count()) if name in box.itemText(place))
        box.setCurrentIndex(place)
        box.activated.emit(place)

    def chosen(self) -> tuple[str, str]:
        """Say what is chosen on both sides."""
        before, after = self.comparer.view.pickers.boxes
        return before.currentText(), after.currentText()

    def rows(self) -> list[RevisionLine]:
        """Give the rows in the list."""
        model = self.comparer.view.rows.list.model()
        return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]


@pytest.fixture
def compared(qtbot: QtBot, tmp_path: Path) -> Iterator[Compared]:
    with an_assessment_behind(tmp_path / "ws") as (workspace, assessment):
        comparer = RevisionComparer(workspace.revisions, choose_file=lambda *_: made.file)
        made = Compared(workspace, assessment, comparer)
        qtbot.addWidget(comparer.view)
        comparer.show()
        comparer.view.show()
        yield made


def test_it_opens_on_the_policy_that_has_two_revisions(compared: Compared) -> None:
    assert compared.chosen() == ("示例市 第 1 版 · 9 条", "示例市 第 2 版 · 最新")
    assert len(compared.rows()) == 6
    assert not compared.comparer.view.renew.isVisible()


def test_turned_around_what_was_new_is_gone_and_nothing_is_done(compared: Compared) -> None:
    compared.choose(0, "最新")
    assert compared.rows() == []
    compared.choose(1, "第 1 版 · 9 条")
    assert "2-4" in [line.before.label for line in compared.rows() if line.before and not line.after]
    assert compared.workspace.renewals.is_behind(compared.assessment)


def test_the_other_side_follows_to_another_policy(compared: Compared) -> None:
    compared.choose(0, "试点市")
    assert compared.chosen() == ("试点市 第 1 版 · 最新",) * 2
    assert compared.comparer.view.problem.sentence == ""


def test_a_file_can_be_compared(compared: Compared, tmp_path: Path) -> None:
    compared.file = tmp_path / "新稿.toml"
    compared.file.write_text(text_of(formal()).replace("是否每学期组织", "是否每年组织"), encoding="utf-8")
    compared.choose(0, "最新")
    compared.choose(1, "从文件选…")
    assert compared.chosen() == ("示例市 第 2 版 · 最新", "新稿.toml")
    assert [line.before.label for line in compared.rows() if line.before] == ["3-5"]


def test_a_file_that_is_none_is_refused_and_the_choice_stays(compared: Compared, tmp_path: Path) -> None:
    before = compared.chosen()
    compared.file = tmp_path / "坏.toml"
    compared.file.write_text("[[", encoding="utf-8")
    compared.choose(1, "从文件选…")
    assert "坏.toml" in compared.comparer.view.problem.sentence
    assert compared.chosen() == before


def test_giving_up_choosing_a_file_changes_nothing(compared: Compared) -> None:
    before = compared.chosen()
    compared.choose(1, "从文件选…")
    assert compared.chosen() == before
