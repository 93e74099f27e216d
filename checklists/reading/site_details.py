"""What a site prints around a document in names and values: its title, number, office and day."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from checklists.reading.folding import fold


class Detail(StrEnum):
    """What a name on a site's page stands for; OTHER is of no use to us."""

    TITLE = "title"
    NUMBER = "number"
    ISSUER = "issuer"
    DAY = "day"
    OTHER = "other"


_NAMES = {
    Detail.TITLE: "文件标题|文件名称|信息名称|标题|名称",
    Detail.NUMBER: "发文字号|发文文号|文件编号|发文号|文号",
    Detail.ISSUER: "发文机关|发文单位|发文机构|发文部门|发布机构|制发机关|制定机关|发布单位|公开责任部门",
    Detail.DAY: "成文日期|发文日期|发文时间|印发日期|制发日期|生成日期",
    Detail.OTHER: (
        "政策级别|政策主题|信息索引|索引号|信息类别|内容概述|主题分类|主题词|体裁分类|组配分类|公文种类|分类|发布日期|发布时间|更新日期|更新时间|"
        "信息来源|来源专题|来源|编译者|编辑|出自|作者|浏览次数|浏览量|访问量|阅读次数|阅读|浏览|点击数|点击|字体大小|字体|时间|有效性|效力状态|公文时效|"
        "时效|公开范围|公开方式|公开属性|公开时限|相关解读|关键词|下载地址|信息搜索|全文检索|实施日期|施行日期|失效日期|语种|标签"
    ),
}
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split("|")}
_SPACED = "|".join(r"\s*".join(name) for name in sorted(_KINDS, key=len, reverse=True))
_NAME = re.compile(rf"(?P<name>{_SPACED})(?P<gap>\s*:\s*|\s+|$)")
_GLUED = re.compile(r"(?P<name>发文机关|发文字号|发布机构|成文日期|发文日期|索引号)(?P<gap>)(?=[\w])")
_HEADS = re.compile(r"[\s·•【\[]*")


def details_in(text: str) -> list[tuple[Detail, str]]:
    """Read a line of names and values; empty where the line does not open with a name."""
    folded = fold(text)
    names = list(_names_in(folded))
    if not names:
        return []
    ends = [name.start() for name in names[1:]] + [len(text)]
    return [
        (_KINDS[re.sub(r"\s", "", name["name"])], text[name.end() : end].strip())
        for name, end in zip(names, ends, strict=True)
    ]


def details_of_row(cells: Sequence[str]) -> Iterator[tuple[Detail, str]]:
    """Read a row of the table that government sites print above a document: name, value, name, value."""
    for name, value in zip(cells[::2], cells[1::2], strict=False):
        kind = _KINDS.get(re.sub(r"[\s:：]", "", name))
        if kind is not None and value.strip():
            yield kind, value.strip()


def _names_in(folded: str) -> Iterator[re.Match[str]]:
    """Go through the names of a line: the first opens it, the others stand after a blank or with a colon."""
    start = _HEADS.match(folded)
    place = start.end() if start else 0
    found = _NAME.match(folded, place) or _GLUED.match(folded, place)
    while found is not None:
        yield found
        place = found.end()
        found = next((name for name in _NAME.finditer(folded, place) if _is_a_name(name, folded, place)), None)


def _is_a_name(name: re.Match[str], folded: str, place: int) -> bool:
    return ":" in name["gap"] or name.start() == place or folded[name.start() - 1].isspace()
