"""What the report says follows from the checklist and from nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.vocabulary import Binding, Comparator, Judgement, Scope, Status
from reports.content import figures
from reports.content.parts import Amount, Paragraph, Passage, SelfAssessment
from reports.content.self_assessment import build_self_assessment
from services.checklist import Checklist, Fact, ItemRow
from services.dossiers import Dossier
from services.judging import Reading, judge
from services.scoring import score
from tests.reports.samples import AT, a_checklist, a_figure, a_filled_checklist, an_evidence, an_item


def report_of(*items: ItemRow) -> SelfAssessment:
    return build_self_assessment(Dossier(a_checklist(items)), AT)


def said(paragraphs: Iterable[Paragraph]) -> str:
    return "".join(paragraph.text for paragraph in paragraphs)


def told(passages: Iterable[Passage]) -> str:
    return "".join(passage.title + said(passage.paragraphs) for passage in passages)


@pytest.fixture(scope="module")
def filled() -> Checklist:
    return a_filled_checklist("zibo-gaoxin")


def test_every_binding_item_stands_in_the_clause_table_once(filled: Checklist) -> None:
    report = build_self_assessment(Dossier(filled), AT)
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
    report, counted = build_self_assessment(Dossier(filled), AT), score(filled.items())
    assert report.scores.total.counts == tuple(counted.count(status) for status, _ in report.scores.heads)
    assert f"已落实{counted.met}个" in said(report.conclusion)
    assert f"落实率{report.scores.total.rate}" in said(report.conclusion)


def test_the_column_of_unanswered_items_is_there_only_while_there_are_any() -> None:
    assert len(report_of(an_item()).scores.heads) == 4
    assert len(report_of(an_item(status=Status.UNANSWERED)).scores.heads) == 5


def test_nothing_applicable_has_no_rate() -> None:
    report = report_of(an_item(status=Status.NOT_APPLICABLE, reason="无此任务"))
    assert report.scores.total.rate == "无适用要点"
    assert not report.scores.total.applies
    assert not report.scores.is_drawn, "a chart of nothing tells nothing"
    assert said(report.conclusion) == "纳入自评的1个检查要点都不适用于本校。"


def test_a_shortfall_says_what_is_left_by_when_and_who() -> None:
    item = an_item(
        status=Status.PARTLY_MET, missing="补足534人次。", due=date(2026, 3, 1), department="培训处", person="周示例"
    )
    text = told(report_of(item).problems)
    assert "（1）补足534人次（要点7-1：年培训人次达到在校生规模的2倍以上）。" in text
    assert "由培训处周示例负责，2026年3月1日前完成。下一步打算" in text


def test_a_deadline_that_has_passed_is_called_so() -> None:
    items = [an_item(f"7-{n}", status=Status.NOT_MET, missing="补开", due=date(2025, 11, 12 + n)) for n in (1, 2)]
    text = told(report_of(*items).problems)
    assert "原定2025年11月13日前完成，已超过时限。" in text
    assert "2025年11月14日前完成。" in text
    assert "其中1项已超过整改时限" in text


def test_problems_are_told_the_gravest_first() -> None:
    statuses = (Status.UNANSWERED, Status.PARTLY_MET, Status.NOT_MET, Status.MET, Status.NOT_APPLICABLE)
    items = [an_item(f"7-{n}", status=status) for n, status in enumerate(statuses, start=1)]
    items[3] = replace(items[3], indicators=(a_figure("7-4"),))
    passages = report_of(*items).problems
    assert [one.title for one in passages] == [
        "",
        "未达标的量化指标",
        "未落实的要点",
        "部分落实的要点",
        "尚未填报的要点",
        "下一步打算",
    ]
    assert said(passages[0].paragraphs).startswith(
        "自评发现未落实的要点1个、部分落实的要点1个、未达标的量化指标1项，逐项列出如下。"
    )


def test_what_comes_next_stands_alone_where_nothing_is_wrong() -> None:
    opening, outlook = report_of(an_item()).problems
    assert (opening.title, outlook.title) == ("", "")
    assert said(opening.paragraphs) == "已填报的要点中没有部分落实或未落实的事项。"
    assert said(outlook.paragraphs).startswith("下一步，学校将巩固已有成果")


def test_no_sentence_of_a_list_is_read_together_with_its_number() -> None:
    text = told(report_of(an_item(status=Status.NOT_MET, missing="3个专业没有评估")).problems)
    assert "（1）3个专业没有评估" in text


def test_what_is_not_written_down_is_said_and_never_guessed() -> None:
    text = told(report_of(an_item(status=Status.NOT_MET)).problems)
    assert "差距和措施尚未填写。责任科室和时限待定。" in text


def test_an_assessment_without_any_answer_draws_no_conclusion() -> None:
    report = report_of(*(an_item(f"7-{n}", status=Status.UNANSWERED) for n in range(1, 5)))
    assert said(report.conclusion) == "纳入自评的4个检查要点都尚未填报，暂不作结论。"
    assert said(report.work).endswith("截至2025年11月14日，检查要点尚未开始填报。")
    assert told(report.problems) == "纳入自评的4个检查要点都尚未填报。"
    assert not report.scores.is_drawn


def test_the_conclusion_speaks_of_applicable_items_only_where_some_are_not() -> None:
    short, spared = an_item("7-2", status=Status.NOT_MET), an_item("7-3", status=Status.NOT_APPLICABLE)
    assert said(report_of(an_item(), short).conclusion).startswith("纳入自评的2个检查要点中，已落实1个、")
    assert said(report_of(an_item(), short, spared).conclusion).startswith(
        "纳入自评的3个检查要点中，1个不适用于本校；适用的2个要点已落实1个、部分落实0个、未落实1个，落实率50.0%。"
    )


def test_what_is_whole_is_said_in_a_word() -> None:
    met, spared = (an_item("7-1"), an_item("7-2")), an_item("7-3", status=Status.NOT_APPLICABLE)
    assert said(report_of(*met).conclusion) == "纳入自评的2个检查要点全部落实，落实率100.0%。"
    report = report_of(*met, spared)
    assert said(report.conclusion) == (
        "纳入自评的3个检查要点中，1个不适用于本校；适用的2个要点全部落实，落实率100.0%。"
    )
    assert said(report.achievements).startswith("完善现代职业教育体系方面，2个要点全部落实。")
    assert said(report_of(an_item()).achievements).startswith("完善现代职业教育体系方面，1个要点已经落实。")


def test_unanswered_items_in_a_row_are_said_as_from_to() -> None:
    items = [an_item(f"7-{n}", status=Status.UNANSWERED) for n in range(8, 12)]
    assert "以下4个要点尚未填报：7-8至7-11。" in told(report_of(an_item(), *items).problems)


def test_what_needs_a_review_is_remarked_where_it_stands_and_listed() -> None:
    changed = an_item("7-2")
    changed = replace(changed, answer=replace(changed.answer, note="已建台账。", needs_review=True))
    report = report_of(an_item(), changed)
    lines = {item.key: item.done for item in report.clauses[0].clauses[0].items}
    assert lines["7-2"] == "已建台账。\n（需复核：政策文本有变动，以上所填尚未复核。）"
    assert "需复核" not in lines["7-1"]
    assert "以下1个要点的政策文本有变动，所填内容尚未复核：7-2。" in told(report.problems)


def test_sections_with_the_same_rate_are_named_together() -> None:
    base = a_checklist([an_item()])
    rows = [[an_item()], [an_item()], [an_item(status=Status.NOT_MET)]]
    sections = tuple(
        replace(base.sections[0], heading=f"第{n}“新”任务", measures=(replace(one, items=tuple(items)),))
        for n, (items, one) in enumerate(zip(rows, [*base.measures()] * 3, strict=True), start=1)
    )
    text = said(build_self_assessment(Dossier(replace(base, sections=sections)), AT).conclusion)
    assert "分章节看，“第1‘新’任务”“第2‘新’任务”落实率最高，为100.0%；“第3‘新’任务”最低，为0.0%。" in text


def test_a_missed_figure_stands_among_the_problems() -> None:
    item = replace(an_item(), indicators=(a_figure(),))
    report = report_of(item)
    assert "年培训人次与在校生之比为1.78倍，目标是不低于2倍，还差534人次（要点7-1）。" in told(report.problems)
    (line,) = report.figures[0].lines
    assert (line.target, line.actual) == (Amount("≥", "2", "倍"), Amount("", "1.78", "倍"))
    assert line.basis == "年培训人次4386人次÷在校生2460人"
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
    (line,) = report.figures[0].lines
    assert (line.target_label, line.judgement, line.is_strong) == ("全市", "—", False)
    assert line.basis == "全市合计目标，本校数计入其中"
    assert "列出量化指标1项，都没有给学校定数，或者计入全市、各县合计，不作判定。" in said(report.conclusion)
    assert told(report.problems).startswith("已填报的要点中没有部分落实或未落实的事项。")


def test_a_figure_without_a_number_is_shown_but_not_judged() -> None:
    row = a_figure(value=None)
    report = report_of(replace(an_item(), indicators=(row, a_figure())))
    line = report.figures[0].lines[0]
    assert (line.target, line.judgement, line.is_strong) == (None, "—", False)
    assert "无法判定" not in said(report.conclusion)
    assert "“未定数”" in report.figure_note
    assert "“无法判定”" not in report.figure_note


def test_the_conclusion_counts_the_figures_of_its_table(filled: Checklist) -> None:
    report = build_self_assessment(Dossier(filled), AT)
    count = sum(len(group.lines) for group in report.figures)
    assert f"表{report.table_numbers['indicators.table']}列出量化指标{count}项" in said(report.conclusion)


def test_tables_that_are_not_there_take_no_number() -> None:
    report = report_of(an_item(department="教务处"))
    assert report.table_numbers == {"work.duties": 1, "clauses.table": 2}
    assert "学校尚未填写2025年度基础数据。" in said(report.basics)
    assert "自评由教务处填报。" in said(report.work)
    assert "分工见表1" in said(report_of(an_item(department="教务处"), an_item("7-2", department="办")).work)


def test_once_a_figure_of_the_base_data_needs_commas_all_have_them(filled: Checklist) -> None:
    facts = (Fact("在校生", "2460", "人"), Fact("面积", "54600", "平方米"), Fact("校长", "12345甲"), Fact("空", ""))
    values = [line.value for line in build_self_assessment(Dossier(replace(filled, facts=facts)), AT).facts]
    assert values == ["2,460人", "54,600平方米", "12345甲", "—"]
    assert build_self_assessment(Dossier(replace(filled, facts=facts[:1])), AT).facts[0].value == "2460人"


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
    assert "{0} {key} %s" in told(report_of(item).problems)


def test_the_same_checklist_and_moment_give_the_same_values(filled: Checklist) -> None:
    assert build_self_assessment(Dossier(filled), AT) == build_self_assessment(Dossier(filled), AT)
