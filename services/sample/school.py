"""A sample school with invented figures, so that the program can be tried before a real school is entered."""

import tomllib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from models.beside import made_beside
from models.identity import DATABASE
from models.places import is_mount
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Ownership, SchoolType, Status
from resources import resource
from services.checklist import Answer, Fact
from services.errors import FolderTakenError, NoSampleError
from services.feeding import Footing, offer_of
from services.judging import Reading
from services.progress import CancelledError, Progress, silent
from services.sample.evidence import date_evidence
from services.sample.findings import SampleFinding, enter_findings, finding_of
from services.sample.specimens import specimen
from services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SampleAnswer:
    """What the sample school says of one item, its readings and the names of its evidence."""

    item: ItemKey
    answer: Answer
    readings: tuple[tuple[IndicatorKey, Reading], ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SampleDepartment:
    """A department of the sample school."""

    name: str
    head: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample school under one policy."""

    name: str
    type: SchoolType
    ownership: Ownership
    place: str
    year: int
    reported_on: date
    facts: tuple[Fact, ...]
    last_year: tuple[Fact, ...]
    departments: tuple[SampleDepartment, ...]
    answers: tuple[SampleAnswer, ...]
    findings: tuple[SampleFinding, ...]


def sample(slug: str) -> Sample:
    """Read the sample school of a policy; raises NoSampleError where none is written."""
    if slug not in sampled():
        raise NoSampleError(slug, "、".join(sampled()))
    table = tomllib.loads(resource("sample", f"{slug}.toml").read_text("utf-8"), parse_float=Decimal)
    school = table["school"]
    return Sample(
        name=school["name"],
        type=SchoolType(school["type"]),
        ownership=Ownership(school["ownership"]),
        place=school["place"],
        year=school["year"],
        reported_on=school["reported_on"],
        facts=tuple(Fact(**fact) for fact in table["fact"]),
        last_year=tuple(Fact(**fact) for fact in table.get("last_year", ())),
        departments=tuple(SampleDepartment(**one) for one in table.get("department", ())),
        answers=tuple(_answer(row) for row in table["answer"]),
        findings=tuple(map(finding_of, table.get("finding", ()))),
    )


def sampled() -> tuple[str, ...]:
    """Name the policies that have a sample school."""
    return tuple(sorted(path.stem for path in resource("sample").glob("*.toml")))


def check_folder(folder: Path) -> None:
    """Refuse a folder that holds anything but a workspace; raises FolderTakenError."""
    if (folder / DATABASE).is_file():
        return
    if is_mount(folder) or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise FolderTakenError(folder)


def lay(folder: Path, slug: str, who: str, today: Callable[[], date] = date.today) -> None:
    """Lay a workspace with the sample school where there is none yet, whole or not at all.

    Raises FolderTakenError, NoSampleError, StoreError.
    """
    check_folder(folder)
    if (folder / DATABASE).is_file():
        return
    with made_beside(folder) as made, Workspace.open(made, who, today) as workspace:
        fill(workspace, slug)


def settle(workspace: Workspace, slug: str, progress: Progress = silent) -> AssessmentId:
    """Find the sample school's assessment in a workspace, or fill an empty one; raises FolderTakenError."""
    assessments = workspace.opening.assessments()
    if not assessments:
        return fill(workspace, slug, progress)
    wanted = (sample(slug).name, slug)
    for row in assessments:
        if (row.school.name, row.policy.slug) == wanted:
            return row.id
    raise FolderTakenError(workspace.folder)


def fill(workspace: Workspace, slug: str, progress: Progress = silent) -> AssessmentId:
    """Enter the sample school of a policy into a workspace and answer its checklist.

    It takes a few seconds and is not given up halfway: half a sample would look like a finished one.
    """
    school = sample(slug)
    registered = workspace.schools.register(
        school.name, type=school.type, ownership=school.ownership, place=school.place
    )
    workspace.schools.put_facts(registered, school.year - 1, school.last_year)
    workspace.schools.put_facts(registered, school.year, school.facts)
    for one in school.departments:
        workspace.departments.add(registered, one.name, head=one.head, contact=one.contact)
    assessment = workspace.assessments.start(registered, slug, school.year)
    for done, row in enumerate(school.answers, start=1):
        _enter(workspace, assessment, row)
        with suppress(CancelledError):
            progress.step(done, len(school.answers), row.item)
    _take_from_base_data(workspace, assessment)
    checklist = workspace.assessments.checklist(assessment)
    date_evidence(workspace.evidence, assessment, checklist, school.reported_on)
    enter_findings(workspace.findings, assessment, school.findings, school.reported_on)
    return assessment


def _enter(workspace: Workspace, assessment: AssessmentId, row: SampleAnswer) -> None:
    workspace.assessments.record(assessment, row.item, row.answer)
    for indicator, reading in row.readings:
        workspace.assessments.take_reading(assessment, indicator, reading)
    for name in row.evidence:
        workspace.evidence.attach_bytes(assessment, row.item, specimen(row.item, name), name)


def _take_from_base_data(workspace: Workspace, assessment: AssessmentId) -> None:
    """Let the readings that say what the base data say follow them, in one step."""
    checklist = workspace.assessments.checklist(assessment)
    offers = {
        row.indicator.key: offer_of(checklist.policy.slug, row, checklist.facts)
        for item in checklist.binding_items()
        for row in item.indicators
    }
    agreed = {key: one.reading for key, one in offers.items() if one.footing is Footing.AGREES and one.reading}
    workspace.assessments.take_readings(assessment, agreed)


def _answer(row: dict[str, Any]) -> SampleAnswer:
    readings = tuple((IndicatorKey(one.pop("indicator")), _reading(one)) for one in row.pop("reading", []))
    item, evidence = ItemKey(row.pop("item")), tuple(row.pop("evidence", []))
    return SampleAnswer(item, Answer(**{**row, "status": Status(row["status"])}), readings, evidence)


def _reading(row: dict[str, Any]) -> Reading:
    figures: dict[str, Any] = {
        name: None if row.get(name) is None else Decimal(row[name]) for name in ("value", "part", "whole")
    }
    return Reading(**figures, as_of=row.get("as_of"), source=row.get("source", ""))
