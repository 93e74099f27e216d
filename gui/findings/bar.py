"""Search, filters, table or board, export, new: what is asked goes out as one value."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from gui.findings.content import Group, Narrowing
from gui.findings.switch import ViewSwitch
from gui.findings.words import group_words
from gui.widgets.buttons import Button, FilterChip, PrimaryButton
from gui.widgets.labels import set_tip
from gui.widgets.line_edit import LineEdit
from gui.widgets.writing import writes
from models.vocabulary import RemedyKind
from resources import word

_LONGEST, _SEARCH = 6, (188, 232)


class FindingBar(QWidget):
    """The line over the ledger."""

    narrowing_wanted = Signal(Narrowing)
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = Narrowing()
        self._departments: tuple[str, ...] = ()
        self.search = LineEdit("", self.tr("搜索问题、措施、责任人"), "search")
        self._department, self._kind, self._group = (FilterChip(is_menu=True) for _ in range(3))
        self.switch = ViewSwitch()
        self.export = Button(self.tr("导出台账"), "save")
        self.new = writes(PrimaryButton(self.tr("新问题"), "plus"))
        self._lay_out()
        self._listen()
        self.show_narrowing(self._wanted, ())

    def show_narrowing(self, wanted: Narrowing, departments: Sequence[str]) -> None:
        """Show what is asked without asking it again."""
        self._wanted, self._departments = wanted, tuple(departments)
        with QSignalBlocker(self.search):
            if self.search.text().strip() != wanted.text:
                self.search.setText(wanted.text)
        everything = self.tr("全部")
        lead = self.tr("没有写") if wanted.department == "" else _short(wanted.department or everything)
        self._department.setText(self.tr("科室：{name}").replace("{name}", lead))
        self._kind.setText(self.tr("类型：{name}").format(name=word(wanted.kind) if wanted.kind else everything))
        state = group_words(wanted.group) if wanted.group else everything
        self._group.setText(self.tr("状态：{name}").format(name=state))
        self._department.show_active(wanted.department is not None)
        self._kind.show_active(wanted.kind is not None)
        self._group.show_active(wanted.group is not None)

    def inputs(self) -> tuple[QWidget, ...]:
        """Give what Tab should lead through, in order."""
        return (self.search, self._department, self._kind, self._group, self.switch, self.export, self.new)

    def _lay_out(self) -> None:
        self.search.setAccessibleName(self.tr("搜索"))
        set_tip(self.export, self.tr("存成 Excel 表，按现在的筛选"))
        set_tip(self.search, self.tr("也可以打拼音首字母，例如 ssx 找“双师型”　Ctrl+F"))
        self.search.setMinimumWidth(_SEARCH[0])
        self.search.setMaximumWidth(_SEARCH[1])
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(8)
        row.addWidget(self.search, 100)
        for chip in (self._department, self._kind, self._group):
            row.addWidget(chip)
        row.addStretch(1)
        for part in (self.switch, self.export, self.new):
            row.addWidget(part)

    def _listen(self) -> None:
        self.search.textChanged.connect(self._on_text_changed)
        self.search.returnPressed.connect(self.left_downwards)
        self._department.clicked.connect(self._on_department_clicked)
        self._kind.clicked.connect(self._on_kind_clicked)
        self._group.clicked.connect(self._on_group_clicked)
        self._department.cleared.connect(self._on_department_cleared)
        self._kind.cleared.connect(self._on_kind_cleared)
        self._group.cleared.connect(self._on_group_cleared)

    def _on_text_changed(self, text: str) -> None:
        self._want(replace(self._wanted, text=text.strip()))

    def _on_department_clicked(self) -> None:
        names = [
            (self.tr("全部科室"), None),
            *((name, name) for name in self._departments),
            (self.tr("没有写科室"), ""),
        ]
        self._drop(self._department, (self._action(name, replace(self._wanted, department=one)) for name, one in names))

    def _on_kind_clicked(self) -> None:
        names = [(self.tr("全部类型"), None), *((word(kind), kind) for kind in RemedyKind)]
        self._drop(self._kind, (self._action(name, replace(self._wanted, kind=kind)) for name, kind in names))

    def _on_group_clicked(self) -> None:
        names = [(self.tr("全部状态"), None), *((group_words(group), group) for group in Group)]
        self._drop(self._group, (self._action(name, replace(self._wanted, group=group)) for name, group in names))

    def _on_department_cleared(self) -> None:
        self._want(replace(self._wanted, department=None))

    def _on_kind_cleared(self) -> None:
        self._want(replace(self._wanted, kind=None))

    def _on_group_cleared(self) -> None:
        self._want(replace(self._wanted, group=None))

    def _action(self, name: str, wanted: Narrowing) -> QAction:
        # a department's name is text people typed: "&" in it is no mnemonic
        action = QAction(name.replace("&", "&&"), self)
        action.setCheckable(True)
        action.setChecked(wanted == self._wanted)
        action.setData(wanted)
        return action

    def _drop(self, under: QWidget, actions: Iterable[QAction]) -> None:
        menu = QMenu(self)
        for action in actions:
            menu.addAction(action)
        menu.triggered.connect(self._on_triggered)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))

    def _on_triggered(self, action: QAction) -> None:
        self._want(action.data())

    def _want(self, wanted: Narrowing) -> None:
        self.narrowing_wanted.emit(wanted)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
