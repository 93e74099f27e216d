"""Streams of a PDF, packed as fast as pays."""

import zlib
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject
from reportlab.pdfbase.pdfdoc import format as written

LEVEL = 4
"""The usual level takes a third longer and saves three in a hundred."""


_AT_ONCE = 2
_PACKERS = ThreadPoolExecutor(_AT_ONCE, "packing")
"""zlib lets other threads work: a page is packed while the next one is written."""


class Raw(PDFObject):  # type: ignore[misc]
    """An object whose bytes are known."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, _: Any) -> bytes:
        """Give them."""
        return self._content


class Stream(PDFObject):  # type: ignore[misc]
    """A stream with its dictionary; its end stands on a line of its own (ISO 19005-2, 6.1.7.1)."""

    __RefOnly__ = 1

    def __init__(self, content: bytes, entries: dict[str, object] | None = None, *, is_packed: bool = True) -> None:
        self._entries = {**entries, **({"Filter": PDFName("FlateDecode")} if is_packed else {})} if entries else {}
        self._content = b"" if is_packed else content
        self._packed: Future[bytes] | None = _PACKERS.submit(zlib.compress, content, LEVEL) if is_packed else None

    def _head(self, length: int, document: Any) -> bytes:
        if self._entries:
            return bytes(written(PDFDictionary({**self._entries, "Length": length}), document))
        return b"<</Filter/FlateDecode/Length %d>>" % length

    def format(self, document: Any) -> bytes:
        """Write it."""
        packed = self._packed.result() if self._packed is not None else self._content
        return b"".join((self._head(len(packed), document), b"\nstream\n", packed, b"\nendstream\n"))
