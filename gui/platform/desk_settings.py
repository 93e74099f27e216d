"""What belongs to this desk rather than to the records: window, theme, widths, last folder."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from gui.platform.theme import ThemeChoice


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk as it was left; `splitters` maps a name to widths, `filters` one to a filter of the checklist."""

    geometry: bytes = b""
    theme: ThemeChoice = ThemeChoice.SYSTEM
    splitters: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    last_folder: str = ""
    only_mine: bool = True
    reused_from: int = 3
    filters: Mapping[str, str] = field(default_factory=dict)


class DeskSettings:
    """Keeps the desk in an INI file; a file that makes no sense gives the defaults."""

    def __init__(self, file: Path | None = None) -> None:
        self._store = _store(file)
        self._desk = self._read()

    @property
    def desk(self) -> Desk:
        """Give the desk as it is now."""
        return self._desk

    def keep(self, **fields: object) -> None:
        """Change some fields of the desk and write them down."""
        self._desk = replace(self._desk, **fields)  # type: ignore[arg-type]
        self._write()

    def keep_splitter(self, name: str, widths: tuple[int, ...]) -> None:
        """Remember one splitter's widths."""
        self.keep(splitters={**self._desk.splitters, name: widths})

    def _read(self) -> Desk:
        geometry = self._store.value("window/geometry")
        return Desk(
            geometry=bytes(geometry.data()) if isinstance(geometry, QByteArray) else b"",
            theme=_theme(self._text("window/theme")),
            splitters=self._splitters(),
            last_folder=self._text("files/last_folder"),
            only_mine=self._text("checklist/only_mine") != "no",
            reused_from=_reused_from(self._text("quality/reused_from")),
            filters=_filters(self._text("checklist/filters")),
        )

    def _write(self) -> None:
        self._store.setValue("window/geometry", QByteArray(self._desk.geometry))
        self._store.setValue("window/theme", self._desk.theme.value)
        self._store.setValue("files/last_folder", self._desk.last_folder)
        self._store.setValue("checklist/only_mine", "yes" if self._desk.only_mine else "no")
        self._store.setValue("checklist/filters", _as_text(self._desk.filters))
        self._store.setValue("quality/reused_from", self._desk.reused_from)
        for name, widths in self._desk.splitters.items():
            self._store.setValue(f"splitters/{name}", " ".join(map(str, widths)))
        self._store.sync()

    def _text(self, key: str) -> str:
        return str(self._store.value(key, "") or "")

    def _splitters(self) -> dict[str, tuple[int, ...]]:
        self._store.beginGroup("splitters")
        found = {name: _widths(self._text(name)) for name in self._store.childKeys()}
        self._store.endGroup()
        return {name: widths for name, widths in found.items() if widths}


def _store(file: Path | None) -> QSettings:
    if file is not None:
        return QSettings(os.fspath(file), QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "VocCheck", "VocCheck")


def _as_text(filters: Mapping[str, str]) -> str:
    from json import dumps  # the window is painted first

    return dumps(dict(filters))


def _filters(text: str) -> Mapping[str, str]:
    if not text:
        return {}
    from json import loads

    try:
        kept = loads(text)
    except ValueError:
        return {}
    return {name: str(one) for name, one in kept.items()} if isinstance(kept, dict) else {}


def _reused_from(text: str) -> int:
    return int(text) if text.isdigit() and int(text) > 1 else Desk().reused_from


def _theme(text: str) -> ThemeChoice:
    return ThemeChoice(text) if text in list(ThemeChoice) else ThemeChoice.SYSTEM


def _widths(text: str) -> tuple[int, ...]:
    parts = text.split()
    return tuple(map(int, parts)) if all(part.isdigit() for part in parts) else ()
