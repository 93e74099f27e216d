"""Every error a person may meet has its sentence, and every sentence can be filled."""

import inspect
import re
from types import ModuleType

import pytest

import checklists.errors
import models.errors
import reports.errors
import services.editions.errors
import services.errors
from resources import refusals

BASES = {"StoreError", "BlobError", "PrintError"}


def expected_errors() -> list[type[Exception]]:
    modules: list[ModuleType] = [
        checklists.errors,
        models.errors,
        reports.errors,
        services.errors,
        services.editions.errors,
    ]
    found = (kind for module in modules for _, kind in inspect.getmembers(module, inspect.isclass))
    return sorted({kind for kind in found if issubclass(kind, Exception) and kind.__name__ not in BASES}, key=repr)


@pytest.mark.parametrize("kind", expected_errors())
def test_an_expected_error_has_a_sentence_that_its_fields_fill(kind: type[Exception]) -> None:
    template = refusals.sentences()[kind.__name__]
    fields = set(inspect.signature(kind.__init__).parameters)
    fields |= {name for name, _ in inspect.getmembers(kind, lambda member: isinstance(member, property))}
    used = {name.split(".")[0] for name in re.findall(r"{(.*?)}", template)}
    assert used <= fields
    assert template.endswith("。")
    assert template.count("。") == 1


def test_what_people_typed_is_said_as_typed() -> None:
    said = refusals.sentence(services.errors.NotOpenableError("{0.__class__} <b>"))
    assert said is not None
    assert "{0.__class__} <b>" in said


def test_a_bug_of_ours_has_no_sentence() -> None:
    assert refusals.sentence(KeyError("x")) is None
