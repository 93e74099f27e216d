"""Files cut off and altered at random: each is read or refused by name, none ends in a fault."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checklists.reading import read_here
from checklists.reading.document import OfficialText
from checklists.reading.errors import DocumentError
from checklists.reading.lines import Line
from checklists.reading.structure import structure_of
from tests.checklists.reading.pdf_files import a_pdf
from tests.checklists.reading.test_documents import DOCUMENTS, document
from tests.checklists.reading.word_files import a_word_file, paragraph

WIDTH = 36
TOKENS = (
    "一、",
    "（一）",
    "1.",
    "第一条",
    "——",
    "（责任单位：",
    "市教育局",
    "）",
    "（",
    "、",
    "。",
    "《",
    "》",
    "3所",
    "\n",
    "  ",
    "年",
    "一批",
)


def text_of(name: str) -> list[str]:
    return [line.strip() for line in (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()]


def a_page(path: Path, lines: list[str]) -> Path:
    body = "".join(f"<p><span>{line}</span></p>" for line in lines)
    path.write_bytes(f"<html><meta charset=gb2312><body><div>{body}</div></body></html>".encode("gb18030"))
    return path


def a_text(path: Path, lines: list[str]) -> Path:
    path.write_bytes("\r\n".join(lines).encode("utf-16"))
    return path


MAKERS: dict[str, Callable[[Path, list[str]], Path]] = {
    ".docx": lambda path, lines: a_word_file(path, *map(paragraph, lines)),
    ".pdf": a_pdf,
    ".html": a_page,
    ".txt": a_text,
}


@pytest.mark.parametrize("suffix", sorted(MAKERS))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    places=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=12), cut=st.floats(0, 1)
)
def test_a_damaged_file_is_read_or_refused(
    suffix: str, places: list[tuple[float, int]], cut: float, tmp_path: Path
) -> None:
    path = MAKERS[suffix](tmp_path / f"whole{suffix}", text_of("joint_notice"))
    content = bytearray(path.read_bytes())
    for place, byte in places:
        content[int(place * len(content))] = byte
    path.write_bytes(content[: int(cut * len(content))] if cut < 0.5 else content)
    with suppress(DocumentError):
        assert isinstance(read_here(path).text, OfficialText)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=60))
def test_any_order_of_a_documents_signs_is_read(tokens: list[str]) -> None:
    lines = "".join(tokens).splitlines()
    text = structure_of(Line(line, number) for number, line in enumerate(lines, start=1))
    assert len({clause.ref for clause in text.clauses}) == len(text.clauses)


@pytest.mark.parametrize("name", ["joint_notice", "several_labels", "opinion"])
def test_a_text_broken_into_lines_of_one_width_reads_as_if_it_were_not(name: str, tmp_path: Path) -> None:
    broken = []
    for line in text_of(name):
        indented = f"\u3000\u3000{line}"
        broken += [indented[start : start + WIDTH] for start in range(0, len(indented), WIDTH)]
    path = tmp_path / "broken.txt"
    path.write_bytes("\r\n".join(broken).encode("gb18030"))
    read, whole = read_here(path).text, document(name)
    assert [replace(clause, line=0) for clause in read.clauses] == [replace(clause, line=0) for clause in whole.clauses]
    assert read.header == whole.header


def test_breaks_in_one_block_of_a_page_are_lines_of_their_own(tmp_path: Path) -> None:
    body = "<br>\n".join(text_of("joint_notice"))
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><div>{body}</div></body></html>", encoding="utf-8")
    read, whole = read_here(path).text, document("joint_notice")
    assert [(clause.ref, clause.units) for clause in read.clauses] == [(one.ref, one.units) for one in whole.clauses]
    assert len({clause.line for clause in read.clauses}) == len(read.clauses)


def test_page_numbers_heads_and_form_feeds_in_a_text_are_no_part_of_it(tmp_path: Path) -> None:
    pages, held = [], []
    for line in text_of("joint_notice"):
        indented = f"\u3000\u3000{line}"
        held += [indented[start : start + WIDTH] for start in range(0, len(indented), WIDTH)]
    for number, start in enumerate(range(0, len(held), 8), start=1):
        pages.append("\r\n".join(["平湖县人民政府办公室文件", *held[start : start + 8], f"— {number} —"]))
    path = tmp_path / "pages.txt"
    path.write_bytes("\r\n\f".join(pages).encode("utf-8"))
    read, whole = read_here(path).text, document("joint_notice")
    assert [replace(clause, line=0) for clause in read.clauses] == [replace(clause, line=0) for clause in whole.clauses]
    assert read.header == whole.header


def test_a_line_that_breaks_before_a_dash_goes_on(tmp_path: Path) -> None:
    before = "\u3000\u3000（一）建好专业。"
    filler = ("学校与企业共建" * 9)[: WIDTH - len(before) - len("建设专业10")]
    rest = "推进落实，" * 20 + "完成任务。"
    lines = ["\u3000\u3000某市职业教育工作方案", "\u3000\u3000一、主要任务"]
    for text in (f"{before}{filler}建设专业10—15个，{rest}", f"\u3000\u3000（二）建好队伍。{rest}"):
        lines += [text[start : start + WIDTH] for start in range(0, len(text), WIDTH)]
    path = tmp_path / "dash.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    official = read_here(path).text
    assert [clause.ref for clause in official.clauses] == ["一/（一）", "一/（二）"]
    assert [(one.value, one.max) for one in official.figures] == [(Decimal(10), Decimal(15))]
