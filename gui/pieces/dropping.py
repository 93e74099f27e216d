"""What may be dropped or pasted as evidence: files of this computer, or a picture."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage


def files_in(content: QMimeData) -> list[Path]:
    """Name the local files and folders that are carried."""
    paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file() or path.is_dir()]


def picture_in(content: QMimeData) -> QImage | None:
    """Give the picture that is carried, None where there is none."""
    if not content.hasImage():
        return None
    image = content.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None


def is_welcome(content: QMimeData) -> bool:
    """Say whether anything carried could become evidence."""
    return any(url.isLocalFile() for url in content.urls()) or content.hasImage()
