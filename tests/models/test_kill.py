"""Nothing that was acknowledged is lost when the program is killed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.vocabulary import Status
from scripts.kill_test import Figures, check
from services.checklist import Answer, Fact
from tests.builders import a_workspace, an_assessment

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")
def test_two_hundred_kills_lose_nothing_that_was_acknowledged() -> None:
    command = [sys.executable, "scripts/kill_test.py", "200"]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    figures = json.loads(ended.stdout)
    assert figures["faults"] == []
    assert ended.returncode == 0
    assert figures["lives"] == 200
    assert figures["acknowledged"] > 700  # how many edits a life does is drawn, not timed
    assert figures["files"] > 50


def test_the_kill_test_would_notice_a_lost_edit_and_an_altered_file(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        key = next(workspace.assessments.checklist(assessment).items()).key
        workspace.assessments.record(assessment, key, Answer(Status.MET, note="kept"))
        change = workspace.evidence.attach_bytes(assessment, key, b"not what the token says", "token.txt")
        noted = workspace.schools.put_facts(
            workspace.opening.schools()[0].id, 2025, [Fact("在校生", "1", source="noted")]
        )
    figures = Figures()
    said = [
        {"what": "done", "token": "kept", "seq": 1},
        {"what": "done", "token": "lost", "seq": 3},
        {"what": "done", "token": "token", "seq": change.seq},
        {"what": "noted", "token": "noted", "seq": noted.noted[0].seq},
        {"what": "noted", "token": "forgotten", "seq": noted.noted[0].seq + 1},
    ]
    check(tmp_path, said, figures)
    assert [fault.split()[0] for fault in figures.faults] == ["lost", "file", "lost"]
