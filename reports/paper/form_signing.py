"""What closes pages of the form for checking on site: opinion and signatures on the last, else initials."""

from reports.paper.flow import Flow
from reports.paper.sheet import put_text
from reports.paper.styles import SMALL, TABLE, TABLE_STRONG
from reports.wording import say, words

_WIDTH, _SEAL_X, _END = 175.0, 128.0, 278.0
_ROWS, _LABEL_UP, _LABEL_X, _RULE_DROP = 3, 6.6, 3.0, 5.6
_LEFT_RULE, _RIGHT_LABEL, _RIGHT_RULE = (25.0, 60.0), 66.0, (87.0, 124.0)
_INITIALS_Y, _INITIALS = 270.0, ((0.0, 26.0, 76.0), (92.0, 122.0, 175.0))
_TALLEST, _BETWEEN, _LEAST_OPINION, _LINE_STEP, _OPINION_LABEL = 54.0, 3.0, 20.0, 8.0, 8.0


def close_form(flow: Flow, top: float) -> None:
    """Fill the last page to its foot: with the signatures, and above them, where there is room, with an opinion."""
    if _END - top > _TALLEST + _BETWEEN + _LEAST_OPINION:
        _opinion(flow, top, _END - _TALLEST - _BETWEEN)
        top = _END - _TALLEST
    _signature_box(flow, top)


def _opinion(flow: Flow, top: float, end: float) -> None:
    """Draw lines to write the opinion of the whole on."""
    sheet, left = flow.sheet, flow.left
    sheet.frame(left, top, _WIDTH, end - top, 1)
    put_text(sheet, flow.typesetter, say("form.opinion"), TABLE_STRONG, (left + _LABEL_X, top + 1.6, 0))
    y = top + _OPINION_LABEL + _LINE_STEP
    while y < end - 1:
        sheet.rule(left + _LABEL_X, y, left + _WIDTH - _LABEL_X, y)
        y += _LINE_STEP


def _signature_box(flow: Flow, top: float) -> None:
    """Draw the box from `top` to the page's foot: inspectors, school, time, and room for the school's seal."""
    sheet, left, height = flow.sheet, flow.left, _END - top
    sheet.frame(left, top, _WIDTH, height, 1)
    sheet.rule(left + _SEAL_X, top, left + _SEAL_X, top + height)
    step = height / _ROWS
    for number, (first, second) in enumerate((words("form.inspectors"), words("form.hosts"))):
        y = top + (number + 1) * step - _LABEL_UP
        _field(flow, first, y, _LABEL_X, _LEFT_RULE)
        _field(flow, second, y, _RIGHT_LABEL, _RIGHT_RULE)
    y = top + _ROWS * step - _LABEL_UP
    put_text(sheet, flow.typesetter, say("form.time"), TABLE_STRONG, (left + _LABEL_X, y, 0))
    put_text(sheet, flow.typesetter, say("form.hours"), TABLE, (left + _LEFT_RULE[0], y, 0))
    place = (left + _SEAL_X, top + 1.6, _WIDTH - _SEAL_X)
    put_text(sheet, flow.typesetter, say("form.seal"), SMALL, place, 0.5)


def initials(flow: Flow) -> None:
    """Draw the two lines that close every other page."""
    for name, (x, start, end) in zip(words("form.initials"), _INITIALS, strict=True):
        _field(flow, name, _INITIALS_Y, x, (start, end))


def _field(flow: Flow, name: str, y: float, x: float, rule: tuple[float, float]) -> None:
    put_text(flow.sheet, flow.typesetter, name, TABLE_STRONG, (flow.left + x, y, 0))
    start, end = rule
    flow.sheet.rule(flow.left + start, y + _RULE_DROP, flow.left + end, y + _RULE_DROP)
