"""Python's search for cyclic garbage, kept out of the way while a paper is laid out."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 100_000


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Let the search run seldom: a paper is many small objects that all stay, and looking for cycles takes a tenth."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
