"""The sentences of the papers, one file a language."""

import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("zh_CN.toml")


def say(key: str, /, **values: object) -> str:
    """Fill a sentence by its key such as `work.policy`; what people typed goes in as it is, never as a pattern."""
    sentence = _found(key)
    assert isinstance(sentence, str)
    return sentence.format_map(values)


def words(key: str) -> tuple[str, ...]:
    """Give a list of words such as the heads of a table."""
    found = _found(key)
    assert isinstance(found, list)
    return tuple(found)


def _found(key: str) -> object:
    part, name = key.split(".")
    return _sentences()[part][name]


@cache
def _sentences() -> dict[str, dict[str, object]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
