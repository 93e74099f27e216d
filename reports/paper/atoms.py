"""Text as unbreakable pieces: classes, glue, gaps and squeeze of Chinese typesetting (paper.md section 3)."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import IntEnum

from reports.paper.styles import Style


class Kind(IntEnum):
    """What a piece is to the line: an opening or closing mark, dash, Han (and all else), Latin run, space."""

    OPENING = 0
    CLOSING = 1
    DASH = 2
    HAN = 3
    LATIN = 4
    SPACE = 5


_OPENING, _CLOSING, _HAN = Kind.OPENING, Kind.CLOSING, Kind.HAN

OPENING = frozenset("（《〈「『【〔［｛“‘")  # noqa: RUF001
CLOSING = frozenset("）》〉」』】〕］｝”’、，。；：？！")  # noqa: RUF001
NEVER_FIRST = CLOSING | frozenset("·—…～％%℃°′″)]}>,.;:?!/々ー")
NEVER_LAST = OPENING | frozenset("([{<￥¥$№#＃")

_LONG_UNITS = (
    *(
        "万平方米",
        "个百分点",
        "平方米",
        "万人次",
        "元/年",
        "人次",
        "万人",
        "万册",
        "万元",
        "亿元",
        "小时",
        "课时",
        "学时",
    ),
    "学年",
)
_UNITS = frozenset(
    (*_LONG_UNITS, *"年月日人元倍所家个名项条份件页次类门台套亩册届周天级号点岁班处期张版行分种位万亿％")
)
_LONGEST_UNIT = max(map(len, _UNITS))
_UNIT_STARTS = frozenset(unit[0] for unit in _UNITS)
_BEFORE_FIGURE = frozenset("第表图约达共近超")
_WORDS_BEFORE_FIGURE = frozenset(("佐证", "附件", "照片", "序号"))
_NO_GAP = frozenset("/.,:-–_@#&")
_OPERATORS = frozenset("÷×=")
_LONGER = re.compile(
    r"(?P<dash>——|……)"
    r"|[A-Za-z0-9.,%/+\-–:°≥≤><#&@_−]+(?:[—’'][A-Za-z0-9.,%/+\-–:°≥≤><#&@_−]+)*"
)
"""Pieces of more than one character: dashes and runs; all else stands by itself."""

Measure = Callable[[str, Style], float]
"""Gives the natural width of a piece in points; raises MissingGlyphError where no font has a character of it."""


class Atom:
    """One unbreakable piece; widths in points.

    `gap` follows it where the line goes on, down to `least_gap`; `stretch` says whether the gap takes up slack;
    `squeeze` is what an inner mark can give, `shift` moves its ink; `can_break` allows a line to end after it;
    between two that are `is_plain`, Han characters both, nothing is to be settled; what is `is_square` has an em.
    Most Han characters are `is_shared` by all texts of their style: `_own` one before changing it.
    """

    __slots__ = (
        "can_break",
        "gap",
        "is_plain",
        "is_shared",
        "is_square",
        "kind",
        "least_gap",
        "shift",
        "squeeze",
        "stretch",
        "style",
        "text",
        "width",
    )

    def __init__(self, text: str, kind: Kind, width: float, style: Style) -> None:
        self.text = text
        self.kind = kind
        self.width = width
        self.style = style
        self.gap = 0.0
        self.least_gap = 0.0
        self.stretch = 1
        self.squeeze = 0.25 * style.size if kind is _OPENING or kind is _CLOSING else 0.0
        self.shift = 0.0
        self.can_break = True
        self.is_plain = kind is _HAN and "\u4e00" <= text <= "\u9fff"
        self.is_shared = False
        self.is_square = self.is_plain or kind is _OPENING or kind is _CLOSING

    def glue(self, *, breaks: bool = False) -> None:
        """Hold the next piece close, at an eighth of an em that never stretches."""
        self.gap = self.least_gap = 0.125 * self.style.size
        self.stretch = 0
        self.can_break = self.can_break and breaks


class _Shared(dict[str, Atom]):
    """The Han characters of one style as pieces that nobody changes."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style

    def __missing__(self, char: str) -> Atom:
        """Make one."""
        piece = self[char] = Atom(char, _HAN, self._style.em, self._style)
        piece.is_shared = True
        return piece


_SHARED: dict[str, _Shared] = {}


def _own(pieces: list[Atom], place: int) -> Atom:
    """Put a piece of this text's own in the place of one that others have, too."""
    piece = pieces[place]
    if piece.is_shared:
        piece = pieces[place] = Atom(piece.text, _HAN, piece.width, piece.style)
    return piece


def atoms(runs: Iterable[tuple[str, Style]], measure: Measure) -> list[Atom]:
    """Take runs of text apart into pieces that know their widths, gaps and where a line may end."""
    pieces: list[Atom] = []
    for text, style in runs:
        pieces += _pieces(text, style, measure)
    special = [place for place, piece in enumerate(pieces) if not piece.is_plain]
    joined = -1
    for place in special:
        if place - 1 > joined:
            _own(pieces, place - 1)
            _join(pieces, place - 1)
        if place + 1 < len(pieces):
            _join(pieces, place)
            joined = place
    for place in special:
        if pieces[place].kind is Kind.LATIN:
            _glue_figure(pieces, place)
    return pieces


def fitted(pieces: list[Atom], width: float, measure: Measure) -> list[Atom]:
    """Cut the runs that are wider than a line, alone or together with the marks behind them."""
    found: list[Atom] = []
    for place, piece in enumerate(pieces):
        if piece.kind is Kind.LATIN and piece.width + (tail := _tail(pieces, place)) > width:
            found += halves(piece, width, measure, tail)
        else:
            found.append(piece)
    return found


def halves(piece: Atom, width: float, measure: Measure, tail: float = 0.0) -> list[Atom]:
    """Cut a run that is wider than a line, after one of `/ - _ . @` where that helps, else anywhere.

    The last part leaves room for the `tail` of marks behind it.
    """
    parts: list[Atom] = []
    rest = piece.text
    while rest:
        cut = _cut(rest, piece.style, width, measure)
        if tail and cut == len(rest):
            cut = _cut(rest, piece.style, width - tail, measure)
        parts.append(Atom(rest[:cut], Kind.LATIN, measure(rest[:cut], piece.style), piece.style))
        parts[-1].stretch = 0
        rest = rest[cut:]
    last = parts[-1]
    last.gap, last.least_gap, last.stretch, last.can_break = piece.gap, piece.least_gap, piece.stretch, piece.can_break
    return parts


def _tail(pieces: list[Atom], place: int) -> float:
    """Measure the marks that may not be parted from the piece before them."""
    width = 0.0
    for number in range(place + 1, len(pieces)):
        if pieces[number].text[0] not in NEVER_FIRST:
            break
        width += pieces[number].width
    return width


def _cut(text: str, style: Style, width: float, measure: Measure) -> int:
    fits, total = 0, 0.0
    for char in text:
        total += measure(char, style)
        if total > width and fits:
            break
        fits += 1
    if fits == len(text):
        return fits
    allowed = [place for place in range(1, fits + 1) if _may_part(text[place - 1], text[place])]
    wanted = [place for place in allowed if text[place - 1] in "/-_.@"]
    return max(wanted or allowed, default=fits)


def _may_part(before: str, after: str) -> bool:
    return before not in NEVER_LAST and after not in NEVER_FIRST and before + after != "——"


def _pieces(text: str, style: Style, measure: Measure) -> list[Atom]:
    pieces: list[Atom] = []
    end = 0
    for found in _LONGER.finditer(text):
        pieces += _singles(text[end : found.start()], style, measure)
        end, piece = found.end(), found.group()
        is_dash = found.lastgroup is not None
        width = 2 * style.em if is_dash else measure(piece, style)
        pieces.append(Atom(piece, Kind.DASH if is_dash else Kind.LATIN, width, style))
    return pieces + _singles(text[end:], style, measure)


def _singles(text: str, style: Style, measure: Measure) -> list[Atom]:
    shared = _SHARED.get(style.key)
    if shared is None:
        shared = _SHARED[style.key] = _Shared(style)
    return [shared[char] if "\u4e00" <= char <= "\u9fff" else _single(char, style, measure) for char in text]


def _single(char: str, style: Style, measure: Measure) -> Atom:
    if char == " ":
        return Atom(char, Kind.SPACE, 0.25 * style.size, style)
    kind = Kind.OPENING if char in OPENING else Kind.CLOSING if char in CLOSING else Kind.HAN
    if kind is not Kind.HAN or (char >= "\u2e80" and not "\uff61" <= char <= "\uffdc"):
        return Atom(char, kind, style.em, style)
    return Atom(char, kind, measure(char, style), style)


def _join(pieces: list[Atom], place: int) -> None:
    """Settle what lies between a piece and the next: whether a line may end there, the gap, the squeeze."""
    one, next_one = pieces[place], pieces[place + 1]
    _forbid(one, next_one)
    _squeeze(one, next_one)
    if one.kind + next_one.kind == Kind.HAN + Kind.LATIN and one.kind >= Kind.HAN:
        _space_out(one, next_one)
    if Kind.SPACE in (one.kind, next_one.kind):
        one.gap = one.least_gap = 0.0
    if next_one.kind is Kind.LATIN and one.kind >= Kind.LATIN:
        one.gap = one.least_gap = 0.0
        one.can_break = one.kind is Kind.SPACE
    if one.text[-1].isascii() and next_one.text[0].isascii() and Kind.SPACE not in (one.kind, next_one.kind):
        one.stretch = 0
    if one.text in _OPERATORS or next_one.text in _OPERATORS:
        one.gap = one.least_gap = 0.125 * one.style.size
        one.stretch = 0


def _space_out(one: Atom, next_one: Atom) -> None:
    """Put a quarter of an em between Han and Latin, none at punctuation or after the number of a heading."""
    latin, han = (one.text[-1], next_one.text) if one.kind is Kind.LATIN else (next_one.text[0], one.text)
    if latin not in _NO_GAP and han.isalnum():
        one.gap, one.least_gap = 0.25 * one.style.size, 0.125 * one.style.size
    elif one.kind is Kind.LATIN and one.text[:-1].isdigit():
        one.stretch = 0


def _forbid(one: Atom, next_one: Atom) -> None:
    if next_one.text[0] in NEVER_FIRST or one.text[-1] in NEVER_LAST or next_one.kind is Kind.SPACE:
        one.can_break = False
    elif unicodedata.combining(next_one.text[0]):
        one.can_break, one.stretch = False, 0


def _squeeze(one: Atom, next_one: Atom) -> None:
    if one.kind is Kind.CLOSING and next_one.kind <= Kind.CLOSING:
        one.width -= 0.5 * one.style.size
        one.squeeze = 0.0
    if one.kind is Kind.OPENING and next_one.kind is Kind.OPENING:
        next_one.width -= 0.5 * one.style.size
        next_one.shift = -0.5 * one.style.size
        next_one.squeeze = 0.0


def _glue_figure(pieces: list[Atom], place: int) -> None:
    """Hold a figure to its unit, and to the word that counts with it."""
    figure = pieces[place]
    if figure.text[-1].isdigit() or figure.text[-1] == "%":
        _glue_unit(pieces, place)
    if place and figure.text[0].isdigit():
        _glue_word(pieces, place)


def _glue_unit(pieces: list[Atom], place: int) -> None:
    if place + 1 == len(pieces) or pieces[place + 1].text[0] not in _UNIT_STARTS:
        return
    rest = "".join(piece.text for piece in pieces[place + 1 : place + 1 + _LONGEST_UNIT])
    length = next((n for n in range(_LONGEST_UNIT, 0, -1) if rest[:n] in _UNITS), 0)
    if not length:
        return
    pieces[place].glue()
    for number in range(place + 1, min(place + length, len(pieces))):
        piece = _own(pieces, number)
        piece.can_break, piece.stretch = False, 0
    _join_dates(pieces, place)


def _join_dates(pieces: list[Atom], place: int) -> None:
    """Keep 年 and 月 close to the figure that follows; the line may end between them."""
    if place + 2 < len(pieces) and pieces[place + 1].text in ("年", "月"):
        after = pieces[place + 2]
        if after.kind is Kind.LATIN and after.text.isdigit():
            _own(pieces, place + 1).glue(breaks=True)


def _glue_word(pieces: list[Atom], place: int) -> None:
    before = _own(pieces, place - 1)
    if before.kind is not Kind.HAN:
        return
    if before.text in _BEFORE_FIGURE:
        before.glue()
    elif place > 1 and pieces[place - 2].text + before.text in _WORDS_BEFORE_FIGURE:
        before.glue()
        _own(pieces, place - 2).can_break = False
