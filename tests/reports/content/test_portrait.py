"""The school in sentences: what is known is told with the numbers of the table, what is not known is not spoken of."""

import re

from hypothesis import given
from hypothesis import strategies as some

from checklists.base_figures import base_figures
from reports.content.base_data import fact_lines, ratio_lines
from reports.content.portrait import portrait
from reports.content.prose import basics
from services.checklist import Fact
from tests.reports.samples import a_checklist

FACTS = (
    Fact("在校生", "2460", "人"),
    Fact("教学班数", "54", "个"),
    Fact("毕业生数", "800", "人"),
    Fact("就业人数", "776", "人"),
    Fact("专任教师数", "158", "人"),
    Fact("校舍建筑面积", "5.42", "万平方米"),
    Fact("年培训人次", "4386", "人次"),
)


def test_the_base_data_become_sentences() -> None:
    assert portrait(FACTS, 2025) == (
        "教学班54个，在校生2460人，毕业生800人，就业率97%。",
        "学校有专任教师158人，师生比为1:15.6。",
        "校舍建筑面积5.42万平方米。",
        "年培训4386人次。",
    )


def test_a_school_without_base_data_is_introduced_all_the_same() -> None:
    [only] = basics(a_checklist())
    assert only.text == "示例职业中等专业学校是公办中等职业学校，位于示例市示例区。学校尚未填写2025年度基础数据。"


def test_a_ratio_has_the_places_that_its_indicator_has() -> None:
    assert [line.value for line in ratio_lines(FACTS) if line.name == "年培训人次与在校生之比"] == ["1.78倍"]


def test_braces_in_a_figure_are_not_patterns() -> None:
    assert "{year}人" in portrait([Fact("在校生数", "{year}", "人")], 2025)[0]


@given(some.lists(some.sampled_from(sorted(base_figures())), unique=True))
def test_every_sentence_says_only_what_the_table_says(names: list[str]) -> None:
    facts = [Fact(name, str(11 + place), "") for place, name in enumerate(names)]
    printed = " ".join([line.value for line in fact_lines(facts)] + [line.value for line in ratio_lines(facts)])
    told = "".join(portrait(facts, 2025))
    assert set(re.findall(r"\d+(?:\.\d+)?", told)) <= {"2025", *re.findall(r"\d+(?:\.\d+)?", printed)}
    assert not re.search(r"[{}]|，[，。]|^，|。。", told)
