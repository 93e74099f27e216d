"""Web pages as government sites give them."""

from datetime import date
from pathlib import Path

import pytest

from checklists.reading import read_here

NAVIGATION = "".join(f"<li><a href='#'>政务公开栏目{number}</a></li>" for number in range(30))
CLAUSES = (
    "<p style='text-indent:2em'><span>为推进改革，制定本措施。</span></p>"
    "<p><strong>一、优化布局</strong></p>"
    "<p>（一）办好学校。到2026年，建成<span>高水平</span>学校<b>3</b>所&mdash;5所。&nbsp;（责任单位：市教育局、市财政局）</p>"
    "<p>（二）办好专业。每年新增专业10个左右。<br/>（责任单位：市教育局）</p>"
    "<p style='display:none'>（三）看不见的条款。</p><script>var x = '（四）脚本';</script>"
)
DETAILS = (
    "<table><tr><td><b>索 引 号：</b></td><td>000014</td><td>主题分类：</td><td>教育</td></tr>"
    "<tr><td>发文机关：</td><td>松江市人民政府</td><td>成文日期：</td><td>2024年05月06日</td></tr>"
    "<tr><td>发文字号：</td><td>松政发〔2024〕9号</td><td>发布日期：</td><td>2024年05月20日</td></tr></table>"
)


def page(body: str, *, code: str, title: str = "松江市职业教育改革若干措施_松江市人民政府") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><meta charset='{code}'><title>{title}</title><style>p {{}}</style></head>"
        f"<body><div class='nav'><ul>{NAVIGATION}</ul></div>{body}"
        "<div class='foot'>主办单位：松江市人民政府办公室 网站地图 备案号：松ICP备05000000号</div></body></html>"
    ).encode(code)


@pytest.mark.parametrize("code", ["utf-8", "gb18030"])
def test_a_page_is_read_without_the_site_around_it(code: str, tmp_path: Path) -> None:
    path = tmp_path / "页面.html"
    path.write_bytes(page(f"{DETAILS}<div id='zoom'><div class='TRS_Editor'>{CLAUSES}</div></div>", code=code))
    text = read_here(path).text
    assert text.header.title == "松江市职业教育改革若干措施"
    assert (text.header.doc_number, text.header.issued_on) == ("松政发〔2024〕9号", date(2024, 5, 6))
    assert text.header.issuers == ("松江市人民政府",)
    assert [clause.ref for clause in text.clauses] == ["一/（一）", "一/（二）"]
    assert text.clauses[0].units.responsible == ("市教育局", "市财政局")
    assert text.clauses[1].units.responsible == ("市教育局",)
    assert text.clauses[1].body == "每年新增专业10个左右。"


def test_a_page_laid_out_in_tables_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "旧.htm"
    path.write_bytes(page(f"<table><tr><td><table><tr><td>{CLAUSES}</td></tr></table></td></tr></table>", code="utf-8"))
    assert [clause.heading for clause in read_here(path).text.clauses] == ["办好学校", "办好专业"]


def test_a_table_of_tasks_reads_like_one_of_word(tmp_path: Path) -> None:
    rows = (
        "<tr><th>序号</th><th>工作任务</th><th>具体措施</th><th>责任单位</th></tr>"
        "<tr><td>1</td><td rowspan='2'>改善条件</td><td>新建校舍2栋。</td><td>市教育局</td></tr>"
        "<tr><td>2</td><td>购置设备100台。</td><td>市教育局<br>市财政局</td></tr>"
    )
    path = tmp_path / "表.html"
    path.write_bytes(page(f"<div><p>松江市任务分工方案</p><table>{rows}</table></div>", code="utf-8"))
    text = read_here(path).text
    assert [(clause.ref, clause.heading) for clause in text.clauses] == [("表1/1", "改善条件"), ("表1/2", "改善条件")]
    assert text.clauses[1].units.responsible == ("市教育局", "市财政局")


def test_a_page_saved_under_the_name_of_a_word_file_is_read_as_a_page(tmp_path: Path) -> None:
    path = tmp_path / "方案.doc"
    path.write_bytes(page(f"<div>{CLAUSES}</div>", code="utf-8"))
    assert len(read_here(path).text.clauses) == 2


def test_open_and_crossed_elements_lose_no_text(tmp_path: Path) -> None:
    body = "<div><p>一、加强领导。各校成立专班。<p>二、加强督导<b>。每年<i>督</b>导</i>1次。</div></section>"
    path = tmp_path / "a.html"
    path.write_bytes(page(body, code="utf-8"))
    assert [clause.body for clause in read_here(path).text.clauses] == ["各校成立专班。", "每年督导1次。"]


def test_a_page_nested_without_end_is_read_or_refused_quickly(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(page("<div>" * 50_000 + "<p>一、加强领导。各校成立专班。</p>", code="utf-8"))
    assert [clause.heading for clause in read_here(path).text.clauses] == ["加强领导"]
