"""The mapped classes, one module per aggregate; importing this package knows them all."""

from models.tables.answers import AnswerRecord, ReadingRecord
from models.tables.assessments import AssessmentRecord
from models.tables.base import Base
from models.tables.changes import ChangeRecord
from models.tables.clauses import ItemRecord, MeasureRecord, SectionRecord, UnitRecord
from models.tables.departments import DepartmentRecord
from models.tables.editions import EditionRecord
from models.tables.evidence import EvidenceLinkRecord, EvidenceRecord
from models.tables.evidence_particulars import (
    EvidenceParticularsRecord,
    EvidencePatternRecord,
    EvidenceVersionRecord,
)
from models.tables.figures import IndicatorRecord
from models.tables.findings import FindingEvidenceRecord, FindingRecord, RoundRecord
from models.tables.meta import MetaRecord
from models.tables.overrulings import OverrulingRecord
from models.tables.papers import PassageRecord, ReportSettingsRecord
from models.tables.policies import IdleNumeralRecord, NoiseRecord, PolicyRecord, TermRecord
from models.tables.schools import FactRecord, SchoolRecord
from models.tables.texts import TextRecord
from models.tables.workspace import WorkspaceRecord

__all__ = [
    "AnswerRecord",
    "AssessmentRecord",
    "Base",
    "ChangeRecord",
    "DepartmentRecord",
    "EditionRecord",
    "EvidenceLinkRecord",
    "EvidenceParticularsRecord",
    "EvidencePatternRecord",
    "EvidenceRecord",
    "EvidenceVersionRecord",
    "FactRecord",
    "FindingEvidenceRecord",
    "FindingRecord",
    "IdleNumeralRecord",
    "IndicatorRecord",
    "ItemRecord",
    "MeasureRecord",
    "MetaRecord",
    "NoiseRecord",
    "OverrulingRecord",
    "PassageRecord",
    "PolicyRecord",
    "ReadingRecord",
    "ReportSettingsRecord",
    "RoundRecord",
    "SchoolRecord",
    "SectionRecord",
    "TermRecord",
    "TextRecord",
    "UnitRecord",
    "WorkspaceRecord",
]
