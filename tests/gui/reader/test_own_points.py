"""What a school added itself, beside an official text that does not hold it."""

from pathlib import Path

from checklists.own_names import OWN_REF
from gui.reader.content import citation, shown
from services.own_items import OwnWords
from tests.builders import a_policy, a_workspace, an_assessment

TEXT = "试点市职业教育方案\n一、主要任务\n1.第 1 条。推进职业教育发展。\n2.第 2 条。推进职业教育发展。\n"


def test_own_points_ask_for_no_review_and_are_not_cited(tmp_path: Path) -> None:
    file = tmp_path / "方案.txt"
    file.write_text(TEXT, encoding="utf-8")
    with a_workspace(tmp_path / "ws", a_policy()) as workspace:
        kept = workspace.official_texts.keep("test", file)
        assessment = an_assessment(workspace)
        key = workspace.own_items.add(assessment, "", OwnWords("每学期给家长写一封信")).own_items[0]
        matching = workspace.official_texts.beside(workspace.assessments.policy(assessment))
        assert matching is not None
        assert key not in matching.to_review
        page = shown(workspace.official_texts.of("test") or kept, matching, {})
        own = page.clause_of(key)
        assert (own.ref, own.warning, own.line) == (OWN_REF, "", None)
        assert citation(page, own) == "学校自己加的要点，原文里没有。"
