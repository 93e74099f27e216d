"""What a document prints that it cannot mean, and what was made of it."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from resources import resource


class ProblemKind(StrEnum):
    """What is wrong at a line; the sentences are in resources/terms/reading_zh_CN.toml."""

    NUMBER_OUT_OF_ORDER = "number_out_of_order"
    NUMBER_MISSING = "number_missing"
    NUMBER_REPEATED = "number_repeated"
    WRONG_NUMBER = "wrong_number"
    LOST_NUMBER = "lost_number"
    GLUED_HEADING = "glued_heading"
    UNPARTED_HEADING = "unparted_heading"
    BROKEN_LINE = "broken_line"
    REPEATED_TAIL = "repeated_tail"
    MISSING_BRACKET = "missing_bracket"
    GLUED_DIGIT = "glued_digit"
    UNPLACED_NOTE = "unplaced_note"
    LOST_DASH = "lost_dash"
    SUSPECTED_DASH = "suspected_dash"
    DAMAGED_DATE = "damaged_date"
    LOST_MARKING = "lost_marking"
    FOREIGN_LINE = "foreign_line"
    SKIPPED_PART = "skipped_part"
    UNNUMBERED_TEXT = "unnumbered_text"
    NOT_A_POLICY = "not_a_policy"
    LEFT_CHARACTERS = "left_characters"


@dataclass(frozen=True, slots=True)
class Problem:
    """A damaged place: its line, what stands there and what it was read as ("" where it was left as it is)."""

    line: int
    kind: ProblemKind
    found: str = ""
    read_as: str = ""

    @property
    def says(self) -> str:
        """Say it in one Chinese sentence."""
        return _sentences()[self.kind.value].format(found=self.found, read_as=self.read_as)


@cache
def _sentences() -> dict[str, str]:
    return tomllib.loads(resource("terms", "reading_zh_CN.toml").read_text(encoding="utf-8"))
