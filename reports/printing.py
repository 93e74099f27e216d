"""The papers by kind and skin: made in memory, and put into a file whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reports.errors import UnknownKindError
from reports.orders import Kind, MadePaper, Order, Skin
from reports.saving import save_content
from services.dossiers import Dossier
from services.progress import Progress, silent

Maker = Callable[[Order, Dossier, Progress], MadePaper]


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """Where a report was printed, how many pages it has, and which characters no font could print."""

    path: Path
    pages: int
    missing: tuple[str, ...]


def print_report(order: Order, dossier: Dossier, target: Path, progress: Progress = silent) -> PrintedReport:
    """Make a paper and put it into a file, where it takes the place of what was there.

    Raises UnknownKindError, NoFontError, TargetInUseError or TargetRefusedError; CancelledError when the user gave up.
    """
    paper = make_paper(order, dossier, progress)
    save_content(paper.content, target)
    return PrintedReport(target, paper.pages, _codes(paper.missing))


def make_paper(order: Order, dossier: Dossier, progress: Progress = silent) -> MadePaper:
    """Make a paper; the same order and dossier give the same bytes.

    Raises UnknownKindError where the kind has no such skin, NoFontError, CancelledError.
    """
    maker = _MAKERS.get((order.kind, order.skin))
    if maker is None:
        raise UnknownKindError(f"{order.kind}{order.skin}")
    return maker(order, dossier, progress)


def skins_of(kind: Kind) -> tuple[Skin, ...]:
    """Say in which skins a paper can be had."""
    return tuple(skin for one, skin in _MAKERS if one is kind)


def _self_assessment(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from reports.content.self_assessment import build_self_assessment
    from reports.paper.faces import faces, wanted_mode
    from reports.paper.self_assessment import print_self_assessment

    report = build_self_assessment(dossier, order.printed_at)
    return print_self_assessment(report, faces(wanted_mode()), progress, is_duplex=order.is_duplex)


_MAKERS: dict[tuple[Kind, Skin], Maker] = {(Kind.SELF_ASSESSMENT, Skin.PDF): _self_assessment}
"""Each maker imports what it needs when it is asked: a sheet must not cost the fonts, nor a paper openpyxl."""


def _codes(missing: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"U+{ord(char):04X}" for char in missing)
