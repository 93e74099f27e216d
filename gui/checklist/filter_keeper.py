"""Filters kept under a name: they say how one person looks at a list, so they stay with the desk."""

import json
from collections.abc import Callable
from dataclasses import fields

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.checklist.filter_bar import FilterBar
from gui.checklist.filters import Filter
from gui.platform.desk_settings import DeskSettings
from models.vocabulary import Status

AskName = Callable[[QWidget, str], str | None]
_FLAGS = frozenset(part.name for part in fields(Filter) if part.default is False)
_KINDS = {"text": str, "theme": str, "section": str, "department": str | None, "person": str | None}
_LONGEST = 20


class FilterKeeper(QObject):
    """Keeps, renames, drops and recalls filters by the wishes of a filter bar."""

    def __init__(self, bar: FilterBar, desk: DeskSettings, ask_name: AskName, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._desk, self._ask_name = bar, desk, ask_name
        bar.keep_wanted.connect(self._on_keep_wanted)
        bar.recall_wanted.connect(self._on_recall_wanted)
        bar.rename_wanted.connect(self._on_rename_wanted)
        bar.drop_wanted.connect(self._on_drop_wanted)
        self._keep(dict(desk.desk.filters))

    def _on_keep_wanted(self) -> None:
        name = self._ask_name(self._bar, "")
        if name:
            self._keep({**self._desk.desk.filters, name[:_LONGEST]: written(self._bar.filter)})

    def _on_recall_wanted(self, name: str) -> None:
        wanted = read(self._desk.desk.filters.get(name, ""))
        if wanted is not None:
            self._bar.filter_wanted.emit(wanted)

    def _on_rename_wanted(self, name: str) -> None:
        wanted = self._ask_name(self._bar, name)
        if wanted:
            kept = self._desk.desk.filters
            self._keep({(wanted[:_LONGEST] if one == name else one): text for one, text in kept.items()})

    def _on_drop_wanted(self, name: str) -> None:
        self._keep({one: text for one, text in self._desk.desk.filters.items() if one != name})

    def _keep(self, filters: dict[str, str]) -> None:
        if filters != self._desk.desk.filters:
            self._desk.keep(filters=filters)
        self._bar.show_kept([name for name, text in filters.items() if read(text) is not None])


def written(wanted: Filter) -> str:
    """Write a filter down."""
    said = {part.name: getattr(wanted, part.name) for part in fields(wanted)}
    return json.dumps({**said, "statuses": sorted(wanted.statuses)}, ensure_ascii=False)


def read(text: str) -> Filter | None:
    """Read a filter that was written down; None where it makes no sense."""
    try:
        said = json.loads(text)
        if not all(isinstance(said[name], kind) for name, kind in _KINDS.items()):
            return None
        return Filter(**{**said, "statuses": frozenset(map(Status, said["statuses"])), **_flags(said)})
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _flags(said: dict[str, object]) -> dict[str, bool]:
    return {name: said.get(name) is True for name in _FLAGS}
