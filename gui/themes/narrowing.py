"""What is looked for across all cities: words, and whose duty it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from checklists.comparing import PlacedItem, ThemeRow
from checklists.key_labels import label_of
from models.folding import folded
from models.vocabulary import Addressee
from services.hits import words_of

_SCHOOL = (Addressee.SCHOOL, Addressee.SHARED)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is asked of an item; every part must hold, an empty part asks nothing."""

    text: str = ""
    only_school: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Give the words looked for, as they are compared."""
        return words_of(self.text)


def narrowed(themes: Iterable[ThemeRow], wanted: Narrowing) -> tuple[ThemeRow, ...]:
    """Keep in every theme the items that hold to what is asked."""
    words = wanted.words

    def is_wanted(placed: PlacedItem) -> bool:
        if wanted.only_school and placed.item.addressee not in _SCHOOL:
            return False
        return not words or all(one in _spoken(placed) for one in words)

    return tuple(theme.keeping(is_wanted) for theme in themes)


def _spoken(placed: PlacedItem) -> str:
    figures = (figure.name for figure in placed.indicators)
    names = (placed.item.key, label_of(placed.item.key))
    return folded("\n".join((*names, placed.measure.heading, placed.item.text, *figures)))
