"""The notes that name a clause's units, found in its paragraphs and taken out of its body."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from checklists.reading.folding import fold
from checklists.reading.lines import Paragraph
from checklists.reading.problems import Problem, ProblemKind
from checklists.reading.unit_names import is_a_unit, names_of, pieces_of

_ROLE = "牵头|责任|配合|参与|参加|协办|主办|承办|主责|落实|实施|协同|协助|支持|分工|督办|完成"
_KIND = "单位|部门|处室|科室|主体|机构|地区|领导|人|方"
_AND_ROLE = rf"(?:及(?:责任|配合|参与)(?:{_KIND}))?"
_NAMED = rf"(?:第一|主要|共同|具体|市级|县级)?(?P<role>{_ROLE})(?:责任|和责任|及责任|落实)?(?:{_KIND}){_AND_ROLE}"
LABEL = re.compile(rf"(?:{_NAMED}|(?P<verb>牵头|配合|主办|协办|承办))\s*:")
_BRACKETED = re.compile(rf"[(\[]{_NAMED}[)\]](?P<colon>:?)(?=\s*[^:,。;、\s])")
_LABELLED = re.compile(rf"[(\[]\s*(?=[^()\[\]:;,。]{{0,8}}:)(?={LABEL.pattern})")
_OPEN_LABEL = re.compile(rf"(?:^|(?<=[。;)]))\s*(?={LABEL.pattern})")
_OPEN_TIME = re.compile(r"(?=(?:完成|落实|实施)?(?:时限|时间|期限):)")
VERBS = re.compile(
    r"(?P<lead>牵头|主办|主责)|(?P<participant>配合|参与|参加|协助|协同|协办)|(?P<responsible>负责|落实|实施|推进|承担|组织)"
)
DUTY = re.compile(
    r"为(?:牵头|主办|配合|协办|参与|责任)(?:单位|部门)|"
    r"(?:(?:按照?|根据|依据?|结合)?(?:各自|自身)?(?:职责|职能|任务|实际|属地)?(?:分工|要求|情况)?)(?:分别|共同|具体|依法|组织|抓好|牵头)*"
    r"(?:负责|落实|实施|推进|承担|配合|参与|参加|协助|协同|协办|牵头|主办|主责|组织)+(?:负责|落实|实施|推进)?"
)
_OPENING, _CLOSING = "([", ")]"


@dataclass(frozen=True, slots=True)
class Note:
    """What a note says, in half-width forms and as printed, and the paragraph it stands in."""

    text: str
    printed: str
    line: int
    bold: tuple[tuple[int, int], ...] = ()


def noted(paragraphs: Iterable[Paragraph], problems: list[Problem]) -> tuple[list[Paragraph], list[Note]]:
    """Part a clause's paragraphs from its notes on units."""
    rest: list[Paragraph] = []
    notes: list[Note] = []
    for paragraph in paragraphs:
        known = len(notes)  # the last note of a paragraph is found first
        left: Paragraph | None = paragraph
        while left is not None and (span := _span(_with_labels(fold(left.text)))) is not None:
            notes.insert(known, _note(left, span, problems))
            left = _without(left, span)
        if left is not None and left.text.strip("。 "):
            rest.append(left)
    return rest, notes


def _with_labels(folded: str) -> str:
    """Give 【牵头单位】甲局【责任单位】乙局 as 牵头单位:甲局 责任单位:乙局, as long as it was."""
    first = _BRACKETED.search(folded)
    if first is None or (first.start() and folded[: first.start()].rstrip()[-1:] not in "。;"):
        return folded
    return _BRACKETED.sub(lambda label: f" {label[0].strip('([])：:')}:{label['colon'] and ' '}", folded)


def _span(folded: str) -> tuple[int, int] | None:
    """Find the last note of a paragraph, with its brackets and the full stop after them."""
    labelled = [found.start() for found in _LABELLED.finditer(folded)]
    if labelled:
        return labelled[-1], _end(folded, labelled[-1])
    if (opened := _OPEN_LABEL.search(folded) or _OPEN_TIME.match(folded)) is not None:
        return opened.start(), len(folded)
    return _bare(folded)


def _bare(folded: str) -> tuple[int, int] | None:
    """Find a bracket at the end of a paragraph that holds nothing but units, or units and what they do."""
    end = len(folded.rstrip("。; "))
    if not folded[:end].endswith((")", "]")):
        return _unclosed(folded, end) or _sentence_of_duty(folded)
    start = _opening(folded, end - 1)
    if start is None:
        return _unclosed(folded, end)
    if not _holds_units(folded[start + 1 : end - 1], is_after_a_stop=_is_after_a_stop(folded, start)):
        return None
    return start, len(folded)


def _unclosed(folded: str, end: int) -> tuple[int, int] | None:
    """Find a bracket of units at the end of a paragraph that is never closed."""
    found = re.search(r"(?<=[。!?;])\s*\((?=[^。!?;]*$)", folded[:end])
    if found is None or folded.count("(", found.start()) <= folded.count(")", found.start()):
        return None
    units = [is_a_unit(piece) for piece in pieces_of(folded[found.end() : end])]
    return (found.end() - 1, len(folded)) if units and all(units) else None


def _sentence_of_duty(folded: str) -> tuple[int, int] | None:
    """Find a last sentence that says nothing but which units do what, as 由甲局牵头，乙局、丙局配合."""
    start = max(folded.rstrip("。; ").rfind(mark) for mark in "。;!?") + 1
    pieces = names_of(folded[start:].rstrip("。; "))
    if not pieces or not _does_a_duty(pieces[-1]):
        return None
    return (start, len(folded)) if all(is_a_unit(piece) or _does_a_duty(piece) for piece in pieces) else None


def _does_a_duty(piece: str) -> bool:
    """Tell whether words are a unit and what it does, and nothing else."""
    return any(
        is_a_unit(piece[: found.start()])
        for place in range(2, len(piece))
        if (found := DUTY.fullmatch(piece, place)) is not None
    )


def _is_after_a_stop(folded: str, start: int) -> bool:
    return not folded[:start].strip() or folded[:start].rstrip()[-1] in "。!?;"


def _holds_units(inside: str, *, is_after_a_stop: bool) -> bool:
    pieces = unit_pieces(inside)
    if pieces and _DUTY_AT_END.search(pieces[-1]) is not None:
        return any(is_a_unit(piece) or _does_a_duty(piece) or _begins_with_a_unit(piece) for piece in pieces)
    units = [piece for piece in pieces if is_a_unit(piece)]
    is_list = bool(units) and len(units) == len(pieces)
    return is_list and (is_after_a_stop or len(units) > 1 or units[0][0] in "市省区县州各")


def _begins_with_a_unit(piece: str) -> bool:
    return is_a_unit(VERBS.split(_DUTY_HEAD.sub("", piece))[0])


_DUTY_AT_END = re.compile(r"(牵头|负责|配合|落实|参与|参加|协助|协同|协办|组织实施)[^,;、]{0,4}$")
_FOR_ALL = re.compile("以下.{0,6}[均都]")
_RULE = re.compile(r"(?:第一|首|前).{0,4}为牵头|为(?:第一)?牵头(?:单位|部门)|下同|不再(?:一一)?列出")
_TIME = re.compile(
    r"(?:长期|持续|常年|常态化?|逐年|分年度?)(?:坚持|推进|实施|开展)|.{0,12}\d+年.{0,8}|(?:年|月|日)?底?前完成|年内完成"
)
_DUTY_HEAD = re.compile(r"(?:按照?|根据|依据|结合)(?:各自|自身)?(?:职责|职能|任务|分工|实际|要求|属地)[^,;]*$")


def is_a_rule(piece: str) -> bool:
    """Tell whether a piece of a note says how to read all notes."""
    unit, _, leads = piece.partition("为牵头")
    return _RULE.search(piece) is not None and not (leads and is_a_unit(unit) and not unit.endswith(("单位", "部门")))


def is_a_time(piece: str) -> bool:
    """Tell whether a piece of a note says no more than by when: 长期坚持, 2025年底前完成."""
    return _TIME.fullmatch(piece.strip()) is not None


def unit_pieces(text: str) -> list[str]:
    """Split a note at its marks, without times and rules; the rest of a sentence after 以下均需 is a rule."""
    kept: list[str] = []
    for sentence in text.split("。"):
        pieces = names_of(sentence)
        rule = next((place for place, piece in enumerate(pieces) if _FOR_ALL.match(piece)), len(pieces))
        kept += [piece for piece in pieces[:rule] if not is_a_rule(piece) and not is_a_time(piece)]
    return kept


def note_in_heading(heading: Paragraph) -> tuple[str, Note | None]:
    """Part a heading from the bracket at its end that names units: 强化保障（市财政局牵头）."""
    folded = fold(heading.text)
    start = _opening(folded, len(folded) - 1) if folded.endswith((")", "]")) else None
    if not start or not _names_its_units(folded[start:]):
        return heading.text, None
    span = start, len(folded)
    return heading.text[:start].strip(), _note(heading, span, [])


def _names_its_units(bracket: str) -> bool:
    inside = bracket[1:-1]
    return _LABELLED.match(bracket) is not None or (
        VERBS.search(inside) is not None and _holds_units(inside, is_after_a_stop=False)
    )


def _opening(folded: str, end: int) -> int | None:
    depth = 0
    for place in range(end, -1, -1):
        if folded[place] in _CLOSING:
            depth += 1
        elif folded[place] in _OPENING:
            depth -= 1
            if depth == 0:
                return place
    return None


def _end(folded: str, start: int) -> int:
    depth = 0
    for place in range(start, len(folded)):
        depth += (folded[place] in _OPENING) - (folded[place] in _CLOSING)
        if depth == 0:
            stop = place + 1
            return stop + (folded[stop : stop + 1] == "。")
    return len(folded)


def _note(paragraph: Paragraph, span: tuple[int, int], problems: list[Problem]) -> Note:
    piece = paragraph.part(*span)
    folded = _with_labels(fold(piece.text)).rstrip("。; ")
    if folded.startswith(("(", "[")):
        if _end(folded, 0) < len(folded) or folded[-1] not in _CLOSING or folded.count("(") > folded.count(")"):
            problems.append(
                Problem(
                    paragraph.line_at(span[1] - 1),
                    ProblemKind.MISSING_BRACKET,
                    piece.text[-12:],
                    f"{piece.text[-12:]}）",
                )
            )
            inside = piece.part(1)
        else:
            inside = piece.part(1, len(folded) - 1)
    else:
        inside = piece
    return Note(_with_labels(fold(inside.text)).rstrip("。; "), inside.text, inside.line, inside.bold)


def _without(paragraph: Paragraph, span: tuple[int, int]) -> Paragraph | None:
    before, after = paragraph.part(0, span[0]), paragraph.part(span[1])
    if before.text and after.text:
        return before.joined(after)
    return before if before.text else after if after.text else None
