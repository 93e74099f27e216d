"""A school's own items in the report: marked 校本, the section of those without a measure without a number."""

from datetime import datetime
from pathlib import Path

from models.vocabulary import Status
from reports.content.policy_booklet import build_policy_booklet
from reports.content.self_assessment import build_self_assessment
from services.checklist import Answer
from services.dossiers import Dossier
from services.own_items import OwnWords
from tests.builders import a_workspace, an_assessment


def test_own_items_are_marked_in_the_clause_table(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        started = an_assessment(workspace)
        for measure in ("一/1", ""):
            key = workspace.own_items.add(started, measure, OwnWords("每学期给家长写一封信")).own_items[0]
            workspace.assessments.record(started, key, Answer(Status.MET, "写了"))
        report = build_self_assessment(Dossier(workspace.assessments.checklist(started)), datetime(2025, 6, 30, 9))
    told = {section.title: [item.key for one in section.clauses for item in one.items] for section in report.clauses}
    assert told["一、主要任务"][3] == "校本1-1"
    assert told["校本补充"] == ["校本0-1"]


def test_own_items_are_not_counted_as_the_documents(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        started = an_assessment(workspace)
        before = workspace.assessments.checklist(started)
        for measure in ("一/1", ""):
            workspace.own_items.add(started, measure, OwnWords("每学期给家长写一封信"))
        after = workspace.assessments.checklist(started)
    now = datetime(2025, 6, 30, 9)
    then_said, now_said = (build_self_assessment(Dossier(one), now).work[0].text for one in (before, after))
    then_of, now_of = (build_policy_booklet(Dossier(one), now).about for one in (before, after))
    counted = then_said.partition("。按")[0].partition("该文件")[2]
    assert f"该文件{counted}；学校另加校本要点2个。" in now_said
    assert now_of == f"{then_of}；学校另加校本要点2个"
