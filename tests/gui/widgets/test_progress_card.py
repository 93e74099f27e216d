"""How far long work has come: one job at a time, the last one asked for."""

from threading import Event

from pytestqt.qtbot import QtBot

from gui.platform.jobs import Jobs
from gui.widgets.progress_card import ProgressCard
from services.progress import Progress


def test_a_job_that_ends_does_not_hide_how_far_the_next_has_come(qtbot: QtBot) -> None:
    jobs, card, first, second = Jobs(), ProgressCard("正在存"), Event(), Event()
    qtbot.addWidget(card)

    def wait(goes_on: Event, progress: Progress) -> None:
        progress.step(1, 2, "第一份" if goes_on is first else "第二份")
        assert goes_on.wait(20)

    earlier = jobs.run(lambda progress: wait(first, progress))
    card.watch(earlier)
    later = jobs.run(lambda progress: wait(second, progress))
    card.watch(later)
    first.set()
    qtbot.waitUntil(lambda: earlier.has_ended)
    qtbot.waitUntil(card.isVisible)
    qtbot.waitUntil(lambda: card._what.text() == "第二份")
    second.set()
    qtbot.waitUntil(lambda: not card.isVisible())
    assert later.has_ended
    jobs.close()
