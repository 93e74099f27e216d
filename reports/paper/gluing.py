"""Figures stay with their units, and with the word that counts with them (paper.md section 3)."""

from reports.paper.characters import Kind
from reports.paper.pieces import Pieces

_LONG_UNITS = ("万平方米", "个百分点", "平方米", "万人次", "元/年", "人次", "万人", "万册", "万元", "亿元", "小时")
_LESSON_UNITS = ("课时", "学时", "学年")
_UNITS = frozenset(
    (
        *_LONG_UNITS,
        *_LESSON_UNITS,
        *"年月日人元倍所家个名项条份件页次类门台套亩册届周天级号点岁班处期张版行分种位万亿％",
    )
)
_LONGEST_UNIT = max(map(len, _UNITS))
_UNIT_STARTS = frozenset(unit[0] for unit in _UNITS)
_BEFORE_FIGURE = frozenset("第表图约达共近超")
_WORDS_BEFORE_FIGURE = frozenset(("佐证", "附件", "照片", "序号"))


def glue_figures(pieces: Pieces, latin: list[int]) -> None:
    """Hold every figure among the Latin runs at these places to its unit and its word."""
    for place in latin:
        text = pieces.texts[place]
        if text[-1].isdigit() or text[-1] == "%":
            _glue_unit(pieces, place)
        if place and text[0].isdigit():
            _glue_word(pieces, place)


def _glue_unit(pieces: Pieces, place: int) -> None:
    texts = pieces.texts
    if place + 1 == len(texts) or texts[place + 1][0] not in _UNIT_STARTS:
        return
    rest = "".join(texts[place + 1 : place + 1 + _LONGEST_UNIT])
    length = next((n for n in range(_LONGEST_UNIT, 0, -1) if rest[:n] in _UNITS), 0)
    if not length:
        return
    pieces.hold(place)
    for number in range(place + 1, min(place + length, len(texts))):
        pieces.breaks[number] = 0
        pieces.stiffen(number)
    _join_dates(pieces, place)


def _join_dates(pieces: Pieces, place: int) -> None:
    """Keep 年 and 月 close to the figure that follows; the line may end between them."""
    texts = pieces.texts
    if place + 2 < len(texts) and texts[place + 1] in ("年", "月"):
        is_figure = pieces.kinds[place + 2] is Kind.LATIN and texts[place + 2].isdigit()
        if is_figure:
            pieces.hold(place + 1, breaks=True)


def _glue_word(pieces: Pieces, place: int) -> None:
    before = place - 1
    if pieces.kinds[before] is not Kind.HAN:
        return
    if pieces.texts[before] in _BEFORE_FIGURE:
        pieces.hold(before)
    elif before and pieces.texts[before - 1] + pieces.texts[before] in _WORDS_BEFORE_FIGURE:
        pieces.hold(before)
        pieces.breaks[before - 1] = 0
