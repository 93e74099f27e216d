"""The automatic numbers of a Word file, counted as Word counts them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from checklists.reading.marks import CIRCLES
from checklists.reading.numerals import written

_LEGAL = str.maketrans("一二三四五六七八九十百", "壹贰叁肆伍陆柒捌玖拾佰")
_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
    "taiwaneseCountingThousand",
    "taiwaneseCounting",
    "koreanCounting",
)


def _letters(value: int) -> str:
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _roman(value: int) -> str:
    letters: tuple[tuple[int, str], ...] = (
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
    )
    letters += ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    said = ""
    for worth, letter in letters:
        count, value = divmod(value, worth)
        said += letter * count
    return said


_WRITERS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(_CHINESE, written),
    "chineseLegalSimplified": lambda value: written(value).translate(_LEGAL),
    "ideographLegalTraditional": lambda value: written(value).translate(_LEGAL),
    "decimalZero": lambda value: f"{value:02}",
    "decimalEnclosedCircle": lambda value: CIRCLES[value - 1] if 0 < value <= len(CIRCLES) else f"({value})",
    "decimalEnclosedCircleChinese": lambda value: CIRCLES[value - 1] if 0 < value <= len(CIRCLES) else f"({value})",
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "bullet": lambda _value: "",
    "none": lambda _value: "",
}


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class WordNumbers:
    """The lists of a file: `levels` by list and depth, `lists` from number to list, and how far each has counted."""

    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def next(self, number: str, depth: int) -> str:
        """Count one further in a list and write the number; "" for a list that is not there or has only bullets."""
        owner = self.lists.get(number)
        if owner is None or (owner, depth) not in self.levels:
            return ""
        self._begin(number, owner)
        self.counts[owner, depth] = self._count(owner, depth) + 1
        for deeper in range(depth + 1, 9):
            self.counts.pop((owner, deeper), None)
        level = self.levels[owner, depth]
        return (
            "" if level.form == "bullet" else re.sub("%([1-9])", lambda found: self._written(owner, found), level.text)
        )

    def _begin(self, number: str, owner: str) -> None:
        """Begin a list anew where its number says so."""
        if number in self.seen:
            return
        self.seen.add(number)
        for (named, depth), start in self.starts.items():
            if named == number:
                self.counts[owner, depth] = start - 1

    def _count(self, owner: str, depth: int) -> int:
        level = self.levels.get((owner, depth))
        return self.counts.get((owner, depth), (level.start if level else 1) - 1)

    def _written(self, owner: str, found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        level = self.levels.get((owner, depth))
        value = max(self._count(owner, depth), 1)
        return _WRITERS.get(level.form if level else "decimal", str)(value)


def numbers_of(root: Element) -> WordNumbers:
    """Read the part that declares a file's lists."""
    space = root.tag[: root.tag.index("}") + 1]
    numbers = WordNumbers()
    for kind in root.iter(f"{space}abstractNum"):
        for level in kind.iter(f"{space}lvl"):
            key = (kind.get(f"{space}abstractNumId", ""), _number(level.get(f"{space}ilvl")))
            numbers.levels[key] = _Level(
                _value(level, f"{space}numFmt", space, "decimal"),
                _value(level, f"{space}lvlText", space, ""),
                _number(_value(level, f"{space}start", space, "1")),
            )
    for use in root.iter(f"{space}num"):
        name = use.get(f"{space}numId", "")
        numbers.lists[name] = _value(use, f"{space}abstractNumId", space, "")
        for override in use.iter(f"{space}lvlOverride"):
            if (start := override.find(f"{space}startOverride")) is not None:
                depth = _number(override.get(f"{space}ilvl"))
                numbers.starts[name, depth] = _number(start.get(f"{space}val"))
    return numbers


def _value(element: Element, name: str, space: str, default: str) -> str:
    child = element.find(name)
    return default if child is None else child.get(f"{space}val", default)


def _number(text: str | None) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else 0
