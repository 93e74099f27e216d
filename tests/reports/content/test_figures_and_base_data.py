"""A person's own judgement is printed with the rules' one, its reason, and who gave it."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from models.vocabulary import Judgement, Origin
from reports.content.base_data import ratio_lines
from reports.content.parts import FigureLine, RatioLine, SelfAssessment
from reports.content.self_assessment import build_self_assessment
from services.checklist import Fact, IndicatorRow
from services.dossiers import Dossier
from services.judging import Overruling, Reading
from tests.reports.samples import AT, a_checklist, a_figure, an_item

REASON = "市里按<b>全口径</b>核定"


def a_judged(row: IndicatorRow, judgement: Judgement) -> IndicatorRow:
    return replace(
        row,
        overruling=Overruling(judgement, REASON),
        overruled_by="李敏",
        overruled_at=datetime(2025, 11, 20, 4, tzinfo=UTC),
    )


def report_of(row: IndicatorRow) -> SelfAssessment:
    return build_self_assessment(Dossier(a_checklist([replace(an_item(), indicators=(row,))])), AT)


def line_of(report: SelfAssessment) -> FigureLine:
    [line] = [line for group in report.figures for line in group.lines]
    return line


def missed() -> IndicatorRow:
    return a_figure("7-1", part="1", whole="2", value="2")


def test_both_judgements_stand_in_the_table_and_the_persons_counts() -> None:
    report = report_of(a_judged(missed(), Judgement.REACHED))
    line = line_of(report)
    assert (line.judgement, line.is_strong) == ("达标\n改判", False)
    told = f"按规则判定为未达标，人工改判为达标，理由：{REASON}（李敏，2025年11月20日）"
    assert line.overruled == told


def test_the_clause_part_tells_it_too() -> None:
    report = report_of(a_judged(missed(), Judgement.REACHED))
    [figure] = [
        figure for section in report.clauses for one in section.clauses for item in one.items for figure in item.figures
    ]
    assert REASON in figure.overruled and figure.judgement == "达标\n改判"


def test_the_note_explains_the_word() -> None:
    assert "“改判”指人工改判" in report_of(a_judged(missed(), Judgement.REACHED)).figure_note
    assert "改判" not in report_of(missed()).figure_note


def test_a_figure_judged_reached_is_no_problem_any_more() -> None:
    def problems(report: SelfAssessment) -> str:
        return "".join(text.text for passage in report.problems for text in passage.paragraphs)

    assert "年培训人次" in problems(report_of(missed()))
    assert "年培训人次" not in problems(report_of(a_judged(missed(), Judgement.REACHED)))


def test_a_figure_without_a_number_judged_missed_is_told_by_its_reason() -> None:
    row = a_judged(a_figure("7-1", value=None), Judgement.MISSED)
    report = report_of(row)
    told = "".join(text.text for passage in report.problems for text in passage.paragraphs)
    assert f"人工改判为未达标，理由：{REASON}" in told


def test_a_reading_from_base_data_says_so() -> None:
    row = missed()
    assert not line_of(report_of(row)).basis.startswith("取自基础数据")
    taken = replace(row, reading=replace(row.reading, origin=Origin.BASE))
    assert line_of(report_of(taken)).basis.startswith("取自基础数据：")
    counted = replace(taken, indicator=replace(taken.indicator, ratio=None))
    counted = replace(counted, reading=Reading(value=Decimal(3), source="台账", origin=Origin.BASE))
    assert line_of(report_of(counted)).basis == "取自基础数据，来源：台账"


def test_ratios_of_the_base_data_are_printed_with_their_formula() -> None:
    facts = (Fact("在校生", "2460", "人"), Fact("专任教师", "158", "人"), Fact("教学仪器设备总值", "3860", "万元"))
    assert ratio_lines(facts) == (
        RatioLine("师生比", "1:15.6", "在校生数2460人÷专任教师数158人"),
        RatioLine(
            "生均仪器设备值", "15,691.1元", "教学仪器设备总值38,600,000元÷在校生数2460人", Decimal("15691.1"), "元"
        ),
    )
    assert ratio_lines(facts[:1]) == ()
