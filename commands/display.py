"""Whether a window can be shown here: Qt ends the whole process in English where no screen answers."""

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

NONE = ""
_X11 = re.compile(r"(?:(?P<host>[^/]*)|(?:unix|tcp)/(?P<plain>.*)):(?P<number>\d{1,5})(?:\.\d+)?")
_FIRST_PORT = 6000
_PATIENCE = 2.0

Address = str | tuple[str, int]


def dead_display(environment: Mapping[str, str]) -> str | None:
    """Name the screen that does not answer, NONE where none is even named; None where a window can be shown."""
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return None
    named = [environment[name] for name in ("WAYLAND_DISPLAY", "DISPLAY") if environment.get(name)]
    if any(_answers(address) for address in _addresses(environment)):
        return None
    return " ".join(named) or NONE


def _addresses(environment: Mapping[str, str]) -> Iterator[Address]:
    """Say where those screens listen, as Wayland's and X11's own libraries look for them."""
    if wayland := environment.get("WAYLAND_DISPLAY"):
        yield str(Path(environment.get("XDG_RUNTIME_DIR", ""), wayland))
    display = environment.get("DISPLAY", "")
    if display.startswith("/"):
        yield display
    if found := _X11.fullmatch(display):
        yield from _of_x11(found["host"] or found["plain"] or "", int(found["number"]))


def _of_x11(host: str, number: int) -> Iterator[Address]:
    if host in ("", "unix"):
        place = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - X11's own place
        yield from (f"\0{place}", place)
    yield (host.strip("[]") if host != "unix" else "") or "localhost", _FIRST_PORT + number


def _answers(address: Address) -> bool:
    try:
        return any(_connects(family, place) for family, place in _places(address))
    except (OSError, ValueError, OverflowError):
        return False


def _places(address: Address) -> Iterator[tuple[int, Any]]:
    """Find every place behind an address, of either version of the internet's."""
    import _socket  # PySide6 loads it anyway; what stands around it takes 10 ms

    if isinstance(address, str):
        yield _socket.AF_UNIX, address
        return
    for family, *_, place in _socket.getaddrinfo(*address, 0, _socket.SOCK_STREAM):
        yield family, place


def _connects(family: int, place: Any) -> bool:
    import _socket

    try:
        with closing(_socket.socket(family, _socket.SOCK_STREAM)) as socket:
            socket.settimeout(_PATIENCE)
            socket.connect(place)
    except (OSError, ValueError):
        return False
    return True
