"""The comparison of an assessment's revision with the newest, the step to it, and the archive."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checklists.revisions import Fate
from gui.platform.jobs import Jobs
from gui.revisions.content import Comparison, comparison_of, sentence_of
from gui.revisions.presenter import RevisionServices, RevisionsScreen
from gui.revisions.view import RevisionsView
from gui.widgets.row_list import ROW
from models.errors import DiskFullError
from models.vocabulary import AssessmentId, ItemKey, Status
from services.own_items import OwnWords
from services.renewals import Following, Renewals
from services.workspace import Workspace
from tests.gui.revisions.behind import an_assessment_behind


@dataclass
class Shown:
    """The screen with what it stands on."""

    workspace: Workspace
    assessment: AssessmentId
    screen: RevisionsScreen
    files: list[Path] = field(default_factory=list)

    @property
    def view(self) -> RevisionsView:
        """Give the view."""
        return self.screen.view

    def rows(self) -> list[tuple[Fate, str]]:
        """Give kind and number of every row in the list."""
        model = self.view.rows.list.model()
        lines = [model.index(row, 0).data(ROW) for row in range(model.rowCount())]
        return [(line.fate, (line.before or line.after[0]).label) for line in lines]


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    with an_assessment_behind(tmp_path) as (workspace, assessment):
        jobs, files = Jobs(), list[Path]()

        def show_file(copy: Path) -> bool:
            files.append(copy)
            return True

        services = RevisionServices(workspace.renewals, workspace.own_items, workspace.evidence, jobs, show_file)
        screen = RevisionsScreen(assessment, services)
        qtbot.addWidget(screen.view)
        screen.view.resize(1366, 728)
        screen.show()
        screen.view.show()
        yield Shown(workspace, assessment, screen, files)
        jobs.close()


def _comparison(workspace: Workspace, assessment: AssessmentId) -> Comparison:
    return comparison_of(workspace.renewals.plan(assessment))


def test_every_kind_of_change_is_counted_and_filters(qtbot: QtBot, shown: Shown) -> None:
    counted = _comparison(shown.workspace, shown.assessment).counts()
    assert set(counted) == set(Fate)
    assert Fate.UNCHANGED not in {fate for fate, _ in shown.rows()}
    for fate in Fate:
        shown.view.kinds.chip(fate).click()
        assert {kind for kind, _ in shown.rows()} == {fate}
        assert len(shown.rows()) == counted[fate]
    shown.view.kinds.chip(None).click()
    assert len(shown.rows()) == sum(counted.values()) - counted[Fate.UNCHANGED]


def test_the_words_that_differ_are_marked_on_both_sides(shown: Shown) -> None:
    lines = _comparison(shown.workspace, shown.assessment).only(Fate.REWORDED)
    reworded = next(line for line in lines if line.before and line.before.label == "1-2")
    assert reworded.before is not None
    old, new = reworded.before, reworded.after[0]
    assert [old.text[start:end] for start, end in old.spans] == ["一"]
    assert [new.text[start:end] for start, end in new.spans] == ["两", "，并形成会议纪要"]
    assert (reworded.status, reworded.following) == (Status.MET, Following.TO_REVIEW)


def test_a_split_items_old_wording_marks_only_what_nobody_took_over(shown: Shown) -> None:
    split = _comparison(shown.workspace, shown.assessment).only(Fate.SPLIT)[0]
    assert split.before is not None
    assert [one.label for one in split.after] == ["3-4", "3-5"]
    assert [split.before.text[start:end] for start, end in split.before.spans] == ["，并且"]


def test_figures_and_places_are_told_old_and_new(shown: Shown) -> None:
    told = {
        line.before.label: line.notes for line in _comparison(shown.workspace, shown.assessment).lines if line.before
    }
    assert told["2-1"] == ("“双师型”教师占比　≥ 50%（2027 年底） → ≥ 60%（2027 年底）",)
    assert told["3-1"] == ("条款　3 深化产教融合 → 4 共建实训基地",)


def test_a_row_is_said_whole(shown: Shown) -> None:
    gone = _comparison(shown.workspace, shown.assessment).only(Fate.GONE)[0]
    assert sentence_of(gone) == "删去，1-3 是否编制学校年度质量报告，并报送主管部门？，归档"


def test_renewing_is_a_job_that_tells_when_it_is_done(qtbot: QtBot, shown: Shown) -> None:
    assert shown.view.renew.isVisible()
    with qtbot.waitSignal(shown.screen.renewed) as heard:
        shown.view.renew.click()
        assert not shown.view.renew.isEnabled()
    assert heard.args[0] == shown.assessment
    assert shown.workspace.assessments.item(shown.assessment, ItemKey("1-2")).needs_review
    shown.screen.show()
    assert not shown.view.renew.isVisible()


def test_a_renewal_that_cannot_be_written_says_so_and_can_be_tried_again(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Renewals, _assessment: AssessmentId) -> None:
        raise DiskFullError(shown.workspace.folder)

    with monkeypatch.context() as patch:
        patch.setattr(Renewals, "renew", full)
        shown.view.renew.click()
        qtbot.waitUntil(shown.view.renew.isEnabled)
    assert "磁盘满了" in shown.view.problem.sentence
    with qtbot.waitSignal(shown.screen.renewed):
        shown.view.renew.click()


def test_the_archive_shows_answer_and_evidence_and_opens_it(shown: Shown) -> None:
    shown.workspace.renewals.renew(shown.assessment)
    shown.screen.show(is_archive=True)
    assert shown.view.is_archive
    cards = {card.item.label: card for card in shown.view.archive.cards}
    assert {"1-3", "3-1", "3-2"} <= set(cards)
    assert "完成情况　年报已报送" in cards["1-3"].item.lines
    assert cards["1-3"].back.isHidden()
    cards["1-3"].links[0].click()
    assert shown.files[0].read_bytes() == b"1-3"


def test_a_retired_item_of_the_schools_own_can_be_brought_back(qtbot: QtBot, shown: Shown) -> None:
    key = shown.workspace.own_items.add(shown.assessment, "二/1", OwnWords("每月开一次家长会")).own_items[0]
    shown.workspace.own_items.retire(shown.assessment, key)
    shown.screen.show(is_archive=True)
    card = shown.view.archive.cards[0]
    assert (card.item.label, card.item.status) == ("校本1-1", Status.UNANSWERED)
    with qtbot.waitSignal(shown.screen.brought_back) as heard:
        card.back.click()
    assert heard.args[0] == key
    assert key in [row.key for row in shown.workspace.assessments.checklist(shown.assessment).items()]


def test_escape_leads_back(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.screen.back_wanted):
        shown.view.back_wanted.emit()
