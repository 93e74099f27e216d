"""What the program refuses, said in one Chinese sentence each: what is wrong, where, and what to do."""

import tomllib
from contextlib import suppress
from enum import StrEnum
from functools import cache

from resources import resource, word


def sentence(error: BaseException) -> str | None:
    """Say an expected error in Chinese, its fields filled in; None for a bug of ours."""
    for kind in type(error).__mro__:
        if (template := sentences().get(kind.__name__)) is not None:
            fields = {name: getattr(error, name) for name in dir(error) if not name.startswith("_")}
            return template.format_map({name: _said(value, fields) for name, value in fields.items()})
    return None


def refusal(error: Exception) -> str:
    """Say an expected error in Chinese; a bug of ours is raised again, for the hook to tell."""
    said = sentence(error)
    if said is None:
        raise error
    return said


def _said(value: object, fields: dict[str, object]) -> object:
    """Say a member of a closed set that has words by them, the error's fields filled in."""
    if isinstance(value, StrEnum):
        with suppress(KeyError):
            return word(value).format_map(fields)
    return value


@cache
def sentences() -> dict[str, str]:
    """Give the sentences by the names of the errors' classes."""
    return tomllib.loads(resource("terms", "refusals_zh_CN.toml").read_text(encoding="utf-8"))
