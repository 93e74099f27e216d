"""A policy as the text of its TOML file, in one fixed order (library/FORMAT.md)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from checklists.policy import CheckItem, Indicator, Measure, Policy
from models.vocabulary import UnitRole

Stated = str | int | Decimal | date | tuple[str, ...] | None

_RULE = "# " + "-" * 60
_ESCAPES = {ord('"'): '\\"', ord("\\"): "\\\\", ord("\b"): "\\b", ord("\t"): "\\t"}
_ESCAPES |= {ord("\n"): "\\n", ord("\f"): "\\f", ord("\r"): "\\r"}
_CONTROLS = {code: f"\\u{code:04x}" for code in (*range(0x20), 0x7F)}
_BLANKS = dict.fromkeys((*range(0x20), 0x7F), " ")


def text_of(policy: Policy, remarks: Iterable[str] = (), on_measures: Mapping[str, Iterable[str]] | None = None) -> str:
    """Write a policy down, remarks at its head and above its measures by ref; `read_policy` gives the same again."""
    blocks = [
        _lines(*map(_remark, remarks), *_head(policy)),
        *(_table("section", {"ref": s.ref, "heading": s.heading, "kind": s.kind}) for s in policy.sections),
        *(block for one in policy.measures for block in _measure(one, (on_measures or {}).get(one.ref, ()))),
        *(_table("glossary", {"term": term.term, "meaning": term.meaning}) for term in policy.glossary),
        *(_table("noise", {"ref": one.ref, "anchor": one.anchor, "says": one.says}) for one in policy.notes),
        *(_table("idle_numeral", {"ref": n.ref, "anchor": n.anchor, "why": n.why}) for n in policy.idle_numerals),
    ]
    return "\n\n".join(blocks) + "\n"


def _head(policy: Policy) -> Iterator[str]:
    yield from _pairs(
        {
            "slug": policy.slug,
            "city": policy.city,
            "title": policy.title,
            "doc_number": policy.doc_number,
            "issuer": policy.issuer,
            "issued_on": policy.issued_on,
            "state": policy.state,
            "period": policy.period,
            "lead_rule": policy.lead_rule,
            "revision": policy.revision,
        }
    )


def _measure(measure: Measure, remarks: Iterable[str]) -> Iterator[str]:
    yield _lines(_RULE, _remark(f"{measure.ref} {measure.heading}"), *map(_remark, remarks), _RULE)
    units = {role.value: measure.units_as(role) for role in UnitRole}
    yield _table(
        "measure",
        {
            "ref": measure.ref,
            "number": measure.number,
            "section": measure.section,
            "heading": measure.heading,
            "kind": measure.kind,
            **{role: names or None for role, names in units.items()},
        },
    )
    for item in measure.items:
        yield item_text(item, (one for one in measure.indicators if one.item == item.key))


def item_text(item: CheckItem, figures: Iterable[Indicator], table: str = "measure.item") -> str:
    """Write an item down with its figures, as tables of this name."""
    return "\n\n".join([_item(item, table), *(_figure(one, f"{table}.indicator") for one in figures)])


def _item(item: CheckItem, table: str) -> str:
    return _table(
        table,
        {
            "key": item.key,
            "text": item.text,
            "addressee": item.addressee,
            "modality": item.modality,
            "types": item.applies_to.types or None,
            "named": item.applies_to.named or None,
            "method": item.method,
            "how": item.how,
            "evidence": item.evidence,
            "anchors": item.anchors,
            "deadline": item.deadline,
            "theme": item.theme,
        },
    )


def _figure(one: Indicator, table: str) -> str:
    ratio = one.ratio
    return _table(
        table,
        {
            "key": one.key,
            "name": one.name,
            "comparator": one.comparator,
            "value": one.value,
            "max": one.max,
            "unit": one.unit,
            "deadline": one.deadline,
            "frequency": one.frequency,
            "level": one.level,
            "scope": one.scope,
            "anchor": one.anchor,
            "note": one.note,
            "part": ratio.part if ratio else None,
            "whole": ratio.whole if ratio else None,
            "count_unit": ratio.unit if ratio else None,
        },
    )


def _table(name: str, values: Mapping[str, Stated]) -> str:
    return _lines(f"[[{name}]]", *_pairs(values))


def _pairs(values: Mapping[str, Stated]) -> Iterator[str]:
    return (f"{key} = {_written(value)}" for key, value in values.items() if value is not None)


def _written(value: Stated) -> str:
    match value:
        case str():
            return _quoted(value)
        case tuple():
            return f"[{', '.join(map(_quoted, value))}]"
        case Decimal():
            return format(value, "f")
        case _:
            return str(value)


def _quoted(text: str) -> str:
    """Write a basic string of TOML 1.0."""
    return f'"{str(text).translate(_CONTROLS | _ESCAPES)}"'


def _remark(text: str) -> str:
    return f"# {text.translate(_BLANKS)}".rstrip()


def _lines(*lines: str) -> str:
    return "\n".join(lines)
