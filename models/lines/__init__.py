"""Rows as they lie in the database, plain and typed: words, days, moments and decimals still as text."""

from models.lines.assessments import AnswerLine, AssessmentLine, ReadingLine, StatusLine
from models.lines.departments import DepartmentLine
from models.lines.editions import EditionLine, SnapshotLine
from models.lines.evidence import BlobLine, EvidenceLine, PatternLine, PieceLine, VersionLine
from models.lines.findings import FindingEvidenceLine, FindingLine, RoundLine
from models.lines.overrulings import OverrulingLine
from models.lines.papers import PassageLine, ReportSettingsLine
from models.lines.plain import NumberLine, StrayLine, TriggerLine, WordLine
from models.lines.schools import FactLine, FactsLine, SchoolLine
from models.lines.shelf import (
    IdleNumeralLine,
    IndicatorLine,
    ItemLine,
    MeasureLine,
    NoiseLine,
    PolicyLine,
    SectionLine,
    TermLine,
    TextLine,
    UnitLine,
)
from models.lines.trail import ChangeLine, HeadLine

__all__ = [
    "AnswerLine",
    "AssessmentLine",
    "BlobLine",
    "ChangeLine",
    "DepartmentLine",
    "EditionLine",
    "EvidenceLine",
    "FactLine",
    "FactsLine",
    "FindingEvidenceLine",
    "FindingLine",
    "HeadLine",
    "IdleNumeralLine",
    "IndicatorLine",
    "ItemLine",
    "MeasureLine",
    "NoiseLine",
    "NumberLine",
    "OverrulingLine",
    "PassageLine",
    "PatternLine",
    "PieceLine",
    "PolicyLine",
    "ReadingLine",
    "ReportSettingsLine",
    "RoundLine",
    "SchoolLine",
    "SectionLine",
    "SnapshotLine",
    "StatusLine",
    "StrayLine",
    "TermLine",
    "TextLine",
    "TriggerLine",
    "UnitLine",
    "VersionLine",
    "WordLine",
]
