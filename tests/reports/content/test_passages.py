"""The written parts: a person's words take the draft's place whole, drafts say that they are drafts."""

from dataclasses import replace
from datetime import date

from models.vocabulary import Annex, FindingNumber, FindingState, PassageName, Status
from reports.content.ledger import build_ledger
from reports.content.parts import Paragraph
from reports.content.passages import draft_texts, passages
from reports.content.self_assessment import build_self_assessment
from services.dossiers import Dossier
from services.findings.rows import Finding, FindingRow, Remedy
from services.reporting.parts import ReportSettings
from tests.reports.samples import AT, TODAY, a_checklist, an_item


def a_finding(number: int = 1, item: str | None = "7-1", **finding: object) -> FindingRow:
    remedy = Remedy("培训少534人次。", measure="增开12期", lead="培训处", person="周示例", deadline=date(2025, 12, 31))
    made = replace(Finding(is_listed=True, remedy=remedy), **finding)  # type: ignore[arg-type]
    return FindingRow(FindingNumber(number), item, made, (), (), "", TODAY, AT, "示例")  # type: ignore[arg-type]


def test_every_part_has_a_draft_and_says_so() -> None:
    found = passages(Dossier(a_checklist([an_item()])), TODAY)
    assert set(found) == set(PassageName)
    assert all(
        paragraph.is_draft for name in found for paragraph in found[name] if name is not PassageName.ACHIEVEMENTS
    )


def test_what_a_person_wrote_takes_the_drafts_place_one_paragraph_a_line() -> None:
    dossier = Dossier(a_checklist([an_item()]), passages={PassageName.WORK: "三月起自评。\n\n 七月收齐。"})
    assert passages(dossier, TODAY)[PassageName.WORK] == (Paragraph("三月起自评。"), Paragraph("七月收齐。"))
    report = build_self_assessment(dossier, AT)
    assert report.work == (Paragraph("三月起自评。"), Paragraph("七月收齐。"))


def test_the_draft_a_person_edits_is_the_one_that_is_printed() -> None:
    dossier = Dossier(a_checklist([an_item()]))
    texts = draft_texts(dossier, TODAY)
    for name, paragraphs in passages(dossier, TODAY).items():
        assert texts[name] == "\n".join(one.text for one in paragraphs)


def test_a_finding_is_told_once_with_its_remedy_and_its_line_in_the_ledger() -> None:
    dossier = Dossier(a_checklist([an_item(status=Status.NOT_MET, missing="缺")]), findings=(a_finding(3),))
    problems = build_self_assessment(dossier, AT).problems
    assert [one.title for one in problems] == ["", "问题与整改措施", "下一步打算"]
    (said,) = problems[1].paragraphs
    assert said.text == (
        "（1）培训少534人次（要点7-1）。整改措施（立行立改）：增开12期。"
        "由培训处周示例负责，2025年12月31日前完成。见整改台账序号3。"
    )
    assert "列入整改台账的问题1项" in problems[0].paragraphs[0].text


def test_a_finding_opened_by_mistake_is_not_printed_and_its_item_is() -> None:
    withdrawn = a_finding(state=FindingState.WITHDRAWN)
    item = an_item(status=Status.NOT_MET, missing="缺规程")
    dossier = Dossier(a_checklist([item]), findings=(withdrawn,))
    report = build_self_assessment(dossier, AT)
    assert report.ledger.lines == ()
    assert any("缺规程" in one.text for passage in report.problems for one in passage.paragraphs)


def test_a_closed_finding_says_since_when() -> None:
    closed = a_finding(state=FindingState.CLOSED, closed_on=date(2025, 11, 1))
    ledger = build_ledger([closed], "学校", TODAY)
    assert ledger.lines[0].closed_on == "2025-11-01"
    assert ledger.note.startswith("共1项：已销号1项。")
    dossier = Dossier(a_checklist([an_item()]), findings=(closed,))
    assert "已于2025年11月1日销号。" in build_self_assessment(dossier, AT).problems[1].paragraphs[0].text


def test_the_cover_names_authority_and_principal_where_they_are_settled() -> None:
    dossier = Dossier(a_checklist([an_item()]), settings=ReportSettings("示例市教育局", "周校长"))
    form = dict(build_self_assessment(dossier, AT).cover.form)
    assert (form["主管部门"], form["学校负责人"]) == ("示例市教育局", "周校长")
    blank = dict(build_self_assessment(Dossier(a_checklist([an_item()])), AT).cover.form)
    assert (blank["主管部门"], blank["学校负责人"]) == ("", "")


def test_annexes_are_those_wanted_that_have_something_to_show() -> None:
    checklist = a_checklist([an_item()])
    assert build_self_assessment(Dossier(checklist), AT).annexes == (Annex.EVIDENCE,)
    with_ledger = Dossier(checklist, findings=(a_finding(),))
    assert build_self_assessment(with_ledger, AT).annexes == (Annex.LEDGER, Annex.EVIDENCE)
    without = replace(with_ledger, settings=ReportSettings(annexes=()))
    assert build_self_assessment(without, AT).annexes == ()


def test_the_conclusion_says_by_how_much_the_rate_moved_since_the_cycle_before() -> None:
    now = a_checklist([an_item(), an_item("7-2", status=Status.NOT_MET)])
    then = replace(a_checklist([an_item(status=Status.NOT_MET), an_item("7-2", status=Status.NOT_MET)]), year=2024)
    for earlier, said in ((then, "，比2024年度提高50.0个百分点。"), (replace(now, year=2024), "，与2024年度持平。")):
        report = build_self_assessment(Dossier(now, previous=earlier), AT)
        assert f"落实率50.0%{said}" in report.conclusion[0].text
    assert "落实率50.0%。" in build_self_assessment(Dossier(now), AT).conclusion[0].text
