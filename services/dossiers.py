"""Everything the papers of one assessment are made of, read at one moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from models.vocabulary import AssessmentId, PassageName
from services.checklist import Checklist, EvidenceRow
from services.editions.values import Edition, PrintedPaper
from services.evidence.register import PieceRow
from services.findings.rows import FindingRow
from services.intake.form import TaskForm
from services.reporting.parts import ReportSettings

if TYPE_CHECKING:
    from services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Dossier:
    """An assessment with all that its papers tell, and the cycle before; `file_of` raises EvidenceMissingError.

    With an edition it is what was frozen as that edition, whatever was written since; `kept` gives the report as it was
    printed then, None where that file is lost or altered.
    """

    checklist: Checklist
    findings: tuple[FindingRow, ...] = ()
    pieces: tuple[PieceRow, ...] = ()
    previous: Checklist | None = None
    file_of: Callable[[EvidenceRow], Path] | None = None
    passages: Mapping[PassageName, str] = field(default_factory=dict)
    settings: ReportSettings = field(default_factory=ReportSettings)
    edition: Edition | None = None
    tasks: tuple[TaskForm, ...] = ()
    kept: Callable[[], PrintedPaper | None] | None = field(default=None, compare=False)


def dossier_of(workspace: "Workspace", assessment: AssessmentId) -> Dossier:
    """Gather it; raises UnknownAssessmentError."""
    checklist = workspace.assessments.checklist(assessment)
    return Dossier(
        checklist=checklist,
        findings=workspace.findings.rows(assessment),
        pieces=workspace.evidence.register.pieces(assessment),
        previous=workspace.cycles.previous_checklist(assessment),
        file_of=workspace.evidence.file_of,
        passages=workspace.passages.of(assessment),
        settings=workspace.passages.settings(assessment),
        tasks=workspace.task_sheets.forms_of(checklist),
    )
