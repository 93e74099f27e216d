"""The papers one under another: a name, what it is for, and which one is chosen."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform import fonts, icons
from gui.platform.fonts import Role
from gui.platform.strokes import focus_frame
from gui.platform.style_rows import draw_row_ground
from gui.platform.theme import theme_of
from gui.reporting.kinds import groups, purpose
from gui.widgets.buttons import enter_presses
from gui.widgets.labels import heading, plain_label
from reports.orders import Kind
from resources import word

_ROW, _MARGIN, _ICON, _GAP = 30, 16, 16, 8


class KindColumn(QWidget):
    """Wishes for a paper; arrow keys go from one to the next."""

    kind_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Kind, _KindRow] = {}
        self._names: list[QWidget] = []
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addWidget(_inset(heading(self.tr("要打印什么"))))
        for name, kinds in groups():
            self._names.append(_inset(plain_label(name, Role.META, "ink3"), 4))
            column.addWidget(self._names[-1])
            for kind in kinds:
                column.addWidget(self._build_row(kind))

    def show_kind(self, kind: Kind) -> None:
        """Mark the chosen paper."""
        self._rows[kind].setChecked(True)

    def show_groups(self, *, shown: bool) -> None:
        """Name the groups, or leave their names out where the room is low."""
        for name in self._names:
            name.setVisible(shown)

    def choose(self, kind: Kind) -> None:
        """Choose a paper as a click does."""
        self._rows[kind].click()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Give the papers on offer, from top to bottom."""
        return tuple(self._rows)

    def _build_row(self, kind: Kind) -> "_KindRow":
        row = _KindRow(word(kind), purpose(kind))
        self._rows[kind] = row
        self._group.addButton(row)
        row.toggled.connect(self._on_toggled)
        row.toggled.connect(row.take_tab)
        return row

    def _on_toggled(self, is_on: bool) -> None:
        if is_on:
            self.kind_chosen.emit(next(kind for kind, row in self._rows.items() if row.isChecked()))


def _inset(label: QWidget, above: int = 0) -> QWidget:
    label.setContentsMargins(_MARGIN, above, _MARGIN, 2)
    return label


class _KindRow(QAbstractButton):
    """One paper, painted as a row of a list."""

    def __init__(self, name: str, tells: str) -> None:
        super().__init__()
        self.setText(name)
        self.setCheckable(True)
        self.setAccessibleDescription(tells)
        self.take_tab(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def take_tab(self, is_chosen: bool) -> None:
        """Let Tab stop at the chosen paper alone: arrow keys lead to the others."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_chosen else Qt.FocusPolicy.NoFocus)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _ROW)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, whole = QPainter(self), theme_of(self), QRectF(self.rect())
        draw_row_ground(painter, whole, theme, self._state())
        mark = QRectF(_MARGIN, (whole.height() - _ICON) / 2, _ICON, _ICON)
        icons.draw(painter, mark, "page", theme.ink2)
        words = whole.adjusted(_MARGIN + _ICON + _GAP, 0, -_MARGIN, 0)
        painter.setFont(fonts.body(bold=self.isChecked()))
        painter.setPen(theme.ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(fonts.meta())
        painter.setPen(theme.ink3)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.accessibleDescription()
        )
        if self.hasFocus():
            focus_frame(painter, whole, theme.accent)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter_presses(self, event):
            super().keyPressEvent(event)

    def _state(self) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_Enabled
        if self.isChecked():
            state |= QStyle.StateFlag.State_Selected
        return state | QStyle.StateFlag.State_MouseOver if self.underMouse() else state
