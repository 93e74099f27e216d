"""What was dragged onto the start page."""

from pathlib import Path

from PySide6.QtCore import QMimeData

_KINDS = frozenset({".txt", ".docx", ".pdf", ".html", ".htm", ".doc", ".wps"})


def document_in(content: QMimeData) -> Path | None:
    """Give the one document that is dragged."""
    paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in _KINDS else None
