"""Write models/compiled.py: every statement of models/statements as the text that SQLite's driver takes."""

import re
import subprocess
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sqlalchemy.dialects import sqlite  # noqa: E402
from sqlalchemy.sql import ClauseElement  # noqa: E402

from models import statements  # noqa: E402

TARGET = ROOT / "models" / "compiled.py"
_HEAD = '''"""Statements as SQLite takes them, made from models/statements by scripts/compile_statements.py."""

from models import lines
from models.asking import Command, Query

'''


def compiled(modules: Iterable[ModuleType] = statements.PARTS) -> str:
    """Give the text of compiled.py for the statements of these modules."""
    return _HEAD + "\n".join(
        _assignment(name, value) for module in modules for name, value in vars(module).items() if _is_public(name)
    )


def _is_public(name: str) -> bool:
    return name.isupper() and not name.startswith("_") and name != "OF_ASSESSMENT"


def _assignment(name: str, value: object) -> str:
    if isinstance(value, tuple):
        line, statement = value
        return f"{name} = Query(\n    {_wrapped(_text(statement))},\n    lines.{line.__name__},\n)"
    assert isinstance(value, ClauseElement), name
    return f"{name} = Command({_wrapped(_text(value))})"


def _wrapped(text: str) -> str:
    pieces = textwrap.wrap(text, 100, drop_whitespace=False, break_long_words=False, break_on_hyphens=False)
    return "\n".join(map(repr, pieces))


def _text(statement: ClauseElement) -> str:
    compiled = statement.compile(dialect=sqlite.dialect(paramstyle="named"))
    spoken = re.sub(r"\s+", " ", str(compiled)).strip()
    constants = {name: value for name, value in compiled.params.items() if value is not None}
    return re.sub(r":(\w+)", lambda found: _constant(constants, found), spoken)


def _constant(constants: dict[str, object], found: re.Match[str]) -> str:
    return repr(constants[found[1]]) if found[1] in constants else found[0]


def formatted(text: str) -> str:
    """Lay the text out as the house wants it."""
    ruff = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(TARGET), "-"]
    return subprocess.run(ruff, input=text, capture_output=True, text=True, check=True, cwd=ROOT).stdout


if __name__ == "__main__":
    TARGET.write_text(formatted(compiled()), encoding="utf-8")
