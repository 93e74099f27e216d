"""The chosen piece: looked at above, its particulars and the items it serves below."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checklists.key_labels import label_of
from gui.evidence.form import ParticularsForm
from gui.pieces.viewer import Viewer, Zoom
from gui.pieces.words import kind_words, size_words
from gui.platform.fonts import Role
from gui.platform.style_buttons import LINK_AIR
from gui.widgets.buttons import Button, LinkButton, ToolButton
from gui.widgets.empty_state import EmptyState
from gui.widgets.flow import FlowLayout
from gui.widgets.labels import ElidedLabel, heading, plain_label
from gui.widgets.panes import Pane, column_in, scrolled
from gui.widgets.problem import Problem
from gui.widgets.screen import lead_tab
from gui.widgets.writing import writes
from services.evidence.register import PieceRow

_WIDEST, _PAD = 760, 24
_VIEW_LEAST, _BELOW = 180, 330


class DetailsPane(Pane):
    """Shows one piece whole, many pieces as a form of what they share."""

    open_wanted = Signal()
    copy_wanted = Signal()
    version_wanted = Signal()
    versions_wanted = Signal()
    serve_wanted = Signal()
    removal_wanted = Signal()
    item_wanted = Signal(str)
    page_wanted = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self.viewer, self.form, self.problem = Viewer(), ParticularsForm(today), Problem()
        self._title = ElidedLabel("", Role.BODY_BOLD)
        self._facts = ElidedLabel("", Role.META, "ink3")
        self._page = plain_label("", Role.META, "ink3")
        self.previous = ToolButton("left", self.tr("上一页"), "PgUp")
        self.next = ToolButton("right", self.tr("下一页"), "PgDown")
        self.zoom = Button(self.tr("原大"), dense=True)
        self.turn = Button(self.tr("转一转"), "redo", dense=True)
        self.open = Button(self.tr("打开"), "go", dense=True)
        self.copy = Button(self.tr("另存一份"), "save", dense=True)
        self.renew = writes(Button(self.tr("换新版本"), "copy", dense=True))
        self.versions = LinkButton("", "clock")
        self.serve = writes(Button(self.tr("也用于…"), "plus", dense=True))
        self.remove = writes(Button(self.tr("移除"), "trash", dense=True))
        self._items = QWidget()
        self._items_flow = FlowLayout(self._items, gap=8, line_gap=4)
        self._items_flow.setContentsMargins(LINK_AIR, 0, LINK_AIR, 0)
        self._links: list[LinkButton] = []
        self._empty = EmptyState(
            "clip", self.tr("选一件佐证，在这里看。"), self.tr("按住 Ctrl 或 Shift 可以选几件一起改。")
        )
        self._body = QWidget()
        self._lay_out()
        self._connect()

    def show_pieces(self, pieces: Sequence[PieceRow], departments: Sequence[str], versions: int) -> None:
        """Show what is chosen."""
        self._body.setVisible(bool(pieces))
        self._empty.setVisible(not pieces)
        self._single.setVisible(len(pieces) == 1)
        if not pieces:
            return
        if len(pieces) == 1:
            self._show_one(pieces[0], versions)
        else:
            self._title.setText(self.tr("{count} 件一起改").format(count=len(pieces)))
            self._facts.setText(self.tr("改哪一栏，选中的都跟着改；一步可以撤销。"))
        self.form.show_rows([piece.evidence for piece in pieces], departments)

    def show_page(self, page: int, pages: int) -> None:
        """Say which page is shown; a single one needs no steps."""
        many = pages > 1
        for widget in (self.previous, self.next, self._page):
            widget.setVisible(many)
        self._page.setText(self.tr("{page} / {pages} 页").format(page=page + 1, pages=pages))
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page < pages - 1)

    def _show_one(self, piece: PieceRow, versions: int) -> None:
        row = piece.evidence
        self._title.setText(f"{row.number}　{row.name}")
        self._facts.setText("　".join(self._said(piece)))
        has_file = bool(row.sha256)
        for button in (self.open, self.copy, self.renew, self.zoom, self.turn):
            button.setVisible(has_file)
        self.versions.setText(self.tr("第 {number} 版，共 {count} 版").format(number=row.version + 1, count=versions))
        self.versions.setVisible(versions > 1)
        self._show_items(piece)

    def _said(self, piece: PieceRow) -> list[str]:
        row = piece.evidence
        came = self.tr("{day} {who} 收进").format(day=row.added_at.astimezone().date().isoformat(), who=row.added_by)
        taken = [self.tr("拍于 {moment}").format(moment=f"{row.taken_at:%Y-%m-%d %H:%M}")] if row.taken_at else []
        size = [size_words(row.size)] if row.size else [row.whereabouts]
        return [kind_words(row), *size, *taken, came]

    def _show_items(self, piece: PieceRow) -> None:
        for link in self._links:
            self._items_flow.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [self._link(key) for key in piece.items]
        for link in self._links:
            self._items_flow.addWidget(link)
            link.show()
        lead_tab((self._turned_by, *self._links, self._kept_by))

    def _link(self, key: str) -> LinkButton:
        link = LinkButton(label_of(key), parent=self._items)
        link.clicked.connect(partial(self.item_wanted.emit, key))
        return link

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDEST + 2 * _PAD)
        column = QVBoxLayout(content)
        column.setContentsMargins(_PAD, 12, _PAD, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        self._single = self._of_one()
        column.addWidget(self._single, 1)
        column.addWidget(self.problem)
        column.addWidget(self.form)
        column.addStretch()
        self._area = scrolled(content)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._body)
        layout.addWidget(self._empty)

    def _of_one(self) -> QWidget:
        part = QWidget()
        column = column_in(part, 8)
        self.viewer.setMinimumHeight(_VIEW_LEAST)
        column.addWidget(self.viewer, 1)
        looking = (self.previous, self._page, self.next, self.zoom, self.turn, self.open, self.copy)
        self._turned_by, self._kept_by = (
            _strip(*looking),
            _strip(self.serve, self.renew, self.remove, self.versions),
        )
        column.addWidget(self._turned_by)
        row = QHBoxLayout()
        row.setSpacing(8 - LINK_AIR)
        row.addWidget(heading(self.tr("用在")))
        row.addWidget(self._items, 1)
        column.addLayout(row)
        column.addWidget(self._kept_by)
        return part

    def _connect(self) -> None:
        self.previous.clicked.connect(partial(self.page_wanted.emit, -1))
        self.next.clicked.connect(partial(self.page_wanted.emit, 1))
        self.zoom.clicked.connect(self._on_zoom)
        self.turn.clicked.connect(self._on_turn)
        self.open.clicked.connect(self.open_wanted)
        self.viewer.open_wanted.connect(self.open_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.renew.clicked.connect(self.version_wanted)
        self.versions.clicked.connect(self.versions_wanted)
        self.serve.clicked.connect(self.serve_wanted)
        self.remove.clicked.connect(self.removal_wanted)

    def _on_zoom(self) -> None:
        wanted = Zoom.WHOLE if self.viewer.zoom is Zoom.FIT else Zoom.FIT
        self.viewer.show_zoom(wanted)
        self.zoom.setText(self.tr("合适大小") if wanted is Zoom.WHOLE else self.tr("原大"))

    def _on_turn(self) -> None:
        self.viewer.turn()


def _strip(*parts: QWidget) -> QWidget:
    strip = QWidget()
    flow = FlowLayout(strip, gap=8, line_gap=6)
    for part in parts:
        flow.addWidget(part)
    return strip
