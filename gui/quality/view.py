"""The check before handing in: what was found by kind, or that all is well."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform.fonts import Role
from gui.quality.content import FlawGroup, Quality
from gui.quality.group_part import GroupPart
from gui.widgets.buttons import Button, FilterChip, PrimaryButton, ToolButton
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import ElidedLabel, plain_label, set_tip
from gui.widgets.panes import column_in, hrule, scrolled
from gui.widgets.problem import Problem
from gui.widgets.screen import Screen, top_bar
from gui.widgets.toast import Toast
from services.quality import Flaw

_WIDEST, _EDGE = 1160, 32
_ROOM_FOR_REUSE = 928
_CHOICES = (2, 3, 4, 5, 8, 10)


class QualityView(Screen):
    """Speaks in wishes; everything it shows it is given."""

    back_wanted = Signal()
    wanted = Signal(object)
    export_wanted = Signal()
    report_wanted = Signal()
    reused_from_chosen = Signal(int)
    came_forward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.back = ToolButton("left", self.tr("回到概览"), "Esc")
        self.export = Button(self.tr("存为表格"), "out", dense=True)
        self.report = PrimaryButton(self.tr("看自评报告"))
        self.reuse = FilterChip("", is_menu=True)
        self.problem = Problem()
        self._told = ElidedLabel("", Role.SMALL, "ink2")
        self._groups: dict[Flaw, GroupPart] = {}
        self._stack = QStackedWidget()
        self._build()
        self.toast = Toast(self)
        self._listen()

    def show_quality(self, quality: Quality, reused_from: int) -> None:
        """Show what was found; groups that were unfolded stay so."""
        self._told.setText(self._told_words(quality))
        self.reuse.setText(self.tr("一件佐证用到 {count} 条起提示").format(count=reused_from))
        self.export.setEnabled(bool(quality.groups))
        self._well.show_words(self.tr("都查过了，可以交"), quality.looked_at)
        self._stack.setCurrentIndex(0 if quality.groups else 1)
        if tuple(quality.groups) != tuple(part.group for part in self._groups.values()):
            self._rebuild(quality.groups)

    def show_flaw(self, flaw: Flaw) -> None:
        """Bring one kind into view."""
        part = self._groups.get(flaw)
        if part is not None:
            self._column.activate()
            self._area.ensureWidgetVisible(part, 0, 24)
            part.focus()

    def parts(self) -> tuple[GroupPart, ...]:
        """Give the kinds in view, in order."""
        return tuple(self._groups.values())

    @property
    def is_well(self) -> bool:
        """Say whether nothing was found."""
        return self._stack.currentIndex() == 1

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.came_forward.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.reuse.setVisible(event.size().width() >= _ROOM_FOR_REUSE)

    def _told_words(self, quality: Quality) -> str:
        if not quality.groups:
            return quality.looked_at
        return self.tr("{looked_at}，有 {count} 处要看一眼").format(looked_at=quality.looked_at, count=quality.count)

    def _rebuild(self, groups: tuple[FlawGroup, ...]) -> None:
        unfolded = {flaw for flaw, part in self._groups.items() if part.shows_all}
        for part in self._groups.values():
            part.hide()
            part.deleteLater()
        self._groups = {one.flaw: GroupPart(one, shows_all=one.flaw in unfolded) for one in groups}
        for place, part in enumerate(self._groups.values()):
            self._column.insertWidget(place, part)
            part.show()  # now, not in a while: it may be given the keyboard at once
            part.wanted.connect(self.wanted)
        self.begin_at(*(part.rows for part in self.parts()), self._well.button)

    def _build(self) -> None:
        self._page = QWidget()
        self._page.setMaximumWidth(_WIDEST + 2 * _EDGE)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(_EDGE - 8, 20, _EDGE - 8, 24)
        self._column.setSpacing(20)
        self._column.addStretch(1)
        self._area: QScrollArea = scrolled(self._page)
        self._well = EmptyState("tick", self.tr("都查过了，可以交"), "", self.tr("看自评报告"))
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._well)
        column = column_in(self)
        column.addWidget(self._build_bar())
        column.addWidget(hrule())
        column.addWidget(self.problem)
        column.addWidget(self._stack, 1)

    def _build_bar(self) -> QWidget:
        set_tip(self.reuse, self.tr("同一份佐证用到这么多条要点，就提出来看一眼"))
        title = plain_label(self.tr("交前质检"), Role.BODY_BOLD)
        return top_bar((self.back, title), (self.reuse, self.export, self.report), between=self._told)

    def _listen(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.report.clicked.connect(self.report_wanted)
        self._well.wanted.connect(self.report_wanted)
        self.reuse.clicked.connect(self._on_reuse)
        self.on_keys("Esc", self.back_wanted)

    def reuse_menu(self) -> QMenu:
        """Make the menu of how many items count as reuse."""
        menu = QMenu(self.reuse)
        for count in _CHOICES:
            action = menu.addAction(self.tr("{count} 条起").format(count=count))
            action.setData(count)
        menu.triggered.connect(lambda action: self.reused_from_chosen.emit(action.data()))
        return menu

    def _on_reuse(self) -> None:
        menu = self.reuse_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.reuse.mapToGlobal(self.reuse.rect().bottomLeft()))
