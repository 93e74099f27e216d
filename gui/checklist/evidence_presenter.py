"""Evidence coming in, looked at, copied out and taken off."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QGuiApplication, QImage

from gui.checklist.item_pane import ItemPane
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.outside import Outside
from gui.checklist.services import ChecklistServices
from gui.pieces.assigning import Assigned, looked_through
from gui.pieces.item_picker import choices_of
from gui.pieces.taking import Taking
from gui.platform.jobs import Job
from gui.platform.pen import Pen
from models.vocabulary import EvidenceId, EvidenceKind, ItemKey
from resources.refusals import refusal
from services.evidence.intake import Duplicate, Offer
from services.trail.changes import Change


class EvidencePresenter(QObject):
    """Carries files to the item they were given for, whatever is in hand when they arrive."""

    def __init__(
        self, opened: OpenChecklist, services: ChecklistServices, pen: Pen, pane: ItemPane, *, outside: Outside
    ) -> None:
        super().__init__(pane)
        self._opened, self._services, self._pen, self._pane = opened, services, pen, pane
        self._outside = outside
        self._key: ItemKey | None = None
        self._is_closed = False
        pane.files_dropped.connect(self.take_files)
        pane.picture_pasted.connect(self.take_picture)
        pane.evidence.add_wanted.connect(self.choose_files)
        pane.evidence.open_wanted.connect(self._on_open_wanted)
        pane.evidence.copy_wanted.connect(self._on_copy_wanted)
        pane.evidence.removal_wanted.connect(self._on_removal_wanted)
        pane.evidence.serve_wanted.connect(self._on_serve_wanted)
        pane.evidence.link_wanted.connect(self._on_link_wanted)
        pane.evidence.paper_wanted.connect(self._on_paper_wanted)
        vault, assessment = services.evidence, opened.checklist.assessment
        self._taking = Taking(vault.intake, assessment, services.jobs, self._tell, ask=self._ask, parent=self)
        self._taking.began.connect(self._on_began)
        self._taking.taken.connect(self._on_taken)
        self._taking.refused.connect(self._on_refused)

    def show(self, key: ItemKey) -> None:
        """Take what comes for another item."""
        self._key = key

    def close(self) -> None:
        """Touch the screen no more; what is still coming in is told to the others only."""
        self._is_closed = True

    def choose_files(self) -> None:
        """Let the user pick files."""
        if self._taker() is not None:
            desk = self._services.desk
            files = self._outside.choose_files(self._pane, desk.desk.last_folder)
            if files:
                desk.keep(last_folder=str(files[0].parent))
                self.take_files(files)

    def paste(self) -> bool:
        """Take what the clipboard holds; False when it holds neither file nor picture."""
        return self._taker() is not None and self._pane.take(QGuiApplication.clipboard().mimeData())

    def take_files(self, files: list[Path]) -> None:
        """Copy files in, in the background and in one step; a folder is assigned first."""
        key = self._taker()
        if key is None:
            return
        if any(file.is_dir() for file in files):
            checklist = self._opened.checklist
            self._services.jobs.run(lambda progress: looked_through(files, checklist, progress), done=self._on_found)
        else:
            self._start([Offer.of_file(key, file) for file in files])

    def take_picture(self, picture: QImage) -> None:
        """Take in a picture that never was a file."""
        key = self._taker()
        if key is not None:
            name = self.tr("贴图 {moment}.png").format(moment=f"{self._services.now():%Y-%m-%d %H%M%S}")
            self._start([Offer(key, name, _png(picture))])

    def _taker(self) -> ItemKey | None:
        """Name the item that takes what comes; none where the school need not answer."""
        return self._key if self._key is not None and self._opened.row(self._key).is_binding else None

    def _on_found(self, rows: tuple[Assigned, ...]) -> None:
        if self._is_closed or not rows:
            return
        offers = self._outside.ask_assigned(self._pane.window(), rows, choices_of(self._opened.checklist))
        if offers:
            self._start(offers)

    def _start(self, offers: Sequence[Offer]) -> None:
        self._pane.evidence.problem.say("")
        self._pen.saving.emit()
        self._taking.take(offers)

    def _ask(self, duplicates: Sequence[Duplicate]) -> bool | None:
        return self._outside.ask_duplicates(self._pane, duplicates)

    def _on_began(self, job: Job[object]) -> None:
        self._pane.evidence.progress.watch(job)

    def _on_taken(self, words: str) -> None:
        if self._is_closed:
            return
        if words and "，" in words:
            self._pane.toast.say(words)
        self._pen.saved.emit(self._services.now())

    def _tell(self, change: Change) -> None:
        if not self._is_closed:
            self._pen.tell(change)
        elif change.parts:
            self._services.history.add(change)
            self._services.bus.changed.emit(change)

    def _on_refused(self, words: str) -> None:
        if not self._is_closed:
            self._pane.evidence.problem.say(words)

    def _on_link_wanted(self) -> None:
        self._note(EvidenceKind.LINK)

    def _on_paper_wanted(self) -> None:
        self._note(EvidenceKind.PAPER)

    def _note(self, kind: EvidenceKind) -> None:
        key, wish = self._taker(), self._outside.ask_place(self._pane, kind)
        if key is None or wish is None:
            return
        vault, assessment = self._services.evidence, self._opened.checklist.assessment
        attach = vault.attach_link if kind is EvidenceKind.LINK else vault.attach_paper
        self._pen.write(partial(attach, assessment, key, wish.place, wish.name))

    def _on_serve_wanted(self, evidence: int) -> None:
        checklist, piece = self._opened.checklist, EvidenceId(evidence)
        serves = [row.key for row in checklist.items() if any(one.id == piece for one in row.evidence)]
        name = self._services.evidence.row(piece, checklist.assessment).name
        items = self._outside.ask_served(self._pane, name, choices_of(checklist), serves)
        if items is not None:
            register = self._services.evidence.register
            self._pen.write(partial(register.serve, checklist.assessment, piece, items))

    def _on_open_wanted(self, evidence: int) -> None:
        try:
            copy = self._services.evidence.copy_for_viewing(EvidenceId(evidence), self._opened.checklist.assessment)
        except Exception as error:
            self._say(error)
        else:
            if not self._outside.show_file(copy):
                self._pane.evidence.problem.say(self.tr("这台电脑没有能打开它的程序。可以另存一份，换一台看。"))

    def _on_copy_wanted(self, evidence: int) -> None:
        row = self._services.evidence.row(EvidenceId(evidence), self._opened.checklist.assessment)
        target = self._outside.choose_target(self._pane, self._services.desk.desk.last_folder, row.name)
        if target is None:
            return
        try:
            self._services.evidence.save_copy(row.id, target, self._opened.checklist.assessment)
        except Exception as error:
            self._say(error)

    def _on_removal_wanted(self, evidence: int) -> None:
        assert self._key is not None
        assessment = self._opened.checklist.assessment
        self._pen.write(partial(self._services.evidence.detach, assessment, self._key, EvidenceId(evidence)))

    def _say(self, error: Exception) -> None:
        self._pane.evidence.problem.say(refusal(error))


def _png(picture: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())
