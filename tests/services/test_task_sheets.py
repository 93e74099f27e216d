"""Task sheets go out, are filled in elsewhere, and come back: compared, shown, then taken in one step."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from checklists.policy import RatioOf
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Status
from reports.sheets.task_sheet import save_task_sheets, task_sheet
from resources import word
from services.checklist import Answer
from services.errors import OutOfStepError, ReasonMissingError
from services.intake import errors
from services.intake.comparing import Comparison, Effect
from services.intake.form import ANSWERED, MARKS, TaskField, value_of
from services.intake.task_sheet import read_task_sheet
from services.judging import Reading
from services.trail.changes import AnswerPart
from services.trail.history import History
from services.workspace import Workspace
from tests.builders import a_measure, a_policy, a_workspace, an_assessment, an_indicator, an_item

KEYS = ("1-1", "1-2", "1-3")
HEAD = 3
F = TaskField


def _policy() -> Any:
    ratio = an_indicator("1-2-a", "1-2", ratio=RatioOf("“双师型”教师", "专业课教师", "人"))
    plain = an_indicator("1-1-a", "1-1", name="年培训人次", unit="人次", value=Decimal(2000))
    return a_policy([a_measure(1, [an_item(key) for key in KEYS], indicators=(plain, ratio))])


@dataclass
class Desk:
    """One assessment whose items all lie with the 教务处, and its task sheet on disk."""

    workspace: Workspace
    assessment: AssessmentId
    path: Path

    def write(self) -> None:
        """Write the task sheet anew from what the program holds."""
        (path,) = save_task_sheets(self.workspace.task_sheets.forms(self.assessment), self.path.parent)
        assert path == self.path

    def edit(self, change: "Callable[[Worksheet, Worksheet], None]") -> None:
        """Change the sheet as somebody elsewhere would."""
        book = load_workbook(self.path)
        tasks, figures = book.worksheets[0], book.worksheets[1]
        change(tasks, figures)
        book.save(self.path)

    def compare(self, *paths: Path) -> Comparison:
        """Compare the sheet."""
        return self.workspace.task_sheets.compare(self.assessment, paths or (self.path,))

    def answer(self, key: str) -> Answer:
        """Give an answer as it stands."""
        return self.workspace.assessments.item(self.assessment, ItemKey(key)).answer

    def record(self, key: str, **fields: Any) -> None:
        """Answer in the program."""
        self.workspace.assessments.record(self.assessment, ItemKey(key), replace(self.answer(key), **fields))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_workspace(tmp_path / "ws", _policy()) as workspace:
        assessment = an_assessment(workspace)
        workspace.departments.add(workspace.opening.schools()[0].id, "教务处", head="李敏")
        workspace.assignments.assign(assessment, map(ItemKey, KEYS), "教务处")
        made = Desk(workspace, assessment, tmp_path / "教务处任务单.xlsx")
        made.write()
        yield made


def _column(sheet: Worksheet, field: TaskField) -> int:
    return next(cell.column for cell in sheet[HEAD] if cell.value == word(field))


def _put(sheet: Worksheet, row: int, field: TaskField, value: Any) -> None:
    sheet.cell(HEAD + row, _column(sheet, field)).value = value


def _told(found: Comparison) -> list[tuple[str, str, str]]:
    return [(one.item, one.field.value, str(one.theirs)) for one in found.differences]


def _refusals(found: Comparison) -> list[type[Exception]]:
    return [type(one.error) for one in found.refused]


_words = st.text(max_size=60) | st.sampled_from(["=1+1", "_x0041_", "甲\x00乙", "a\r\nb", " 前后 ", "𠮷", "@x", "0012"])
_days = st.none() | st.dates(date(1800, 1, 1), date(2999, 12, 31))
_answers = st.builds(
    Answer,
    status=st.sampled_from(list(Status)),
    note=_words,
    missing=_words,
    due=_days,
    reason=_words.map(lambda text: text if text.strip() else "理由"),
    person=_words,
)
_figures = st.none() | st.decimals(
    allow_nan=False, allow_infinity=False, places=3, min_value=-(10**20), max_value=10**20
)
_readings = st.builds(Reading, value=_figures, part=_figures, whole=_figures, as_of=_days, source=_words)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(_answers, min_size=3, max_size=3), st.lists(_readings, min_size=2, max_size=2))
def test_a_sheet_that_nobody_touched_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, answers: list[Answer], readings: list[Reading]
) -> None:
    folder = tmp_path_factory.mktemp("sheet")
    with a_workspace(folder / "ws", _policy()) as workspace:
        assessment = an_assessment(workspace)
        for key, answer in zip(KEYS, answers, strict=True):
            workspace.assessments.record(assessment, ItemKey(key), replace(answer, department="教务处"))
        for key, reading in zip(("1-1-a", "1-2-a"), readings, strict=True):
            workspace.assessments.take_reading(assessment, IndicatorKey(key), reading)
        (path,) = save_task_sheets(workspace.task_sheets.forms(assessment), folder)
        found = workspace.task_sheets.compare(assessment, [path])
        change = workspace.task_sheets.take_in(found, found.differences)
    assert (found.differences, found.refused, found.missing) == ((), (), 0)
    assert change.parts == ()


def test_what_was_filled_in_comes_back_in_one_step_and_goes_again_with_one_undo(desk: Desk) -> None:
    def fill(tasks: Worksheet, figures: Worksheet) -> None:
        _put(tasks, 1, F.STATUS, "部分落实")
        _put(tasks, 1, F.NOTE, "台账已建")
        _put(tasks, 1, F.DUE, "2025年12月20日")
        _put(tasks, 2, F.PERSON, "李敏")
        _put(figures, 1, F.VALUE, 1860)
        _put(figures, 2, F.VALUE, "46 人")
        _put(figures, 3, F.VALUE, "98")
        _put(figures, 2, F.AS_OF, date(2025, 9, 30))

    desk.edit(fill)
    found, history = desk.compare(), History(desk.workspace.steps)
    assert {one.effect for one in found.differences} == {Effect.CHANGE}
    change = desk.workspace.task_sheets.take_in(found, found.differences)
    history.add(change)
    assert desk.answer("1-1") == Answer(Status.PARTLY_MET, "台账已建", due=date(2025, 12, 20), department="教务处")
    figures = desk.workspace.assessments.item(desk.assessment, ItemKey("1-2")).indicators
    assert (figures[0].reading.part, figures[0].reading.whole) == (Decimal(46), Decimal(98))
    assert round(figures[0].reading.value or 0, 1) == Decimal("46.9")
    assert len(desk.workspace.assessments.trail(desk.assessment)) == 2
    history.undo()
    assert desk.answer("1-1") == Answer(department="教务处")


def test_what_both_sides_changed_is_a_conflict_and_overwrites_nothing_by_itself(desk: Desk) -> None:
    desk.edit(lambda tasks, _: _put(tasks, 1, F.NOTE, "表里写的"))
    desk.record("1-1", note="程序里写的")
    found = desk.compare()
    (conflict,) = found.of(Effect.CONFLICT)
    assert (conflict.sent, conflict.theirs, conflict.ours) == ("", "表里写的", "程序里写的")
    desk.workspace.task_sheets.take_in(found, found.of(Effect.CHANGE))
    assert desk.answer("1-1").note == "程序里写的"
    desk.workspace.task_sheets.take_in(found, found.of(Effect.CONFLICT))
    assert desk.answer("1-1").note == "表里写的"


def test_what_only_the_program_changed_stays(desk: Desk) -> None:
    desk.record("1-1", status=Status.MET, note="后来写的")
    found = desk.compare()
    assert found.differences == ()
    assert desk.answer("1-1").note == "后来写的"


def test_both_sides_writing_the_same_is_no_conflict(desk: Desk) -> None:
    desk.edit(lambda tasks, _: _put(tasks, 1, F.STATUS, "已落实"))
    desk.record("1-1", status=Status.MET)
    assert desk.compare().differences == ()


def test_a_preview_that_grew_old_writes_nothing(desk: Desk) -> None:
    desk.edit(lambda tasks, _: _put(tasks, 1, F.NOTE, "表里写的"))
    found = desk.compare()
    desk.record("1-1", note="这时候又改了")
    with pytest.raises(OutOfStepError):
        desk.workspace.task_sheets.take_in(found, found.differences)
    assert desk.answer("1-1").note == "这时候又改了"


def test_other_fields_edited_since_the_preview_are_kept(desk: Desk) -> None:
    desk.edit(lambda tasks, _: _put(tasks, 1, F.NOTE, "表里写的"))
    found = desk.compare()
    desk.record("1-1", person="王老师")
    desk.workspace.task_sheets.take_in(found, found.differences)
    assert (desk.answer("1-1").note, desk.answer("1-1").person) == ("表里写的", "王老师")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (" 已 落实 ", Status.MET),
        ("已完成", Status.MET),
        ("部分完成。", Status.PARTLY_MET),
        ("没有落实", Status.NOT_MET),
        ("　未落实", Status.NOT_MET),
    ],
)
def test_a_status_is_understood_with_blanks_and_by_other_words(desk: Desk, said: str, meant: Status) -> None:
    desk.edit(lambda tasks, _: _put(tasks, 1, F.STATUS, said))
    assert [one.theirs for one in desk.compare().differences] == [meant]


@pytest.mark.parametrize(
    "said",
    [
        "2025-12-20",
        "2025/12/20",
        "2025.12.20",
        "\uff12\uff10\uff12\uff15年12月20日",
        "20251220",
        20251220,
        46011,
        date(2025, 12, 20),
    ],
)
def test_a_day_is_understood_however_it_was_written(desk: Desk, said: object) -> None:
    def fill(tasks: Worksheet, _figures: Worksheet) -> None:
        _put(tasks, 1, F.DUE, said)
        if isinstance(said, int):
            tasks.cell(HEAD + 1, _column(tasks, F.DUE)).number_format = "General"

    desk.edit(fill)
    assert [one.theirs for one in desk.compare().differences] == [date(2025, 12, 20)]


@pytest.mark.parametrize(
    ("said", "shown_as", "meant"),
    [
        ("1,860", "@", "1860"),
        ("1860人次", "@", "1860"),
        ("0.186 万人次", "@", "1860"),
        ("\uff11\uff18\uff16\uff10", "@", "1860"),
        (1860.0, "General", "1860"),
    ],
)
def test_a_figure_is_understood_with_its_unit(desk: Desk, said: object, shown_as: str, meant: str) -> None:
    def fill(_tasks: Worksheet, figures: Worksheet) -> None:
        _put(figures, 1, F.VALUE, said)
        figures.cell(HEAD + 1, _column(figures, F.VALUE)).number_format = shown_as

    desk.edit(fill)
    assert [one.theirs for one in desk.compare().differences] == [Decimal(meant)]


@pytest.mark.parametrize(
    ("field", "said", "refusal"),
    [
        (F.STATUS, "大概吧", errors.NotAStatusError),
        (F.STATUS, "不适用", errors.ReasonNotGivenError),
        (F.DUE, "年底", errors.NotADayError),
        (F.DUE, "2025-13-40", errors.NotADayError),
        (F.NOTE, "=1+1", errors.FormulaCellError),
        (F.STATUS, "=A1", errors.FormulaCellError),
    ],
)
def test_a_row_that_cannot_be_taken_says_where_and_the_others_go_on(
    desk: Desk, field: TaskField, said: str, refusal: type[errors.RowError]
) -> None:
    def fill(tasks: Worksheet, _figures: Worksheet) -> None:
        _put(tasks, 1, field, said)
        _put(tasks, 2, F.NOTE, "照收")

    desk.edit(fill)
    found = desk.compare()
    assert _refusals(found) == [refusal]
    assert found.refused[0].cell.startswith("任务单 ")
    assert found.refused[0].cell.endswith("4")
    assert _told(found) == [("1-2", "note", "照收")]


@pytest.mark.parametrize("said", ["46%", "很多", "=1+2", 0.5])
def test_a_figure_in_another_unit_is_refused(desk: Desk, said: object) -> None:
    def fill(_tasks: Worksheet, figures: Worksheet) -> None:
        _put(figures, 2, F.VALUE, said)
        if said == 0.5:
            figures.cell(HEAD + 2, _column(figures, F.VALUE)).number_format = "0%"

    desk.edit(fill)
    (refusal,) = _refusals(desk.compare())
    assert refusal in (errors.NotAFigureError, errors.FormulaCellError)


def test_a_percentage_in_words_is_read_as_it_is_shown(desk: Desk) -> None:
    def fill(tasks: Worksheet, _figures: Worksheet) -> None:
        _put(tasks, 1, F.NOTE, 0.469)
        tasks.cell(HEAD + 1, _column(tasks, F.NOTE)).number_format = "0.0%"

    desk.edit(fill)
    assert _told(desk.compare()) == [("1-1", "note", "46.9%")]


def test_rows_may_be_moved_and_columns_too(desk: Desk) -> None:
    def shuffle(tasks: Worksheet, _figures: Worksheet) -> None:
        _put(tasks, 3, F.NOTE, "第三条")
        tasks.move_range("A4:K4", rows=5)
        tasks.title = "教务处"
        tasks.insert_cols(2)
        tasks.insert_rows(2)

    desk.edit(shuffle)
    found = desk.compare()
    assert _told(found) == [("1-3", "note", "第三条")]
    assert (found.refused, found.missing) == ((), 0)


def test_rows_that_were_deleted_change_nothing_and_are_counted(desk: Desk) -> None:
    desk.record("1-1", status=Status.MET, note="写好的")
    desk.write()
    desk.edit(lambda tasks, _: tasks.delete_rows(HEAD + 1))
    found = desk.compare()
    assert (found.differences, found.missing) == ((), 1)


def test_added_doubled_and_swapped_rows_are_refused(desk: Desk) -> None:
    def spoil(tasks: Worksheet, _figures: Worksheet) -> None:
        marks = _column(tasks, F.MARK)
        tasks.cell(HEAD + 1, marks).value = "1-2"
        tasks.cell(HEAD + 4, 1).value, tasks.cell(HEAD + 4, 4).value = "9-9", "已落实"
        for column in range(1, marks + 1):
            tasks.cell(HEAD + 5, column).value = tasks.cell(HEAD + 3, column).value

    desk.edit(spoil)
    assert _refusals(desk.compare()) == [errors.StrayRowError, errors.UnknownRowError, errors.RepeatedRowError]


def test_a_row_without_its_mark_is_known_by_its_number(desk: Desk) -> None:
    def strip(tasks: Worksheet, _figures: Worksheet) -> None:
        tasks.delete_cols(_column(tasks, F.MARK))
        _put(tasks, 2, F.STATUS, "已落实")

    desk.edit(strip)
    assert _told(desk.compare()) == [("1-2", "status", "met")]


def test_merged_cells_are_refused_where_values_would_be_lost(desk: Desk) -> None:
    desk.record("1-2", note="写好的")
    desk.write()
    desk.edit(lambda tasks, _: tasks.merge_cells("E4:E5"))
    found = desk.compare()
    assert _refusals(found) == [errors.MergedCellError, errors.MergedCellError]
    assert found.differences == ()


def test_a_text_that_did_not_fit_is_not_changed_from_the_sheet(desk: Desk) -> None:
    desk.record("1-1", note="长" * 40_000)
    desk.write()
    assert desk.compare().differences == ()
    desk.edit(lambda tasks, _: _put(tasks, 1, F.NOTE, "改短了"))
    assert _refusals(desk.compare()) == [errors.CutTextError]


def test_two_sheets_that_disagree_leave_the_second_out(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "另一份.xlsx"
    other.write_bytes(desk.path.read_bytes())
    desk.edit(lambda tasks, _: _put(tasks, 1, F.NOTE, "甲"))
    book = load_workbook(other)
    _put(book.worksheets[0], 1, F.NOTE, "乙")
    book.save(other)
    found = desk.compare(desk.path, other)
    assert _told(found) == [("1-1", "note", "甲")]
    assert _refusals(found) == [errors.TwiceGivenError]


def test_a_choice_that_leaves_no_reason_is_refused_whole(desk: Desk) -> None:
    def fill(tasks: Worksheet, _figures: Worksheet) -> None:
        _put(tasks, 1, F.STATUS, "不适用")
        _put(tasks, 1, F.REASON, "本校没有这个专业")

    desk.edit(fill)
    found = desk.compare()
    only_status = [one for one in found.differences if one.field is F.STATUS]
    with pytest.raises(ReasonMissingError):
        desk.workspace.task_sheets.take_in(found, only_status)
    desk.workspace.task_sheets.take_in(found, found.differences)
    assert desk.answer("1-1").status is Status.NOT_APPLICABLE


def _review(desk: Desk) -> None:
    answer = desk.answer("1-1")
    parts = (AnswerPart(ItemKey("1-1"), answer, replace(answer, needs_review=True)),)
    desk.workspace.assessments.carry_out(desk.assessment, parts)


def test_taking_in_a_row_passes_for_a_review_only_where_it_was_filled_in_for_this_revision(desk: Desk) -> None:
    desk.edit(lambda tasks, _: _put(tasks, 1, F.NOTE, "看过了"))
    _review(desk)
    found = desk.compare()
    earlier = replace(found, earlier=(desk.path,))
    desk.workspace.task_sheets.take_in(earlier, earlier.differences)
    assert desk.answer("1-1").needs_review
    desk.record("1-1", note="")
    _review(desk)
    desk.workspace.task_sheets.take_in(found, found.differences)
    assert not desk.answer("1-1").needs_review


def test_the_sheet_of_another_assessment_is_refused(desk: Desk, tmp_path: Path) -> None:
    with a_workspace(tmp_path / "other", _policy()) as other:
        assessment = an_assessment(other)
        found = other.task_sheets.compare(assessment, [desk.path])
    (refused,) = found.refused
    assert isinstance(refused.error, errors.OtherAssessmentSheetError)
    assert (refused.error.school, refused.error.year) == ("试点市第一职业学校", "2025")


def test_a_column_that_is_gone_is_named(desk: Desk) -> None:
    desk.edit(lambda tasks, _: _put(tasks, 0, F.MISSING, "还差"))
    (refused,) = desk.compare().refused
    assert isinstance(refused.error, errors.ColumnMissingError)
    assert refused.error.column == "尚缺什么"


def test_a_workbook_without_our_marks_is_none_of_ours(desk: Desk) -> None:
    book = load_workbook(desk.path)
    del book[MARKS]
    book.save(desk.path)
    assert _refusals(desk.compare()) == [errors.NotATaskSheetError]


@pytest.mark.parametrize(
    "spoiled",
    [
        "",
        "{}",
        "[]",
        "null",
        "[" * 30_000,
        '{"fields":["note"],"prints":[],"cut":[]}',
        '{"fields":["no"],"prints":["a"]}',
    ],
)
def test_marks_that_somebody_tampered_with_make_it_none_of_ours(desk: Desk, spoiled: str) -> None:
    book = load_workbook(desk.path)
    book[MARKS].cell(8, 4).value = spoiled
    book.save(desk.path)
    assert _refusals(desk.compare()) == [errors.NotATaskSheetError]


@pytest.mark.parametrize("version", ["", "一", "9" * 6_000, "-1", "1.0"])
def test_a_version_that_is_no_number_makes_it_none_of_ours(desk: Desk, version: str) -> None:
    book = load_workbook(desk.path)
    book[MARKS].cell(1, 3).value = version
    book.save(desk.path)
    assert _refusals(desk.compare()) == [errors.NotATaskSheetError]


def test_a_figure_row_of_no_known_count_makes_it_none_of_ours(desk: Desk) -> None:
    book = load_workbook(desk.path)
    for row in book[MARKS].iter_rows():
        if row[1].value == "1-1-a/value":
            row[1].value = "1-1-a/note"
    book.save(desk.path)
    assert _refusals(desk.compare()) == [errors.NotATaskSheetError]


def test_a_task_sheet_of_a_later_program_is_refused(desk: Desk) -> None:
    book = load_workbook(desk.path)
    book[MARKS].cell(1, 3).value = "2"
    book.save(desk.path)
    assert _refusals(desk.compare()) == [errors.NewerTaskSheetError]


def test_the_same_answers_give_the_same_bytes(desk: Desk) -> None:
    forms = desk.workspace.task_sheets.forms(desk.assessment)
    assert task_sheet(forms[0]) == task_sheet(forms[0])


def test_only_what_is_asked_can_be_written_on(desk: Desk) -> None:
    book = load_workbook(desk.path)
    tasks, figures, marks = book.worksheets
    assert (tasks.protection.sheet, figures.protection.sheet, marks.sheet_state) == (True, True, "veryHidden")
    free = {word(F(str(one))) for one in ("status", "note", "missing", "due", "reason", "person")}
    open_columns = {
        head.value for head, cell in zip(tasks[HEAD], tasks[HEAD + 1], strict=True) if not cell.protection.locked
    }
    assert open_columns == free
    assert tasks.cell(HEAD + 1, _column(tasks, F.PAPERS)).value == "会议纪要"
    assert (tasks.freeze_panes, tasks.print_title_rows) == ("A4", "$3:$3")
    offers = {str(offer.sqref): offer.formula1 for offer in tasks.data_validations.dataValidation}
    assert offers == {"D4:D6": '"未填报,已落实,部分落实,未落实,不适用"', "G4:G6": "36526"}
    assert {str(one.sqref): one.type for one in figures.data_validations.dataValidation} == {
        "F4:F6": "date",
        "E4:E6": "decimal",
    }


def test_the_marks_are_read_as_they_were_written(desk: Desk) -> None:
    sheet = read_task_sheet(desk.path, waiting=lambda: None)
    assert sheet.about["department"] == "教务处"
    assert sorted(sheet.marks) == ["1-1", "1-1-a/value", "1-2", "1-2-a/part", "1-2-a/whole", "1-3"]


def test_every_department_gets_a_sheet_in_their_order(desk: Desk, tmp_path: Path) -> None:
    school = desk.workspace.opening.schools()[0].id
    desk.workspace.departments.add(school, "财务处")
    desk.workspace.assignments.assign(desk.assessment, [ItemKey("1-3")], "财务处")
    desk.workspace.assignments.assign(desk.assessment, [ItemKey("1-2")], "财/务处")
    desk.workspace.assignments.assign(desk.assessment, [ItemKey("1-1")], "财-务处")
    written = save_task_sheets(desk.workspace.task_sheets.forms(desk.assessment), tmp_path)
    assert [path.name for path in written] == ["财务处任务单.xlsx", "财-务处任务单.xlsx", "财-务处（2）任务单.xlsx"]
    assert all(path.exists() for path in written)


_plain = st.text(st.characters(categories=["L", "N", "P"]), max_size=12)
_filled = st.builds(
    Answer,
    status=st.sampled_from(list(Status)),
    note=_plain,
    missing=_plain,
    due=st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    reason=_plain.map(lambda text: f"因{text}"),
    person=_plain,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(sent=_filled, ours=_filled, theirs=_filled)
def test_what_the_program_wrote_since_is_never_lost_and_nothing_else_is_kept_back(
    tmp_path_factory: pytest.TempPathFactory, sent: Answer, ours: Answer, theirs: Answer
) -> None:
    folder, key = tmp_path_factory.mktemp("ways"), ItemKey("1-1")
    with a_workspace(folder / "ws", _policy()) as workspace:
        desk = Desk(workspace, an_assessment(workspace), folder / "教务处任务单.xlsx")
        workspace.assessments.record(desk.assessment, key, replace(sent, department="教务处"))
        desk.write()
        desk.edit(lambda tasks, _: _fill_row(tasks, theirs))
        workspace.assessments.record(desk.assessment, key, replace(ours, department="教务处"))
        found = desk.compare()
        assert found.refused == ()
        workspace.task_sheets.take_in(found, found.of(Effect.CHANGE))
        kept = desk.answer(key)
    for one in ANSWERED:
        was, now, then = (value_of(answer, one) for answer in (sent, ours, theirs))
        assert value_of(kept, one) == (now if now != was else then)


def _fill_row(tasks: Worksheet, answer: Answer) -> None:
    for one in ANSWERED:
        value = value_of(answer, one)
        _put(tasks, 1, one, word(value) if isinstance(value, Status) else value)


def test_a_sheet_that_went_out_with_the_former_word_for_the_person_still_comes_back(desk: Desk) -> None:
    book = load_workbook(desk.path)
    tasks = book.worksheets[0]
    at = _column(tasks, F.PERSON)
    tasks.cell(HEAD, at).value = "责任人"
    tasks.cell(HEAD + 1, at).value = "宋涛"
    book.save(desk.path)
    found = desk.compare()
    assert (_refusals(found), _told(found)) == ([], [("1-1", "person", "宋涛")])
