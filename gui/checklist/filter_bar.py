"""Search and filters over the list: what is asked goes out as one value."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from gui.checklist.filters import Filter
from gui.platform.icons import icon
from gui.platform.theme import theme_of
from gui.widgets.buttons import FilterChip, ToolButton
from gui.widgets.flow import FlowLayout
from gui.widgets.labels import set_tip
from gui.widgets.line_edit import LineEdit
from models.vocabulary import Status
from resources import word
from services.scoring import ORDER

_NARROW = 340
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class FilterCounts:
    """What the filters could show: how many items each finds, and the departments there are."""

    departments: tuple[str, ...] = ()
    lacking: int = 0
    missed: int = 0
    to_review: int = 0


class FilterBar(QWidget):
    """A search field, a menu of every filter, and chips for those used most; 需复核 only where something is."""

    filter_wanted = Signal(Filter)
    left_downwards = Signal()
    division_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = Filter()
        self._counts = FilterCounts()
        self.search = LineEdit("", self.tr("搜索要求、说明、佐证"), "search")
        self.tool = ToolButton("filter", self.tr("筛选"), "Ctrl+L", outlined=True)
        self._clear = QAction(self.tr("清空"), self)
        self._status = FilterChip(is_menu=True)
        self._department = FilterChip(is_menu=True)
        self._lacking, self._missed, self._review = FilterChip(), FilterChip(), FilterChip()
        self._build()
        self._listen()
        self._clear.setVisible(False)
        self.show_filter(self._filter, self._counts)

    def show_filter(self, wanted: Filter, counts: FilterCounts) -> None:
        """Show what is asked without asking it again."""
        self._filter, self._counts = wanted, counts
        with QSignalBlocker(self.search):
            if self.search.text().strip() != wanted.text:
                self.search.setText(wanted.text)
                self._clear.setVisible(bool(wanted.text))
        self._status.setText(self.tr("状态：{name}").format(name=self._name(wanted.status and word(wanted.status))))
        self._department.setText(self.tr("科室：{name}").format(name=self._department_name(wanted.department)))
        self._lacking.setText(self.tr("没有佐证 {count}").format(count=counts.lacking))
        self._missed.setText(self.tr("未达标 {count}").format(count=counts.missed))
        self._review.setText(self.tr("需复核 {count}").format(count=counts.to_review))
        self._review.setVisible(bool(counts.to_review) or wanted.needs_review)
        self._show_active(wanted)

    def open_menu(self) -> None:
        """Drop down the menu of every filter."""
        self._drop(self.tool, [*self._status_actions(), None, *self._department_actions(), None, *self._rest_actions()])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lacking.setVisible(self.width() >= _NARROW or self._filter.lacks_evidence)
        self._missed.setVisible(self.width() >= _NARROW or self._filter.is_missed)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._clear.setIcon(icon("close", theme_of(self), "ink3", 16))

    def _name(self, chosen: str | None) -> str:
        return chosen or self.tr("全部")

    def _department_name(self, department: str | None) -> str:
        if department == "":
            return self.tr("没有写")
        return self._name(department and _short(department))

    def _show_active(self, wanted: Filter) -> None:
        self._status.show_active(wanted.status is not None)
        self._department.show_active(wanted.department is not None)
        self._lacking.show_active(wanted.lacks_evidence)
        self._missed.show_active(wanted.is_missed)
        self._review.show_active(wanted.needs_review)

    def _build(self) -> None:
        set_tip(self.search, self.tr("也可以输入拼音首字母，例如 ssx 找“双师型”　Ctrl+F"))
        self.search.setAccessibleName(self.tr("搜索"))
        self._clear.setIcon(icon("close", theme_of(self), "ink3", 16))
        self.search.addAction(self._clear, LineEdit.ActionPosition.TrailingPosition)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search)
        row.addWidget(self.tool)
        layout.addLayout(row)
        chips = FlowLayout(gap=4, line_gap=4)
        for chip in (self._status, self._department, self._lacking, self._missed, self._review):
            chips.addWidget(chip)
        layout.addLayout(chips)

    def _listen(self) -> None:
        self.search.textChanged.connect(self._on_text_changed)
        self.search.returnPressed.connect(self.left_downwards)
        self._clear.triggered.connect(self.search.clear)
        self.tool.clicked.connect(self.open_menu)
        self._status.clicked.connect(self._on_status_clicked)
        self._department.clicked.connect(self._on_department_clicked)
        self._lacking.clicked.connect(self._on_lacking_toggled)
        self._missed.clicked.connect(self._on_missed_toggled)
        self._review.clicked.connect(self._on_review_toggled)
        self._review.cleared.connect(self._on_review_toggled)
        self._status.cleared.connect(self._on_status_cleared)
        self._department.cleared.connect(self._on_department_cleared)
        self._lacking.cleared.connect(self._on_lacking_toggled)
        self._missed.cleared.connect(self._on_missed_toggled)

    def _want(self, wanted: Filter) -> None:
        self.filter_wanted.emit(wanted)

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._want(replace(self._filter, text=text.strip()))

    def _on_status_clicked(self) -> None:
        self._drop(self._status, self._status_actions())

    def _on_department_clicked(self) -> None:
        self._drop(self._department, [*self._department_actions(), None, self._division_action()])

    def _division_action(self) -> QAction:
        action = QAction(icon("dept", theme_of(self), "ink2", 16), self.tr("分工和任务单"), self)
        action.triggered.connect(self.division_wanted)
        return action

    def _on_status_cleared(self) -> None:
        self._want(replace(self._filter, status=None))

    def _on_department_cleared(self) -> None:
        self._want(replace(self._filter, department=None))

    def _on_lacking_toggled(self) -> None:
        self._want(replace(self._filter, lacks_evidence=not self._filter.lacks_evidence))

    def _on_missed_toggled(self) -> None:
        self._want(replace(self._filter, is_missed=not self._filter.is_missed))

    def _on_review_toggled(self) -> None:
        self._want(replace(self._filter, needs_review=not self._filter.needs_review))

    def _status_actions(self) -> list[QAction]:
        names: list[tuple[str, Status | None]] = [(self.tr("全部状态"), None)]
        names += [(word(status), status) for status in ORDER]
        return [self._action(name, replace(self._filter, status=status)) for name, status in names]

    def _department_actions(self) -> list[QAction]:
        names: list[tuple[str, str | None]] = [(self.tr("全部科室"), None)]
        names += [(name, name) for name in self._counts.departments]
        names += [(self.tr("没有写科室"), "")]
        return [self._action(name, replace(self._filter, department=wanted)) for name, wanted in names]

    def _rest_actions(self) -> list[QAction]:
        lacks, missed = not self._filter.lacks_evidence, not self._filter.is_missed
        review = not self._filter.needs_review
        return [
            self._action(self.tr("没有佐证"), replace(self._filter, lacks_evidence=lacks), is_on=not lacks),
            self._action(self.tr("未达标"), replace(self._filter, is_missed=missed), is_on=not missed),
            self._action(self.tr("需复核"), replace(self._filter, needs_review=review), is_on=not review),
            self._action(self.tr("看全部"), Filter(), is_on=False),
        ]

    def _action(self, name: str, wanted: Filter, *, is_on: bool | None = None) -> QAction:
        # a department's name is text people typed: "&" in it is no mnemonic
        action = QAction(name.replace("&", "&&"), self)
        action.setCheckable(True)
        action.setChecked(wanted == self._filter if is_on is None else is_on)
        action.setData(wanted)
        return action

    def _drop(self, under: QWidget, actions: Iterable[QAction | None]) -> None:
        menu = QMenu(self)
        for action in actions:
            menu.addSeparator() if action is None else menu.addAction(action)
        menu.triggered.connect(self._on_triggered)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))

    def _on_triggered(self, action: QAction) -> None:
        if isinstance(action.data(), Filter):
            self._want(action.data())


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
