"""The table of promises is read from what the scripts print, and a broken promise shows."""

from pathlib import Path

import pytest

from scripts import bench

_KEPT = "P8 cold_start_to_paint ratio=1.31 promise<=1.5 (0.41 s against 0.31 s)"
_BROKEN = "P3 one_edit ratio=4.20 promise<=3"


def test_a_line_that_names_a_promise_is_read_and_any_other_is_not() -> None:
    (row,) = bench.read(f"warming up\n{_KEPT}\nP8 without a ratio\n")
    assert (row.promise, row.work, row.ratio, row.bound) == ("P8", "cold_start_to_paint", 1.31, 1.5)
    assert row.is_kept()


def test_a_promise_at_its_bound_is_kept_and_past_it_is_broken() -> None:
    at, past, least = bench.read(
        "P1 a ratio=0.25 promise<=0.25\nP1 b ratio=0.26 promise<=0.25\nP1 c ratio=2 promise>=3\n"
    )
    assert (at.is_kept(), past.is_kept(), least.is_kept()) == (True, False, False)
    assert "BROKEN" in str(past)


@pytest.mark.parametrize(
    ("printed", "exit_code", "expected"),
    [(_KEPT, 0, 0), (_BROKEN, 0, 1), (_KEPT, 3, 1)],
    ids=["kept", "broken", "failed"],
)
def test_a_run_succeeds_only_when_all_ran_and_all_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: str, exit_code: int, expected: int
) -> None:
    (tmp_path / "one.py").write_text(f"print({printed!r})\nraise SystemExit({exit_code})")
    monkeypatch.setattr(bench, "_FOLDER", tmp_path)
    assert bench.main([]) == expected
