"""What is asked of passages and report settings."""

from sqlalchemy import bindparam

from models import lines
from models import tables as t
from models.statements.asking import OF_ASSESSMENT, Asked, Done, ask, replace

_PASSAGES = ask(lines.PassageLine, t.PassageRecord).where(t.PassageRecord.assessment_id == OF_ASSESSMENT)
PASSAGES: Asked = (lines.PassageLine, _PASSAGES)
PASSAGE: Asked = (lines.PassageLine, _PASSAGES.where(t.PassageRecord.name == bindparam("name")))
PUT_PASSAGE: Done = replace(t.PassageRecord, "assessment_id", "name")
REPORT_SETTINGS: Asked = (
    lines.ReportSettingsLine,
    ask(lines.ReportSettingsLine, t.ReportSettingsRecord).where(t.ReportSettingsRecord.assessment_id == OF_ASSESSMENT),
)
PUT_REPORT_SETTINGS: Done = replace(t.ReportSettingsRecord, "assessment_id")
