"""The text that holds a school's own items, changed item by item: what stands around the others stays as it was."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from checklists.policy import CheckItem, Indicator
from checklists.writing import item_text
from models.vocabulary import ItemKey

_HEAD = re.compile(r"^(?=[ \t]*\[\[[ \t]*item[ \t]*\]\])", re.MULTILINE)
_TAIL = re.compile(r"(?:^[ \t]*(?:#[^\n]*)?\n)+\Z", re.MULTILINE)
_MARK = re.compile(r"^[ \t]*retired[ \t]*=[ \t]*true[^\n]*\n", re.MULTILINE)
_RETIRED = "retired = true"


@dataclass(frozen=True, slots=True)
class Block:
    """What stands in the file for one item, from its head to the next one's."""

    key: ItemKey
    text: str
    is_retired: bool = False


@dataclass(frozen=True, slots=True)
class Additions:
    """The file in pieces: what stands before the first item, then a block an item."""

    head: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """Give the whole text."""
        return self.head + "".join(block.text for block in self.blocks)

    def block(self, key: ItemKey) -> Block | None:
        """Give an item's block, retired or not."""
        return next((block for block in self.blocks if block.key == key), None)

    def with_block(self, block: Block) -> "Additions":
        """Put a block where the same item stood, or at the end."""
        if self.block(block.key) is None:
            return replace(self, blocks=(*map(_ended, self.blocks), block))
        return replace(self, blocks=tuple(block if one.key == block.key else one for one in self.blocks))

    def next_key(self, code: str) -> ItemKey:
        """Name an item that was never there, retired ones counted too."""
        taken = (block.key.rpartition("-") for block in self.blocks)
        last = max((int(number) for stem, _, number in taken if stem == code and number.isdigit()), default=0)
        return ItemKey(f"{code}-{last + 1}")


def additions_of(text: str) -> Additions:
    """Take a file apart; raises tomllib.TOMLDecodeError where it is no TOML, also piece by piece."""
    tomllib.loads(text)
    if not _HEAD.search(text):
        return Additions(text, ())
    head, *blocks = _with_what_stands_above(_HEAD.split(text))
    return Additions(head, tuple(map(_block, blocks)))


def block_of(item: CheckItem, figures: Iterable[Indicator] = (), *, above: str = "") -> Block:
    """Write an item down below what stands above it."""
    return Block(item.key, f"{above}{item_text(item, figures, 'item')}\n")


def above(block: Block) -> str:
    """Give the remarks and blank lines that stand above an item."""
    return block.text[: block.text.index("[[")]


def retired(block: Block) -> Block:
    """Mark an item as no longer asked; its text stays."""
    head, mark, rest = block.text.partition("]]\n")
    return Block(block.key, f"{head}{mark}{_RETIRED}\n{rest}", is_retired=True)


def is_retired(text: str) -> bool:
    """Say whether the text of an item's block has it as no longer asked."""
    return _block(text).is_retired


def brought_back(block: Block) -> Block:
    """Take the mark away again."""
    return Block(block.key, _MARK.sub("", block.text))


def _with_what_stands_above(pieces: Sequence[str]) -> Iterator[str]:
    """Let remarks and blank lines go with the item below them."""
    carried = ""
    for piece in pieces[:-1]:
        rest = _TAIL.search(piece)
        cut = rest.start() if rest else len(piece)
        yield carried + piece[:cut]
        carried = piece[cut:]
    yield carried + pieces[-1]


def _block(text: str) -> Block:
    item = tomllib.loads(text)["item"][0]
    return Block(ItemKey(str(item.get("key", ""))), text, item.get("retired") is True)


def _ended(block: Block) -> Block:
    return block if block.text.endswith("\n") else replace(block, text=f"{block.text}\n")
