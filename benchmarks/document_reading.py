"""P11: reading a document of ten pages, a Word file against python-docx, a PDF against pypdf."""

import gc
import statistics
import sys
import tempfile
import timeit
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
# ruff: noqa: E402

import docx  # type: ignore[import-not-found, unused-ignore]
import pypdf  # type: ignore[import-not-found, unused-ignore]

from checklists.reading.formats import content_of, lines_of
from resources import font_folders
from tests.checklists.reading.pdf_files import a_pdf

ROUNDS, CLAUSES, WORD_PROMISE, PDF_PROMISE = 15, 36, 0.3, 0.2
SENTENCE = "各学校要按照国家标准补齐校舍和设备的短板，每年安排教师到企业实践不少于1个月，并把落实的结果报市教育局。"


def paragraphs() -> list[str]:
    """Make about ten pages of running text."""
    clauses = [
        f"{number}.做好第{number}项工作。{SENTENCE * 4}（责任单位：市教育局、市财政局）"
        for number in range(1, CLAUSES + 1)
    ]
    return ["^某市职业教育提质工作方案", "一、主要任务", *clauses]


def a_word_document(folder: Path) -> Path:
    """Write the text and a table that holds a quarter of it, as python-docx writes them."""
    document, path = docx.Document(), folder / "a.docx"
    for text in paragraphs():
        document.add_paragraph(text)
    table = document.add_table(CLAUSES, 3)
    for row in table.rows:
        for cell in row.cells:
            cell.text = SENTENCE
    document.save(str(path))
    return path


def face() -> Path | None:
    """Find a Chinese font to embed, as offices' files do; without one the letters are named only."""
    return next((path for folder in font_folders() for path in sorted(folder.glob("*.ttf"))), None)


def ours(path: Path) -> str:
    return "".join(line.text for line in lines_of(content_of(path), path, []))


def by_python_docx(path: Path) -> str:
    document = docx.Document(str(path))
    rows = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "".join(paragraph.text for paragraph in document.paragraphs) + "".join(rows)


def by_pypdf(path: Path) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def bare(text: str) -> list[str]:
    """Give the characters without blanks and page numbers, sorted: nothing may be lost, in whatever order."""
    return sorted("".join(text.split()).replace("—", ""))


def timed(read: Callable[[Path], str], path: Path) -> float:
    """Time one reading, garbage left by the other reader taken out before."""
    gc.collect()
    return timeit.timeit(lambda: read(path), number=1)


def compare(name: str, path: Path, rival: Callable[[Path], str], promise: float) -> None:
    digits = str.maketrans("", "", "0123456789")
    lost = len(bare(rival(path).translate(digits))) - len(bare(ours(path).translate(digits)))
    assert lost <= 0, f"{lost} characters of {path.name} are lost"
    rounds = [(timed(ours, path), timed(rival, path)) for _ in range(ROUNDS)]
    mine, theirs = (statistics.median(times) for times in zip(*rounds, strict=True))
    print(
        f"P11 {name} ratio={mine / theirs:.3f} promise<={promise}"
        f" (ours {mine * 1000:.1f} ms, {rival.__name__} {theirs * 1000:.1f} ms, nothing lost)"
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        compare("document_reading_docx", a_word_document(folder), by_python_docx, WORD_PROMISE)
        compare("document_reading_pdf", a_pdf(folder / "a.pdf", paragraphs(), face=face()), by_pypdf, PDF_PROMISE)


if __name__ == "__main__":
    main()
