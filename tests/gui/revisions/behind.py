"""An assessment whose policy has become another one: an invented city's draft for comment and what came of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.vocabulary import AssessmentId
from scripts.revised_policy import leave_behind
from services.workspace import Workspace
from tests.builders import TODAY, a_library


@contextmanager
def an_assessment_behind(folder: Path) -> Iterator[tuple[Workspace, AssessmentId]]:
    """Answer the draft, then let the file say what it became."""
    with Workspace.open(folder, "王老师", lambda: TODAY, library=a_library()) as workspace:
        yield workspace, leave_behind(workspace)
