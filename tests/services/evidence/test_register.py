"""All pieces of an assessment through a real store: particulars, links, numbers, versions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.vocabulary import AssessmentId, EvidenceId, EvidenceKind, ItemKey
from services.errors import UnknownItemError
from services.evidence.errors import NumberPatternError
from services.evidence.laying import Piece, laying_for
from services.evidence.numbers import DEFAULT, TOKENS, checked_pattern, number_in, series_end, series_of
from services.evidence.register import PieceRow
from services.evidence.values import Particulars
from services.trail.changes import Change, EvidencePart
from services.trail.history import History
from services.verifying import verify
from services.workspace import Workspace
from tests.builders import a_workspace, an_assessment

FIRST, SECOND, THIRD = ItemKey("1-1"), ItemKey("1-2"), ItemKey("2-1")
SAID = Particulars(date(2025, 3, 1), date(2026, 3, 1), 2025, "教务处", "原件在档案室")


def attached(workspace: Workspace, assessment: AssessmentId, item: ItemKey, text: str) -> EvidenceId:
    change = workspace.evidence.attach_bytes(assessment, item, text.encode(), f"{text}.txt")
    part = change.parts[0]
    assert isinstance(part, EvidencePart)
    return part.evidence


def pieces(workspace: Workspace, assessment: AssessmentId) -> tuple[PieceRow, ...]:
    return workspace.evidence.register.pieces(assessment)


def numbers(workspace: Workspace, assessment: AssessmentId) -> list[str]:
    return [piece.evidence.number for piece in pieces(workspace, assessment)]


def test_one_piece_serves_many_items_under_one_number(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        piece = attached(workspace, assessment, SECOND, "台账")
        change = workspace.evidence.register.serve(assessment, piece, [SECOND, THIRD, FIRST])
        assert change.items() == {FIRST, THIRD}
        (row,) = pieces(workspace, assessment)
        assert row.items == (FIRST, SECOND, THIRD)
        for item in row.items:
            (shown,) = workspace.assessments.item(assessment, item).evidence
            assert (shown.id, shown.number) == (piece, "1-2-01")
        assert attached(workspace, assessment, THIRD, "别的") != piece
        assert numbers(workspace, assessment) == ["1-2-01", "2-1-01"]
    assert verify(tmp_path).problems == ()


def test_a_piece_leaves_the_items_it_no_longer_serves(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        piece = attached(workspace, assessment, FIRST, "台账")
        workspace.evidence.register.serve(assessment, piece, [FIRST, SECOND])
        workspace.evidence.register.serve(assessment, piece, [SECOND])
        assert [row.items for row in pieces(workspace, assessment)] == [(SECOND,)]
        with pytest.raises(UnknownItemError):
            workspace.evidence.register.serve(assessment, piece, [ItemKey("9-9")])
        assert [row.items for row in pieces(workspace, assessment)] == [(SECOND,)]


def test_what_is_said_of_many_pieces_is_one_step(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        ids = [attached(workspace, assessment, item, f"件{item}") for item in (FIRST, SECOND, THIRD)]
        history = History(workspace.steps)
        change = workspace.evidence.register.amend(assessment, dict.fromkeys(ids, SAID))
        history.add(change)
        assert {piece.evidence.particulars for piece in pieces(workspace, assessment)} == {SAID}
        assert change.items() == {FIRST, SECOND, THIRD}
        history.undo()
        assert {piece.evidence.particulars for piece in pieces(workspace, assessment)} == {Particulars()}
        history.redo()
        assert {piece.evidence.particulars for piece in pieces(workspace, assessment)} == {SAID}
    assert verify(tmp_path).problems == ()


def test_a_change_of_a_shared_piece_touches_every_item_it_serves(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        piece = attached(workspace, assessment, FIRST, "台账")
        workspace.evidence.register.serve(assessment, piece, [FIRST, THIRD])
        change = workspace.evidence.register.amend(assessment, {piece: SAID})
        assert change.items() == {FIRST, THIRD}
        assert workspace.assessments.trail(assessment)[0] == change
        assert workspace.assessments.trail(assessment, THIRD)[0] == change


def test_a_newer_file_takes_the_place_of_the_old_one_which_is_kept(tmp_path: Path) -> None:
    newer = tmp_path / "台账 2025.txt"
    newer.write_text("新的台账", encoding="utf-8")
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        register, history = workspace.evidence.register, History(workspace.steps)
        piece = attached(workspace, assessment, FIRST, "台账")
        history.add(register.take_version(assessment, piece, newer))
        row = pieces(workspace, assessment)[0].evidence
        assert (row.name, row.version, row.number) == ("台账 2025.txt", 1, "1-1-01")
        assert workspace.evidence.file_of(row).read_text(encoding="utf-8") == "新的台账"
        assert [(one.name, one.is_shown) for one in register.versions(assessment, piece)] == [
            ("台账 2025.txt", True),
            ("台账.txt", False),
        ]
        history.undo()
        row = pieces(workspace, assessment)[0].evidence
        assert (row.name, row.version) == ("台账.txt", 0)
        assert workspace.evidence.file_of(row).read_text(encoding="utf-8") == "台账"
        register.show_version(assessment, piece, 1)
        workspace.backups.make()
    found = verify(tmp_path / "w")
    assert (found.problems, found.files, found.orphans) == ((), 2, 0)


def test_a_version_that_somebody_swapped_is_found(tmp_path: Path) -> None:
    newer = tmp_path / "b.txt"
    newer.write_text("b", encoding="utf-8")
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        piece = attached(workspace, assessment, FIRST, "a")
        workspace.evidence.register.take_version(assessment, piece, newer)
        workspace._store._connection.execute("UPDATE evidence_particulars SET version = 0, note = 'x'")
    assert [problem.place for problem in verify(tmp_path / "w").problems] == [f"{assessment}/1-1-01"]


def test_a_school_numbers_by_its_own_pattern_from_then_on(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        register = workspace.evidence.register
        attached(workspace, assessment, FIRST, "一")
        register.set_pattern(assessment, " {年度}-{条款}-{序号} ")
        assert register.pattern(assessment) == "{年度}-{条款}-{序号}"
        attached(workspace, assessment, SECOND, "二")
        attached(workspace, assessment, FIRST, "三")
        assert numbers(workspace, assessment) == ["1-1-01", "2025-1-02", "2025-1-01"]
        register.set_pattern(assessment, "{年度}-{条款}-{序号}")
    assert verify(tmp_path).problems == ()


def test_numbering_anew_is_shown_first_and_can_be_taken_back(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        register, history = workspace.evidence.register, History(workspace.steps)
        ids = [attached(workspace, assessment, FIRST, name) for name in ("一", "二", "三")]
        workspace.evidence.detach(assessment, FIRST, ids[0])
        before = numbers(workspace, assessment)
        shown = register.renumbered(assessment, DEFAULT)
        assert [(one.before, one.after) for one in shown] == [("1-1-02", "1-1-01"), ("1-1-03", "1-1-02")]
        assert numbers(workspace, assessment) == before
        history.add(register.renumber(assessment, DEFAULT))
        assert numbers(workspace, assessment) == ["1-1-01", "1-1-02"]
        history.undo()
        assert numbers(workspace, assessment) == before
    assert verify(tmp_path).problems == ()


def test_a_pattern_must_tell_every_piece_apart() -> None:
    assert checked_pattern(DEFAULT) == DEFAULT
    for pattern in (
        "{条款}",
        "{序号}{序号}",
        "{序号}/{条款}",
        "{序号}{密级}",
        "a:{序号}",
        "{序号}" + "长" * 40,
        "{序号}}",
    ):
        with pytest.raises(NumberPatternError):
            checked_pattern(pattern)


@given(st.permutations(TOKENS), st.sampled_from(["11-2", "g1-2", "u-3", "7-1"]), st.integers(1, 400))
def test_every_place_in_a_series_has_a_number_of_its_own(tokens: list[str], item: str, sequence: int) -> None:
    series = series_of(checked_pattern("-".join(tokens)), item, 2025)
    assert number_in(series, sequence) != number_in(series, sequence + 1)
    if series.endswith(TOKENS[2]):
        assert series_end(number_in(series, sequence)) == (series, sequence)


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_whatever_is_done_is_undone_to_the_letter_and_verified(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("w")
    newer = folder / "newer.txt"
    newer.write_text("newer", encoding="utf-8")
    with a_workspace(folder / "w") as workspace:
        assessment, register = an_assessment(workspace), workspace.evidence.register
        history = History(workspace.steps)
        ids = [attached(workspace, assessment, item, f"件{item}") for item in (FIRST, SECOND)]
        items = st.lists(st.sampled_from([FIRST, SECOND, THIRD]), min_size=1, unique=True)
        states = [pieces(workspace, assessment)]
        for _ in range(data.draw(st.integers(1, 6))):
            steps: tuple[Callable[[EvidenceId], Change], ...] = (
                lambda piece: register.serve(assessment, piece, data.draw(items)),
                lambda piece: register.amend(assessment, {piece: SAID}),
                lambda piece: register.take_version(assessment, piece, newer),
                lambda _piece: register.renumber(assessment, "{年度}-{序号}"),
                lambda piece: register.take_off(assessment, [piece]),
            )
            change = data.draw(st.sampled_from(steps))(data.draw(st.sampled_from(ids)))
            if change.parts:
                history.add(change)
                states.append(pieces(workspace, assessment))
        for state in reversed(states[:-1]):
            history.undo()
            assert pieces(workspace, assessment) == state
        for state in states[1:]:
            history.redo()
            assert pieces(workspace, assessment) == state
    assert verify(folder / "w").problems == ()


def of_the_first_days(workspace: Workspace, assessment: AssessmentId, item: ItemKey) -> EvidenceId:
    """Write a piece as it was written before numbers were: its link's place is all there is."""
    desk = workspace.evidence._desk
    with workspace._store.work() as work:
        laying = laying_for(desk, work, assessment)
        evidence = laying._add(Piece(EvidenceKind.PAPER, "旧件", whereabouts="柜"))
        laying._link(evidence, item)
        part = EvidencePart(item, evidence, "旧件", before=False, after=True, whereabouts="柜")
        desk.write(work, assessment, part)
    return evidence


def test_a_piece_of_the_first_days_keeps_the_number_its_item_gave_it(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment, register = an_assessment(workspace), workspace.evidence.register
        history = History(workspace.steps)
        old = of_the_first_days(workspace, assessment, FIRST)
        assert numbers(workspace, assessment) == ["1-1-01"]
        attached(workspace, assessment, FIRST, "新件")
        assert numbers(workspace, assessment) == ["1-1-01", "1-1-02"]
        history.add(register.amend(assessment, {old: SAID}))
        history.add(register.serve(assessment, old, [FIRST, SECOND]))
        assert [row.number for row in workspace.assessments.item(assessment, SECOND).evidence] == ["1-1-01"]
        attached(workspace, assessment, SECOND, "另一件")
        assert numbers(workspace, assessment) == ["1-1-01", "1-1-02", "1-2-01"]
        history.undo()
        history.undo()
        assert pieces(workspace, assessment)[0].evidence.particulars == Particulars()
    assert verify(tmp_path).problems == ()


def test_one_field_is_written_over_what_stands_and_not_over_what_was_seen(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment, register = an_assessment(workspace), workspace.evidence.register
        ids = [attached(workspace, assessment, item, f"件{item}") for item in (FIRST, SECOND)]
        register.amend(assessment, {ids[0]: SAID})
        change = register.amend_field(assessment, ids, "year", 2024)
        assert len(change.parts) == 2
        said = [piece.evidence.particulars for piece in pieces(workspace, assessment)]
        assert said == [replace(SAID, year=2024), Particulars(year=2024)]
        assert register.amend_field(assessment, ids, "year", 2024).parts == ()
