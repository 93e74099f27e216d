"""Pictures, pages and texts decoded no larger than they are shown; never in the window's thread."""

from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from reports.errors import UnreadablePdfError
from reports.preview import Pages

PDF, TEXT = "application/pdf", "text/plain"
MOST_PIXELS = 120_000_000
"""A picture of more is refused before a byte of it is unpacked: it would take half a gigabyte."""

_LONGEST = 12_000
"""The longest side of anything we draw."""

_TEXT_BYTES = 256 * 1024
_LARGEST_PAGE = 20_000
_FAST = 49
"""Below 50 Qt's JPEG reader takes the faster of its two ways, which no eye can tell apart at this size."""


class Trouble(Enum):
    """Why a piece cannot be seen here."""

    UNREADABLE = auto()
    TOO_LARGE = auto()


class NotShownError(Exception):
    """A file cannot be shown inside the program."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Shot:
    """A page as a picture, how many there are, and its whole size in pixels at 100 %."""

    image: QImage
    page: int = 0
    pages: int = 1
    whole: QSize = field(default_factory=QSize)


def can_be_seen(media_type: str) -> bool:
    """Say whether we can make a picture of such content."""
    return media_type == PDF or media_type.startswith("image/")


def picture(path: Path, room: QSize, *, fills: bool = False) -> QImage:
    """Decode a picture upright, so large that it fits the room, or fills it; raises NotShownError."""
    reader = _reader(path)
    size = _size(reader)
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    room = room.transposed() if turned else room
    by = Qt.AspectRatioMode.KeepAspectRatioByExpanding if fills else Qt.AspectRatioMode.KeepAspectRatio
    if size.width() > room.width() or size.height() > room.height():
        reader.setScaledSize(size.scaled(room, by).expandedTo(QSize(1, 1)).boundedTo(QSize(_LONGEST, _LONGEST)))
        reader.setQuality(_FAST)
    image = reader.read()
    if image.isNull():
        raise NotShownError(Trouble.UNREADABLE)
    return image


def picture_size(path: Path) -> QSize:
    """Give the size of a picture as it stands upright; raises NotShownError."""
    reader = _reader(path)
    size = _size(reader)
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    return size.transposed() if turned else size


def page(path: Path, number: int, width: int) -> Shot:
    """Draw a page of a PDF so many pixels wide; raises NotShownError."""
    try:
        pages = Pages(path)
    except UnreadablePdfError as error:
        raise NotShownError(Trouble.UNREADABLE) from error
    try:
        return _drawn(pages, number, width)
    except NotShownError:
        raise
    except Exception as error:  # a damaged page fails in ways the library does not name
        raise NotShownError(Trouble.UNREADABLE) from error
    finally:
        pages.close()


def text(path: Path) -> str:
    """Read the beginning of a plain text, whichever of the usual encodings it is in."""
    with path.open("rb") as stream:
        content = stream.read(_TEXT_BYTES)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start >= len(content) - 4:
                return content[: error.start].decode(encoding)
    return content.decode("utf-16", "replace")


def _drawn(pages: Pages, number: int, width: int) -> Shot:
    if not pages.count:
        raise NotShownError(Trouble.UNREADABLE)
    number = min(max(number, 0), pages.count - 1)
    across, down = pages.size(number)
    if not (0 < across <= _LARGEST_PAGE and 0 < down <= _LARGEST_PAGE):
        raise NotShownError(Trouble.TOO_LARGE)
    width = max(1, min(width, _LONGEST, round(_LONGEST * across / down)))
    if width * width * down / across > MOST_PIXELS:
        raise NotShownError(Trouble.TOO_LARGE)
    wide, high, content = pages.render(number, width)
    image = QImage(content, wide, high, wide * 4, QImage.Format.Format_RGB32).copy()
    return Shot(image, number, pages.count, QSize(round(across * 96 / 72), round(down * 96 / 72)))


def _reader(path: Path) -> QImageReader:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    return reader


def _size(reader: QImageReader) -> QSize:
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise NotShownError(Trouble.UNREADABLE)
    if size.width() * size.height() > MOST_PIXELS:
        raise NotShownError(Trouble.TOO_LARGE)
    return size
