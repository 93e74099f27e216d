"""The top of the review: which document this is, what is left to do, undo, and the way to a checklist."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checklists.policy import Policy
from gui.drafting.content import Counted
from gui.platform.fonts import Role
from gui.widgets.buttons import PrimaryButton, ToolButton
from gui.widgets.chip import Chip
from gui.widgets.labels import ElidedLabel
from gui.widgets.panes import Pane
from gui.widgets.save_state import SaveState


class DraftingBar(Pane):
    """48 high, as the toolbar of an assessment."""

    home_wanted = Signal()
    head_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    throw_away_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self.setFixedHeight(48)
        self._title = ElidedLabel("", Role.BODY_BOLD)
        self.home = ToolButton("home", self.tr("回到开始页，草稿留着"), "Alt+Home")
        self.head = ToolButton("pen", self.tr("文件信息"))
        self.counted = Chip("", "partly", self)
        self.save_state = SaveState()
        self.undo = ToolButton("undo", self.tr("撤销"), "Ctrl+Z")
        self.redo = ToolButton("redo", self.tr("重做"), "Ctrl+Y")
        self.throw_away = ToolButton("trash", self.tr("丢弃这份草稿"))
        self.save = PrimaryButton(self.tr("存成清单"), dense=True)
        self._lay_out()
        self._connect()

    def show_nothing(self) -> None:
        """Stand over the invitation."""
        self._title.setText(self.tr("从文件新建清单"))
        self.counted.show_chip("")
        self.save_state.clear()
        for part in self._of_a_draft():
            part.hide()

    def show_policy(self, policy: Policy, *, revises: bool) -> None:
        """Say whose draft this is."""
        self._title.setText(f"{policy.city}　{policy.title}")
        self.save.setText(self.tr("存成新的一版") if revises else self.tr("存成清单"))
        for part in self._of_a_draft():
            part.show()

    def show_counted(self, counted: Counted) -> None:
        """Say what is left to do."""
        self.counted.show_chip(counted.words, "partly" if counted.left else "met")

    def show_steps(self, *, can_undo: bool, can_redo: bool) -> None:
        """Offer to take steps back and to bring them back."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def _of_a_draft(self) -> tuple[QWidget, ...]:
        return (self.head, self.undo, self.redo, self.throw_away, self.save)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(4)
        row.addWidget(self.home)
        row.addSpacing(4)
        row.addWidget(self._title, 1)
        row.addWidget(self.head)
        row.addSpacing(8)
        row.addWidget(self.counted)
        row.addSpacing(8)
        row.addWidget(self.save_state)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addWidget(self.throw_away)
        row.addSpacing(8)
        row.addWidget(self.save)

    def _connect(self) -> None:
        wishes = {
            self.home: self.home_wanted,
            self.head: self.head_wanted,
            self.undo: self.undo_wanted,
            self.redo: self.redo_wanted,
            self.throw_away: self.throw_away_wanted,
            self.save: self.save_wanted,
        }
        for button, wish in wishes.items():
            button.clicked.connect(wish)
