"""What falls short is told once: where a finding says what is done, the figure leads there."""

from dataclasses import replace
from pathlib import Path

from models.vocabulary import ItemKey, Status
from reports.content.self_assessment import build_self_assessment
from services.checklist import Answer, Checklist, ItemRow
from services.dossiers import dossier_of
from tests.builders import a_workspace, an_assessment
from tests.reports.samples import AT, a_figure

KEY = ItemKey("1-2")


def with_a_missed_figure(checklist: Checklist) -> Checklist:
    def changed(item: ItemRow) -> ItemRow:
        return replace(item, indicators=(a_figure(KEY),)) if item.key == KEY else item

    sections = (
        replace(
            section,
            measures=tuple(replace(measure, items=tuple(map(changed, measure.items))) for measure in section.measures),
        )
        for section in checklist.sections
    )
    return replace(checklist, sections=tuple(sections))


def test_a_missed_figure_leads_to_the_finding_of_its_item(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        workspace.assessments.record(assessment, KEY, Answer(Status.PARTLY_MET, missing="缺规程"))
        without = dossier_of(workspace, assessment)
        workspace.findings.open_from(assessment, KEY)
        dossier = dossier_of(workspace, assessment)
    figures = [
        "".join(text.text for text in passage.paragraphs)
        for one in (without, dossier)
        for passage in build_self_assessment(replace(one, checklist=with_a_missed_figure(one.checklist)), AT).problems
        if passage.title == "未达标的量化指标"
    ]
    assert [text.endswith("整改措施见整改台账序号1。") for text in figures] == [False, True]


def test_items_without_a_finding_are_told_apart_from_those_of_the_ledger(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        for key in (KEY, ItemKey("1-1")):
            workspace.assessments.record(assessment, key, Answer(Status.PARTLY_MET, missing="缺规程"))
        before = build_self_assessment(dossier_of(workspace, assessment), AT).problems
        workspace.findings.open_from(assessment, KEY)
        after = build_self_assessment(dossier_of(workspace, assessment), AT).problems
    assert "部分落实的要点2个" in before[0].paragraphs[0].text
    assert "列入整改台账的问题1项、未列入台账的部分落实要点1个" in after[0].paragraphs[0].text
    assert [passage.title for passage in after][1:3] == ["问题与整改措施", "未列入台账的部分落实要点"]
