"""Schools and their base figures."""

from datetime import date
from pathlib import Path

import pytest

from models.vocabulary import Ownership, SchoolType
from services.checklist import Fact
from services.errors import NameMissingError, TextTooLongError
from tests.builders import a_school, a_workspace


def test_a_school_is_listed_as_it_was_registered(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        school = workspace.schools.register(
            " 安化县职业中专学校 ", type=SchoolType.COUNTY_CENTRE, ownership=Ownership.PRIVATE, place="益阳市安化县"
        )
        row = workspace.schools.listed()[0]
        assert (row.id, row.name, row.place) == (school, "安化县职业中专学校", "益阳市安化县")
        assert (row.type, row.ownership) == (SchoolType.COUNTY_CENTRE, Ownership.PRIVATE)


@pytest.mark.parametrize(
    ("name", "refusal"), [("", NameMissingError), (" \u3000", NameMissingError), ("名" * 100_001, TextTooLongError)]
)
def test_a_school_needs_a_name_of_some_length(tmp_path: Path, name: str, refusal: type[Exception]) -> None:
    with a_workspace(tmp_path) as workspace:
        with pytest.raises(refusal):
            a_school(workspace, name)
        assert workspace.schools.listed() == ()


def test_facts_are_kept_by_year_in_their_order(tmp_path: Path) -> None:
    facts = (
        Fact("在校生", "1200", "人", date(2025, 9, 1), "学籍系统"),
        Fact("专任教师", "86", "人"),
        Fact("在校生", "", ""),
    )
    with a_workspace(tmp_path) as workspace:
        school = a_school(workspace)
        workspace.schools.put_facts(school, 2025, facts)
        workspace.schools.put_facts(school, 2024, facts[:1])
        workspace.schools.put_facts(school, 2024, facts[1:2])
        assert workspace.schools.facts(school, 2025) == facts
        assert workspace.schools.facts(school, 2024) == facts[1:2]
        assert workspace.schools.facts(school, 2023) == ()


def test_a_fact_that_is_refused_leaves_the_old_ones(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        school = a_school(workspace)
        workspace.schools.put_facts(school, 2025, [Fact("在校生", "1200")])
        with pytest.raises(TextTooLongError):
            workspace.schools.put_facts(school, 2025, [Fact("专任教师", "1" * 100_001)])
        assert workspace.schools.facts(school, 2025) == (Fact("在校生", "1200"),)
