"""Every error a person may meet has its sentence, and every sentence can be filled."""

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

import pytest

import checklists
import models
import reports
import services
from checklists.errors import PolicyFault, PolicyFileError
from models.causes import Damage, Failure
from models.errors import DamagedStoreError, StoreError, StoreFailedError
from resources import refusals
from services.evidence.errors import NotOpenableError

ROOMS = (checklists, models, reports, services)
BASES = {"StoreError", "PathError", "BlobError", "PrintError", "DocumentError", "ItemError", "SheetError", "RowError"}


def error_modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        for found in walk_packages(room.__path__, f"{room.__name__}."):
            if found.name.endswith("errors"):
                yield import_module(found.name)


def expected_errors() -> list[type[Exception]]:
    found = (kind for module in error_modules() for _, kind in inspect.getmembers(module, inspect.isclass))
    return sorted({kind for kind in found if issubclass(kind, Exception) and kind.__name__ not in BASES}, key=repr)


def _failed(failure: Failure) -> StoreFailedError:
    return StoreFailedError(Path("甲.db"), "SQLITE_IOERR", failure)


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
    said = refusals.sentence(NotOpenableError("{0.__class__} <b>"))
    assert said is not None
    assert "{0.__class__} <b>" in said


@pytest.mark.parametrize("fault", PolicyFault)
def test_every_fault_of_a_checklists_file_is_said_with_its_place_and_remedy(fault: PolicyFault) -> None:
    said = refusals.sentence(PolicyFileError(Path("我市.toml"), "item 1-1 key", fault, found="甲{0}", wanted="1-2"))
    assert said is not None
    assert said.startswith("清单文件 “我市.toml” 用不了：")
    assert fault.value not in said
    assert not re.search(r"\{(place|found|wanted)\}|（）", said)
    assert re.search(r"改|写|选|换|留|看|存", said.partition("：")[2])


@pytest.mark.parametrize(
    "error", [*(DamagedStoreError(Path("甲.db"), one, "x") for one in Damage), *map(_failed, Failure)]
)
def test_damage_and_failures_are_said_in_no_foreign_word(error: StoreError) -> None:
    said = refusals.sentence(error)
    assert said is not None
    assert not re.search(r"[A-Za-z]{2,}|（）", said.replace("甲.db", "").replace("backups", ""))


def test_a_bug_of_ours_has_no_sentence() -> None:
    assert refusals.sentence(KeyError("x")) is None


def test_a_refusal_is_said_and_a_bug_of_ours_goes_on() -> None:
    error = _failed(Failure.UNSAID)
    assert refusals.refusal(error) == refusals.sentence(error)
    bug = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError) as raised:
        refusals.refusal(bug)
    assert raised.value is bug
