"""What lies outside the window: the system's file dialogs, its viewers, a question that waits."""

from PySide6.QtWidgets import QWidget

from gui.checklist.overruling_dialog import ask_overruling
from gui.checklist.own_wish import OwnWish
from gui.pieces.outside import FilesOutside
from gui.widgets.dialog import ask, ask_text
from services.checklist import IndicatorRow
from services.judging import Overruling


class Outside(FilesOutside):
    """The real outside; tests bring their own."""

    def ask_overruling(self, parent: QWidget, row: IndicatorRow) -> Overruling | None:
        """Ask how a figure is to be judged, and why; None when it is to stay as it was."""
        return ask_overruling(parent, row)

    def ask_reason(self, parent: QWidget, text: str) -> str | None:
        """Ask why an item does not apply; None when it is to stay as it was."""
        return ask_text(
            parent,
            self.tr("这一条为什么不适用？"),
            self.tr("理由会印在报告里，供教育局核对。"),
            act=self.tr("记为不适用"),
            stay=self.tr("不改了"),
            text=text,
        )

    def ask_filter_name(self, parent: QWidget, name: str) -> str | None:
        """Ask what a filter is to be called; None when it is to stay as it was."""
        return ask_text(
            parent,
            self.tr("这组筛选叫什么？"),
            self.tr("存在这台电脑上，以后从筛选菜单里直接选。"),
            act=self.tr("存下"),
            stay=self.tr("不存了"),
            text=name,
        )

    def ask_own_item(self, parent: QWidget, wish: OwnWish) -> OwnWish | None:
        """Let the user say an item of the school's own; None when he would rather not."""
        from gui.checklist.own_dialog import OwnItemDialog

        dialog = OwnItemDialog(wish, parent)
        return dialog.wish if dialog.exec() else None

    def ask_retire(self, parent: QWidget, label: str) -> bool:
        """Ask whether an item of the school's own is to go."""
        return ask(
            parent,
            self.tr("撤下{label}？").format(label=label),
            self.tr("清单和报告里不再有它。填过的、佐证都收进归档，随时能恢复。"),
            act=self.tr("撤下"),
            stay=self.tr("不撤"),
        )
