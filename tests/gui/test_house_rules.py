"""What no part of gui may do itself, because one place does it for all."""

import re
from pathlib import Path

import pytest

GUI = Path(__file__).resolve().parents[2] / "gui"
RULES = {
    "labels come from gui/widgets/labels.py": (r"\bQLabel\(", {"widgets/labels.py"}),
    "tooltips go through set_tip": (r"\.setToolTip\(", {"widgets/labels.py"}),
    "questions are asked by our own dialog": (r"\bQMessageBox\b|\bQInputDialog\b", set()),
    "colours have roles": (r"#[0-9A-Fa-f]{6}\b|QColor\(\s*\d", set()),
    "no style sheets": (r"setStyleSheet\(", set()),
    "no markup is set": (r"\.setHtml\(|\.insertHtml\(|RichText\b(?!\()", set()),
    "tr takes no f-string": (r"\btr\(\s*f[\"']", set()),
}


def _sources() -> list[Path]:
    return sorted(GUI.rglob("*.py"))


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_is_kept_everywhere(rule: str) -> None:
    pattern, exempt = RULES[rule]
    broken = [
        f"{path.relative_to(GUI)}:{number}"
        for path in _sources()
        if path.relative_to(GUI).as_posix() not in exempt
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(pattern, line) and "setAcceptRichText" not in line and "mightBeRichText" not in line
    ]
    assert broken == []
