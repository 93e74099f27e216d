"""Editions: frozen once, printed the same for ever, withdrawn with a reason, known by their fingerprint."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import fields, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import compiled
from models.guards import GUARDS
from models.vocabulary import AssessmentId, EditionState, ItemKey, PassageName, SignerRole, Status
from reports.orders import Kind, Order, Skin
from reports.preview import Pages
from reports.printing import make_paper, print_for_edition, skins_of
from services.checklist import Answer, Fact
from services.dossiers import Dossier, dossier_of
from services.editions import snapshots
from services.editions.errors import (
    EditionOutOfStepError,
    EditionStandsError,
    EditionWithdrawnError,
    FreezingDisturbedError,
    ScanKindError,
    ScanMissingError,
    SignerMissingError,
    SnapshotError,
    UnknownEditionError,
    WithdrawalReasonMissingError,
)
from services.editions.parts import EditionPart
from services.editions.values import Signer
from services.errors import UnknownAssessmentError
from services.judging import Reading
from services.reporting.parts import ReportSettings
from services.sample.school import sample, settle
from services.verifying import Problem, ProblemKind, verify
from services.workspace import Workspace
from tests.builders import a_policy, a_workspace, an_assessment

ITEM, OTHER = ItemKey("1-1"), ItemKey("1-2")
SIGNERS = tuple(
    Signer(role, name, date(2025, 6, 30)) for role, name in zip(SignerRole, ("张敏", "李建国", "周校长"), strict=True)
)
LATER = datetime(2031, 2, 3, 4, 5)
ROOT = Path(__file__).parents[3]


@pytest.fixture
def assessment(workspace: Workspace) -> AssessmentId:
    started = an_assessment(workspace)
    workspace.assessments.record(started, ITEM, Answer(Status.MET, note="已做到", department="教务处"))
    workspace.evidence.attach_bytes(started, ITEM, b"text", "纪要.txt")
    return started


def _paper(dossier: Dossier, moment: datetime = LATER) -> bytes:
    """Make the report anew from what was frozen; `test_edition_papers.py` holds the one that was kept."""
    return make_paper(Order(Kind.SELF_ASSESSMENT, moment), replace(dossier, kept=None)).content


def _tamper(folder: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(folder / "voccheck.db")
    for name in GUARDS:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement, values)
    for guard in GUARDS.values():
        connection.execute(guard)
    connection.commit()
    connection.close()


def test_the_first_edition_is_number_one_and_holds(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    (row,) = workspace.editions.editions(assessment)
    assert (row.number, row.state, row.edition.signers, row.frozen_by) == (1, EditionState.CURRENT, SIGNERS, "王老师")
    assert len(row.edition.fingerprint) == 64
    assert len(row.edition.short.split()) == 3
    assert len(row.edition.whole.split()) == 16


def test_a_dossier_comes_back_from_its_snapshot_whole(tmp_path: Path) -> None:
    today = sample("yiyang").reported_on
    with Workspace.open(tmp_path, "我", lambda: today) as workspace:
        assessment = settle(workspace, "yiyang")
        workspace.passages.write(assessment, PassageName.WORK, "三月起自评。")
        live = dossier_of(workspace, assessment)
        workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
        frozen = workspace.editions.dossier_of(assessment, 1)
    for one in fields(Dossier):
        if one.name not in ("file_of", "edition", "kept"):
            assert getattr(frozen, one.name) == getattr(live, one.name), one.name


def test_what_is_written_later_is_not_on_the_reprint(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    first = _paper(workspace.editions.dossier_of(assessment, 1))
    workspace.assessments.record(assessment, ITEM, Answer(Status.NOT_MET, missing="其实没有"))
    evidence = workspace.evidence.register.pieces(assessment)[0].evidence
    workspace.evidence.detach(assessment, ITEM, evidence.id)
    workspace.schools.put_facts(workspace.opening.schools()[0].id, 2025, [Fact("在校生", "1200", "人")])
    workspace.passages.settle(assessment, ReportSettings(authority="教育局", is_duplex=True))
    workspace.editions.withdraw(assessment, 1, "有误")
    assert _paper(workspace.editions.dossier_of(assessment, 1), datetime(2040, 1, 1)) == first
    assert _paper(dossier_of(workspace, assessment)) != first


@pytest.mark.parametrize(("kind", "skin"), [(kind, skin) for kind in Kind for skin in skins_of(kind)])
def test_every_paper_of_an_edition_is_the_same_ever_after(
    workspace: Workspace, assessment: AssessmentId, kind: Kind, skin: Skin
) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    first = make_paper(
        Order(kind, LATER, skin), replace(workspace.editions.dossier_of(assessment, 1), kept=None)
    ).content
    workspace.assessments.record(assessment, ITEM, Answer(Status.NOT_MET, missing="其实没有", department="学生处"))
    workspace.passages.settle(assessment, ReportSettings(authority="教育局"))
    moment = LATER if kind is Kind.COMPARISON else datetime(2040, 1, 1)
    assert make_paper(Order(kind, moment, skin), workspace.editions.dossier_of(assessment, 1)).content == first


def test_a_paper_of_the_library_bears_no_edition_s_mark(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    frozen = workspace.editions.dossier_of(assessment, 1)
    assert frozen.edition is not None
    for kind in (Kind.COMPARISON, Kind.LEDGER):
        with closing(Pages(make_paper(Order(kind, LATER), frozen).content)) as pages:
            assert (frozen.edition.short in pages.text(0)) == (kind is Kind.LEDGER)


def test_a_new_revision_of_the_policy_leaves_the_reprint_as_it_was(tmp_path: Path) -> None:
    old = a_policy()
    with a_workspace(tmp_path, old) as workspace:
        assessment = an_assessment(workspace)
        workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
        first = _paper(workspace.editions.dossier_of(assessment, 1))
    newer = a_policy(3, title="新的标题", revision=2)
    with a_workspace(tmp_path, newer) as workspace:
        workspace.renewals.renew(assessment)
        assert workspace.assessments.checklist(assessment).policy.revision == 2
        assert _paper(workspace.editions.dossier_of(assessment, 1)) == first
        assert verify(tmp_path).problems == ()


def test_detached_evidence_is_still_found_for_the_reprint(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    row = workspace.evidence.register.pieces(assessment)[0].evidence
    workspace.evidence.detach(assessment, ITEM, row.id)
    frozen = workspace.editions.dossier_of(assessment, 1)
    assert frozen.file_of is not None
    assert frozen.file_of(frozen.pieces[0].evidence).read_bytes() == b"text"


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
_EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from([ITEM, OTHER]), _TEXTS),
        st.tuples(st.just("passage"), st.sampled_from(list(PassageName)), _TEXTS),
        st.tuples(st.just("evidence"), st.sampled_from([ITEM, OTHER]), _TEXTS),
        st.tuples(st.just("fact"), st.just(ITEM), _TEXTS),
        st.tuples(st.just("reading"), st.just(ITEM), st.integers(0, 10**6)),
    ),
    min_size=1,
    max_size=6,
)


def _edit(workspace: Workspace, assessment: AssessmentId, edit: tuple[str, str, object]) -> None:
    kind, key, said = edit
    match kind:
        case "answer":
            workspace.assessments.record(assessment, ItemKey(key), Answer(Status.PARTLY_MET, note=str(said)))
        case "passage":
            workspace.passages.write(assessment, PassageName(key), str(said))
        case "evidence":
            workspace.evidence.attach_bytes(assessment, ItemKey(key), str(said).encode() or b"x", "a.txt")
        case "fact":
            school = workspace.opening.schools()[0].id
            workspace.schools.put_facts(school, 2025, [Fact("在校生", str(said), "人")])
        case "reading":
            figure = next(workspace.assessments.policy(assessment).indicators(), None)
            if figure is not None:
                workspace.assessments.take_reading(assessment, figure.key, Reading(value=Decimal(str(said))))
        case _:
            raise LookupError(kind)


@settings(max_examples=25)
@given(before=_EDITS, after=_EDITS)
def test_no_edit_after_freezing_moves_a_byte(
    before: list[tuple[str, str, object]], after: list[tuple[str, str, object]]
) -> None:
    with TemporaryDirectory() as place, a_workspace(Path(place)) as workspace:
        assessment = an_assessment(workspace)
        for edit in before:
            _edit(workspace, assessment, edit)
        workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
        first = workspace.editions.dossier_of(assessment, 1)
        for edit in after:
            _edit(workspace, assessment, edit)
        again = workspace.editions.dossier_of(assessment, 1)
        assert replace(again, file_of=None) == replace(first, file_of=None)
        assert _paper(again) == _paper(first, datetime(2026, 1, 1))
        assert verify(Path(place)).problems == ()


def test_an_edition_of_the_first_format_is_read_for_ever() -> None:
    text = (Path(__file__).parent / "edition_format_1.json").read_text(encoding="utf-8").rstrip("\n")
    assert json.loads(text)["format"] == 1
    dossier = snapshots.dossier_in(text, lambda row: Path(row.sha256))
    assert dossier.edition is not None
    assert dossier.edition.signers == SIGNERS
    assert dossier.edition.fingerprint == snapshots.fingerprint_of(text)
    assert dossier.checklist.school.name == "试点市第一职业学校"
    assert _paper(dossier).startswith(b"%PDF")


def test_a_snapshot_of_a_newer_program_is_refused() -> None:
    with pytest.raises(SnapshotError):
        snapshots.frame_of('{"format":99}')


def test_a_value_that_a_later_program_added_takes_its_default(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    with workspace._store.reading() as work:
        from models import compiled

        content = work.one(compiled.SNAPSHOT, assessment_id=assessment, number=1).snapshot
    values = json.loads(snapshots.unpacked(content))
    del values["dossier"]["settings"]
    values["dossier"]["gone_since"] = [1]
    dossier = snapshots.dossier_in(json.dumps(values), lambda row: Path(row.sha256))
    assert dossier.settings == ReportSettings()


def test_a_second_edition_waits_until_the_first_is_withdrawn(workspace: Workspace, assessment: AssessmentId) -> None:
    editions = workspace.editions
    editions.freeze(assessment, SIGNERS, print_for_edition)
    with pytest.raises(EditionStandsError):
        editions.freeze(assessment, SIGNERS, print_for_edition)
    editions.withdraw(assessment, 1, " 第三章数据有误 ")
    editions.freeze(assessment, SIGNERS, print_for_edition)
    newest, oldest = editions.editions(assessment)
    assert (newest.number, newest.is_current) == (2, True)
    assert (oldest.number, oldest.is_current, oldest.reason) == (1, False, "第三章数据有误")
    assert newest.edition.fingerprint != oldest.edition.fingerprint


def test_withdrawing_needs_a_reason_and_happens_once(workspace: Workspace, assessment: AssessmentId) -> None:
    editions = workspace.editions
    editions.freeze(assessment, SIGNERS, print_for_edition)
    with pytest.raises(WithdrawalReasonMissingError):
        editions.withdraw(assessment, 1, "  ")
    editions.withdraw(assessment, 1, "有误")
    with pytest.raises(EditionWithdrawnError):
        editions.withdraw(assessment, 1, "再来")
    with pytest.raises(UnknownEditionError):
        editions.withdraw(assessment, 7, "没有")
    with pytest.raises(UnknownEditionError):
        editions.dossier_of(assessment, 7)


def test_everyone_who_signs_is_named(workspace: Workspace, assessment: AssessmentId) -> None:
    for missing in SignerRole:
        signers = [replace(one, name=" ") if one.role is missing else one for one in SIGNERS]
        with pytest.raises(SignerMissingError) as refused:
            workspace.editions.freeze(assessment, signers, print_for_edition)
        assert refused.value.role is missing
    with pytest.raises(UnknownAssessmentError):
        workspace.editions.freeze(AssessmentId(99), SIGNERS, print_for_edition)
    assert workspace.editions.editions(assessment) == ()


def test_steps_after_freezing_are_counted_and_the_edition_s_own_are_not(
    workspace: Workspace, assessment: AssessmentId, tmp_path: Path
) -> None:
    assert workspace.editions.standing(assessment).current is None
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    assert workspace.editions.standing(assessment).steps_after == 0
    workspace.assessments.record(assessment, ITEM, Answer(Status.MET, note='"kind":"edition"'))
    scan = tmp_path / "签字.pdf"
    scan.write_bytes(b"%PDF-1.7 signed")
    workspace.editions.attach_scan(assessment, 1, scan)
    workspace.assessments.record(assessment, OTHER, Answer(Status.MET))
    assert workspace.editions.standing(assessment).steps_after == 2


def test_writing_while_it_is_frozen_freezes_nothing_half(
    workspace: Workspace, assessment: AssessmentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    gather, notes = workspace.editions._dossier, iter(range(99))

    def disturbed(one: AssessmentId) -> Dossier:
        dossier = gather(one)
        workspace.assessments.record(one, OTHER, Answer(Status.MET, note=str(next(notes))))
        return dossier

    monkeypatch.setattr(workspace.editions, "_dossier", disturbed)
    with pytest.raises(FreezingDisturbedError):
        workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    assert workspace.editions.editions(assessment) == ()
    assert verify(workspace.folder).orphans == 0
    calls = iter([disturbed, gather])
    monkeypatch.setattr(workspace.editions, "_dossier", lambda one: next(calls)(one))
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    frozen, live = workspace.editions.dossier_of(assessment, 1), dossier_of(workspace, assessment)
    assert frozen.checklist == live.checklist


def test_a_signed_scan_is_kept_backed_up_and_verified(
    workspace: Workspace, assessment: AssessmentId, tmp_path: Path
) -> None:
    editions = workspace.editions
    editions.freeze(assessment, SIGNERS, print_for_edition)
    with pytest.raises(ScanMissingError):
        editions.scan_for_viewing(assessment, 1)
    for name, content in (("旧.jpg", b"\xff\xd8\xff old"), ("签字.pdf", b"%PDF-1.7 signed")):
        (tmp_path / name).write_bytes(content)
        editions.attach_scan(assessment, 1, tmp_path / name)
    scan = editions.edition(assessment, 1).scan
    assert scan is not None
    assert scan.name == "签字.pdf"
    assert editions.scan_for_viewing(assessment, 1).read_bytes() == b"%PDF-1.7 signed"
    workspace.backups.make()
    folder = workspace.folder
    assert (folder / "backups" / "evidence" / scan.sha256[:2] / scan.sha256).is_file()
    (folder / "evidence" / scan.sha256[:2] / scan.sha256).unlink()
    assert Problem(ProblemKind.EVIDENCE_MISSING, "签字.pdf") in verify(folder).problems
    with pytest.raises(ScanMissingError):
        editions.scan_for_viewing(assessment, 1)


def test_the_log_says_who_froze_took_in_and_withdrew_and_why(
    workspace: Workspace, assessment: AssessmentId, tmp_path: Path
) -> None:
    scan = tmp_path / "签字.pdf"
    scan.write_bytes(b"%PDF-1.7 signed")
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    workspace.assessments.record(assessment, ITEM, Answer(Status.MET, note='"kind":"edition"'))
    workspace.editions.attach_scan(assessment, 1, scan)
    workspace.editions.withdraw(assessment, 1, "有误")
    log = workspace.editions.log(assessment)
    assert [change.who for change in log] == ["王老师"] * 3
    parts = [part for change in log for part in change.parts if isinstance(part, EditionPart)]
    assert [part.before is None for part in parts] == [True, False, False]
    assert parts[1].after is not None
    assert parts[2].after is not None
    assert parts[1].after.scan == workspace.editions.edition(assessment, 1).scan
    assert (parts[2].after.state, parts[2].after.reason) == (EditionState.WITHDRAWN, "有误")


def test_what_is_no_scan_is_refused_and_leaves_no_file(
    workspace: Workspace, assessment: AssessmentId, tmp_path: Path
) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    source = tmp_path / "签字.pdf"
    source.write_bytes(b"MZ program")
    with pytest.raises(ScanKindError):
        workspace.editions.attach_scan(assessment, 1, source)
    assert verify(workspace.folder).orphans == 0
    assert workspace.editions.edition(assessment, 1).scan is None


@pytest.mark.parametrize(
    "change",
    [
        ("UPDATE editions SET fingerprint = replace(fingerprint, '0', '1')"),
        ("UPDATE editions SET signers = replace(signers, '周校长', '王校长')"),
        ("UPDATE editions SET frozen_at = '2020-01-01T00:00:00+08:00'"),
        ("UPDATE editions SET snapshot = x'00'"),
        ("UPDATE editions SET snapshot = CAST(snapshot || x'00' AS BLOB)"),
        ("UPDATE editions SET snapshot = CAST(x'789c' || substr(snapshot, 3) AS BLOB)"),
    ],
)
def test_verify_names_an_edition_that_was_changed(workspace: Workspace, assessment: AssessmentId, change: str) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    assert verify(workspace.folder).problems == ()
    _tamper(workspace.folder, change)
    assert Problem(ProblemKind.EDITION, f"{assessment}/1") in verify(workspace.folder).problems


@pytest.mark.parametrize(
    "change",
    [
        "fingerprint = substr(fingerprint, 2) || substr(fingerprint, 1, 1)",
        "paper_sha256 = substr(paper_sha256, 2) || substr(paper_sha256, 1, 1)",
        "paper_name = paper_name || '1'",
        "paper_missing = '龘'",
        "paper_size = paper_size + 1",
        "paper_pages = paper_pages + 1",
        "number = number + 1",
        "seq = seq + 1",
        "signers = replace(signers, '周校长', '王校长')",
        "frozen_at = replace(frozen_at, '1', '2')",
        "frozen_by = frozen_by || '1'",
        "state = 'current'",
        "reason = ''",
        "scan_sha256 = substr(scan_sha256, 2) || substr(scan_sha256, 1, 1)",
        "scan_name = scan_name || '1'",
        "scan_size = scan_size + 1",
    ],
)
def test_verify_finds_a_change_in_any_column(
    workspace: Workspace, assessment: AssessmentId, tmp_path: Path, change: str
) -> None:
    scan = tmp_path / "签字.pdf"
    scan.write_bytes(b"%PDF-1.7 signed")
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    workspace.editions.attach_scan(assessment, 1, scan)
    workspace.editions.withdraw(assessment, 1, "有误")
    assert verify(workspace.folder).problems == ()
    _tamper(workspace.folder, f"UPDATE editions SET {change}")
    assert verify(workspace.folder).problems


def test_a_changed_byte_of_a_snapshot_never_says_something_else(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    with workspace._store.reading() as work:
        content = work.one(compiled.SNAPSHOT, assessment_id=assessment, number=1).snapshot
    text = snapshots.unpacked(content)
    fingerprint, refused = snapshots.fingerprint_of(text), 0
    for place in range(len(content)):
        changed = bytearray(content)
        changed[place] ^= 1 << place % 8
        try:
            said = snapshots.unpacked(bytes(changed))
        except SnapshotError:
            refused += 1
        else:  # the same words packed otherwise, or other words under another fingerprint
            assert said == text or snapshots.fingerprint_of(said) != fingerprint
    assert refused > len(content) * 0.99


def test_verify_names_an_edition_that_was_forged_whole(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    with workspace._store.reading() as work:
        text = snapshots.unpacked(work.one(compiled.SNAPSHOT, assessment_id=assessment, number=1).snapshot)
    forged = text.replace("已做到", "全做到")
    assert forged != text
    change = "UPDATE editions SET snapshot = ?, fingerprint = ?"
    _tamper(workspace.folder, change, snapshots.packed(forged), snapshots.fingerprint_of(forged))
    assert verify(workspace.folder).problems == (Problem(ProblemKind.ALTERED, f"{assessment}/editions 1"),)


def test_the_database_refuses_to_change_or_lose_an_edition(workspace: Workspace, assessment: AssessmentId) -> None:
    workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    connection = workspace._store._connection
    for statement in ("DELETE FROM editions", "UPDATE editions SET snapshot = x'00'", "UPDATE editions SET number = 9"):
        with pytest.raises(sqlite3.IntegrityError, match="keeps its rows"):
            connection.execute(statement)


_FREEZES = """
import sys
from pathlib import Path
from tests.services.editions.test_editions import SIGNERS
from reports.printing import print_for_edition
from services.workspace import Workspace
from tests.builders import a_workspace

if __name__ == "__main__":
    with a_workspace(Path(sys.argv[1])) as workspace:
        assessment = workspace.opening.assessments()[0].id
        print("ready", flush=True)
        while True:
            number = len(workspace.editions.editions(assessment)) + 1
            workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
            workspace.editions.withdraw(assessment, number, "再来")
"""


@pytest.mark.parametrize("after", [0.005, 0.03, 0.08, 0.3])
def test_a_kill_while_freezing_leaves_whole_editions_only(tmp_path: Path, after: float) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
    process = subprocess.Popen(
        [sys.executable, "-c", _FREEZES, str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"ready"
    time.sleep(after)
    process.kill()
    process.wait()
    process.stdout.close()
    assert verify(tmp_path).problems == ()
    with a_workspace(tmp_path) as workspace:
        rows = workspace.editions.editions(assessment)
        assert [row.number for row in rows] == list(range(len(rows), 0, -1))
        for row in rows:
            frozen = workspace.editions.dossier_of(assessment, row.number)
            assert frozen.edition == row.edition
            assert make_paper(Order(Kind.SELF_ASSESSMENT, LATER), frozen).is_kept


def test_undoing_an_edition_is_refused(workspace: Workspace, assessment: AssessmentId) -> None:
    change = workspace.editions.freeze(assessment, SIGNERS, print_for_edition)
    with pytest.raises(EditionOutOfStepError):
        workspace.assessments.carry_out(assessment, change.inverted())
    assert workspace.editions.standing(assessment).current is not None
    assert verify(workspace.folder).problems == ()
