"""How the words of the command line are read, explained and refused in Chinese."""

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from commands.exits import WRONG_USAGE

_NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)
_REFUSALS = {
    r"the following arguments are required: (?P<what>.+)": "还缺 {what}",
    r"argument (?P<name>.+?): invalid choice: '(?P<given>.*)' \(choose from (?P<offered>.+)\)": (
        "{name} 没有“{given}”，可以是 {offered}"
    ),
    r"argument (?P<name>.+?): invalid \w+ value: '(?P<given>.*)'": "{name} 要写编号，像 1 这样，写的是“{given}”",
    r"argument (?P<name>.+?): expected .+": "{name} 后面少写了东西",
    r"argument (?P<name>.+?): ignored explicit argument '(?P<given>.*)'": "{name} 后面不用写“{given}”",
    r"unrecognized arguments: (?P<given>.+)": "多写了 {given}",
}
"""What argparse says of wrong words, and what we say."""


class _Formatter(argparse.HelpFormatter):
    """Lays out help under Chinese heads."""

    @override
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "写法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that explains and refuses in Chinese; one without a description leaves --help to others."""

    def __init__(self, prog: str, description: str = "") -> None:
        super().__init__(prog=prog, description=description, formatter_class=_Formatter, add_help=False)
        self._positionals.title, self._optionals.title = "要写的", "选项"
        if description:
            self.add_argument("-h", "--help", action="help", help="看这一页说明")

    @override
    def error(self, message: str) -> NoReturn:
        """Say what was wrong with the words, and leave."""
        self.exit(WRONG_USAGE, f"命令写得不对：{_said(message)}。写法见 {self.prog} --help。\n")


def number(text: str) -> int:
    """Read the number that something goes by, from 1 on and no longer than any we give; raises ValueError."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return int(text)


def called() -> str:
    """Say how the program was called: as a script, or by its name."""
    return "python main.py" if Path(sys.argv[0]).suffix == ".py" else "voccheck"


def add_workspace(parser: argparse.ArgumentParser) -> None:
    """Let the workspace be named, before a command or after it; what is not named here stays as it was."""
    says = "工作文件夹（默认用系统的用户数据文件夹）"
    parser.add_argument("--workspace", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=says)


def _said(message: str) -> str:
    for refusal, sentence in _REFUSALS.items():
        if found := re.fullmatch(refusal, message):
            return sentence.format_map({name: _plain(words) for name, words in found.groupdict().items()})
    return message


def _plain(words: str) -> str:
    return words.replace("'", "").replace(", ", "、")
