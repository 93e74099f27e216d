"""The last page: statement, signatures, the place of the seal, and what edition this is (paper.md section 5)."""

from reports.content.parts import Signatures
from reports.paper.faces import Role
from reports.paper.flow import Flow
from reports.paper.placing import Align
from reports.paper.rows import Form, RowKind, RowMaker, Text
from reports.paper.sheet import AREA_WIDTH, GRID_MM, Sheet, line_top, put_text
from reports.paper.styles import BODY, GRID, MM, PITCH, SMALL, TABLE, TABLE_STRONG, TITLE, Style
from reports.paper.table import Table, lay_table
from reports.paper.titles import CUT, title_lines
from reports.paper.typesetter import Line, Typesetter
from reports.wording import say, words

_SIGNING = Form((26.0, 50.0, 38.0, 42.0), pad_x=1.4, pad_y=1.2, least_height=11.0)
_EDITION = Form((28.0, 50.0, 28.0, 50.0), pad_x=1.4, pad_y=1.2, least_height=7.4)
_HEAD, _FILL = Style(Role.HEAD, 14, 20), Style(Role.BODY, 14, 22, latin=Role.LATIN)
_NAME_CELL = Style(Role.BODY, 10.5, 14, latin=Role.LATIN)
_NAME = Style(Role.BODY, 16, GRID, latin=Role.LATIN)
_ROW_HEIGHT = 15.0
_SEAL_RADIUS = 21.0
_DATE_FROM_RIGHT = 4
_USUAL_NAME, _WIDEST_NAME, _USUAL_LINES, _NAME_ROOM = 110.0, 150.0, 2, 41.0
_LABEL_ABOVE, _LABEL_BELOW = -14.5, 13.6
_EDITION_Y = 221.0
_NOTE_GAP = 1.6


def lay_signatures(flow: Flow, title: str, signatures: Signatures, place: str) -> None:
    """Set the signature page on a page of its own."""
    flow.fresh_page()
    sheet, typesetter = flow.sheet, flow.typesetter
    sheet.places.append((place, flow.y))
    flow.note_place(2, title, place)
    put_text(sheet, typesetter, title, TITLE, (flow.left, flow.y, AREA_WIDTH), 0.5)
    flow.y = line_top(3)
    flow.paragraph([(signatures.statement, BODY)])
    flow.y += 5
    _lay_signing(flow, signatures)
    _draw_seal(flow.sheet, typesetter, signatures, flow.left, flow.y + 23)
    flow.y = _EDITION_Y
    _lay_edition(flow, signatures)


def _lay_signing(flow: Flow, signatures: Signatures) -> None:
    maker = RowMaker(flow.typesetter, _SIGNING)
    head = maker.head(words("signatures.heads"), _HEAD)
    rows = tuple(
        maker.row(
            [
                Text(one.role, _HEAD, Align.CENTRE, is_middle=True),
                Text(one.name, _NAME_CELL, is_middle=True),
                Text("", _FILL),
                Text(one.day, _FILL, Align.RIGHT, is_middle=True),
            ],
            RowKind.PLAIN,
            _ROW_HEIGHT,
        )
        for one in signatures.signings
    )
    lay_table(flow, Table(head, rows, _SIGNING.width))


def _draw_seal(sheet: Sheet, typesetter: Typesetter, signatures: Signatures, left: float, y: float) -> None:
    """Centre the name over the date, four characters from the right; the seal's place lies over both (7.3.5.1)."""
    em = PITCH / MM
    date_width = typesetter.width(signatures.date, _NAME) / MM
    name, style, name_width = _name(typesetter, signatures.school)
    height = len(name) * style.lead / MM
    y += max(height - _USUAL_LINES * GRID_MM, 0.0)
    right = left + AREA_WIDTH - _DATE_FROM_RIGHT * em
    middle = min(right - date_width / 2, left + AREA_WIDTH - name_width / 2)
    sheet.put_all(name, style, middle - name_width / 2, y + GRID_MM - height)
    put_text(sheet, typesetter, signatures.date, _NAME, (middle - 80, y + GRID_MM, 160), 0.5)
    centre = y + GRID_MM * 0.72
    sheet.circle(middle, centre, _SEAL_RADIUS, weight=0.5, dash="2 2")
    label_y = centre + (_LABEL_ABOVE if len(name) == 1 else _LABEL_BELOW)
    put_text(sheet, typesetter, say("signatures.seal"), SMALL, (middle - 20, label_y, 40), 0.5)


def _name(typesetter: Typesetter, name: str) -> tuple[tuple[Line, ...], Style, float]:
    """Set a name on a line, or on several of the usual width, then nearly the whole one; one beyond all is cut."""
    for style in (_NAME, _NAME_CELL):
        whole = typesetter.width(name, style) / MM + 0.1
        width = min(whole, _USUAL_NAME if whole <= _USUAL_LINES * _USUAL_NAME else _WIDEST_NAME)
        most = int(_NAME_ROOM / (style.lead / MM))
        lines = title_lines(typesetter, name, style, width * MM, most)
        if lines[-1].text != CUT:
            break
    return lines, style, width


def _lay_edition(flow: Flow, signatures: Signatures) -> None:
    maker = RowMaker(flow.typesetter, _EDITION)
    pairs = signatures.edition
    rows = [maker.row([text for pair in pairs[n : n + 2] for text in _pair(*pair)]) for n in range(0, len(pairs), 2)]
    label, value = signatures.fingerprint
    rows.append(maker.row([Text(label, TABLE_STRONG), Text(value, TABLE, span=3)]))
    lay_table(flow, Table(None, tuple(rows), _EDITION.width, weight=0.75))
    if signatures.note:
        put_text(flow.sheet, flow.typesetter, signatures.note, SMALL, (flow.left, flow.y + _NOTE_GAP, AREA_WIDTH))


def _pair(label: str, value: str) -> tuple[Text, Text]:
    return Text(label, TABLE_STRONG), Text(value, TABLE)
