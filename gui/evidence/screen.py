"""The evidence screen, wired: what the rest of the window needs to know of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.evidence.details_presenter import DetailsPresenter
from gui.evidence.export_presenter import ExportPresenter
from gui.evidence.intake_presenter import IntakePresenter
from gui.evidence.list_delegate import PieceDelegate
from gui.evidence.list_model import PieceListModel
from gui.evidence.narrowing import Narrowing, PieceShown, departments_in, flag_counts, narrowed, shown_pieces
from gui.evidence.outside import EvidenceOutside
from gui.evidence.services import EvidenceServices
from gui.evidence.view import EvidenceView
from gui.pieces.item_picker import Choice, choices_of
from gui.pieces.pictures import Thumbs
from gui.platform.jobs import Jobs
from gui.platform.pen import Pen
from models.vocabulary import EvidenceId
from resources.refusals import refusal
from services.checklist import Checklist, ItemRow
from services.evidence.flags import lacking
from services.evidence.register import PieceRow
from services.progress import Progress, silent
from services.trail.changes import Change

_SPLITTER = "evidence"
_MUCH = 250
"""Up to so many pieces are read between two frames."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read of an assessment."""

    checklist: Checklist
    shown: tuple[PieceShown, ...]
    missing: tuple[ItemRow, ...]


class EvidenceScreen(QObject):
    """All evidence of one assessment."""

    saving = Signal()
    saved = Signal(object)
    failed = Signal(str)
    item_wished = Signal(str)

    def __init__(
        self, services: EvidenceServices, parent: QWidget | None = None, *, outside: EvidenceOutside | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._outside = outside or EvidenceOutside()
        self._pictures = Jobs(self)
        self._thumbs = Thumbs(services.vault, self._pictures, self)
        self._model = PieceListModel(self._copy_out, self)
        self.view = EvidenceView(self._model, PieceDelegate(self._thumbs.picture), services.today, parent)
        self._model.setParent(self.view)
        self._pen = Pen(services.history, services.bus, self)
        self._shown: tuple[PieceShown, ...] = ()
        self._missing: tuple[ItemRow, ...] = ()
        self._is_stale, self._is_closed = True, False
        self._details = DetailsPresenter(
            self.view.details,
            services,
            self._pen,
            self._pictures,
            outside=self._outside,
            choices=self._choices,
            departments=self._departments,
        )
        self._intake = IntakePresenter(self.view, services, self._tell, lambda: self._checklist, outside=self._outside)
        self._export = ExportPresenter(self.view, services, self._to_export, outside=self._outside)
        self._listen()

    def show(self) -> None:
        """Read what changed since it was last seen."""
        if self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Read everything anew."""
        self._is_stale = False
        self._take(self._read(silent))

    def _read(self, _progress: Progress) -> _Reading:
        """Read everything, in whatever thread."""
        checklist = self._services.assessments.checklist(self._services.assessment)
        pieces = self._services.vault.register.pieces(self._services.assessment)
        lost = self._thumbs.lost(tuple(piece.evidence for piece in pieces))
        reused_from = self._services.desk.desk.reused_from
        shown = shown_pieces(pieces, checklist.year, self._services.today(), lost=lost, reused_from=reused_from)
        return _Reading(checklist, shown, lacking(checklist))

    def _take(self, reading: _Reading) -> None:
        if not self._is_closed:
            self._checklist, self._shown, self._missing = reading.checklist, reading.shown, reading.missing
            self._show()

    def show_piece(self, evidence: EvidenceId) -> None:
        """Choose one piece; a filter that hides it is dropped."""
        self.show()
        if not self._model.index_of(evidence).isValid():
            self.view.bar.clear()
        index = self._model.index_of(evidence)
        if index.isValid():
            self.view.list.setCurrentIndex(index)

    def flush(self) -> None:
        """Write what is typed."""
        self._details.flush()

    def close(self) -> None:
        """Write what is typed, and hear no more news."""
        self.flush()
        self._is_closed = True
        self._intake.close()
        self._details.close()
        self._thumbs.close()
        self._pictures.close()
        self._services.bus.changed.disconnect(self._on_changed)

    def _listen(self) -> None:
        view, pen = self.view, self._pen
        pen.saving.connect(self.saving)
        pen.saved.connect(self.saved)
        pen.failed.connect(self.failed)
        self._services.bus.changed.connect(self._on_changed)
        self._thumbs.made.connect(self._on_thumb_made)
        view.chosen.connect(self._on_chosen)
        view.bar.asked.connect(self._on_asked)
        view.numbers.clicked.connect(self._on_numbers)
        view.details.item_wanted.connect(self.item_wished)
        view.missing.wanted.connect(self._on_missing_wanted)
        view.widths_changed.connect(partial(self._services.desk.keep_splitter, _SPLITTER))
        view.show_widths(self._services.desk.desk.splitters.get(_SPLITTER, ()))
        self._details.began.connect(view.progress.watch)

    def _show(self) -> None:
        bar, view = self.view.bar, self.view
        wanted = narrowed(self._shown, bar.narrowing)
        chosen = [piece.evidence.id for piece in self._chosen()]
        self._model.show_pieces(wanted)
        bar.show_reuse(self._services.desk.desk.reused_from)
        bar.show_counts(
            len(wanted), len(self._shown), flag_counts(self._shown), len(self._missing), departments_in(self._shown)
        )
        view.missing.show_items(self._missing)
        if bar.missing.is_active:
            view.show_missing(is_empty=not self._missing)
        else:
            view.show_list(is_empty=not wanted, is_narrowed=not bar.narrowing.is_empty)
        self._choose_again(chosen)

    def _choose_again(self, chosen: Sequence[EvidenceId]) -> None:
        selection = self.view.list.selectionModel()
        if not selection.hasSelection():
            for evidence in chosen:
                index = self._model.index_of(evidence)
                selection.select(index, selection.SelectionFlag.Select)
        if not selection.hasSelection() and self._model.rowCount():
            self.view.list.setCurrentIndex(self._model.index(0))
        self._on_chosen()

    def _chosen(self) -> list[PieceRow]:
        found = (self._model.piece_at(index) for index in self.view.selected())
        return [one.piece for one in found if one is not None]

    def _choices(self) -> tuple[Choice, ...]:
        return choices_of(self._checklist)

    def _to_export(self) -> tuple[Checklist, tuple[PieceRow, ...]]:
        return self._checklist, tuple(one.piece for one in self._shown)

    def _departments(self) -> tuple[str, ...]:
        known = (row.name for row in self._services.departments.of(self._checklist.school.id))
        answered = (row.answer.department for row in self._checklist.binding_items())
        return tuple(dict.fromkeys(name for name in (*known, *answered, *departments_in(self._shown)) if name))

    def _tell(self, change: Change) -> None:
        if not self._is_closed:
            self._pen.tell(change)
        elif change.parts:
            self._services.history.add(change)
            self._services.bus.changed.emit(change)

    def _copy_out(self, evidence: EvidenceId) -> Path | None:
        try:
            return self._services.vault.copy_for_handing_out(evidence, self._services.assessment)
        except Exception as error:
            self._on_failed(error)
            return None

    def _on_changed(self, change: Change) -> None:
        if change.assessment != self._services.assessment:
            return
        self._is_stale = True
        if self.view.isVisible():
            self._catch_up(len(change.parts))

    def _catch_up(self, parts: int) -> None:
        """Read anew: at once, or beside the window where there is much to read."""
        if len(self._shown) + parts <= _MUCH:
            self.reload()
            return
        self._is_stale = False
        self._pictures.run(self._read, done=self._take, failed=self._on_failed)

    def _on_chosen(self) -> None:
        self._details.show(self._chosen())

    def _on_asked(self, _narrowing: Narrowing) -> None:
        if not self._is_stale:
            self._show()

    def _on_thumb_made(self, evidence: int) -> None:
        self._model.redraw(EvidenceId(evidence))

    def _on_missing_wanted(self, row: ItemRow) -> None:
        self.item_wished.emit(row.key)

    def _on_numbers(self) -> None:
        register, assessment = self._services.vault.register, self._services.assessment
        example = next((row.key for row in self._checklist.binding_items()), "1-1")
        asked = self._outside.ask_pattern(
            self.view,
            register.pattern(assessment),
            example,
            self._checklist.year,
            partial(register.renumbered, assessment),
        )
        if asked is None:
            return
        pattern, renumbers = asked
        step = self._pen.write(partial(register.set_pattern, assessment, pattern))
        if renumbers and step is not None:
            self._pen.write(partial(register.renumber, assessment, pattern), came_of=step)

    def _on_failed(self, error: Exception) -> None:
        self.view.details.problem.say(refusal(error))
