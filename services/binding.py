"""Which items of a policy bind a school: pure rules over plain values."""

from checklists.policy import CheckItem
from models.vocabulary import Addressee, Binding
from services.checklist import SchoolRow

_OURS = (Addressee.SCHOOL, Addressee.SHARED)


def binding_of(item: CheckItem, school: SchoolRow) -> Binding:
    """Say whether an item binds a school, or the first reason why it does not."""
    if item.addressee not in _OURS:
        return Binding.OTHER_ADDRESSEE
    if item.applies_to.types and school.type not in item.applies_to.types:
        return Binding.OTHER_TYPE
    if item.applies_to.named and not any(_names(name, school) for name in item.applies_to.named):
        return Binding.NOT_NAMED
    return Binding.BINDS


def _names(name: str, school: SchoolRow) -> bool:
    """Say whether a policy's name means this school, or the place it lies in; short and full forms both count."""
    return _is_same(name, school.name) or _is_same(name, school.place)


def _is_same(one: str, other: str) -> bool:
    one, other = "".join(one.split()), "".join(other.split())
    return bool(one and other) and (one in other or other in one)
