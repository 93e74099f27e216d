"""The preview of a new cycle: what goes over, what does not, and one button."""

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from gui.cycles.carry_words import carried_rows, consequence, left_lines, left_words, question, revision_words
from gui.platform import fonts
from gui.platform.fonts import Role
from gui.widgets.buttons import LinkButton, at_left
from gui.widgets.dialog import WIDE, Dialog
from gui.widgets.labels import plain_label
from gui.widgets.text import Paragraph
from gui.widgets.writing import writes
from services.cycles.carrying import Carrying

_LIST = 120


class CarryDialog(Dialog):
    """Asks whether to begin; nothing has happened yet."""

    def __init__(self, carrying: Carrying, parent: QWidget | None = None) -> None:
        super().__init__(question(carrying), consequence(carrying), act="", stay="", width=WIDE, parent=parent)
        self.carrying = carrying
        writes(self.act_button).setText(self.tr("开新一年"))
        self.stay_button.setText(self.tr("先不开"))
        self.stay_button.show()
        self._list = QPlainTextEdit()
        self._switch = LinkButton(self.tr("看是哪些"))
        self._fill()

    @property
    def left(self) -> str:
        """Give the list of what stays behind, as it is shown."""
        return self._list.toPlainText()

    def _fill(self) -> None:
        self.add(_table(self.carrying))
        for words in (revision_words(self.carrying), left_words(self.carrying)):
            if words:
                self.add(Paragraph(words, Role.SMALL, "ink2"))
        if self.carrying.left:
            self._add_list()

    def _add_list(self) -> None:
        self._list.setPlainText("\n".join(left_lines(self.carrying)))
        self._list.setReadOnly(True)
        self._list.setFont(fonts.small())
        self._list.setFixedHeight(_LIST)
        self._list.setAccessibleName(self.tr("不带过来的佐证"))
        self._list.hide()
        self._body.addLayout(at_left(self._switch))
        self.add(self._list)
        self._switch.clicked.connect(self._on_switched)

    def _on_switched(self) -> None:
        is_shown = self._list.isHidden()
        self._list.setVisible(is_shown)
        self._switch.setText(self.tr("收起") if is_shown else self.tr("看是哪些"))


def _table(carrying: Carrying) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 4, 0, 8)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    for place, (name, said) in enumerate(carried_rows(carrying)):
        grid.addWidget(plain_label(name, Role.SMALL, "ink3"), place, 0)
        grid.addWidget(plain_label(said, Role.SMALL), place, 1)
    grid.setColumnStretch(1, 1)
    return table
