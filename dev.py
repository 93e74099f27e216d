#!/usr/bin/env python3
"""Two commands for everybody, `run` and `test`, and a few for those who work on the program."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is told so
    sys.exit("需要 Python 3.11 或更新的版本，当前是 %d.%d。" % sys.version_info[:2])  # noqa: UP031

import argparse
import io
import os
import subprocess
from collections.abc import Callable, Sequence

from scripts import environment, fonts, lock
from scripts.machine import SetupError, has_display, say

ROOT = environment.ROOT
OUT = ROOT / "out"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; a set-up that cannot go on ends in one sentence."""
    _speak_everywhere()
    given = sys.argv[1:] if arguments is None else list(arguments)
    command = _parser().parse_args(given[: 2 if _asks_what_it_does(given) else 1]).command
    try:
        return _COMMANDS[command](given[1:])
    except SetupError as error:
        print(f"错误：{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(rest: Sequence[str]) -> int:
    """Start the program; without a display, make the demonstration report in out/."""
    _prepare("run")
    if has_display():
        environment.prepare_qt()
    elif not rest:
        return _demonstrate()
    return _python("main.py", *rest)


def test(rest: Sequence[str]) -> int:
    """Set up the test tools and run every check, or the steps named."""
    _prepare_offscreen()
    return check(rest)


def check(rest: Sequence[str]) -> int:
    """Run every check, or the steps named, without setting up: format lint types layers tests."""
    _need_tools()
    return _python("scripts/checks.py", *rest)


def tidy(rest: Sequence[str]) -> int:
    """Format the code and mend what the linter can mend."""
    _need_tools()
    paths = rest or ["."]
    return _python("-m", "ruff", "format", *paths) or _python("-m", "ruff", "check", "--fix", *paths)


def fetch_fonts(_rest: Sequence[str]) -> int:
    """Fetch the fonts that are still missing."""
    environment.prepare("run")
    fonts.fetch()
    return 0


def write_locks(_rest: Sequence[str]) -> int:
    """Resolve the dependencies anew and write locks/."""
    lock.write()
    return 0


def bench(rest: Sequence[str]) -> int:
    """Run every benchmark, or those named, and print a table; the rivals are set up for it."""
    _prepare_offscreen("bench")
    return _python("scripts/bench.py", *rest)


def screenshots(rest: Sequence[str]) -> int:
    """Draw the manual's screenshots from the real program."""
    _prepare_offscreen()
    return _python("scripts/screenshots.py", *rest)


def proof(rest: Sequence[str]) -> int:
    """Print how much of each official text its checklist covers, or of those named."""
    environment.prepare("check")
    return _python("scripts/proof.py", *rest)


_COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "format": tidy,
    "fonts": fetch_fonts,
    "lock": write_locks,
    "bench": bench,
    "screenshots": screenshots,
    "proof": proof,
}


def _speak_everywhere() -> None:
    """Let a sentence through where the console's encoding (Windows, piped) lacks a sign of it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in _COMMANDS.items():
        commands.add_parser(name, help=command.__doc__, description=command.__doc__)
    return parser


def _asks_what_it_does(given: Sequence[str]) -> bool:
    """Tell a question about one of our commands; what follows `run` is for the program."""
    return given[:1] != ["run"] and given[1:2] in (["-h"], ["--help"])


def _prepare(lock_name: str) -> None:
    environment.prepare(lock_name)
    fonts.prepare()


def _prepare_offscreen(lock_name: str = "check") -> None:
    _prepare(lock_name)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    environment.prepare_qt()


def _need_tools() -> None:
    if not environment.has_tools():
        raise SetupError("还没有检查用的工具，请先运行 python3 dev.py test。")


def _demonstrate() -> int:
    say("没有图形显示，改为生成一份演示：示例学校按益阳市方案的自评。")
    code = _python("main.py", "demo", str(OUT), "--policy", "yiyang")  # says itself where folder and report lie
    if code == 0:
        say("在有图形界面的电脑上，同一条命令会打开程序窗口。")
    return code


def _python(*arguments: str) -> int:
    return subprocess.run([environment.PYTHON, *arguments], cwd=ROOT, env=_surroundings()).returncode


def _surroundings() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


if __name__ == "__main__":
    sys.exit(main())
