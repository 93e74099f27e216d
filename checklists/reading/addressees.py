"""Whom a document is sent to: the line that ends in a colon and names nothing but bodies."""

import re
from collections.abc import Iterable, Sequence

from checklists.reading.lines import Paragraph
from checklists.reading.unit_names import pieces_of

_LONGEST = 300
_NONE = re.compile("[。；]|如下|以下|附件|现|通知|方案|精神")
_BODY = re.compile(
    "政府|党委|委员会|管委会|办事处|部门|单位|机构|团体|企业|公司|学校|院校|高校|街道|镇|局|厅|教委|[委区县]办"
)
_WHOLE = re.compile(
    r"(?:政府|公署|办事处|管委会|委员会|部门|单位|机构|团体|局|厅|厅委|部委|公司|院校|学校|学院|企业|集团|[)）])$"
)
_BEGINS = re.compile("各|[省市县区]直|驻")
_OUTSIDE = r"(?![^（(〔]*[）)〕])"


def addressees_in(lines: Sequence[Paragraph], title_ends: int) -> tuple[str, ...]:
    """Find the addressees after the title, or before it where nothing stands after it."""
    for paragraph in (*lines[title_ends + 1 :], *lines[: max(title_ends, 0)]):
        if paragraph.text.endswith(("：", ":")) and _names_bodies(text := paragraph.text.rstrip("：: ")):
            return tuple(_parted(text))
    return ()


def _names_bodies(text: str) -> bool:
    return len(text) < _LONGEST and _BODY.search(text) is not None and not _NONE.search(text)


def _parted(text: str) -> Iterable[str]:
    """Split at commas; 各部、局、中心 stays one, 四宝山街道、中埠镇 are two."""
    for group in re.split(rf"[，,；;]{_OUTSIDE}", text):
        yield from (name.strip() for name in _group(group.strip()) if name.strip())


def _group(group: str) -> list[str]:
    pieces = re.split(rf"、{_OUTSIDE}", group)
    if not any(_is_whole(piece) for piece in pieces) and "各" not in group and not group.startswith(("市", "有关")):
        return pieces_of(group)
    names = [pieces[0]]
    for piece in pieces[1:]:
        if _is_whole(names[-1].rpartition("、")[2]) or (names[-1].startswith("各") and _BEGINS.match(piece)):
            names.append(piece)
        else:
            names[-1] += f"、{piece}"
    return names


def _is_whole(name: str) -> bool:
    """Tell whether a name is that of a body and no first part of one: 各镇人民政府, but not 各部 or 容城."""
    return len(name) > 3 and _WHOLE.search(name) is not None
