"""What a foreign document can be refused for."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(eq=False)
class DocumentError(Exception):
    """A document is refused; each reason is a class of its own, and nothing of it was read."""

    path: Path


class DocumentMissingError(DocumentError):
    """There is no such file, or it is a folder, or it may not be read."""


class UnknownFormatError(DocumentError):
    """Neither name nor content is of a kind that is read here."""


class OldFormatError(DocumentError):
    """The file is of Word 97 or WPS, whatever it is called."""


class EncryptedDocumentError(DocumentError):
    """The file opens with a password only."""


class MacroDocumentError(DocumentError):
    """The file carries macros."""


class HostileDocumentError(DocumentError):
    """The file is built to harm: a bomb, or a document type with entities."""


class DamagedDocumentError(DocumentError):
    """The file is cut short, or not what its kind must be."""


class TooLargeDocumentError(DocumentError):
    """The file holds more bytes, pages, paragraphs or characters than a policy ever does."""


class ScannedDocumentError(DocumentError):
    """There are pages, but no text on them: a scan."""


class EmptyDocumentError(DocumentError):
    """There is no readable text in the file."""


class ReadingStoppedError(DocumentError):
    """The file took more time or memory than reading may take, or its reader died of it."""
