"""The left side: the departments over the tools that keep their list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from gui.departments.content import DepartmentLine
from gui.departments.department_list import DepartmentList
from gui.platform.fonts import Role
from gui.widgets.buttons import ToolButton
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import heading, plain_label
from gui.widgets.panes import Pane, column_in, hrule
from gui.widgets.writing import writes

_HEAD = 40


class DepartmentPane(Pane):
    """Adding, changing, moving and giving up departments; an empty list offers the usual ones."""

    add_wanted = Signal()
    usual_wanted = Signal()
    edit_wanted = Signal(object)
    move_wanted = Signal(object, int)
    retire_wanted = Signal(object)
    dropped = Signal(str, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self.list = DepartmentList()
        self.add = writes(ToolButton("plus", self.tr("新增科室")))
        self.edit = writes(ToolButton("pen", self.tr("改科室资料")))
        self.up, self.down = writes(ToolButton("up", self.tr("上移"))), writes(ToolButton("down", self.tr("下移")))
        self.retire = writes(ToolButton("minus", self.tr("停用")))
        how = self.tr("先放进常见的几个，名称不合适再改。")
        self.empty = writes(EmptyState("dept", self.tr("还没有科室"), how, self.tr("用常见科室"), "plus"))
        self._count = plain_label("", Role.META, "ink3")
        self._pages = QStackedWidget()
        self._build()
        self._listen()

    def show_lines(self, lines: Sequence[DepartmentLine], name: str | None) -> None:
        """Show the departments, the one of this name in hand."""
        kept = [line for line in lines if line.id is not None]
        self._pages.setCurrentIndex(0 if any(line.name for line in lines) else 1)
        self._count.setText(self.tr("{count} 个").format(count=len(kept)) if kept else "")
        self.list.show_lines(lines, name)
        self._show_tools(self.list.current)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 8, 0)
        head.setSpacing(8)
        head.addWidget(heading(self.tr("科室")))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.add)
        bar = QWidget()
        bar.setFixedHeight(_HEAD)
        bar.setLayout(head)
        tools = QHBoxLayout()
        tools.setContentsMargins(8, 4, 8, 4)
        for tool in (self.edit, self.up, self.down, self.retire):
            tools.addWidget(tool)
        tools.addStretch(1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        column = column_in(self)
        column.addWidget(bar)
        column.addWidget(hrule())
        column.addWidget(self._pages, 1)
        column.addWidget(hrule())
        column.addLayout(tools)

    def _listen(self) -> None:
        self.add.clicked.connect(self.add_wanted)
        self.empty.wanted.connect(self.usual_wanted)
        self.edit.clicked.connect(self._on_edit)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.retire.clicked.connect(self._on_retire)
        self.list.chosen.connect(self._show_tools)
        self.list.opened.connect(self._on_opened)
        self.list.dropped.connect(self.dropped)

    def _show_tools(self, line: DepartmentLine | None) -> None:
        is_kept = line is not None and line.id is not None
        self.edit.setEnabled(line is not None and bool(line.name))
        self.edit.name_it(self.tr("改科室资料") if is_kept or line is None else self.tr("加进科室名单"))
        for tool in (self.up, self.down, self.retire):
            tool.setEnabled(is_kept)
        is_retired = line is not None and line.is_retired
        self.retire.name_it(self.tr("恢复") if is_retired else self.tr("停用"))
        self.retire.show_icon("undo" if is_retired else "minus")

    def _on_opened(self, line: DepartmentLine) -> None:
        if line.name:
            self.edit_wanted.emit(line)

    def _on_edit(self) -> None:
        self._on_opened(self.list.current or DepartmentLine(None, ""))

    def _on_up(self) -> None:
        self.move_wanted.emit(self.list.current, -1)

    def _on_down(self) -> None:
        self.move_wanted.emit(self.list.current, 1)

    def _on_retire(self) -> None:
        self.retire_wanted.emit(self.list.current)
