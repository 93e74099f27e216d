"""Zipped documents with fixed times, so that the same content gives the same bytes."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_STAMP = (1980, 1, 1, 0, 0, 0)
_SYSTEM = 0


def with_fixed_times(content: bytes) -> bytes:
    """Pack the members anew, all of one moment and in one order."""
    fixed = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
        for name in _in_order(source.namelist()):
            entry = ZipInfo(name, _STAMP)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _SYSTEM
            target.writestr(entry, source.read(name))
    return fixed.getvalue()


def _in_order(names: Iterable[str]) -> list[str]:
    """Put the list of contents first, where readers look for it."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
