"""What a document says of itself before and after its clauses: title, number, issuers, date, state, addressees."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from checklists.reading.dates import bare_date, date_in
from checklists.reading.document import Header
from checklists.reading.folding import fold
from checklists.reading.lines import Paragraph
from checklists.reading.problems import Problem, ProblemKind
from checklists.reading.regions import TITLE_KINDS
from checklists.reading.unit_names import pieces_of
from models.vocabulary import PolicyState

_OFFICE_NAME = r"[\u4e00-\u9fff()]{2,30}?(?:政府|办公室|办公厅|领导小组|指挥部|[局厅部委院会])"
_OFFICE = re.compile(rf"{_OFFICE_NAME}(?:\s+{_OFFICE_NAME})*")
_TITLE_END = re.compile(rf"(?:{TITLE_KINDS})(?:\([^()]*\))*$")
_TITLE_TAIL = re.compile("的(?:通知|意见|决定|函|公告|通告|请示|批复)")
_DRAFT = re.compile(r"征求意见稿|公开征求|草案|送审稿|讨论稿|审议稿|代拟稿|修订稿\)|初稿")
_DRAFT_MARK = re.compile(
    r"\s*[(（〔\[][^()（）]*(?:征求意见|草案|送审稿|讨论稿|审议稿|代拟稿|初稿)[^()（）]*[)）〕\]]\s*$"
)
_ASKS = re.compile(r"关于(?:对)?《(?P<plan>[^《》]+)》[^《》]*(?:征求|征集)[^《》]*(?:公告|通知|函|启事)$")
_YEARS = re.compile(r"\(\d{4}\s*年?\s*(?:-+\s*\d{4}\s*年?)?(?:版|修订|度)?\)|\((?:试行|暂行)\)")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}(?:\[|\()?\s*(?:19|20)\d{2}\s*(?:\]|\))?\s*第?\s*\d{1,4}\s*号")
_ORDER = re.compile(r"(?:[\u4e00-\u9fff]{2,30}令\s*)?第\s*[\d一二三四五六七八九十百零〇]+\s*号(?:令)?")
_ORDERED = re.compile(
    r"(?:^|[\s(日])(?P<number>(?P<office>[\u4e00-\u9fff]{2,24}?(?:政府|委员会|[部局厅]))令\s*第?\s*\d+\s*号)"
)
_FORWARDS = re.compile(r"(?:印发|转发|批转|发布|公布|下发)(?P<plan>.+?)的?(?:通知|公告|通告|函|决定)$")
_ISSUER = re.compile(r"^(?P<issuer>.+?)(?:关于|印发|转发|批转)")
_META = re.compile(r"\s*(?P<name>[\u4e00-\u9fff\s]{2,8})\s*:\s*(?P<value>.*)$")
_WORK_PLAN = re.compile(r"(?:工作方案|工作计划|工作要点|工作安排|行动方案)(?:\([^()]*\))*$")
_TITLES = ("标题", "文件名称", "名称", "信息名称")
_NUMBERS = ("发文字号", "文号", "发文文号", "文件编号", "发文号")
_ISSUERS = ("发文机关", "发文单位", "发布机构", "制发机关", "制定机关", "发布单位", "公开责任部门")
_DATES = ("成文日期", "发文日期", "印发日期", "制发日期", "生成日期")


@dataclass(slots=True)
class _Met:
    """What was met in the paragraphs around a document's clauses."""

    meta: dict[str, str]
    lines: list[Paragraph]


def header_of(before: Sequence[Paragraph], after: Sequence[Paragraph], problems: list[Problem]) -> Header:
    """Read the header out of the paragraphs before the first clause and those after the last."""
    met = _met(before)
    title, place = _title(met)
    number = _number(met)
    issuers = _issuers(met, title, [*met.lines, *after])
    issued_on = _issued_on(met, [*met.lines, *after], number, problems)
    return Header(
        title=title,
        plan_title=_plan_title(title),
        doc_number=number,
        issuers=issuers,
        issued_on=issued_on,
        state=_state(met, title, number, issued_on),
        addressees=_addressees(met, place),
    )


def _met(before: Iterable[Paragraph]) -> _Met:
    met = _Met({}, [])
    for paragraph in before:
        if paragraph.cells:
            _from_cells(paragraph.cells, met.meta)
            continue
        found = _META.match(fold(paragraph.text))
        name = re.sub(r"\s", "", found["name"]) if found else ""
        if found and name in (*_TITLES, *_NUMBERS, *_ISSUERS, *_DATES):
            met.meta.setdefault(name, paragraph.text[found.start("value") :].strip())
        else:
            met.lines.append(paragraph)
    return met


def _from_cells(cells: Sequence[str], meta: dict[str, str]) -> None:
    """Read a row of the table that government sites print above a document: name, value, name, value."""
    for name, value in zip(cells[::2], cells[1::2], strict=False):
        bare = re.sub(r"[\s:：]", "", name)
        if bare in (*_TITLES, *_NUMBERS, *_ISSUERS, *_DATES) and value.strip():
            meta.setdefault(bare, value.strip())


def _from_meta(met: _Met, names: Iterable[str]) -> str | None:
    return next((met.meta[name] for name in names if met.meta.get(name)), None)


def _title(met: _Met) -> tuple[str | None, int]:
    """Find the title and the place of its last line; lines that belong together are joined."""
    for place in range(len(met.lines)):
        if (start := _title_start(met.lines, place)) is None:
            continue
        pieces = [one.text for one in met.lines[start : place + 1]]
        end = place
        if place + 1 < len(met.lines) and _YEARS.fullmatch(fold(met.lines[place + 1].text)):
            pieces.append(met.lines[place + 1].text)
            end += 1
        if end + 1 < len(met.lines) and _TITLE_TAIL.fullmatch(met.lines[end + 1].text):
            pieces.append(met.lines[end + 1].text)
            end += 1
        return _joined(pieces), end
    return _from_meta(met, _TITLES), -1


def _title_start(lines: Sequence[Paragraph], place: int) -> int | None:
    text = _without_draft_mark(lines[place].text)
    if not _TITLE_END.search(fold(text)) or len(text) > 100 or re.search("[。；：，]", text.rstrip("）)")):
        return None
    if re.match("(现将|根据|为|按照|经)", text):
        return None
    start = place
    while start and _is_upper_half(lines[start - 1].text, lines[start].text):
        start -= 1
    return start


def _is_upper_half(above: str, text: str) -> bool:
    """Tell whether a line begins the title that the next line ends."""
    folded = fold(above)
    if re.search("[。；：:;,，]", folded) or _NUMBER.fullmatch(folded) or folded.startswith("(") or date_in(folded):
        return False
    if text.startswith(("关于", "印发", "转发", "批转")):
        return _OFFICE.fullmatch(folded) is not None
    return len(above) <= 40 and not _TITLE_END.search(folded) and (_is_cut_off(above) or len(text) < 8)


def _is_cut_off(above: str) -> bool:
    return (
        "关于" in above
        or re.search("(市|县|区|省|州|发展|职业教育|的|和|与|推进|推动|深化)$", above) is not None
        or above.startswith("关于")
    )


def _joined(pieces: Sequence[str]) -> str:
    return _without_draft_mark("".join(piece.strip() for piece in pieces))


def _without_draft_mark(text: str) -> str:
    return _DRAFT_MARK.sub("", text).strip()


def _plan_title(title: str | None) -> str | None:
    """Give the title of the plan that a notice forwards, out of the notice's own."""
    if (asked := _ASKS.search(title or "")) is not None:
        return _without_draft_mark(asked["plan"])
    found = _FORWARDS.search(title or "")
    if found is None:
        return None
    plan = found["plan"].strip()
    if plan.startswith("《") and "》" in plan:
        return plan[1 : plan.index("》")]
    return plan if _TITLE_END.search(fold(plan)) else None


def _number(met: _Met) -> str | None:
    if (told := _from_meta(met, _NUMBERS)) is not None:
        return told
    for paragraph in met.lines:
        folded = fold(paragraph.text)
        if (order := _ORDERED.search(folded)) is not None and len(folded) < 80:
            return paragraph.text[order.start("number") : order.end("number")]
        if _NUMBER.fullmatch(folded) or _ORDER.fullmatch(folded):
            return paragraph.text
        if len(folded) < 40 and not folded.endswith("。") and (found := _NUMBER.search(folded)) and "《" not in folded:
            return paragraph.text[found.start() : found.end()]
    return None


def _issuers(met: _Met, title: str | None, lines: Sequence[Paragraph]) -> tuple[str, ...]:
    found = _ISSUER.match(title or "")
    if found is not None and _OFFICE.fullmatch(fold(found["issuer"])):
        return _offices(found["issuer"])
    ordered = next(
        (order for one in met.lines if (order := _ORDERED.search(fold(one.text))) and len(one.text) < 80), None
    )
    if ordered is not None:
        return (ordered["office"],)
    signed = _signed(lines)
    if signed:
        return signed
    told = _from_meta(met, _ISSUERS)
    return _offices(told) if told else ()


def _signed(lines: Sequence[Paragraph]) -> tuple[str, ...]:
    """Give the offices that stand above a date."""
    for place, paragraph in enumerate(lines):
        if date_in(paragraph.text) is None or len(paragraph.text) > 20:
            continue
        offices: list[str] = []
        while place and _OFFICE.fullmatch(fold(lines[place - 1].text)) and len(lines[place - 1].text) <= 60:
            offices[:0] = _offices(lines[place - 1].text)
            place -= 1
        if offices:
            return tuple(dict.fromkeys(offices))
    return ()


def _offices(text: str) -> tuple[str, ...]:
    pieces = re.split(r"[\s、，,]+", text.strip())
    return tuple(piece for piece in pieces if piece)


def _issued_on(met: _Met, lines: Sequence[Paragraph], number: str | None, problems: list[Problem]) -> date | None:
    told = _from_meta(met, _DATES)
    if told and (day := date_in(told)) is not None:
        return day
    for paragraph in lines:
        if (day := _printed_day(paragraph.text)) is not None:
            return day
    return _damaged_day(lines, number, problems)


def _printed_day(text: str) -> date | None:
    """Read a line that holds a date alone, or the bracket under a regulation's title that says when it was made."""
    folded = fold(text)
    if len(folded) <= 24:
        return date_in(folded) if re.sub(r"[^。，,]", "", folded) == "" else None
    made = re.match(r"\(?(.{8,60}?)(公布|发布|通过|印发|批准)", folded)
    return date_in(made[1]) if made and folded.startswith("(") else None


def _damaged_day(lines: Sequence[Paragraph], number: str | None, problems: list[Problem]) -> date | None:
    """Read 202391 under a signature as a day where the year is the number's own and no other day fits."""
    for place, paragraph in enumerate(lines):
        if not place or not _OFFICE.fullmatch(fold(lines[place - 1].text)):
            continue
        day = bare_date(fold(paragraph.text))
        if day is not None and number is not None and str(day.year) in number:
            problems.append(
                Problem(paragraph.line, ProblemKind.DAMAGED_DATE, paragraph.text, f"{day:%Y}年{day.month}月{day.day}日")
            )
            return day
    return None


def _state(met: _Met, title: str | None, number: str | None, issued_on: date | None) -> PolicyState | None:
    lines = [paragraph.text for paragraph in met.lines if len(paragraph.text) <= 80]
    if any(_DRAFT.search(line) for line in lines):
        return PolicyState.DRAFT
    if number is not None or issued_on is not None:
        return PolicyState.FORMAL
    return PolicyState.WORK_PLAN if _WORK_PLAN.search(fold(title or "")) else None


def _addressees(met: _Met, place: int) -> tuple[str, ...]:
    for paragraph in met.lines[place + 1 :]:
        if (
            paragraph.text.endswith(("：", ":"))
            and not re.search("[。；]", paragraph.text)
            and len(paragraph.text) < 300
        ):
            if re.search("如下|以下|附件|现|通知", paragraph.text):
                continue
            return _parted_addressees(paragraph.text.rstrip("：: "))
    return ()


def _parted_addressees(text: str) -> tuple[str, ...]:
    """Split at commas; 各部、局、中心 stays one, 四宝山街道、中埠镇 are two."""
    groups = re.split(r"[，,；;](?![^（(〔]*[）)〕])", text)
    return tuple(name for group in groups for name in _group(group.strip()) if name)


def _group(group: str) -> list[str]:
    if "各" not in group and not group.startswith(("市", "有关")):
        return pieces_of(group)
    return [piece for piece in re.split("、(?=各|市|省|区直|县直|驻)(?![^（(〔]*[）)〕])", group) if piece]
