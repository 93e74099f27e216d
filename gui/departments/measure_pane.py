"""The right side: measures under their heads, and what can be done with those that are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from gui.departments.content import MeasureLine
from gui.departments.measure_model import MeasureModel
from gui.departments.measure_view import COUNT, MeasureView, department_width
from gui.platform import fonts
from gui.platform.fonts import Role
from gui.platform.theme import theme_of
from gui.widgets.buttons import Button
from gui.widgets.labels import plain_label, set_tip
from gui.widgets.panes import Pane, column_in, hrule
from gui.widgets.writing import writes

_HEAD, _FOOT, _EDGE = 40, 56, 16
_SIDES = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
)


class MeasurePane(Pane):
    """Says which items are to be given away, and whether those of others are among them."""

    give_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.model = MeasureModel(self)
        self.view = MeasureView(self.model)
        self.model.setParent(self.view)  # the view, which goes last, still looks at it
        self.others_too = writes(QCheckBox(self.tr("已分给别的科室的也改")))
        self.give = writes(Button(self.tr("分给…"), "dept"))
        self._chosen = plain_label("", Role.SMALL, "ink2")
        self._build()
        self.give.clicked.connect(self.give_wanted)
        self.view.chosen.connect(self._on_chosen)

    def show_lines(self, lines: Sequence[MeasureLine]) -> None:
        """Show the measures; what is chosen stays chosen."""
        self.model.show_lines(lines)
        self._on_chosen()

    def _build(self) -> None:
        self.others_too.setFont(fonts.small())
        set_tip(self.give, self.tr("把选中的分给一个科室　Enter，或直接打科室的拼音首字母"))
        foot = QHBoxLayout()
        foot.setContentsMargins(_EDGE, 0, _EDGE, 0)
        foot.setSpacing(12)
        foot.addWidget(self._chosen)
        foot.addStretch(1)
        foot.addWidget(self.others_too)
        foot.addWidget(self.give)
        bar = QWidget()
        bar.setFixedHeight(_FOOT)
        bar.setLayout(foot)
        column = column_in(self)
        column.addWidget(_Head(self.view.viewport()))
        column.addWidget(hrule())
        column.addWidget(self.view, 1)
        column.addWidget(hrule())
        column.addWidget(bar)

    def _on_chosen(self) -> None:
        keys = self.view.keys()
        self.give.setEnabled(bool(keys))
        said = (
            self.tr("选中 {count} 条要点").format(count=len(keys)) if keys else self.tr("选条款，Shift 或 Ctrl 选多条")
        )
        self._chosen.setText(said)


class _Head(QWidget):
    """The words over the columns."""

    def __init__(self, over: QWidget) -> None:
        super().__init__()
        self._over = over
        self.setFixedHeight(_HEAD)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, wide = QPainter(self), self._over.width()
        painter.setFont(fonts.meta())
        painter.setPen(theme_of(self).ink3)
        department = wide - 1 - _EDGE - COUNT - department_width(wide)
        words = (
            (_EDGE, self.tr("条款"), _SIDES[0]),
            (department, self.tr("责任科室"), _SIDES[0]),
            (wide - 1 - _EDGE - COUNT, self.tr("已填/条数"), _SIDES[1]),
        )
        for left, text, side in words:
            room = COUNT if side is _SIDES[1] else department_width(wide)
            painter.drawText(QRect(left, 0, room, self.height()), side, text)
