"""Under the items: what is set of the chosen ones, and the figures of the one in hand."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from checklists.policy import CheckItem
from checklists.themes import theme_names
from gui.drafting.content import DraftFigureRow
from gui.platform import fonts
from gui.platform.strokes import rule
from gui.platform.theme import Theme
from gui.widgets.buttons import LinkButton
from gui.widgets.field import Field
from gui.widgets.labels import field_label
from gui.widgets.line_edit import Combo
from gui.widgets.panes import Pane, column_in, hrule, scrolled
from gui.widgets.row_list import RowDelegate, RowList
from models.vocabulary import Addressee, Modality
from resources import word

_FIGURE, _MOST_FIGURES = 32, 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ItemBar(Pane):
    """Three drop-downs for all chosen items, and the figures."""

    addressee_chosen = Signal(object)
    modality_chosen = Signal(object)
    theme_chosen = Signal(str)
    figure_wanted = Signal(object)
    new_figure_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.addressee = _combo((word(one), one.value) for one in Addressee)
        self.modality = _combo((word(one), one.value) for one in Modality)
        self.theme = _combo([(self.tr("未定主题"), ""), *((name, slug) for slug, name in theme_names().items())])
        self.figures = RowList(FigureDelegate(_FIGURE), said=_said)
        self.figures.setAccessibleName(self.tr("这个要点的数字"))
        self._figures_label = field_label("")
        self.add = LinkButton(self.tr("加一个数字"), "plus")
        self._lay_out()
        self._connect()

    def show_items(self, items: Sequence[CheckItem]) -> None:
        """Show what is set of the chosen items; where they differ, nothing."""
        self.setEnabled(bool(items))
        _show_one(self.addressee, {item.addressee.value for item in items})
        _show_one(self.modality, {item.modality.value for item in items})
        _show_one(self.theme, {item.theme for item in items})

    def show_figures(self, rows: Sequence[DraftFigureRow]) -> None:
        """Show the figures of the item in hand."""
        self._figures_label.setText(
            self.tr("这个要点的数字 {count}").format(count=len(rows)) if rows else self.tr("这个要点没有数字")
        )
        self.figures.show_rows(rows)
        self._area.setVisible(bool(rows))
        self._area.setFixedHeight(_FIGURE * min(len(rows), _MOST_FIGURES))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Field(self.tr("责任主体"), self.addressee), 5)
        row.addWidget(Field(self.tr("要求力度"), self.modality), 3)
        row.addWidget(Field(self.tr("主题"), self.theme), 5)
        head = QHBoxLayout()
        head.addWidget(self._figures_label, 1)
        head.addWidget(self.add)
        self._area = scrolled(self.figures)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 10, 16, 10)
        inner.setSpacing(6)
        inner.addLayout(row)
        inner.addLayout(head)
        inner.addWidget(self._area)
        column = column_in(self)
        column.addWidget(hrule("line2"))
        column.addLayout(inner)

    def _connect(self) -> None:
        self.addressee.activated.connect(self._on_addressee)
        self.modality.activated.connect(self._on_modality)
        self.theme.activated.connect(self._on_theme)
        self.figures.wanted.connect(self.figure_wanted)
        self.add.clicked.connect(self.new_figure_wanted)

    def _on_addressee(self) -> None:
        self.addressee_chosen.emit(Addressee(self.addressee.currentData()))

    def _on_modality(self) -> None:
        self.modality_chosen.emit(Modality(self.modality.currentData()))

    def _on_theme(self) -> None:
        self.theme_chosen.emit(str(self.theme.currentData()))


class FigureDelegate(RowDelegate):
    """What is counted, and what is asked of it; a figure left out is struck through."""

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: DraftFigureRow, theme: Theme, /) -> None:
        target = self._target(row)
        painter.setFont(fonts.small(bold=not row.is_dropped))
        painter.setPen(theme.ink3 if row.is_dropped else theme.ink)
        painter.drawText(rect, _RIGHT, target)
        painter.setFont(fonts.small())
        name = _name(rect, row, target)
        painter.drawText(rect, _LEFT, name)
        if row.is_dropped:
            wide = QFontMetrics(fonts.small()).horizontalAdvance(name)
            rule(painter, rect.left(), rect.center().y(), rect.left() + wide, theme.ink3)

    @override
    def cut_text(self, rect: QRect, row: DraftFigureRow, /) -> str:
        return row.name if _name(rect, row, self._target(row)) != row.name else ""

    def _target(self, row: DraftFigureRow) -> str:
        return "已去掉，点一下恢复" if row.is_dropped else row.target


def _name(rect: QRect, row: DraftFigureRow, target: str) -> str:
    room = rect.width() - QFontMetrics(fonts.small(bold=True)).horizontalAdvance(target) - 12
    return QFontMetrics(fonts.small()).elidedText(row.name, Qt.TextElideMode.ElideRight, room)


def _combo(entries: Iterable[tuple[str, str]]) -> Combo:
    combo = Combo()
    for name, value in entries:
        combo.addItem(name, value)
    combo.setMinimumContentsLength(4)
    combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo


def _show_one(combo: Combo, values: set[str]) -> None:
    combo.setCurrentIndex(combo.findData(next(iter(values))) if len(values) == 1 else -1)


def _said(row: object) -> str:
    assert isinstance(row, DraftFigureRow)
    return f"{row.name}，{row.target}"
