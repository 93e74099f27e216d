"""What people may type in a document: text of any kind and length stays text, and stands where it should."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document

from reports.content.self_assessment import build_self_assessment
from reports.word.annexes import above
from reports.word.pages import Shape
from reports.word.self_assessment import write_self_assessment
from services.dossiers import Dossier
from tests.reports.samples import AT, a_checklist, an_item
from tests.reports.word.schema import W, faults


def _document(content: bytes) -> Any:
    return Document(BytesIO(content))


def _hostile(note: str) -> bytes:
    return write_self_assessment(build_self_assessment(Dossier(a_checklist([an_item(note=note)])), AT)).content


@pytest.mark.parametrize("note", ["<w:p/>&amp;<b>粗</b>", "]]>", "{0} %s \\n", "𠮷ئۇيغۇر😀", "\"引号\"'单引号'"])
def test_markup_stays_text(note: str) -> None:
    content = _hostile(note)
    assert faults(content) == []
    assert note in "".join(one.text for one in _document(content).element.iter(f"{W}t"))


def test_what_xml_cannot_hold_stands_as_its_code_point() -> None:
    content = _hostile("甲\x00乙\x1b丙\ud800丁\uffff戊\x85己")
    words = "".join(one.text for one in _document(content).element.iter(f"{W}t"))
    assert "甲[U+0000]乙[U+001B]丙[U+D800]丁[U+FFFF]戊" in words


def test_line_breaks_are_kept_and_very_long_notes_may_be_parted() -> None:
    long = "很长的说明。" * 17_000
    content = _hostile(f"第一行\n第二行\r\n第三行{long}")
    assert faults(content) == []
    (row,) = (row for row in _document(content).element.iter(f"{W}tr") if "第一行" in "".join(row.itertext()))
    assert len(list(row.iter(f"{W}br"))) == 2
    assert row.find(f"{W}trPr").find(f"{W}cantSplit") is None
    assert long in _column(content, 3)


def test_a_text_of_many_pages_goes_on_in_rows_without_a_line_between() -> None:
    content = _hostile("很长的说明。" * 1_000)
    rows = [row for row in _document(content).element.iter(f"{W}tr") if "很长的说明" in "".join(row.itertext())]
    assert len(rows) == 8
    assert ["".join(row.itertext()).startswith("续") for row in rows] == [False, *[True] * 7]
    sides = [[side.tag.removeprefix(W) for side in row.iter(f"{W}tcBorders").__next__()] for row in rows]
    assert sides == [["bottom"], *[["top", "bottom"]] * 6, ["top"]]


def test_a_row_that_fits_a_page_is_kept_whole_and_a_higher_one_is_not() -> None:
    for count, is_whole in ((30, True), (45, False)):
        content = _hostile("字" * 14 * count)
        (row,) = (row for row in _document(content).element.iter(f"{W}tr") if "字字" in "".join(row.itertext()))
        assert (row.find(f"{W}trPr").find(f"{W}cantSplit") is not None) == is_whole


def _column(content: bytes, place: int) -> str:
    """Give the text of a column of the clause table, row after row."""
    table = next(one for one in _document(content).element.iter(f"{W}tbl") if "落实情况" in "".join(one.itertext()))
    cells = [row.findall(f"{W}tc") for row in table.findall(f"{W}tr")]
    return "".join(one.text for row in cells if len(row) == 5 for one in row[place].iter(f"{W}t"))


def test_signs_that_turn_the_text_behind_them_are_left_out() -> None:
    said = _column(_hostile("甲\u202e乙\u2067丙\u200fئۇيغۇر"), 3)
    assert "甲乙丙\u200fئۇيغۇر" in said


def test_lines_before_an_endless_word_are_not_torn_apart() -> None:
    places = [_row_of(_hostile(note), "网址").find(f".//{W}tc[4]//{W}jc") for note in ("网址", f"网址 {'a' * 40}")]
    assert [place.get(f"{W}val") for place in places] == ["both", "left"]


def test_what_a_ledger_is_about_stands_on_two_lines_where_one_has_no_room() -> None:
    for school, count in (("示例学校", 1), ("内蒙古自治区" * 15, 2)):
        assert len(list(above(school, "统计日期：2025-11-14", Shape.LANDSCAPE))) == count


def _row_of(content: bytes, words: str) -> Any:
    return next(row for row in _document(content).element.iter(f"{W}tr") if words in "".join(row.itertext()))


def test_twenty_thousand_line_breaks_are_written() -> None:
    content = _hostile("行\n" * 20_000)
    assert faults(content) == []
    assert _column(content, 3).count("行") == 20_000
    assert len(list(_document(content).element.iter(f"{W}br"))) > 19_000
