"""Print the report of the worst that people type and attach, whole, and say how long it took and what it took."""

import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
# ruff: noqa: E402

from reports.orders import Kind, Order
from reports.printing import make_paper
from tests.reports.measured import text_of
from tests.reports.samples import AT
from tests.reports.test_torture import stands_in
from tests.reports.torture import torture


def main(share: float) -> int:
    """Make the report, and look for every text that must be in it."""
    with TemporaryDirectory() as folder:
        worst = torture(Path(folder), share)
        started = time.perf_counter()
        paper = make_paper(Order(Kind.SELF_ASSESSMENT, AT), worst.dossier)
        seconds = time.perf_counter() - started
    said = text_of(paper.content)
    lacking = [text for text in worst.wanted if not stands_in(said, text)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{paper.pages} pages, {len(paper.content) / 1e6:.1f} MB in {seconds:.1f} s; at most {memory:.0f} MB held")
    print(f"{len(worst.wanted)} texts looked for, {len(lacking)} lacking; unprintable: {' '.join(paper.missing)}")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))
