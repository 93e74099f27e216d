"""A report printed by another process has the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[3]
_PRINT = """
import sys
from reports.orders import Kind, Order
from reports.printing import make_paper
from services.dossiers import Dossier
from tests.reports.samples import AT, a_filled_checklist
paper = make_paper(Order(Kind.SELF_ASSESSMENT, AT), Dossier(a_filled_checklist("zibo-gaoxin")))
sys.stdout.buffer.write(paper.content)
"""


def _printed(seed: str) -> bytes:
    seeded = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(_ROOT)}
    return subprocess.run([sys.executable, "-c", _PRINT], cwd=_ROOT, env=seeded, check=True, capture_output=True).stdout


@pytest.mark.usefixtures("some_faces")
def test_the_order_of_a_set_shows_nowhere() -> None:
    one, two = _printed("1"), _printed("2")
    assert one.startswith(b"%PDF-1.7")
    assert one == two
