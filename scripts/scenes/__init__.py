"""What the pictures for docs/user show: one function a screen, in the order they are taken."""

from collections.abc import Callable

from scripts.scenes.beginning import drafting, search, start, themes
from scripts.scenes.checklist import base_data, bulk, checklist, filtering, history
from scripts.scenes.departments import division, returned
from scripts.scenes.evidence import duplicates, evidence, numbering
from scripts.scenes.findings import ledger
from scripts.scenes.overview import next_year, overview, quality
from scripts.scenes.reporting import editions, papers, report, writing
from scripts.scenes.texts import reader, revisions
from scripts.studio import Studio

SCENES: tuple[Callable[[Studio], None], ...] = (
    start,
    drafting,
    themes,
    checklist,
    filtering,
    history,
    bulk,
    search,
    base_data,
    overview,
    quality,
    evidence,
    numbering,
    duplicates,
    ledger,
    division,
    returned,
    report,
    papers,
    writing,
    editions,
    reader,
    revisions,
    next_year,
)
