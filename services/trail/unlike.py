"""Where what the trail leads to and what stands in the rows are not the same."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import SupportsRichComparison

K = TypeVar("K", bound="SupportsRichComparison")
V = TypeVar("V")


def unlike(expected: Mapping[K, V], found: Mapping[K, V], nothing: V | None = None) -> Iterator[K]:
    """Name in order what differs; `nothing` is as good as not being there."""
    for key in sorted(expected.keys() | found.keys()):
        if expected.get(key, nothing) != found.get(key, nothing):
            yield key
