"""What is still open before printing, said only once it was looked at."""

from collections import Counter

from pytestqt.qtbot import QtBot

from gui.reporting.checks_part import ChecksPart
from gui.widgets.labels import PlainLabel
from services.quality import Flaw


def a_part(qtbot: QtBot) -> ChecksPart:
    part = ChecksPart()
    qtbot.addWidget(part)
    part.show()
    return part


def said(part: ChecksPart) -> str:
    return "".join(label.text() for label in part.findChildren(PlainLabel) if label.isVisible())


def test_nothing_is_promised_before_anything_was_looked_at(qtbot: QtBot) -> None:
    assert "都填齐了" not in said(a_part(qtbot))


def test_all_there_is_said_when_nothing_was_found_and_only_then(qtbot: QtBot) -> None:
    part = a_part(qtbot)
    part.show_checks(Counter())
    assert "都填齐了" in said(part)
    part.show_checks(Counter({Flaw.UNANSWERED: 3}))
    assert "都填齐了" not in said(part)
    assert "还有 3 条没填" in said(part)
    assert part.warnings() == ("还有 3 条没填，会印成“未填报”。",)


def test_what_the_check_lists_is_counted_as_the_check_counts_it(qtbot: QtBot) -> None:
    part = a_part(qtbot)
    part.show_checks(Counter({Flaw.UNANSWERED: 3, Flaw.NO_FINDING: 4}))
    assert part.warnings()[-1] == "交前质检共 7 处要看一眼。"
