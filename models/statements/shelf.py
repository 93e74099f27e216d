"""What is asked of the policies on the shelf and of their official texts."""

from sqlalchemy import bindparam
from sqlalchemy.dialects.sqlite import insert

from models import lines
from models import tables as t
from models.statements.asking import Asked, Done, add, ask, ask_all

# policies
POLICIES: Asked = (lines.PolicyLine, ask(lines.PolicyLine, t.PolicyRecord).order_by(t.PolicyRecord.id))
POLICY: Asked = (
    lines.PolicyLine,
    ask(lines.PolicyLine, t.PolicyRecord).where(t.PolicyRecord.id == bindparam("policy_id")),
)
SECTIONS: Asked = ask_all(lines.SectionLine, t.SectionRecord)
MEASURES: Asked = ask_all(lines.MeasureLine, t.MeasureRecord)
UNITS: Asked = ask_all(lines.UnitLine, t.UnitRecord)
ITEMS: Asked = ask_all(lines.ItemLine, t.ItemRecord)
INDICATORS: Asked = ask_all(lines.IndicatorLine, t.IndicatorRecord)
TERMS: Asked = ask_all(lines.TermLine, t.TermRecord)
NOISES: Asked = ask_all(lines.NoiseLine, t.NoiseRecord)
IDLE_NUMERALS: Asked = ask_all(lines.IdleNumeralLine, t.IdleNumeralRecord)
ADD_POLICY: Done = add(t.PolicyRecord)
ADD_SECTION: Done = insert(t.SectionRecord)
ADD_MEASURE: Done = insert(t.MeasureRecord)
ADD_UNIT: Done = insert(t.UnitRecord)
ADD_ITEM: Done = insert(t.ItemRecord)
ADD_INDICATOR: Done = insert(t.IndicatorRecord)
ADD_TERM: Done = insert(t.TermRecord)
ADD_NOISE: Done = insert(t.NoiseRecord)
ADD_IDLE_NUMERAL: Done = insert(t.IdleNumeralRecord)

# official texts, newest first
TEXTS: Asked = (
    lines.TextLine,
    ask(lines.TextLine, t.TextRecord)
    .where(t.TextRecord.slug == bindparam("slug"))
    .order_by(t.TextRecord.id.desc())
    .limit(bindparam("limit")),
)
ADD_TEXT: Done = add(t.TextRecord)
