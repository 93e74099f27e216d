"""By what names a checklist's own parts are told from the city's: slugs, keys and refs."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checklists.policy import CheckItem

OWN_SLUG = "own-"
"""Begins the slug of a policy that a user drafted; its items may still be without a theme, its anchors short."""
OWN_KEY = "x"
"""Begins the key of an item that a school added to a policy; the document does not hold it, so it needs no anchor."""
OWN_CODE = "0"
"""The code of added items that were meant for no measure."""
OWN_REF = "校本补充"
"""The ref of the section, and of its one measure, for added items whose measure the policy does not have."""


def item_code(key: str) -> str:
    """Give the part of an item's key that names its measure: `g1` of `g1-2` and of a school's own `xg1-2`."""
    return key.partition("-")[0].removeprefix(OWN_KEY)


def is_own(item: "CheckItem") -> bool:
    """Tell whether a school added the item itself."""
    return item.key.startswith(OWN_KEY)
