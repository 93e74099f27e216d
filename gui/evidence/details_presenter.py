"""The chosen pieces: shown, amended, opened, renewed, taken off."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.evidence.details_pane import DetailsPane
from gui.evidence.outside import EvidenceOutside
from gui.evidence.services import EvidenceServices
from gui.pieces.item_picker import Choice
from gui.pieces.showing import Showing
from gui.platform.jobs import Jobs
from gui.platform.pen import Pen
from resources.refusals import refusal
from services.evidence.register import EvidenceRegister, PieceRow, Value
from services.progress import Progress
from services.trail.changes import Change


class DetailsPresenter(QObject):
    """Wishes about what is chosen become changes."""

    began = Signal(object)

    def __init__(
        self,
        pane: DetailsPane,
        services: EvidenceServices,
        pen: Pen,
        pictures: Jobs,
        *,
        outside: EvidenceOutside,
        choices: Callable[[], Sequence[Choice]],
        departments: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(pane)
        self._pane, self._services, self._pen, self._outside = pane, services, pen, outside
        self._choices, self._departments = choices, departments
        self._pieces: tuple[PieceRow, ...] = ()
        self._showing = Showing(pane.viewer, services.vault, pictures)
        self._listen()

    def show(self, pieces: Sequence[PieceRow]) -> None:
        """Take pieces in hand; what is typed for those before is written first."""
        ids = [piece.evidence.id for piece in pieces]
        if ids != [piece.evidence.id for piece in self._pieces]:
            self._pane.form.flush()
            self._pane.problem.say("")
        self._pieces = tuple(pieces)
        one = self._pieces[0].evidence if len(self._pieces) == 1 else None
        versions = len(self._register.versions(self._services.assessment, one.id)) if one and one.sha256 else 1
        self._pane.show_pieces(self._pieces, self._departments(), versions)
        self._showing.show_piece(one)

    def flush(self) -> None:
        """Write what is typed."""
        self._pane.form.flush()

    def close(self) -> None:
        """Touch the screen no more."""
        self._showing.close()

    def _listen(self) -> None:
        pane = self._pane
        pane.form.amended.connect(self._on_amended)
        pane.open_wanted.connect(self._on_open)
        pane.copy_wanted.connect(self._on_copy)
        pane.version_wanted.connect(self._on_version)
        pane.versions_wanted.connect(self._on_versions)
        pane.serve_wanted.connect(self._on_serve)
        pane.removal_wanted.connect(self._on_removal)
        pane.page_wanted.connect(self._showing.turn_page)
        self._showing.paged.connect(pane.show_page)

    @property
    def _register(self) -> EvidenceRegister:
        return self._services.vault.register

    def _on_amended(self, name: str, value: Value) -> None:
        ids = [piece.evidence.id for piece in self._pieces]
        if ids:
            self._pen.write(partial(self._register.amend_field, self._services.assessment, ids, name, value))

    def _on_open(self) -> None:
        if len(self._pieces) != 1 or not self._pieces[0].evidence.sha256:
            return
        row = self._pieces[0].evidence
        try:
            copy = self._services.vault.copy_for_viewing(row.id, self._services.assessment)
        except Exception as error:
            self._say(error)
        else:
            if not self._outside.show_file(copy):
                self._pane.problem.say(self.tr("这台电脑没有能打开它的程序。可以另存一份，换一台看。"))

    def _on_copy(self) -> None:
        row = self._pieces[0].evidence
        name = f"{row.number} {row.name}"
        target = self._outside.choose_target(self._pane, self._services.desk.desk.last_folder, name)
        if target is None:
            return
        try:
            self._services.vault.save_copy(row.id, target, self._services.assessment)
        except Exception as error:
            self._say(error)

    def _on_version(self) -> None:
        row, assessment = self._pieces[0].evidence, self._services.assessment
        source = self._outside.choose_file(self._pane, self._services.desk.desk.last_folder)
        if source is None:
            return
        found: list[Change] = []

        def work(progress: Progress) -> None:
            found.append(self._register.take_version(assessment, row.id, source, progress))

        job = self._services.jobs.run(work, failed=self._say)
        job.ended.connect(lambda: self._tell_all(found))
        self.began.emit(job)

    def _tell_all(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self._pen.tell(change)

    def _on_versions(self) -> None:
        row, assessment = self._pieces[0].evidence, self._services.assessment
        version = self._outside.ask_version(self._pane, row.name, self._register.versions(assessment, row.id))
        if version is not None:
            self._pen.write(partial(self._register.show_version, assessment, row.id, version))

    def _on_serve(self) -> None:
        piece, assessment = self._pieces[0], self._services.assessment
        items = self._outside.ask_served(self._pane, piece.evidence.name, self._choices(), piece.items)
        if items is not None:
            self._pen.write(partial(self._register.serve, assessment, piece.evidence.id, items))

    def _on_removal(self) -> None:
        if not self._pieces:
            return
        if len(self._pieces) > 1 and not self._outside.ask_removal(self._pane, len(self._pieces)):
            return
        ids = [piece.evidence.id for piece in self._pieces]
        self._pen.write(partial(self._register.take_off, self._services.assessment, ids))

    def _say(self, error: Exception) -> None:
        self._pane.problem.say(refusal(error))
