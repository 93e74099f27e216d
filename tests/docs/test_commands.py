"""Every command that the documents tell can be typed as it stands, and every command there is is told."""

import re
import shlex
from argparse import _SubParsersAction
from pathlib import Path

import pytest

import dev
from commands.offered import parser_of_commands
from tests.docs.documents import DOCUMENTS, MANUAL, README, ROOT, code_names

_OURS = re.compile(r"(?:python main\.py|voccheck) (?P<words>[^`]+)")


def told() -> list[str]:
    found = (_OURS.fullmatch(code) for document in DOCUMENTS for code in code_names(document))
    return sorted({match["words"] for match in found if match})


def offered() -> set[str]:
    found = (action for action in parser_of_commands()._actions if isinstance(action, _SubParsersAction))
    return set(next(found).choices)


@pytest.mark.parametrize("words", told())
def test_a_command_of_the_documents_is_understood(words: str) -> None:
    plain = words.replace("[--dry-run] [--json]", "--dry-run --json").replace("[--json]", "--json").replace("…", "")
    assert parser_of_commands().parse_args(shlex.split(plain)).run


@pytest.mark.parametrize("document", [README, ROOT / "docs" / "architecture.md"], ids=lambda path: path.name)
def test_every_command_is_told(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert sorted(name for name in offered() if not re.search(rf"(?:main\.py |· |: ){name}\b", text)) == []


def test_every_kind_of_paper_is_told_in_the_manual() -> None:
    from reports.orders import Kind
    from resources import word

    text = MANUAL.read_text(encoding="utf-8")
    assert all(f"| {word(kind)} |" in text and kind.value in text for kind in Kind)


def test_the_commands_for_developers_are_all_told() -> None:
    text = README.read_text(encoding="utf-8")
    assert sorted(name for name in dev._COMMANDS if f"`dev.py {name}" not in text) == []
    assert set(re.findall(r"`(?:python3 )?dev\.py (\w+)", text)) <= set(dev._COMMANDS)
