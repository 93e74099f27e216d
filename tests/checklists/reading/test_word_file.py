"""Word files: automatic numbers, tables, text boxes, tracked changes, and files built to harm."""

from pathlib import Path

import pytest

from checklists.reading import read_here
from checklists.reading.errors import (
    DamagedDocumentError,
    DocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    HostileDocumentError,
    MacroDocumentError,
    OldFormatError,
    TooLargeDocumentError,
)
from checklists.reading.problems import ProblemKind
from tests.checklists.reading.word_files import SPACE, TYPES, a_word_file, numbering, paragraph, table, zipped

LEVELS = (
    ("chineseCounting", "%1、"),
    ("japaneseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimalEnclosedCircle", "%4"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def texts(path: Path) -> list[str]:
    return [line.text for line in read_here(path).lines]


def test_automatic_numbers_are_counted_level_by_level(tmp_path: Path) -> None:
    blocks = [
        ("优化布局", 0),
        ("整合资源", 1),
        ("合并学校", 2),
        ("新建校区", 2),
        ("加强队伍", 1),
        ("统筹招聘", 2),
        ("落实保障", 0),
        ("加大投入", 1),
    ]
    path = a_word_file(
        tmp_path / "方案.docx",
        *(paragraph(text, list_number="1", depth=depth) for text, depth in blocks),
        numbering=numbering(*LEVELS),
    )
    assert texts(path)[:4] == ["一、优化布局", "（一）整合资源", "1.合并学校", "2.新建校区"]
    assert texts(path)[4:] == ["（二）加强队伍", "1.统筹招聘", "二、落实保障", "（一）加大投入"]


def test_a_list_that_begins_anew_counts_from_one(tmp_path: Path) -> None:
    path = a_word_file(
        tmp_path / "方案.docx",
        paragraph("甲", list_number="1"),
        paragraph("乙", list_number="1"),
        paragraph("丙", list_number="2"),
        numbering=numbering(*LEVELS),
    )
    assert texts(path) == ["一、甲", "二、乙", "一、丙"]


def test_a_style_may_number_its_paragraphs(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {SPACE}><w:style w:styleId="标题"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style></w:styles>"
    )
    path = a_word_file(
        tmp_path / "a.docx", paragraph("加强领导", style="标题"), numbering=numbering(*LEVELS), styles=styles
    )
    assert texts(path) == ["（一）加强领导"]


def test_a_table_of_tasks_is_read_row_by_row(tmp_path: Path) -> None:
    path = a_word_file(
        tmp_path / "分工.docx",
        paragraph("河东市职业教育重点任务分解方案"),
        paragraph("重点任务分工表"),
        table(
            ("序号", "重点任务", "工作措施", "牵头单位", "配合单位", "完成时限"),
            ("一、改善办学条件",),
            ("1", "补齐校舍短板", "改造实训室不少于20间。", "市教育局", "市财政局\n市住房城乡建设局", "2024年12月"),
            ("2", "^", "设备值达到生均8000元。", "市教育局", "同上", "2025年底"),
            ("二、建强队伍",),
            ("3", "提升“双师”比例", "“双师型”教师占比达到60%以上。", "市教育局", "—", "长期坚持"),
        ),
    )
    text = read_here(path).text
    assert [(section.ref, section.heading) for section in text.sections] == [
        ("表1", "重点任务分工表"), ("表1/1", "改善办学条件"), ("表1/2", "建强队伍"),
    ]  # fmt: skip
    assert [(clause.ref, clause.heading) for clause in text.clauses] == [
        ("表1/1/1", "补齐校舍短板"), ("表1/1/2", "补齐校舍短板"), ("表1/2/3", "提升“双师”比例"),
    ]  # fmt: skip
    assert text.clauses[0].units.participant == ("市财政局", "市住房城乡建设局")
    assert text.clauses[1].units.participant == ("市财政局", "市住房城乡建设局")
    assert [figure.deadline for figure in text.figures] == ["2024-12-31", "2025-12-31", ""]


def test_bold_units_lead_where_the_text_says_so(tmp_path: Path) -> None:
    path = a_word_file(
        tmp_path / "措施.docx",
        paragraph("某区职业教育若干措施"),
        paragraph("（一）办好学校。改善条件。（区教育局、区财政局，黑体为牵头部门，下同）", bold="区财政局"),
        paragraph("（二）办好专业。调整专业。（区教育局、区人社局）", bold="区教育局"),
    )
    text = read_here(path).text
    assert [clause.units.lead for clause in text.clauses] == [("区财政局",), ("区教育局",)]
    assert text.problems == ()


def test_no_text_is_lost_and_what_is_left_out_is_told(tmp_path: Path) -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('框里的字')}</w:txbxContent></w:pict></w:r></w:p>"
    added, gone = "<w:r><w:t>新增的字</w:t></w:r>", "<w:r><w:delText>删去的字</w:delText></w:r>"
    changed = f"<w:p><w:ins>{added}</w:ins><w:del>{gone}</w:del></w:p>"
    control = f"<w:sdt><w:sdtContent>{paragraph('控件里的字')}</w:sdtContent></w:sdt>"
    footnotes = f"<w:footnotes {SPACE}><w:footnote>{paragraph('脚注的字')}</w:footnote></w:footnotes>"
    path = a_word_file(tmp_path / "a.docx", box, changed, control, table(("甲", "乙")), footnotes=footnotes)
    document = read_here(path)
    assert [line.text for line in document.lines if line.text] == ["框里的字", "新增的字", "控件里的字", "甲 乙"]
    skipped = [problem.found for problem in document.text.problems if problem.kind is ProblemKind.SKIPPED_PART]
    assert skipped == ["脚注", "修订中删去的文字"]


def test_a_soft_break_parts_a_paragraph(tmp_path: Path) -> None:
    path = a_word_file(tmp_path / "a.docx", "<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>")
    assert [(line.text, line.number) for line in read_here(path).lines] == [("上", 1), ("下", 1)]


LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "哈哈哈哈">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + f"]><w:document {SPACE}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
)
EXTERNAL = (
    '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f"<w:document {SPACE}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
@pytest.mark.parametrize("document", [LAUGHS, EXTERNAL], ids=["laughs", "external"])
def test_a_document_type_is_refused(document: str, code: str, tmp_path: Path) -> None:
    head = f'<?xml version="1.0" encoding="{code}"?>'
    path = zipped(
        tmp_path / "a.docx", {"[Content_Types].xml": TYPES, "word/document.xml": (head + document).encode(code)}
    )
    with pytest.raises(HostileDocumentError):
        read_here(path)


def a_file(tmp_path: Path, content: bytes, name: str = "a.docx") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def a_bomb(path: Path) -> Path:
    return zipped(path, {"[Content_Types].xml": TYPES, "word/document.xml": b"<a>" + b" " * 150_000_000})


def many_entries(path: Path) -> Path:
    return zipped(path, {"[Content_Types].xml": TYPES, **{f"word/{number}.xml": "" for number in range(5_001)}})


def deep(path: Path) -> Path:
    return a_word_file(path, "<w:customXml>" * 30_000 + paragraph("底") + "</w:customXml>" * 30_000)


def with_macros(path: Path) -> Path:
    return zipped(path, {"[Content_Types].xml": TYPES, "word/document.xml": "<a/>", "word/vbaProject.bin": b"x"})


def of_macro_type(path: Path) -> Path:
    return a_word_file(path, paragraph("字"), types=TYPES.replace("document.main", "document.macroEnabled.main"))


def too_many_paragraphs(path: Path) -> Path:
    return a_word_file(path, *(f"<w:p><w:r><w:t>{number}</w:t></w:r></w:p>" for number in range(20_002)))


def too_long(path: Path) -> Path:
    return a_word_file(path, *(paragraph("".join(map(chr, range(0x4E00, 0x9E00)))) for _ in range(260)))


def of_no_text(path: Path) -> Path:
    return a_word_file(path, paragraph(), paragraph("  "))


def without_body(path: Path) -> Path:
    return zipped(path, {"[Content_Types].xml": TYPES, "word/document.xml": f"<w:document {SPACE}/>"})


def no_word_file(path: Path) -> Path:
    return zipped(path, {"别的.txt": "字"})


@pytest.mark.parametrize(
    ("build", "refusal"),
    [
        (a_bomb, HostileDocumentError),
        (many_entries, HostileDocumentError),
        (deep, HostileDocumentError),
        (with_macros, MacroDocumentError),
        (of_macro_type, MacroDocumentError),
        (too_many_paragraphs, TooLargeDocumentError),
        (too_long, TooLargeDocumentError),
        (of_no_text, EmptyDocumentError),
        (without_body, DamagedDocumentError),
        (no_word_file, DamagedDocumentError),
    ],
)
def test_a_file_built_to_harm_is_refused(build: object, refusal: type[DocumentError], tmp_path: Path) -> None:
    path = build(tmp_path / "a.docx")  # type: ignore[operator]
    with pytest.raises(refusal):
        read_here(path)


@pytest.mark.parametrize("cut", [4, 60, 200, -30])
def test_a_file_cut_short_is_refused(cut: int, tmp_path: Path) -> None:
    whole = a_word_file(tmp_path / "a.docx", paragraph("字")).read_bytes()
    with pytest.raises(DocumentError):
        read_here(a_file(tmp_path, whole[:cut], "b.docx"))


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (OLE + b"\x00" * 600, OldFormatError),
        (OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), EncryptedDocumentError),
    ],
)
@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.wps", "a.txt"])
def test_old_and_locked_files_are_named_as_such(
    content: bytes, refusal: type[DocumentError], name: str, tmp_path: Path
) -> None:
    with pytest.raises(refusal):
        read_here(a_file(tmp_path, content, name))


def test_heads_in_two_rows_tell_the_columns_together(tmp_path: Path) -> None:
    path = a_word_file(
        tmp_path / "分工.docx",
        paragraph("河东市职业教育任务分工表"),
        table(
            ("序号", "重点任务", "责任分工", "", "完成时限"),
            ("^", "^", "牵头单位", "配合单位", "^"),
            ("1", "建成实训室20间", "市教育局", "市财政局", "2024年12月"),
        ),
    )
    (clause,) = read_here(path).text.clauses
    assert (clause.units.lead, clause.units.participant) == (("市教育局",), ("市财政局",))


def test_a_plan_keeps_its_plain_paths_beside_a_longer_table_of_tasks(tmp_path: Path) -> None:
    points = [f"（{number}）办好学校。改善条件。" for number in "一二三四五六七八"]
    rows = [(str(number), f"完成任务{number}", "市教育局", "2025年") for number in range(1, 21)]
    path = a_word_file(
        tmp_path / "方案.docx",
        paragraph("河东市职业教育工作方案"),
        paragraph("一、主要任务"),
        *map(paragraph, points),
        paragraph("附件"),
        table(("序号", "任务", "责任单位", "完成时限"), *rows),
    )
    refs = [clause.ref for clause in read_here(path).text.clauses]
    assert (refs[0], refs[8], len(refs)) == ("一/（一）", "附件/表1/1", 28)
