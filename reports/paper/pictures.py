"""Photographs made ready for paper: upright, no larger than print shows, and never the end of a report."""

import struct
import zlib
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from io import BytesIO
from math import ceil
from pathlib import Path
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageOps, TiffImagePlugin, WebPImagePlugin

_MM_PER_INCH = 25.4
_KEPT_DPI, _LEAST_DPI = 220, 150
_QUALITY = 80
_END_OF_JPEG = b"\xff\xd9"
_MOST_BYTES = 1_000_000
_REGISTERED = (TiffImagePlugin, WebPImagePlugin)
"""Pillow knows these kinds once their modules are imported; the others it knows anyway."""
_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")
_MOST_PIXELS = {"JPEG": 120_000_000, "MPO": 120_000_000}
_MOST_OTHERS = 40_000_000
"""A JPEG is decoded at a fraction of its size; all others must be decoded whole."""
_UNREADABLE = (
    *(OSError, ValueError, SyntaxError, TypeError, EOFError, IndexError, OverflowError, MemoryError),
    *(struct.error, zlib.error),
)
"""What Pillow's decoders raise over damaged files."""


class Flaw(StrEnum):
    """Why a picture cannot be printed."""

    MISSING = "missing"
    BROKEN = "broken"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the file holds it: JPEG of `width` by `height` pixels, grey or in colours."""

    name: str
    content: bytes
    width: int
    height: int
    is_grey: bool

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Fit it into a box of millimetres: whole, never enlarged beyond 150 dpi."""
        pixel = min(width / self.width, height / self.height, _MM_PER_INCH / _LEAST_DPI)
        return self.width * pixel, self.height * pixel


def read_picture(source: Path | bytes, width: float, height: float) -> Picture | Flaw:
    """Read a picture for a box of so many millimetres: turned upright by EXIF, at most 220 dpi, JPEG of quality 80.

    Equal files give equal bytes. Whatever is wrong with the file is the answer, never an exception.
    """
    room = ceil(width / _MM_PER_INCH * _KEPT_DPI), ceil(height / _MM_PER_INCH * _KEPT_DPI)
    try:
        content = source if isinstance(source, bytes) else source.read_bytes()
    except OSError:
        return Flaw.MISSING
    try:
        return _read(content, room)
    except Image.DecompressionBombError:
        return Flaw.TOO_LARGE
    except _UNREADABLE:
        return Flaw.BROKEN


def _read(content: bytes, room: tuple[int, int]) -> Picture | Flaw:
    with _opened(content) as image:
        if image.width * image.height > _MOST_PIXELS.get(image.format or "", _MOST_OTHERS):
            return Flaw.TOO_LARGE
        if _is_ready(image, content, room):
            return _picture(content, image.width, image.height, is_grey=image.mode == "L")
        image.thumbnail(room[::-1] if _lies(image) else room, Image.Resampling.LANCZOS)
        upright = _on_white(ImageOps.exif_transpose(image))
    file = BytesIO()
    upright.save(file, "JPEG", quality=_QUALITY, optimize=False)
    return _picture(file.getvalue(), upright.width, upright.height, is_grey=upright.mode == "L")


def _opened(content: bytes) -> Image.Image:
    """Open without Pillow's warning: the size is judged by us before anything is decoded."""
    with catch_warnings():
        simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(BytesIO(content), formats=_FORMATS)


def _is_ready(image: Image.Image, content: bytes, room: tuple[int, int]) -> bool:
    """Say whether the file can stand as it is: a plain whole JPEG, small enough, that says nothing of its place."""
    if image.format != "JPEG" or image.mode not in ("RGB", "L") or not content.endswith(_END_OF_JPEG):
        return False
    fits = image.width <= room[0] and image.height <= room[1] and len(content) < _MOST_BYTES
    return fits and "icc_profile" not in image.info and not image.getexif()


def _lies(image: Image.Image) -> bool:
    """Say whether EXIF turns the picture by a quarter (orientations 5 to 8)."""
    return image.getexif().get(0x0112, 1) in (5, 6, 7, 8)


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in ("L", "RGB"):
        return image
    if image.mode == "1":
        return image.convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        clear = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
    return image.convert("RGB")


def _picture(content: bytes, width: int, height: int, *, is_grey: bool) -> Picture:
    return Picture("P" + sha256(content).hexdigest()[:16], content, width, height, is_grey)
