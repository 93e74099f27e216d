"""What the report says follows from the checklist and from nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.vocabulary import Binding, Comparator, Judgement, Scope, Status
from reports.content import figures
from reports.content.parts import Amount, Paragraph, SelfAssessment
from reports.content.self_assessment import build_self_assessment
from services.checklist import Checklist, ItemRow
from services.judging import Reading, judge
from services.scoring import score
from tests.reports.samples import AT, a_checklist, a_figure, a_filled_checklist, an_evidence, an_item


def report_of(*items: ItemRow) -> SelfAssessment:
    return build_self_assessment(a_checklist(items), AT)


def said(paragraphs: Iterable[Paragraph]) -> str:
    return "".join(paragraph.text for paragraph in paragraphs)


@pytest.fixture(scope="module")
def filled() -> Checklist:
    return a_filled_checklist("zibo-gaoxin")


def test_every_binding_item_stands_in_the_clause_table_once(filled: Checklist) -> None:
    report = build_self_assessment(filled, AT)
    keys = [item.key for section in report.clauses for clause in section.clauses for item in clause.items]
    assert keys == [item.key for item in filled.binding_items()]


def test_items_of_others_are_counted_but_not_listed() -> None:
    other = replace(an_item("7-9"), binding=Binding.OTHER_ADDRESSEE)
    report = report_of(an_item(), other)
    assert [item.key for item in report.clauses[0].clauses[0].items] == ["7-1"]
    assert "其余1个不列入：由其他单位负责1个" in said(report.work)


def test_a_clause_of_others_is_named_with_the_reason_why_it_is_empty() -> None:
    report = report_of(replace(an_item(), binding=Binding.OTHER_ADDRESSEE))
    (clause,) = report.clauses[0].clauses
    assert clause.heading == "构建职业技能培训体系"
    assert clause.note == "本条1个要点不列入本校自评（由其他单位负责1个）。"


def test_chart_table_and_sentence_agree(filled: Checklist) -> None:
    report, counted = build_self_assessment(filled, AT), score(filled.items())
    assert report.scores.total.counts == tuple(counted.count(status) for status, _ in report.scores.heads)
    assert f"已落实{counted.met}个" in said(report.conclusion)
    assert f"落实率{report.scores.total.rate}" in said(report.conclusion)


def test_the_column_of_unanswered_items_is_there_only_while_there_are_any() -> None:
    assert len(report_of(an_item()).scores.heads) == 4
    assert len(report_of(an_item(status=Status.UNANSWERED)).scores.heads) == 5


def test_nothing_applicable_has_no_rate() -> None:
    report = report_of(an_item(status=Status.NOT_APPLICABLE, reason="无此任务"))
    assert report.scores.total.rate == "—"
    assert "没有适用于本校" in said(report.conclusion)


def test_a_shortfall_says_what_is_left_by_when_and_who() -> None:
    item = an_item(
        status=Status.PARTLY_MET, missing="补足534人次。", due=date(2026, 3, 1), department="培训处", person="周示例"
    )
    text = said(report_of(item).problems)
    assert "要点7-1，部分落实" in text
    assert "差距和措施：补足534人次。由培训处周示例负责，2026年3月1日前完成。" in text


def test_what_is_not_written_down_is_said_and_never_guessed() -> None:
    text = said(report_of(an_item(status=Status.NOT_MET)).problems)
    assert "差距和措施尚未填写。责任科室和时限待定。" in text


def test_a_missed_figure_stands_among_the_problems() -> None:
    item = replace(an_item(), indicators=(a_figure(),))
    report = report_of(item)
    assert "年培训人次与在校生之比为1.78倍，目标≥2倍（要点7-1）" in said(report.problems)
    (line,) = report.figures[0].lines
    assert (line.target, line.actual) == (Amount("≥", "2", "倍"), Amount("", "1.78", "倍"))
    assert line.basis == "年培训人次4386人÷在校生2460人"
    assert (line.judgement, line.is_strong) == ("未达标", True)


def test_a_missing_input_is_named() -> None:
    row = a_figure()
    row = replace(row, reading=Reading(part=Decimal(3)), verdict=replace(row.verdict, judgement=Judgement.CANNOT_TELL))
    row = replace(row, verdict=judge(row.indicator, row.reading, AT.date()))
    assert figures.basis(row) == "缺“在校生”"


def test_figures_of_a_city_are_shown_but_not_counted_as_the_schools_own() -> None:
    row = a_figure(scope=Scope.CITY_TOTAL)
    row = replace(row, verdict=judge(row.indicator, row.reading, AT.date()))
    report = report_of(replace(an_item(), indicators=(row,)))
    assert report.figures[0].lines[0].is_strong is False
    assert "量化指标" not in said(report.conclusion)


@pytest.mark.parametrize(
    ("comparator", "value", "most", "unit", "text"),
    [
        (Comparator.RANGE, "15", "30", "%", "15—30%"),
        (Comparator.AT_LEAST, "10000", None, "元/年", "≥10,000元/年"),
        (Comparator.EQUAL, "100", None, "%", "100%"),
        (Comparator.ABOUT, "1500", None, "个", "1500个左右"),
        (Comparator.ABOVE, "50.0", None, "%", ">50%"),
    ],
)
def test_targets_are_printed_with_the_policys_own_precision(
    comparator: Comparator, value: str, most: str | None, unit: str, text: str
) -> None:
    indicator = replace(
        a_figure().indicator,
        comparator=comparator,
        value=Decimal(value),
        max=None if most is None else Decimal(most),
        unit=unit,
    )
    target = figures.target(indicator)
    assert target is not None
    assert target.text == text


def test_a_value_is_never_rounded_onto_a_target_it_does_not_reach() -> None:
    indicator = replace(a_figure().indicator, ratio=None)
    actual = figures.actual(indicator, Reading(Decimal("1.9996")))
    assert actual is not None
    assert actual.figure == "1.9996"


@pytest.mark.parametrize(
    ("deadline", "frequency", "text"),
    [
        ("", "", "未写明"),
        ("", "每年", "每年"),
        ("2022", "", "2022年"),
        ("2022-12-31", "", "2022年"),
        ("2025-06", "", "2025年\n6月"),
    ],
)
def test_a_deadline_is_said_as_printed(deadline: str, frequency: str, text: str) -> None:
    assert figures.due(replace(a_figure().indicator, deadline=deadline, frequency=frequency)) == text


def test_departments_are_listed_with_their_items() -> None:
    items = (
        an_item("7-1", department="培训处"),
        an_item("7-2", department="教务处"),
        an_item("7-3", department="培训处"),
    )
    duties = report_of(*items).duties
    assert [(duty.department, duty.count, duty.keys) for duty in duties] == [
        ("培训处", "2", "7-1、7-3"),
        ("教务处", "1", "7-2"),
    ]
    assert report_of(an_item()).duties == ()


def test_three_pieces_of_evidence_in_a_row_are_printed_as_from_to() -> None:
    item = replace(an_item(), evidence=tuple(an_evidence("7-1", n) for n in (1, 2, 3)))
    report = report_of(item)
    assert report.clauses[0].clauses[0].items[0].evidence == "7-1-01至\n7-1-03"
    gap = replace(an_item(), evidence=tuple(an_evidence("7-1", n) for n in (1, 2, 4)))
    assert report_of(gap).clauses[0].clauses[0].items[0].evidence == "7-1-01\n7-1-02\n7-1-04"


def test_braces_in_what_people_typed_are_not_patterns() -> None:
    item = an_item(status=Status.NOT_MET, missing="{0} {key} %s", department="{x}")
    assert "{0} {key} %s" in said(report_of(item).problems)


def test_the_same_checklist_and_moment_give_the_same_values(filled: Checklist) -> None:
    assert build_self_assessment(filled, AT) == build_self_assessment(filled, AT)
