"""Items on their way from the measures to a department."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData

from models.vocabulary import ItemKey

ITEMS = "application/x-voccheck-items"


def content_of(keys: Iterable[ItemKey]) -> QMimeData:
    """Pack items up."""
    content = QMimeData()
    content.setData(ITEMS, "\n".join(keys).encode())
    return content


def keys_in(content: QMimeData) -> tuple[ItemKey, ...]:
    """Unpack them."""
    packed = bytes(content.data(ITEMS).data()).decode("utf-8", "replace")
    return tuple(ItemKey(key) for key in packed.split("\n") if key)
