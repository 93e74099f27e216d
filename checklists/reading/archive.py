"""The parts of a zipped document, opened within limits: no bombs, no document types, no macros."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from checklists.reading.errors import (
    DamagedDocumentError,
    EncryptedDocumentError,
    HostileDocumentError,
    MacroDocumentError,
)

MOST_ENTRIES = 5_000
MOST_BYTES = 200_000_000
HIGHEST_RATIO = 200
_SMALL = 100_000  # bytes below which a ratio says nothing: a blank part packs well
_DEEPEST = 256


class Archive:
    """A zipped document whose directory was found within the limits."""

    def __init__(self, content: bytes, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as refusal:
            raise DamagedDocumentError(path) from refusal
        self._left = MOST_BYTES
        self._check()

    def has(self, name: str) -> bool:
        """Tell whether a part is there."""
        return name in self._zip.NameToInfo

    def names(self) -> list[str]:
        """Name all parts."""
        return list(self._zip.NameToInfo)

    def xml(self, name: str) -> ElementTree.Element:
        """Parse a part; raises HostileDocumentError for a document type, DamagedDocumentError for what is no XML."""
        return _parsed(self._bytes(name), self._path)

    def _bytes(self, name: str) -> bytes:
        """Unpack a part and count what really comes out, whatever the directory says."""
        try:
            with self._zip.open(name) as part:
                content = part.read(self._left + 1)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as refusal:
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
    builder, parser = _Builder(path), expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = builder.refuse_doctype
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(content, True)
    except expat.ExpatError as refusal:
        raise DamagedDocumentError(path) from refusal
    return builder.close()


class _Builder:
    """A tree builder that refuses document types and nests no deeper than a document does."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tree = ElementTree.TreeBuilder()
        self._depth = 0

    def refuse_doctype(self, *_declared: object) -> None:
        raise HostileDocumentError(self._path)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise HostileDocumentError(self._path)
        self._tree.start(_braced(name), {_braced(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        self._tree.end(_braced(name))

    def data(self, text: str) -> None:
        self._tree.data(text)

    def close(self) -> ElementTree.Element:
        return self._tree.close()


def _braced(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def texts(element: ElementTree.Element, *names: str) -> Iterator[ElementTree.Element]:
    """Go through the elements of these names under an element."""
    return (child for child in element.iter() if child.tag in names)
