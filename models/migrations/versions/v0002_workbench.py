"""The workbench: what the second round of tables adds, one function a noun."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"

_KEPT: tuple[str, ...] = (
    "departments",
    "evidence_particulars",
    "evidence_patterns",
    "overrulings",
    "findings",
    "finding_rounds",
    "finding_evidence",
)
"""Rows of these may change but are never deleted."""

_ADDED_ONLY: tuple[str, ...] = ("evidence_versions",)
"""Rows of these are never changed, either."""


def upgrade() -> None:
    """Lay the tables and the guards that keep their rows."""
    _evidence()
    _readings()
    _overrulings()
    _departments()
    _findings()
    _guards()


def _evidence() -> None:
    """Lay what an assessment says of its evidence, later files of a piece, and how schools number."""
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


def _readings() -> None:
    """Where a reading came from; all that were there were typed."""
    origin = sa.CheckConstraint("origin IN ('typed', 'base')", name=op.f("ck_readings_origin"))
    op.add_column("readings", sa.Column("origin", sa.Text(), origin, server_default="typed", nullable=False))


def _overrulings() -> None:
    """Lay what people judge otherwise than the rules do."""
    op.create_table(
        "overrulings",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("judgement", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "judgement IN ('reached', 'missed', 'not_due', 'cannot_tell')", name=op.f("ck_overrulings_judgement")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f("fk_overrulings_assessment_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "indicator", name=op.f("pk_overrulings")),
    )


def _departments() -> None:
    op.create_table(
        "departments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_departments_school_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_departments")),
        sa.UniqueConstraint("uuid", name=op.f("uq_departments_uuid")),
    )
    op.create_index(op.f("ix_departments_school_id"), "departments", ["school_id"], unique=False)


def _findings() -> None:
    """Shortfalls and how they are put right."""
    op.create_table(
        "findings",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=True),
        sa.Column("is_listed", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("problem", "basis", "cause", "measure", "kind")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("lead", "joint", "person")),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("found_on", "deadline", "reported")),
        sa.Column("report_words", sa.Text(), nullable=False),
        sa.Column("reported_on", sa.Text(), nullable=True),
        sa.Column("is_passed", sa.Boolean(), nullable=True),
        sa.Column("reviewed_by", sa.Text(), nullable=False),
        sa.Column("reviewed_on", sa.Text(), nullable=True),
        sa.Column("review_words", sa.Text(), nullable=False),
        sa.Column("recognised", sa.Text(), nullable=True),
        sa.Column("recognised_by", sa.Text(), nullable=False),
        sa.Column("recognised_on", sa.Text(), nullable=True),
        sa.Column("closed_on", sa.Text(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("reason", "changed_at", "changed_by")),
        *_finding_words(),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f("fk_findings_assessment_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "number", name=op.f("pk_findings")),
    )
    op.create_table(
        "finding_rounds",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("assessment_id", "finding", "number")),
        sa.Column("is_listed", sa.Boolean(), nullable=False),
        sa.Column("done_on", sa.Text(), nullable=True),
        sa.Column("percent", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("words", "person", "changed_at", "changed_by")),
        _of_a_finding("finding_rounds"),
        sa.PrimaryKeyConstraint("assessment_id", "finding", "number", name=op.f("pk_finding_rounds")),
    )
    op.create_table(
        "finding_evidence",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("assessment_id", "finding", "round")),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("attached", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("changed_at", "changed_by")),
        _of_a_finding("finding_evidence"),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_finding_evidence_evidence_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "finding", "round", "evidence_id", name=op.f("pk_finding_evidence")),
    )


def _finding_words() -> tuple[sa.CheckConstraint, ...]:
    outcomes = "'done', 'mostly', 'not_done'"
    words = {
        "state": "'mending', 'to_review', 'closed', 'withdrawn'",
        "kind": "'at_once', 'by_stages', 'lasting'",
        "reported": outcomes,
        "recognised": outcomes,
    }
    return tuple(
        sa.CheckConstraint(f"{one} IN ({some})", name=op.f(f"ck_findings_{one}")) for one, some in words.items()
    )


def _of_a_finding(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["assessment_id", "finding"],
        ["findings.assessment_id", "findings.number"],
        name=op.f(f"fk_{table}_assessment_id_finding"),
        ondelete="RESTRICT",
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
