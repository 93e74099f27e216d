"""How the words of the command line are read, and refused in Chinese."""

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from commands.exits import WRONG_USAGE


class Parser(argparse.ArgumentParser):
    """An argument parser that refuses in Chinese."""

    def error(self, message: str) -> NoReturn:
        """Say what was wrong with the words, and leave."""
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"命令写得不对（{message}）。可用的命令见 python main.py --help。\n")


def add_workspace(parser: Parser) -> None:
    """Let the workspace be named."""
    parser.add_argument("--workspace", type=Path, metavar="DIR", help="工作文件夹（默认用系统的用户数据文件夹）")
