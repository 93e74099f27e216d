"""A document that was read becomes a draft that can be read, edited and used."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from checklists.drafting.first_draft import Draft, draft_of
from checklists.files import read_policy
from checklists.reading.document import Header, OfficialText, TextClause, TextFigure
from checklists.reading.lines import Line
from checklists.reading.structure import structure_of
from models.vocabulary import Addressee, Comparator, LeadRule, MeasureKind, Modality, PolicyState, UnitRole
from tests.checklists.clauses import SHARED, official_text

TEXT = """
临江市职业教育提升行动实施方案（2024-2026年）
（征求意见稿）
一、主要目标
到2026年，全市职业院校布局更加合理，“双师型”教师占比超过60%。
二、重点任务
（一）强化队伍建设
1. 配齐专业教师。各职业院校要配齐专业课教师。鼓励学校聘请企业技师任教。到2025年，建成12个名师工作室。\
（牵头单位：市教育局；责任单位：市人社局、市财政局）
2. 改善办学条件。支持学校新建实训楼。
（二）深化产教融合
1. 共建实训基地。每年组织教师到企业实践1次以上。（牵头单位：市工信局）
三、保障措施
（一）加强领导。建立联席会议制度，每季度研究一次职业教育工作。
"""


def _read(text: str) -> OfficialText:
    return structure_of(Line(line, number) for number, line in enumerate(text.strip().splitlines(), start=1))


@pytest.fixture(scope="module")
def draft() -> Draft:
    return draft_of(_read(TEXT), "linjiang_2024.txt")


def test_the_head_says_what_the_document_says_of_itself(draft: Draft) -> None:
    policy = draft.policy
    assert (policy.slug, policy.city, policy.state) == ("own-linjiang-2024", "临江市", PolicyState.DRAFT)
    assert (policy.period, policy.issued_on, policy.doc_number) == ("2024-2026", None, "")
    assert policy.lead_rule is LeadRule.MARKED


def test_every_clause_is_a_measure_and_every_sentence_an_item(draft: Draft) -> None:
    counts = {measure.ref: len(measure.items) for measure in draft.policy.measures}
    assert counts == {"一": 1, "二/（一）/1": 3, "二/（一）/2": 1, "二/（二）/1": 1, "三/（一）": 1}


def test_kinds_come_from_plain_headings_of_sections_only(draft: Draft) -> None:
    kinds = [measure.kind for measure in draft.policy.measures]
    assert kinds == [MeasureKind.GOAL, *[MeasureKind.TASK] * 3, MeasureKind.SAFEGUARD]


def test_numbers_that_begin_anew_get_letters_and_no_key_comes_twice(draft: Draft) -> None:
    assert [item.key for item in draft.policy.items()] == ["u1-1", "1-1", "1-2", "1-3", "2-1", "b1-1", "c1-1"]


def test_texts_are_marked_and_short(draft: Draft) -> None:
    texts = [item.text for item in draft.policy.items()]
    assert all(text.startswith("待改：") and len(text) <= 60 for text in texts)


def test_the_modality_is_that_of_the_sentence_where_it_begins_with_it(draft: Draft) -> None:
    modalities = {str(item.key): item.modality for item in draft.policy.items()}
    assert modalities["1-1"] is Modality.MUST
    assert modalities["1-2"] is Modality.ENCOURAGE
    assert modalities["2-1"] is Modality.SUPPORT


def test_nothing_is_kept_from_a_school_before_people_said_whose_duty_it_is(draft: Draft) -> None:
    assert {item.addressee for item in draft.policy.items()} == {Addressee.SHARED}


def test_units_keep_their_roles(draft: Draft) -> None:
    units = draft.policy.measures[1]
    assert units.units_as(UnitRole.LEAD) == ("市教育局",)
    assert units.units_as(UnitRole.RESPONSIBLE) == ("市人社局", "市财政局")


def test_figures_and_deadlines_stand_with_their_sentence(draft: Draft) -> None:
    deadlines = {item.key: item.deadline for item in draft.policy.items() if item.deadline}
    assert deadlines == {"u1-1": "2026", "1-3": "2025"}
    assert "1-3 个 12" in {f"{one.item} {one.unit} {one.value}" for one in draft.policy.indicators()}


def test_anchors_are_found_once_in_their_clause(draft: Draft) -> None:
    clauses = {clause.ref: f"{clause.heading}\n{clause.body}" for clause in _read(TEXT).clauses}
    for measure in draft.policy.measures:
        for item in measure.items:
            assert [clauses[measure.ref].count(anchor) for anchor in item.anchors] == [1], item


def test_a_draft_read_again_is_the_same_policy(draft: Draft, tmp_path: Path) -> None:
    file = tmp_path / "draft.toml"
    file.write_text(draft.text(), encoding="utf-8")
    assert read_policy(file) == draft.policy


@pytest.mark.parametrize(
    "text",
    [
        "总则\n一、总则\n二、附则\n",
        "某办法\n第一条 学校应当。\n第二条 短。好。行。\n第二条 又是第二条的正文。\n",
        "通知\n" + "".join(f"{n}. 开展工作。开展工作。\n" for n in (1, 2, 1, 2, 1, 2, 1)),
        '通知\n一、要点\n1. 到2023年2月31日完成“\\n引号"”建设，培育1.23456个品牌。\n',
    ],
)
def test_odd_documents_give_sound_drafts(text: str, tmp_path: Path) -> None:
    draft = draft_of(_read(text), "通知.docx")
    file = tmp_path / "draft.toml"
    file.write_text(draft.text(), encoding="utf-8")
    assert read_policy(file) == draft.policy
    assert draft.policy.slug.startswith("own-p")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the official texts are not here")
@pytest.mark.parametrize("slug", ["chaoyang", "zibo-gaoxin", "yiyang", "shangqiu", "siping"])
def test_an_official_text_gives_a_measure_for_each_clause_and_loses_no_figure(slug: str, tmp_path: Path) -> None:
    text = _read(official_text(slug))
    draft = draft_of(text, f"{slug}.txt")
    file = tmp_path / "draft.toml"
    file.write_text(draft.text(), encoding="utf-8")
    assert read_policy(file) == draft.policy
    assert [measure.ref for measure in draft.policy.measures] == [clause.ref for clause in text.clauses]
    assert len(list(draft.policy.indicators())) == len(text.figures)
    assert draft.policy.issued_on is None or draft.policy.issued_on > date(2020, 1, 1)


def test_clauses_of_one_ref_keep_their_own_figures() -> None:
    clauses = [TextClause("附件 1/1", "1", "", f"建成{n}所学校。", n) for n in (3, 5)]
    figures = [
        TextFigure("附件 1/1", "学校", Comparator.AT_LEAST, Decimal(n), None, "所", "", f"建成{n}所", n) for n in (3, 5)
    ]
    text = OfficialText(Header(title="方案"), (), tuple(clauses), tuple(figures), (), ())
    policy = draft_of(text, "a.txt").policy
    assert [measure.ref for measure in policy.measures] == ["附件1/1", "附件1/1·2"]
    assert [[figure.value for figure in measure.indicators] for measure in policy.measures] == [[3], [5]]
