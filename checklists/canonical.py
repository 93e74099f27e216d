"""A policy as the JSON of product.md section 5, and its digest."""

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal

from checklists.policy import CheckItem, Indicator, Measure, Policy, RatioOf
from models.vocabulary import UnitRole

Json = dict[str, object]


def content_of(policy: Policy) -> Json:
    """Give the policy as JSON values: dates ISO or null, numbers exact, what is not stated "" , null or []."""
    return {
        "slug": policy.slug,
        "city": policy.city,
        "title": policy.title,
        "doc_number": policy.doc_number,
        "issuer": policy.issuer,
        "issued_on": policy.issued_on.isoformat() if policy.issued_on else None,
        "state": policy.state.value,
        "period": policy.period,
        "lead_rule": policy.lead_rule.value,
        "revision": policy.revision,
        "digest": policy.digest,
        "sections": [{"ref": s.ref, "heading": s.heading, "kind": s.kind.value} for s in policy.sections],
        "measures": [_measure(measure) for measure in policy.measures],
        "glossary": [{"term": term.term, "meaning": term.meaning} for term in policy.glossary],
        "notes": [{"ref": note.ref, "anchor": note.anchor, "says": note.says} for note in policy.notes],
    }


def canonical_text(content: Mapping[str, object]) -> str:
    """Write JSON values in the one form that digests are taken of: sorted keys, no blanks, no escapes."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest_of(policy: Policy) -> str:
    """Take the SHA-256 of the policy's canonical JSON without the digest itself."""
    content = {key: value for key, value in content_of(policy).items() if key != "digest"}
    return hashlib.sha256(canonical_text(content).encode()).hexdigest()


def item_content(item: CheckItem) -> Json:
    """Give one check item as JSON values."""
    return {
        "key": item.key,
        "text": item.text,
        "addressee": item.addressee.value,
        "modality": item.modality.value,
        "applies_to": {
            "types": [kind.value for kind in item.applies_to.types],
            "named": list(item.applies_to.named),
        },
        "method": [method.value for method in item.method],
        "how": item.how,
        "evidence": list(item.evidence),
        "anchors": list(item.anchors),
        "deadline": item.deadline,
        "theme": item.theme,
    }


def indicator_content(figure: Indicator) -> Json:
    """Give one indicator as JSON values."""
    return {
        "key": figure.key,
        "item": figure.item,
        "name": figure.name,
        "comparator": figure.comparator.value,
        "value": _number(figure.value),
        "max": _number(figure.max),
        "unit": figure.unit,
        "deadline": figure.deadline,
        "frequency": figure.frequency,
        "level": figure.level.value,
        "scope": figure.scope.value,
        "anchor": figure.anchor,
        "note": figure.note,
        "inputs": _inputs(figure.ratio),
    }


def _measure(measure: Measure) -> Json:
    return {
        "ref": measure.ref,
        "number": measure.number,
        "section": measure.section,
        "heading": measure.heading,
        "kind": measure.kind.value,
        "units": {role.value: list(measure.units_as(role)) for role in UnitRole},
        "items": [item_content(item) for item in measure.items],
        "indicators": [indicator_content(figure) for figure in measure.indicators],
    }


def _inputs(ratio: RatioOf | None) -> Json | None:
    return {"part": ratio.part, "whole": ratio.whole, "unit": ratio.unit} if ratio else None


def _number(number: Decimal | None) -> int | float | None:
    """Write a number as JSON does; up to 15 digits a float's shortest form is the number itself."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
