"""P2: a report of 13,000 items, by our own typesetter, Platypus, typst and fpdf2: time, memory, and how both grow."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count as count_from
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
# ruff: noqa: E402

from benchmarks.report_speed import compare, run, texts, write_contents
from models.vocabulary import ItemKey
from reports.content.self_assessment import build_self_assessment
from services.checklist import Checklist, ItemRow, MeasureRow
from services.dossiers import Dossier
from tests.reports.samples import AT, a_filled_checklist

ITEMS = 13_000
SMALLER = (3_250, 6_500)
SAMPLED = 97
PROMISES = {"platypus": 0.10, "typst": 0.60}
MEMORY_PROMISE, GROWTH_PROMISE = 0.10, 1.25


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        own = {items: (put(folder, items), run(folder, "ours"))[1] for items in (*SMALLER, ITEMS)}
        wanted = put(folder, ITEMS)
        ours = own[ITEMS]
        pages = compare("ours", (folder / "ours.pdf").read_bytes(), wanted)
        rivals = {name: run(folder, name) for name in (*PROMISES, "fpdf2")}
        for name in rivals:
            compare(name, (folder / f"{name}.pdf").read_bytes(), wanted)
    for name, promise in PROMISES.items():
        said = f"ours {ours.seconds:.1f} s, {pages} pages; {name} {rivals[name].seconds:.1f} s"
        print(f"P2 large_report_to_{name} ratio={ours.seconds / rivals[name].seconds:.3f} promise<={promise} ({said})")
    said = f"ours {ours.seconds:.1f} s; fpdf2 {rivals['fpdf2'].seconds:.1f} s"
    print(f"P2 large_report_to_fpdf2 ratio={ours.seconds / rivals['fpdf2'].seconds:.3f} not promised ({said})")
    said = f"ours {ours.megabytes:.0f} MB, typst {rivals['typst'].megabytes:.0f} MB"
    print(
        f"P2 memory_to_typst ratio={ours.megabytes / rivals['typst'].megabytes:.3f} promise<={MEMORY_PROMISE} ({said})"
    )
    growth = (ours.seconds / ITEMS) / (own[SMALLER[0]].seconds / SMALLER[0])
    said = "; ".join(f"{items} items {one.seconds:.1f} s {one.megabytes:.0f} MB" for items, one in own.items())
    print(f"P2 seconds_an_item_at_four_times ratio={growth:.3f} promise<={GROWTH_PROMISE} ({said})")


def put(folder: Path, items: int) -> list[str]:
    """Lay a report of so many items down, and give a sample of what it says."""
    report = build_self_assessment(Dossier(a_long_checklist(items)), AT)
    write_contents(folder, report)
    return [report.title[0], *islice(texts(report.clauses), 0, None, SAMPLED)]


def a_long_checklist(count: int) -> Checklist:
    """Repeat a real policy, filled in, until it has so many items that bind the school; keys stay apart."""
    checklist = a_filled_checklist("yiyang")
    own = sum(len(measure.items) for section in checklist.sections for measure in section.measures)
    numbers = count_from(1)
    sections = [
        replace(
            section,
            ref=f"{turn}/{section.ref}",
            measures=tuple(_measure(measure, turn, numbers) for measure in section.measures),
        )
        for turn in range(-(-count // own))
        for section in checklist.sections
    ]
    return replace(checklist, sections=tuple(sections))


def _measure(measure: MeasureRow, turn: int, numbers: Iterator[int]) -> MeasureRow:
    items = tuple(_item(item, turn, next(numbers)) for item in measure.items)
    return replace(measure, ref=f"{turn}/{measure.ref}", items=items)


def _item(row: ItemRow, turn: int, number: int) -> ItemRow:
    """Tell items apart by key and by all that is said of them, so that no text is set once for several."""
    item = replace(row.item, key=ItemKey(f"{turn + 1}{row.item.key}"), text=f"第{turn + 1}轮{row.item.text}")
    return replace(row, item=item, answer=replace(row.answer, note=f"{number}{row.answer.note}"))


if __name__ == "__main__":
    main()
