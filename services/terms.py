"""The Chinese words of our closed sets, read once from resources/terms."""

import tomllib
from enum import StrEnum
from functools import cache

from resources import resource


def word(value: StrEnum) -> str:
    """Give the one word for a member of vocabulary, such as 已落实 for Status.MET."""
    return _terms()[type(value).__name__][value.value]


@cache
def _terms() -> dict[str, dict[str, str]]:
    with resource("terms", "zh_CN.toml").open("rb") as file:
        return tomllib.load(file)
