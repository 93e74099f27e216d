"""The sample schools: they fit their policies, agree with themselves, and fill a workspace."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from checklists.base_figures import name_of
from checklists.library import load, slugs
from checklists.policy import CheckItem, Indicator
from models.vocabulary import (
    Binding,
    FindingState,
    IndicatorKey,
    Judgement,
    Origin,
    Ownership,
    SchoolId,
    SchoolType,
    Status,
)
from resources import resource
from resources.refusals import sentence
from services.binding import binding_of
from services.errors import FolderTakenError, NoSampleError
from services.findings.remedy_days import is_unusual
from services.judging import judge
from services.listed import SchoolRow
from services.sample.school import Sample, check_folder, fill, lay, sample, settle
from services.sample.specimens import specimen
from services.workspace import Workspace

SAMPLES = ("yiyang", "zibo-gaoxin")
TODAY = date(2025, 11, 21)
LEFT_OPEN = 5
SHORTFALLS = (Status.PARTLY_MET, Status.NOT_MET)


def binding_items(slug: str) -> dict[str, CheckItem]:
    school = sample(slug)
    row = SchoolRow(SchoolId(1), school.name, school.type, school.ownership, school.place)
    return {item.key: item for item in load(slug).items() if binding_of(item, row) is Binding.BINDS}


def figures(slug: str) -> dict[str, Indicator]:
    return {figure.key: figure for figure in load(slug).indicators()}


def statuses(school: Sample) -> Counter[Status]:
    return Counter(row.answer.status for row in school.answers)


def test_every_sample_school_is_of_a_written_policy() -> None:
    assert {path.stem for path in resource("sample").glob("*.toml")} == set(SAMPLES)
    assert set(SAMPLES) <= set(slugs())


@pytest.mark.parametrize("slug", SAMPLES)
class TestSample:
    def test_is_marked_as_a_sample_in_its_name(self, slug: str) -> None:
        school = sample(slug)
        assert school.name.endswith("（示例）")
        assert (school.type, school.ownership) == (SchoolType.SECONDARY, Ownership.PUBLIC)

    def test_answers_only_items_that_bind_it_and_each_once(self, slug: str) -> None:
        answered = [row.item for row in sample(slug).answers]
        assert [key for key in answered if key not in binding_items(slug)] == []
        assert [key for key, times in Counter(answered).items() if times > 1] == []

    def test_leaves_some_items_open_but_few(self, slug: str) -> None:
        left = binding_items(slug).keys() - {row.item for row in sample(slug).answers}
        assert 1 <= len(left) <= LEFT_OPEN, sorted(left)

    def test_shows_every_status(self, slug: str) -> None:
        counted = statuses(sample(slug))
        assert counted.keys() == set(Status) - {Status.UNANSWERED}
        assert 0.5 < counted[Status.MET] / counted.total() < 0.7

    def test_says_why_an_item_does_not_apply(self, slug: str) -> None:
        for row in sample(slug).answers:
            assert bool(row.answer.reason) is (row.answer.status is Status.NOT_APPLICABLE), row.item

    def test_says_what_is_missing_and_until_when(self, slug: str) -> None:
        for row in sample(slug).answers:
            is_short = row.answer.status in SHORTFALLS
            assert (bool(row.answer.missing), bool(row.answer.due)) == (is_short, is_short), row.item

    def test_has_a_note_of_one_breath_and_a_person_for_every_answer(self, slug: str) -> None:
        for row in sample(slug).answers:
            assert row.answer.department and row.answer.person, row.item
            assert row.answer.reason or 20 <= len(row.answer.note) <= 90, row.item

    def test_reads_only_indicators_of_the_item_answered(self, slug: str) -> None:
        known = figures(slug)
        for row in sample(slug).answers:
            assert [known[key].item for key, _ in row.readings] == [row.item] * len(row.readings)

    def test_gives_counts_for_a_ratio_and_a_value_for_the_rest(self, slug: str) -> None:
        known = figures(slug)
        for row in sample(slug).answers:
            for key, reading in row.readings:
                is_ratio = known[key].ratio is not None
                assert (reading.part or reading.whole) is None or is_ratio, key
                assert (reading.value is None) is is_ratio, key
                assert reading.is_given and reading.as_of and reading.source, key

    def test_says_no_figure_in_a_reading_that_its_note_does_not(self, slug: str) -> None:
        for row in sample(slug).answers:
            for key, reading in row.readings:
                said = [number for number in (reading.value, reading.part, reading.whole) if number]
                assert all(str(number) in row.answer.note for number in said if number > 1), key

    def test_names_its_facts_as_the_ratios_do_and_with_the_same_figures(self, slug: str) -> None:
        facts, known = {name_of(fact.name): fact.value for fact in sample(slug).facts}, figures(slug)
        for row in sample(slug).answers:
            for key, reading in row.readings:
                ratio = known[key].ratio
                pairs = [(ratio.part, reading.part), (ratio.whole, reading.whole)] if ratio else []
                said = [(name, str(count)) for name, count in pairs if count is not None]
                assert [name for name, count in said if facts.get(name_of(name), count) != count] == [], key

    def test_knows_nothing_that_came_after_its_report(self, slug: str) -> None:
        school = sample(slug)
        days = [reading.as_of for row in school.answers for _, reading in row.readings]
        days += [fact.as_of for fact in school.facts]
        assert [day for day in days if day is None or day > school.reported_on] == []
        months = {month for row in school.answers for month in re.findall(rf"{school.year}年(\d+)月", row.answer.note)}
        assert max(map(int, months)) <= school.reported_on.month

    def test_has_something_overdue_and_something_yet_to_come(self, slug: str) -> None:
        school = sample(slug)
        overdue = [row.answer.due < school.reported_on for row in school.answers if row.answer.due]
        assert 0 < sum(overdue) < len(overdue) / 4

    def test_names_each_piece_of_evidence_once_in_an_item(self, slug: str) -> None:
        for row in sample(slug).answers:
            assert len(set(row.evidence)) == len(row.evidence) <= 4, row.item
            assert all(name.endswith((".pdf", ".png")) for name in row.evidence), row.item

    def test_fills_a_workspace_once_and_is_found_again(self, slug: str, tmp_path: Path) -> None:
        with Workspace.open(tmp_path / "sample", "示例", lambda: TODAY) as workspace:
            filled = settle(workspace, slug)
            assert settle(workspace, slug) == filled
            checklist, found = workspace.assessments.checklist(filled), workspace.findings.rows(filled)
        school = sample(slug)
        counted = Counter(row.status for row in checklist.binding_items())
        assert counted == statuses(school) + Counter({Status.UNANSWERED: counted[Status.UNANSWERED]})
        of_findings = sum(len(one.evidence) for one in school.findings if one.item)
        of_answers = sum(len(row.evidence) for row in school.answers)
        assert sum(len(row.evidence) for row in checklist.items()) == of_answers + of_findings
        assert len(found) == len(school.findings)
        assert checklist.facts == school.facts


@pytest.mark.parametrize(
    ("key", "judgement", "short_by"),
    [
        ("17-9-a", Judgement.REACHED, None),
        ("11-9-a", Judgement.MISSED, 4),
        ("7-6-a", Judgement.MISSED, 806),
        ("11-1-a", Judgement.CANNOT_TELL, None),
    ],
)
def test_yiyang_shows_every_judgement_of_its_year_and_the_distance(
    key: str, judgement: Judgement, short_by: int | None
) -> None:
    readings = {name: reading for row in sample("yiyang").answers for name, reading in row.readings}
    verdict = judge(figures("yiyang")[key], readings[IndicatorKey(key)], TODAY)
    assert verdict.judgement is judgement
    assert verdict.short_by == short_by


def test_a_folder_that_holds_another_school_is_refused(tmp_path: Path) -> None:
    with Workspace.open(tmp_path, "示例", lambda: TODAY) as workspace:
        workspace.schools.register("别的学校", type=SchoolType.SECONDARY, ownership=Ownership.PUBLIC)
        school = workspace.opening.schools()[0].id
        workspace.assessments.start(school, "yiyang", 2025)
        with pytest.raises(FolderTakenError):
            settle(workspace, "yiyang")


def test_a_folder_of_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(FolderTakenError):
        check_folder(tmp_path)


def test_a_sample_that_is_given_up_halfway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def _interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("services.sample.school.enter_findings", _interrupted)
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "new"):
        with pytest.raises(KeyboardInterrupt):
            lay(folder, "zibo-gaoxin", "示例")
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


def test_a_policy_without_a_sample_school_is_refused_in_one_sentence() -> None:
    with pytest.raises(NoSampleError) as refused:
        sample("chaoyang")
    assert sentence(refused.value) == "“chaoyang” 还没有示例学校：请换 yiyang、zibo-gaoxin 中的一个，或直接新建自评。"


@pytest.mark.parametrize(("name", "start"), [("a.pdf", b"%PDF-"), ("a.png", b"\x89PNG"), ("a.txt", "示例".encode())])
def test_a_specimen_is_what_its_name_says_and_the_same_each_time(name: str, start: bytes) -> None:
    assert specimen("1-1", name).startswith(start)
    assert specimen("1-1", name) == specimen("1-1", name)


def test_many_figures_of_the_sample_follow_its_base_data(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "ws", "李敏", lambda: TODAY) as workspace:
        assessment = settle(workspace, "yiyang")
        rows = [row for item in workspace.assessments.checklist(assessment).items() for row in item.indicators]
        followed = {row.indicator.key for row in rows if row.reading.origin is Origin.BASE}
        assert followed == {"3-6-a", "7-6-a", "8-8-a", "11-9-a", "17-9-a"}


def test_the_ledger_of_the_sample_school_shows_every_state(tmp_path: Path) -> None:
    reported_on = sample("yiyang").reported_on
    with Workspace.open(tmp_path, "李敏", lambda: reported_on) as workspace:
        rows = workspace.findings.rows(fill(workspace, "yiyang"))
    assert {row.state for row in rows} == set(FindingState)
    assert [row.days_over for row in rows if row.is_overdue] == [21, 11]
    assert all(is_unusual(row.remedy) is False for row in rows)
