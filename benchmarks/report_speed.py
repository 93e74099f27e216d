"""P1: a report of 150 items and 20 photographs, by our own typesetter, Platypus, typst and fpdf2."""

import pickle
import statistics
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
# ruff: noqa: E402

import pypdfium2
from PIL import Image

from benchmarks.rivals.contest import Run, measure
from benchmarks.rivals.story import story_of
from models.vocabulary import EvidenceId, EvidenceKind, ItemKey, Status
from reports.content.parts import SelfAssessment
from reports.content.self_assessment import build_self_assessment
from services.checklist import Checklist, EvidenceRow
from services.dossiers import Dossier
from tests.reports.samples import AT, a_checklist, a_filled_checklist, an_evidence, an_item

ROUNDS, PHOTOS = 5, 20
PROMISES = {"platypus": 0.25, "typst": 0.75}
NAMES = ("ours", "platypus", "typst", "fpdf2")

_UNPRINTED = (
    "mark",
    "subject",
    "note",
    "title",
    "target_label",
    "figure_note",
    "basis_date",
    "edition",
    "kind",
    "ledger",
    "file_name",
)
"""Fields that only our paper prints, or prints in another form; the rest must stand in all of them."""


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        report = build_self_assessment(a_dossier(folder), AT)
        write_contents(folder, report)
        rounds = [{name: run(folder, name) for name in NAMES} for _ in range(ROUNDS)]
        pages = {name: compare(name, (folder / f"{name}.pdf").read_bytes(), list(texts(report))) for name in NAMES}
    seconds = {name: statistics.median(one[name].seconds for one in rounds) for name in NAMES}
    items = sum(len(clause.items) for section in report.clauses for clause in section.clauses)
    said = "; ".join(f"{name} {seconds[name]:.3f} s, {pages[name]} pages" for name in NAMES)
    for rival, promise in PROMISES.items():
        ratio = statistics.median(one["ours"].seconds / one[rival].seconds for one in rounds)
        print(f"P1 report_to_{rival} ratio={ratio:.3f} promise<={promise} ({items} items, {PHOTOS} photos; {said})")


def write_contents(folder: Path, report: SelfAssessment) -> None:
    """Lay the content down as we take it and as the blocks the rivals take, and a small one to warm up with."""
    small = build_self_assessment(Dossier(a_checklist([an_item()])), AT)
    for name, one in (("", report), ("small-", small)):
        (folder / f"{name}report").write_bytes(pickle.dumps(one))
        (folder / f"{name}story").write_bytes(pickle.dumps(story_of(one)))


def a_dossier(folder: Path) -> Dossier:
    """Fill in a real policy, with photographs as large as a page shows them: every paper takes them as they are."""
    checklist = a_filled_checklist("yiyang")
    item = next(item for item in checklist.binding_items() if item.answer.status is Status.MET)
    photos = tuple(a_photo(folder, item.item.key, number) for number in range(PHOTOS))
    return Dossier(with_evidence(checklist, item.item.key, photos), file_of=lambda row: folder / row.name)


def a_photo(folder: Path, item: ItemKey, number: int) -> EvidenceRow:
    picture = Image.effect_noise((650, 487), 40 + number).convert("RGB")
    picture.save(folder / f"photo{number}.jpg", "JPEG", quality=80)
    row = an_evidence(item, 50 + number, f"photo{number}.jpg", EvidenceKind.PHOTO)
    return replace(row, id=EvidenceId(10_000 + number))


def with_evidence(checklist: Checklist, key: ItemKey, rows: tuple[EvidenceRow, ...]) -> Checklist:
    """Hang evidence on one item."""
    sections = tuple(
        replace(
            section,
            measures=tuple(
                replace(
                    measure,
                    items=tuple(replace(one, evidence=rows) if one.item.key == key else one for one in measure.items),
                )
                for measure in section.measures
            ),
        )
        for section in checklist.sections
    )
    return replace(checklist, sections=sections)


def run(folder: Path, name: str) -> Run:
    return measure(name, folder / ("report" if name == "ours" else "story"), folder / f"{name}.pdf")


def compare(name: str, content: bytes, wanted: list[str]) -> int:
    """See that every text of the report stands in the paper, and count its pages."""
    with pypdfium2.PdfDocument(content) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    printed = "".join("".join(pages).replace("\ufffe", "").split())
    lacking = [text for text in wanted if not stands_in(printed, "".join(text.split()))]
    assert not lacking, (name, lacking)
    return len(pages)


def stands_in(printed: str, text: str) -> bool:
    """Find a text, whole or parted once where a page ends."""
    if text in printed:
        return True
    return any(text[:place] in printed and text[place:] in printed for place in range(1, len(text)))


def texts(value: object) -> Iterator[str]:
    """Go through all that the report says."""
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _UNPRINTED:
                yield from texts(getattr(value, field.name))


if __name__ == "__main__":
    main()
