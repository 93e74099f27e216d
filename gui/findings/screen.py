"""The ledger screen, wired: wishes become commands, news becomes a redraw."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui.findings.content import Group, Narrowing, RowEntry, entries_of, group_of, narrowed, neighbour_of
from gui.findings.evidence_presenter import EvidencePresenter
from gui.findings.form import Spot
from gui.findings.outside import Outside
from gui.findings.services import FindingsServices
from gui.findings.steps import Steps
from gui.findings.table_model import FindingTableModel
from gui.findings.view import FindingsView
from gui.findings.words import step_toast
from gui.findings.writer import Writer
from gui.pieces.pictures import Thumbs
from gui.platform.pen import Pen
from models.vocabulary import AssessmentId, FindingNumber, ItemKey
from services.errors import TextTooLongError
from services.findings.errors import DeadlineTooEarlyError, ProblemMissingError
from services.findings.findings import opened_number
from services.findings.parts import FindingEvidencePart, FindingPart, RoundPart
from services.findings.remedy_days import with_found_on
from services.findings.rows import FindingRow
from services.trail.changes import Change

_REFUSED = (ProblemMissingError, DeadlineTooEarlyError, TextTooLongError)
_OURS = (FindingPart, RoundPart, FindingEvidencePart)


class FindingsScreen(QObject):
    """The ledger of one assessment."""

    saving = Signal()
    saved = Signal(object)
    failed = Signal(str)
    undo_wished = Signal()
    item_wanted = Signal(str)

    def __init__(
        self,
        assessment: AssessmentId,
        services: FindingsServices,
        parent: QWidget | None = None,
        *,
        outside: Outside | None = None,
    ) -> None:
        super().__init__(parent)
        self._assessment, self._services = assessment, services
        self._outside = outside or Outside()
        self._rows: tuple[FindingRow, ...] = ()
        self._wanted, self._folded = Narrowing(), frozenset[Group]()
        self._number: FindingNumber | None = None
        self._is_stale = True
        self._model = FindingTableModel(self)
        self.view = FindingsView(self._model, services.today, parent)
        self._model.setParent(self.view)
        self._pen = Pen(services.history, services.bus, self)
        steps = Steps(assessment, services, self._outside, self.view)
        self._writer = Writer(assessment, services, self._pen, self.view.detail, steps=steps, find=self._find)
        self._evidence = EvidencePresenter(assessment, services, self._pen, self.view.detail, self._outside)
        self._thumbs = Thumbs(services.evidence, services.jobs, self)
        self.view.detail.take_last_year(services.last_year(assessment))
        self._listen()
        self.reload()

    @property
    def row(self) -> FindingRow | None:
        """Give the finding in hand."""
        return self._find(self._number)

    def show_finding(self, number: FindingNumber) -> None:
        """Take a finding in hand; filters and folds that hide it are dropped."""
        row = self._find(number)
        if row is None:
            return
        if row not in narrowed(self._rows, self._wanted):
            self._wanted = Narrowing()
        self._folded -= {group_of(row)}
        self._number = number
        self._show()

    def open_from(self, item: ItemKey) -> None:
        """Open a finding from an item, ready to be written on."""
        change = self._pen.write(partial(self._services.findings.open_from, self._assessment, item))
        if change is not None and change.parts:
            self._begin(opened_number(change))

    def flush(self) -> bool:
        """Write everything that is typed; say whether nothing is left unsaved."""
        return self._writer.flush()

    def reload(self) -> None:
        """Read the ledger anew."""
        self._rows = self._services.findings.rows(self._assessment)
        self._is_stale = False
        self._show()

    def close(self) -> None:
        """Write what is typed and hear no more news."""
        self.flush()
        self._evidence.close()
        self._thumbs.close()
        self._services.bus.changed.disconnect(self._on_changed)

    def _find(self, number: int | None) -> FindingRow | None:
        """Give a finding by its number, the one in hand where none is named."""
        wanted = self._number if number is None else number
        return next((row for row in self._rows if row.number == wanted), None)

    def _listen(self) -> None:
        view, detail = self.view, self.view.detail
        self._pen.saving.connect(self.saving)
        self._pen.saved.connect(self.saved)
        self._pen.failed.connect(self.failed)
        self._pen.failed.connect(detail.problem.say)
        self._services.bus.changed.connect(self._on_changed)
        view.came_forward.connect(self._on_came_forward)
        view.step_wanted.connect(self._on_step_wanted)
        view.new_wanted.connect(self._on_new_wanted)
        view.paste_wanted.connect(self._evidence.paste)
        view.bar.narrowing_wanted.connect(self._on_narrowing_wanted)
        view.bar.switch.board_wanted.connect(view.show_board)
        view.bar.export.clicked.connect(self._on_export_wanted)
        for rows in (view.table.rows, view.board):
            rows.chosen.connect(self._on_chosen)
            rows.menu_wanted.connect(self._on_menu_wanted)
        view.table.rows.folded.connect(self._on_folded)
        detail.item_wanted.connect(self._on_item_wanted)
        detail.toast.acted.connect(self.undo_wished)
        self._thumbs.made.connect(self._on_thumb_made)

    # ---- what is seen

    def _show(self) -> None:
        kept = narrowed(self._rows, self._wanted)
        entries = entries_of(kept, self._folded)
        shown = [entry.row.number for entry in entries if isinstance(entry, RowEntry)]
        if self._number not in {row.number for row in kept}:
            self._number = shown[0] if shown else kept[0].number if kept else None
        self._model.show_entries(entries)
        self.view.table.show_today(self._services.today())
        self.view.show_rows(self._rows, kept, self._wanted)
        self.view.show_number(self._number)
        self._show_row()

    def _show_row(self) -> None:
        row = self.row
        self._evidence.show(row)
        if row is not None:
            refusal = self._services.findings.what_bars_closing(row) if row.finding.is_open else None
            self.view.detail.show_row(row, refusal, self._departments(), self._thumbs.picture)

    def _departments(self) -> tuple[str, ...]:
        known = self._services.departments()
        return (*known, *sorted({row.remedy.lead for row in self._rows} - {"", *known}))

    def _begin(self, number: FindingNumber) -> None:
        """Take a finding that was just opened in hand, its words in fields."""
        self.show_finding(number)
        self.view.open_item()
        self.view.detail.correct(Spot.CAUSE)

    # ---- news

    def _on_changed(self, change: Change) -> None:
        ours = [part for part in change.parts if isinstance(part, _OURS)]
        if change.assessment != self._assessment:
            return
        if not ours:
            self._is_stale = True
            return
        if not self._pen.is_writing:
            self._number = ours[0].finding
        self.reload()
        said = step_toast(change) if self._pen.is_writing else ""
        if said:
            self.view.detail.toast.say(said, self.tr("撤销"))

    def _on_came_forward(self) -> None:
        is_another_day = bool(self._rows) and self._rows[0].today != self._services.today()
        if self._is_stale or is_another_day:
            self.reload()

    # ---- wishes

    def _on_chosen(self, number: int) -> None:
        self._number = FindingNumber(number)
        self.view.show_number(self._number)
        self._show_row()

    def _on_step_wanted(self, step: int) -> None:
        number = neighbour_of(self._model.entries, self._number, step)
        if number is not None:
            self._on_chosen(number)

    def _on_folded(self, group: Group) -> None:
        self._folded ^= {group}
        self._show()

    def _on_narrowing_wanted(self, wanted: Narrowing) -> None:
        self._wanted = wanted
        self._show()

    def _on_new_wanted(self) -> None:
        remedy = self._outside.new_finding(self.view, self._departments())
        if remedy is None:
            return
        found = with_found_on(remedy, self._services.today())
        change = self._pen.write(partial(self._services.findings.open_by_hand, self._assessment, found))
        if change is not None and change.parts:
            self._begin(opened_number(change))

    def _on_menu_wanted(self, number: int, place: QPoint) -> None:
        self._on_chosen(number)
        menu: QMenu = self.view.detail.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _on_item_wanted(self) -> None:
        if self.row is not None and self.row.item is not None:
            self.item_wanted.emit(self.row.item)

    def _on_thumb_made(self, evidence: int) -> None:
        for piece in self.row.evidence if self.row else ():
            if piece.id == evidence:
                self.view.detail.evidence.show_picture(piece.id, self._thumbs.picture(piece))

    def _on_export_wanted(self) -> None:
        from gui.findings.exporting import export_ledger

        self.flush()
        said = export_ledger(
            self.view, self._assessment, self._services, self._outside, narrowed(self._rows, self._wanted)
        )
        if said.is_refused:
            self.view.detail.problem.say(said.words)
        elif said.words:
            self.view.detail.toast.say(said.words)
