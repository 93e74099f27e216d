"""The workbench: what the second round of tables adds, one function a noun."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"

_KEPT: tuple[str, ...] = ("evidence_particulars", "evidence_patterns")
"""Rows of these may change but are never deleted."""

_ADDED_ONLY: tuple[str, ...] = ("evidence_versions",)
"""Rows of these are never changed, either."""


def upgrade() -> None:
    """Lay the tables and the guards that keep their rows."""
    _evidence()
    _guards()


def _evidence() -> None:
    """What an assessment says of its evidence, later files of a piece, and how schools number."""
    op.create_table(
        "evidence_particulars",
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("formed_on", sa.Text(), nullable=True),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        *_of_a_piece("evidence_particulars"),
        sa.PrimaryKeyConstraint("evidence_id", "assessment_id", name=op.f("pk_evidence_particulars")),
        sa.UniqueConstraint("assessment_id", "number", name=op.f("uq_evidence_particulars_assessment_id_number")),
    )
    op.create_index(
        op.f("ix_evidence_particulars_assessment_id_series_sequence"),
        "evidence_particulars",
        ["assessment_id", "series", "sequence"],
    )
    op.create_table(
        "evidence_versions",
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        *_of_a_piece("evidence_versions"),
        sa.PrimaryKeyConstraint("evidence_id", "assessment_id", "version", name=op.f("pk_evidence_versions")),
    )
    op.create_table(
        "evidence_patterns",
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_evidence_patterns_school_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("school_id", name=op.f("pk_evidence_patterns")),
    )


def _of_a_piece(table: str) -> tuple[sa.ForeignKeyConstraint, ...]:
    return tuple(
        sa.ForeignKeyConstraint(
            [f"{noun}_id"], [f"{target}.id"], name=op.f(f"fk_{table}_{noun}_id"), ondelete="RESTRICT"
        )
        for noun, target in (("assessment", "assessments"), ("evidence", "evidence"))
    )


def _guards() -> None:
    for table in _KEPT:
        _guard(table, "DELETE")
    for table in _ADDED_ONLY:
        _guard(table, "UPDATE")
        _guard(table, "DELETE")


def _guard(table: str, verb: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_keep_{verb.lower()} BEFORE {verb} ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table} keeps its rows'); END"
    )
