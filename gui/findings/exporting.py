"""The ledger saved as a sheet where the user says."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gui.findings.outside import Outside
from gui.findings.services import FindingsServices
from models.vocabulary import AssessmentId
from reports.errors import PrintError
from reports.saving import save_content
from resources.refusals import sentence
from services.findings.rows import FindingRow

_tr = partial(QCoreApplication.translate, "findings")


@dataclass(frozen=True, slots=True)
class Said:
    """How it went, in a sentence; "" where the user would rather not."""

    words: str
    is_refused: bool = False


def export_ledger(
    over: QWidget,
    assessment: AssessmentId,
    services: FindingsServices,
    outside: Outside,
    rows: Sequence[FindingRow],
) -> Said:
    """Ask where to, and save the findings that are shown."""
    checklist = services.assessments.checklist(assessment)
    name = _tr("整改台账 {year}.xlsx").format(year=checklist.year)
    target = outside.choose_target(over, services.desk.desk.last_folder, name)
    if target is None:
        return Said("")
    from reports.sheets.ledger import ledger_sheet  # openpyxl costs more to import than a window to paint

    services.desk.keep(last_folder=str(target.parent))
    return _saved(ledger_sheet(checklist, rows, services.today()), target, len(rows))


def _saved(content: bytes, target: Path, count: int) -> Said:
    try:
        save_content(content, target)
    except PrintError as refused:
        return Said(sentence(refused) or "", is_refused=True)
    return Said(_tr("已存好 {count} 项：{name}").replace("{count}", str(count)).replace("{name}", target.name))
