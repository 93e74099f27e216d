"""The finding in hand: what is wrong, how it is put right, how far that is, and the next step."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from gui.findings.acts import Act, act_words, acts_for
from gui.findings.evidence_part import EvidencePart, Picture
from gui.findings.facts_grid import FactsGrid
from gui.findings.foot import Foot
from gui.findings.form import FindingForm, Spot
from gui.findings.rounds_part import RoundsPart
from gui.findings.words import (
    chip_words,
    deadline_words,
    place_words,
    recognition_words,
    report_words,
    responsible_words,
    review_words,
    tone_of,
    usual_words,
)
from gui.pieces.dropping import files_in
from gui.platform.fonts import Role
from gui.widgets.buttons import LinkButton, ToolButton
from gui.widgets.chip import Chip
from gui.widgets.day_words import day_words
from gui.widgets.labels import ElidedLabel
from gui.widgets.over_scroll import OverScroll
from gui.widgets.panes import Pane, column_in, hrule, scrolled
from gui.widgets.problem import Problem
from gui.widgets.screen import lead_tab
from gui.widgets.text import Paragraph
from gui.widgets.toast import Toast
from gui.widgets.writing import writes
from resources import word
from services.cycles.cycles import LastYear
from services.findings.rows import FindingRow

_PAD, _WIDEST = 24, 760
_FOOT = 88


class DetailPane(Pane):
    """Shows one finding to be read; its words turn into fields when they are to be corrected."""

    act_wanted = Signal(Act)
    item_wanted = Signal()
    back_wanted = Signal()
    files_dropped = Signal(list)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self._row: FindingRow | None = None
        self.back = ToolButton("left", self.tr("回到台账"), "Esc")
        self._place, self._chip = ElidedLabel("", Role.META, "ink3"), Chip()
        self._more = ToolButton("more", self.tr("更多"))
        self._title = Paragraph("", Role.FINDING_TITLE, max_lines=6)
        self._jump = LinkButton("", "list")
        self._last_year: LastYear | None = None
        self._facts = FactsGrid(self._fact_labels())
        self.form = writes(FindingForm(today))
        self.edit, self.done = writes(LinkButton(self.tr("修改"), "pen")), LinkButton(self.tr("写好了"), "tick")
        self._results = FactsGrid(self._result_labels())
        self.rounds, self.evidence, self.foot = RoundsPart(today), EvidencePart(), Foot()
        self.problem = Problem()
        self._build()
        self.toast = Toast(self, bottom=_FOOT + 16)
        self._listen()
        self.setAcceptDrops(True)

    def take_last_year(self, last_year: LastYear | None) -> None:
        """Know which findings were carried over from the cycle before."""
        self._last_year = last_year

    def show_row(
        self, row: FindingRow, refusal: Exception | None, departments: Sequence[str], picture: Picture
    ) -> None:
        """Show a finding; another one is shown to be read, from its top."""
        is_other = self._row is None or self._row.number != row.number
        self._row = row
        self._place.setText(place_words(row))
        self._chip.show_chip(chip_words(row), tone_of(row))
        self._title.show_text(row.remedy.problem)
        self._jump.setText(self.tr("看要点 {key}").format(key=row.item_label))
        self._jump.setVisible(row.item is not None)
        self._facts.show_facts((*_facts(row), self._carried_words(row)))
        self._results.show_facts(_results(row))
        self.form.show_row(row, departments)
        self.rounds.show_row(row)
        self.evidence.show_row(row, picture)
        self.foot.show_row(row, refusal)
        if is_other:
            self.problem.say("")
            self._area.verticalScrollBar().setValue(0)
        self.show_form(self.is_form_shown and not is_other and row.finding.is_open)
        self._leave_drops_to_pane()

    @property
    def is_form_shown(self) -> bool:
        """Say whether the words stand in fields."""
        return not self.form.isHidden()

    def show_form(self, shown: bool) -> None:
        """Put the words into fields, or out of them."""
        is_open = self._row is not None and self._row.finding.is_open
        self.form.setVisible(shown)
        self._facts.setVisible(not shown)
        self._title.setVisible(not shown)
        self.edit.setVisible(not shown and is_open)
        self.done.setVisible(shown)
        self._order_tabs()

    def correct(self, spot: Spot = Spot.PROBLEM) -> None:
        """Let the words be corrected, beginning with one field."""
        if self._row is not None and self._row.finding.is_open:
            self.show_form(True)
            self.form.focus(spot)

    def focus_first(self) -> None:
        """Go to the first field there is."""
        first = self.form.control(Spot.PROBLEM) if self.is_form_shown else self.rounds.words
        (first if first.isVisible() else self.foot.step).setFocus()

    def flush(self) -> None:
        """Say now what was typed into the fields."""
        self.form.flush()

    def menu(self) -> QMenu:
        """Make the menu of everything that can be done now."""
        menu = writes(QMenu(self))
        if self._row is not None:
            for act in acts_for(self._row):
                action = menu.addAction(act_words(act))
                action.setEnabled(act is not Act.CLOSE or self.foot.close_it.isEnabled())
                action.triggered.connect(partial(self.act_wanted.emit, act))
        return menu

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._row is not None and self._row.finding.is_open:
            event.acceptProposedAction()
            self.evidence.add.show_target(True)

    @override
    def dragLeaveEvent(self, event: object) -> None:
        self.evidence.add.show_target(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.evidence.add.show_target(False)
        files = [path for path in files_in(event.mimeData()) if path.is_file()]
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _fact_labels(self) -> Sequence[str]:
        return (
            self.tr("依据"),
            self.tr("原因"),
            self.tr("措施"),
            self.tr("类型"),
            self.tr("牵头"),
            self.tr("配合"),
            self.tr("发现"),
            self.tr("期限"),
            self.tr("来自"),
        )

    def _carried_words(self, row: FindingRow) -> str:
        if self._last_year is None or row.number not in self._last_year.findings:
            return ""
        return self.tr("{year} 年度的整改台账，进展和佐证接着算").format(year=self._last_year.year)

    def _result_labels(self) -> Sequence[str]:
        return (self.tr("自报"), self.tr("复查"), self.tr("认定"), self.tr("理由"))

    def _build(self) -> None:
        self._area = scrolled(self._content())
        OverScroll(self._area)
        layout = column_in(self)
        layout.addLayout(self._head())
        layout.addWidget(self._area, 1)
        layout.addWidget(self.foot)

    def _content(self) -> QWidget:
        content = QWidget()
        content.setMaximumWidth(_WIDEST + 2 * _PAD)
        column = QVBoxLayout(content)
        column.setContentsMargins(_PAD, 0, _PAD, 16)
        column.setSpacing(12)
        for part in (self.problem, self._title, self._facts, self.form):
            column.addWidget(part)
        column.addLayout(self._tools())
        for below in (self._results, hrule(), self.rounds, self.evidence):
            column.addWidget(below)
        column.addStretch(1)
        return content

    def _tools(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.addWidget(self._jump)
        tools.addStretch(1)
        tools.addWidget(self.edit)
        tools.addWidget(self.done)
        return tools

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_PAD, 8, 16, 8)
        row.setSpacing(8)
        self.back.hide()
        row.addWidget(self.back)
        row.addWidget(self._place, 1)
        row.addWidget(self._chip)
        row.addWidget(self._more)
        return row

    def _listen(self) -> None:
        self.foot.act_wanted.connect(self.act_wanted)
        self.edit.clicked.connect(self._on_edit)
        self.done.clicked.connect(self._on_done)
        self.back.clicked.connect(self.back_wanted)
        self._jump.clicked.connect(self.item_wanted)
        self._more.clicked.connect(self._on_more)

    def _on_edit(self) -> None:
        self.correct()

    def _on_done(self) -> None:
        self.form.flush()
        self.show_form(False)
        self.edit.setFocus()

    def _on_more(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(self._more.width() - menu.sizeHint().width(), self._more.height())))

    def _leave_drops_to_pane(self) -> None:
        for line in self.findChildren(QLineEdit):
            line.setAcceptDrops(False)
        self.rounds.words.setAcceptDrops(False)

    def _order_tabs(self) -> None:
        fields = self.form.inputs() if self.is_form_shown else ()
        parts = (*fields, self.done, self._jump, self.edit)
        rest = (*self.rounds.inputs(), *self.evidence.inputs(), *self.foot.inputs(), self._more)
        lead_tab((*parts, *rest))


def _facts(row: FindingRow) -> Sequence[str]:
    remedy, today = row.remedy, row.today
    return (
        remedy.basis,
        remedy.cause,
        remedy.measure,
        f"{word(remedy.kind)}（{usual_words(remedy.kind)}）",
        responsible_words(remedy),
        remedy.joint,
        day_words(remedy.found_on, today) if remedy.found_on else "",
        _deadline(row),
    )


def _deadline(row: FindingRow) -> str:
    deadline = row.remedy.deadline
    said = day_words(deadline, row.today) if deadline else deadline_words(row)
    return f"{said}（{deadline_words(row)}）" if row.is_overdue else said


def _results(row: FindingRow) -> Sequence[str]:
    finding, today = row.finding, row.today
    return (
        report_words(finding.report, today) if finding.report else "",
        review_words(finding.review, today) if finding.review else "",
        recognition_words(finding.recognition, today) if finding.recognition else "",
        finding.reason,
    )
