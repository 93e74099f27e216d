"""The manual speaks of what is on the screen: its words, and its keys."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache

import pytest

from tests.docs.documents import MANUAL, ROOMS, ROOT, code_names, quoted, source

NOT_ON_SCREEN = {
    "做到没有": "what a rewritten item answers",
    "政策换版": "a heading of the manual",
    "条款-要点-序号": "the pattern of numbers, described",
    "要点-序号": "the same",
    "编号 名称": "how exported files are called",
    "153亩": "what may be typed",
    "8万": "the same",
    "双师型": "a teacher's title",
    "1—2个": "words of a policy",
    "用三至五年": "the same",
    "可以": "the same",
    "超过": "the same",
    "校本11-1": "an example of a number",
    "更新域": "a word of Word's",
    "见整改台账序号1": "an example from a paper",
    "拍板": "said short",
    "另有几项": "words of a paper, whatever the count",
}
"""What the manual quotes that no one needs to look for on a screen, and why."""
_KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:Enter|[A-Z0-9+=-])|F\d")
_ASKED_OF_THE_EVENT = {"Ctrl+C": "_Keys.Copy", "Shift+Enter": "KeyboardModifier.ShiftModifier"}


@pytest.mark.parametrize("words", [words for words in quoted(MANUAL) if words not in NOT_ON_SCREEN])
def test_words_that_the_manual_quotes_are_said_by_the_program(words: str) -> None:
    assert words in _said() or any(shape.fullmatch(words) for shape in _shapes())


@pytest.mark.parametrize("key", sorted({code for code in code_names(MANUAL) if _KEY.fullmatch(code)}))
def test_keys_that_the_manual_names_are_bound(key: str) -> None:
    assert f'"{key}"' in source("gui") or _ASKED_OF_THE_EVENT.get(key, f'"{key}') in source("gui")


def test_what_need_not_be_on_screen_is_still_in_the_manual() -> None:
    assert set(NOT_ON_SCREEN) <= set(quoted(MANUAL))


@cache
def _said() -> frozenset[str]:
    """Give every text of the program: of its code, its terms, its reports' wording."""
    texts = {
        text for room in ROOMS for file in (ROOT / room).rglob("*.py") for text in _literals(file.read_text("utf-8"))
    }
    for file in (*(ROOT / "resources").rglob("*.toml"), *(ROOT / "reports").rglob("*.toml")):
        texts.update(_leaves(tomllib.loads(file.read_text(encoding="utf-8"))))
    return frozenset(text.removesuffix("…") for text in texts) | texts


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Give the texts with gaps to be filled in, each as what it may become."""
    gaps = (text for text in _said() if "{" in text and re.search(r"[\u4e00-\u9fff]", text))
    kept = (text for text in gaps if len(re.findall(r"[\u4e00-\u9fff]", re.sub(r"\{.*?\}", "", text))) > 2)
    return tuple(re.compile(re.sub(r"\\\{.*?\\\}", ".*", re.escape(text))) for text in kept)


def _literals(code: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _leaves(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from _leaves(inner)
        case list():
            for inner in value:
                yield from _leaves(inner)
        case _:
            return
