"""The worst that people type and attach, in one assessment; a share of 1 is the whole of it."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from models.vocabulary import EvidenceId, EvidenceKind
from reports.paper.text import plain
from services.checklist import EvidenceRow
from services.dossiers import Dossier
from tests.reports.samples import a_checklist, an_evidence, an_item

CHARACTERS, LINES, ROWS, FIVE_PAGES = 100_000, 20_000, 300, 3_200
MARKUP = "<b>粗</b>&amp;<img src='file:///etc/passwd'/><!--x-->{0}%s</para>]]>(A)TjETBT\\<br/><form 12>=cmd|'/c'!A1"
CONTROLS = "甲\x00乙\x07丙\x1b[31m丁\u200b戊\u202e己\ufeff庚\ud800辛\x0b壬\u2028癸\t子"
STRANGE = "😀👨‍👩‍👧🏫 ئۇيغۇرچە བོད་ཡིག 𠮷野家 𪚥 é ﬁ ①②③ ㎡ ‰"
UNPRINTABLE = "😀👨👧🏫"


@dataclass(frozen=True, slots=True)
class Torture:
    """A dossier with what must be found in its report; unprintable characters stand there as their code points."""

    dossier: Dossier
    wanted: tuple[str, ...]


def torture(folder: Path, share: float = 1.0) -> Torture:
    """Build it; pictures are written into the folder."""
    paragraphs = tuple(f"第{number}段学校落实情况说明，" for number in range(round(CHARACTERS * share) // 12))
    lines = tuple(f"行{number}完" for number in range(round(LINES * share)))
    notes = ["".join(paragraphs), "\n".join(lines), MARKUP, CONTROLS, STRANGE, "a" * round(CHARACTERS * share / 4)]
    rows = tuple(f"第{number}项已经完成" for number in range(round(ROWS * share)))
    tall = "".join(f"甲{number}乙" for number in range(FIVE_PAGES // 5))
    items = [an_item(f"7-{n}", note=note) for n, note in enumerate((*notes, *rows), start=1)]
    items[len(notes) + len(rows) // 2] = an_item("7-9999", note=tall)
    pictures = dict(enumerate(_pictures(folder, share)))
    evidence = tuple(_photo(number, path) for number, path in pictures.items())
    items[0] = replace(items[0], evidence=evidence)
    dossier = Dossier(a_checklist(items), file_of=lambda row: pictures[int(row.id)])
    kept = rows[: len(rows) // 2] + rows[len(rows) // 2 + 1 :]
    texts = tuple(_said(text) for text in (*paragraphs, *lines, MARKUP, *kept))
    return Torture(dossier, (*texts, _said(CONTROLS), "乙甲1乙", f"甲{FIVE_PAGES // 5 - 1}乙", "𠮷野家"))


def _said(text: str) -> str:
    return "".join(plain(text).split())


def _photo(number: int, path: Path) -> EvidenceRow:
    row = an_evidence("7-1", number, path.name, EvidenceKind.PHOTO)
    return replace(row, id=EvidenceId(number), media_type="image/jpeg")


def _pictures(folder: Path, share: float) -> Iterator[Path]:
    good = _jpeg(round(4000 * share) + 200, round(3000 * share) + 150, turned=6)
    contents = {
        "立着的.jpg": good,
        "断了的.jpg": good[: len(good) // 2],
        "空的.jpg": b"",
        "不是图.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "巨大的.png": a_huge_png(20_000, 20_000),
        "印刷色.jpg": _jpeg(300, 200, mode="CMYK"),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
        yield folder / name
    yield folder / "丢了的.jpg"


def _jpeg(width: int, height: int, mode: str = "RGB", turned: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = turned
    file = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert(mode).save(file, "JPEG", exif=exif)
    return file.getvalue()


def a_huge_png(width: int, height: int) -> bytes:
    """Write the head of a picture that would fill the memory, were it decoded."""
    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
