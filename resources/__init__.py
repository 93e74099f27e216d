"""Everything the program carries that is not code: one function finds it, one speaks our words."""

import os
import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path

VERSION = "0.1.0"

_HERE = Path(__file__).resolve().parent  # PyInstaller, too, points __file__ into its bundle


def resource(*parts: str) -> Path:
    """Find a file or folder we carry, from source, installed and frozen alike."""
    return _HERE.joinpath(*parts)


def font_folders() -> tuple[Path, ...]:
    """List the folders that hold fetched fonts, the one named by VOCCHECK_FONTS first."""
    named = os.environ.get("VOCCHECK_FONTS")
    folders = [Path(named)] if named else []
    return tuple(folder for folder in [*folders, resource("fonts")] if folder.is_dir())


def font(file: str) -> Path | None:
    """Find a fetched font by its file name as `fonts.toml` gives it, None where it was not fetched."""
    return next((folder / file for folder in font_folders() if (folder / file).is_file()), None)


def word(value: StrEnum) -> str:
    """Say a member of one of our closed sets in Chinese; raises KeyError where it has no word."""
    return _words()[type(value).__name__][value.value]


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(resource("terms", "zh_CN.toml").read_text(encoding="utf-8"))
