"""A check stops at the first step that fails, says which, and leaves pytest the last word."""

from pathlib import Path

import pytest

from scripts import checks


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Replace the steps by three that only leave a file behind or fail."""
    monkeypatch.setattr(
        checks,
        "STEPS",
        {
            "format": ["-c", f"open({str(tmp_path / 'format')!r}, 'w')"],
            "lint": ["-c", "raise SystemExit(4)"],
            "tests": ["-c", f"open({str(tmp_path / 'tests')!r}, 'w')"],
        },
    )
    return tmp_path


def test_the_first_failure_stops_the_check_and_is_named(steps: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert checks.main([]) == 1
    assert [file.name for file in steps.iterdir()] == ["format"]
    assert "lint: FAILED (exit 4)" in capfd.readouterr().out


def test_named_steps_run_alone_and_pytest_has_the_last_word(steps: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert checks.main(["format", "tests"]) == 0
    assert sorted(file.name for file in steps.iterdir()) == ["format", "tests"]
    assert capfd.readouterr().out.splitlines()[-1] == "── tests"


def test_a_step_nobody_knows_is_refused_before_anything_runs(steps: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert checks.main(["format", "luck"]) == 2
    assert list(steps.iterdir()) == []
    assert "luck" in capfd.readouterr().out
