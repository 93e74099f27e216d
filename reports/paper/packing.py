"""A document written as PDF has it since 1.5: small objects packed together, found by a packed table."""

import struct
import zlib
from hashlib import sha256
from typing import Any, Protocol

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.pdfdoc import format as written

from reports.paper.streams import LEVEL, Stream

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_TELLING = 50_000
"""What comes later in a stream is not asked for the file's mark: a picture's name, on its page, is a digest itself."""
_TOGETHER = 250
"""Objects packed into one stream (ISO 32000-1, 7.5.7)."""


class Late(Protocol):
    """Objects that are written last, when all others have their numbers; the first takes the place kept for it."""

    def bodies(self, document: Any, first: int) -> list[bytes]:
        """Give the objects numbered from `first` on, and before them the one a number was kept for."""


class PackedDocument(PDFDocument):  # type: ignore[misc]
    """reportlab's document with another way into the file; `late` is the structure, if there is one."""

    late: tuple[str, Late] | None = None

    def format(self) -> bytes:
        """Write it all."""
        self.Reference(self.Catalog)
        self.Reference(self.info)
        bodies, streams = self._bodies()
        if self.late is not None:
            name, late = self.late
            own, *others = late.bodies(self, len(bodies) + 1)
            bodies[self.number_of(name)] = own
            bodies.update(enumerate(others, start=len(bodies) + 1))
        ends = {"Root": self.number_of(self.Catalog), "Info": self.number_of(self.info)}
        return _packed(bodies, streams, ends)

    def number_of(self, thing: Any) -> int:
        """Give the number under which an object, or a name, is written."""
        name = thing if isinstance(thing, str) else thing.__InternalName__
        return int(self.idToObjectNumberAndVersion[name][0])

    def _bodies(self) -> tuple[dict[int, bytes], set[int]]:
        """Write every object; some bring others along while they are written."""
        bodies: dict[int, bytes] = {}
        streams: set[int] = set()
        kept = self.late[0] if self.late is not None else ""
        while (name := self.numberToId.get(number := len(bodies) + 1)) is not None:
            thing = self.idToObject[name]
            bodies[number] = b"" if name == kept else written(thing, self, toplevel=1)
            if isinstance(thing, (Stream, PDFStream)):
                streams.add(number)
        return bodies, streams


def _packed(bodies: dict[int, bytes], streams: set[int], ends: dict[str, int]) -> bytes:
    file, rows, digest = bytearray(_HEAD), {0: (0, 0, 65535)}, sha256()
    for number in sorted(streams):
        rows[number] = (1, len(file), 0)
        file += b"%d 0 obj\n" % number
        file += bodies[number]
        file += b"endobj\n"
        digest.update(bodies[number][:_TELLING])
    small = [number for number in sorted(bodies) if number not in streams]
    following = max(bodies) + 1
    for start in range(0, len(small), _TOGETHER):
        group = small[start : start + _TOGETHER]
        rows.update((number, (2, following, place)) for place, number in enumerate(group))
        rows[following] = (1, len(file), 0)
        together = _object(following, *_together(group, bodies))
        digest.update(together)
        file += together
        following += 1
    rows[following] = (1, len(file), 0)
    table = b"".join(struct.pack(">BIH", *rows[number]) for number in range(following + 1))
    mark = digest.hexdigest()[:32]
    entries = "".join(f"/{name} {number} 0 R" for name, number in ends.items())
    entries += f"/Type/XRef/Size {following + 1}/W[1 4 2]/ID[<{mark}><{mark}>]"
    file += _object(following, entries, table) + b"startxref\n%d\n%%%%EOF\n" % len(file)
    return bytes(file)


def _together(group: list[int], bodies: dict[int, bytes]) -> tuple[str, bytes]:
    offsets, place = [], 0
    for number in group:
        offsets.append(f"{number} {place}")
        place += len(bodies[number]) + 1
    head = (" ".join(offsets) + "\n").encode()
    entries = f"/Type/ObjStm/N {len(group)}/First {len(head)}"
    return entries, head + b"\n".join(bodies[number] for number in group) + b"\n"


def _object(number: int, entries: str, content: bytes) -> bytes:
    packed = zlib.compress(content, LEVEL)
    head = f"{number} 0 obj\n<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
    return head.encode() + packed + b"\nendstream\nendobj\n"
