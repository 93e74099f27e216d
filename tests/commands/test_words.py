"""The words of the command line: explained and refused in Chinese, one sentence each."""

import re
from argparse import _SubParsersAction

import pytest

import main
from commands.exits import WRONG_USAGE
from commands.offered import parser_of_commands
from commands.words import Parser

WRONG = {
    "nope": "没有“nope”",
    "report": "还缺 --assessment、--kind、-o",
    "policy paris": "yiyang",
    "report --assessment x": "要写编号",
    "report --assessment 0": "要写编号",
    "report --assessment 99999999999999999999": "要写编号",
    "report --assessment 1 --edition 1.5": "要写编号",
    "report --assessment 1 --kind poem -o x": "one-page",
    "themes x": "多写了 x",
    "themes --json=x": "不用写",
    "ledger --assessment": "后面少写了东西",
    "--workspace": "后面少写了东西",
}


def commands() -> dict[str, Parser]:
    found = (action for action in parser_of_commands()._actions if isinstance(action, _SubParsersAction))
    return dict(next(found).choices)


@pytest.mark.parametrize(("words", "said"), WRONG.items())
def test_wrong_words_are_refused_in_one_chinese_sentence(
    words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main.main(words.split())
    refusal = capsys.readouterr().err
    assert stop.value.code == WRONG_USAGE
    assert said in refusal
    assert refusal.count("\n") == 1
    assert refusal.endswith("--help。\n")
    assert not re.search(r"argument|invalid|required|expected|choose", refusal)


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_explained_in_chinese(name: str) -> None:
    command = commands()[name]
    assert all(action.help and re.search(r"[\u4e00-\u9fff]|yiyang", action.help) for action in command._actions)
    assert not re.search(r"usage|options|positional|show this", command.format_help())


def test_a_workspace_may_be_named_before_a_command_or_after_it() -> None:
    read = parser_of_commands().parse_args
    assert read(["verify"]).workspace is None
    before, after = read(["--workspace", "a", "verify"]), read(["verify", "--workspace", "a"])
    assert before == after
    assert str(after.workspace) == "a"
