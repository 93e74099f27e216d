"""The form for checking on site, bound: no row is split, each page has a QR code, signatures close the last."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from reports.content.on_site_form import OnSiteForm
from reports.orders import MadePaper
from reports.paper.book import bind
from reports.paper.collecting import seldom_collecting
from reports.paper.faces import Faces, Role
from reports.paper.flow import Flow
from reports.paper.form_rows import FORM, FormRows
from reports.paper.form_signing import close_form, initials
from reports.paper.plain_paper import properties_of
from reports.paper.qr import put_qr
from reports.paper.rows import Row
from reports.paper.shape import Shape
from reports.paper.sheet import put_text
from reports.paper.styles import MM, SMALL, TABLE, TABLE_STRONG, Style
from reports.paper.table import Table, lay_table
from reports.paper.typesetter import Setting, Typesetter
from reports.wording import say
from services.progress import Progress

SHAPE = Shape(210.0, 297.0, 18.0, 175.0, 262.0, 20.0, 15.0)
_TITLE = Style(Role.TITLE, 18, 26, latin=Role.LATIN_BOLD)
_QR, _QR_Y, _CLEAR, _PAGES_Y = 20.0, 16.4, 4.2, 31.4
_FORM_Y, _TABLE_Y, _TABLE_END, _LAST_TABLE_END, _FOOT_Y = 30.0, 40.0, 266.0, 239.0, 280.2
_DATE_X, _DATE_END, _SCHOOL_END, _UNDER, _AFTER_LABEL = 72.0, 120.0, 66.0, 5.6, 1.5
_MOST_LINES = 2
_LEAST_ABOVE = 2

Page = list[Row]


def print_on_site_form(form: OnSiteForm, faces: Faces, progress: Progress) -> MadePaper:
    """Lay the form out and bind it; how many pages there are is known before the first is drawn."""
    with seldom_collecting():
        typesetter = Typesetter(faces)
        flow = Flow(typesetter, None, shape=SHAPE)
        maker = FormRows(typesetter)
        pages = paged(_blocks(form, maker), maker.head().height)
        for number, rows in enumerate(pages, start=1):
            _Sheet(form, flow, number, len(pages)).lay(maker.head(), rows)
            progress.step(number, len(pages))
        content = bind(flow.finish(), typesetter, properties_of(form.imprint, faces))
        return MadePaper(content, len(pages), tuple(typesetter.missing))


def paged(blocks: Iterable[Page], head: float) -> list[Page]:
    """Share blocks out over pages; the last page leaves room for the signatures, at the cost of a page if need be."""
    room, last_room = _TABLE_END - _TABLE_Y - head, _LAST_TABLE_END - _TABLE_Y - head
    pages: list[list[Page]] = [[]]
    for block in blocks:
        if pages[-1] and _height_of([*pages[-1], block]) > room:
            pages.append([])
        pages[-1].append(block)
    if _height_of(pages[-1]) > last_room:
        pages.append([])
    if len(pages) > 1:
        _bring_company(pages[-2], pages[-1], last_room)
    return [list(chain.from_iterable(page)) for page in pages]


def _bring_company(before: list[Page], last: list[Page], room: float) -> None:
    """Let two blocks at least stand above the signatures, where the page before can spare them."""
    while len(last) < _LEAST_ABOVE < len(before) and _height_of([before[-1], *last]) <= room:
        last.insert(0, before.pop())


def _blocks(form: OnSiteForm, maker: FormRows) -> Iterable[Page]:
    """Give what stays together: a clause's title with its first row, every other row by itself."""
    for group in form.groups:
        first, *others = map(maker.item, group.items)
        yield [maker.title(group), first]
        yield from ([row] for row in others)


def _height_of(blocks: Iterable[Page]) -> float:
    return sum(row.height for row in chain.from_iterable(blocks))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Draws one page."""

    form: OnSiteForm
    flow: Flow
    number: int
    count: int

    def lay(self, head: Row, rows: Page) -> None:
        """Draw head, table, signatures or initials, foot."""
        flow = self.flow
        flow.new_page()
        self._head()
        flow.y = _TABLE_Y
        if rows:
            lay_table(flow, Table(head, tuple(rows), FORM.width))
        if self.number == self.count:
            close_form(flow, flow.y + (3 if rows else 0))
        else:
            initials(flow)
        self._put(say("form.copies"), SMALL, 0, _FOOT_Y)
        self._put(self.form.number, SMALL, 0, _FOOT_Y, SHAPE.area_width, 1.0)

    def _head(self) -> None:
        code = f"{self.form.code}:P{self.number}"
        put_qr(self.flow.sheet, code, self.flow.left + SHAPE.area_width - _QR, _QR_Y, _QR)
        self._put(say("form.title"), _TITLE, 0, SHAPE.top)
        pages = say("form.pages", page=self.number, count=self.count)
        self._put(pages, SMALL, 0, _PAGES_Y, SHAPE.area_width - _QR - _CLEAR, 1.0)
        self._line(say("form.school"), self.form.school, 0, _SCHOOL_END)
        self._line(say("form.date"), say("form.day"), _DATE_X, _DATE_END)

    def _line(self, label: str, value: str, x: float, end: float) -> None:
        used = x + self._put(label, TABLE_STRONG, x, _FORM_Y) + _AFTER_LABEL
        left, y = self.flow.left, _FORM_Y + _UNDER
        self.flow.sheet.rule(left + used, y, left + end, y)
        if self.flow.typesetter.width(value, TABLE) <= (end - used - 1) * MM:
            self._put(value, TABLE, used + 1, _FORM_Y)
        else:
            self._small(value, used + 1, end)

    def _small(self, value: str, x: float, end: float) -> None:
        """Set what is too long for its line in two lines of smaller type, cut where even these are too short."""
        set_in, room = self.flow.typesetter, Setting((end - x) * MM)
        while len(lines := set_in.text(value, SMALL, room)) > _MOST_LINES:
            value = value.rstrip("…")[: -max(1, len(value) // 12)] + "…"
        top = _FORM_Y + _UNDER - len(lines) * SMALL.lead / MM
        self.flow.sheet.put_all(lines, SMALL, self.flow.left + x, top)

    def _put(self, text: str, style: Style, x: float, y: float, width: float = 0.0, align: float = 0.0) -> float:
        place = (self.flow.left + x, y, width)
        return put_text(self.flow.sheet, self.flow.typesetter, text, style, place, align)
