"""Stand-ins for a sample school's papers and photographs, drawn when they are wanted."""

import time
from collections.abc import Callable
from io import BytesIO
from pathlib import PurePath

from PIL import Image, ImageDraw, ImageFont

from checklists.key_labels import label_of
from models.vocabulary import ItemKey
from resources import font

_FACE = "NotoSansSC-Regular.ttf"
_A4 = (620, 877)  # 75 dots an inch
_UNDATED = time.gmtime(0)  # the same paper has the same bytes whenever it is drawn
_INK, _FAINT, _SEAL = (45, 52, 54), (196, 202, 203), (186, 62, 52)


def specimen(item: str, name: str) -> bytes:
    """Make the content of a sample file by the ending of its name; the same name gives the same bytes."""
    return _KINDS.get(PurePath(name).suffix.lower(), _note)(item, name)


def _note(item: str, name: str) -> bytes:
    return f"示例材料：{name}\n要点 {_label(item)}。内容为虚构，仅供试用。\n".encode()


def _paper(item: str, name: str) -> bytes:
    """Draw one page of a document: its title, lines of text hinted at, a seal; the title only where a font is."""
    page = Image.new("RGB", _A4, "white")
    draw = ImageDraw.Draw(page)
    _write(draw, 96, PurePath(name).stem, 26)
    for number in range(18):
        width = 200 if number % 6 == 5 else 470
        draw.rectangle((75 + 30 * (number % 6 == 0), 180 + 28 * number, 75 + width, 186 + 28 * number), _FAINT)
    draw.ellipse((420, 700, 520, 800), outline=_SEAL, width=4)
    _write(draw, 820, f"示例材料，内容虚构 · 要点 {_label(item)}", 15)
    return _saved(page, "PDF", resolution=75, creationDate=_UNDATED, modDate=_UNDATED)


def _photo(item: str, name: str) -> bytes:
    """Draw a workshop with windows and a bench, a little different for every name."""
    shift = sum((item + name).encode()) % 60
    picture = Image.new("RGB", (960, 720), (185 + shift // 2, 194, 196))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 470, 960, 720), fill=(142, 151, 148))
    for left in range(60, 900, 210):
        draw.rectangle((left, 90, left + 150, 260), fill=(221, 230, 230), outline=(120, 132, 134), width=6)
    draw.rectangle((120 + shift * 4, 380, 460 + shift * 4, 440), fill=(91, 102, 105))
    for leg in (140, 420):
        draw.rectangle((leg + shift * 4, 440, leg + 24 + shift * 4, 620), fill=(75, 85, 88))
    return _saved(picture, "PNG")


def _label(item: str) -> str:
    return label_of(ItemKey(item)) if item else ""


def _write(draw: ImageDraw.ImageDraw, top: int, text: str, size: int) -> None:
    """Write a line in the middle of the page, smaller where it is too long; nothing where no font was fetched."""
    face = font(_FACE)
    if face is None:
        return
    width = _A4[0] - 110
    fitting = min(size, width // max(len(text), 1))
    draw.text((_A4[0] // 2, top), text, _INK, ImageFont.truetype(face, fitting), anchor="mm")


def _saved(picture: Image.Image, form: str, **options: object) -> bytes:
    content = BytesIO()
    picture.save(content, form, **options)
    return content.getvalue()


_KINDS: dict[str, Callable[[str, str], bytes]] = {".pdf": _paper, ".png": _photo}
