"""Rows of the form for checking on site: code, item and how, four boxes to tick, lines to write on (paper.md, 11)."""

from math import ceil

from reports.content.on_site_form import FormGroup, FormItem
from reports.paper.faces import Role
from reports.paper.marks import draw_mark
from reports.paper.placing import Align
from reports.paper.rows import Form, Row, RowKind, RowMaker, Text
from reports.paper.sheet import Sheet, put_text
from reports.paper.styles import MM, SMALL, TABLE, TABLE_HEAD, TABLE_STRONG, Style
from reports.paper.text import parted
from reports.paper.typesetter import Line, Setting, Typesetter
from reports.wording import say, words

FORM = Form((15.0, 60.0, 28.0, 72.0), pad_x=1.6, pad_y=1.3)
TALLEST = 180.0
_CODE = Style(Role.HEAD, 12, 16)
_HEAD_HEIGHT, _GROUP_HEIGHT = 7.5, 7.0
_LINE_STEP, _OVER, _LEAST_LINES, _WRITING_INSET, _WRITING_DROP = 8.0, 2.6, 3, 2.0, 0.8
_BOX, _BOX_X, _BOX_TOP, _BOX_STEP, _WORD_X = 3.2, 3.0, 2.4, 6.0, 8.0
_CODE_TOP, _MARK_BELOW, _WORD_BELOW, _HOW_GAP, _CLEAR = 1.6, 3.4, 5.6, 0.7, 0.8


class FormRows:
    """Makes the rows; each is drawn whole, none is ever cut."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self._maker = RowMaker(typesetter, FORM)

    def head(self) -> Row:
        """Give the head row."""
        texts = [Text(name, TABLE_HEAD, Align.CENTRE, is_middle=True) for name in words("form.heads")]
        return self._maker.row(texts, RowKind.HEAD, _HEAD_HEIGHT)

    def title(self, group: FormGroup) -> Row:
        """Give the row of a clause."""
        return self._maker.row([Text(group.title, TABLE_STRONG, span=4, is_middle=True)], RowKind.CLAUSE, _GROUP_HEIGHT)

    def item(self, item: FormItem) -> Row:
        """Give the row of an item; as many lines to write on as its text is high."""
        (text, how), code = self._texts(item), self._code(item)
        needed = (len(text) * TABLE.lead + len(how) * SMALL.lead) / MM + 2 * FORM.pad_y + _HOW_GAP
        under_code = _WORD_BELOW + SMALL.lead / MM if item.status is not None else 0.0
        needed = max(needed, _CODE_TOP + len(code) * _CODE.lead / MM + under_code + _CLEAR)
        lines = max(_LEAST_LINES, ceil((needed - _OVER) / _LINE_STEP))

        def paint_text(sheet: Sheet, x: float, y: float, _: float, __: float) -> None:
            below = sheet.put_all(text, TABLE, x + FORM.pad_x, y + FORM.pad_y)
            sheet.put_all(how, SMALL, x + FORM.pad_x, below + _HOW_GAP)

        def paint_code(sheet: Sheet, x: float, y: float, width: float, _: float) -> None:
            self._put_code(sheet, item, code, (x, y, width))

        def paint_lines(sheet: Sheet, x: float, y: float, width: float, _: float) -> None:
            for number in range(1, lines + 1):
                across = y + number * _LINE_STEP + _WRITING_DROP
                sheet.rule(x + _WRITING_INSET, across, x + width - _WRITING_INSET, across, 0.5)

        paints = (paint_code, paint_text, self._put_boxes, paint_lines)
        return self._maker.row([Text("", TABLE, paint=paint) for paint in paints], height=lines * _LINE_STEP + _OVER)

    def _texts(self, item: FormItem) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """Set item and way of checking; what no page would hold is cut, and says so."""
        width = Setting((FORM.columns[1] - 2 * FORM.pad_x) * MM, Align.JUSTIFIED)
        text = self._typesetter.text(item.text, TABLE, width)
        how = self._typesetter.text(item.how, SMALL, width) if item.how else ()
        most = int(TALLEST * MM / TABLE.lead)
        if len(text) > most:
            return (*text[: most - 1], self._typesetter.line(say("form.cut"), TABLE)), ()
        return text, how[: max(0, int((TALLEST * MM - len(text) * TABLE.lead) / SMALL.lead))]

    def _code(self, item: FormItem) -> tuple[Line, ...]:
        """Set a code over as many lines as its narrow column needs: 目标 over 1-5, 校本 over 无号 over 3-1."""
        setting = Setting((FORM.columns[0] - 2 * _CLEAR) * MM, Align.CENTRE)
        return self._typesetter.text(parted(item.code), _CODE, setting)

    def _put_code(
        self, sheet: Sheet, item: FormItem, code: tuple[Line, ...], place: tuple[float, float, float]
    ) -> None:
        x, y, width = place
        y = sheet.put_all(code, _CODE, x + _CLEAR, y + _CODE_TOP)
        if item.status is not None:
            draw_mark(sheet, item.status, x + width / 2, y + _MARK_BELOW)
            put_text(sheet, self._typesetter, say("form.own"), SMALL, (x, y + _WORD_BELOW, width), 0.5)

    def _put_boxes(self, sheet: Sheet, x: float, y: float, _: float, __: float) -> None:
        for number, verdict in enumerate(words("form.verdicts")):
            top = y + _BOX_TOP + number * _BOX_STEP
            sheet.frame(x + _BOX_X, top, _BOX, _BOX, 0.75)
            put_text(sheet, self._typesetter, verdict, TABLE, (x + _WORD_X, top - 1.05, 0))
