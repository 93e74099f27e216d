"""What an empty program says to do first, in three steps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.platform import fonts
from gui.platform.fonts import Role
from gui.widgets.buttons import LinkButton
from gui.widgets.labels import heading, plain_label
from gui.widgets.panes import hrule, row_in
from gui.widgets.writing import writes

_HEIGHT = 60


class FirstSteps(QWidget):
    """Three numbered steps under a heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        column.addWidget(heading(self.tr("还没有自评，从这里开始")))
        column.addSpacing(8)
        for number, (what, how) in enumerate(self._steps(), start=1):
            if number > 1:
                column.addWidget(hrule())
            column.addWidget(_step(number, what, how))

    def _steps(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("填学校、选政策、定年度"), self.tr("下面三栏填完，清单就开好了。")),
            (self.tr("逐条选状态，填数字，拖入佐证"), self.tr("选完就存，断电也不丢。")),
            (self.tr("打印自评报告"), self.tr("当天就能签字盖章报上去。")),
        )


class SampleLine(QWidget):
    """The way to a school that is filled in already."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        link = writes(LinkButton(self.tr("打开示例学校")))
        link.clicked.connect(self.wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 20, 0, 0)
        line.addWidget(plain_label(self.tr("想先看看样子？"), Role.SMALL, "ink2"))
        line.addWidget(link)
        line.addStretch(1)


def _step(number: int, what: str, how: str) -> QWidget:
    row = QWidget()
    row.setFixedHeight(_HEIGHT)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addStretch()
    words.addWidget(plain_label(what))
    words.addWidget(plain_label(how, Role.SMALL, "ink2"))
    words.addStretch()
    line = row_in(row, 16)
    line.addWidget(_numeral(number))
    line.addLayout(words, 1)
    return row


def _numeral(number: int) -> QWidget:
    label = plain_label(str(number), Role.TITLE, "accent")
    label.setFont(fonts.serif(15, QFont.Weight.DemiBold))
    label.setFixedWidth(24)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
