"""Parts of a workspace's own changes as text and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import AssessmentId, DepartmentId, ItemKey, Ownership, SchoolId, SchoolType
from services.checklist import DepartmentRow, Fact
from services.listed import SchoolRow
from services.trail.changes import (
    DepartmentPart,
    FactsPart,
    OwnItemPart,
    RenewPart,
    SchoolPart,
    ShelvePart,
    StartPart,
    WorkspacePart,
)
from services.trail.uuids import ids_of
from services.trail.workspace_parts import Names, parts_of, text_of

NAMES = Names(
    ids_of([("school-uuid", SchoolId(3))]),
    ids_of([("assessment-uuid", AssessmentId(5))]),
    ids_of([("department-uuid", DepartmentId(7))]),
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
FACTS = st.lists(st.builds(Fact, TEXTS, TEXTS, TEXTS, st.none() | DAYS, TEXTS), max_size=3).map(tuple)
SCHOOL = st.just(SchoolId(3))
ROWS = st.builds(SchoolRow, SCHOOL, TEXTS, st.sampled_from(SchoolType), st.sampled_from(Ownership), TEXTS)
DEPARTMENTS = st.builds(
    DepartmentRow, st.just(DepartmentId(7)), SCHOOL, TEXTS, TEXTS, TEXTS, st.integers(0, 99), st.booleans()
)
PARTS: st.SearchStrategy[WorkspacePart] = st.one_of(
    st.builds(SchoolPart, st.none() | ROWS, ROWS),
    st.builds(DepartmentPart, st.none() | DEPARTMENTS, DEPARTMENTS),
    st.builds(FactsPart, SCHOOL, st.integers(2000, 2100), FACTS, FACTS),
    st.builds(ShelvePart, TEXTS, st.integers(1, 99), TEXTS),
    st.builds(OwnItemPart, TEXTS, TEXTS.map(ItemKey), TEXTS, TEXTS),
    st.builds(RenewPart, st.just(AssessmentId(5)), TEXTS, TEXTS),
    st.builds(StartPart, st.just(AssessmentId(5)), SCHOOL, TEXTS, TEXTS, st.integers(2000, 2100), DAYS),
)


@given(st.lists(PARTS, max_size=3))
def test_parts_come_back_as_they_were(parts: list[WorkspacePart]) -> None:
    assert parts_of(text_of(parts, NAMES), NAMES) == tuple(parts)


def test_schools_and_assessments_go_by_their_uuids() -> None:
    part = StartPart(AssessmentId(5), SchoolId(3), "test", "digest", 2025, date(2025, 6, 30))
    assert text_of([part], NAMES) == (
        '[{"assessment":"assessment-uuid","digest":"digest","kind":"start","school":"school-uuid",'
        '"slug":"test","started_on":"2025-06-30","year":2025}]'
    )


def test_rows_that_are_gone_are_told_apart_and_are_no_row_there_is() -> None:
    ids = ids_of([("here", SchoolId(1))])
    gone = [ids["one"], ids["other"], ids["one"]]
    assert gone[0] == gone[2] != gone[1]
    assert all(id < 0 for id in gone)
    assert ids["here"] == 1


def test_a_row_that_is_not_there_is_not_written_of() -> None:
    part = FactsPart(SchoolId(9), 2025, (), ())
    with pytest.raises(LookupError):
        text_of([part], NAMES)
