"""Freezes, shows, withdraws: what a person does with editions in the report screen."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.platform.changes import ChangeBus
from gui.platform.jobs import Job, Jobs
from gui.reporting.edition_list import EditionsDialog
from gui.reporting.edition_part import EditionPart
from gui.reporting.freeze_dialog import FreezeDialog, Proposal
from gui.widgets.dialog import TextDialog
from models.vocabulary import AssessmentId, PassageName, SignerRole
from reports.printing import print_for_edition
from resources.refusals import refusal
from services.dossiers import Dossier
from services.editions.editions import Editions
from services.editions.values import EditionRow, PrintedPaper, Signer
from services.progress import Progress
from services.quality import flaws
from services.trail.changes import Change


class EditionOutside(Protocol):
    """What lies outside the program; tests answer themselves."""

    def asked_scan(self, parent: QWidget) -> Path | None:
        """Ask which file is the signed paper; None when the user goes back."""

    def show_file(self, path: Path) -> bool:
        """Have another program show a file; say whether one was found."""


class SystemOutside:
    """Asks and shows by the system's own means."""

    def asked_scan(self, parent: QWidget) -> Path | None:
        """Ask by the system's dialog."""
        said = parent.tr("选签好字、盖好章的扫描件或照片")
        kinds = parent.tr("扫描件 (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp)")
        chosen, _ = QFileDialog.getOpenFileName(parent, said, str(Path.home()), kinds)
        return Path(chosen) if chosen else None

    def show_file(self, path: Path) -> bool:
        """Open it in the program the system has for it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@dataclass(frozen=True, slots=True)
class EditionServices:
    """What the editions of one assessment are handled with."""

    editions: Editions
    dossier: Callable[[AssessmentId], Dossier]
    bus: ChangeBus
    jobs: Jobs
    outside: EditionOutside
    today: Callable[[], date]


class EditionPresenter(QObject):
    """`frozen_wanted` carries what gives a frozen dossier, or None for the report as it stands."""

    frozen_wanted = Signal(object)
    refused = Signal(str)

    def __init__(self, assessment: AssessmentId, services: EditionServices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._assessment, self._services = assessment, services
        self._looked_at: int | None = None
        self._is_closed = False
        self.part = EditionPart()
        self.dialog: FreezeDialog | EditionsDialog | None = None
        self.question: TextDialog | None = None
        self.part.freeze_wanted.connect(self._on_freeze_wanted)
        self.part.list_wanted.connect(self._on_list_wanted)
        self.part.live_wanted.connect(partial(self.look_at, None))
        services.bus.changed.connect(self._on_changed)
        self.show()

    def show(self) -> None:
        """Say how things stand."""
        standing, rows = self._services.editions.standing(self._assessment), self._rows()
        self.part.show_standing(standing, has_editions=bool(rows), looked_at=self._looked_at)

    def look_at(self, number: int | None) -> None:
        """Have the pages of an edition shown, or those of the report as it stands."""
        self._looked_at = number
        gives = None if number is None else partial(self._services.editions.dossier_of, self._assessment, number)
        self.frozen_wanted.emit(gives)
        self.show()

    def withdraw(self, number: int, reason: str) -> None:
        """Let an edition no longer hold."""
        try:
            change = self._services.editions.withdraw(self._assessment, number, reason)
        except Exception as error:
            self._on_undone(error)
        else:
            self._on_done(change)

    def close(self) -> None:
        """Hear no more news, nor of freezing that goes on."""
        self._is_closed = True
        self._services.bus.changed.disconnect(self._on_changed)

    def _rows(self) -> tuple[EditionRow, ...]:
        return self._services.editions.editions(self._assessment)

    def _log(self) -> tuple[Change, ...]:
        return self._services.editions.log(self._assessment)

    def _on_changed(self, change: Change) -> None:
        if change.assessment == self._assessment:
            self.show()

    # ---- freezing

    def _on_freeze_wanted(self) -> None:
        self.part.freeze.setEnabled(False)
        self._services.jobs.run(self._proposal, done=self._ask, failed=self._on_failed)

    def _proposal(self, _progress: Progress) -> Proposal:
        dossier, rows = self._services.dossier(self._assessment), self._rows()
        found = Counter(row.flaw for row in flaws(dossier, self._services.today()))
        signers = rows[0].edition.signers if rows else (Signer(SignerRole.PRINCIPAL, dossier.settings.principal),)
        drafts = sum(not dossier.passages.get(name, "").strip() for name in PassageName)
        return Proposal(len(rows) + 1, found, signers, drafts)

    def _ask(self, proposal: Proposal) -> None:
        if self._is_closed:
            return
        self.part.freeze.setEnabled(True)
        dialog = self.dialog = FreezeDialog(proposal, self._services.today, self.part.window())
        dialog.accepted.connect(lambda: self._freeze(dialog.signers))
        dialog.open()

    def _freeze(self, signers: tuple[Signer, ...]) -> None:
        self.part.freeze.setEnabled(False)
        made: list[Change] = []

        def freeze(progress: Progress) -> Change:
            printer = partial(_printed, progress=progress)
            made.append(self._services.editions.freeze(self._assessment, signers, printer))
            return made[0]

        job = self._services.jobs.run(freeze, done=self._on_frozen, failed=self._on_failed)
        job.ended.connect(partial(self._on_freezing_ended, job, made))
        self.part.show_freezing(job)

    def _on_frozen(self, change: Change) -> None:
        if self._is_closed:
            return
        self.part.freeze.setEnabled(True)
        self.refused.emit("")
        self._services.bus.changed.emit(change)
        current = self._services.editions.standing(self._assessment).current
        if current is not None:
            self.look_at(current.number)

    def _on_freezing_ended(self, job: Job[Change], made: list[Change]) -> None:
        """Show how things stand where freezing was stopped: in time, or too late, which no other callback tells."""
        if self._is_closed or not job.is_cancelled:
            return
        self.part.freeze.setEnabled(True)
        for change in made:
            self._on_frozen(change)

    def _on_failed(self, error: Exception) -> None:
        if self._is_closed:
            return
        self.part.freeze.setEnabled(True)
        self.refused.emit(refusal(error))

    # ---- the list

    def _on_list_wanted(self) -> None:
        dialog = self.dialog = EditionsDialog(self._rows(), self._log(), self.part.window())
        dialog.look_wanted.connect(self._on_look_wanted)
        dialog.withdraw_wanted.connect(self._on_withdraw_wanted)
        dialog.scan_wanted.connect(self._on_scan_wanted)
        dialog.see_scan_wanted.connect(self._on_see_scan_wanted)
        dialog.open()

    def _on_look_wanted(self, number: int) -> None:
        assert self.dialog is not None
        self.dialog.accept()
        self.look_at(number)

    def _on_withdraw_wanted(self, number: int) -> None:
        question = self.question = TextDialog(
            self.tr("收回第 {number} 版定稿？").format(number=number),
            self.tr("已签的纸面不变，收回的理由会记下来。"),
            act=self.tr("写理由并收回"),
            stay=self.tr("不收回"),
            parent=self.dialog,
        )
        question.accepted.connect(lambda: self.withdraw(number, question.text))
        question.open()

    def _on_scan_wanted(self, number: int) -> None:
        assert self.dialog is not None
        source = self._services.outside.asked_scan(self.dialog)
        if source is None:
            return
        attach = partial(self._services.editions.attach_scan, self._assessment, number, source)
        job = self._services.jobs.run(attach, done=self._on_done, failed=self._on_undone)
        if isinstance(self.dialog, EditionsDialog):
            self.dialog.show_taking(job)

    def _on_see_scan_wanted(self, number: int) -> None:
        try:
            copy = self._services.editions.scan_for_viewing(self._assessment, number)
        except Exception as error:
            self._say(refusal(error))
        else:
            is_shown = self._services.outside.show_file(copy)
            self._say("" if is_shown else self.tr("这台电脑没有能打开它的程序。装上能看这类文件的程序再试。"))

    def _on_done(self, change: Change) -> None:
        """Tell everybody what became of an edition; the list shows it."""
        if self._is_closed:
            return
        self._say("")
        self._services.bus.changed.emit(change)
        if isinstance(self.dialog, EditionsDialog):
            self.dialog.show_rows(self._rows(), self._log())

    def _on_undone(self, error: Exception) -> None:
        if self._is_closed:
            raise error
        self._say(refusal(error))

    def _say(self, said: str) -> None:
        """Say it in the list, or beside the steps once the list is shut."""
        if isinstance(self.dialog, EditionsDialog) and self.dialog.isVisible():
            self.dialog.show_problem(said)
        else:
            self.refused.emit(said)


def _printed(dossier: Dossier, progress: Progress) -> PrintedPaper:
    """Print what is being frozen; the end is the last moment to stop, as what follows is one commit."""
    paper = print_for_edition(dossier, progress)
    progress.step(paper.pages, paper.pages)
    return paper
