"""A small reader of QR codes of versions 1 to 3, so that a test decodes what a page shows."""

from collections.abc import Iterator, Sequence

Grid = Sequence[Sequence[bool]]

_MASKS = (
    lambda r, c: (r + c) % 2 == 0,
    lambda r, c: r % 2 == 0,
    lambda r, c: c % 3 == 0,
    lambda r, c: (r + c) % 3 == 0,
    lambda r, c: (r // 2 + c // 3) % 2 == 0,
    lambda r, c: r * c % 2 + r * c % 3 == 0,
    lambda r, c: (r * c % 2 + r * c % 3) % 2 == 0,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2 == 0,
)
_FORMAT_MASK = 0b101010000010010
_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def read_qr(grid: Grid) -> tuple[str, str]:
    """Give the level of a code and what it says (ISO/IEC 18004, one block of data)."""
    level, mask = _format(grid)
    bits = "".join(str(int(grid[r][c] ^ _MASKS[mask](r, c))) for r, c in _path(len(grid)))
    kind, rest = bits[:4], bits[4:]
    if kind == "0100":
        count, rest = int(rest[:8], 2), rest[8:]
        return level, bytes(int(rest[n * 8 : n * 8 + 8], 2) for n in range(count)).decode("utf-8")
    assert kind == "0010", kind
    count, rest = int(rest[:9], 2), rest[9:]
    text = ""
    while len(text) + 1 < count:
        pair, rest = int(rest[:11], 2), rest[11:]
        text += _ALPHANUMERIC[pair // 45] + _ALPHANUMERIC[pair % 45]
    return level, text + (_ALPHANUMERIC[int(rest[:6], 2)] if len(text) < count else "")


def _format(grid: Grid) -> tuple[str, int]:
    places = [(8, c) for c in (0, 1, 2, 3, 4, 5, 7, 8)] + [(r, 8) for r in (7, 5, 4, 3, 2, 1, 0)]
    said = int("".join(str(int(grid[r][c])) for r, c in places), 2) ^ _FORMAT_MASK
    return {1: "L", 0: "M", 3: "Q", 2: "H"}[said >> 13], said >> 10 & 7


def _path(size: int) -> Iterator[tuple[int, int]]:
    """Go through the modules that hold data, in the order they were filled."""
    up, column = True, size - 1
    while column > 0:
        if column == 6:
            column -= 1
        for row in range(size - 1, -1, -1) if up else range(size):
            for one in (column, column - 1):
                if not _is_function(row, one, size):
                    yield row, one
        up, column = not up, column - 2


def _is_function(row: int, column: int, size: int) -> bool:
    corner = (row < 9 and column < 9) or (row < 9 and column >= size - 8) or (row >= size - 8 and column < 9)
    aligned = size > 21 and size - 9 <= row < size - 4 and size - 9 <= column < size - 4
    return corner or aligned or row == 6 or column == 6
