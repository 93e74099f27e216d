"""An evidence screen over a real workspace, as a person sits before it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.evidence.number_dialog import Renumbered
from gui.evidence.outside import EvidenceOutside
from gui.evidence.screen import EvidenceScreen
from gui.evidence.services import EvidenceServices
from gui.pieces.assigning import Assigned
from gui.pieces.item_picker import Choice
from gui.platform.changes import ChangeBus
from gui.platform.desk_settings import DeskSettings
from gui.platform.jobs import Jobs
from models.vocabulary import AssessmentId, EvidenceId, ItemKey
from services.evidence.intake import Duplicate, Offer
from services.evidence.register import PieceRow, VersionRow
from services.trail.changes import EvidencePart
from services.trail.history import History
from services.workspace import Workspace
from tests.builders import TODAY, a_workspace, an_assessment

FIRST, SECOND, THIRD = ItemKey("1-1"), ItemKey("1-2"), ItemKey("2-1")
NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 9).astimezone()


class AnOutside(EvidenceOutside):
    """An outside that answers as the test says and remembers what it was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path | None = None
        self.file: Path | None = None
        self.target: Path | None = None
        self.assigned: list[Assigned] = []
        self.leaves: frozenset[str] = frozenset()
        self.links: bool | None = True
        self.items: tuple[ItemKey, ...] | None = None
        self.pattern: tuple[str, bool] | None = None
        self.shown: list[Path] = []
        self.may_remove = True

    def choose_folder(self, parent: QWidget, folder: str) -> Path | None:
        """Pick what the test says."""
        return self.folder

    def choose_file(self, parent: QWidget, folder: str) -> Path | None:
        """Pick what the test says."""
        return self.file

    def choose_target(self, parent: QWidget, folder: str, name: str) -> Path | None:
        """Name what the test says."""
        return self.target

    def choose_new_folder(self, parent: QWidget, folder: str, name: str) -> Path | None:
        """Name what the test says."""
        return self.target

    def ask_duplicates(self, parent: QWidget, duplicates: Sequence[Duplicate]) -> bool | None:
        """Answer as the test says."""
        return self.links

    def ask_assigned(
        self, parent: QWidget, rows: Sequence[Assigned], choices: Sequence[Choice]
    ) -> tuple[Offer, ...] | None:
        """Take what was proposed."""
        self.assigned = list(rows)
        return tuple(Offer.of_file(one.item, one.found.path) for one in rows if one.item is not None)

    def ask_served(
        self, parent: QWidget, name: str, choices: Sequence[Choice], serves: Iterable[ItemKey]
    ) -> tuple[ItemKey, ...] | None:
        """Answer as the test says."""
        return self.items

    def ask_pattern(
        self, parent: QWidget, pattern: str, example: str, year: int, renumbered: Renumbered
    ) -> tuple[str, bool] | None:
        """Answer as the test says."""
        return self.pattern

    def ask_version(self, parent: QWidget, name: str, versions: Sequence[VersionRow]) -> int | None:
        """Go back to the first."""
        return 0

    def ask_removal(self, parent: QWidget, count: int) -> bool:
        """Answer as the test says."""
        return self.may_remove

    def show_file(self, copy: Path) -> bool:
        """Remember the copy."""
        self.shown.append(copy)
        return True


@dataclass
class Desk:
    """The screen, what is behind it, and what is outside."""

    workspace: Workspace
    assessment: AssessmentId
    history: History
    bus: ChangeBus
    screen: EvidenceScreen
    outside: AnOutside

    def pieces(self) -> tuple[PieceRow, ...]:
        """Give what the store has."""
        return self.workspace.evidence.register.pieces(self.assessment)

    def attach(self, item: ItemKey, content: bytes, name: str) -> EvidenceId:
        """Attach a piece behind the screen's back, and tell it."""
        change = self.workspace.evidence.attach_bytes(self.assessment, item, content, name)
        self.bus.changed.emit(change)
        part = change.parts[0]
        assert isinstance(part, EvidencePart)
        return part.evidence

    def choose(self, *evidence: EvidenceId) -> None:
        """Choose rows of the list."""
        selection = self.screen.view.list.selectionModel()
        selection.clearSelection()
        for piece in evidence:
            selection.select(self.screen._model.index_of(piece), selection.SelectionFlag.Select)

    def numbers(self) -> list[str]:
        """Give the numbers that the list shows."""
        model = self.screen._model
        found = (model.piece_at(model.index(row)) for row in range(model.rowCount()))
        return [one.piece.evidence.number for one in found if one is not None]


@contextmanager
def a_desk(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    """Open the screen over a small policy."""
    with a_workspace(folder / "w") as workspace:
        assessment, history = an_assessment(workspace), History(workspace.steps)
        bus, jobs, outside = ChangeBus(), Jobs(), AnOutside()
        services = EvidenceServices(
            assessment,
            workspace.assessments,
            workspace.evidence,
            workspace.departments,
            history,
            bus,
            jobs,
            DeskSettings(folder / "desk.ini"),
            lambda: TODAY,
            lambda: NOW,
        )
        screen = EvidenceScreen(services, outside=outside)
        qtbot.addWidget(screen.view)
        screen.view.resize(1280, 760)
        screen.view.show()
        screen.show()
        yield Desk(workspace, assessment, history, bus, screen, outside)
        screen.close()
        jobs.close()
