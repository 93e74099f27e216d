"""The documents of the repository, and what they name."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
MANUAL = ROOT / "docs" / "user" / "使用手册.md"
DOCUMENTS = (README, *sorted((ROOT / "docs").rglob("*.md")), ROOT / "checklists" / "library" / "FORMAT.md")
ROOMS = ("commands", "gui", "reports", "services", "checklists", "models", "resources")
CODE = (*ROOMS, "scripts", "benchmarks", "tests")


def code_names(document: Path) -> Iterator[str]:
    """Give what a document sets as code in its running text."""
    prose = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    yield from re.findall(r"`([^`\n]+)`", prose)


def links(document: Path) -> Iterator[str]:
    """Give the files a document links to or shows."""
    yield from re.findall(r"\]\(([^)]+)\)", document.read_text(encoding="utf-8"))


def quoted(document: Path) -> Iterator[str]:
    """Give what a Chinese document quotes: mostly words of the screen."""
    yield from dict.fromkeys(re.findall(r"“([^”\n]+)”", document.read_text(encoding="utf-8")))


@cache
def source(*rooms: str) -> str:
    """Read all code of some rooms, and the documents' own examples of it in main.py and dev.py."""
    files = (file for room in rooms for file in (ROOT / room).rglob("*.py"))
    return "\n".join(file.read_text(encoding="utf-8") for file in (*files, ROOT / "main.py", ROOT / "dev.py"))
