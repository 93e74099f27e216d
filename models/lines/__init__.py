"""Rows as they lie in the database, plain and typed: words, days, moments and decimals still as text."""

from models.lines.assessments import AnswerLine, AssessmentLine, ReadingLine, StatusLine
from models.lines.evidence import BlobLine, EvidenceLine
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
    "EvidenceLine",
    "FactLine",
    "FactsLine",
    "HeadLine",
    "IdleNumeralLine",
    "IndicatorLine",
    "ItemLine",
    "MeasureLine",
    "NoiseLine",
    "NumberLine",
    "PolicyLine",
    "ReadingLine",
    "SchoolLine",
    "SectionLine",
    "StatusLine",
    "StrayLine",
    "TermLine",
    "TextLine",
    "TriggerLine",
    "UnitLine",
    "WordLine",
]
