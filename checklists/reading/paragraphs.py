"""Lines joined to paragraphs, without the blank, repeated and foreign ones."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checklists.reading.folding import fold
from checklists.reading.line_breaks import ENDS, Breaks, breaks_of
from checklists.reading.lines import Line, Paragraph
from checklists.reading.marks import mark_of
from checklists.reading.plain_text import UNKNOWN
from checklists.reading.problems import Problem, ProblemKind
from checklists.reading.regions import is_title
from checklists.reading.repeats import without_repeated_tail

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\ufffd\ufffe\x00-\x08\x0e-\x1f\x7f]")
_LETTERS_APART = re.compile(r"[\u4e00-\u9fff](?: [\u4e00-\u9fff])+")
_SPACES = re.compile("[\\s\u3000\xa0]+")
_FOREIGN = re.compile(
    r"扫(码|一扫)|(分享|转发)(到|至)|打印(本页)?[\])】]|关闭(窗口|本页)|上一篇|下一篇|责任编辑|浏览次数|点击(数|量)|版权所有|"
    r"[\w]*ICP备|公网安备|网站地图|字体[:：【\[]|^字号[:：]|您(当前|现在)?(所在)?的?位置|手机浏览|技术支持[:：]|【?\s*打印\s*】?$"
)
_INDENT = re.compile("\u3000| {2}|\t|\xa0{2}")
_LONG = 40
_NEVER_FIRST = "》，。、；：）”！？"


def paragraphs_of(lines: Iterable[Line]) -> tuple[list[Paragraph], list[Problem]]:
    """Join lines to paragraphs; what was left out or joined without the format saying so is told."""
    problems: list[Problem] = []
    printed = list(lines)
    indented = frozenset(line.number for line in printed if _INDENT.match(line.text))
    kept, tail = without_repeated_tail(list(_readable(printed, problems)))
    if tail is not None:
        problems.append(Problem(tail.number, ProblemKind.REPEATED_TAIL, tail.text[:20]))
    return list(_joined(kept, breaks_of(kept, indented), problems)), problems


def _readable(lines: Iterable[Line], problems: list[Problem]) -> Iterator[Line]:
    for line in lines:
        if unknown := line.text.count(UNKNOWN):
            problems.append(Problem(line.number, ProblemKind.LEFT_CHARACTERS, str(unknown)))
        cleaned = _cleaned(line)
        folded = fold(cleaned.text)
        if not cleaned.text:
            continue
        if len(folded) < 60 and _FOREIGN.search(folded):
            problems.append(Problem(line.number, ProblemKind.FOREIGN_LINE, cleaned.text[:30]))
        else:
            yield cleaned


def _cleaned(line: Line) -> Line:
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", line.text))
    stripped = _closed(_SPACES.sub(" ", text).strip())
    return line if stripped == line.text else replace(line, text=stripped, bold=_kept_bold(line, stripped))


def _closed(text: str) -> str:
    """Close up a line spaced letter by letter, as 通 知 is to fill its width."""
    return text.replace(" ", "") if _LETTERS_APART.fullmatch(text) else text


def _kept_bold(line: Line, stripped: str) -> tuple[tuple[int, int], ...]:
    """Find the bold words anew in a text whose blanks were taken out."""
    spans, at = [], 0
    for start, end in line.bold:
        words = _SPACES.sub(" ", _INVISIBLE.sub("", line.text[start:end])).strip()
        place = stripped.find(words, at)
        if words and place >= 0:
            spans.append((place, at := place + len(words)))
    return tuple(spans)


def _joined(lines: Sequence[Line], breaks: Breaks, problems: list[Problem]) -> Iterator[Paragraph]:
    held: Paragraph | None = None
    for line in lines:
        new = Paragraph(line.text, ((0, line.number),), line.cells, line.bold)
        if held is not None and _continues(held, line, breaks):
            if line.opens is not False and not breaks.width:
                problems.append(Problem(held.line_at(len(held.text)), ProblemKind.BROKEN_LINE, line.text[:12]))
            held = held.joined(new, _between(held.text, line.text))
            continue
        if held is not None:
            yield held
        held = new
    if held is not None:
        yield held


def _continues(held: Paragraph, line: Line, breaks: Breaks) -> bool:
    if line.cells or held.cells:
        return False
    if line.opens is False or line.text[0] in _NEVER_FIRST:
        return True
    if mark_of(line.text) is not None:
        return breaks.is_torn(held.text, _last_length(held), line)
    if _has_open_note(held.text):
        return True
    if breaks.width and line.opens is None:
        return breaks.goes_on(held.text, _last_length(held), line)
    return _is_torn(held.text, line.text)


def _is_torn(before: str, after: str) -> bool:
    if before[-1] in "、，,":
        return True
    breaks_off = before[-1] not in f"{ENDS}”）)】》" and len(before) >= _LONG and not is_title(before)
    return breaks_off and after[-1] in "。！？；;" and not fold(after).startswith(("(", "附", "注"))


def _has_open_note(text: str) -> bool:
    folded = fold(text)
    note = re.search(r"\([^()]{0,4}(责任|牵头|配合)[^()]{0,6}:", folded)
    if note is None or text[-1] in "。）)":
        return False
    rest = folded[note.start() :]
    return rest.count("(") > rest.count(")")


def _last_length(held: Paragraph) -> int:
    return len(held.text) - held.places[-1][0]


def _between(before: str, after: str) -> str:
    return " " if before[-1].isascii() and after[0].isascii() and before[-1].isalpha() and after[0].isalpha() else ""
