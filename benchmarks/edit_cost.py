"""P3: one durable edit through the services, against one fdatasync, raw sqlite3 and SQLAlchemy's ORM."""

import itertools
import json
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
# ruff: noqa: E402

from sqlalchemy import create_engine, event, select
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import StaticPool

from models import tables as t
from models.connection import connect
from models.trail import entry_hash
from models.vocabulary import AssessmentId, ItemKey, Ownership, SchoolType, Status
from services.checklist import Answer
from services.trail.changes import AnswerPart
from services.trail.parts import text_of
from services.workspace import Workspace

ROUNDS, EDITS, PROMISE = 15, 60, 3.0
STATUSES = (Status.MET, Status.PARTLY_MET, Status.NOT_MET)

Edit = Callable[[ItemKey, Answer], object]


def a_workspace(folder: Path) -> tuple[Workspace, AssessmentId, list[ItemKey]]:
    workspace = Workspace.open(folder, "王老师")
    school = workspace.schools.register("试点学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)
    assessment = workspace.assessments.start(school, "yiyang", 2025)
    keys = [row.key for row in workspace.assessments.checklist(assessment).binding_items()]
    return workspace, assessment, keys


def raw(connection: sqlite3.Connection) -> Edit:
    """Make the same edit with statements written by hand."""

    def edit(key: ItemKey, answer: Answer) -> None:
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        connection.execute("BEGIN IMMEDIATE")
        row = connection.execute(
            "SELECT status, note FROM answers WHERE assessment_id = 1 AND item = ?", (key,)
        ).fetchone()
        before = Answer(Status(row[0]), row[1]) if row else Answer()
        connection.execute(
            "INSERT INTO answers VALUES (1, ?, ?, ?, '', NULL, '', '', '', 0, ?, '王老师')"
            " ON CONFLICT DO UPDATE"
            " SET status = excluded.status, note = excluded.note, changed_at = excluded.changed_at",
            (key, answer.status.value, answer.note, now),
        )
        uuid, seq, head = connection.execute(
            "SELECT uuid, head_seq, head_hash FROM assessments WHERE id = 1"
        ).fetchone()
        parts = text_of((AnswerPart(key, before, answer),), {})
        digest = entry_hash(uuid, seq + 1, now, "王老师", parts, head)
        connection.execute(
            "INSERT INTO changes (assessment_id, seq, at, who, parts, prev, hash) VALUES (1, ?, ?, '王老师', ?, ?, ?)",
            (seq + 1, now, parts, head, digest),
        )
        connection.execute(
            f"UPDATE assessments SET {before.status.value} = {before.status.value} - 1,"
            f" edited_at = ?, edited_no = edited_no + 1, head_seq = ?, head_hash = ? WHERE id = 1",
            (now, seq + 1, digest),
        )
        status = answer.status.value
        connection.execute(f"UPDATE assessments SET {status} = {status} + 1 WHERE id = 1")
        connection.execute("COMMIT")

    return edit


def orm(sessions: sessionmaker[Session]) -> Edit:
    """Make the same edit through mapped objects."""

    def edit(key: ItemKey, answer: Answer) -> None:
        now = datetime.now(UTC)
        with sessions.begin() as session:
            record = session.get(t.AnswerRecord, (1, key))
            before = Answer(record.status, record.note) if record else Answer()
            if record is None:
                record = t.AnswerRecord(
                    assessment_id=AssessmentId(1),
                    item=key,
                    missing="",
                    reason="",
                    department="",
                    person="",
                    needs_review=False,
                )
                session.add(record)
            record.status, record.note, record.changed_at, record.changed_by = answer.status, answer.note, now, "王老师"
            assessment = session.scalars(select(t.AssessmentRecord)).one()
            parts = text_of((AnswerPart(key, before, answer),), {})
            at, seq = now.isoformat(timespec="microseconds"), assessment.head_seq + 1
            digest = entry_hash(assessment.uuid, seq, at, "王老师", parts, assessment.head_hash)
            change = t.ChangeRecord(
                assessment_id=AssessmentId(1),
                seq=seq,
                at=now,
                who="王老师",
                parts=parts,
                prev=assessment.head_hash,
                hash=digest,
            )
            session.add(change)
            for status, step in ((before.status, -1), (answer.status, 1)):
                setattr(assessment, status.value, getattr(assessment, status.value) + step)
            assessment.head_seq, assessment.head_hash, assessment.edited_at = seq, digest, now
            session.flush()
            assessment.edited_no = change.id

    return edit


def fdatasync(path: Path) -> Edit:
    """Write one page into a file that is large enough and wait for it: the floor."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT)
    os.write(file, bytes(4096 * 1024))
    os.fsync(file)
    places = itertools.cycle(range(1024))

    def edit(_key: ItemKey, _answer: Answer) -> None:
        os.pwrite(file, os.urandom(4096), next(places) * 4096)
        os.fdatasync(file)

    return edit


def begin_at_once(connection: sqlite3.Connection) -> sessionmaker[Session]:
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", lambda one: one.exec_driver_sql("BEGIN IMMEDIATE"))
    return sessionmaker(engine)


def timed(edit: Edit, keys: list[ItemKey], number: int) -> float:
    started = time.perf_counter()
    for step in range(EDITS):
        place = number * EDITS + step
        edit(keys[place % len(keys)], Answer(STATUSES[place % 3], f"第 {place} 次：已按要求办理，材料见附件"))
    return (time.perf_counter() - started) / EDITS


def outcome(database: Path) -> tuple[object, ...]:
    with closing(sqlite3.connect(database)) as connection:
        answers = connection.execute("SELECT item, status, note FROM answers ORDER BY item").fetchall()
        counters = connection.execute(
            "SELECT met, partly_met, not_met, unanswered, head_seq FROM assessments"
        ).fetchall()
        parts = connection.execute("SELECT seq, parts FROM changes WHERE assessment_id = 1 ORDER BY seq").fetchall()
        return answers, counters, [(seq, json.loads(one)) for seq, one in parts]


def a_place_on_disk() -> Path:
    """Give a folder on the disk the repository lies on; the system's may be in memory."""
    place = ROOT / "out"
    place.mkdir(exist_ok=True)
    return place


def main() -> None:
    with tempfile.TemporaryDirectory(dir=a_place_on_disk()) as place:
        folders = {name: Path(place) / name for name in ("ours", "raw", "orm")}
        opened = {name: a_workspace(folder) for name, folder in folders.items()}
        workspace, assessment, keys = opened["ours"]
        for name in ("raw", "orm"):
            opened[name][0].close()
        raw_connection, orm_connection = (connect(folders[name] / "voccheck.db") for name in ("raw", "orm"))
        edits: dict[str, Edit] = {
            "fdatasync": fdatasync(Path(place) / "floor"),
            "ours": lambda key, answer: workspace.assessments.record(assessment, key, answer),
            "raw": raw(raw_connection),
            "orm": orm(begin_at_once(orm_connection)),
        }
        rounds: dict[str, list[float]] = {name: [] for name in edits}
        for number in range(ROUNDS + 1):
            for name, edit in edits.items():
                took = timed(edit, keys, number)
                if number:  # the first round warms up
                    rounds[name].append(took)
        workspace.close()
        raw_connection.close()
        orm_connection.close()
        outcomes = [outcome(folder / "voccheck.db") for folder in folders.values()]
        assert outcomes[0] == outcomes[1] == outcomes[2], "the three did not write the same"
    typical = {name: statistics.median(times) for name, times in rounds.items()}
    floor = typical["fdatasync"]
    said = " · ".join(f"{name} {took * 1000:.2f} ms ({took / floor:.1f}x)" for name, took in typical.items())
    print(f"P3 edit_cost ratio={typical['ours'] / floor:.2f} promise<={PROMISE} ({said})")


if __name__ == "__main__":
    main()
