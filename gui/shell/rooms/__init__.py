"""The rooms of an open assessment: each tab's screen, made when it is first asked for, its wishes turned into places.

A new tab is a member of `Tab`, its words, a room here and a line in `_MAKERS`.
"""

from collections.abc import Callable

from gui.shell.rooms.room import Room, RoomServices
from gui.shell.tabs import Tab


def make_room(tab: Tab, services: RoomServices) -> Room:
    """Make the room behind a tab."""
    return _MAKERS[tab](services)


def _checklist(services: RoomServices) -> Room:
    from gui.shell.rooms.checklist import ChecklistRoom

    return ChecklistRoom(services)


def _overview(services: RoomServices) -> Room:
    from gui.shell.rooms.overview import OverviewRoom

    return OverviewRoom(services)


def _evidence(services: RoomServices) -> Room:
    from gui.shell.rooms.evidence import EvidenceRoom

    return EvidenceRoom(services)


def _findings(services: RoomServices) -> Room:
    from gui.shell.rooms.findings import FindingsRoom

    return FindingsRoom(services)


def _report(services: RoomServices) -> Room:
    from gui.shell.rooms.report import ReportRoom

    return ReportRoom(services)


def _text(services: RoomServices) -> Room:
    from gui.shell.rooms.text import TextRoom

    return TextRoom(services)


def _division(services: RoomServices) -> Room:
    from gui.shell.rooms.division import DivisionRoom

    return DivisionRoom(services)


def _quality(services: RoomServices) -> Room:
    from gui.shell.rooms.quality import QualityRoom

    return QualityRoom(services)


def _cycles(services: RoomServices) -> Room:
    from gui.shell.rooms.cycles import CyclesRoom

    return CyclesRoom(services)


_MAKERS: dict[Tab, Callable[[RoomServices], Room]] = {
    Tab.CHECKLIST: _checklist,
    Tab.OVERVIEW: _overview,
    Tab.EVIDENCE: _evidence,
    Tab.FINDINGS: _findings,
    Tab.REPORT: _report,
    Tab.TEXT: _text,
    Tab.DIVISION: _division,
    Tab.QUALITY: _quality,
    Tab.CYCLES: _cycles,
}
