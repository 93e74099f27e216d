"""The door: what is asked on the command line, or the window where nothing is."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from commands.display import dead_display
from commands.exits import DONE, REFUSED
from commands.whereabouts import folder_of, who
from commands.words import Parser, add_workspace, called
from resources.refusals import sentence


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 done, 1 refused with one sentence, 2 wrong usage."""
    _speak_utf8()
    try:
        asked = _read(arguments)
        status: int = asked.run(asked)
        print(end="", flush=True)
    except BrokenPipeError:
        _write_no_more()
        return DONE
    except (Exception, KeyboardInterrupt) as error:
        said = sentence(_expected(error))
        if said is None:
            raise
        print(said, file=sys.stderr)
        return REFUSED
    return status


def _expected(error: BaseException) -> BaseException:
    """Name what the computer or the person at it does to us, wherever it strikes, as our own errors do."""
    if isinstance(error, KeyboardInterrupt):
        from services.progress import CancelledError

        return CancelledError()
    if isinstance(error, OSError):
        from models.durable import refusal_of

        if error.filename is None:
            _write_no_more()
        return refusal_of(error, Path(error.filename or "输出"))
    return error


def _write_no_more() -> None:
    """Let what is still to be written go nowhere, so that Python does not fail at it once more when it ends."""
    with suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _read(arguments: Sequence[str] | None) -> Namespace:
    """Know a start of the window by itself: whoever opens it does not wait for what the commands are made of."""
    door = Parser(called())
    add_workspace(door)
    door.set_defaults(run=_window, workspace=None)
    asked, rest = door.parse_known_args(arguments)
    if not rest:
        return asked
    from commands.offered import parser_of_commands

    return parser_of_commands().parse_args(arguments)


def _window(asked: Namespace) -> int:
    if (dead := dead_display(os.environ)) is not None:
        why = f"屏幕 {dead} 没有应答" if dead else "这里没有屏幕"
        print(
            f"{why}，打不开窗口：请在桌面环境里再运行一次，或用 {called()} demo DIR 直接生成示例报告。",
            file=sys.stderr,
        )
        return REFUSED
    gc.disable()  # until the window is complete: what is made at a start is not thrown away
    try:
        from gui.shell.program import run
    except ImportError as missing:
        if (missing.name or "").partition(".")[0] != "PySide6":
            raise
        print("没有装窗口组件（PySide6），打不开窗口：请运行 python3 dev.py run 装好再开。", file=sys.stderr)
        return REFUSED
    return run(folder_of(asked), who())


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # the process that reads foreign files is this program, too
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
