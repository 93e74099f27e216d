"""Keeps what people write for the report, and shows drafts where they have written nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.platform.changes import ChangeBus
from gui.platform.pen import Pen
from gui.reporting.writing_pane import ShownPassage, WritingPane
from gui.reporting.writing_part import WritingPart
from models.vocabulary import AssessmentId, PassageName
from reports.content.passages import draft_texts
from services.dossiers import Dossier
from services.reporting.passages import Passages
from services.trail.changes import Change
from services.trail.history import History


@dataclass(frozen=True, slots=True)
class WritingServices:
    """What the written parts of one assessment are handled with."""

    passages: Passages
    dossier: Callable[[AssessmentId], Dossier]
    history: History
    bus: ChangeBus
    today: Callable[[], date]


class WritingPresenter(QObject):
    """`pane` stands beside the pages, `part` in the options; drafts are read when the pane is seen."""

    saving = Signal()
    saved = Signal(object)
    failed = Signal(str)

    def __init__(self, assessment: AssessmentId, services: WritingServices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._assessment, self._services = assessment, services
        self._drafts: dict[PassageName, str] = {}
        self._unkept: dict[PassageName, str] = {}
        self.pane, self.part = WritingPane(), WritingPart()
        self.pane.hide()
        self._pen = Pen(services.history, services.bus, self)
        self._connect()
        self._show_standing()

    def flush(self) -> bool:
        """Write what is typed and what could not be kept before; say whether nothing is left unsaved."""
        self.pane.flush()
        for name, text in tuple(self._unkept.items()):
            self._on_written(name, text)
        return not self._unkept

    def put_away(self) -> None:
        """Write what is typed and take the fields away, as another paper is looked at."""
        self.flush()
        self.pane.hide()

    def close(self) -> None:
        """Write what is typed and hear no more news."""
        self.flush()
        self._services.bus.changed.disconnect(self._on_changed)

    def _connect(self) -> None:
        self._pen.saving.connect(self.saving)
        self._pen.saved.connect(self.saved)
        self._pen.failed.connect(self.failed)
        self._pen.failed.connect(self.pane.show_problem)
        self._services.bus.changed.connect(self._on_changed)
        self.part.writing_wanted.connect(self._on_writing_wanted)
        self.pane.closed.connect(self.put_away)
        self.pane.written.connect(self._on_written)
        self.pane.restore_wanted.connect(self._on_restore_wanted)

    def _show_standing(self) -> None:
        count = len(PassageName)
        self.part.show_drafts(count - len(self._services.passages.of(self._assessment)), count)

    def _show(self) -> None:
        dossier = self._services.dossier(self._assessment)
        self._drafts = dict(draft_texts(dossier, self._services.today()))
        written = {**dossier.passages, **self._unkept}
        self.pane.show_passages(
            {name: ShownPassage(written.get(name, self._drafts[name]), name not in written) for name in PassageName}
        )

    def _on_writing_wanted(self) -> None:
        if not self.pane.isHidden():
            self.put_away()
            return
        self._show()
        self.pane.show()
        self.pane.edit_of(PassageName.BASICS).setFocus()

    def _on_written(self, name: PassageName, text: str) -> None:
        """Keep a part; the draft typed back, or nothing at all, is the draft again."""
        if text.strip() == self._drafts.get(name, "").strip():
            text = ""
        self.pane.show_problem("")
        self._unkept.pop(name, None)
        if self._pen.write(partial(self._services.passages.write, self._assessment, name, text)) is None:
            self._unkept[name] = text

    def _on_restore_wanted(self, name: PassageName) -> None:
        self.pane.flush()
        self._unkept.pop(name, None)
        self._pen.write(partial(self._services.passages.restore_draft, self._assessment, name))

    def _on_changed(self, change: Change) -> None:
        if change.assessment == self._assessment:
            self._show_standing()
            if not self.pane.isHidden():
                self._show()
