"""Write checklists/library/digests.toml: the fingerprints of the official clauses the checklists were written from."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from checklists import library  # noqa: E402
from checklists.clause_digests import TARGET, digests_text  # noqa: E402
from checklists.reading.plain_text import lines_of  # noqa: E402
from checklists.reading.structure import structure_of  # noqa: E402

_HEAD = (
    "# Written by scripts/write_digests.py; a clause as printed, then with its noted noise mended where that differs.\n"
)


def digests(policies: Path) -> str:
    """Give the whole file for the official texts of a folder."""
    return "\n".join([_HEAD, *(_part(slug, policies / f"{slug}.txt") for slug in library.slugs())])


def _part(slug: str, path: Path) -> str:
    text = structure_of(lines_of(path.read_bytes(), path))
    return digests_text(library.load(slug), {clause.ref: clause for clause in text.clauses})


if __name__ == "__main__":
    TARGET.write_text(digests(ROOT.parent / "shared" / "policies"), encoding="utf-8")
