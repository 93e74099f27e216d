"""What stands before the text: the cover, and the contents with its leaders and links (paper.md section 5)."""

from collections.abc import Sequence
from math import floor

from reports.content.parts import Cover
from reports.paper.faces import Role
from reports.paper.flow import Entry
from reports.paper.sheet import (
    AREA_WIDTH,
    GRID_MM,
    INNER,
    OUTER,
    Furniture,
    Link,
    Sheet,
    line_top,
    put_text,
)
from reports.paper.styles import BODY, CONTENTS_NUMBER, COVER_TITLE, GRID, MM, SMALL, TABLE, TITLE, Style
from reports.paper.titles import CUT, title_lines
from reports.paper.typesetter import Line, Setting, Typesetter

_POLICY = Style(Role.SUBHEAD, 16, 24)
_YEAR = Style(Role.SUBHEAD, 18, 26)
_LABEL = Style(Role.HEAD, 16, 26)
_VALUE = Style(Role.BODY, 16, 26, latin=Role.LATIN)
_SMALLER_VALUE = Style(Role.BODY, 14, 17, latin=Role.LATIN)
_FORM_TOP, _FORM_PITCH, _LABEL_X, _LABEL_EMS = 186.0, 12.5, 44.0, 5
_RULE_X, _RULE_END, _RULE_DROP, _VALUE_X = 76.2, 170.0, 9.2, 78.2
_TITLE_GAP = 13.0
_MOST_OF_POLICY, _MOST_OF_VALUE = 4, 8
_PART_ENTRY = Style(Role.HEAD, 16, GRID)
_SECTION_ENTRY = Style(Role.BODY, 16, GRID, latin=Role.LATIN)
_LINES_A_PAGE, _FIRST_ENTRY, _LEAST_ENTRIES, _ABOVE_ANNEXES = 22, 3, 3, 0.5
_DOT_STEP, _FIRST_DOT, _TEXT_TO_DOT, _DOT_RADIUS = 8.0, 27.2, 11.0, 0.55
_NUMBER_SPACE = 14.0
_Placed = tuple[float, Entry, tuple[Line, ...]]
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def cover_sheet(cover: Cover, typesetter: Typesetter) -> Sheet:
    """Draw the cover."""
    sheet = Sheet(INNER)
    width = AREA_WIDTH
    lines = title_lines(typesetter, cover.policy, _POLICY, width * MM, _MOST_OF_POLICY)
    sheet.put_all(lines, _POLICY, INNER, 37 - (len(lines) - 1) * _POLICY.lead / MM)
    sheet.rule(INNER, 48.5, INNER + width, 48.5, 1)
    sheet.rule(INNER, 49.4, INNER + width, 49.4, 0.5)
    _spread(sheet, typesetter, cover.title, COVER_TITLE, (INNER, 88.0, width))
    put_text(sheet, typesetter, cover.year, _YEAR, (INNER, 112.0, width), 0.5)
    for number, (label, value) in enumerate(cover.form):
        _form_line(sheet, typesetter, label, value, _FORM_TOP + number * _FORM_PITCH)
    sheet.rule(INNER, 262, INNER + width, 262, 0.5)
    put_text(sheet, typesetter, cover.edition, SMALL, (INNER, 263.2, width))
    put_text(sheet, typesetter, cover.fingerprint, SMALL, (INNER, 263.2, width), 1.0)
    return sheet


def contents_sheets(
    title: str, entries: Sequence[Entry], typesetter: Typesetter, furniture: Furniture, *, is_duplex: bool
) -> list[Sheet]:
    """Draw the contents over as many pages as they take, never one or two lines on the last."""
    sheets: list[Sheet] = []
    for number, page in enumerate(_contents_pages(entries, typesetter), start=1):
        sheet = _contents_sheet(number, typesetter, furniture, is_duplex=is_duplex)
        if number == 1:
            _draw_contents_title(title, sheet, typesetter)
        for line, entry, lines in page:
            _draw_entry(sheet, typesetter, entry, lines, line_top(line))
        sheets.append(sheet)
    return sheets


def _contents_pages(entries: Sequence[Entry], typesetter: Typesetter) -> list[list[_Placed]]:
    """Say on which line of which page every entry stands; the annexes half a line lower where there is room."""
    left = sum(len(_entry_lines(entry, typesetter)) for entry in entries)
    pages: list[list[_Placed]] = [[]]
    line, had_annex = float(_FIRST_ENTRY), False
    for entry in entries:
        lines = _entry_lines(entry, typesetter)
        if entry.level == 2 and not had_annex:
            had_annex = True
            line += _ABOVE_ANNEXES if line + _ABOVE_ANNEXES + left - 1 <= _LINES_A_PAGE else 0.0
        overflows = line + left - 1 > _LINES_A_PAGE
        if line + len(lines) - 1 > _LINES_A_PAGE or (overflows and left <= _LEAST_ENTRIES and pages[-1]):
            pages.append([])
            line = 1.0
        pages[-1].append((line, entry, lines))
        line, left = line + len(lines), left - len(lines)
    return pages


def _contents_sheet(number: int, typesetter: Typesetter, furniture: Furniture, *, is_duplex: bool) -> Sheet:
    left = OUTER if is_duplex and number % 2 == 0 else INNER
    sheet = Sheet(left, _roman(number))
    furniture.draw(sheet, number, typesetter)
    return sheet


def _roman(number: int) -> str:
    figures = ""
    for value, figure in _ROMAN:
        figures += figure * (number // value)
        number %= value
    return figures


def _draw_contents_title(title: str, sheet: Sheet, typesetter: Typesetter) -> None:
    em = TITLE.size / MM
    x = sheet.left + (AREA_WIDTH - 4 * em) / 2
    put_text(sheet, typesetter, title[0], TITLE, (x, line_top(1), em))
    put_text(sheet, typesetter, title[1:], TITLE, (x + 3 * em, line_top(1), em))


def _entry_lines(entry: Entry, typesetter: Typesetter) -> tuple[Line, ...]:
    width = (AREA_WIDTH - _entry_indent(entry) - _NUMBER_SPACE) * MM
    return typesetter.text(entry.title, _entry_style(entry), Setting(width))


def _entry_style(entry: Entry) -> Style:
    return _SECTION_ENTRY if entry.level == 1 else _PART_ENTRY


def _entry_indent(entry: Entry) -> float:
    return 2 * BODY.size / MM if entry.level == 1 else 0.0


def _draw_entry(sheet: Sheet, typesetter: Typesetter, entry: Entry, lines: tuple[Line, ...], y: float) -> None:
    x = sheet.left + _entry_indent(entry)
    below = sheet.put_all(lines, _entry_style(entry), x, y)
    last = below - GRID_MM
    text_end = x * MM + lines[-1].width
    _draw_leaders(sheet, text_end, (sheet.left + AREA_WIDTH) * MM, last)
    put_text(sheet, typesetter, str(entry.number), CONTENTS_NUMBER, (sheet.left, last, AREA_WIDTH), 1.0)
    sheet.links.append(Link(sheet.left, y, AREA_WIDTH, below - y, entry.place))


def _draw_leaders(sheet: Sheet, start: float, end: float, y: float) -> None:
    """Draw dots on one lattice counted from the right edge, so that those of all lines stand under each other."""
    right, middle = end - _FIRST_DOT, sheet.up(y) - BODY.baseline + 4.2
    steps = floor((right - start - _TEXT_TO_DOT) / _DOT_STEP)
    if steps >= 0:
        left = right - steps * _DOT_STEP - 0.01
        line = f"{right:.3f} {middle:.3f} m {left:.3f} {middle:.3f} l S"
        sheet.path(f"q 1 J {2 * _DOT_RADIUS:g} w [0 {_DOT_STEP:g}] 0 d {line} Q")


def _spread(sheet: Sheet, typesetter: Typesetter, text: str, style: Style, place: tuple[float, float, float]) -> None:
    x, y, width = place
    em = style.size / MM
    x += (width - len(text) * em - (len(text) - 1) * _TITLE_GAP) / 2
    for char in text:
        put_text(sheet, typesetter, char, style, (x, y, em))
        x += em + _TITLE_GAP


def _form_line(sheet: Sheet, typesetter: Typesetter, label: str, value: str, y: float) -> None:
    gap = (_LABEL_EMS - len(label)) * _LABEL.size / MM / max(len(label) - 1, 1)
    for number, char in enumerate(label):
        put_text(sheet, typesetter, char, _LABEL, (_LABEL_X + number * (_LABEL.size / MM + gap), y, 0))
    _form_value(sheet, typesetter, value, y)
    sheet.rule(_RULE_X, y + _RULE_DROP, _RULE_END, y + _RULE_DROP, 0.5)


def _form_value(sheet: Sheet, typesetter: Typesetter, value: str, y: float) -> None:
    """Take smaller type, then two lines, for what is too long."""
    room = Setting((_RULE_END - _VALUE_X) * MM)
    lines = typesetter.text(value, _VALUE, room)
    style = _VALUE
    for smaller in (_SMALLER_VALUE, TABLE, SMALL):
        if len(lines) > 1 and len(lines) * style.lead / MM > _FORM_PITCH:
            style, lines = smaller, typesetter.text(value, smaller, room)
    if len(lines) > _MOST_OF_VALUE:
        lines = (*lines[: _MOST_OF_VALUE - 1], typesetter.line(CUT, style))
    is_short = len(lines) == 1
    top = y + (_VALUE.baseline - style.baseline) / MM if is_short else y + _RULE_DROP - len(lines) * style.lead / MM
    sheet.put_all(lines, style, _VALUE_X, top)
