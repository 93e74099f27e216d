"""The trail played again from its beginning: what every row that people wrote must be now."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import Protocol

from models import compiled
from models.lines import AssessmentLine, ChangeLine
from models.vocabulary import AssessmentId, EvidenceId, SchoolId
from models.work import Work
from services import listed, rows
from services.editions.parts import EditionPart
from services.editions.replay import EditionReplay
from services.evidence.trail import EvidenceReplay
from services.findings.parts import FindingStep
from services.findings.replay import FindingReplay
from services.official_texts import lines_digest
from services.reporting.parts import ReportStep
from services.reporting.replay import ReportReplay
from services.trail.answers import AnswerReplay
from services.trail.changes import (
    DepartmentPart,
    EvidenceStep,
    FactsPart,
    OwnItemPart,
    Part,
    PatternPart,
    RenewPart,
    SchoolPart,
    ShelvePart,
    StartPart,
    TextPart,
    WorkspacePart,
)
from services.trail.parts import parts_of
from services.trail.unlike import unlike
from services.trail.uuids import Ids, evidence_ids
from services.trail.workspace_parts import Names, names_in
from services.trail.workspace_parts import parts_of as workspace_parts_of

_ALL = -1  # as SQLite has it


class Replay(Protocol):
    """What can play the entries of a chain."""

    def take(self, entries: Iterable[ChangeLine]) -> None:
        """Play entries in their order."""


@dataclass
class AssessmentReplay:
    """The state that an assessment's trail leads to."""

    ids: Ids[EvidenceId]
    answers: AnswerReplay = field(default_factory=AnswerReplay)
    pieces: EvidenceReplay = field(default_factory=EvidenceReplay)
    findings: FindingReplay = field(default_factory=FindingReplay)
    report: ReportReplay = field(default_factory=ReportReplay)
    editions: EditionReplay = field(default_factory=EditionReplay)

    def take(self, entries: Iterable[ChangeLine]) -> None:
        """Play entries in their order."""
        for entry in entries:
            for part in parts_of(entry.parts, self.ids):
                self._take(part, entry)

    def differences(self, work: Work, assessment: int) -> Iterator[str]:
        """Name the items, indicators and evidence numbers whose row was not written by us."""
        for replay in (self.answers, self.pieces, self.findings, self.report, self.editions):
            yield from replay.differences(work, assessment)

    def _take(self, part: Part, entry: ChangeLine) -> None:
        if isinstance(part, EvidenceStep):
            self.pieces.take(part)
        elif isinstance(part, FindingStep):
            self.findings.take(part)
        elif isinstance(part, ReportStep):
            self.report.take(part)
        elif isinstance(part, EditionPart):
            self.editions.take(part, entry.seq, entry.who)
        else:
            self.answers.take(part)


@dataclass
class WorkspaceReplay:
    """The schools, departments, figures and assessments that the workspace's own trail leads to, by table and id."""

    names: Names
    expected: dict[str, object] = field(default_factory=dict)
    texts: list[TextPart] = field(default_factory=list)

    def take(self, entries: Iterable[ChangeLine]) -> None:
        """Play entries in their order."""
        for entry in entries:
            for part in workspace_parts_of(entry.parts, self.names):
                self._take(part)

    def differences(self, work: Work) -> Iterator[str]:
        """Name the rows that were not written by us, and those that are gone."""
        shelved = {place: one for place, one in _shelved(work).items() if place in self.expected}
        found = {**_schools(work), **_departments(work), **_facts(work), **_started(work), **_patterns(work), **shelved}
        yield from unlike(self.expected, found, ())

    def text_differences(self, work: Work) -> Iterator[str]:
        """Name the official texts that are not as they were kept: by their slug and which copy it is."""
        yield from unlike(_in_order(self.texts), _in_order(_texts(work, {part.slug for part in self.texts})), None)

    def _take(self, part: WorkspacePart) -> None:
        match part:
            case SchoolPart():
                self.expected[f"schools {part.after.id}"] = part.after
            case FactsPart():
                self.expected[f"school_facts {part.school}/{part.year}"] = part.after
            case StartPart():
                self.expected[f"assessments {part.assessment}"] = part
            case RenewPart():
                self._renew(part)
            case ShelvePart():
                self.expected[f"policies {part.digest}"] = part
            case DepartmentPart():
                self.expected[f"departments {part.after.id}"] = part.after
            case OwnItemPart():
                pass  # its row is the revision that was shelved with it
            case TextPart():
                self.texts.append(part)
            case PatternPart():
                self.expected[f"evidence_patterns {part.school}"] = part.after

    def _renew(self, part: RenewPart) -> None:
        place = f"assessments {part.assessment}"
        started = self.expected.get(place)
        if isinstance(started, StartPart):
            self.expected[place] = replace(started, digest=part.after)


def replay_of(work: Work, assessment: int) -> AssessmentReplay:
    """Begin to replay an assessment."""
    return AssessmentReplay(evidence_ids(work, assessment))


def workspace_replay(work: Work) -> WorkspaceReplay:
    """Begin to replay the workspace itself."""
    return WorkspaceReplay(names_in(work))


def _schools(work: Work) -> dict[str, object]:
    return {f"schools {line.id}": listed.school_row(line) for line in work.all(compiled.SCHOOLS)}


def _departments(work: Work) -> dict[str, object]:
    return {f"departments {line.id}": rows.department_row(line) for line in work.all(compiled.DEPARTMENTS)}


def _patterns(work: Work) -> dict[str, object]:
    return {f"evidence_patterns {line.school_id}": line.pattern for line in work.all(compiled.PATTERNS)}


def _facts(work: Work) -> dict[str, object]:
    by_year = groupby(work.all(compiled.ALL_FACTS), lambda line: f"school_facts {line.school_id}/{line.year}")
    return {place: tuple(map(rows.fact, lines)) for place, lines in by_year}


def _started(work: Work) -> dict[str, object]:
    digests = {line.id: line.digest for line in work.all(compiled.POLICIES)}
    return {f"assessments {line.id}": _start(line, digests) for line in work.all(compiled.RECENT)}


def _shelved(work: Work) -> dict[str, object]:
    lines = work.all(compiled.POLICIES)
    return {f"policies {line.digest}": ShelvePart(line.slug, line.revision, line.digest) for line in lines}


def _texts(work: Work, slugs: Iterable[str]) -> Iterator[TextPart]:
    known = {*slugs, *(line.slug for line in work.all(compiled.POLICIES))}
    for slug in sorted(known):
        for line in reversed(work.all(compiled.TEXTS, slug=slug, limit=_ALL)):
            yield TextPart(line.slug, line.name, line.digest, lines_digest(line.lines))


def _in_order(texts: Iterable[TextPart]) -> dict[str, TextPart | None]:
    counted: Counter[str] = Counter()
    placed: dict[str, TextPart | None] = {}
    for part in texts:
        counted[part.slug] += 1
        placed[f"{part.slug} {counted[part.slug]}"] = part
    return placed


def _start(line: AssessmentLine, digests: Mapping[int, str]) -> StartPart:
    school, started_on = SchoolId(line.school_id), date.fromisoformat(line.started_on)
    digest = digests.get(line.policy_id, "")
    return StartPart(AssessmentId(line.id), school, line.slug, digest, line.year, started_on)
