"""The title of a document among the lines before its clauses, and that of the plan a notice forwards."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checklists.reading.dates import date_in
from checklists.reading.document_numbers import is_a_number
from checklists.reading.folding import fold
from checklists.reading.lines import Paragraph
from checklists.reading.offices import is_an_office
from checklists.reading.regions import TITLE_KINDS

_END = re.compile(rf"(?:{TITLE_KINDS})(?:\s*\([^()]*\))*$")
_TAIL = re.compile("的(?:通知|意见|决定|函|公告|通告|请示|批复)")
_DRAFT_MARK = re.compile(
    r"\s*[(（〔\[][^()（）]*(?:征求意见|草案|送审稿|讨论稿|审议稿|代拟稿|初稿)[^()（）]*[)）〕\]]\s*$"
)
_LABEL = re.compile(r"^(?:[•·●■◆▪]\s*|【[^【】]{2,12}】|“[^“”]{2,12}”\s+)\s*")
_VALIDITY = re.compile(r"[（(](?:已|全文)?(?:废止|失效|现行有效|有效|全文|公开)[）)]$")
_ASKS = re.compile(r"关于[^《》]*《(?P<plan>[^《》]+)》[^《》]*(?:公告|通知|函|启事)$")
_SITE = re.compile("文件标题|信息名称|标题|名称|.*号[:：]?")
_ASKING = re.compile("征求|征集")
_YEARS = re.compile(r"\(\d{4}\s*年?\s*(?:-+\s*\d{4}\s*年?)?(?:版|修订|度)?\)|\((?:试行|暂行)\)")
_FORWARDS = re.compile(r"(?:印发|转发|批转|发布|公布|下发)(?P<plan>.+?)的?(?:通知|公告|通告|函|决定)$")
_NEWS = re.compile(r"(?P<offices>[^《》]{4,60}?)印发《(?P<plan>[^《》]{4,60})》")
_SENT = re.compile(
    r"《(?P<plan>[^《》]+)》[^。]{0,40}(?:印发|转发|发)给?你们|现将《(?P<given>[^《》]+)》[^。]{0,30}(?:印发|转发|公布)"
)
_MOST_LINES = 4
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Title:
    """A title as put together and the places of its first and last line; -1 where it stands on no line."""

    text: str
    first: int = -1
    last: int = -1


def title_in(lines: Sequence[Paragraph], told: str | None) -> Title | None:
    """Find a document's title; `told` is the one a site prints in its details.

    Where the notice says whose plan it sends out and no line is the notice's title, the plan's is the document's.
    """
    titles = list(_titles(lines))
    first = next(iter(titles), None)
    plan = _sent_plan(lines)
    if first is not None:
        own = next((other for other in titles[1:] if _is_the_same(other, first)), first)
        if told and _bare(own.text) in _bare(told) and len(_bare(told)) > len(_bare(own.text)):
            return Title(_joined([told]), own.first, own.last)
        return plan if plan is not None and plan.first <= own.first and own.last <= plan.last else own
    return Title(_joined([told])) if told else plan


def plan_title(title: str | None, lines: Sequence[Paragraph]) -> str | None:
    """Give the title of the plan that a notice forwards, out of the notice's own or of its first sentence."""
    if (asked := _ASKS.search(title or "")) is not None and _ASKING.search(title or ""):
        return without_draft_mark(asked["plan"])
    found = _FORWARDS.search(title or "") or _NEWS.fullmatch(title or "")
    if found is None:
        return None
    plan = found["plan"].strip()
    if plan.startswith("《") and "》" in plan:
        return plan[1 : plan.index("》")]
    if found.re is _NEWS or _END.search(fold(plan)):
        return plan
    sent = _sent_plan(lines)
    return sent.text if sent is not None else None


def without_draft_mark(text: str) -> str:
    """Take （征求意见稿） off a title."""
    return _DRAFT_MARK.sub("", text).strip()


def _titles(lines: Sequence[Paragraph]) -> Iterator[Title]:
    for place in range(len(lines)):
        if (start := _start(lines, place)) is not None:
            yield _put_together(lines, start, place)


def _put_together(lines: Sequence[Paragraph], start: int, place: int) -> Title:
    pieces, end = [one.text for one in lines[start : place + 1]], place
    for form in (_YEARS, _TAIL):
        if end + 1 < len(lines) and form.fullmatch(fold(lines[end + 1].text)):
            pieces.append(lines[end + 1].text)
            end += 1
    return Title(_joined(pieces), start, end)


def _start(lines: Sequence[Paragraph], place: int) -> int | None:
    text = _plain(lines[place].text)
    if _is_news(text):
        return place
    if not _END.search(fold(text)) or len(text) > _LONGEST or re.search("[。；：，]", text.rstrip("）)")):
        return None
    if re.match("(现将|根据|为|按照|经)", text):
        return None
    start = place
    while start and _is_upper_half(lines[start - 1].text, lines[start].text):
        start -= 1
    return start


def _is_news(text: str) -> bool:
    """Tell whether a line is the title that news agencies give a document: 某某办公厅印发《…》."""
    found = _NEWS.fullmatch(text)
    return found is not None and is_an_office(found["offices"].strip())


def _is_upper_half(above: str, text: str) -> bool:
    """Tell whether a line begins the title that the next line ends."""
    folded = fold(above)
    if re.search("[。；：:;,，]", folded) or is_a_number(folded) or folded.startswith("(") or date_in(folded):
        return False
    if above.endswith("》"):
        return False
    if text.count("》") > text.count("《") or text.count("〉") > text.count("〈"):
        return True
    if text.startswith(("关于", "印发", "转发", "批转")) or is_an_office(text):
        return is_an_office(above) or above.endswith("关于") or above.startswith(("转发", "批转"))
    return len(above) <= 40 and not _END.search(folded) and (_is_cut_off(above) or len(text) < 8)


def _is_cut_off(above: str) -> bool:
    return (
        "关于" in above
        or re.search("(市|县|区|省|州|发展|职业教育|的|和|与|推进|推动|深化)$", above) is not None
        or above.startswith("关于")
    )


def _joined(pieces: Sequence[str]) -> str:
    """Put the lines of a title together; two offices stay apart."""
    text = ""
    for piece in _plain(" ".join(pieces)).split():
        text += f" {piece}" if _stays_apart(text, piece) else piece
    return text


def _stays_apart(text: str, piece: str) -> bool:
    if text and text[-1].isascii() and text[-1].isalnum() and piece[0].isascii():
        return True
    first = re.split("关于|印发|转发|批转", piece)[0]
    return bool(text) and is_an_office(text) and is_an_office(first)


def _plain(text: str) -> str:
    return without_draft_mark(_VALIDITY.sub("", _LABEL.sub("", text)).strip())


def _is_the_same(other: Title, first: Title) -> bool:
    """Tell whether a later line is the same title, without what the site prints before it or with its office."""
    whole, part = _bare(first.text), _bare(other.text)
    if len(part) > len(whole):
        return part.endswith(whole) and is_an_office(part[: -len(whole)])
    return len(part) < len(whole) and whole.endswith(part) and _SITE.fullmatch(whole[: -len(part)]) is not None


def _sent_plan(lines: Sequence[Paragraph]) -> Title | None:
    """Find the plan that a notice names as what it sends, on its own lines where they stand."""
    sent = next((found for one in lines if (found := _SENT.search(one.text)) is not None), None)
    if sent is None:
        return None
    name = sent["plan"] or sent["given"]
    for first in range(len(lines)):
        for last in range(first, min(first + _MOST_LINES, len(lines))):
            if _bare("".join(one.text for one in lines[first : last + 1])) == _bare(name):
                return _put_together(lines, first, last)
    return Title(without_draft_mark(name))


def _bare(text: str) -> str:
    return re.sub(r"[\s《》〈〉<>“”]", "", text)
