"""Evidence coming in, looked at, copied out and taken off."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QGuiApplication, QImage

from gui.checklist.item_pane import ItemPane
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.outside import Outside
from gui.checklist.services import ChecklistServices
from gui.platform.intake import Intake
from gui.platform.pen import Pen
from models.vocabulary import EvidenceId, ItemKey
from resources.refusals import sentence
from services.changes import Change
from services.progress import Progress


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
        """Copy files in, one after another, in the background."""
        key = self._taker()
        if key is not None:
            self._start(Intake([partial(self._attach, key, file) for file in files], [file.name for file in files]))

    def take_picture(self, picture: QImage) -> None:
        """Take in a picture that never was a file."""
        key = self._taker()
        if key is not None:
            name = self.tr("贴图 {moment}.png").format(moment=f"{self._services.now():%Y-%m-%d %H%M%S}")
            self._start(Intake([partial(self._attach_picture, key, picture, name)], [name]))

    def _taker(self) -> ItemKey | None:
        """Name the item that takes what comes; none where the school need not answer."""
        return self._key if self._key is not None and self._opened.row(self._key).is_binding else None

    def _attach(self, key: ItemKey, file: Path, progress: Progress) -> Change:
        return self._services.evidence.attach(self._opened.checklist.assessment, key, file, progress)

    def _attach_picture(self, key: ItemKey, picture: QImage, name: str, _progress: Progress) -> Change:
        return self._services.evidence.attach_bytes(self._opened.checklist.assessment, key, _png(picture), name)

    def _start(self, intake: Intake) -> None:
        self._pane.evidence.problem.say("")
        self._pen.saving.emit()
        job = self._services.jobs.run(intake.work)
        self._pane.evidence.progress.watch(job)
        job.ended.connect(partial(self._on_ended, intake))

    def _on_ended(self, intake: Intake) -> None:
        if self._is_closed:
            self._tell_others(intake)
            return
        for change in intake.changes:
            self._pen.tell(change)
        self._pane.evidence.problem.say(intake.failure())
        for error in intake.bugs():
            sys.excepthook(type(error), error, error.__traceback__)
        if not intake.changes:
            self._pen.saved.emit(self._services.now())

    def _tell_others(self, intake: Intake) -> None:
        for change in intake.changes:
            self._services.history.add(change)
            self._services.bus.changed.emit(change)

    def _on_open_wanted(self, evidence: int) -> None:
        try:
            copy = self._services.evidence.copy_for_viewing(EvidenceId(evidence))
        except Exception as error:
            self._say(error)
        else:
            if not self._outside.show_file(copy):
                self._pane.evidence.problem.say(self.tr("这台电脑没有能打开它的程序。可以另存一份，换一台看。"))

    def _on_copy_wanted(self, evidence: int) -> None:
        row = self._services.evidence.row(EvidenceId(evidence))
        target = self._outside.choose_target(self._pane, self._services.desk.desk.last_folder, row.name)
        if target is None:
            return
        try:
            self._services.evidence.save_copy(row.id, target)
        except Exception as error:
            self._say(error)

    def _on_removal_wanted(self, evidence: int) -> None:
        assert self._key is not None
        assessment = self._opened.checklist.assessment
        self._pen.write(partial(self._services.evidence.detach, assessment, self._key, EvidenceId(evidence)))

    def _say(self, error: Exception) -> None:
        said = sentence(error)
        if said is None:
            raise error
        self._pane.evidence.problem.say(said)


def _png(picture: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())
