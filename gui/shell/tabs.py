"""The tabs of one assessment, in the order they stand in the toolbar."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication

_tr = partial(QCoreApplication.translate, "shell")


class Tab(StrEnum):
    """A screen of the open assessment."""

    CHECKLIST = "checklist"
    OVERVIEW = "overview"
    EVIDENCE = "evidence"
    FINDINGS = "findings"
    REPORT = "report"
    TEXT = "text"
    DIVISION = "division"
    QUALITY = "quality"
    CYCLES = "cycles"


OFF_BAR = {Tab.DIVISION: Tab.CHECKLIST, Tab.QUALITY: Tab.OVERVIEW, Tab.CYCLES: Tab.OVERVIEW}
"""Screens that have no tab in the bar, each with the one it belongs to: a menu or another screen leads to them."""


def tab_words(tab: Tab) -> str:
    """Say a tab's name."""
    return {
        Tab.CHECKLIST: _tr("清单"),
        Tab.OVERVIEW: _tr("概览"),
        Tab.EVIDENCE: _tr("佐证"),
        Tab.FINDINGS: _tr("整改"),
        Tab.REPORT: _tr("报告"),
        Tab.TEXT: _tr("原文"),
        Tab.DIVISION: _tr("分工"),
        Tab.QUALITY: _tr("交前质检"),
        Tab.CYCLES: _tr("与上年对比"),
    }[tab]
