"""The policies that come with the program, and those announced."""

import hashlib
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checklists.errors import UnknownPolicyError
from checklists.fields import Fields
from models.vocabulary import PolicyState

if TYPE_CHECKING:
    from checklists.policy import Policy

_FOLDER = Path(__file__).parent
_LIST = _FOLDER / "library.toml"
_KEYS = ("slug", "city", "title", "doc_number", "issued_on", "state", "written")


@dataclass(frozen=True, slots=True)
class Announcement:
    """A policy of the library before it is opened; `issued_on` is None and `doc_number` empty when not printed."""

    slug: str
    city: str
    title: str
    doc_number: str
    issued_on: date | None
    state: PolicyState
    is_written: bool


@cache
def catalogue() -> tuple[Announcement, ...]:
    """Give all policies of the library in their order, written or to come."""
    listed = Fields(tomllib.loads(_LIST.read_text(encoding="utf-8")), _LIST, "")
    return tuple(_announcement(fields) for fields in listed.tables("policy"))


def slugs() -> tuple[str, ...]:
    """Name the policies that can be loaded."""
    return tuple(entry.slug for entry in catalogue() if entry.is_written)


@cache
def load(slug: str) -> "Policy":
    """Read one policy of the library; raises UnknownPolicyError, or PolicyFileError when its file was damaged."""
    if slug not in slugs():
        raise UnknownPolicyError(slug, slugs())
    from checklists.files import read_policy

    return read_policy(_FOLDER / f"{slug}.toml")


def fingerprint(slug: str) -> str:
    """Tell one state of a policy's file from another, without reading it as a policy."""
    return hashlib.sha256((_FOLDER / f"{slug}.toml").read_bytes()).hexdigest()


def _announcement(fields: Fields) -> Announcement:
    fields.only(*_KEYS)
    return Announcement(
        slug=fields.text("slug"),
        city=fields.text("city"),
        title=fields.text("title"),
        doc_number=fields.text_if_any("doc_number"),
        issued_on=fields.day_if_any("issued_on"),
        state=fields.word("state", PolicyState),
        is_written=fields.flag("written"),
    )
