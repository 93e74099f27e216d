"""Numbers and texts go through the JSON of a policy unharmed."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checklists import library
from checklists.canonical import canonical_text, content_of, digest_of
from checklists.errors import PolicyFault, PolicyFileError
from checklists.policy import Policy
from models.vocabulary import Comparator
from tests.checklists.stored import policy_of

POLICY = library.load("zibo-gaoxin")
numbers = st.decimals(min_value=-(10**12) + 1, max_value=10**12 - 1, places=3)
texts = st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip)


def with_value(policy: Policy, value: Decimal) -> Policy:
    """Give the policy's third measure a first figure of this value."""
    measure = policy.measures[2]
    figure = replace(measure.indicators[0], value=value, comparator=Comparator.AT_LEAST)
    changed = replace(measure, indicators=(figure, *measure.indicators[1:]))
    return sealed(replace(policy, measures=(*policy.measures[:2], changed, *policy.measures[3:])))


def sealed(policy: Policy) -> Policy:
    return replace(policy, digest=digest_of(policy))


def returned(policy: Policy) -> Policy:
    return policy_of(json.loads(canonical_text(content_of(policy))))


@settings(deadline=None, max_examples=50)
@given(numbers)
def test_a_figure_comes_back_exactly(value: Decimal) -> None:
    policy = returned(with_value(POLICY, value))
    assert policy.measures[2].indicators[0].value == value


@settings(deadline=None, max_examples=50)
@given(texts)
def test_a_text_comes_back_as_it_was_typed(text: str) -> None:
    assert returned(sealed(replace(POLICY, title=text))).title == text


@settings(deadline=None, max_examples=50)
@given(numbers)
def test_the_digest_does_not_depend_on_trailing_zeros(value: Decimal) -> None:
    assert with_value(POLICY, value).digest == with_value(POLICY, value.normalize()).digest


def test_half_a_character_is_refused() -> None:
    content = json.loads(canonical_text(content_of(POLICY)))
    with pytest.raises(PolicyFileError) as refused:
        policy_of({**content, "title": "校\ud800"})
    assert (refused.value.fault, refused.value.place) == (PolicyFault.WRONG_FORM, "title")
