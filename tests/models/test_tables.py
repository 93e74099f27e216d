"""The mapped classes, the migrations, the guards and the compiled statements say the same."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from models import compiled, tables
from models.asking import Query
from models.guards import GUARDS
from models.identity import DATABASE
from models.store import Store
from models.tables.base import Base
from models.vocabulary import EvidenceKind, Status
from scripts.compile_statements import compiled as compile_now
from scripts.compile_statements import formatted
from services.checklist import Answer
from services.findings.findings import opened_number
from services.judging import Reading
from tests.builders import a_workspace, an_assessment

# Newer SQLite keeps statistics in a table of its own, sqlite_stat1.
_OURS = "type IN ('table', 'index') AND sql IS NOT NULL AND name NOT GLOB 'sqlite_*'"
_SCHEMA = f"SELECT name, sql FROM sqlite_schema WHERE {_OURS}"


def _lines(sql: str) -> list[str]:
    """Split a CREATE into its columns and constraints, which may stand in any order."""
    lines = sql.replace(", origin ", ",\norigin ").splitlines()  # an added column stands on the line of the one before
    return sorted(line.strip().rstrip(",") for line in lines)


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    Store.open(tmp_path).close()
    connection = sqlite3.connect(tmp_path / DATABASE)
    yield connection
    connection.close()


def test_the_migrations_lead_to_what_the_mapped_classes_say(migrated: sqlite3.Connection) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        Base.metadata.create_all(connection)
        mapped: dict[str, str] = {row[0]: row[1] for row in connection.exec_driver_sql(_SCHEMA)}
    engine.dispose()
    found = dict(migrated.execute(_SCHEMA))
    found.pop("alembic_version")
    assert found.keys() == mapped.keys()
    assert {name: _lines(sql) for name, sql in found.items()} == {name: _lines(sql) for name, sql in mapped.items()}


def test_the_guards_in_the_database_are_the_guards_we_know(migrated: sqlite3.Connection) -> None:
    assert dict(migrated.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")) == GUARDS


def test_the_compiled_statements_are_those_of_the_mapped_classes() -> None:
    written = Path(compiled.__file__).read_text(encoding="utf-8")
    assert written == formatted(compile_now()), "run scripts/compile_statements.py"


@pytest.mark.parametrize("name", [name for name, value in vars(compiled).items() if isinstance(value, Query)])
def test_every_query_answers_in_its_lines_fields(migrated: sqlite3.Connection, name: str) -> None:
    query = getattr(compiled, name)
    values = dict.fromkeys(re.findall(r":(\w+)", query.sql), 1)
    columns = [column[0] for column in migrated.execute(query.sql, values).description]
    assert len(columns) == len(query.line._fields)
    if len(columns) > 3:
        assert tuple(columns) == query.line._fields


def test_the_mapped_classes_read_what_the_program_wrote_in_our_types(tmp_path: Path) -> None:
    answer = Answer(Status.PARTLY_MET, "记录", due=date(2025, 9, 1))
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        row = next(workspace.assessments.checklist(assessment).items())
        workspace.assessments.record(assessment, row.key, answer)
        workspace.assessments.take_reading(
            assessment, row.indicators[0].indicator.key, Reading(Decimal("61.50"), as_of=date(2025, 6, 1))
        )
        workspace.evidence.attach_paper(assessment, row.key, "柜")
    engine = create_engine(f"sqlite:///{tmp_path / DATABASE}")
    with Session(engine) as session:
        kept = session.scalars(select(tables.AnswerRecord)).one()
        assert (kept.status, kept.note, kept.due) == (Status.PARTLY_MET, "记录", date(2025, 9, 1))
        assert kept.changed_at.tzinfo is not None
        assert kept.changed_at <= datetime.now(UTC)
        assert session.scalars(select(tables.ReadingRecord)).one().value == Decimal("61.50")
        assert session.scalars(select(tables.EvidenceRecord)).one().kind is EvidenceKind.PAPER
        assert session.scalars(select(tables.EvidenceLinkRecord)).one().attached is True
        assert session.scalars(select(tables.PolicyRecord)).one().issued_on == date(2025, 1, 2)
    engine.dispose()


def test_the_mapped_classes_write_what_the_program_reads(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        an_assessment(workspace)
    engine = create_engine(f"sqlite:///{tmp_path / DATABASE}")
    with Session(engine) as session:
        school = session.scalars(select(tables.SchoolRecord)).one()
        school.name = "改名学校"
        session.commit()
    engine.dispose()
    with a_workspace(tmp_path) as workspace:
        assert workspace.opening.schools()[0].name == "改名学校"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a row in every table that keeps its rows."""
    folder: Path = tmp_path_factory.mktemp("written")
    with a_workspace(folder) as workspace:
        assessment = an_assessment(workspace)
        row = next(workspace.assessments.checklist(assessment).items())
        workspace.assessments.record(assessment, row.key, Answer(Status.MET))
        workspace.assessments.take_reading(assessment, row.indicators[0].indicator.key, Reading(Decimal(1)))
        workspace.evidence.attach_paper(assessment, row.key, "柜")
        number = opened_number(workspace.findings.open_from(assessment, row.key))
        workspace.findings.add_round(assessment, number, on=date(2025, 6, 1), percent=10, words="做")
        workspace.findings.attach_bytes(assessment, number, b"x", "规程.txt")
        workspace.departments.add(workspace.opening.schools()[0].id, "教务处")
        official = folder / "方案.txt"
        official.write_text("试点市职业教育方案", encoding="utf-8")
        workspace.official_texts.keep("test", official)
    return folder / DATABASE


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE changes SET who = 'x'",
        "DELETE FROM changes",
        "REPLACE INTO changes SELECT * FROM changes",
        "DELETE FROM answers",
        "DELETE FROM readings",
        "DELETE FROM evidence_links",
        "DELETE FROM findings",
        "DELETE FROM finding_rounds",
        "DELETE FROM finding_evidence",
        "UPDATE findings SET state = 'perhaps'",
        "DELETE FROM evidence",
        "DELETE FROM assessments",
        "DELETE FROM schools",
        "DELETE FROM departments",
        "DELETE FROM policies",
        "UPDATE policies SET title = 'x'",
        "DELETE FROM policy_items",
        "UPDATE policy_items SET text = 'x'",
        "DELETE FROM texts",
        "UPDATE texts SET lines = 'x'",
        "UPDATE answers SET status = 'perhaps'",
    ],
)
def test_the_database_itself_refuses_to_lose_what_was_written(tmp_path: Path, written: Path, statement: str) -> None:
    shutil.copy(written, tmp_path / DATABASE)
    with closing(Store.open(tmp_path)) as store, pytest.raises(sqlite3.IntegrityError):
        store._connection.execute(statement)
