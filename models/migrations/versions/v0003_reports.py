"""Reports: what people write for them and how they are made, one function a noun."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"

_KEPT: tuple[str, ...] = ("passages", "report_settings", "editions")
"""Rows of these may change but are never deleted."""


def upgrade() -> None:
    """Lay the tables and the guards that keep their rows."""
    _passages()
    _report_settings()
    _editions()
    _guards()
    _frozen_guard()


def _passages() -> None:
    """Lay what people write in place of the program's drafts."""
    op.create_table(
        "passages",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "name IN ('basics', 'work', 'achievements', 'problems', 'outlook')", name=op.f("ck_passages_name")
        ),
        _of_an_assessment("passages"),
        sa.PrimaryKeyConstraint("assessment_id", "name", name=op.f("pk_passages")),
    )


def _report_settings() -> None:
    """Lay how each assessment's report is made."""
    op.create_table(
        "report_settings",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("authority", "principal", "annexes")),
        sa.Column("is_duplex", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("changed_at", "changed_by")),
        _of_an_assessment("report_settings"),
        sa.PrimaryKeyConstraint("assessment_id", name=op.f("pk_report_settings")),
    )


def _editions() -> None:
    """Lay what was frozen to be signed."""
    op.create_table(
        "editions",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("assessment_id", "number", "seq")),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("snapshot", sa.LargeBinary(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("paper_sha256", "paper_name", "paper_missing")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("paper_size", "paper_pages")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("signers", "frozen_at", "frozen_by")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("state", "reason", "scan_sha256", "scan_name")),
        sa.Column("scan_size", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("changed_at", "changed_by")),
        sa.CheckConstraint("state IN ('current', 'withdrawn')", name=op.f("ck_editions_state")),
        _of_an_assessment("editions"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_editions")),
        sa.UniqueConstraint("assessment_id", "number", name=op.f("uq_editions_assessment_id_number")),
    )
    op.create_index(op.f("ix_editions_fingerprint"), "editions", ["fingerprint"])


def _of_an_assessment(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["assessment_id"], ["assessments.id"], name=op.f(f"fk_{table}_assessment_id"), ondelete="RESTRICT"
    )


def _guards() -> None:
    for table in _KEPT:
        op.execute(
            f"CREATE TRIGGER {table}_keep_delete BEFORE DELETE ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} keeps its rows'); END"
        )


def _frozen_guard() -> None:
    op.execute(
        "CREATE TRIGGER editions_keep_update BEFORE UPDATE OF id, assessment_id, number, seq, fingerprint, snapshot,"
        " paper_sha256, paper_name, paper_missing, paper_size, paper_pages, signers, frozen_at, frozen_by ON editions"
        " BEGIN SELECT RAISE(ABORT, 'editions keeps its rows'); END"
    )
