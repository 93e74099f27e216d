"""A policy built back from its JSON, to prove that the JSON says all of it; the program itself reads none back."""

from collections.abc import Mapping
from dataclasses import replace

from checklists import parts
from checklists.canonical import digest_of
from checklists.fields import Fields
from checklists.policy import CheckItem, Indicator, Measure, Policy, RatioOf
from checklists.soundness import check_sound
from models.vocabulary import UnitRole

_PARTS = ("digest", "sections", "measures", "glossary", "notes")


def policy_of(content: Mapping[str, object]) -> Policy:
    """Build the policy from the JSON that `content_of` gave; raises PolicyFileError.

    The numerals that set no target are the proof's, not the content's: they come back empty.
    """
    fields = Fields(content, None, "")
    policy = _policy(fields)
    check_sound(policy, None)
    return replace(policy, digest=digest_of(policy))


def _policy(fields: Fields) -> Policy:
    fields.only(*parts.HEAD_KEYS, *_PARTS)
    return Policy(
        **parts.head(fields),
        digest="",
        sections=tuple(map(parts.section, fields.tables("sections"))),
        measures=tuple(map(_measure, fields.tables("measures"))),
        glossary=tuple(map(parts.term, fields.tables("glossary"))),
        notes=tuple(map(parts.noise, fields.tables("notes"))),
        idle_numerals=(),
    )


def _measure(fields: Fields) -> Measure:
    fields.only(*parts.MEASURE_KEYS, "units", "items", "indicators")
    units = fields.table("units").only(*UnitRole)
    return parts.measure(fields, units, map(_item, fields.tables("items")), map(_figure, fields.tables("indicators")))


def _item(fields: Fields) -> CheckItem:
    fields.only(*parts.ITEM_KEYS, "applies_to")
    return parts.item(fields, fields.table("applies_to").only("types", "named"))


def _figure(fields: Fields) -> Indicator:
    fields.only(*parts.FIGURE_KEYS, "item", "inputs")
    ratio = _ratio(fields.table("inputs").only("part", "whole", "unit")) if fields.has("inputs") else None
    return parts.figure(fields, fields.text("item"), ratio)


def _ratio(fields: Fields) -> RatioOf:
    return RatioOf(fields.text("part"), fields.text("whole"), fields.text("unit"))
