"""The official texts that a user read in, kept in the workspace beside the policies they are of."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from checklists.policy import Policy
from models import compiled
from models.lines import TextLine
from models.vocabulary import ItemKey, PolicyId
from services.desk import Desk
from services.progress import Progress, silent
from services.reviews import Due, Reviews, due
from services.stamps import moment, written
from services.trail.changes import Change, TextPart

if TYPE_CHECKING:  # the readers take longer to import than the workspace takes to open
    from checklists.matching import Matching
    from checklists.reading.document import OfficialText
    from checklists.reading.exchange import ReadDocument
    from checklists.reading.lines import Line


@dataclass(frozen=True, slots=True)
class KeptText:
    """An official text in the workspace; `digest` is the SHA-256 of the file it was read from.

    `changes` are the marks it left in assessments, told only by the `keep` that brought it in.
    """

    slug: str
    name: str
    digest: str
    kept_at: datetime
    kept_by: str
    lines: "tuple[Line, ...]"
    text: "OfficialText"
    changes: tuple[Change, ...] = ()


class OfficialTexts:
    """The official texts of one workspace."""

    def __init__(self, desk: Desk, reviews: Reviews) -> None:
        self._desk = desk
        self._store = desk.store
        self._reviews = reviews

    def keep(self, slug: str, path: Path, progress: Progress = silent) -> KeptText:
        """Read a document in a process of its own and keep it; raises DocumentError or UnknownPolicyError.

        The copies read before stay; the very same file once more adds nothing. Items whose clause is changed are
        marked in the assessments of the policy: 需复核.
        """
        from checklists.reading import read

        self._desk.policies.checklist(slug)
        document = read(path, waiting=lambda: progress.step(0, 1, path.name))
        changes = self._add(slug, path.name, document)
        kept = self.of(slug)
        assert kept is not None
        return replace(kept, changes=changes)

    def keep_document(self, slug: str, name: str, document: "ReadDocument") -> None:
        """Keep a document that was read already; raises UnknownPolicyError."""
        self._desk.policies.checklist(slug)
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

    def _add(self, slug: str, name: str, document: "ReadDocument") -> tuple[Change, ...]:
        newest = self._newest(slug, 1)
        if newest and newest[0].digest == document.digest:
            return ()
        dues, at, lines = self._dues(slug, document), self._desk.now(), _written(document.lines)
        values = {"slug": slug, "name": name, "digest": document.digest, "lines": lines}
        with self._store.work() as work:
            changes = self._reviews.mark(work, slug, dues, at)
            work.do(compiled.ADD_TEXT, **values, kept_at=at.isoformat(), kept_by=self._desk.who)
            self._desk.ledger.note(work, TextPart(slug, name, document.digest, lines_digest(lines)))
        return changes

    def _dues(self, slug: str, document: "ReadDocument") -> dict[str, Due]:
        """Say for each revision that assessments stand on what a new copy changes."""
        from checklists.matching import match

        with self._store.reading() as work:
            ids = {PolicyId(line.policy_id) for line in work.all(compiled.RECENT) if line.slug == slug}
            policies = [self._desk.policies.at(work, one) for one in ids]
        before = self.of(slug) if policies else None
        return {
            policy.digest: due(
                match(policy, before.lines, before.text) if before else None,
                match(policy, document.lines, document.text),
            )
            for policy in policies
        }


def lines_digest(lines: str) -> str:
    """Give the SHA-256 of a text's lines as they are kept."""
    return sha256(lines.encode()).hexdigest()


def _written(lines: "tuple[Line, ...]") -> str:
    """Write lines as JSON; what is no character of Unicode becomes a question mark, as SQLite keeps text."""
    text = json.dumps([asdict(line) for line in lines], ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace").decode()


def _kept(row: TextLine) -> KeptText:
    from checklists.reading.structure import structure_of

    lines = tuple(map(_line, json.loads(row.lines)))
    return KeptText(
        row.slug, row.name, row.digest, moment(row.kept_at), written(row.kept_by), lines, structure_of(lines)
    )


def _line(values: dict[str, object]) -> "Line":
    from checklists.reading.lines import Line

    cells, bold = values["cells"], values["bold"]
    assert isinstance(cells, list)
    assert isinstance(bold, list)
    known = {**values, "cells": tuple(cells), "bold": tuple((start, end) for start, end in bold)}
    return Line(**known)  # type: ignore[arg-type]
