"""What a person wants an item of the school's own to say, and where it is to stand."""

from dataclasses import dataclass, field

from services.own_items import OwnWords

_BETWEEN = "、，,；;\n"


@dataclass(frozen=True, slots=True)
class OwnWish:
    """`place` names the measure at hand; an item of no measure stands in the section 校本补充."""

    place: str
    words: OwnWords = field(default_factory=lambda: OwnWords(""))
    is_of_measure: bool = True
    is_new: bool = True
    refusal: str = ""


def papers_in(text: str) -> tuple[str, ...]:
    """Take a list of papers apart as people write one."""
    for mark in _BETWEEN:
        text = text.replace(mark, "\n")
    return tuple(filter(None, map(str.strip, text.split("\n"))))
