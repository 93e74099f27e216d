"""Which reader a file is for: by the first bytes it has, and by the end of its name."""

from collections.abc import Callable, Iterable
from pathlib import Path

from checklists.reading import pdf_file, plain_text, web_page, word_file
from checklists.reading.errors import (
    DocumentMissingError,
    EmptyDocumentError,
    EncryptedDocumentError,
    OldFormatError,
    TooLargeDocumentError,
    UnknownFormatError,
)
from checklists.reading.lines import Line
from checklists.reading.problems import Problem

MOST_BYTES = 50_000_000
MOST_LINES = 20_000
MOST_CHARACTERS = 5_000_000

Reader = Callable[[bytes, Path, list[Problem]], Iterable[Line]]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_TEXT_NAMES = (".txt", ".text", "")
_PAGE_NAMES = (".html", ".htm", ".shtml", ".xhtml", ".jhtml")
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<div", b"<p>", b"<table", b"<!--")

_READERS: dict[str, Reader] = {
    "zip": word_file.lines_of,
    "pdf": lambda content, path, _skipped: pdf_file.lines_of(content, path),
    "page": lambda content, path, _skipped: web_page.lines_of(content, path),
    "text": lambda content, path, _skipped: plain_text.lines_of(content, path),
}


def content_of(path: Path) -> bytes:
    """Read a file's bytes; raises DocumentMissingError or TooLargeDocumentError."""
    try:
        if not path.is_file():  # a pipe or a device may never end
            raise DocumentMissingError(path)
        if path.stat().st_size > MOST_BYTES:
            raise TooLargeDocumentError(path)
        return path.read_bytes()
    except OSError as refusal:
        raise DocumentMissingError(path) from refusal


def lines_of(content: bytes, path: Path, skipped: list[Problem]) -> list[Line]:
    """Read a file's lines; raises the DocumentError that says why it cannot be read."""
    lines, characters = [], 0
    for line in _READERS[_kind(content, path)](content, path, skipped):
        lines.append(line)
        characters += len(line.text)
        if len(lines) > MOST_LINES or characters > MOST_CHARACTERS:
            raise TooLargeDocumentError(path)
    if not any(line.text.strip() for line in lines):
        raise EmptyDocumentError(path)
    return lines


def _kind(content: bytes, path: Path) -> str:
    suffix = path.suffix.lower()
    if not content.strip():
        raise EmptyDocumentError(path)
    if content.startswith(_OLE):
        raise (EncryptedDocumentError if _LOCKED in content else OldFormatError)(path)
    if content.startswith(b"PK"):
        return "zip"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if suffix in _PAGE_NAMES or _starts_a_page(content):
        return "page"
    if suffix not in _TEXT_NAMES:
        raise UnknownFormatError(path)
    return "text"


def _starts_a_page(content: bytes) -> bool:
    start = content[:600].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith(_PAGE_STARTS[:3]) or (start.startswith(b"<?xml") and b"<html" in start)
