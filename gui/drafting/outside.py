"""What the review asks of the world outside; tests bring their own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from checklists.policy import Indicator, Policy
from gui.drafting.figure_dialog import FigureDialog
from gui.drafting.header_dialog import HeaderDialog
from gui.widgets.dialog import ask, ask_text


class DraftingOutside(QObject):
    """The real dialogs."""

    def choose_file(self, parent: QWidget, folder: str) -> Path | None:
        """Let the user pick a document; None when he would rather not."""
        kinds = self.tr("公文 (*.txt *.docx *.pdf *.html *.htm);;所有文件 (*)")
        name, _ = QFileDialog.getOpenFileName(parent, self.tr("从文件新建清单"), folder, kinds)
        return Path(name) if name else None

    def may_throw_away(self, parent: QWidget, title: str) -> bool:
        """Ask whether a draft may go."""
        said = self.tr("“{title}”的草稿会从工作文件夹里删掉，取不回来；已经存成的清单不受影响。")
        return ask(
            parent,
            self.tr("丢弃这份草稿？"),
            said.replace("{title}", title),
            act=self.tr("丢弃草稿"),
            stay=self.tr("不丢弃"),
        )

    def may_save(self, parent: QWidget, left: int) -> bool:
        """Ask whether to save although some items say it in the document's words."""
        said = self.tr(
            "还有 {left} 个要点照抄着原文。清单要用自己的话写，才好逐条回答“做到没有”；也可以先存，以后再改。"
        )
        return ask(
            parent,
            self.tr("还没有改写完，先存成清单？"),
            said.format(left=left),
            act=self.tr("先存成清单"),
            stay=self.tr("接着改写"),
        )

    def ask_heading(self, parent: QWidget, heading: str) -> str | None:
        """Ask for the heading of a clause; None when it is to stay."""
        return ask_text(parent, self.tr("条款的标题"), "", act=self.tr("记下"), stay=self.tr("不改了"), text=heading)

    def ask_head(
        self, parent: QWidget, policy: Policy, is_taken: Callable[[str], bool], *, is_locked: bool
    ) -> Policy | None:
        """Ask for the head of the policy; None when it is to stay."""
        dialog = HeaderDialog(policy, is_taken, is_locked=is_locked, parent=parent)
        return dialog.policy if dialog.exec() == QDialog.DialogCode.Accepted else None

    def ask_figure(
        self, parent: QWidget, figure: Indicator, *, is_new: bool, drop: Callable[[], None]
    ) -> Indicator | None:
        """Ask for a figure; None when it is to stay, or was left out by `drop`."""
        dialog = FigureDialog(figure, is_new=is_new, parent=parent)
        dialog.dropped.connect(drop)
        return dialog.figure if dialog.exec() == QDialog.DialogCode.Accepted else None
