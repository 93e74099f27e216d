"""Whether what was written is safe on the disk."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.platform.fonts import Role
from gui.widgets.buttons import LinkButton
from gui.widgets.empty_state import IconView
from gui.widgets.labels import plain_label, set_tip
from gui.widgets.panes import row_in, vrule


class SaveState(QWidget):
    """正在保存, 已保存 14:03, or 没有存上 with the reason and a way to try again; nothing said, nothing seen."""

    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconView("", side=16)
        self._words = plain_label("", Role.SMALL, "ink2")
        self._retry = LinkButton(self.tr("再试一次"))
        self._retry.clicked.connect(self.retry_wanted)
        row = row_in(self, 4)
        for part in (self._icon, self._words, self._retry):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(vrule(20))
        row.addSpacing(4)
        self.clear()

    @property
    def text(self) -> str:
        """Give the words shown."""
        return self._words.text()

    def clear(self) -> None:
        """Say nothing: nothing was written yet."""
        self._say("", "", "ink3", "")

    def show_saving(self) -> None:
        """Say that a commit is under way."""
        self._say("", self.tr("正在保存"), "ink3", "")

    def show_saved(self, at: datetime) -> None:
        """Say when the last commit came back."""
        self._say("tick", self.tr("已保存 {time}").replace("{time}", f"{at:%H:%M}"), "ink2", "", icon_ink="met")

    def show_failed(self, reason: str) -> None:
        """Say that the last words are not on the disk, and why."""
        self._say("warn", self.tr("没有存上"), "not_met", reason)
        self._retry.show()

    def _say(self, icon_name: str, words: str, ink: str, reason: str, *, icon_ink: str = "") -> None:
        self._icon.show_icon(icon_name, icon_ink or ink)
        self._icon.setVisible(bool(icon_name))
        self._words.setText(words)
        self._words.set_ink(ink)
        self._retry.hide()
        self.setVisible(bool(words))
        set_tip(self, reason)
        self.setAccessibleName(words)
        self.setAccessibleDescription(reason)
