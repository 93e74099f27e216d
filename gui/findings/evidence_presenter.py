"""Evidence of the finding in hand coming in, looked at and taken off."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QGuiApplication, QImage

from gui.findings.detail import DetailPane
from gui.findings.outside import Outside
from gui.findings.services import FindingsServices
from gui.pieces.dropping import files_in, picture_in
from gui.platform.intake import Intake
from gui.platform.pen import Pen
from models.vocabulary import AssessmentId, EvidenceId, FindingNumber
from resources.refusals import refusal
from services.findings.rows import FindingRow
from services.progress import Progress
from services.trail.changes import Change


class EvidencePresenter(QObject):
    """Carries files to the finding they were given for, whatever is in hand when they arrive."""

    def __init__(
        self, assessment: AssessmentId, services: FindingsServices, pen: Pen, pane: DetailPane, outside: Outside
    ) -> None:
        super().__init__(pane)
        self._assessment, self._services, self._pen = assessment, services, pen
        self._pane, self._outside = pane, outside
        self._row: FindingRow | None = None
        self._is_closed = False
        pane.files_dropped.connect(self.take_files)
        pane.evidence.add_wanted.connect(self.choose_files)
        pane.evidence.open_wanted.connect(self._on_open_wanted)
        pane.evidence.removal_wanted.connect(self._on_removal_wanted)

    def show(self, row: FindingRow | None) -> None:
        """Take what comes for another finding."""
        self._row = row

    def close(self) -> None:
        """Touch the screen no more."""
        self._is_closed = True

    def choose_files(self) -> None:
        """Let the user pick files."""
        if self._row is not None and self._row.finding.is_open:
            desk = self._services.desk
            files = self._outside.choose_files(self._pane, desk.desk.last_folder)
            if files:
                desk.keep(last_folder=str(files[0].parent))
                self.take_files(files)

    def paste(self) -> None:
        """Take what the clipboard holds, files or a picture."""
        content = QGuiApplication.clipboard().mimeData()
        files, picture = [path for path in files_in(content) if path.is_file()], picture_in(content)
        if files:
            self.take_files(files)
        elif picture is not None and self._row is not None and self._row.finding.is_open:
            name = self.tr("贴图 {moment}.png").format(moment=f"{self._services.now():%Y-%m-%d %H%M%S}")
            attach = partial(self._attach_picture, self._row.number, _png(picture), name)
            self._start(Intake([attach], [name]))

    def take_files(self, files: list[Path]) -> None:
        """Copy files in, one after another, in the background."""
        if self._row is not None and self._row.finding.is_open:
            attach = [partial(self._attach, self._row.number, file) for file in files]
            self._start(Intake(attach, [file.name for file in files]))

    def _attach(self, number: FindingNumber, file: Path, progress: Progress) -> Change:
        return self._services.findings.attach(self._assessment, number, file, progress)

    def _attach_picture(self, number: FindingNumber, content: bytes, name: str, _progress: Progress) -> Change:
        return self._services.findings.attach_bytes(self._assessment, number, content, name)

    def _start(self, intake: Intake) -> None:
        self._pane.evidence.problem.say("")
        self._pen.saving.emit()
        job = self._services.jobs.run(intake.work)
        self._pane.evidence.progress.watch(job)
        job.ended.connect(partial(self._on_ended, intake))

    def _on_ended(self, intake: Intake) -> None:
        for change in intake.changes:
            if self._is_closed:
                self._services.history.add(change)
                self._services.bus.changed.emit(change)
            else:
                self._pen.tell(change)
        if self._is_closed:
            return
        self._pane.evidence.problem.say(intake.failure())
        for error in intake.bugs():
            sys.excepthook(type(error), error, error.__traceback__)
        if not intake.changes:
            self._pen.saved.emit(self._services.now())

    def _on_dropped(self, names: list[str]) -> None:
        self.take_files([Path(name) for name in names])

    def _on_open_wanted(self, evidence: int) -> None:
        piece = next((one for one in self._row.evidence if one.id == evidence), None) if self._row else None
        if piece is None:
            return
        try:
            copy = self._services.findings.copy_for_viewing(piece)
        except Exception as error:
            self._pane.evidence.problem.say(refusal(error))
        else:
            if not self._outside.show_file(copy):
                self._pane.evidence.problem.say(self.tr("这台电脑没有能打开它的程序。装上能看这类文件的程序再试。"))

    def _on_removal_wanted(self, evidence: int) -> None:
        if self._row is not None:
            detach = self._services.findings.detach
            self._pen.write(partial(detach, self._assessment, self._row.number, EvidenceId(evidence)))


def _png(picture: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())
