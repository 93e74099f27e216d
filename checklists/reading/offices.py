"""The offices that issue a document: told from other lines, and parted where several stand together."""

import re

from checklists.reading.folding import fold

_NAME = r"[\u4e00-\u9fff()]{1,30}?(?:政府|办公室|办公厅|领导小组|指挥部|[局厅部委院会办署])"
_OFFICES = re.compile(rf"{_NAME}(?:\s+{_NAME})*")


def is_an_office(text: str) -> bool:
    """Tell whether a line is the name of an office, or of several with blanks between them."""
    return _OFFICES.fullmatch(fold(text)) is not None


def offices_in(text: str) -> tuple[str, ...]:
    """Part the offices of a line."""
    return tuple(piece for piece in re.split(r"[\s、，,]+", text.strip()) if piece)
