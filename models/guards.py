"""Triggers by which the database itself refuses to lose what a person wrote."""

KEPT = (
    "answers",
    "readings",
    "evidence",
    "evidence_links",
    "evidence_particulars",
    "evidence_patterns",
    "departments",
    "findings",
    "finding_rounds",
    "finding_evidence",
    "assessments",
    "schools",
    "overrulings",
    "passages",
    "report_settings",
    "editions",
    "workspace",
)
"""Rows of these may change, each change being in the trail, but are never deleted."""

SHELVED = (
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
"""Rows of these are never changed, as assessments stay on the revision they were started with."""

ADDED_ONLY = ("changes", "evidence_versions")
"""Rows of these are never changed at all."""


def _guard(table: str, verb: str) -> tuple[str, str]:
    name = f"{table}_keep_{verb.lower()}"
    return name, (
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} keeps its rows'); END"
    )


FROZEN = (
    *("id", "assessment_id", "number", "seq", "fingerprint", "snapshot"),
    *("paper_sha256", "paper_name", "paper_missing", "paper_size", "paper_pages"),
    *("signers", "frozen_at", "frozen_by"),
)
"""What of an edition is never changed; its state, the reason and the signed scan may be."""


def _frozen_guard() -> tuple[str, str]:
    name = "editions_keep_update"
    columns = ", ".join(FROZEN)
    return name, (
        f"CREATE TRIGGER {name} BEFORE UPDATE OF {columns} ON editions"
        " BEGIN SELECT RAISE(ABORT, 'editions keeps its rows'); END"
    )


GUARDS: dict[str, str] = dict(
    [_guard(table, verb) for table in ADDED_ONLY for verb in ("UPDATE", "DELETE")]
    + [_guard(table, "DELETE") for table in KEPT]
    + [_guard(table, verb) for table in SHELVED for verb in ("UPDATE", "DELETE")]
    + [_frozen_guard()]
)
"""Name and text of every trigger; a database with others, or with others' words, is not trusted."""
