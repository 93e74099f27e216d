"""Which items of a policy bind a school: pure rules over plain values."""

from checklists.policy import CheckItem
from models.vocabulary import Addressee, Binding
from services.listed import SchoolRow

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
    """Say whether a policy's name means this school, or the place it lies in; short and full forms both count.

    A school's short name is the beginning of its name, a place's the end: 安化县 is no school named after it.
    """
    name, own, place = _bare(name), _bare(school.name), _bare(school.place)
    is_school = bool(own) and (name in own or name.startswith(own))
    return is_school or (bool(place) and (name in place or name.endswith(place)))


def _bare(name: str) -> str:
    return "".join(name.split())
