"""The papers by kind and skin: made in memory, and put into a file whole or not at all."""

from dataclasses import dataclass, replace
from pathlib import Path

from reports.errors import NoSuchSkinError
from reports.makers import MAKERS
from reports.orders import Kind, MadePaper, Order, Skin
from reports.saving import save_content
from reports.wording import say
from resources import word
from services.dossiers import Dossier
from services.editions.values import PrintedPaper
from services.progress import Progress, silent

_OF_THE_LIBRARY = (Kind.COMPARISON,)
"""Papers of what the program carries: no edition froze it, so none of its marks may stand on them."""


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """Where a report was printed, how many pages it has, which characters no font could print, whether it was kept."""

    path: Path
    pages: int
    missing: tuple[str, ...]
    is_kept: bool = False


def print_report(order: Order, dossier: Dossier, target: Path, progress: Progress = silent) -> PrintedReport:
    """Make a paper and put it into a file, where it takes the place of what was there.

    Raises what `make_paper` does, and TargetInUseError or TargetRefusedError.
    """
    paper = make_paper(order, dossier, progress)
    save_content(paper.content, target)
    return PrintedReport(target, paper.pages, _codes(paper.missing), paper.is_kept)


def make_paper(order: Order, dossier: Dossier, progress: Progress = silent) -> MadePaper:
    """Make a paper; the same order and dossier give the same bytes, an edition whenever it is printed.

    The report of an edition, ordered as it was frozen, is not made but given as it was kept then.
    Raises NoSuchSkinError, NoTaskSheetsError, NoFontError, CancelledError.
    """
    if edition_on(order.kind, dossier) is None:
        dossier = replace(dossier, edition=None)
    if (paper := _kept(order, dossier)) is not None:
        return paper
    if dossier.edition is not None:
        order = replace(order, printed_at=dossier.edition.frozen_at)
    maker = MAKERS.get((order.kind, order.skin))
    if maker is None:
        raise NoSuchSkinError(word(order.kind), order.skin, "、".join(skins_of(order.kind)))
    return maker(order, dossier, progress)


def edition_on(kind: Kind, dossier: Dossier) -> int | None:
    """Return the number of the edition whose mark stands on a paper, None where none does."""
    if dossier.edition is None or kind in _OF_THE_LIBRARY:
        return None
    return dossier.edition.number


def print_for_edition(dossier: Dossier, progress: Progress = silent) -> PrintedPaper:
    """Print the report of what is being frozen; raises NoFontError, CancelledError."""
    assert dossier.edition is not None
    paper = make_paper(Order(Kind.SELF_ASSESSMENT, dossier.edition.frozen_at), dossier, progress)
    name = say("report.edition_file", number=dossier.edition.number)
    return PrintedPaper(name, paper.content, paper.pages, paper.missing)


def _kept(order: Order, dossier: Dossier) -> MadePaper | None:
    """Find the paper that was kept at freezing, where just that one is asked for and its file is sound."""
    is_other = (order.kind, order.skin) != (Kind.SELF_ASSESSMENT, Skin.PDF)
    if is_other or dossier.kept is None or order.is_duplex > dossier.settings.is_duplex:
        return None
    kept = dossier.kept()
    return None if kept is None else MadePaper(kept.content, kept.pages, kept.missing, is_kept=True)


def skins_of(kind: Kind) -> tuple[Skin, ...]:
    """Say in which skins a paper can be had."""
    return tuple(skin for one, skin in MAKERS if one is kind)


def _codes(missing: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"U+{ord(char):04X}" for char in missing)
