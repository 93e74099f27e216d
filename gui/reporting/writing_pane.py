"""写一写: the parts of the report that people write themselves, edited beside its pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.platform.style_buttons import LINK_AIR
from gui.widgets.buttons import LinkButton, ToolButton
from gui.widgets.chip import Chip
from gui.widgets.labels import field_label, heading, plain_label
from gui.widgets.note_edit import NoteEdit
from gui.widgets.over_scroll import OverScroll
from gui.widgets.panes import Pane, column_in, hrule, row_in, scrolled, vrule
from gui.widgets.problem import Problem
from models.vocabulary import PassageName
from resources import word

_WIDTH, _LINES, _MOST_LINES = 360, 4, 14


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A part as it stands: a person's text, or the program's draft."""

    text: str
    is_draft: bool


class WritingPane(Pane):
    """One field a part; `written` and `restore_wanted` name the part."""

    written = Signal(PassageName, str)
    restore_wanted = Signal(PassageName)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self.setFixedWidth(_WIDTH)
        self._problem = Problem()
        self._parts = {name: _Part(name) for name in PassageName}
        across = row_in(self)
        column = QVBoxLayout()
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        across.addLayout(column, 1)
        across.addWidget(vrule())
        column.addLayout(self._build_head())
        column.addWidget(hrule())
        area = scrolled(self._build_parts())
        OverScroll(area)
        column.addWidget(area, 1)

    def show_passages(self, passages: Mapping[PassageName, ShownPassage]) -> None:
        """Show all parts as they stand; what is being typed stays."""
        for name, shown in passages.items():
            self._parts[name].show_passage(shown)

    def show_problem(self, sentence: str) -> None:
        """Say why something was not kept; nothing takes it away."""
        self._problem.say(sentence)

    def flush(self) -> None:
        """Say now what was typed, if anything."""
        for part in self._parts.values():
            part.edit.flush()

    def edit_of(self, name: PassageName) -> NoteEdit:
        """Give the field of a part."""
        return self._parts[name].edit

    def restore(self, name: PassageName) -> None:
        """Wish for a part's draft, as its link does."""
        self._parts[name].restore.click()

    def drafts(self) -> tuple[PassageName, ...]:
        """Name the parts that are shown as drafts."""
        return tuple(name for name, part in self._parts.items() if part.restore.isHidden())

    def _on_overflowed(self, most: int) -> None:
        self._problem.say(self.tr("一段最多 {most} 字，多出来的没有收进来。").format(most=most))

    def _build_head(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 0, 8, 8)
        column.setSpacing(4)
        across = QHBoxLayout()
        across.addWidget(heading(self.tr("写一写")), 1)
        close = ToolButton("close", self.tr("收起"))
        close.clicked.connect(self.closed)
        across.addWidget(close)
        column.addLayout(across)
        said = self.tr("程序按填报写好了草稿，印出来标着【草稿】。改成自己的话，标记就没有了；一行是一段。")
        column.addWidget(plain_label(said, Role.SMALL, "ink2", wraps=True))
        column.addWidget(self._problem)
        return column

    def _build_parts(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(16)
        for name, part in self._parts.items():
            column.addWidget(part)
            part.edit.written.connect(partial(self.written.emit, name))
            part.restore.clicked.connect(partial(self.restore_wanted.emit, name))
            part.edit.overflowed.connect(self._on_overflowed)
        column.addStretch(1)
        return inner


class _Part(QWidget):
    """A part: its name, whether it is a draft, its text."""

    def __init__(self, name: PassageName) -> None:
        super().__init__()
        self.edit = NoteEdit(_LINES, most_lines=_MOST_LINES)
        self.edit.setAccessibleName(word(name))
        self._chip = Chip("", "na", self)
        self.restore = LinkButton(self.tr("恢复草稿"))
        column = column_in(self, 4)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, LINK_AIR, 0)
        across.addWidget(field_label(word(name)))
        across.addWidget(self._chip)
        across.addStretch(1)
        across.addWidget(self.restore)
        column.addLayout(across)
        column.addWidget(self.edit)

    def show_passage(self, shown: ShownPassage) -> None:
        self.edit.show_text(shown.text)
        self._chip.show_chip(
            self.tr("草稿") if shown.is_draft else self.tr("已写"), "partly" if shown.is_draft else "met"
        )
        self.restore.setVisible(not shown.is_draft)
