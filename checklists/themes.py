"""What similar measures of different cities share."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FILE = Path(__file__).parent / "library" / "themes.toml"


@cache
def theme_names() -> Mapping[str, str]:
    """Give all themes in their order, each with its Chinese name."""
    return MappingProxyType(tomllib.loads(_FILE.read_text(encoding="utf-8")))


def theme_name(slug: str) -> str:
    """Name a theme in Chinese; a theme we do not know keeps its own name."""
    return theme_names().get(slug, slug)
