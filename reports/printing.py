"""A report printed into a file: whole or not at all, and what lay there before stays until the new one is safe."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reports.content.self_assessment import build_self_assessment
from reports.errors import UnknownKindError
from reports.paper.faces import faces, wanted_mode
from reports.paper.self_assessment import PrintedPaper, print_self_assessment
from reports.saving import save_content
from services.checklist import Checklist
from services.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """Where a report was printed, how many pages it has, and which characters no font could print."""

    path: Path
    pages: int
    missing: tuple[str, ...]


def print_report(
    kind: str, checklist: Checklist, target: Path, progress: Progress = silent, *, printed_at: datetime
) -> PrintedReport:
    """Print a report of this kind into a file.

    Raises UnknownKindError, NoFontError, TargetInUseError or TargetRefusedError; CancelledError when the user gave up.
    """
    paper = print_paper(kind, checklist, progress, printed_at=printed_at)
    save_content(paper.content, target)
    return PrintedReport(target, paper.pages, _codes(paper.missing))


def print_paper(
    kind: str,
    checklist: Checklist,
    progress: Progress = silent,
    *,
    printed_at: datetime,
    is_duplex: bool = False,
) -> PrintedPaper:
    """Print a report of this kind into memory, on one side of each sheet unless asked for both.

    Raises UnknownKindError or NoFontError.
    """
    if kind not in _KINDS:
        raise UnknownKindError(kind)
    return _KINDS[kind](checklist, progress, printed_at, is_duplex)


def _self_assessment(checklist: Checklist, progress: Progress, printed_at: datetime, is_duplex: bool) -> PrintedPaper:
    report = build_self_assessment(checklist, printed_at)
    return print_self_assessment(report, faces(wanted_mode()), progress, is_duplex=is_duplex)


_KINDS: dict[str, Callable[[Checklist, Progress, datetime, bool], PrintedPaper]] = {"self-assessment": _self_assessment}


def _codes(missing: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"U+{ord(char):04X}" for char in missing)
