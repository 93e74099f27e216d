import sys
import threading
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.platform.jobs import Jobs
from services.progress import Progress


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_the_result_arrives_in_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[tuple[int, threading.Thread]] = []
    worked: list[threading.Thread] = []

    def work(progress: Progress) -> int:
        worked.append(threading.current_thread())
        return 42

    job = jobs.run(work, done=lambda result: heard.append((result, threading.current_thread())))
    qtbot.waitUntil(lambda: job.has_ended)
    assert heard == [(42, threading.main_thread())]
    assert worked[0] is not threading.main_thread()


def test_a_failure_is_told_to_whoever_asked(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[Exception] = []

    def work(progress: Progress) -> None:
        raise OSError("disk")

    job = jobs.run(work, failed=heard.append)
    qtbot.waitUntil(lambda: job.has_ended)
    assert [str(error) for error in heard] == ["disk"]


def test_a_failure_nobody_asked_about_goes_to_the_hook(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: heard.append(kind))

    def work(progress: Progress) -> None:
        raise ZeroDivisionError

    jobs.run(work)
    qtbot.waitUntil(lambda: heard == [ZeroDivisionError])


def test_work_given_up_stops_at_its_next_step_and_no_callback_comes(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[object] = []
    steps: list[int] = []
    reached, go_on = Event(), Event()

    def work(progress: Progress) -> str:
        for number in range(1000):
            progress.step(number, 1000)
            steps.append(number)
            reached.set()
            go_on.wait(60)
        return "all"

    job = jobs.run(work, done=heard.append, failed=heard.append)
    assert reached.wait(60)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: job.has_ended)
    assert heard == []
    assert steps == [0]


def test_progress_is_thinned_but_its_end_is_always_told(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[int] = []

    def work(progress: Progress) -> None:
        for number in range(1, 5001):
            progress.step(number, 5000, "一页")

    job = jobs.run(work)
    job.progressed.connect(lambda done, total, what: told.append(done))
    qtbot.waitUntil(lambda: job.has_ended)
    assert told[-1] == 5000
    assert len(told) < 500


def test_jobs_run_one_after_another(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[str] = []
    gate = Event()

    def first(progress: Progress) -> None:
        gate.wait(60)
        order.append("first")

    def second(progress: Progress) -> None:
        order.append("second")

    jobs.run(first)
    last = jobs.run(second)
    assert jobs.is_busy
    gate.set()
    qtbot.waitUntil(lambda: last.has_ended)
    assert order == ["first", "second"]


def test_closing_cancels_and_waits(qtbot: QtBot) -> None:
    left: list[bool] = []
    jobs, started = Jobs(), Event()

    def work(progress: Progress) -> None:
        try:
            while True:
                progress.step(0, 1)
                started.set()
        finally:
            left.append(True)

    jobs.run(work)
    assert started.wait(60)
    jobs.close()
    assert left == [True]


def test_work_still_waiting_at_the_close_is_never_begun(qtbot: QtBot) -> None:
    begun: list[bool] = []
    jobs, started = Jobs(), Event()

    def long_one(progress: Progress) -> None:
        while True:
            progress.step(0, 1)
            started.set()

    jobs.run(long_one)
    jobs.run(lambda progress: begun.append(True))
    assert started.wait(60)
    jobs.close()
    assert begun == []


def test_a_job_that_computes_gives_way_to_the_window_soon(qtbot: QtBot) -> None:
    jobs, seen = Jobs(), list[float]()
    jobs.run(lambda _progress: sys.getswitchinterval(), done=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0] <= 0.001
    jobs.close()
