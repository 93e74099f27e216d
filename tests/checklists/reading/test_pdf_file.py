"""PDF files: paragraphs put together again, and files that are scans, locked, damaged or built to harm."""

import io
from pathlib import Path

import pikepdf
import pytest

from checklists.reading import read, read_here
from checklists.reading.errors import (
    DamagedDocumentError,
    DocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    ScannedDocumentError,
    TooLargeDocumentError,
)
from checklists.reading.pdf_file import MOST_CHARACTERS
from tests.checklists.reading.pdf_files import a_pdf, raw_pdf

PARAGRAPHS = (
    "^某市职业教育提质工作方案",
    "为提高职业教育质量，根据有关规定，结合本市实际，制定本方案，请各学校和有关部门认真抓好贯彻落实。",
    "一、主要任务",
    "（一）改善办学条件。按照国家标准补齐校舍和设备的短板，到2025年，全市中等职业学校生均仪器设备值不低于6000元，"
    "建成智慧校园12所，办学条件全部达到国家规定的标准。（责任单位：市教育局、市财政局，各县（市、区）人民政府）",
    "（二）建强教师队伍。落实教师企业实践制度，专业课教师每年到企业实践不少于1个月。（责任单位：市教育局）",
    *(
        f"（{word}）做好其他工作。" + "各学校要按照要求认真做好各项工作，并把结果报市教育局。" * 9
        for word in "三四五六"
    ),
)


def test_lines_are_joined_to_the_paragraphs_they_were(tmp_path: Path) -> None:
    text = read_here(a_pdf(tmp_path / "方案.pdf", PARAGRAPHS)).text
    assert text.header.title == "某市职业教育提质工作方案"
    bodies = [f"（{clause.number}）{clause.heading}。{clause.body}" for clause in text.clauses]
    assert bodies[0].endswith("办学条件全部达到国家规定的标准。")
    assert "\n" not in "".join(clause.body for clause in text.clauses)
    assert text.clauses[0].units.responsible == ("市教育局", "市财政局", "各县（市、区）人民政府")
    assert [clause.ref for clause in text.clauses] == [f"一/（{word}）" for word in "一二三四五六"]


def test_page_numbers_and_running_heads_are_no_text(tmp_path: Path) -> None:
    document = read_here(a_pdf(tmp_path / "方案.pdf", PARAGRAPHS * 3, head="某市人民政府公报"))
    assert max(line.page or 0 for line in document.lines) > 2
    assert not [line.text for line in document.lines if "公报" in line.text or "— " in line.text]


def test_pages_without_text_are_a_scan(tmp_path: Path) -> None:
    path = tmp_path / "扫描.pdf"
    blank = pikepdf.new()
    for _ in range(3):
        blank.add_blank_page()
    blank.save(path)
    with pytest.raises(ScannedDocumentError):
        read_here(path)
    with pytest.raises(ScannedDocumentError):
        read_here(a_pdf(tmp_path / "页码.pdf", [" "]))


def test_a_locked_file_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "锁.pdf"
    with pikepdf.open(a_pdf(tmp_path / "a.pdf", PARAGRAPHS)) as document:
        document.save(path, encryption=pikepdf.Encryption(owner="主", user="用"))
    with pytest.raises(EncryptedDocumentError):
        read_here(path)


def test_a_file_of_too_many_pages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "多.pdf"
    document = pikepdf.new()
    for _ in range(2_001):
        document.add_blank_page()
    document.save(path)
    with pytest.raises(TooLargeDocumentError):
        read_here(path)


def test_letters_of_a_private_alphabet_are_no_readable_text(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    shift = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <20> <7E> endcodespacerange\n"
    shift += "1 beginbfrange <20> <7E> <E020> endbfrange endcmap end"
    content = "BT /F 12 Tf 50 700 Td (the quick brown fox jumps over the lazy dog) Tj ET"
    path.write_bytes(
        raw_pdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
            f"<</Length {len(shift)}>>stream\n{shift}\nendstream",
        )
    )
    with pytest.raises(EmptyDocumentError):
        read_here(path)


CYCLES = {
    "pages that are their own child": raw_pdf(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>"
    ),
    "a tree that comes back to its root": raw_pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 2/Kids[3 0 R]>>",
        "<</Type/Pages/Count 1/Parent 2 0 R/Kids[2 0 R]>>",
    ),
    "a form that draws itself": raw_pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        "<</Length 5>>stream\n/X Do\nendstream",
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 5/Resources<</XObject<</X 5 0 R>>>>>>stream\n"
        "/X Do\nendstream",
    ),
    "a stream as long as itself": raw_pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        "<</Length 4 0 R>>stream\nBT ET\nendstream",
    ),
    "no pages": raw_pdf("<</Type/Catalog>>"),
    "a million pages claimed": raw_pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1000000/Kids[]>>"),
    "a huge page": raw_pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e9 1e9]>>",
    ),
    "only a head": b"%PDF-1.7\n",
}


@pytest.mark.parametrize("content", CYCLES.values(), ids=CYCLES)
def test_a_file_built_to_harm_is_refused_and_does_no_harm(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(DocumentError):
        read(path)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_file_cut_short_is_refused_or_read_as_far_as_it_goes(part: float, tmp_path: Path) -> None:
    whole = a_pdf(tmp_path / "a.pdf", PARAGRAPHS).read_bytes()
    path = tmp_path / "b.pdf"
    path.write_bytes(whole[: int(len(whole) * part)])
    try:
        document = read_here(path)
    except DocumentError:
        return
    assert document.lines


def test_a_bomb_of_text_is_refused_or_read_within_the_limit(tmp_path: Path) -> None:
    document = pikepdf.new()
    document.add_blank_page()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    document.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    drawn = b"BT /F 1 Tf 1 0 0 1 9 9 Tm " + b"(" + b"abcdefghij " * 700_000 + b") Tj ET"
    document.pages[0].Contents = document.make_stream(drawn)
    stored = io.BytesIO()
    document.save(stored, compress_streams=True)
    path = tmp_path / "a.pdf"
    path.write_bytes(stored.getvalue())
    try:
        lines = read(path).lines
    except DocumentError:
        return
    assert sum(len(line.text) for line in lines) <= MOST_CHARACTERS


def test_what_is_no_pdf_though_it_says_so_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4 \xff\xfe nothing of the kind")
    with pytest.raises(DamagedDocumentError):
        read_here(path)
