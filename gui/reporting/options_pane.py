"""What stands left of the paper: what is printed, what to look at before, and the steps that end the work."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.platform.fonts import Role
from gui.widgets.buttons import Button, LinkButton, PrimaryButton
from gui.widgets.labels import PlainLabel, heading, plain_label
from gui.widgets.panes import Pane, hrule
from gui.widgets.problem import Problem
from services.quality import Flaw


class OptionsPane(Pane):
    """Wishes: print, save, open the folder, go to what is still missing."""

    print_wanted = Signal()
    save_wanted = Signal()
    folder_wanted = Signal()
    unanswered_wanted = Signal()
    without_evidence_wanted = Signal()
    unread_wanted = Signal()
    quality_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self.setFixedWidth(280)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 16)
        column.setSpacing(0)
        column.addLayout(self._build_kind())
        column.addWidget(hrule())
        column.addLayout(self._build_checks())
        column.addStretch(1)
        column.addLayout(self._build_steps())

    def show_pages(self, count: int) -> None:
        """Say how long the report is."""
        self._count.setText(self.tr("{count} 页").format(count=count))

    def show_checks(self, found: Counter[Flaw]) -> None:
        """Say what the paper will show as missing, and how much else there is; nothing missing is said too."""
        apart = (found[Flaw.UNANSWERED], found[Flaw.BARE], found[Flaw.UNREAD])
        counts = (*apart, found.total() - sum(apart))
        for (row, label, sentence), count in zip(self._checks, counts, strict=True):
            label.setText(sentence.format(count=count))
            row.setVisible(count > 0)
        self._all_there.setVisible(not any(counts))

    def show_problem(self, sentence: str) -> None:
        """Say why a step did not succeed; nothing takes it away."""
        self._problem.say(sentence)

    def show_saved(self, name: str) -> None:
        """Say where the report lies."""
        self._saved.setText(self.tr("已存好：{name}").format(name=name))
        self._saved_row.setVisible(True)

    def set_ready(self, is_ready: bool) -> None:
        """Let the steps be taken, or not while pages are being made."""
        self._print.setEnabled(is_ready)
        self._save.setEnabled(is_ready)

    def ask_to_print(self) -> None:
        """Wish for paper, as its button does: not while pages are being made."""
        self._print.click()

    def ask_to_save(self) -> None:
        """Wish for a file, as its button does."""
        self._save.click()

    @property
    def can_print(self) -> bool:
        """Say whether the steps can be taken."""
        return self._print.isEnabled()

    @property
    def problem(self) -> str:
        """Give the sentence that says why a step did not succeed."""
        return self._problem.sentence

    def warnings(self) -> tuple[str, ...]:
        """Give the sentences that say what is missing."""
        return tuple(label.text() for row, label, _ in self._checks if not row.isHidden())

    def _build_kind(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("要打印什么")))
        row = QHBoxLayout()
        row.addWidget(plain_label(self.tr("自评报告")))
        row.addStretch(1)
        self._count = plain_label("", Role.META, "ink3")
        row.addWidget(self._count)
        column.addLayout(row)
        return column

    def _build_checks(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(heading(self.tr("打印前看一眼")))
        self._checks = [
            self._build_check(
                column, self.tr("还有 {count} 条没填，会印成“未填报”。"), self.tr("去填"), self.unanswered_wanted.emit
            ),
            self._build_check(
                column,
                self.tr("{count} 条说已落实，没有佐证。"),
                self.tr("补佐证"),
                self.without_evidence_wanted.emit,
            ),
            self._build_check(
                column,
                self.tr("{count} 项指标缺实际值，会印成“无法判定”。"),
                self.tr("补数据"),
                self.unread_wanted.emit,
            ),
            self._build_check(
                column, self.tr("另有 {count} 处交前要看一眼。"), self.tr("去质检"), self.quality_wanted.emit
            ),
        ]
        self._all_there = plain_label(self.tr("都填齐了，可以打印。"), Role.SMALL, "met", wraps=True)
        column.addWidget(self._all_there)
        return column

    def _build_check(
        self, column: QVBoxLayout, sentence: str, act: str, go: Callable[[], None]
    ) -> tuple[QWidget, PlainLabel, str]:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        label = plain_label("", Role.SMALL, "partly", wraps=True)
        link = LinkButton(act)
        link.clicked.connect(go)
        across.addWidget(label, 1)
        across.addWidget(link)
        column.addWidget(row)
        row.hide()
        return row, label, sentence

    def _build_steps(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(8)
        self._problem = Problem()
        column.addWidget(self._problem)
        column.addWidget(self._build_saved())
        self._print = PrimaryButton(self.tr("打印"), "printer", tall=36)
        self._print.clicked.connect(self.print_wanted)
        self._save = Button(self.tr("存为 PDF"), "save")
        self._save.clicked.connect(self.save_wanted)
        column.addWidget(self._print)
        column.addWidget(self._save)
        return column

    def _build_saved(self) -> QWidget:
        self._saved_row = QWidget()
        across = QHBoxLayout(self._saved_row)
        across.setContentsMargins(0, 0, 0, 0)
        self._saved = plain_label("", Role.SMALL, "met", wraps=True)
        across.addWidget(self._saved, 1)
        folder = LinkButton(self.tr("打开所在文件夹"))
        folder.clicked.connect(self.folder_wanted)
        across.addWidget(folder)
        self._saved_row.hide()
        return self._saved_row
