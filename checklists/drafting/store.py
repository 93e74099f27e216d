"""A draft under review as JSON, to be kept while it is worked on."""

import json
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from checklists.drafting.open_draft import OpenDraft
from checklists.errors import DraftDamagedError, PolicyFileError
from checklists.files import drafted_policy
from checklists.writing import text_of


@dataclass(frozen=True, slots=True)
class DraftHead:
    """What is told of a draft without opening it."""

    title: str
    city: str
    slug: str
    source: str
    items: int
    edited_at: str
    revises: bool


def kept_text(draft: OpenDraft, edited_at: str) -> str:
    """Write a draft down; `kept_draft` gives the same again, `kept_head` what is told of it."""
    values = {
        "title": draft.policy.title,
        "city": draft.policy.city,
        "slug": draft.policy.slug,
        "source": draft.source,
        "items": sum(1 for _ in draft.kept()),
        "edited_at": edited_at,
        "revises": draft.revises,
        "codes": dict(draft.codes),
        "spent": sorted(draft.spent),
        "dropped": sorted(draft.dropped),
        "policy": text_of(draft.policy),
    }
    return json.dumps(values, ensure_ascii=False)


def kept_head(path: Path) -> DraftHead:
    """Read what is told of a draft; raises DraftDamagedError."""
    values = _values(path)
    try:
        return DraftHead(**{name: values[name] for name in DraftHead.__slots__})  # type: ignore[arg-type]
    except KeyError as refusal:
        raise DraftDamagedError(path) from refusal


def kept_draft(path: Path) -> OpenDraft:
    """Read a draft back; raises DraftDamagedError."""
    values = _values(path)
    try:
        policy = drafted_policy(tomllib.loads(str(values["policy"]), parse_float=Decimal), path)
        codes, spent, dropped = values["codes"], values["spent"], values["dropped"]
    except (KeyError, tomllib.TOMLDecodeError, PolicyFileError) as refusal:
        raise DraftDamagedError(path) from refusal
    if not (isinstance(codes, dict) and isinstance(spent, list) and isinstance(dropped, list)):
        raise DraftDamagedError(path)
    source, revises = str(values["source"]), bool(values["revises"])
    return OpenDraft(policy, source, codes, frozenset(spent), frozenset(dropped), revises)


def _values(path: Path) -> dict[str, object]:
    if not path.is_file():  # a pipe or a device may never end
        raise DraftDamagedError(path)
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as refusal:
        raise DraftDamagedError(path) from refusal
    if not isinstance(values, dict):
        raise DraftDamagedError(path)
    return values
