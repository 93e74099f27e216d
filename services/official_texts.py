"""The official texts that a user read in, kept in the workspace beside the policies they are of."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from checklists.policy import Policy
from models import compiled
from models.lines import TextLine
from models.store import Store
from models.vocabulary import ItemKey
from services.policies import Policies
from services.progress import Progress, silent

if TYPE_CHECKING:  # the readers take longer to import than the workspace takes to open
    from checklists.matching import Matching
    from checklists.reading.document import OfficialText
    from checklists.reading.exchange import ReadDocument
    from checklists.reading.lines import Line


@dataclass(frozen=True, slots=True)
class KeptText:
    """An official text in the workspace; `digest` is the SHA-256 of the file it was read from."""

    slug: str
    name: str
    digest: str
    kept_at: datetime
    kept_by: str
    lines: "tuple[Line, ...]"
    text: "OfficialText"


class OfficialTexts:
    """The official texts of one workspace."""

    def __init__(self, store: Store, policies: Policies, who: str, now: Callable[[], datetime]) -> None:
        self._store = store
        self._policies = policies
        self._who = who
        self._now = now

    def keep(self, slug: str, path: Path, progress: Progress = silent) -> KeptText:
        """Read a document in a process of its own and keep it; raises DocumentError or UnknownPolicyError.

        The copies read before stay; the very same file once more adds nothing.
        """
        from checklists.reading import read

        self._policies.checklist(slug)
        document = read(path, waiting=lambda: progress.step(0, 1, path.name))
        self._add(slug, path.name, document)
        kept = self.of(slug)
        assert kept is not None
        return kept

    def keep_document(self, slug: str, name: str, document: "ReadDocument") -> None:
        """Keep a document that was read already; raises UnknownPolicyError."""
        self._policies.checklist(slug)
        self._add(slug, name, document)

    def of(self, slug: str) -> KeptText | None:
        """Give the copy read last, None where none was read."""
        newest = self._newest(slug, 1)
        return _kept(newest[0]) if newest else None

    def before(self, slug: str) -> KeptText | None:
        """Give the copy that was read before the last one."""
        newest = self._newest(slug, 2)
        return _kept(newest[1]) if len(newest) == 2 else None

    def beside(self, policy: Policy) -> "Matching | None":
        """Lay the copy read last beside a policy."""
        from checklists.matching import match

        kept = self.of(policy.slug)
        return match(policy, kept.lines, kept.text) if kept else None

    def to_review(self, policy: Policy) -> frozenset[ItemKey]:
        """Name the items whose clause is another one in the copy read last."""
        matching = self.beside(policy)
        return matching.to_review if matching else frozenset()

    def _newest(self, slug: str, count: int) -> list[TextLine]:
        with self._store.reading() as work:
            return work.all(compiled.TEXTS, slug=slug, limit=count)

    def _add(self, slug: str, name: str, document: "ReadDocument") -> None:
        with self._store.work() as work:
            newest = work.first(compiled.TEXTS, slug=slug, limit=1)
            if newest is not None and newest.digest == document.digest:
                return
            work.do(
                compiled.ADD_TEXT,
                slug=slug,
                name=name,
                digest=document.digest,
                lines=_written(document.lines),
                kept_at=self._now().isoformat(),
                kept_by=self._who,
            )


def _written(lines: "tuple[Line, ...]") -> str:
    """Write lines as JSON; what is no character of Unicode becomes a question mark, as SQLite keeps text."""
    text = json.dumps([asdict(line) for line in lines], ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace").decode()


def _kept(row: TextLine) -> KeptText:
    from checklists.reading.structure import structure_of

    lines = tuple(map(_line, json.loads(row.lines)))
    return KeptText(
        row.slug, row.name, row.digest, datetime.fromisoformat(row.kept_at), row.kept_by, lines, structure_of(lines)
    )


def _line(values: dict[str, object]) -> "Line":
    from checklists.reading.lines import Line

    cells, bold = values["cells"], values["bold"]
    assert isinstance(cells, list)
    assert isinstance(bold, list)
    known = {**values, "cells": tuple(cells), "bold": tuple((start, end) for start, end in bold)}
    return Line(**known)  # type: ignore[arg-type]
