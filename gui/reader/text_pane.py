"""The right of the reader: which file it is, the official text with its ruler, where one is in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.platform.fonts import Role
from gui.reader.content import ReaderShown
from gui.reader.find_bar import FindBar
from gui.reader.finding import Found
from gui.reader.ruler import AnchorRuler
from gui.widgets.buttons import Button
from gui.widgets.empty_state import IconView
from gui.widgets.labels import ElidedLabel, plain_label
from gui.widgets.official_rows import Mark
from gui.widgets.official_view import TextView
from gui.widgets.panes import Pane, column_in, hrule
from gui.widgets.writing import writes
from models.vocabulary import ItemKey


class TextPane(Pane):
    """Shows one official text."""

    anchor_clicked = Signal(str)
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self._shown: ReaderShown | None = None
        self._name = ElidedLabel("", Role.BODY)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._summary = ElidedLabel("", Role.META, "ink3")
        self.find_bar = FindBar()
        self.other = writes(Button(self.tr("换一份文本"), "file", dense=True))
        self.text = TextView()
        self.ruler = AnchorRuler()
        self._place = ElidedLabel("", Role.META, "ink3")
        self._lay_out()
        for part in (self.text, self.ruler):
            part.anchor_clicked.connect(self.anchor_clicked)
        self.text.line_in_view.connect(self._on_line_in_view)
        self.other.clicked.connect(self.other_wanted)
        self.find_bar.left.connect(self.text.setFocus)

    def show_text(self, shown: ReaderShown) -> None:
        """Show another text."""
        self._shown = shown
        self._name.setText(shown.name)
        self._summary.setText(shown.summary)
        self.text.show_text(shown.rows, shown.marks)
        self.ruler.show_marks(shown.marks, self._share)
        self._say_place(1)

    def show_item(self, key: ItemKey, clause: str, place: tuple[int, int] | None) -> None:
        """Light an item's anchors; `place` is a line and a character of it to scroll to."""
        self.text.show_item(key, clause, place)
        self.ruler.show_item(key)
        if place is not None:
            self._say_place(place[0])

    def show_hits(self, hits: Found, current: int | None) -> None:
        """Light what was found, one of it in hand."""
        self.text.show_hits(hits, current)
        self.find_bar.show_count(current, len(hits))
        if current is not None:
            self._say_place(hits[current][0].line)

    def _share(self, mark: Mark) -> float:
        top = self.text.top_of(mark.line, mark.start)
        return 0 if top is None else top / max(self.text.height_of_text, 1)

    def _on_line_in_view(self, line: int) -> None:
        self._say_place(line)

    def _say_place(self, line: int) -> None:
        if self._shown is None:
            return
        last = self._shown.rows[-1].number if self._shown.rows else 0
        ref = next((row.ref for row in self._shown.rows if row.number == line), "")
        place = self.tr("第 {line} 行，共 {last} 行").format(line=line, last=last)
        self._place.setText(f"{place}　{ref}".rstrip())

    def _lay_out(self) -> None:
        column = column_in(self)
        column.addWidget(self._head())
        column.addWidget(hrule())
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.text, 1)
        body.addWidget(self.ruler)
        column.addLayout(body, 1)
        column.addWidget(hrule())
        column.addWidget(self._foot())

    def _head(self) -> QWidget:
        head = Pane("sheet")
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(IconView("file", "ink2"))
        row.addWidget(self._name)
        row.addWidget(self._summary, 1)
        row.addWidget(self.find_bar)
        row.addWidget(self.other)
        return head

    def _foot(self) -> QWidget:
        foot = Pane("sheet")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 6, 24, 6)
        row.addWidget(self._place, 1)
        row.addWidget(plain_label(self.tr("原文只读，与清单分开存放"), Role.META, "ink3"))
        return foot
