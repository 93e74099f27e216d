"""The one page for the principal: one page whatever there is to say, cut lists say what is left out."""

import re
from dataclasses import replace
from datetime import date

import pytest

from models.vocabulary import Comparator, ItemKey, Status
from reports.content.one_page import build_one_page
from reports.orders import MadePaper
from reports.paper.faces import Faces
from reports.paper.one_page import print_one_page
from services.checklist import Checklist
from services.dossiers import Dossier
from tests.reports.measured import glyphs_of, rules_of, text_of
from tests.reports.samples import AT, a_checklist, a_figure, a_filled_checklist, an_evidence, an_item


def printed(faces: Faces, dossier: Dossier) -> MadePaper:
    return print_one_page(build_one_page(dossier, AT), faces)


def overfull(sections: int, items: int) -> Checklist:
    base = a_checklist()
    row = replace(
        an_item(
            "7-1", status=Status.NOT_MET, missing="补齐" * 60, department="很长的科室名称" * 5, due=date(2025, 12, 1)
        ),
        indicators=(a_figure(name="很长的指标名称" * 6),),
    )
    rows = tuple(replace(row, item=replace(row.item, key=ItemKey(f"7-{n}"))) for n in range(items))
    one = replace(
        base.sections[0], heading="很长的章节名称" * 6, measures=(replace(next(base.measures()), items=rows),)
    )
    return replace(base, sections=(one,) * sections)


@pytest.mark.parametrize(("sections", "items"), [(1, 1), (3, 9), (12, 4), (40, 3)])
def test_it_is_one_page_whatever_there_is_to_say(some_faces: Faces, sections: int, items: int) -> None:
    paper = printed(some_faces, Dossier(overfull(sections, items)))
    assert paper.pages == 1
    glyphs = glyphs_of(paper.content)
    assert all(glyph.left >= 21.9 and glyph.right <= 188.1 for glyph in glyphs)
    assert all(glyph.y <= 277 for glyph in glyphs if glyph.size != 9)


def test_what_has_no_room_is_counted(some_faces: Faces) -> None:
    text = text_of(printed(some_faces, Dossier(overfull(12, 4))).content)
    bars, unmet = (
        re.search(f"另有(\\d+){what}", text) for what in ("个章节，见自评报告图1", "项，见自评报告的量化指标表")
    )
    assert bars is not None
    assert unmet is not None
    assert int(unmet[1]) + text.count("还差534人") == 48
    assert int(bars[1]) + text.count("0/4") == 12


def test_its_four_numbers_are_those_of_the_report(some_faces: Faces) -> None:
    page = build_one_page(Dossier(a_filled_checklist("yiyang")), AT)
    text = text_of(printed(some_faces, Dossier(a_filled_checklist("yiyang"))).content)
    for headline in page.headlines:
        assert headline.label in text
        assert headline.figure + headline.unit in text
        assert "".join(headline.below.split()) in text


def test_last_cycle_is_compared_where_there_is_one() -> None:
    now = a_checklist([an_item(), an_item("7-2")])
    then = replace(a_checklist([an_item(), an_item("7-2", status=Status.NOT_MET)]), year=2024)
    page = build_one_page(Dossier(now, previous=then), AT)
    assert page.conclusion.startswith("落实率比2024年度提高50.0个百分点")
    assert page.has_before
    assert build_one_page(Dossier(now), AT).conclusion.startswith("落实率为100.0%")


def test_the_gain_of_the_first_decisions_is_worked_out_in_sight() -> None:
    items = [an_item(f"7-{n}") for n in range(3)] + [an_item("7-9", status=Status.NOT_MET, due=date(2025, 12, 1))]
    page = build_one_page(Dossier(a_checklist(items)), AT)
    assert page.conclusion.endswith("下列第1件事办成后，落实率可升至100.0%，即（3+1）÷4。")


def test_evidence_that_runs_out_is_told_and_to_be_renewed() -> None:
    ending = replace(an_evidence("7-1", 1), valid_until=date(2025, 12, 1))
    page = build_one_page(Dossier(a_checklist([replace(an_item(), evidence=(ending,))])), AT)
    assert page.headlines[3].below == "1件将在60天内过期"
    assert page.decisions[0].text == "更新1件将在60天内过期的佐证材料（7-1-01）。"


def test_before_the_first_answer_there_is_no_conclusion(some_faces: Faces) -> None:
    dossier = Dossier(a_checklist([an_item(status=Status.UNANSWERED)]))
    page = build_one_page(dossier, AT)
    assert page.conclusion == "检查要点还有1个没有填报，暂不作结论。"
    assert (page.headlines[0].figure, page.headlines[0].below, page.bars[0].rate) == ("—", "1个要点都未填报", "—")
    assert "需要校长拍板的事没有需要拍板的事。" in text_of(printed(some_faces, dossier).content)


def test_a_long_name_of_a_school_does_not_push_the_day_out(some_faces: Faces) -> None:
    text = text_of(printed(some_faces, Dossier(a_checklist([an_item()], school="示例职业学校" * 9))).content)
    assert "2025年度截至2025-11-14" in text
    assert text.count("示例职业学校") >= 5


def test_what_has_run_out_is_told_from_what_will() -> None:
    days = (date(2025, 11, 1), date(2025, 12, 1))
    pieces = tuple(replace(an_evidence("7-1", n), valid_until=day) for n, day in enumerate(days, start=1))
    page = build_one_page(Dossier(a_checklist([replace(an_item(), evidence=pieces)])), AT)
    assert page.decisions[0].text == "更新1件已过期、1件将在60天内过期的佐证材料（7-1-01、7-1-02）。"


def test_the_same_data_give_the_same_bytes(some_faces: Faces) -> None:
    dossier = Dossier(a_filled_checklist("yiyang"))
    assert printed(some_faces, dossier).content == printed(some_faces, dossier).content


def test_nothing_to_count_is_said_instead_of_noughts() -> None:
    page = build_one_page(Dossier(a_checklist([an_item()])), AT)
    assert [one.below for one in page.headlines[1:3]] == ["没有给学校定数的指标", "没有列入台账的问题"]


def test_what_does_not_exist_is_not_counted_as_nought(some_faces: Faces) -> None:
    dossier = Dossier(a_checklist([an_item(status=Status.NOT_APPLICABLE)]))
    page = build_one_page(dossier, AT)
    assert page.conclusion == "纳入自评的1个检查要点都不适用于本校。"
    assert (page.headlines[1].figure, page.headlines[1].unit) == ("—", "")
    assert page.headlines[3].below == "尚未登记佐证材料"
    text = text_of(printed(some_faces, dossier).content)
    assert "无适用要点" in text
    assert "0/0" not in text


@pytest.mark.parametrize(
    ("comparator", "part", "gap"),
    [
        (Comparator.ABOVE, "50", "须超过50%"),
        (Comparator.ABOVE, "40", "还差10个百分点"),
        (Comparator.AT_MOST, "55", "多出5个百分点"),
    ],
)
def test_a_gap_in_shares_is_told_in_points_and_its_direction(comparator: Comparator, part: str, gap: str) -> None:
    row = a_figure(value="50", unit="%", part=part, whole="100", comparator=comparator)
    row = replace(row, verdict=replace(row.verdict, short_by=None))
    page = build_one_page(Dossier(a_checklist([replace(an_item(), indicators=(row,))])), AT)
    assert [one.gap for one in page.unmet] == [gap]


@pytest.mark.parametrize("sections", [4, 7, 9, 12, 16])
def test_no_row_is_left_out_while_there_is_room_for_it(some_faces: Faces, sections: int) -> None:
    items = [replace(an_item(f"7-{n}", status=Status.NOT_MET), indicators=(a_figure(f"7-{n}"),)) for n in range(9)]
    base = a_checklist(items)
    checklist = replace(base, sections=tuple(replace(base.sections[0], ref=f"三/{n}") for n in range(sections)))
    found = glyphs_of(printed(some_faces, Dossier(checklist)).content)
    text = "".join(glyph.char for glyph in found)
    lowest = max(glyph.bottom for glyph in found if glyph.y < 277)
    assert "个章节，见自评报告图1" not in text or lowest > 277 - 2 - 5 - 7 - 6


def test_sections_that_are_lowest_alike_are_counted() -> None:
    whole, none = (a_checklist([an_item(status=one)]).sections[0] for one in (Status.MET, Status.NOT_MET))
    sections = (replace(whole, ref="三/（一）"), replace(none, ref="三/（二）"), replace(none, ref="三/（三）"))
    page = build_one_page(Dossier(replace(a_checklist(), sections=sections)), AT)
    assert "“（二）完善现代职业教育体系”等2个章节最低，为0.0%。" in page.conclusion
    page = build_one_page(Dossier(replace(a_checklist(), sections=sections[:2])), AT)
    assert "“（二）完善现代职业教育体系”最低，为0.0%。" in page.conclusion


def test_a_whole_rate_stands_clear_of_its_bar(some_faces: Faces) -> None:
    content = printed(some_faces, Dossier(a_checklist([an_item()]))).content
    right = max(rule.x1 for rule in rules_of(content) if rule.is_upright and rule.weight == 0.5 and rule.y1 > 60)
    rate = next(glyph for glyph in glyphs_of(content) if glyph.char == "1" and glyph.size == 10.5 and glyph.x > 100)
    assert rate.left > right + 1
