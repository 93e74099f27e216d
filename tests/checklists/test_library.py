"""The library: every policy that is written loads, keeps its keys and equals its JSON."""

import json
from collections import Counter
from pathlib import Path

import jsonschema
import pytest

from checklists import library
from checklists.canonical import canonical_text, content_of, digest_of
from checklists.errors import UnknownPolicyError
from checklists.themes import theme_name, theme_names
from models.vocabulary import (
    Addressee,
    CheckMethod,
    Comparator,
    LeadRule,
    Level,
    MeasureKind,
    Modality,
    PolicyState,
    SchoolType,
    Scope,
    UnitRole,
)
from tests.checklists.stored import policy_of

FOLDER = Path(library.__file__).parent
SCHEMA = json.loads((FOLDER / "policy.schema.json").read_text(encoding="utf-8"))
PINNED = (Path(__file__).parent / "pinned_keys.txt").read_text(encoding="utf-8").splitlines()
TEXT_LENGTH = range(15, 61)
SET_APART = {
    ("zibo-gaoxin", "8-5"): "filed with the education bureau; technician schools file their courses elsewhere",
    ("yiyang", "3-6"): "the standard for courses is the education department's own",
    ("yiyang", "4-20"): "the sentence before it gives technician schools their own way up, the 技师学院",
    ("siping", "13-3"): "two county centres, named",
}
"""Items for secondary vocational schools that do not bind technician schools, and why (FORMAT.md)."""

every_policy = pytest.mark.parametrize("slug", library.slugs())


def test_the_library_lists_the_five_policies_in_their_order() -> None:
    assert [entry.slug for entry in library.catalogue()] == ["chaoyang", "zibo-gaoxin", "yiyang", "shangqiu", "siping"]


def test_a_policy_counts_as_written_exactly_when_its_file_is_there() -> None:
    files = {path.stem for path in FOLDER.glob("*.toml")} - {
        "library",
        "themes",
        "shared_figures",
        "digests",
        "base_figures",
        "feeds",
    }
    assert set(library.slugs()) == files


def test_a_policy_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UnknownPolicyError) as refused:
        library.load("nowhere")
    assert refused.value.known == library.slugs()


@every_policy
def test_the_list_says_the_same_of_a_policy_as_its_file(slug: str) -> None:
    entry = next(entry for entry in library.catalogue() if entry.slug == slug)
    policy = library.load(slug)
    says = (policy.slug, policy.city, policy.title, policy.doc_number, policy.issued_on, policy.state)
    assert says == (entry.slug, entry.city, entry.title, entry.doc_number, entry.issued_on, entry.state)


@every_policy
def test_the_json_of_a_policy_obeys_the_schema(slug: str) -> None:
    checker = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    assert [fault.message for fault in checker.iter_errors(content_of(library.load(slug)))] == []


def test_the_schema_refuses_what_is_not_a_policy() -> None:
    checker = jsonschema.Draft202012Validator(SCHEMA)
    content = content_of(library.load(library.slugs()[0]))
    assert not checker.is_valid({**content, "extra": 1})
    assert not checker.is_valid({key: value for key, value in content.items() if key != "period"})
    assert not checker.is_valid({**content, "lead_rule": "guessed"})


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (("properties", "state"), PolicyState),
        (("properties", "lead_rule"), LeadRule),
        (("$defs", "measure", "properties", "kind"), MeasureKind),
        (("$defs", "item", "properties", "addressee"), Addressee),
        (("$defs", "item", "properties", "modality"), Modality),
        (("$defs", "item", "properties", "method", "items"), CheckMethod),
        (("$defs", "item", "properties", "applies_to", "properties", "types", "items"), SchoolType),
        (("$defs", "indicator", "properties", "comparator"), Comparator),
        (("$defs", "indicator", "properties", "level"), Level),
        (("$defs", "indicator", "properties", "scope"), Scope),
    ],
)
def test_the_schema_knows_the_words_of_the_vocabulary(place: tuple[str, ...], words: type) -> None:
    node = SCHEMA
    for step in place:
        node = node[step]
    assert node["enum"] == [word.value for word in words]  # type: ignore[attr-defined]


def test_the_schema_knows_the_roles_of_units() -> None:
    units = SCHEMA["$defs"]["measure"]["properties"]["units"]
    assert list(units["properties"]) == [role.value for role in UnitRole]


@every_policy
def test_a_policy_comes_back_from_its_json_with_the_same_digest(slug: str) -> None:
    policy = library.load(slug)
    returned = policy_of(json.loads(json.dumps(content_of(policy), ensure_ascii=False)))
    assert returned.digest == policy.digest == digest_of(returned)
    assert content_of(returned) == content_of(policy)
    assert (returned.measures, returned.sections) == (policy.measures, policy.sections)


@every_policy
def test_json_that_was_changed_on_the_way_has_another_digest(slug: str) -> None:
    content = json.loads(canonical_text(content_of(library.load(slug))))
    content["measures"][0]["items"][0]["text"] += "（改）"
    assert policy_of(content).digest != content["digest"]


@every_policy
def test_every_key_that_was_ever_given_out_is_still_there(slug: str) -> None:
    policy = library.load(slug)
    keys = [f"{slug} {key}" for key in [item.key for item in policy.items()] + [f.key for f in policy.indicators()]]
    pinned = [line for line in PINNED if line.split(" ")[0] == slug]
    assert sorted(set(pinned) - set(keys)) == [], "keys are for ever: answers hang on them"
    assert sorted(set(keys) - set(pinned)) == [], "add these new keys to pinned_keys.txt"


def test_no_key_is_pinned_twice() -> None:
    assert [line for line, count in Counter(PINNED).items() if count > 1] == []


@every_policy
def test_items_are_short_and_say_different_things(slug: str) -> None:
    items = list(library.load(slug).items())
    assert [(item.key, len(item.text)) for item in items if len(item.text) not in TEXT_LENGTH] == []
    assert repeated(item.text for item in items) == []
    assert repeated(item.how for item in items) == []


def repeated(texts: object) -> list[str]:
    return [text for text, count in Counter(texts).items() if count > 1]  # type: ignore[call-overload]


@every_policy
def test_on_site_ways_to_check_are_marked_as_such(slug: str) -> None:
    for item in library.load(slug).items():
        if "访谈" in item.how:
            assert CheckMethod.INTERVIEW in item.method, item.key
        if "实地" in item.how or "现场" in item.how:
            assert CheckMethod.ON_SITE in item.method, item.key
        if "查阅" in item.how:
            assert CheckMethod.READ in item.method, item.key


def test_themes_have_chinese_names() -> None:
    assert theme_name("vertical-pathway") == "纵向贯通培养"
    assert theme_name("no-such-theme") == "no-such-theme"
    assert repeated(theme_names().values()) == []


def test_what_binds_secondary_vocational_schools_binds_technician_schools() -> None:
    found = {
        (slug, item.key)
        for slug in library.slugs()
        for item in library.load(slug).items()
        if SchoolType.SECONDARY in item.applies_to.types and SchoolType.TECHNICIAN not in item.applies_to.types
    }
    assert found == set(SET_APART)


@every_policy
def test_an_item_for_every_type_of_school_names_none(slug: str) -> None:
    assert [item.key for item in library.load(slug).items() if len(item.applies_to.types) == len(SchoolType)] == []
