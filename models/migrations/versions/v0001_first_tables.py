"""The first tables: policies by revision, official texts, schools, assessments, answers, evidence, the trail."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None

_KEPT = ("answers", "readings", "evidence", "evidence_links", "assessments", "schools", "workspace")
_SHELVED = (
    "policy_sections",
    "policy_measures",
    "policy_units",
    "policy_items",
    "policy_indicators",
    "policy_terms",
    "policy_notes",
    "policy_idle_numerals",
    "policies",
    "texts",
)


def upgrade() -> None:
    """Lay the tables and the guards that keep their rows."""
    _workspace()
    _policies()
    _clauses()
    _figures()
    _texts()
    _schools()
    _assessments()
    _answers()
    _evidence()
    _trail()
    _guards()


def _workspace() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    workspace = op.create_table(
        "workspace",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_workspace_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workspace")),
    )
    op.bulk_insert(workspace, [{"id": 1, "uuid": str(uuid4()), "head_seq": 0, "head_hash": ""}])


def _policies() -> None:
    op.create_table(
        "policies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("doc_number", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("lead_rule", sa.Text(), nullable=False),
        sa.Column("measures", sa.Integer(), nullable=False),
        sa.Column("items", sa.Integer(), nullable=False),
        sa.Column("indicators", sa.Integer(), nullable=False),
        sa.Column("shelved_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "lead_rule IN ('first_listed', 'marked', 'bold_lost', 'unmarked', 'no_units')",
            name=op.f("ck_policies_lead_rule"),
        ),
        sa.CheckConstraint("state IN ('formal', 'draft', 'work_plan')", name=op.f("ck_policies_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policies")),
        sa.UniqueConstraint("digest", name=op.f("uq_policies_digest")),
    )
    op.create_index(op.f("ix_policies_slug"), "policies", ["slug"], unique=False)
    op.create_table(
        "policy_terms",
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policies.id"], name=op.f("fk_policy_terms_policy_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("policy_id", "position", name=op.f("pk_policy_terms")),
    )
    op.create_table(
        "policy_notes",
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("says", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policies.id"], name=op.f("fk_policy_notes_policy_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("policy_id", "position", name=op.f("pk_policy_notes")),
    )
    op.create_table(
        "policy_idle_numerals",
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policies.id"], name=op.f("fk_policy_idle_numerals_policy_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("policy_id", "position", name=op.f("pk_policy_idle_numerals")),
    )


def _clauses() -> None:
    op.create_table(
        "policy_sections",
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('goal', 'task', 'safeguard')", name=op.f("ck_policy_sections_kind")),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policies.id"], name=op.f("fk_policy_sections_policy_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("policy_id", "position", name=op.f("pk_policy_sections")),
    )
    op.create_table(
        "policy_measures",
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('goal', 'task', 'safeguard')", name=op.f("ck_policy_measures_kind")),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policies.id"], name=op.f("fk_policy_measures_policy_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("policy_id", "position", name=op.f("pk_policy_measures")),
        sa.UniqueConstraint("policy_id", "ref", name=op.f("uq_policy_measures_policy_id_ref")),
    )
    op.create_table(
        "policy_units",
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.CheckConstraint("role IN ('lead', 'participant', 'responsible')", name=op.f("ck_policy_units_role")),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policies.id"], name=op.f("fk_policy_units_policy_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("policy_id", "position", name=op.f("pk_policy_units")),
    )
    op.create_table(
        "policy_items",
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("types", sa.Text(), nullable=False),
        sa.Column("named", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("anchors", sa.Text(), nullable=False),
        sa.Column("deadline", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "addressee IN ('school', 'government', 'enterprise', 'shared')", name=op.f("ck_policy_items_addressee")
        ),
        sa.CheckConstraint(
            "modality IN ('must', 'support', 'encourage', 'may')", name=op.f("ck_policy_items_modality")
        ),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policies.id"], name=op.f("fk_policy_items_policy_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("policy_id", "position", name=op.f("pk_policy_items")),
        sa.UniqueConstraint("policy_id", "key", name=op.f("uq_policy_items_policy_id_key")),
    )


def _figures() -> None:
    op.create_table(
        "policy_indicators",
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("comparator", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("max", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("deadline", sa.Text(), nullable=False),
        sa.Column("frequency", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("ratio_part", sa.Text(), nullable=False),
        sa.Column("ratio_whole", sa.Text(), nullable=False),
        sa.Column("ratio_unit", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "comparator IN ('>=', '<=', '=', '>', '<', '~', 'range')", name=op.f("ck_policy_indicators_comparator")
        ),
        sa.CheckConstraint(
            "level IN ('nation', 'province', 'city', 'county', 'school')", name=op.f("ck_policy_indicators_level")
        ),
        sa.CheckConstraint(
            "scope IN ('city_total', 'each_county', 'each_school', 'each_person', 'named')",
            name=op.f("ck_policy_indicators_scope"),
        ),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policies.id"], name=op.f("fk_policy_indicators_policy_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("policy_id", "position", name=op.f("pk_policy_indicators")),
        sa.UniqueConstraint("policy_id", "key", name=op.f("uq_policy_indicators_policy_id_key")),
    )


def _texts() -> None:
    op.create_table(
        "texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.Column("kept_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_texts")),
    )
    op.create_index(op.f("ix_texts_slug"), "texts", ["slug"], unique=False)


def _schools() -> None:
    op.create_table(
        "schools",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("ownership", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("registered_at", sa.Text(), nullable=False),
        sa.CheckConstraint("ownership IN ('public', 'private')", name=op.f("ck_schools_ownership")),
        sa.CheckConstraint(
            "type IN ('secondary', 'technician', 'college', 'undergraduate', 'county_centre')",
            name=op.f("ck_schools_type"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schools")),
        sa.UniqueConstraint("uuid", name=op.f("uq_schools_uuid")),
    )
    op.create_table(
        "school_facts",
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_school_facts_school_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("school_id", "year", "position", name=op.f("pk_school_facts")),
    )


def _assessments() -> None:
    op.create_table(
        "assessments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Text(), nullable=False),
        sa.Column("edited_at", sa.Text(), nullable=False),
        sa.Column("edited_no", sa.Integer(), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.Text(), nullable=False),
        sa.Column("met", sa.Integer(), nullable=False),
        sa.Column("partly_met", sa.Integer(), nullable=False),
        sa.Column("not_met", sa.Integer(), nullable=False),
        sa.Column("not_applicable", sa.Integer(), nullable=False),
        sa.Column("unanswered", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policies.id"], name=op.f("fk_assessments_policy_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_assessments_school_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessments")),
        sa.UniqueConstraint("school_id", "slug", "year", name=op.f("uq_assessments_school_id_slug_year")),
        sa.UniqueConstraint("uuid", name=op.f("uq_assessments_uuid")),
    )
    op.create_index(op.f("ix_assessments_policy_id"), "assessments", ["policy_id"], unique=False)


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("missing", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("needs_review", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "status IN ('unanswered', 'met', 'partly_met', 'not_met', 'not_applicable')", name=op.f("ck_answers_status")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f("fk_answers_assessment_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "item", name=op.f("pk_answers")),
    )
    op.create_table(
        "readings",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("part", sa.Text(), nullable=True),
        sa.Column("whole", sa.Text(), nullable=True),
        sa.Column("as_of", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f("fk_readings_assessment_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "indicator", name=op.f("pk_readings")),
    )


def _evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("whereabouts", sa.Text(), nullable=False),
        sa.Column("formed_on", sa.Text(), nullable=True),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('file', 'photo', 'link', 'paper')", name=op.f("ck_evidence_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("uuid", name=op.f("uq_evidence_uuid")),
    )
    op.create_table(
        "evidence_links",
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("attached", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f("fk_evidence_links_assessment_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_evidence_links_evidence_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("evidence_id", "assessment_id", "item", name=op.f("pk_evidence_links")),
        sa.UniqueConstraint(
            "assessment_id", "item", "sequence", name=op.f("uq_evidence_links_assessment_id_item_sequence")
        ),
    )


def _trail() -> None:
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("prev", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f("fk_changes_assessment_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
        sa.UniqueConstraint("assessment_id", "seq", name=op.f("uq_changes_assessment_id_seq")),
    )
    of_no_assessment = sa.text("assessment_id IS NULL")
    op.create_index(op.f("ix_changes_of_workspace"), "changes", ["seq"], unique=True, sqlite_where=of_no_assessment)


def _guards() -> None:
    for table in _KEPT:
        _guard(table, "DELETE")
    for table in ("changes", *_SHELVED):
        _guard(table, "UPDATE")
        _guard(table, "DELETE")


def _guard(table: str, verb: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_keep_{verb.lower()} BEFORE {verb} ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table} keeps its rows'); END"
    )
