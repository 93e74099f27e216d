"""What is looked for across all cities: words, and whose duty it is."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from checklists.comparing import PlacedItem, ThemeRow
from checklists.key_labels import label_of
from models.vocabulary import Addressee

_SCHOOL = (Addressee.SCHOOL, Addressee.SHARED)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is asked of an item; every part must hold, an empty part asks nothing."""

    text: str = ""
    only_school: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Give the words looked for, as they are compared."""
        return tuple(folded(self.text).split())


def narrowed(themes: Iterable[ThemeRow], wanted: Narrowing) -> tuple[ThemeRow, ...]:
    """Keep in every theme the items that hold to what is asked."""
    words = wanted.words

    def is_wanted(placed: PlacedItem) -> bool:
        if wanted.only_school and placed.item.addressee not in _SCHOOL:
            return False
        return not words or all(one in _spoken(placed) for one in words)

    return tuple(theme.keeping(is_wanted) for theme in themes)


def folded(text: str) -> str:
    """Write text as words are compared: full and half width, capital and small alike."""
    return unicodedata.normalize("NFKC", text).casefold()


def _spoken(placed: PlacedItem) -> str:
    figures = (figure.name for figure in placed.indicators)
    names = (placed.item.key, label_of(placed.item.key))
    return folded("\n".join((*names, placed.measure.heading, placed.item.text, *figures)))
