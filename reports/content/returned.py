"""What task sheets that came back would do to an assessment, as lines for people and as values for scripts."""

from typing import Any

from checklists.key_labels import label_of
from models.vocabulary import Status
from reports.wording import say
from resources import word
from resources.refusals import sentence
from services.intake.comparing import Comparison, Difference, Effect
from services.intake.form import Value, plain


def in_words(value: Value) -> str:
    """Say a value as people read it, "" where there is none."""
    return word(value) if isinstance(value, Status) else plain(value)


def lines_of(found: Comparison, *, is_done: bool) -> list[str]:
    """Tell what changes, what both sides changed, and in sum how it stands."""
    lines = [_line(one) for one in (*found.of(Effect.CHANGE), *found.of(Effect.CONFLICT))]
    return [*lines, say("returned.done" if is_done else "returned.sum", **_counts(found))]


def content_of(found: Comparison, *, is_done: bool) -> dict[str, Any]:
    """Give it as JSON values."""
    return {
        "assessment": found.assessment,
        "is_done": is_done,
        **_counts(found),
        "earlier_revision": [path.name for path in found.earlier],
        "changes": [_values(one) for one in found.of(Effect.CHANGE)],
        "conflicts": [_values(one) for one in found.of(Effect.CONFLICT)],
        "refusals": [
            {"file": one.path.name, "cell": one.cell, "kind": type(one.error).__name__, "says": sentence(one.error)}
            for one in found.refused
        ],
    }


def _counts(found: Comparison) -> dict[str, int]:
    return {
        "changed": len(found.of(Effect.CHANGE)),
        "conflicting": len(found.of(Effect.CONFLICT)),
        "refused": len(found.refused),
        "unchanged": found.unchanged,
        "missing": found.missing,
    }


def _line(one: Difference) -> str:
    place = {"file": one.path.name, "cell": one.cell, "label": label_of(one.indicator or one.item)}
    values = {name: in_words(getattr(one, name)) or say("label.dash") for name in ("ours", "theirs")}
    return say(f"returned.{one.effect}", **place, field=word(one.field), **values)


def _values(one: Difference) -> dict[str, Any]:
    return {
        "file": one.path.name,
        "cell": one.cell,
        "item": one.item,
        "indicator": one.indicator,
        "field": one.field.value,
        **{name: _json(getattr(one, name)) for name in ("sent", "theirs", "ours")},
    }


def _json(value: Value) -> str | None:
    return None if value is None else plain(value)
