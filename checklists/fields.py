"""One table of a policy file, read key by key, so that nothing unknown or missing gets through."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import NoReturn, TypeVar

from checklists.errors import PolicyFault, PolicyFileError

Word = TypeVar("Word", bound=StrEnum)

_DECIMAL = re.compile(r"-?\d{1,12}(\.\d{1,3})?")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_NAMING_KEYS = ("key", "ref", "slug", "term", "anchor")


class Fields:
    """A table of keys and values at a place of a file; each getter refuses what is not of its kind."""

    def __init__(self, table: Mapping[str, object], path: Path | None, place: str) -> None:
        self._table = {key: value for key, value in table.items() if value is not None}
        self._path = path
        self.place = place

    def only(self, *known: str) -> "Fields":
        """Refuse keys that are not known here."""
        for key in self._table:
            if key not in known:
                self.refuse(key, PolicyFault.UNKNOWN_KEY, found=key, wanted=" · ".join(known))
        return self

    def with_defaults(self, table: Mapping[str, object]) -> "Fields":
        """Give the same table, these keys added where they are not stated."""
        return Fields({**table, **self._table}, self._path, self.place)

    def has(self, key: str) -> bool:
        """Tell whether the key is stated."""
        return key in self._table

    def text(self, key: str) -> str:
        """Give a text that must be stated and not be empty."""
        text = self._text(key, self._stated(key))
        if not text.strip():
            self.refuse(key, PolicyFault.EMPTY)
        return text

    def text_if_any(self, key: str) -> str:
        """Give a text, or nothing where the document does not say."""
        return self._text(key, self._table.get(key, ""))

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of different texts, empty when left out."""
        texts = tuple(self._text(key, entry) for entry in self._list(key))
        for text in texts:
            if not text.strip():
                self.refuse(key, PolicyFault.EMPTY)
            if texts.count(text) > 1:
                self.refuse(key, PolicyFault.REPEATED, found=text)
        return texts

    def word(self, key: str, words: type[Word]) -> Word:
        """Give one of a closed set of words."""
        return self._word(key, self.text(key), words)

    def words(self, key: str, words: type[Word]) -> tuple[Word, ...]:
        """Give several of a closed set of words, none when left out."""
        return tuple(self._word(key, text, words) for text in self.texts(key))

    def whole(self, key: str) -> int:
        """Give a whole number from 1 on."""
        value = self._stated(key)
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            self.refuse(key, PolicyFault.WRONG_TYPE, found=str(value), wanted="1, 2, 3")
        return value

    def flag(self, key: str) -> bool:
        """Give true or false."""
        value = self._stated(key)
        if not isinstance(value, bool):
            self.refuse(key, PolicyFault.WRONG_TYPE, found=str(value), wanted="true · false")
        return value

    def number_if_any(self, key: str) -> Decimal | None:
        """Give a number without rounding error, or None where the document prints none."""
        value = self._table.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not _DECIMAL.fullmatch(str(value)):
            self.refuse(key, PolicyFault.WRONG_TYPE, found=str(value), wanted="50 · 33.3")
        return Decimal(str(value))

    def day_if_any(self, key: str) -> date | None:
        """Give a day, or None where the document is not dated."""
        value = self._table.get(key)
        if value is None or type(value) is date:
            return value
        try:
            return date.fromisoformat(self._text(key, value))
        except ValueError:
            self.refuse(key, PolicyFault.WRONG_FORM, found=str(value), wanted="2023-09-01")

    def table(self, key: str) -> "Fields":
        """Give the table under this key."""
        return self._child(key, self._stated(key), f"{self.place} {key}".strip())

    def tables(self, key: str) -> Iterator["Fields"]:
        """Go through a list of tables, none when left out."""
        for position, entry in enumerate(self._list(key), start=1):
            yield self._child(key, entry, f"{self.place} {key} {_label(entry, position)}".strip())

    def refuse(self, key: str, fault: PolicyFault, *, found: str = "", wanted: str = "") -> NoReturn:
        """Refuse the file because of this key."""
        place = f"{self.place} {key}".strip()
        raise PolicyFileError(self._path, place, fault, found=found, wanted=wanted)

    def _stated(self, key: str) -> object:
        if key not in self._table:
            self.refuse(key, PolicyFault.MISSING_KEY, wanted=key)
        return self._table[key]

    def _text(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            self.refuse(key, PolicyFault.WRONG_TYPE, found=str(value), wanted='"…"')
        if _HALF_CHARACTER.search(value):
            self.refuse(key, PolicyFault.WRONG_FORM, found=ascii(value))
        return value

    def _list(self, key: str) -> list[object]:
        value = self._table.get(key, [])
        if not isinstance(value, list):
            self.refuse(key, PolicyFault.WRONG_TYPE, found=str(value), wanted="[…]")
        return value

    def _word(self, key: str, text: str, words: type[Word]) -> Word:
        try:
            return words(text)
        except ValueError:
            self.refuse(key, PolicyFault.UNKNOWN_WORD, found=text, wanted=" · ".join(words))

    def _child(self, key: str, entry: object, place: str) -> "Fields":
        if not isinstance(entry, dict):
            self.refuse(key, PolicyFault.WRONG_TYPE, found=str(entry), wanted=f"[{key}]")
        return Fields(entry, self._path, place)


def _label(entry: object, position: int) -> str:
    names = (entry.get(key) for key in _NAMING_KEYS) if isinstance(entry, dict) else iter(())
    return next((name for name in names if isinstance(name, str) and name), f"#{position}")
