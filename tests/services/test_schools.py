"""Schools and their base figures."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.asking import Command
from models.vocabulary import Ownership, SchoolType
from models.work import Value, Work
from services.checklist import Fact
from services.errors import NameMissingError, TextTooLongError
from services.trail.changes import FactsPart, SchoolPart, StartPart
from services.verifying import verify
from tests.builders import a_policy, a_school, a_workspace, amend_school, an_assessment


def _failing_at(work: Work, beginning: str) -> Callable[..., int]:
    """Write as before, but fail at statements that begin so."""
    do = work.do

    def fails(command: Command, **values: Value) -> int:
        if command.sql.startswith(beginning):
            raise OSError(beginning)
        return do(command, **values)

    return fails


def test_a_school_is_listed_as_it_was_registered(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        school = workspace.schools.register(
            " 安化县职业中专学校 ", type=SchoolType.COUNTY_CENTRE, ownership=Ownership.PRIVATE, place="益阳市安化县"
        )
        row = workspace.opening.schools()[0]
        assert (row.id, row.name, row.place) == (school, "安化县职业中专学校", "益阳市安化县")
        assert (row.type, row.ownership) == (SchoolType.COUNTY_CENTRE, Ownership.PRIVATE)


@pytest.mark.parametrize(
    ("name", "refusal"), [("", NameMissingError), (" \u3000", NameMissingError), ("名" * 100_001, TextTooLongError)]
)
def test_a_school_needs_a_name_of_some_length(tmp_path: Path, name: str, refusal: type[Exception]) -> None:
    with a_workspace(tmp_path) as workspace:
        with pytest.raises(refusal):
            a_school(workspace, name)
        assert workspace.opening.schools() == ()


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


def test_every_edit_of_a_school_leaves_a_change_with_before_and_after(tmp_path: Path) -> None:
    fact = Fact("在校生", "1200", "人", date(2025, 9, 1), "学籍系统")
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        first = workspace.opening.schools()[0]
        second = replace(first, name="改名学校", type=SchoolType.COLLEGE)
        amend_school(workspace, replace(second, name=" 改名学校 "))
        workspace.schools.put_facts(first.id, 2025, [fact])
        done = workspace.schools.put_facts(first.id, 2025, [])
        trail = workspace.schools.trail()
        assert (trail[0],) == done.noted
        assert [change.seq for change in trail] == [5, 4, 3, 2, 1]
        assert {change.who for change in trail} == {"王老师"}
        assert [change.parts[0] for change in reversed(trail)] == [
            SchoolPart(None, first),
            StartPart(assessment, first.id, "test", a_policy().digest, 2025, date(2025, 6, 30)),
            SchoolPart(first, second),
            FactsPart(first.id, 2025, (), (fact,)),
            FactsPart(first.id, 2025, (fact,), ()),
        ]
        assert workspace.assessments.trail(assessment) == ()


def test_writing_the_same_again_leaves_no_trace(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        a_school(workspace)
        row = workspace.opening.schools()[0]
        workspace.schools.put_facts(row.id, 2025, [Fact("在校生", "1200")])
        again = workspace.schools.put_facts(row.id, 2025, [Fact("在校生", "1200")])
        amended = amend_school(workspace, row)
        assert again.is_empty
        assert amended.is_empty
        assert [change.seq for change in workspace.schools.trail()] == [2, 1]


def test_an_edit_and_its_change_are_kept_together_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_workspace(tmp_path) as workspace:
        a_school(workspace)
        row = workspace.opening.schools()[0]

        monkeypatch.setattr(workspace._store._work, "do", _failing_at(workspace._store._work, "INSERT INTO changes"))
        with pytest.raises(OSError, match="changes"):
            amend_school(workspace, replace(row, name="新名"))
        with pytest.raises(OSError, match="changes"):
            workspace.assessments.start(row.id, "test", 2025)
        monkeypatch.undo()
        assert workspace.opening.schools() == (row,)
        assert workspace.opening.assessments() == ()
    assert verify(tmp_path).problems == ()


def test_a_fact_that_is_refused_leaves_the_old_ones(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        school = a_school(workspace)
        workspace.schools.put_facts(school, 2025, [Fact("在校生", "1200")])
        with pytest.raises(TextTooLongError):
            workspace.schools.put_facts(school, 2025, [Fact("专任教师", "1" * 100_001)])
        assert workspace.schools.facts(school, 2025) == (Fact("在校生", "1200"),)
