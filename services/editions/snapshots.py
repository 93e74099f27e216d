"""What an edition freezes: canonical JSON of everything its papers are made of, named by its SHA-256.

The text is kept as it was written, never written anew: its fingerprint holds whatever later programs know.
"""

import hashlib
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from models.trail import canonical
from services.checklist import EvidenceRow
from services.dossiers import Dossier
from services.editions.errors import SnapshotError
from services.editions.values import Edition, Signer
from services.frozen_values import plain, read

FORMAT = 1
"""Which form a snapshot has; a later program reads every form there ever was."""

_HEAD = b"\x78\xda"
"""How deflated text begins at the highest level, whichever library deflated it."""
_NOT_FROZEN = ("file_of", "edition", "kept")
_READABLE = range(1, FORMAT + 1)

FileOf = Callable[[EvidenceRow], Path]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the dossier in a snapshot: which assessment and policy, which edition, who signs."""

    assessment: str
    policy: str
    number: int
    frozen_at: datetime
    signers: tuple[Signer, ...]


def snapshot_of(frame: Frame, dossier: Dossier) -> str:
    """Write the canonical text; the same frame and dossier give the same text."""
    frozen = {name: plain(getattr(dossier, name)) for name in _frozen_names()}
    return canonical({"format": FORMAT, **plain(frame), "dossier": frozen})


def fingerprint_of(text: str) -> str:
    """Take the SHA-256 over a snapshot's canonical text."""
    return hashlib.sha256(text.encode()).hexdigest()


def packed(text: str) -> bytes:
    """Make a snapshot small."""
    return zlib.compress(text.encode(), 9)


def unpacked(content: bytes) -> str:
    """Give a snapshot's text back, where nothing stands before or behind it; raises SnapshotError."""
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(content).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise SnapshotError from error
    if not reader.eof or reader.unused_data or not content.startswith(_HEAD):
        raise SnapshotError
    return text


def frame_of(text: str) -> Frame:
    """Read what stands around the dossier; raises SnapshotError."""
    values = _values(text)
    frame: Frame = read(Frame, {name.name: values[name.name] for name in fields(Frame)})
    return frame


def dossier_in(text: str, file_of: FileOf) -> Dossier:
    """Read the dossier back as it was; raises SnapshotError where a newer program wrote it."""
    frame, values = frame_of(text), _values(text)
    edition = Edition(frame.number, fingerprint_of(text), frame.frozen_at, frame.signers)
    known = {name: values["dossier"][name] for name in _frozen_names() if name in values["dossier"]}
    dossier: Dossier = read(Dossier, known)
    return _with(dossier, file_of, edition)


def _with(dossier: Dossier, file_of: FileOf, edition: Edition) -> Dossier:
    values = {one.name: getattr(dossier, one.name) for one in fields(Dossier)}
    return Dossier(**(values | {"file_of": file_of, "edition": edition}))


def _values(text: str) -> dict[str, Any]:
    try:
        values: dict[str, Any] = json.loads(text)
        is_readable = values["format"] in _READABLE
    except (ValueError, KeyError, TypeError) as error:
        raise SnapshotError from error
    if not is_readable:
        raise SnapshotError
    return values


def _frozen_names() -> tuple[str, ...]:
    return tuple(one.name for one in fields(Dossier) if one.name not in _NOT_FROZEN)
