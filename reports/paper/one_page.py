"""The one page for the principal: always exactly one, cut lists say what is left out (paper.md section 5, 12)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reports.content.one_page import MOST_PRESSING, Bar, Headline, OnePage
from reports.orders import MadePaper
from reports.paper.book import bind
from reports.paper.faces import Faces, Role
from reports.paper.flow import Flow
from reports.paper.one_page_tables import Cut, decision_table, unmet_table
from reports.paper.placing import Align
from reports.paper.plain_paper import properties_of
from reports.paper.shape import Shape
from reports.paper.sheet import Sheet, put_text
from reports.paper.styles import MM, SMALL, TABLE, TABLE_STRONG, Style
from reports.paper.table import lay_table
from reports.paper.typesetter import Setting, Typesetter
from reports.wording import say

SHAPE = Shape(210.0, 297.0, 20.0, 166.0, 257.0, 22.0, 22.0)
_TITLE, _FIGURE = Style(Role.TITLE, 22, 30, latin=Role.LATIN_BOLD), Style(Role.TITLE, 26, 30, latin=Role.LATIN_BOLD)
_SAID, _HEADING = Style(Role.BODY, 12, 19, latin=Role.LATIN), Style(Role.HEAD, 12, 18)
_FOOT, _BAR_ROW, _LIST_HEAD, _AFTER_TABLE, _MORE = 277.0, 7.0, 8.0, 5.0, 5.0
_BAR_X, _BAR_WIDTH, _BAR_HEIGHT, _RATE_END, _COUNT_END = 62.0, 77.0, 3.6, 154.0, 166.0
_LEAST_BARS, _LEAST_UNMET, _LEAST_DECISIONS = 3, 1, MOST_PRESSING
_USUAL_BARS, _FEW_UNMET = 8, 2
_MOST_DECISIONS, _MOST_UNMET, _MOST_SAID = 5, 6, 3


def print_one_page(page: OnePage, faces: Faces) -> MadePaper:
    """Lay the page out and bind it."""
    typesetter = Typesetter(faces)
    flow = Flow(typesetter, None, shape=SHAPE)
    flow.new_page()
    _Page(page, flow).lay()
    content = bind(flow.finish()[:1], typesetter, properties_of(page.imprint, faces))
    return MadePaper(content, 1, tuple(typesetter.missing))


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many rows of each list are shown."""

    bars: int
    unmet: int
    decisions: int


class _Page:
    """Lays the parts from top to bottom once it is known how much of each list has room."""

    def __init__(self, page: OnePage, flow: Flow) -> None:
        self._page = page
        self._flow = flow
        self._said = flow.typesetter.text(
            page.conclusion, _SAID, Setting(SHAPE.area_width * MM, Align.JUSTIFIED, 2 * _SAID.size)
        )[:_MOST_SAID]

    def lay(self) -> None:
        """Draw the page."""
        self._head()
        self._headlines()
        self._conclusion()
        counts = self._fitting()
        self._bars(counts.bars)
        self._list("one_page.unmet", "one_page.no_unmet", unmet_table(self._flow.typesetter, self._page, counts.unmet))
        self._decisions(counts.decisions)
        self._foot()

    @property
    def _sheet(self) -> Sheet:
        return self._flow.sheet

    def _put(self, text: str, style: Style, x: float, y: float, width: float = 0.0, align: float = 0.0) -> float:
        return put_text(self._sheet, self._flow.typesetter, text, style, (self._flow.left + x, y, width), align)

    def _rule(self, weight: float = 0.5) -> None:
        left, y = self._flow.left, self._flow.y
        self._sheet.rule(left, y, left + SHAPE.area_width, y, weight)

    def _head(self) -> None:
        flow = self._flow
        used = self._put(self._page.imprint.title, _TITLE, 0, flow.y)
        room, school, about = SHAPE.area_width - used - 4, self._page.imprint.school, self._page.about
        whole = f"{school}  {about}"
        lines = [whole] if _cut_to(flow.typesetter, whole, SMALL, room) == whole else [school, about]
        for number, line in enumerate(reversed(lines)):
            said = _cut_to(flow.typesetter, line, SMALL, room)
            self._put(said, SMALL, 0, flow.y + 4.4 - number * SMALL.lead / MM, SHAPE.area_width, 1.0)
        flow.y += 12
        self._rule(1)
        flow.y += 3

    def _headlines(self) -> None:
        flow, width = self._flow, SHAPE.area_width / 4
        for number, headline in enumerate(self._page.headlines):
            self._headline(headline, number * width + (3 if number else 0), width - 4)
            if number:
                x = flow.left + number * width
                self._sheet.rule(x, flow.y + 0.5, x, flow.y + 21)
        flow.y += 24.5
        self._rule()
        flow.y += 4

    def _headline(self, one: Headline, x: float, width: float) -> None:
        y = self._flow.y
        self._put(one.label, TABLE_STRONG, x, y)
        used = self._put(one.figure, _FIGURE, x, y + 5.6)
        self._put(one.unit, TABLE, x + used + 0.8, y + 9.4)
        self._put(_cut_to(self._flow.typesetter, one.below, SMALL, width), SMALL, x, y + 16.6)

    def _conclusion(self) -> None:
        flow = self._flow
        for number, line in enumerate(self._said):
            indent = 0.0 if number else 2 * _SAID.size / MM
            self._sheet.put(line, _SAID, flow.left + indent, flow.y)
            flow.y += _SAID.lead / MM
        flow.y += 3
        self._rule()
        flow.y += 4

    def _fitting(self) -> _Counts:
        """Take rows off until all fits: of many sections, of figures, of sections, of decisions, in this order."""
        page = self._page
        counts = _Counts(len(page.bars), min(len(page.unmet), _MOST_UNMET), min(len(page.decisions), _MOST_DECISIONS))
        while not self._fits(counts):
            if counts.bars > (_USUAL_BARS if counts.unmet > _FEW_UNMET else _LEAST_BARS):
                counts = replace(counts, bars=counts.bars - 1)
            elif counts.unmet > _LEAST_UNMET:
                counts = replace(counts, unmet=counts.unmet - 1)
            elif counts.decisions > _LEAST_DECISIONS:
                counts = replace(counts, decisions=counts.decisions - 1)
            else:
                break
        return self._filled(counts)

    def _filled(self, counts: _Counts) -> _Counts:
        """Give further rows what room the last ones taken off left free, sections first."""
        while longer := next(filter(self._fits, self._longer(counts)), None):
            counts = longer
        return counts

    def _fits(self, counts: _Counts) -> bool:
        return self._height(counts) <= _FOOT - 2 - self._flow.y

    def _longer(self, counts: _Counts) -> Iterator[_Counts]:
        page = self._page
        if counts.bars < len(page.bars):
            yield replace(counts, bars=counts.bars + 1)
        if counts.unmet < min(len(page.unmet), _MOST_UNMET):
            yield replace(counts, unmet=counts.unmet + 1)
        if counts.decisions < min(len(page.decisions), _MOST_DECISIONS):
            yield replace(counts, decisions=counts.decisions + 1)

    def _height(self, counts: _Counts) -> float:
        page, typesetter = self._page, self._flow.typesetter
        bars = _LIST_HEAD + counts.bars * _BAR_ROW + _more(len(page.bars) - counts.bars) + 7
        tables = (unmet_table(typesetter, page, counts.unmet), decision_table(typesetter, page, counts.decisions))
        return bars + sum(_LIST_HEAD + _cut_height(cut) + _AFTER_TABLE for cut in tables)

    def _bars(self, count: int) -> None:
        flow = self._flow
        self._put(say("one_page.bars"), _HEADING, 0, flow.y)
        if self._page.has_before:
            self._put(say("one_page.before"), SMALL, 0, flow.y + 1.2, SHAPE.area_width, 1.0)
        flow.y += _LIST_HEAD
        for bar in self._page.bars[:count]:
            self._bar(bar)
            flow.y += _BAR_ROW
        self._say_more(len(self._page.bars) - count, "one_page.more_bars")
        flow.y += 3
        self._rule()
        flow.y += 4

    def _bar(self, bar: Bar) -> None:
        flow, sheet = self._flow, self._sheet
        y, x = flow.y, flow.left + _BAR_X
        self._put(_cut_to(flow.typesetter, bar.title, TABLE, _BAR_X - 2), TABLE, 0, y + 0.3)
        if not bar.applies:
            self._put(bar.rate, SMALL, _BAR_X, y + 0.8)
            return
        if bar.share:
            sheet.shade(x, y + 1.1, _BAR_WIDTH * float(bar.share), _BAR_HEIGHT, 0.15)
        sheet.frame(x, y + 1.1, _BAR_WIDTH, _BAR_HEIGHT, 0.5)
        if bar.before is not None:
            then = x + _BAR_WIDTH * float(bar.before)
            sheet.path("1 G")
            sheet.rule(then, y + 1.3, then, y + 4.5, 2.4)
            sheet.path("0 G")
            sheet.rule(then, y, then, y + 5.8, 1)
        self._put(bar.rate, TABLE_STRONG, 0, y + 0.3, _RATE_END, 1.0)
        self._put(bar.count, TABLE, 0, y + 0.3, _COUNT_END, 1.0)

    def _decisions(self, count: int) -> None:
        cut = decision_table(self._flow.typesetter, self._page, count)
        self._list("one_page.decisions", "one_page.no_decisions", cut, count=count)

    def _list(self, heading: str, nothing: str, cut: Cut, **counted: int) -> None:
        flow = self._flow
        self._put(say(heading if cut.table else f"{heading}_none", **counted), _HEADING, 0, flow.y)
        flow.y += _LIST_HEAD
        if cut.table:
            lay_table(flow, cut.table)
            if cut.more:
                flow.y += 1
                self._put(cut.more, SMALL, 0, flow.y, SHAPE.area_width, 1.0)
                flow.y += _MORE - 1
        else:
            self._put(say(nothing), TABLE, 0, flow.y)
            flow.y += TABLE.lead / MM
        flow.y += _AFTER_TABLE

    def _say_more(self, count: int, key: str) -> None:
        if count > 0:
            self._put(say(key, count=count), SMALL, 0, self._flow.y, SHAPE.area_width, 1.0)
            self._flow.y += _MORE

    def _foot(self) -> None:
        self._flow.y = _FOOT
        self._rule()
        self._put(self._page.imprint.mark, SMALL, 0, _FOOT + 1)
        self._put(say("one_page.inside"), SMALL, 0, _FOOT + 1, SHAPE.area_width, 1.0)


def _more(left_out: int) -> float:
    return _MORE if left_out > 0 else 0.0


def _cut_height(cut: Cut) -> float:
    return cut.height + (_MORE if cut.more else 0.0)


def _cut_to(typesetter: Typesetter, text: str, style: Style, width: float) -> str:
    """Shorten a text to one line of so many millimetres."""
    if typesetter.width(text, style) <= width * MM:
        return text
    while text and typesetter.width(text + "…", style) > width * MM:
        text = text[: -max(1, len(text) // 8)]
    return text + "…"
