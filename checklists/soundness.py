"""What must hold inside one policy: keys, references, lengths, figures."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NoReturn

from checklists.deadlines import last_day
from checklists.errors import PolicyFault, PolicyFileError
from checklists.own_names import OWN_KEY, OWN_REF, OWN_SLUG, is_own, item_code
from checklists.policy import CheckItem, Indicator, Measure, Policy
from checklists.themes import theme_names
from models.vocabulary import Comparator, LeadRule, UnitRole

ANCHOR_LENGTH = range(6, 16)
OWN_ANCHOR_LENGTH = range(1, 16)
FIGURE_ANCHOR_LENGTH = range(2, 21)
EVIDENCE_COUNT = range(1, 5)

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NUMBER = re.compile(r"(0|[1-9]\d{0,2})?")
_REF = re.compile(r"[^/\s]+(/[^/\s]+)*")
_ITEM_KEY = re.compile(r"x?(?P<letters>[a-z]{0,2})(?P<number>0|[1-9]\d{0,2})-[1-9]\d{0,2}")
_LETTER = re.compile(r"[a-z]{1,2}")
_PERIOD = re.compile(r"(\d{4}-\d{4})?")
_ROLES = {
    LeadRule.FIRST_LISTED: (UnitRole.LEAD, UnitRole.PARTICIPANT),
    LeadRule.MARKED: tuple(UnitRole),
    LeadRule.BOLD_LOST: (UnitRole.RESPONSIBLE,),
    LeadRule.UNMARKED: (UnitRole.RESPONSIBLE,),
    LeadRule.NO_UNITS: (),
}

Refuse = Callable[..., NoReturn]


def check_sound(policy: Policy, path: Path | None) -> None:
    """Refuse a policy whose parts contradict each other; raises PolicyFileError at the first fault."""

    def refuse(place: str, fault: PolicyFault, *, found: str = "", wanted: str = "") -> NoReturn:
        raise PolicyFileError(path, place, fault, found=found, wanted=wanted)

    _check_head(policy, refuse)
    _check_uniqueness(policy, refuse)
    sections = {section.ref for section in policy.sections}
    for measure in policy.measures:
        _check_measure(measure, sections, refuse)
        _check_words(measure, refuse, is_users=policy.slug.startswith(OWN_SLUG))
        _check_roles(measure, policy.lead_rule, refuse)
    _check_places(policy, refuse)


def is_slug(text: str) -> bool:
    """Tell whether a text can name a policy."""
    return bool(_SLUG.fullmatch(text))


def _check_head(policy: Policy, refuse: Refuse) -> None:
    _match("slug", _SLUG, policy.slug, refuse, wanted="zibo-gaoxin")
    _match("period", _PERIOD, policy.period, refuse, wanted="2021-2025")
    if not policy.measures:
        refuse("measure", PolicyFault.MISSING_KEY, wanted="[[measure]]")


def _check_uniqueness(policy: Policy, refuse: Refuse) -> None:
    _once("section", (section.ref for section in policy.sections), refuse)
    _once("measure", (measure.ref for measure in policy.measures), refuse)
    _once("item", (item.key for item in policy.items()), refuse)
    _once("indicator", (figure.key for figure in policy.indicators()), refuse)
    _once("glossary", (term.term for term in policy.glossary), refuse)
    codes = ({item_code(item.key) for item in measure.items} for measure in policy.measures)
    _once("measure", (code for group in codes for code in group), refuse)


def _check_measure(measure: Measure, sections: set[str], refuse: Refuse) -> None:
    place = f"measure {measure.ref}"
    _match(f"{place} ref", _REF, measure.ref, refuse, wanted="三/（一）/1")
    _match(f"{place} number", _NUMBER, measure.number, refuse, wanted="11")
    if measure.section not in sections:
        refuse(f"{place} section", PolicyFault.NO_SUCH_SECTION, found=measure.section)
    if measure.ref != measure.section and not measure.ref.startswith(f"{measure.section}/"):
        refuse(f"{place} ref", PolicyFault.WRONG_FORM, found=measure.ref, wanted=f"{measure.section}/…")
    if not measure.items:
        refuse(f"{place} item", PolicyFault.MISSING_KEY, wanted="[[measure.item]]")
    for item in measure.items:
        _check_item(item, measure, refuse)
    for figure in measure.indicators:
        _check_indicator(figure, measure, refuse)


def _check_item(item: CheckItem, measure: Measure, refuse: Refuse) -> None:
    place = f"measure {measure.ref} item {item.key}"
    key = _ITEM_KEY.fullmatch(item.key)
    if key is None:
        refuse(f"{place} key", PolicyFault.WRONG_FORM, found=item.key, wanted=f"{measure.number or 'g1'}-1")
    if not _belongs(key, measure):
        refuse(f"{place} key", PolicyFault.FOREIGN_KEY, found=item.key, wanted=f"{measure.number or 'g1'}-1")
    if not item.method:
        refuse(f"{place} method", PolicyFault.EMPTY)
    if len(item.evidence) not in EVIDENCE_COUNT:
        refuse(f"{place} evidence", PolicyFault.WRONG_LENGTH, found=str(len(item.evidence)), wanted="1–4")
    if not item.anchors and not is_own(item):
        refuse(f"{place} anchors", PolicyFault.EMPTY)
    _check_deadline(place, item.deadline, refuse)


def _check_words(measure: Measure, refuse: Refuse, *, is_users: bool) -> None:
    """Check anchors and themes, which what users wrote themselves may lack."""
    for item in measure.items:
        place = f"measure {measure.ref} item {item.key}"
        for anchor in item.anchors:
            _fit(f"{place} anchors", anchor, OWN_ANCHOR_LENGTH if is_users else ANCHOR_LENGTH, refuse)
        if item.theme not in theme_names() and (item.theme or not (is_users or is_own(item))):
            refuse(f"{place} theme", PolicyFault.NO_SUCH_THEME, found=item.theme)


def _belongs(key: re.Match[str], measure: Measure) -> bool:
    """Tell whether a key starts as its measure's keys do: its number, or letters where it has none."""
    if measure.ref == OWN_REF:
        return key.string.startswith(OWN_KEY) and not key["letters"].startswith(OWN_KEY)
    same_code = item_code(measure.items[0].key) == item_code(key.string)
    return same_code and (key["number"] == measure.number if measure.number else key["letters"] != "")


def _check_indicator(figure: Indicator, measure: Measure, refuse: Refuse) -> None:
    place = f"measure {measure.ref} item {figure.item} indicator {figure.key}"
    if figure.item not in {item.key for item in measure.items}:
        refuse(place, PolicyFault.NO_SUCH_ITEM, found=figure.item)
    owner, _, letter = figure.key.rpartition("-")
    if not _LETTER.fullmatch(letter):
        refuse(f"{place} key", PolicyFault.WRONG_FORM, found=figure.key, wanted=f"{figure.item}-a")
    if owner != figure.item:
        refuse(f"{place} key", PolicyFault.FOREIGN_KEY, found=figure.key, wanted=f"{figure.item}-a")
    _fit(f"{place} anchor", figure.anchor, FIGURE_ANCHOR_LENGTH, refuse)
    _check_deadline(place, figure.deadline, refuse)
    _check_range(place, figure, refuse)


def _check_deadline(place: str, deadline: str, refuse: Refuse) -> None:
    try:
        last_day(deadline)
    except ValueError:
        refuse(f"{place} deadline", PolicyFault.WRONG_FORM, found=deadline, wanted="2023 · 2022-12 · 2022-12-31")


def _check_range(place: str, figure: Indicator, refuse: Refuse) -> None:
    if (figure.comparator is Comparator.RANGE) != (figure.max is not None):
        refuse(f"{place} max", PolicyFault.WRONG_RANGE, found=figure.comparator, wanted="range")
    if figure.max is not None and (figure.value is None or figure.value >= figure.max):
        refuse(f"{place} max", PolicyFault.WRONG_RANGE, found=f"{figure.value}…{figure.max}", wanted="15…30")
    if figure.value is not None and not figure.unit:
        refuse(f"{place} unit", PolicyFault.MISSING_KEY, wanted="unit")


def _check_roles(measure: Measure, rule: LeadRule, refuse: Refuse) -> None:
    for unit in measure.units:
        if unit.role not in _ROLES[rule]:
            wanted = " · ".join(_ROLES[rule])
            refuse(f"measure {measure.ref} {unit.role}", PolicyFault.WRONG_ROLE, found=unit.name, wanted=wanted)


def _check_places(policy: Policy, refuse: Refuse) -> None:
    """Check that idle numerals lie in a measure; a noise may lie outside of all, as in the date line."""
    refs = {measure.ref for measure in policy.measures}
    for numeral in policy.idle_numerals:
        if numeral.ref not in refs:
            refuse(f"idle_numeral {numeral.anchor} ref", PolicyFault.NO_SUCH_SECTION, found=numeral.ref)


def _once(place: str, names: Iterable[str], refuse: Refuse) -> None:
    for name in _repeated(names):
        refuse(f"{place} {name}", PolicyFault.REPEATED, found=name)


def _repeated(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield name
        seen.add(name)


def _match(place: str, form: re.Pattern[str], text: str, refuse: Refuse, *, wanted: str) -> None:
    if not form.fullmatch(text):
        refuse(place, PolicyFault.WRONG_FORM, found=text, wanted=wanted)


def _fit(place: str, text: str, lengths: range, refuse: Refuse) -> None:
    if len(text) not in lengths:
        wanted = f"{lengths.start}–{lengths.stop - 1}"
        refuse(place, PolicyFault.WRONG_LENGTH, found=f"{text} ({len(text)})", wanted=wanted)
