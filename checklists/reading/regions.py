"""The parts of a document: a notice, the plan it forwards, annexes, notes on words, and what closes them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checklists.reading.folding import fold
from checklists.reading.lines import Paragraph
from checklists.reading.marks import Mark, Style, mark_of

_ANNEX = re.compile(r"附\s*[件表录](\s*[\d一二三四五六七八九十]{1,3})?\s*[:.]?\s*(.{0,40})")
_NOTES = re.compile(r"(附\s*件?\s*\d*\s*[:：]?\s*)?(注\s*[:：]?|((相关|有关)?名词|术语)(解释|注释|说明)|注释)\s*[:：]?")
_ASIDE = re.compile("(?:起草|编制|制定|修订|政策)的?(?:情况)?(?:说明|解读)$|^(?:说明|解读)$")
_ASKS = re.compile("公开(?:征求|征集)|向社会.{0,8}(?:征求|征集)|征求.{0,12}意见的?(?:公告|函|启事|通知)")
_LONGEST_TITLE, _FEWEST_OF_A_PLAN = 40, 8
_CONTENTS = re.compile(r"目\s*[录次]")
_KIND = "(本|此|该)(方案|意见|办法|措施|通知|规定|细则|计划|规划|文件|实施意见|实施方案|行动方案|政策|清单|要点)"
_CLOSING = (
    re.compile(rf"{_KIND}[^。]{{0,40}}(起|日|后)?(施行|实施|执行|生效|解释|废止)"),
    re.compile(r"(自|从)(印发|发布|公布|公开|下发).{0,10}(施行|实施|执行)"),
    re.compile(r"\((此|本)件[^()]*\)"),
    re.compile(r"\((联系人|联系电话|信息公开)[^()]*\)?.*"),
    re.compile(r"(抄送|主送|联系人|联系电话|报送|印发单位|公开(方式|属性|类型))\s*[:：].*"),
    re.compile(r"附\s*件?\s*\d*\s*[:：].*"),
    re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(印发)?"),
    re.compile(r"二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2}年.{1,3}月.{1,3}日(印发)?"),
    re.compile(r".{2,30}(办公室|委员会|人民政府|局|厅|部)\s*\d{4}年\d{1,2}月\d{1,2}日印发"),
)
_OFFICE = re.compile(r"[^。，；：,;:]{2,40}(政府|办公室|办公厅|委员会|局|厅|部|委|会|院|办|署|中心|管委会|领导小组)")


@dataclass(slots=True)
class Part:
    """A run of paragraphs numbered on its own; `name` is 附件, 附件2 or "" and `title` stands beside it."""

    name: str
    title: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    closing: list[Paragraph] = field(default_factory=list)
    highest: dict[Style, int] = field(default_factory=dict)  # the highest number of each style that was met

    @property
    def is_aside(self) -> bool:
        """Tell whether it is an annex that only says how the plan came about."""
        return bool(self.name) and bool(self.paragraphs) and _ASIDE.search(self.title) is not None

    @property
    def is_whole(self) -> bool:
        """Tell whether it is no annex and has enough numbered paragraphs to be what the document is about."""
        numbered = sum(1 for one in self.paragraphs if not one.cells and mark_of(one.text) is not None)
        return not self.name.startswith("附件") and numbered >= _FEWEST_OF_A_PLAN

    @property
    def weight(self) -> int:
        """Count its numbered paragraphs and rows of tables, none of an aside."""
        if self.is_aside:
            return 0
        return sum(1 for one in self.paragraphs if one.cells or mark_of(one.text) is not None)


@dataclass(slots=True)
class Regions:
    """A document's parts in order, and the paragraphs of its notes on words."""

    parts: list[Part]
    notes: list[Paragraph]


def regions_of(paragraphs: Iterable[Paragraph]) -> Regions:
    """Part a document at its annexes, its notes and where its numbers begin anew."""
    regions, here = Regions([Part("")], []), None
    for paragraph in _without_contents(list(paragraphs)):
        folded = fold(paragraph.text)
        if _NOTES.fullmatch(folded) and regions.parts[-1].weight:
            here = regions.notes
        elif (annex := _annex(folded)) is not None:
            regions.parts.append(annex)
            here = None
        elif here is not None:
            here.append(paragraph)
        else:
            _place(paragraph, regions)
    for part in regions.parts:
        part.title = part.title or _first_line(part)
        _close(part)
    return regions


def asks_for_comments(paragraphs: Iterable[Paragraph]) -> bool:
    """Tell whether a notice does nothing but ask the public for comments."""
    return any(_ASKS.search(one.text) is not None for one in paragraphs)


def _first_line(part: Part) -> str:
    first = part.paragraphs[0].text if part.name and part.paragraphs else ""
    return first if len(first) <= _LONGEST_TITLE and mark_of(first) is None else ""


def _annex(folded: str) -> Part | None:
    found = _ANNEX.fullmatch(folded)
    if found is None or (found[2] and not found[1]) or re.search("[。;,]", found[2]):
        return None
    return Part(f"附件{(found[1] or '').strip()}", found[2].strip())


def _place(paragraph: Paragraph, regions: Regions) -> None:
    part = regions.parts[-1]
    mark = None if paragraph.cells else mark_of(paragraph.text)
    if _begins_anew(mark, part):
        part = Part(f"第{len(regions.parts) + 1}部分")
        part.paragraphs = _taken_title(regions.parts[-1])
        regions.parts.append(part)
    part.paragraphs.append(paragraph)
    if mark is not None:
        part.highest[mark.style] = max(mark.value, part.highest.get(mark.style, 0))


def _begins_anew(mark: Mark | None, part: Part) -> bool:
    """Tell whether the outermost numbers of a part begin again."""
    if mark is None or mark.value != 1 or mark.style not in (Style.PART, Style.CHAPTER, Style.ARTICLE, Style.CHINESE):
        return False
    outer = list(Style)[: list(Style).index(mark.style)]
    return part.highest.get(mark.style, 0) > 1 and not any(style in part.highest for style in outer)


def _taken_title(part: Part) -> list[Paragraph]:
    """Take back the paragraphs of a part that already belong to the next: its title and preamble after a signature."""
    place = len(part.paragraphs)
    while place and mark_of(part.paragraphs[place - 1].text) is None and not _is_closing(part.paragraphs[place - 1]):
        place -= 1
    first = next((n for n in range(place, len(part.paragraphs)) if is_title(part.paragraphs[n].text)), None)
    if first is None:
        return []
    taken = part.paragraphs[first:]
    del part.paragraphs[first:]
    return taken


def is_title(text: str) -> bool:
    """Tell whether a line is the title of a document, or its end."""
    return len(text) <= 80 and re.search(f"({TITLE_KINDS})(\\([^()]*\\)|（[^（）]*）)?$", text) is not None


TITLE_KINDS = (
    "通知|意见|方案|措施|办法|规定|细则|条例|计划|规划|决定|纲要|要点|指南|公告|通告|"
    "函|制度|清单|标准|政策|章程|安排|批复|举措|预案|规则|规程|指引|通报|决议|报告|指标|解读|说明|(?<![做方看想手])法"
)


def _without_contents(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Leave out a table of contents: its lines come again in the text."""
    start = next((n for n, one in enumerate(paragraphs) if _CONTENTS.fullmatch(one.text)), None)
    if start is None:
        return paragraphs
    bare = ["".join(one.text.split()) for one in paragraphs]
    first = bare[start + 1][:8] if start + 1 < len(paragraphs) else ""
    again = [n for n in range(start + 2, len(paragraphs)) if first and bare[n].startswith(first)]
    return paragraphs[:start] + paragraphs[again[0] :] if again else paragraphs


def _close(part: Part) -> None:
    """Take off the end of a part what belongs to no clause: signature, date, where it takes effect."""
    place = len(part.paragraphs)
    while place > 1 and _is_closing(part.paragraphs[place - 1]):
        place -= 1
    place = _before_a_list_of_annexes(part.paragraphs, place)
    part.closing = part.paragraphs[place:]
    if any(mark_of(one.text) is not None for one in part.paragraphs[:place]):
        del part.paragraphs[place:]


def _before_a_list_of_annexes(paragraphs: Sequence[Paragraph], place: int) -> int:
    """Go back over 附件：1.甲 2.乙, whose numbers are no clauses."""
    first = place
    while first > 1 and len(paragraphs[first - 1].text) < 60 and "。" not in paragraphs[first - 1].text:
        if fold(paragraphs[first - 1].text).startswith(("附件:", "附:")):
            return first - 1
        first -= 1
    return place


def _is_closing(paragraph: Paragraph) -> bool:
    if paragraph.cells or mark_of(paragraph.text) is not None:
        return False
    folded = fold(paragraph.text)
    return any(form.match(folded) for form in _CLOSING) or _is_signature(paragraph.text)


def _is_signature(text: str) -> bool:
    return len(text) <= 40 and _OFFICE.fullmatch(text) is not None
