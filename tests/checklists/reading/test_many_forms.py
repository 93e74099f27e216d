"""Forms met in the documents of many other places, each in a small document of our own."""

from datetime import date
from decimal import Decimal

from checklists.reading.problems import ProblemKind
from models.vocabulary import PolicyState
from tests.checklists.reading.test_documents import clauses, document, figures, kinds, units


def test_what_a_site_prints_around_a_document_is_no_part_of_its_header() -> None:
    header = document("site_around").header
    assert header.title == "青沙市人民政府办公室关于印发青沙市职业学校提质方案的通知"
    assert header.plan_title == "青沙市职业学校提质方案"
    assert (header.doc_number, header.issuers) == ("青政办发〔2023〕31号", ("青沙市人民政府办公室",))
    assert (header.issued_on, header.state) == (date(2023, 6, 1), PolicyState.FORMAL)


def test_bodies_of_one_group_are_parted_where_each_is_whole() -> None:
    assert document("site_around").header.addressees == (
        "各乡镇人民政府",
        "街道办事处",
        "市政府各部门",
        "云岭、平湖两县和各园区管委会",
    )


def test_units_in_a_heading_hold_for_all_under_it_that_name_none() -> None:
    text = document("site_around")
    assert [(section.ref, section.heading) for section in text.sections] == [("一", "工作目标"), ("二", "工作任务")]
    assert [clause.heading for clause in text.clauses][1:] == ["对薄弱学校开展帮扶", "改善条件", "121培养计划"]
    assert units(text, "二/（一）") == (("市教育局",), (), ())
    assert units(text, "二/（二）") == ((), (), ("市财政局",))


def test_shares_and_multiples_in_words_are_figures_and_what_is_there_already_is_none() -> None:
    assert figures(document("site_around"), "一") == [
        (">=", Decimal(2), None, "倍", "2026"),
        (">=", Decimal("66.67"), None, "%", "2026"),
        (">=", Decimal(2), None, "所", "2026"),
        ("=", Decimal(100), None, "%", "2026"),
    ]


def test_a_span_of_years_and_a_threshold_belong_to_another_figure() -> None:
    text = document("site_around")
    assert [figure[1:4] for figure in figures(text, "二/（一）")] == [
        (Decimal(1), None, "次"),
        (Decimal(60), None, "名"),
    ]
    assert [figure[1:4] for figure in figures(text, "二/（二）")] == [(Decimal(3), Decimal(5), "万元")]
    assert [figure[1:4] for figure in figures(text, "二/（三）")][:2] == [
        (Decimal(2), None, "个"),
        (Decimal(3), None, "个"),
    ]
    assert [figure[1:4] for figure in figures(text, "二/（三）")][2:] == [
        (Decimal(15000), None, "平方米"),
        (Decimal(10), None, "个工作日"),
    ]


def test_two_offices_above_a_title_over_two_lines_are_its_issuers() -> None:
    header = document("joint_notice").header
    offices = ("中共平湖县委办公室", "平湖县人民政府办公室")
    plan = "平湖县推进产教融合〈四个一批〉工程实施方案"
    assert header.title == f"{' '.join(offices)}关于印发《{plan}》的通知"
    assert (header.plan_title, header.issuers, header.issued_on) == (plan, offices, date(2022, 3, 4))


def test_units_are_read_in_every_form_a_sentence_may_have() -> None:
    text = document("joint_notice")
    everyone = ("各园区管委会",)
    assert units(text, "一") == (("县发改局",), ("县教育局", "县工信局"), ())
    assert units(text, "二") == (("县教育局",), (), ("县财政局", "县能源局", "各乡镇政府"))
    assert units(text, "三") == ((), everyone, ("县教育局", "县人社局", "县财政局"))
    assert units(text, "四") == ((), everyone, ("县教育局", "县委编办"))
    assert units(text, "五") == ((), everyone, ("各乡镇政府", "有关部门"))
    assert units(text, "六") == (("县委宣传部",), everyone, ("县融媒体中心",))


def test_a_plan_numbered_with_points_is_read_level_by_level() -> None:
    text = document("emergency_plan")
    assert [section.ref for section in text.sections] == ["1", "2", "2/2.1"]
    assert [(clause.ref, clause.number, clause.heading) for clause in text.clauses] == [
        ("1/1.1", "1.1", "编制目的"),
        ("1/1.2", "1.2", "适用范围"),
        ("2/2.1/引", "", "指挥机构"),
        ("2/2.1/2.1.1", "2.1.1", "成员单位职责"),
        ("2/2.2", "2.2", "工作机构"),
    ]
    assert text.problems == ()


def test_headings_that_all_lost_their_numbers_are_sections_and_told() -> None:
    text = document("lost_sections")
    assert [(one.ref, one.heading) for one in text.sections] == [("一", "坚决扛起培训责任"), ("二", "强化培训保障")]
    assert [clause.ref for clause in text.clauses] == ["一/（一）", "一/（二）", "二/（三）"]
    assert [kind for _, kind in kinds(text)] == [ProblemKind.LOST_NUMBER, ProblemKind.LOST_NUMBER]


def test_a_notice_that_asks_for_comments_has_no_clauses_and_a_report_on_the_draft_none() -> None:
    text = document("asking_notice")
    assert [clause.ref for clause in text.clauses] == ["一", "二/1"]
    assert (text.header.state, text.header.plan_title) == (PolicyState.DRAFT, "平湖县职业学校达标工程方案")
    assert ProblemKind.SKIPPED_PART in [kind for _, kind in kinds(text)]


def test_what_only_explains_a_policy_is_told_to_be_none() -> None:
    assert (1, ProblemKind.NOT_A_POLICY) in kinds(document("explained"))


def test_a_table_of_contents_spaced_otherwise_is_left_out() -> None:
    text = document("contents")
    assert [section.heading for section in text.sections] == ["总则", "各方责任"]
    assert list(clauses(text)) == ["第一章/第一条", "第二章/第二条"]


def test_a_time_after_the_duties_of_units_is_no_unit() -> None:
    text = document("joint_notice")
    assert units(text, "七") == (("县教育局",), ("县财政局", "各园区管委会"), ())
    assert units(text, "八") == ((), ("县教育局", "县住房和城乡建设局", "各园区管委会"), ())


def test_a_title_spaced_to_fill_its_lines_is_closed_up() -> None:
    header = document("outline_plan").header
    assert header.title == "县人民政府关于印发《平湖县职业教育“十四五”规划》的通知"
    assert (header.doc_number, header.plan_title) == ("平政发〔2021〕9号", "平湖县职业教育“十四五”规划")


def test_how_things_stand_sets_no_figure() -> None:
    text = document("outline_plan")
    assert figures(text, "一/（一）") == []
    assert [figure[1:4] for figure in figures(text, "二/（一）")] == [
        (Decimal(1), None, "所"),
        (Decimal(20), None, "%"),
    ]
    assert [figure[1:4] for figure in figures(text, "二/（二）")] == [(None, None, "个")]


def test_a_notice_that_sends_on_the_opinion_of_other_offices_has_its_whole_title() -> None:
    header = document("sent_on").header
    assert header.title == "平湖县人民政府办公室转发县人社局等部门关于做好2023年毕业生就业工作意见的通知"
    assert header.addressees == ("青沙市、各县区人民政府", "县政府各厅委", "各直属机构")


def test_what_a_document_counts_of_itself_or_of_others_is_no_figure() -> None:
    text = document("sent_on")
    assert clauses(text)["一/（一）"].heading == "各级学校规模不断扩大"
    assert [(figure.clause, figure.value, figure.unit) for figure in text.figures] == [("二/（一）", Decimal(1), "轮")]


def test_the_first_leads_also_where_its_rule_stands_in_a_note_of_duties() -> None:
    text = document("sent_on")
    assert units(text, "二/（一）") == (("县人社局",), ("县财政局",), ())
    assert units(text, "二/（二）") == (("县人社局",), ("县教育局",), ())


def test_the_title_of_a_news_agency_names_offices_and_document() -> None:
    header = document("news_title").header
    assert header.title == "平湖县委办公室 平湖县人民政府办公室印发《关于推进社区教育的意见》"
    assert header.plan_title == "关于推进社区教育的意见"
    assert header.issuers == ("平湖县委办公室", "平湖县人民政府办公室")


def test_a_long_sentence_with_nothing_but_its_units_after_it_is_no_heading() -> None:
    text = document("news_title")
    assert [clause.heading for clause in text.clauses] == ["总体要求", "完善网络", "", "加强宣传"]
    assert units(text, "二/（二）")[2] == ("县教育局",)


def test_parts_have_numbers_that_begin_anew_and_bracketed_clauses() -> None:
    text = document("parts")
    assert [(clause.ref, clause.heading) for clause in text.clauses] == [
        ("第一部分/一", "指导思想"),
        ("第二部分/一/（1）", "改造校舍"),
        ("第二部分/一/（2）", "更新设备"),
        ("第二部分/二/（一）", "招聘教师"),
    ]
    assert "（1）公开招聘50人。" in text.clauses[-1].body


def test_an_article_put_in_between_keeps_its_own_number() -> None:
    text = document("inserted_article")
    assert [(clause.ref, clause.number) for clause in text.clauses][1:] == [
        ("第二条", "2"),
        ("第二条之一", "二之一"),
        ("第三条", "3"),
    ]
    assert text.problems == ()
