"""The parts of a workspace's own changes as canonical JSON; schools and assessments go by their uuids."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from models import compiled
from models.trail import canonical
from models.vocabulary import AssessmentId, DepartmentId, ItemKey, Ownership, SchoolId, SchoolType
from models.work import Work
from services.checklist import DepartmentRow, Fact
from services.listed import SchoolRow, school_values
from services.rows import day, department_values, fact_values
from services.trail.changes import (
    DepartmentPart,
    FactsPart,
    OwnItemPart,
    PatternPart,
    RenewPart,
    SchoolPart,
    ShelvePart,
    StartPart,
    TextPart,
    WorkspacePart,
)
from services.trail.uuids import Ids, ids_of

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of a workspace's schools, assessments and departments by their uuids."""

    schools: Ids[SchoolId]
    assessments: Ids[AssessmentId]
    departments: Ids[DepartmentId]


def names_in(work: Work) -> Names:
    """Read all uuids there are."""
    return Names(
        schools=ids_of((line.uuid, SchoolId(line.id)) for line in work.all(compiled.SCHOOLS)),
        assessments=ids_of((line.uuid, AssessmentId(line.id)) for line in work.all(compiled.RECENT)),
        departments=ids_of((line.uuid, DepartmentId(line.id)) for line in work.all(compiled.DEPARTMENTS)),
    )


def text_of(parts: Iterable[WorkspacePart], names: Names) -> str:
    """Write parts down."""
    return canonical([_written(part, names) for part in parts])


def parts_of(text: str, names: Names) -> tuple[WorkspacePart, ...]:
    """Read parts back."""
    return tuple(_READERS[one["kind"]](one, names) for one in json.loads(text))


def _written(part: WorkspacePart, names: Names) -> Json:
    match part:
        case SchoolPart(before, after):
            values = {"before": school_values(before) if before else None, "after": school_values(after)}
            return {"kind": "school", "school": names.schools.uuid(after.id), **values}
        case FactsPart(school, year, before, after):
            facts = {"before": list(map(fact_values, before)), "after": list(map(fact_values, after))}
            return {"kind": "facts", "school": names.schools.uuid(school), "year": year, **facts}
        case StartPart(assessment, school, slug, digest, year, started_on):
            uuids = {"assessment": names.assessments.uuid(assessment), "school": names.schools.uuid(school)}
            policy = {"slug": slug, "digest": digest}
            return {"kind": "start", **uuids, **policy, "year": year, "started_on": started_on.isoformat()}
        case RenewPart(assessment, earlier, later):
            uuid = names.assessments.uuid(assessment)
            return {"kind": "renew", "assessment": uuid, "before": earlier, "after": later}
        case ShelvePart(slug, revision, digest):
            return {"kind": "shelve", "slug": slug, "revision": revision, "digest": digest}
        case OwnItemPart(slug, item, earlier, later):
            return {"kind": "own_item", "slug": slug, "item": item, "before": earlier, "after": later}
        case DepartmentPart(before, after):
            uuids = {"department": names.departments.uuid(after.id), "school": names.schools.uuid(after.school)}
            there = {"before": department_values(before) if before else None, "after": department_values(after)}
            return {"kind": "department", **uuids, **there}
        case TextPart(slug, name, digest, lines):
            return {"kind": "text", "slug": slug, "name": name, "digest": digest, "lines": lines}
        case PatternPart(school, earlier, later):
            return {"kind": "pattern", "school": names.schools.uuid(school), "before": earlier, "after": later}


def _school_part(one: Json, names: Names) -> WorkspacePart:
    school = names.schools[one["school"]]
    return SchoolPart(_school(school, one["before"]) if one["before"] else None, _school(school, one["after"]))


def _facts_part(one: Json, names: Names) -> WorkspacePart:
    before, after = (tuple(map(_fact, one[name])) for name in ("before", "after"))
    return FactsPart(names.schools[one["school"]], one["year"], before, after)


def _start_part(one: Json, names: Names) -> WorkspacePart:
    assessment, school = names.assessments[one["assessment"]], names.schools[one["school"]]
    started_on = date.fromisoformat(one["started_on"])
    return StartPart(assessment, school, one["slug"], one["digest"], one["year"], started_on)


def _renew_part(one: Json, names: Names) -> WorkspacePart:
    return RenewPart(names.assessments[one["assessment"]], one["before"], one["after"])


def _shelve_part(one: Json, _names: Names) -> WorkspacePart:
    return ShelvePart(one["slug"], one["revision"], one["digest"])


def _own_item_part(one: Json, _names: Names) -> WorkspacePart:
    return OwnItemPart(one["slug"], ItemKey(one["item"]), one["before"], one["after"])


def _text_part(one: Json, _names: Names) -> WorkspacePart:
    return TextPart(one["slug"], one["name"], one["digest"], one["lines"])


def _pattern_part(one: Json, names: Names) -> WorkspacePart:
    return PatternPart(names.schools[one["school"]], one["before"], one["after"])


def _department_part(one: Json, names: Names) -> WorkspacePart:
    key = (names.departments[one["department"]], names.schools[one["school"]])
    before, after = (_department(*key, one[name]) if one[name] else None for name in ("before", "after"))
    assert after is not None
    return DepartmentPart(before, after)


def _department(id: DepartmentId, school: SchoolId, values: Json) -> DepartmentRow:
    return DepartmentRow(id, school, **{**values, "is_retired": bool(values["is_retired"])})


_READERS: dict[str, Callable[[Json, Names], WorkspacePart]] = {
    "school": _school_part,
    "facts": _facts_part,
    "start": _start_part,
    "renew": _renew_part,
    "shelve": _shelve_part,
    "own_item": _own_item_part,
    "department": _department_part,
    "text": _text_part,
    "pattern": _pattern_part,
}


def _school(school: SchoolId, values: Json) -> SchoolRow:
    return SchoolRow(
        school, **{**values, "type": SchoolType(values["type"]), "ownership": Ownership(values["ownership"])}
    )


def _fact(values: Json) -> Fact:
    return Fact(**{**values, "as_of": day(values["as_of"])})
