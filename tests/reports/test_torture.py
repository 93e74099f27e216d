"""A report of the worst that people type and attach: it completes, and everything in it is printed or named.

`python scripts/torture.py` runs the whole of it; here is a twentieth.
"""

from io import BytesIO
from pathlib import Path

import pikepdf

from reports.orders import Kind, Order
from reports.paper.faces import Faces
from reports.printing import make_paper
from tests.reports.measured import text_of
from tests.reports.samples import AT
from tests.reports.torture import UNPRINTABLE, torture


def test_everything_is_printed_or_named_as_unprintable(some_faces: Faces, tmp_path: Path) -> None:
    worst = torture(tmp_path, 0.05)
    paper = make_paper(Order(Kind.SELF_ASSESSMENT, AT), worst.dossier)
    said = text_of(paper.content)
    lacking = [text for text in worst.wanted if not stands_in(said, text)]
    assert not lacking
    for char in UNPRINTABLE:
        assert char in paper.missing
        assert f"[U+{ord(char):04X}]" in said
    for name in ("断了的", "空的", "不是图", "巨大的", "丢了的"):
        assert f"未附图片：{name}" in said
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        assert not pdf.check_pdf_syntax()
        assert sum(len(page.Resources.get("/XObject", {})) for page in pdf.pages) == 2


def stands_in(said: str, text: str) -> bool:
    """Find a text, whole or parted once where a page ends."""
    return text in said or any(text[:n] in said and text[n:] in said for n in range(1, len(text)))
