"""What the check before handing in shows: groups by kind, each row with what and where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from models.vocabulary import FindingNumber, ItemKey
from resources import word
from services.checklist import ItemRow
from services.dossiers import Dossier
from services.findings.rows import FindingRow, finding_label
from services.quality import Flaw, FlawRow

_tr = partial(QCoreApplication.translate, "Quality")


@dataclass(frozen=True, slots=True)
class FlawLine:
    """One flaw in words; `row` says where it leads."""

    row: FlawRow
    label: str
    text: str
    what: str

    @property
    def sentence(self) -> str:
        """Say it to a screen reader."""
        return "，".join(filter(None, (word(self.row.flaw), self.label, self.text, self.what)))


@dataclass(frozen=True, slots=True)
class FlawGroup:
    """All flaws of one kind."""

    flaw: Flaw
    lines: tuple[FlawLine, ...]

    @property
    def title(self) -> str:
        """Name the kind."""
        return word(self.flaw)


@dataclass(frozen=True, slots=True)
class Quality:
    """The whole screen: what was looked at, and what was found."""

    groups: tuple[FlawGroup, ...]
    looked_at: str

    @property
    def count(self) -> int:
        """Count the flaws."""
        return sum(len(group.lines) for group in self.groups)


def quality_of(dossier: Dossier, found: Iterable[FlawRow]) -> Quality:
    """Put what was found into words."""
    items = {row.key: row for row in dossier.checklist.items()}
    findings = {row.number: row for row in dossier.findings}
    lines = (_line(row, items, findings) for row in found)
    groups = (FlawGroup(flaw, tuple(some)) for flaw, some in groupby(lines, lambda line: line.row.flaw))
    return Quality(tuple(groups), _looked_at(dossier))


def _line(row: FlawRow, items: Mapping[ItemKey, ItemRow], findings: Mapping[FindingNumber, FindingRow]) -> FlawLine:
    item = items.get(row.item) if row.item is not None else None
    text = item.item.text if item else ""
    if row.finding is not None:
        return FlawLine(row, finding_label(row.finding), row.what, _lateness(findings.get(row.finding)))
    if row.evidence is not None:
        return FlawLine(row, item.label if item else "", row.what, text)
    return FlawLine(row, item.label if item else "", text, row.what or (item.answer.department if item else ""))


def _lateness(row: FindingRow | None) -> str:
    if row is None:
        return ""
    days = _tr("过期 {count} 天").format(count=row.days_over)
    return " · ".join(filter(None, (days, row.remedy.lead, row.remedy.person)))


def _looked_at(dossier: Dossier) -> str:
    counts = {
        "items": sum(1 for _ in dossier.checklist.binding_items()),
        "pieces": len(dossier.pieces),
        "findings": len(dossier.findings),
    }
    return _tr("查了 {items} 条要点、{pieces} 件佐证、{findings} 项整改").format(**counts)
