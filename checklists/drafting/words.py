"""The Chinese words of a draft checklist: its marks and its remarks."""

import tomllib
from functools import cache

from resources import resource


def draft_word(key: str, **fields: object) -> str:
    """Say a remark of resources/terms/drafting_zh_CN.toml with its fields filled in."""
    return _words()[key].format(**fields)


@cache
def _words() -> dict[str, str]:
    return tomllib.loads(resource("terms", "drafting_zh_CN.toml").read_text(encoding="utf-8"))
