"""The rules of reading, each by a table: units, figures, headings, numbers, dates."""

from datetime import date
from decimal import Decimal

import pytest

from checklists.reading.dates import bare_date, date_in
from checklists.reading.folding import fold
from checklists.reading.lines import Line
from checklists.reading.marks import Style, label, mark_of
from checklists.reading.numerals import value_of, written
from checklists.reading.problems import ProblemKind
from checklists.reading.structure import structure_of

HEAD = "某市职业教育工作方案\n一、主要任务\n"


def units(*notes: str) -> list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    body = "".join(f"（{written(place)}）做好工作。抓好落实。{note}\n" for place, note in enumerate(notes, start=1))
    text = structure_of(Line(line, number) for number, line in enumerate((HEAD + body).splitlines(), start=1))
    return [(one.units.lead, one.units.participant, one.units.responsible) for one in text.clauses]


def figures(body: str) -> list[tuple[str, object, object, str, str]]:
    text = structure_of(
        Line(line, number) for number, line in enumerate(f"{HEAD}（一）做好工作。{body}".splitlines(), start=1)
    )
    return [(one.comparator.value, number(one.value), number(one.max), one.unit, one.deadline) for one in text.figures]


def number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


@pytest.mark.parametrize(
    ("note", "lead", "participant", "responsible"),
    [
        ("（责任单位：市教育局、市财政局）", "", "", "市教育局 市财政局"),
        ("（责任单位:市教育局,各县(市)区政府)", "", "", "市教育局 各县(市)区政府"),
        ("（牵头单位：市教育局；责任单位：各县〔市、区〕人民政府，各学校。）", "市教育局", "",
         "各县〔市、区〕人民政府 各学校"),
        ("（牵头单位：市教育局，配合单位：各区、县级市）", "市教育局", "各区 县级市", ""),
        ("（牵头部门：市教育局、市人社局　参与部门：市财政局）", "市教育局 市人社局", "市财政局", ""),
        ("（市教育局）", "", "", "市教育局"),
        ("（市教育局、市人社局等部门）", "", "", "市教育局 市人社局"),
        ("（市教育局、县（市、区）人民政府、高新区管委会负责）", "", "",
         "市教育局 县（市、区）人民政府 高新区管委会"),
        ("（市教育局牵头，市财政局、市人社局等配合）", "市教育局", "市财政局 市人社局", ""),
        ("（市教育局牵头，市财政局、市人社局按职责分工负责）", "市教育局", "", "市财政局 市人社局"),
        ("（由市教育局会同市财政局负责落实）", "市教育局", "市财政局", ""),
        ("（市教育局、市财政局按职责分工负责）", "", "", "市教育局 市财政局"),
        ("（市教育局牵头负责，各县区政府落实）", "市教育局", "", "各县区政府"),
        ("（责任单位：市教育局、财政局、人力资源社会保障局，市总工会）", "", "",
         "市教育局 市财政局 市人力资源社会保障局 市总工会"),
        ("（责任单位：市委组织部、宣传部，市教育局、工业和信息化局）", "", "",
         "市委组织部 市委宣传部 市教育局 市工业和信息化局"),
        ("（责任单位：市教育局、各职业院校、某某集团公司）", "", "", "市教育局 各职业院校 某某集团公司"),
        ("（责任单位：市教育局；责任人：王某；完成时限：2025年底）", "", "", "市教育局"),
        ("【责任单位：市教育局】", "", "", "市教育局"),
        ("（责任单位：市教育局、市财政局", "", "", "市教育局 市财政局"),
        ("责任单位：市教育局、市财政局。", "", "", "市教育局 市财政局"),
        ("【牵头单位】市教育局【责任单位】市财政局", "市教育局", "", "市财政局"),
        ("（牵头：市教育局；配合：市财政局、市人社局）", "市教育局", "市财政局 市人社局", ""),
        ("（市教育局（牵头）、市财政局（配合））", "市教育局", "市财政局", ""),
        ("（市教育局为牵头单位，市财政局为配合单位）", "市教育局", "市财政局", ""),
        ("（由市教育局牵头，会同市财政局抓好落实）", "市教育局", "市财政局", ""),
        ("（市教育局、市人社局依职责负责）", "", "", "市教育局 市人社局"),
        ("（市教育局、市人社局，长期坚持）", "", "", "市教育局 市人社局"),
        ("（市教育局等市直有关部门和各县区政府按职责分工负责）", "", "", "市教育局 各县区政府"),
        ("（责任单位：市教育局 市财政局）", "", "", "市教育局 市财政局"),
        ("由市教育局牵头，市财政局配合。", "市教育局", "市财政局", ""),
        ("各县区政府和有关单位按职责分工负责。", "", "", "各县区政府 有关单位"),
        ("由市教育局牵头抓好此项工作。", "", "", ""),
        ("（以下简称“双高院校”）。", "", "", ""),
        ("（含技工学校）", "", "", ""),
        ("建成3所学校（市一中、市二中、市三中）。", "", "", ""),
    ],
)  # fmt: skip
def test_a_note_names_units_by_role(note: str, lead: str, participant: str, responsible: str) -> None:
    assert units(note) == [(tuple(lead.split()), tuple(participant.split()), tuple(responsible.split()))]


@pytest.mark.parametrize(
    "rule",
    ["排第一位为牵头单位，下同", "列第一位的为牵头单位", "排在首位的单位为牵头单位，下同", "第一个单位为牵头单位"],
)
def test_a_rule_stated_once_holds_for_all(rule: str) -> None:
    assert units(f"（市教育局、市财政局，{rule}）", "（市人社局、市教育局）") == [
        (("市教育局",), ("市财政局",), ()),
        (("市人社局",), ("市教育局",), ()),
    ]


@pytest.mark.parametrize("rule", ["黑体为牵头部门，下同", "加粗的为牵头单位", "划线单位为牵头单位，下同"])
def test_a_rule_whose_marks_are_lost_leads_to_no_lead(rule: str) -> None:
    assert units(f"（责任单位：市教育局、市财政局，{rule}）") == [((), (), ("市教育局", "市财政局"))]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("建成示范校3所。", [(">=", 3, None, "所", "")]),
        ("建成示范校3—5所。", [("range", 3, 5, "所", "")]),
        ("建成示范校3至5所。", [("range", 3, 5, "所", "")]),
        ("建成示范校１～２所。", [("range", 1, 2, "所", "")]),
        ("占比达到60%—70%。", [("range", 60, 70, "%", "")]),
        ("占比超过65％。", [(">", 65, None, "%", "")]),
        ("占比不低于30%。", [(">=", 30, None, "%", "")]),
        ("比例不超过20%。", [("<=", 20, None, "%", "")]),
        ("比例不得低于百分之三十。", [(">=", 30, None, "%", "")]),
        ("比例不应超过百分之二点五。", [("<=", 2.5, None, "%", "")]),
        ("投入资金2.3亿元，2025年8月底前完成。", [(">=", 2.3, None, "亿元", "2025-08-31")]),
        ("全部达标学校比例达到90%以上。", [(">=", 90, None, "%", "")]),
        ("可按编制总数的25%聘用。", [("<=", 25, None, "%", "")]),
        ("按投资额30%的比例抵免。", [("=", 30, None, "%", "")]),
        ("培育名师20名左右。", [("~", 20, None, "名", "")]),
        ("占地约60公顷。", [("~", 60, None, "公顷", "")]),
        ("在校生达到4万人。", [(">=", 40000, None, "人", "")]),
        ("每年培训1.2万人次以上。", [(">=", 12000, None, "人次", "")]),
        ("生均经费不低于12000元/年。", [(">=", 12000, None, "元/年", "")]),
        ("补助1,500元。", [(">=", 1500, None, "元", "")]),
        ("职普比达到4:6。", [(">=", 4, None, ":6", "")]),
        ("发展好三所职教中心。", [(">=", 3, None, "所", "")]),
        ("每年至少召开两次会议。", [(">=", 2, None, "次", "")]),
        ("每半年召开一次专题会议。", [(">=", 1, None, "次", "")]),
        ("教师5年累计不少于10个月到企业实践。", [(">=", 10, None, "个月", "")]),
        ("具有3年以上企业工作经历。", [(">=", 3, None, "年", "")]),
        ("两年内完成一期建设。", [("<=", 2, None, "年", "")]),
        ("所有学校达标。", [("=", 100, None, "%", "")]),
        ("全部达到标准，全员参加培训。", [("=", 100, None, "%", ""), ("=", 100, None, "%", "")]),
        ("到2025年，建成5所；到2030年，建成8所。", [(">=", 5, None, "所", "2025"), (">=", 8, None, "所", "2030")]),
        ("2022年底前完成3项。", [(">=", 3, None, "项", "2022-12-31")]),
        ("2024年6月30日前完成3项。", [(">=", 3, None, "项", "2024-06-30")]),
        ("2024年2月底前完成3项。", [(">=", 3, None, "项", "2024-02-29")]),
        ("自2021年起，每年培训100人。", [(">=", 100, None, "人", "")]),
        ("到2025年，形成格局。每年培训100人。", [(">=", 100, None, "人", "")]),
        ("培育一批名师、工作室和案例。", [(">=", None, None, unit, "") for unit in "名个个"]),
        ("定期开展专业抽查、体育考查。", [(">=", None, None, "次", ""), (">=", None, None, "次", "")]),
        ("可按一定比例提取。", [(">=", None, None, "%", "")]),
        ("推进“三全育人”和“1+X”证书，弘扬“一校一品”。", []),
        ("落实《方案（2020—2023年）》（国发〔2019〕4号）。", []),
        ("引入第三方评价，服务基层一线，推进一体化。", []),
        ("围绕三个方面，打造五大产业。", []),
        ("实施五年一贯制和三年制学制。", []),
        ("高中一二年级学生。", []),
        ("公有制和所有制改革。", []),
        ("推进信息化2.0和5G应用。", []),
        ("占比由30%提高到50%。", [(">=", 50, None, "%", "")]),
        ("学校从3所增加到5所。", [(">=", 5, None, "所", "")]),
        ("培训近千人，引进上百家企业。", [("~", 1000, None, "人", ""), (">=", 100, None, "家", "")]),
        ("培养教师500余名。", [(">", 500, None, "名", "")]),
        ("九成以上学校达标，占比超过三分之一。", [(">=", 90, None, "%", ""), (">", 33.33, None, "%", "")]),
        ("经费翻一番，女生占一半左右。", [(">=", 2, None, "倍", ""), ("~", 50, None, "%", "")]),
        ("到2023年、2025年，在校生分别达到5000人、8000人。",
         [(">=", 5000, None, "人", "2023"), (">=", 8000, None, "人", "2025")]),
        ("3个工作日内受理，30日内办结。", [("<=", 3, None, "个工作日", ""), ("<=", 30, None, "日", "")]),
        ("建筑面积12.6万㎡，24小时值班。", [(">=", 126000, None, "平方米", "")]),
        ("达到百分之百。", [("=", 100, None, "%", "")]),
        ("年满35周岁，实施121人才计划。", []),
        ("企业数量增加一倍，达到2000家。", [(">=", 2, None, "倍", ""), (">=", 2000, None, "家", "")]),
        ("开展“3+2”培养。", []),
    ],
)  # fmt: skip
def test_a_clause_sets_figures(body: str, found: list[tuple[object, ...]]) -> None:
    assert figures(body) == found


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("一、总体要求", Style.CHINESE, 1),
        ("二十一、加强领导", Style.CHINESE, 21),
        ("（三）强化保障", Style.CHINESE_BRACKETED, 3),
        ("(十)推进", Style.CHINESE_BRACKETED, 10),
        ("三)主要目标", Style.CHINESE_BRACKETED, 3),
        ("1.加强", Style.ARABIC, 1),
        ("12．加强", Style.ARABIC, 12),  # noqa: RUF001
        ("3、加强", Style.ARABIC, 3),
        ("1.2025年底前完成", Style.ARABIC, 1),
        ("（4）加强", Style.ARABIC_BRACKETED, 4),
        ("⑤加强", Style.CIRCLED, 5),
        ("——体系更加完善", Style.DASH, 0),
        ("第三章　附则", Style.CHAPTER, 3),
        ("第二十条　为了", Style.ARTICLE, 20),
        ("第一百零二条 为了", Style.ARTICLE, 102),
    ],
)
def test_a_number_at_the_head_is_read(text: str, style: Style, value: int) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.style, mark.value) == (style, value)


@pytest.mark.parametrize(
    "text", ["2025年5月6日", "1.5万人参加", "第三条规定的情形", "一体化推进", "（2021-2025年）", "3D打印"]
)
def test_what_looks_like_a_number_at_the_head_is_none(text: str) -> None:
    assert mark_of(text) is None


@pytest.mark.parametrize("value", [1, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 123, 305, 999])
def test_a_number_written_reads_as_itself(value: int) -> None:
    assert value_of(written(value)) == value
    mark = mark_of(f"{label(Style.ARTICLE, value)}　为了") if value <= 400 else None
    assert mark is None or mark.value == value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021年7月10日", date(2021, 7, 10)),
        ("二〇二一年十二月三十一日", date(2021, 12, 31)),
        ("二○二一年七月十日", date(2021, 7, 10)),
        ("2024-05-06", date(2024, 5, 6)),
        ("2021年13月1日", None),
        ("2021年", None),
    ],
)
def test_a_day_is_read_in_figures_and_in_words(text: str, day: date | None) -> None:
    assert date_in(fold(text)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [("202391", date(2023, 9, 1)), ("20231225", date(2023, 12, 25)), ("2023111", None), ("20239", None)],
)
def test_a_day_without_its_words_is_read_only_where_it_can_be_no_other(text: str, day: date | None) -> None:
    assert bare_date(text) == day


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("经费保障。县财政每年安排经费。", "经费保障"),
        ("对外开放，合作共赢。拓宽合作渠道。", "对外开放，合作共赢"),
        ("实施“1+X”证书制度。鼓励学生取得证书。", "实施“1+X”证书制度"),
        ("组织保障：成立工作专班。", "组织保障"),
        ("启动阶段（2024年1月—3月）。制定方案。", "启动阶段（2024年1月—3月）"),
        ("到2025年，建成示范校3所。每年评估一次。", ""),
        ("各学校要高度重视。抓紧落实。", ""),
        ("按照要求，落实责任，细化措施，加强督查，务求实效，确保完成。其他。", ""),
    ],
)
def test_a_heading_is_parted_from_its_body(text: str, heading: str) -> None:
    lines = f"{HEAD}（一）加强领导。成立专班。\n（二）{text}".splitlines()
    read = structure_of(Line(line, number) for number, line in enumerate(lines, start=1))
    assert read.clauses[1].heading == heading


@pytest.mark.parametrize(
    ("glued", "heading"),
    [
        ("完善经费保障制度建立与办学规模相适应的投入机制，落实生均拨款。", "完善经费保障制度"),
        ("打造“双师型”教师队伍落实职业院校选人用人自主权，可自主聘用兼职教师。", "打造“双师型”教师队伍"),
        ("深化教学改革，提高培养质量全面推行项目教学和情境教学，培育典型案例。", "深化教学改革，提高培养质量"),
    ],
)
def test_a_heading_glued_to_its_body_is_cut_where_both_meet(glued: str, heading: str) -> None:
    lines = f"{HEAD}（一）加强领导。成立专班。\n（二）{glued}每年组织评估，公布结果，总结推广好的做法。".splitlines()
    read = structure_of(Line(line, number) for number, line in enumerate(lines, start=1))
    assert read.clauses[1].heading == heading
    assert [problem.kind for problem in read.problems] == [ProblemKind.GLUED_HEADING]


def test_a_heading_that_cannot_be_told_from_its_body_is_left_in_it_and_told() -> None:
    body = "做好关心下一代工作和老同志工作以及其他各方面的事情并且一件一件办妥办好办出成效来让大家都满意"
    lines = f"{HEAD}（一）加强领导。成立专班。\n（二）{body}。".splitlines()
    read = structure_of(Line(line, number) for number, line in enumerate(lines, start=1))
    assert (read.clauses[1].heading, read.clauses[1].body) == ("", f"{body}。")
