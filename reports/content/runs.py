"""Numbers such as 7-2-01 in a row, said as from … to."""

import re
from collections.abc import Iterable

from reports.wording import say

_LEAST = 3
"""From this many numbers in a row on, the ones between are left out."""
_WORD = re.compile(r"[^\W\d]+")


def in_runs(numbers: Iterable[str], to: str = "label.to") -> list[str]:
    """Say three or more numbers in a row as from … to, the others one by one."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return [part for run in runs for part in _said(run, to)]


def _said(run: list[str], to: str) -> list[str]:
    """Say the word before a number once: 目标1-4至1-7."""
    if len(run) < _LEAST:
        return run
    word = _WORD.match(run[0])
    if word is None:
        return [say(to, first=run[0], last=run[-1])]
    return [say(f"{to}_worded", first=run[0], last=run[-1].removeprefix(word[0]))]


def _follows(one: str, after: str) -> bool:
    (head, _, last), (next_head, _, next_last) = one.rpartition("-"), after.rpartition("-")
    return head == next_head and _is_count(last, next_last) and int(next_last) == int(last) + 1


def _is_count(*texts: str) -> bool:
    return all(text.isascii() and text.isdigit() for text in texts)
