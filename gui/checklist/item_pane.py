"""The item in hand: its requirement above, its answer below, and a bar that never moves."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from gui.checklist.answer_bar import AnswerBar
from gui.checklist.answer_part import AnswerPart
from gui.checklist.drafts import Page, Spot
from gui.checklist.evidence_part import EvidencePart, Picture
from gui.checklist.figures_part import FiguresPart
from gui.checklist.history_part import HistoryPart
from gui.checklist.last_year_part import LastYearPart
from gui.checklist.own_part import OwnPart
from gui.checklist.particulars_grid import ParticularsGrid
from gui.checklist.remedy_part import RemedyPart
from gui.checklist.review_part import ReviewPart
from gui.checklist.shown import ItemShown
from gui.pieces.dropping import files_in, is_welcome, picture_in
from gui.platform.fonts import Role
from gui.widgets.buttons import ToolButton
from gui.widgets.labels import ElidedLabel
from gui.widgets.over_scroll import OverScroll
from gui.widgets.panes import Pane, hrule, scrolled
from gui.widgets.screen import lead_tab
from gui.widgets.text import Paragraph
from gui.widgets.toast import Toast
from gui.widgets.writing import writes
from models.vocabulary import IndicatorKey

_WIDEST, _PAD = 760, 24
_BAR_HIGH = 64


class ItemPane(Pane):
    """Shows one item; files may be dropped anywhere on it."""

    written = Signal(Page, Spot, object)
    files_dropped = Signal(list)
    picture_pasted = Signal(object)
    step_wanted = Signal(int)
    text_wanted = Signal()
    addition_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self._shown: ItemShown | None = None
        self._leader: tuple[QWidget, ...] = ()
        self._place = ElidedLabel("", Role.META, "ink3")
        self._requirement = Paragraph("", Role.REQUIREMENT)
        self._particulars = ParticularsGrid()
        self.review, self.own = writes(ReviewPart()), writes(OwnPart())
        self.last_year = LastYearPart()
        self.figures, self.answer = writes(FiguresPart()), writes(AnswerPart())
        self.remedy = RemedyPart()
        self.evidence, self.history = EvidencePart(), HistoryPart()
        self.bar = AnswerBar()
        self.plus = writes(ToolButton("plus", self.tr("添校本要点"), "Ctrl+Shift+N"))
        self._text = ToolButton("book", self.tr("看原文"), "Ctrl+R")
        self._up = ToolButton("up", self.tr("上一条"), "K")
        self._down = ToolButton("down", self.tr("下一条"), "J")
        self._build()
        self.toast = Toast(self, bottom=_BAR_HIGH + 16)
        self._listen()
        self.setAcceptDrops(True)

    def show_item(self, shown: ItemShown, picture: Picture) -> None:
        """Show an item; the same one again keeps place and focus."""
        is_other = self._shown is None or self._shown.row.key != shown.row.key
        self._shown = shown
        self._place.setText(shown.place)
        self._requirement.show_text(shown.row.item.text)
        self._particulars.show_particulars(shown.particulars)
        self.review.show_item(shown)
        self.own.show_item(shown)
        self.last_year.show_last(shown.last, can_take=shown.row.is_binding)
        self.figures.show_item(shown)
        self.answer.show_item(shown)
        self.remedy.show_item(shown)
        self.evidence.show_item(shown, picture)
        self.history.show_item(shown)
        self.bar.show_status(shown.row.status, shown.refusal)
        if is_other:
            self._area.verticalScrollBar().setValue(0)
            self.evidence.problem.say("")
        self._order_tabs()
        self._leave_drops_to_pane()

    def flush(self) -> None:
        """Say now what was typed, if anything."""
        self.figures.flush()
        self.answer.flush()

    def follow(self, leader: QWidget) -> None:
        """Let Tab lead from another widget into the item."""
        self._leader = (leader,)

    def focus_first(self) -> None:
        """Go to the first field of the item."""
        fields = [field for field in (*self.figures.inputs(), *self.answer.inputs()) if field.isVisible()]
        if fields:
            fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_figure(self, key: IndicatorKey) -> None:
        """Bring a figure into view and go to its first field."""
        if key in self.figures:
            card = self.figures.card(key)
            card.take_keyboard()
            self._content.activate()
            self._area.ensureWidgetVisible(card, 0, _PAD)

    def take(self, content: QMimeData) -> bool:
        """Say what evidence was dropped or pasted; False where there is none in it."""
        if files := files_in(content):
            self.files_dropped.emit(files)
            return True
        picture = picture_in(content)
        if picture is not None:
            self.picture_pasted.emit(picture)
        return picture is not None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a picture pasted into a text field, which could not hold it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            content = QGuiApplication.clipboard().mimeData()
            if event.matches(QKeySequence.StandardKey.Paste) and not content.hasText() and self.take(content):
                return True
        return super().eventFilter(watched, event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event.mimeData()) and self._shown is not None and self._shown.row.is_binding:
            event.acceptProposedAction()
            self.evidence.show_target(True)

    @override
    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.evidence.show_target(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.evidence.show_target(False)
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def _build(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDEST + 2 * _PAD)
        self._content = QVBoxLayout(content)
        self._fill(self._content)
        self._area = scrolled(content)
        OverScroll(self._area)
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._area, 1)
        layout.addWidget(self.bar)

    def _head(self) -> QWidget:
        head = QWidget()
        head.setMaximumWidth(_WIDEST + 2 * _PAD)
        row = QHBoxLayout(head)
        row.setContentsMargins(_PAD, 6, 16, 6)
        row.addWidget(self._place, 1)
        row.addWidget(self.plus)
        row.addWidget(self._text)
        row.addWidget(self._up)
        row.addWidget(self._down)
        return head

    def _fill(self, layout: QVBoxLayout) -> None:
        layout.setContentsMargins(_PAD, 0, _PAD, 16)
        layout.setSpacing(12)
        whole = (self.review, self.own, self._requirement, self._particulars, hrule())
        parts = (self.last_year, self.figures, self.answer, self.remedy, self.evidence, self.history)
        # the other two are as high as their width makes them, which a maximum would not know
        for part in (self.answer, self.history):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for widget in (*whole, *parts):
            layout.addWidget(widget)
        layout.addStretch()

    def _listen(self) -> None:
        self.figures.written.connect(self.written)
        self.answer.written.connect(self.written)
        self.last_year.taken.connect(self.answer.draft_note)
        self.plus.clicked.connect(self.addition_wanted)
        self._text.clicked.connect(self.text_wanted)
        self._up.clicked.connect(self._on_up_clicked)
        self._down.clicked.connect(self._on_down_clicked)
        for field in self.answer.inputs():
            field.installEventFilter(self)

    def _on_up_clicked(self) -> None:
        self.step_wanted.emit(-1)

    def _on_down_clicked(self) -> None:
        self.step_wanted.emit(1)

    def _leave_drops_to_pane(self) -> None:
        # a dropped file must not end up as its path in a field
        for line in self.findChildren(QLineEdit):
            line.setAcceptDrops(False)

    def _order_tabs(self) -> None:
        asked = (self.review, self.own, self.last_year)
        parts = (*asked, self.figures, self.answer, self.remedy, self.evidence, self.history, self.bar)
        tools = (self.plus, self._text, self._up, self._down)
        order = [*self._leader, *(field for part in parts for field in part.inputs()), *tools]
        lead_tab(order)
