"""An assessment whose policy has become another one: an invented city's draft for comment and what came of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from checklists.writing import text_of
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Ownership, SchoolType, Status
from scripts.revised_policy import SLUG, draft_for_comment, formal
from services.checklist import Answer
from services.judging import Reading
from services.workspace import Workspace
from tests.builders import TODAY, a_library


@contextmanager
def an_assessment_behind(folder: Path) -> Iterator[tuple[Workspace, AssessmentId]]:
    """Answer the draft, then let the file say what it became."""
    file = folder / "checklists" / "示例市.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text_of(draft_for_comment()), encoding="utf-8")
    with a_workspace_of_ones_own(folder) as workspace:
        school = workspace.schools.register("示例学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)
        started = workspace.assessments.start(school, SLUG, 2025)
        answer_some(workspace, started)
        file.write_text(text_of(formal()), encoding="utf-8")
        workspace.policies.stock()
        yield workspace, started


def a_workspace_of_ones_own(folder: Path) -> Workspace:
    """Open a workspace beside a library of one small policy."""
    return Workspace.open(folder, "王老师", lambda: TODAY, library=a_library())


def answer_some(workspace: Workspace, started: AssessmentId) -> None:
    """Write answers, a reading and evidence."""
    notes = {
        "1-1": "章程已核准",
        "1-2": "上学期开了一次",
        "1-3": "年报已报送",
        "3-1": "共建四个基地",
        "3-2": "演练两次",
    }
    for key, note in notes.items():
        workspace.assessments.record(started, ItemKey(key), Answer(Status.MET, note, department="教务处"))
    workspace.assessments.record(started, ItemKey("2-1"), Answer(Status.PARTLY_MET, "还在培养", missing="两名"))
    workspace.assessments.take_reading(started, IndicatorKey("2-1-a"), Reading(Decimal(55)))
    for key in ("1-3", "3-1"):
        workspace.evidence.attach_bytes(started, ItemKey(key), key.encode(), f"材料{key}.txt")
