"""Small documents of other cities, each in another style, read whole."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from checklists.reading import read_here
from checklists.reading.document import OfficialText, TextClause
from checklists.reading.problems import ProblemKind
from models.vocabulary import Comparator, PolicyState

DOCUMENTS = Path(__file__).parent / "documents"


def document(name: str) -> OfficialText:
    return read_here(DOCUMENTS / f"{name}.txt").text


def clauses(text: OfficialText) -> dict[str, TextClause]:
    return {clause.ref: clause for clause in text.clauses}


def figures(text: OfficialText, ref: str) -> list[tuple[str, Decimal | None, Decimal | None, str, str]]:
    return [
        (figure.comparator.value, figure.value, figure.max, figure.unit, figure.deadline)
        for figure in text.figures
        if figure.clause == ref
    ]


def units(text: OfficialText, ref: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    named = clauses(text)[ref].units
    return named.lead, named.participant, named.responsible


def kinds(text: OfficialText) -> list[tuple[int, ProblemKind]]:
    return [(problem.line, problem.kind) for problem in text.problems]


def test_a_regulation_is_read_by_its_articles() -> None:
    text = document("regulation")
    assert [section.ref for section in text.sections] == ["第一章", "第二章", "第三章"]
    assert [section.heading for section in text.sections] == ["总则", "办学与保障", "附则"]
    assert [clause.number for clause in text.clauses] == ["1", "2", "3", "4", "5", "6", "7"]
    assert clauses(text)["第二章/第四条"].heading == "经费"
    assert clauses(text)["第一章/第二条"].heading == ""
    assert "（一）将职业教育纳入" in clauses(text)["第一章/第三条"].body
    assert figures(text, "第二章/第四条") == [(">=", Decimal(30), None, "%", "")]
    assert [term.term for term in text.glossary] == ["实训基地"]
    assert text.problems == ()


def test_an_order_gives_a_regulation_its_number_its_issuer_and_its_day() -> None:
    header = document("regulation").header
    assert header.title == "青云市职业教育促进办法"
    assert header.doc_number == "青云市人民政府令第18号"
    assert (header.issuers, header.issued_on) == (("青云市人民政府",), date(2022, 3, 15))


def test_a_forwarded_plan_has_the_plain_refs_and_the_notice_its_own() -> None:
    text = document("forwarded_plan")
    assert text.header.title == "云湖市人民政府办公室关于印发《云湖市中等职业学校提升行动方案》的通知"
    assert text.header.plan_title == "云湖市中等职业学校提升行动方案"
    assert text.header.addressees == ("各县（市、区）人民政府", "市政府各部门", "各直属机构")
    refs = [clause.ref for clause in text.clauses]
    assert refs == ["通知/一", "通知/二", "一", "二/（一）", "二/（二）", "二/（三）", "三/（一）", "三/（二）"]


def test_verbs_say_what_units_do() -> None:
    text = document("forwarded_plan")
    assert units(text, "二/（一）") == (("市教育局",), (), ("市财政局", "市自然资源局"))
    assert units(text, "二/（二）") == ((), ("市委编办",), ("市教育局", "市人力资源社会保障局"))
    assert units(text, "二/（三）") == (("市委编办",), ("市教育局",), ())


def test_goals_carry_the_year_of_their_sentence() -> None:
    assert figures(document("forwarded_plan"), "一") == [
        ("=", Decimal(100), None, "%", "2025"),
        (">=", Decimal(3), None, "所", "2025"),
        ("range", Decimal(8), Decimal(10), "所", "2025"),
        (">=", Decimal(60), None, "%", "2025"),
    ]


def test_an_opinion_with_numbers_that_begin_anew_keeps_its_small_points_in_the_clause() -> None:
    text = document("opinion")
    assert [clause.ref for clause in text.clauses][1:5] == ["二/（一）/1", "二/（一）/2", "二/（二）/1", "二/（二）/2"]
    assert clauses(text)["二/（一）/2"].body.splitlines()[1:] == [
        "（1）建立培育库，入库企业不少于50家；",
        "（2）落实税费优惠。",
    ]
    assert text.problems == ()


def test_shortened_units_are_filled_up_by_their_level() -> None:
    text = document("opinion")
    assert units(text, "二/（二）/1")[2] == ("市教育局", "市工业和信息化局", "市总工会")
    assert units(text, "二/（二）/2")[2] == ("市人力资源社会保障局", "各县〔市、区〕人民政府")
    assert units(text, "三/（一）")[2] == ("市委教育工委", "市委组织部", "市委宣传部")


def test_two_offices_issue_together() -> None:
    assert document("opinion").header.issuers == ("中共临江市委办公室", "临江市人民政府办公室")
    assert document("several_labels").header.issuers == ("白河市教育局", "白河市财政局", "白河市人力资源和社会保障局")
    assert document("several_labels").header.issued_on == date(2024, 2, 1)


def test_labels_are_read_in_lines_in_brackets_and_in_corner_brackets() -> None:
    text = document("several_labels")
    assert units(text, "一/1") == (("市教育局",), ("市人力资源和社会保障局", "市工业和信息化局"), ())
    assert units(text, "一/2") == (("市人力资源和社会保障局",), ("市财政局", "市教育局"), ())
    assert units(text, "二/3") == (("市人力资源和社会保障局",), ("市财政局",), ())
    assert units(text, "二/4") == ((), (), ("市总工会", "市人力资源和社会保障局"))


def test_a_time_in_a_note_is_the_deadline_of_its_clause() -> None:
    text = document("several_labels")
    assert figures(text, "一/1") == [(">=", Decimal(3000), None, "人", "2025-12-31")]
    assert figures(text, "一/2") == [(">=", Decimal(2), None, "个", "2024-06-30")]


def test_a_ceiling_and_a_floor_are_told_apart() -> None:
    text = document("several_labels")
    assert figures(text, "二/3") == [(">=", Decimal(2000), None, "元", ""), ("<=", Decimal(80), None, "%", "")]
    assert figures(text, "二/4") == [(">=", Decimal(1), None, "次", ""), (">", Decimal(10_000), None, "人次", "")]


def test_a_sign_marks_the_leading_unit() -> None:
    text = document("signs")
    assert units(text, "一/（一）") == (("县教育局",), ("县委编办", "县财政局"), ())
    assert units(text, "一/（二）") == (("县发展和改革局",), ("县教育局",), ())
    assert text.sections[0].heading == "优化结构"
    assert text.header.state is PolicyState.WORK_PLAN


def test_a_damaged_text_is_mended_where_it_proves_itself_and_all_is_told() -> None:
    text = document("damaged")
    assert kinds(text) == [
        (4, ProblemKind.LOST_DASH),
        (8, ProblemKind.NUMBER_REPEATED),
        (9, ProblemKind.BROKEN_LINE),
        (10, ProblemKind.MISSING_BRACKET),
        (11, ProblemKind.NUMBER_MISSING),
        (12, ProblemKind.WRONG_NUMBER),
    ]
    assert ("range", Decimal(15), Decimal(20), "个", "2026") in figures(text, "一")
    assert "二/（三）" in clauses(text)
    assert units(text, "二/（四）")[0] == ("市教育局",)


def test_the_first_unit_leads_where_the_text_says_so_once() -> None:
    text = document("damaged")
    assert units(text, "二/（一）") == (("市委教育工委",), ("市教育局",), ())
    assert units(text, "二/（六）") == (("市教育局",), ("市财政局",), ())


def test_articles_may_be_clauses_with_headings_and_no_chapters() -> None:
    text = document("plain_clauses")
    assert [clause.heading for clause in text.clauses] == ["支持学校扩容", "支持引进人才", "支持学生就业"]
    assert figures(text, "第一条") == [(">=", Decimal(500), None, "元", ""), ("<=", Decimal(2000), None, "万元", "")]
    assert text.clauses[-1].body.endswith("奖励20万元。")


def test_a_text_without_numbers_has_no_clauses_and_says_where_its_text_stands() -> None:
    text = document("unnumbered")
    assert text.clauses == ()
    assert kinds(text) == [(4, ProblemKind.UNNUMBERED_TEXT)]
    assert text.header.issued_on == date(2025, 5, 6)


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_reads_the_same_in_every_code(code: str, tmp_path: Path) -> None:
    path = tmp_path / "意见.txt"
    path.write_bytes((DOCUMENTS / "opinion.txt").read_text(encoding="utf-8").encode(code))
    assert read_here(path).text == document("opinion")


def test_what_is_not_printed_is_empty_not_guessed() -> None:
    header = document("plain_clauses").header
    assert (header.plan_title, header.doc_number, header.issued_on, header.state) == (None, None, None, None)
    assert (header.issuers, header.addressees) == ((), ())
    assert all(figure.comparator in Comparator for figure in document("plain_clauses").figures)


def test_a_title_over_three_lines_is_put_together() -> None:
    header = document("action_plan").header
    plan = "东江市职业教育高质量发展行动计划（2023—2025年）"
    assert header.title == f"东江市人民政府办公室关于印发{plan}的通知"
    assert (header.plan_title, header.doc_number) == (plan, "东江办〔2023〕5号")


def test_numbers_in_a_list_of_annexes_are_no_clauses() -> None:
    text = document("action_plan")
    assert [clause.ref for clause in text.clauses] == ["一", "二/（一）/1", "二/（一）/2", "二/（二）/3", "三"]
    assert text.problems == ()


def test_a_clause_of_one_sentence_that_sets_a_figure_is_no_heading() -> None:
    clause = clauses(document("action_plan"))["二/（二）/3"]
    assert (clause.heading, clause.body) == ("", "每年培训教师1000人次。")


def test_a_draft_put_out_for_comment_is_a_draft_of_its_own_title() -> None:
    text = document("announcement")
    assert (text.header.plan_title, text.header.state) == ("北山市职业教育条例", PolicyState.DRAFT)
    assert [clause.heading for clause in text.clauses] == ["立法目的", "政府职责", "罚则", "施行日期"]


def test_units_after_the_last_point_of_a_list_are_those_of_the_whole_clause() -> None:
    text = document("three_year_plan")
    assert units(text, "二/（一）") == (("区教育局",), (), ("区发改局", "区财政局", "区住建局"))
    assert "2.更新设备。" in clauses(text)["二/（一）"].body
    assert [clause.heading for clause in text.clauses][-1] == "总结阶段（2026年11月—12月）"
