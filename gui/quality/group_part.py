"""One kind of flaw: its name, how many, the first few rows, and a link that shows the rest."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from gui.platform import fonts, icons
from gui.platform.fonts import Role
from gui.platform.theme import Theme
from gui.quality.content import FlawGroup, FlawLine
from gui.widgets.buttons import LinkButton
from gui.widgets.labels import heading, plain_label
from gui.widgets.row_list import RowDelegate, RowList, lay_under_head

_HEIGHT, _FEW = 36, 5
_LABEL, _WHAT_SHARE, _GAP, _ARROW = 72, 0.38, 16, 16
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GroupPart(QWidget):
    """Shows one kind; `wanted` says which row was opened."""

    wanted = Signal(object)

    def __init__(self, group: FlawGroup, *, shows_all: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self.shows_all = shows_all
        self._switch = LinkButton("")
        self.rows = RowList(FlawDelegate(_HEIGHT), said=_sentence_of)
        self.rows.setAccessibleName(group.title)
        self._lay_out()
        self._switch.clicked.connect(self._on_switched)
        self.rows.wanted.connect(self._on_wanted)
        self._draw()

    def focus(self) -> None:
        """Take the keyboard to the first row."""
        self.rows.setFocus()
        self.rows.setCurrentIndex(self.rows.model().index(0, 0))

    def _draw(self) -> None:
        lines = self.group.lines
        self.rows.show_rows(lines if self.shows_all else lines[:_FEW])
        self._switch.setVisible(len(lines) > _FEW)
        wording = self.tr("只看前 {count} 处") if self.shows_all else self.tr("全部 {count} 处")
        self._switch.setText(wording.format(count=_FEW if self.shows_all else len(lines)))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(heading(self.group.title))
        line.addWidget(plain_label(str(len(self.group.lines)), Role.META, "ink3"))
        line.addStretch(1)
        line.addWidget(self._switch)
        lay_under_head(self, line, self.rows)

    def _on_switched(self) -> None:
        self.shows_all = not self.shows_all
        self._draw()

    def _on_wanted(self, line: FlawLine) -> None:
        self.wanted.emit(line.row)


class FlawDelegate(RowDelegate):
    """Number, what it is of, what is wrong with it, and an arrow."""

    @override
    def paint_row(self, painter: QPainter, rect: QRect, row: FlawLine, theme: Theme, /) -> None:
        label, text, what, arrow = _columns(rect, row)
        _write(painter, label, row.label, (Role.META, theme.ink3), _LEFT)
        _write(painter, text, row.text, (Role.BODY, theme.ink), _LEFT)
        _write(painter, what, row.what, (Role.META, theme.ink2), _RIGHT)
        icons.draw(painter, QRectF(arrow), "right", theme.ink3)

    @override
    def cut_text(self, rect: QRect, row: FlawLine, /) -> str:
        _, text, what, _ = _columns(rect, row)
        is_cut = _width(row.text, Role.BODY) > text.width() or _width(row.what, Role.META) > what.width()
        return "\n".join(filter(None, (row.text, row.what))) if is_cut else ""


def _columns(rect: QRect, row: FlawLine) -> tuple[QRect, QRect, QRect, QRect]:
    """Share a row out; what is wrong takes no more than it needs, nor more than its share."""
    arrow = QRect(rect.right() + 1 - _ARROW, rect.center().y() - _ARROW // 2 + 1, _ARROW, _ARROW)
    label = QRect(rect.left(), rect.top(), _LABEL, rect.height())
    what_width = min(_width(row.what, Role.META) + 1, int(rect.width() * _WHAT_SHARE)) if row.what else 0
    what = QRect(arrow.left() - _GAP - what_width, rect.top(), what_width, rect.height())
    left = label.right() + 1
    return label, QRect(left, rect.top(), what.left() - _GAP - left, rect.height()), what, arrow


def _width(text: str, role: Role) -> int:
    return QFontMetrics(fonts.font(role)).horizontalAdvance(text)


def _write(painter: QPainter, rect: QRect, text: str, look: tuple[Role, QColor], side: Qt.AlignmentFlag) -> None:
    role, ink = look
    painter.setFont(fonts.font(role))
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side | Qt.TextFlag.TextSingleLine, shown)


def _sentence_of(row: object) -> str:
    assert isinstance(row, FlawLine)
    return row.sentence
