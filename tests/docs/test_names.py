"""What the documents name is there: files, folders, classes, pictures, decisions."""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.docs.documents import CODE, DOCUMENTS, ROOMS, ROOT, code_names, links, source

OF_A_WORKSPACE = (
    *("voccheck.db", "search.db", "draft.json", "backups/", "logs/", "backups/evidence", "rooms/", "out/"),
    *("checklists/drafts", "checklists/yiyang.own.toml", "own-linjiang.own.toml"),
    "backups/000012-20250630T080000Z.db",
)
"""Files that the program writes, and one that is an example."""
_PATH = re.compile(r"(?=.*/|.+\.(?:py|toml|json|md|txt|cfg|spec|db)$)(?=.*[a-z]{2})[\w./*-]+", re.ASCII)
_CLASS = re.compile(r"[A-Z][a-z]+[A-Za-z]*", re.ASCII)


def document_name(document: Path) -> str:
    return str(document.relative_to(ROOT))


@pytest.mark.parametrize("document", DOCUMENTS, ids=document_name)
def test_every_file_that_is_named_exists(document: Path) -> None:
    named = {name for name in code_names(document) if _PATH.fullmatch(name) and name not in OF_A_WORKSPACE}
    assert sorted(name for name in named if not _is_there(name)) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=document_name)
def test_every_link_leads_somewhere(document: Path) -> None:
    heads = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), flags=re.MULTILINE)
    here = {f"#{head}" for head in heads}
    assert [link for link in links(document) if link not in here and not (document.parent / link).exists()] == []


@pytest.mark.parametrize("name", ["architecture.md", "glossary.md"])
def test_every_class_that_is_named_exists(name: str) -> None:
    named = {one for one in code_names(ROOT / "docs" / name) if _CLASS.fullmatch(one)}
    written = re.findall(r"^(?:class )?([A-Z]\w+)", source(*ROOMS), flags=re.MULTILINE)
    assert len(named) > 10
    assert sorted(name for name in named if not any(one.startswith(name) for one in written)) == []


def test_every_decision_that_is_referred_to_was_taken() -> None:
    taken = {file.name[:4] for file in (ROOT / "docs" / "decisions").glob("*.md")}
    texts = "".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
    assert set(re.findall(r"\((0\d{3})\)", texts)) <= taken


def _is_there(name: str) -> bool:
    if name.startswith(("../shared", "/")):
        return True  # beside the repository, where it is at all
    plain = name.rstrip("/")
    return (ROOT / plain).exists() or (plain in _endings() if "*" not in plain else any(ROOT.glob(f"**/{plain}")))


@cache
def _endings() -> frozenset[str]:
    """Give every file and folder of ours by each ending of its path."""
    found = (path.relative_to(ROOT).parts for room in CODE for path in (ROOT / room, *(ROOT / room).rglob("*")))
    return frozenset("/".join(parts[start:]) for parts in found for start in range(len(parts)))
