"""Tables of tasks: a row a clause, its columns told by the words at their head."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from checklists.reading.clauses import Draft, Found
from checklists.reading.document import TextSection
from checklists.reading.folding import fold
from checklists.reading.lines import ABOVE, Paragraph
from checklists.reading.marks import mark_of
from checklists.reading.notes_on_units import Note

_LONGEST_HEADING, _LONGEST_HEAD = 45, 12
_BLANK = re.compile(r"[\s/—-]*")
_DITTO = ("〃", "同上", "″", ABOVE)


class Column(StrEnum):
    """What a column of a table of tasks holds."""

    NUMBER = "number"
    GROUP = "group"
    LEAD = "牵头单位"
    PARTICIPANT = "配合单位"
    RESPONSIBLE = "责任单位"
    DUE = "完成时限"
    TASK = "task"
    BODY = "body"


_HEADS = (
    (Column.NUMBER, r"序号|编号|项次"),
    (Column.LEAD, r"牵头|主办|主责|第一责任"),
    (Column.PARTICIPANT, r"配合|参与|参加|协办|协同|协助"),
    (Column.RESPONSIBLE, r"责任(?!清单)|承办|实施单位|落实单位|单位|部门"),
    (Column.DUE, r"时限|时间|期限|进度|节点"),
    (Column.GROUP, r"类别|分类|领域|板块|一级|大类"),
    (Column.BODY, r"内容|措施|举措|要求|具体|标准|目标(?!任务)"),
    (Column.TASK, r"任务|项目|事项|指标|工作|名称|条款"),
)
_UNITS = (Column.LEAD, Column.PARTICIPANT, Column.RESPONSIBLE)


@dataclass(slots=True)
class _Table:
    """A table being read: its columns, and what stands in the row before."""

    ref: str
    columns: dict[int, Column]
    above: dict[int, str] = field(default_factory=dict)
    group: str = ""
    count: int = 0
    groups: int = 0


def take_tables(paragraphs: Sequence[Paragraph], prefix: str, found: Found) -> list[Paragraph]:
    """Read the tables of tasks among paragraphs and give the other paragraphs."""
    rest: list[Paragraph] = []
    table: _Table | None = None
    tables = 0
    for paragraph in paragraphs:
        columns = _columns(paragraph.cells)
        if columns:
            if table is None or table.columns != columns:
                tables += 1
                table = _opened(f"{prefix}/表{tables}" if prefix else f"表{tables}", columns, paragraph, rest, found)
        elif table is not None and paragraph.cells and not table.count and (lower := _lower_heads(paragraph.cells)):
            table.columns |= lower
        elif table is not None and paragraph.cells:
            _row(table, paragraph, found)
        else:
            table = None
            rest.append(paragraph)
    return rest


def _columns(cells: Sequence[str]) -> dict[int, Column]:
    """Tell the columns by a row of heads; empty where the row is none."""
    heads = [re.sub(r"\s", "", cell) for cell in cells]
    if len([head for head in heads if head]) < 3 or any(len(head) > _LONGEST_HEAD for head in heads):
        return {}
    columns = {place: kind for place, head in enumerate(heads) if (kind := _column(head)) is not None}
    kinds = set(columns.values())
    return columns if kinds & set(_UNITS) and kinds & {Column.TASK, Column.BODY} else {}


def _lower_heads(cells: Sequence[str]) -> dict[int, Column]:
    """Tell the columns by a second row of heads, under one that spans them: 牵头单位 and 配合单位 under 责任分工."""
    heads = {place: re.sub(r"\s", "", cell) for place, cell in enumerate(cells) if cell.strip() and cell != ABOVE}
    kinds = {place: _column(head) for place, head in heads.items() if len(head) <= _LONGEST_HEAD}
    told = {place: kind for place, kind in kinds.items() if kind is not None}
    is_heads = len(told) == len(heads) > 1 and ABOVE in cells and bool(set(told.values()) & set(_UNITS))
    return told if is_heads else {}


def _column(head: str) -> Column | None:
    return next((kind for kind, words in _HEADS if re.search(words, head)), None) if head else None


def _opened(ref: str, columns: dict[int, Column], head: Paragraph, rest: list[Paragraph], found: Found) -> _Table:
    title = rest.pop().text if rest and _is_a_title(rest[-1]) else ""
    found.sections.append(TextSection(ref, ref.rpartition("表")[2], title, head.line))
    return _Table(ref, columns)


def _is_a_title(paragraph: Paragraph) -> bool:
    return (
        len(paragraph.text) <= 40
        and paragraph.text.endswith(("表", "清单", "台账", "分工", "安排", "任务"))
        and mark_of(paragraph.text) is None
    )


def _row(table: _Table, row: Paragraph, found: Found) -> None:
    filled = [cell for cell in row.cells if not _BLANK.fullmatch(cell)]
    if len(filled) == 1 and len(row.cells) > 1 and row.cells[0] == filled[0]:
        _group(table, filled[0], row, found)
        return
    told = {place: cell for place, cell in enumerate(row.cells) if place in table.columns}
    continues = [place for place, kind in table.columns.items() if kind is Column.NUMBER and told.get(place) == ABOVE]
    told = {place: table.above.get(place, "") if cell.strip() in _DITTO else cell for place, cell in told.items()}
    table.above = told
    texts = _by_column(table, told)
    if not texts[Column.TASK] and not texts[Column.BODY]:
        return
    _named_group(table, texts[Column.GROUP], row, found)
    if continues and found.clauses:
        _continue(found.clauses[-1], texts, row)
    else:
        found.clauses.append(_draft(table, texts, row))


def _group(table: _Table, text: str, row: Paragraph, found: Found) -> None:
    table.groups += 1
    mark = mark_of(text)
    table.group = f"{table.ref}/{table.groups}"
    heading = text[mark.length :].strip() if mark else text.strip()
    found.sections.append(TextSection(table.group, str(table.groups), heading, row.line))


def _named_group(table: _Table, name: str, row: Paragraph, found: Found) -> None:
    """Open a section where the column of groups names another one."""
    if name and (not found.sections or found.sections[-1].heading != name.strip()):
        _group(table, name, row, found)


def _by_column(table: _Table, told: dict[int, str]) -> dict[Column, str]:
    texts = dict.fromkeys(Column, "")
    for place, kind in table.columns.items():
        cell = told.get(place, "").strip()
        if not _BLANK.fullmatch(cell):
            texts[kind] = f"{texts[kind]}\n{cell}".strip()
    return texts


def _draft(table: _Table, texts: dict[Column, str], row: Paragraph) -> Draft:
    table.count += 1
    number = re.sub(r"\D", "", fold(texts[Column.NUMBER])) or str(table.count)
    heading, bodies = _heading_and_bodies(texts)
    parent = table.group or table.ref
    place = Paragraph(heading, ((0, row.line),)) if heading else None
    draft = Draft(f"{parent}/{number}", number, heading, place, row.line, [])
    draft.paragraphs = [Paragraph(body, ((0, row.line),)) for body in bodies]
    draft.notes = list(_notes(texts, row))
    return draft


def _continue(draft: Draft, texts: dict[Column, str], row: Paragraph) -> None:
    known = {paragraph.text for paragraph in draft.paragraphs} | {draft.heading}
    bodies = (body for body in _heading_and_bodies(texts)[1] if body not in known)
    draft.paragraphs += [Paragraph(body, ((0, row.line),)) for body in bodies]
    draft.notes += _notes(texts, row)


def _heading_and_bodies(texts: dict[Column, str]) -> tuple[str, list[str]]:
    task = _bare(texts[Column.TASK])
    bodies = [line.strip() for line in texts[Column.BODY].split("\n") if line.strip()]
    if bodies and len(task) <= _LONGEST_HEADING:
        return task, bodies
    if not bodies and len(task) <= _LONGEST_HEADING and "。" not in task:
        return task, []
    return "", [*([task] if task else []), *bodies]


def _bare(text: str) -> str:
    """Take the number off a task that repeats it, and its line breaks."""
    mark = mark_of(text)
    return text[mark.length if mark else 0 :].replace("\n", "").strip().removesuffix("。")


def _notes(texts: dict[Column, str], row: Paragraph) -> Iterator[Note]:
    for kind in (*_UNITS, Column.DUE):
        if texts[kind]:
            printed = f"{kind.value}：{_listed(texts[kind].split(chr(10)))}"
            yield Note(fold(printed), printed, row.line)


def _listed(lines: Iterable[str]) -> str:
    return "、".join(re.sub(r"\s+", "、", line.strip()).strip("、，；。") for line in lines if line.strip())
