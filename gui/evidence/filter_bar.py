"""What narrows the list of pieces: a search field and chips that count what is wrong."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gui.evidence.narrowing import Narrowing
from gui.pieces.words import flag_words
from gui.platform.fonts import Role
from gui.widgets.buttons import FilterChip
from gui.widgets.flow import FlowLayout
from gui.widgets.labels import plain_label, set_tip
from gui.widgets.line_edit import LineEdit
from models.vocabulary import EvidenceKind
from resources import word
from services.evidence.flags import REUSED_FROM, EvidenceFlag

_FLAGS = (EvidenceFlag.UNDATED, EvidenceFlag.EXPIRED, EvidenceFlag.OUTSIDE, EvidenceFlag.REUSED, EvidenceFlag.LOST)


class FilterBar(QWidget):
    """Says what is asked: `asked` carries the narrowing, `missing_asked` whether items without evidence are."""

    asked = Signal(object)
    missing_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrowing = Narrowing()
        self._departments: tuple[str, ...] = ()
        self._reused_from = REUSED_FROM
        self.search = LineEdit("", self.tr("找编号、名称、科室、说明"), "search")
        self.search.setAccessibleName(self.tr("搜索"))
        set_tip(self.search, self.tr("也可以打拼音首字母，例如 ssx"))
        self.count = plain_label("", Role.META, "ink3")
        self.missing = FilterChip(self.tr("缺佐证"))
        self.flags = {flag: FilterChip(flag_words(flag)) for flag in _FLAGS}
        self.kind = FilterChip(self.tr("类型"), is_menu=True)
        self.department = FilterChip(self.tr("科室"), is_menu=True)
        self._lay_out()
        self._connect()

    @property
    def narrowing(self) -> Narrowing:
        """Say what is asked now."""
        return self._narrowing

    def show_reuse(self, reused_from: int) -> None:
        """Know how many items a piece serves before that is worth a second look, as this desk has it."""
        self._reused_from = reused_from

    def show_counts(
        self, shown: int, whole: int, flags: Counter[EvidenceFlag], missing: int, departments: Iterable[str]
    ) -> None:
        """Say how many there are of each; what there is none of is not offered."""
        words = self.tr("{count} 件") if shown == whole else self.tr("{shown} / {count} 件")
        self.count.setText(words.format(count=whole, shown=shown))
        self._departments = tuple(departments)
        for flag, chip in self.flags.items():
            chip.setText(f"{flag_words(flag)} {flags[flag]}")
            chip.setVisible(bool(flags[flag]) or chip.is_active)
        wording = self.tr("用在 {from_} 条以上 {count}")
        self.flags[EvidenceFlag.REUSED].setText(
            wording.format(from_=self._reused_from, count=flags[EvidenceFlag.REUSED])
        )
        self.missing.setText(self.tr("缺佐证 {count}").format(count=missing))
        self.missing.setVisible(bool(missing) or self.missing.is_active)
        self.department.setVisible(bool(self._departments) or self.department.is_active)

    def ask(self, narrowing: Narrowing, *, missing: bool = False) -> None:
        """Ask something else, and look like it."""
        self._narrowing = narrowing
        self.missing.show_active(missing)
        for flag, chip in self.flags.items():
            chip.show_active(narrowing.flag is flag)
        self.kind.show_active(narrowing.kind is not None)
        self.kind.setText(word(narrowing.kind) if narrowing.kind else self.tr("类型"))
        self.department.show_active(narrowing.department is not None)
        self.department.setText(narrowing.department or self.tr("科室"))
        self.search.show_text(narrowing.text)
        self.missing_asked.emit(missing)
        self.asked.emit(narrowing)

    def clear(self) -> None:
        """Ask nothing."""
        self.search.setText("")
        self.ask(Narrowing())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.search, 1)
        row.addWidget(self.count)
        column.addLayout(row)
        strip = QWidget()
        flow = FlowLayout(strip, gap=6, line_gap=6)
        for chip in (self.missing, *self.flags.values(), self.kind, self.department):
            flow.addWidget(chip)
        column.addWidget(strip)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.missing.clicked.connect(self._on_missing)
        self.missing.cleared.connect(self.clear)
        for flag, chip in self.flags.items():
            chip.clicked.connect(partial(self._on_flag, flag))
            chip.cleared.connect(partial(self._on_flag, None))
        self.kind.clicked.connect(self._on_kind_menu)
        self.kind.cleared.connect(partial(self._on_kind, None))
        self.department.clicked.connect(self._on_department_menu)
        self.department.cleared.connect(partial(self._on_department, None))

    def _on_searched(self, text: str) -> None:
        self._narrowing = replace(self._narrowing, text=text)
        self.asked.emit(self._narrowing)

    def _on_missing(self) -> None:
        self.ask(Narrowing(), missing=not self.missing.is_active)

    def _on_flag(self, flag: EvidenceFlag | None, _checked: bool = False) -> None:
        wanted = None if flag is self._narrowing.flag else flag
        self.ask(replace(self._narrowing, flag=wanted))

    def _on_kind_menu(self) -> None:
        self._menu(self.kind, [(word(kind), partial(self._on_kind, kind)) for kind in EvidenceKind])

    def _on_kind(self, kind: EvidenceKind | None) -> None:
        self.ask(replace(self._narrowing, kind=kind))

    def _on_department_menu(self) -> None:
        self._menu(self.department, [(name, partial(self._on_department, name)) for name in self._departments])

    def _on_department(self, name: str | None) -> None:
        self.ask(replace(self._narrowing, department=name))

    def _menu(self, chip: FilterChip, entries: Iterable[tuple[str, Callable[[], None]]]) -> None:
        menu = QMenu(self)
        for text, chosen in entries:
            menu.addAction(text).triggered.connect(chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))
