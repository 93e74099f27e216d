"""The parts of a zipped document, opened within limits: no bombs, no document types, no macros."""

import io
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

from checklists.reading.errors import (
    DamagedDocumentError,
    EncryptedDocumentError,
    HostileDocumentError,
    MacroDocumentError,
)

MOST_ENTRIES = 5_000
MOST_BYTES = 200_000_000
HIGHEST_RATIO = 200
_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError)
_SMALL = 100_000  # bytes below which a ratio says nothing: a blank part packs well


class Archive:
    """A zipped document whose directory was found within the limits."""

    def __init__(self, content: bytes, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as refusal:
            raise DamagedDocumentError(path) from refusal
        self._left = MOST_BYTES
        self._check()

    def has(self, name: str) -> bool:
        """Tell whether a part is there."""
        return name in self._zip.NameToInfo

    def names(self) -> list[str]:
        """Name all parts."""
        return list(self._zip.NameToInfo)

    def content(self, name: str) -> bytes:
        """Unpack a part; raises HostileDocumentError where more comes out than any document holds."""
        return self._bytes(name)

    def xml(self, name: str) -> ElementTree.Element:
        """Parse a part; raises HostileDocumentError for a document type, DamagedDocumentError for what is no XML."""
        return _parsed(self._bytes(name), self._path)

    def _bytes(self, name: str) -> bytes:
        """Unpack a part and count what really comes out, whatever the directory says."""
        try:
            with self._zip.open(name) as part:
                content = part.read(self._left + 1)
        except (*_BROKEN, KeyError, EOFError, RuntimeError) as refusal:
            raise DamagedDocumentError(self._path) from refusal
        self._left -= len(content)
        if self._left < 0:
            raise HostileDocumentError(self._path)
        return content

    def _check(self) -> None:
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES or len(self._zip.NameToInfo) != len(entries):
            raise HostileDocumentError(self._path)
        if sum(entry.file_size for entry in entries) > MOST_BYTES or any(map(_is_a_bomb, entries)):
            raise HostileDocumentError(self._path)
        if any(entry.flag_bits & 1 for entry in entries):
            raise EncryptedDocumentError(self._path)
        if any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
            raise MacroDocumentError(self._path)


def _is_a_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _SMALL and entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1)


def _parsed(content: bytes, path: Path) -> ElementTree.Element:
    parser = ElementTree.XMLParser(target=_Builder(path))  # noqa: S314 - the builder refuses document types
    try:
        parser.feed(content)
        root = parser.close()
    except (ElementTree.ParseError, ValueError, LookupError) as refusal:
        raise DamagedDocumentError(path) from refusal
    assert isinstance(root, ElementTree.Element)
    return root


class _Builder(ElementTree.TreeBuilder):
    """A tree builder that refuses a document type, and with it every entity, before one is declared."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def doctype(self, *_declared: object) -> None:
        """Refuse the document."""
        raise HostileDocumentError(self._path)
