"""Two set what one would; whatever befalls the second, the paper is the same to the byte."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Timer

import pypdfium2
import pytest

from reports.content.parts import SelfAssessment
from reports.content.self_assessment import build_self_assessment
from reports.paper import compositors as compositors_module
from reports.paper import self_assessment
from reports.paper.compositors import Compositors
from reports.paper.faces import Faces
from reports.paper.self_assessment import print_self_assessment
from reports.paper.styles import TABLE
from reports.paper.typesetter import SetTexts, Setting, Typesetter
from services.dossiers import Dossier
from services.progress import CancelledError
from tests.reports.samples import AT, a_filled_checklist

ROOT = Path(__file__).resolve().parents[3]
NARROW = Setting(120)
WORDS = [f"第{number}条：校企合作企业{number * 7}家，见附件《实训基地名单{number}》。" for number in range(90)]


def set_words(typesetter: Typesetter, take: Sequence[str]) -> None:
    for word in take:
        typesetter.text(word, TABLE, NARROW)


def _set_beginnings(typesetter: Typesetter, take: Sequence[str]) -> None:
    set_words(typesetter, [word[:10] for word in take])


def set_in_two_ways(typesetter: Typesetter, take: Sequence[str]) -> None:
    set_words(typesetter, take)
    typesetter.runs([(take[0], TABLE)], NARROW)


@pytest.fixture(scope="module")
def report() -> SelfAssessment:
    """Give a report long enough to be dealt out."""
    once = build_self_assessment(Dossier(a_filled_checklist("zibo-gaoxin")), AT)
    return replace(once, clauses=once.clauses * 6)


@pytest.fixture
def by_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_assessment, "LONG", 1)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> "list[compositors_module._Second]":
    """Note every second compositor that is called in."""
    found: list[compositors_module._Second] = []
    usual = compositors_module._Second.__init__

    def noted(second: compositors_module._Second, faces: Faces) -> None:
        found.append(second)
        usual(second, faces)

    monkeypatch.setattr(compositors_module._Second, "__init__", noted)
    return found


def pages_of(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return sys.platform == "linux" and "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text()
    except (ProcessLookupError, FileNotFoundError):
        return True


def test_two_say_on_each_page_what_one_says(
    report: SelfAssessment, some_faces: Faces, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_one = print_self_assessment(report, some_faces)
    monkeypatch.setattr(self_assessment, "LONG", 1)
    by_two = print_self_assessment(report, some_faces)
    assert by_two.content != by_one.content, "the second gave out no code"
    assert pages_of(by_two.content) == pages_of(by_one.content)


@pytest.mark.usefixtures("by_two")
def test_a_second_that_never_comes_up_changes_no_byte(
    report: SelfAssessment, some_faces: Faces, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = print_self_assessment(report, some_faces)

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", refuse)
    assert print_self_assessment(report, some_faces).content == usual.content


@pytest.mark.usefixtures("by_two")
@pytest.mark.parametrize("answers", [0, 1, 4])
def test_a_second_that_dies_at_work_changes_no_byte(
    report: SelfAssessment, some_faces: Faces, monkeypatch: pytest.MonkeyPatch, answers: int
) -> None:
    usual = print_self_assessment(report, some_faces)
    given: list[SetTexts] = []
    receive = compositors_module._Second._received

    def dying(second: compositors_module._Second) -> SetTexts:
        if len(given) == answers:
            second._process.kill()
            second._process.join()
            second._connection.close()
        given.append(receive(second))
        return given[-1]

    monkeypatch.setattr(compositors_module._Second, "_received", dying)
    assert print_self_assessment(report, some_faces).content == usual.content
    assert len(given) == answers


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_second_that_hangs_before_it_listens_holds_nobody(
    some_faces: Faces, monkeypatch: pytest.MonkeyPatch, started: "list[compositors_module._Second]"
) -> None:
    monkeypatch.setattr(compositors_module, "_PATIENCE", 1.0)
    long = [word + "实训" * 60_000 for word in WORDS[:20]]
    with Compositors(some_faces, are_two=True) as compositors:
        pid = started[0]._process.pid
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
        waking = Timer(20, os.kill, (pid, signal.SIGKILL))
        waking.start()
        assert list(compositors.through(long, _set_beginnings)) == long
        assert not gone(pid), "the first waited for the second until that was killed"
        waking.cancel()
    assert gone(pid)


@pytest.mark.usefixtures("by_two")
def test_who_gives_up_leaves_no_process_behind(
    report: SelfAssessment, some_faces: Faces, started: "list[compositors_module._Second]"
) -> None:
    pids: list[int | None] = []

    class GivingUp:
        def step(self, done: int, total: int, what: str = "") -> None:
            del done, total, what
            pids.append(started[0]._process.pid)
            if len(pids) == 12:
                raise CancelledError

    with pytest.raises(CancelledError):
        print_self_assessment(report, some_faces, GivingUp())
    assert pids[0] is not None
    assert gone(pids[0])


def test_all_texts_dealt_out_come_back_as_they_would_be_set_here(some_faces: Faces) -> None:
    alone = Typesetter(some_faces)
    with Compositors(some_faces, are_two=True) as compositors:
        for word in compositors.through(WORDS, set_in_two_ways, 3):
            lines = compositors.typesetter.text(word, TABLE, NARROW)
            wanted = alone.text(word, TABLE, NARROW)
            assert [(line.text, line.width) for line in lines] == [(line.text, line.width) for line in wanted]


def test_one_alone_goes_through_things_as_they_are(some_faces: Faces) -> None:
    with Compositors(some_faces, are_two=False) as compositors:
        assert list(compositors.through(WORDS, set_words, 3)) == WORDS


def test_characters_that_no_font_has_are_heard_of(some_faces: Faces) -> None:
    words = [*WORDS[:40], "\U0001f9ff", *WORDS[:5]]
    with Compositors(some_faces, are_two=True) as compositors:
        list(compositors.through(words, set_words))
        assert "\U0001f9ff" in compositors.typesetter.missing


def _fails(typesetter: Typesetter, take: Sequence[str]) -> None:
    raise ValueError(take[0])


def test_a_fault_in_setting_shows_here(some_faces: Faces) -> None:
    with Compositors(some_faces, are_two=True) as compositors, pytest.raises(ValueError, match="第13条"):
        list(compositors.through(WORDS, _fails))


_WORK = """
import os, sys
if __name__ == "__main__":
    from reports.paper.compositors import Compositors
    from reports.paper.faces import FontMode, faces
    with Compositors(faces(FontMode.REPRODUCIBLE), are_two=True) as compositors:
        print(compositors._second._process.pid, flush=True)
        sys.stdin.read()
"""


def _wait_for(is_so: Callable[[], bool], seconds: float = 20.0) -> bool:
    until = time.monotonic() + seconds
    while not is_so() and time.monotonic() < until:
        time.sleep(0.05)
    return is_so()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.usefixtures("some_faces")
def test_the_second_goes_when_the_first_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "work.py"
    script.write_text(_WORK)
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script)]
    with subprocess.Popen(command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        second = int(first.stdout.readline())
        first.send_signal(signal.SIGKILL)
    assert _wait_for(lambda: gone(second))
