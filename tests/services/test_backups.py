"""Backups: verified, with their evidence, thinned by rule."""

import sqlite3
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import backup
from models.errors import DamagedStoreError
from models.vocabulary import ItemKey, Status
from services.backups import KEEP_LAST, BackupRow, keep_before_renewal, listed, to_keep
from services.checklist import Answer, Fact
from services.progress import CancelledError
from services.verifying import verify
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment
from tests.giving_up import GivesUp

ITEM = ItemKey("1-1")


def _edit(workspace: Workspace, note: str) -> None:
    assessment = workspace.opening.assessments()[0].id
    workspace.assessments.record(assessment, ITEM, Answer(Status.MET, note=note))


def test_a_backup_is_a_workspace_when_its_evidence_is_laid_beside_it(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        _edit(workspace, "在备份里")
        workspace.evidence.attach_bytes(assessment, ITEM, b"text", "a.txt")
        made = workspace.backups.make()
        _edit(workspace, "后来的")
    restored = tmp_path / "restored"
    restored.mkdir()
    made.rename(restored / "voccheck.db")
    (tmp_path / "w" / "backups" / "evidence").rename(restored / "evidence")
    assert verify(restored).problems == ()
    with a_workspace(restored) as workspace:
        row = workspace.assessments.item(assessment, ITEM)
        assert row.answer.note == "在备份里"
        assert workspace.evidence.path_of(row.evidence[0].id).read_bytes() == b"text"


def test_evidence_lost_from_the_workspace_is_still_in_the_backup(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        workspace.evidence.attach_bytes(assessment, ITEM, b"text", "a.txt")
        workspace.backups.make()
        path = workspace.evidence.path_of(workspace.assessments.item(assessment, ITEM).evidence[0].id)
        kept = tmp_path / "backups" / path.relative_to(tmp_path)
        path.unlink()
        assert kept.read_bytes() == b"text"


def test_nothing_new_makes_no_backup(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        an_assessment(workspace)
        assert workspace.backups.make_if_changed() is not None
        assert workspace.backups.make_if_changed() is None
        _edit(workspace, "新的")
        assert workspace.backups.make_if_changed() is not None
        school = workspace.opening.schools()[0]
        workspace.schools.put_facts(school.id, 2025, [Fact("在校生", "1200", "人")])
        assert workspace.backups.make_if_changed() is not None
        assert [row.number for row in workspace.backups.listed()] == [3, 2, 1]


def test_a_copy_that_is_not_the_same_never_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_workspace(tmp_path) as workspace:
        an_assessment(workspace)
        census, extra = backup._census, count()
        monkeypatch.setattr(backup, "_census", lambda connection: (*census(connection), ("extra", next(extra))))
        with pytest.raises(DamagedStoreError):
            workspace.backups.make()
        assert workspace.backups.listed() == ()
        assert not [path for path in (tmp_path / "backups").iterdir() if path.is_file()]


def test_a_cancelled_backup_leaves_no_backup(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        workspace.evidence.attach_bytes(an_assessment(workspace), ITEM, b"text", "a.txt")
        with pytest.raises(CancelledError):
            workspace.backups.make(GivesUp())
        assert workspace.backups.listed() == ()


def test_an_older_database_is_kept_under_the_version_it_makes_way_for(tmp_path: Path) -> None:
    with a_workspace(tmp_path):
        pass
    keep_before_renewal(tmp_path / "voccheck.db", 1)
    kept = listed(tmp_path / "backups")[0]
    assert kept.is_before_renewal
    assert kept.path.name.endswith("-before-v2.db")
    assert sqlite3.connect(kept.path).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _row(number: int, made_at: datetime, *, is_before_renewal: bool = False) -> BackupRow:
    return BackupRow(Path(f"{number}.db"), number, made_at, is_before_renewal)


START = datetime(2025, 1, 1, 8, tzinfo=UTC)


def test_a_year_of_hourly_backups_becomes_a_handful_over_the_whole_time() -> None:
    rows = [_row(number, START + timedelta(hours=number)) for number in range(365 * 24)]
    stays = to_keep(rows)
    kept = [row for row in rows if row.path in stays]
    assert 25 <= len(kept) <= 39
    assert kept[-1].number == rows[-1].number
    assert kept[0].made_at < START + timedelta(days=151)


@given(st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), min_size=1, max_size=60))
def test_a_wrong_clock_throws_none_of_the_last_backups_away(times: list[datetime]) -> None:
    rows = [_row(number, time.replace(tzinfo=UTC)) for number, time in enumerate(times)]
    kept = to_keep(rows)
    assert {row.path for row in rows[-KEEP_LAST:]} <= kept


def test_what_was_kept_before_a_renewal_stays_for_ever() -> None:
    rows = [_row(number, START + timedelta(minutes=number)) for number in range(50)]
    rows[0] = _row(0, START, is_before_renewal=True)
    assert rows[0].path in to_keep(rows)
    assert rows[1].path not in to_keep(rows)


def test_thinning_removes_what_the_rule_does_not_keep(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        an_assessment(workspace)
        for number in range(KEEP_LAST + 3):
            _edit(workspace, str(number))
            workspace.backups.make()
        assert len(workspace.backups.listed()) == KEEP_LAST


@pytest.mark.parametrize("content", [b"", b"text", bytes(4096)])
def test_a_damaged_backup_keeps_no_other_from_being_made(tmp_path: Path, content: bytes) -> None:
    with a_workspace(tmp_path) as workspace:
        an_assessment(workspace)
        damaged = workspace.backups.make()
        damaged.write_bytes(content)
        made = workspace.backups.make_if_changed()
        assert made is not None
        assert workspace.backups.make_if_changed() is None


def test_what_only_looks_like_a_backup_is_left_out_and_left_alone(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        an_assessment(workspace)
        made = workspace.backups.make()
        strange = made.with_name("000009-20261399T999999Z.db")
        strange.write_bytes(made.read_bytes())
        made.with_name("000010-20261122T000000Z.db").mkdir()
        made.with_name("x.partial").mkdir()
        later = workspace.backups.make()
        assert [row.path for row in workspace.backups.listed()] == [later, made]
    assert strange.exists()
