"""What a text leaves open is told on paper as open: under its name, in the note, and not among what is unmet."""

from dataclasses import replace
from decimal import Decimal

import pytest

from models.vocabulary import Comparator, Judgement, Modality
from reports.content.one_page import build_one_page
from reports.content.self_assessment import build_self_assessment
from services.checklist import IndicatorRow
from services.dossiers import Dossier
from services.judging import Overruling, Reading, judge
from tests.reports.samples import AT, a_checklist, a_figure, an_item


def a_count(actual: str, *, modality: Modality = Modality.MUST, **fields: object) -> IndicatorRow:
    asked = {"comparator": Comparator.RANGE, "max": Decimal(2), "unit": "个", "ratio": None, **fields}
    indicator = replace(a_figure(value="1").indicator, **asked)  # type: ignore[arg-type]
    reading = Reading(Decimal(actual), source="实训处台账")
    return IndicatorRow(indicator, reading, judge(indicator, reading, AT.date(), modality=modality))


def a_dossier(row: IndicatorRow) -> Dossier:
    return Dossier(a_checklist([replace(an_item(), indicators=(row,))]))


OVER = a_count("3")
CYCLE = a_count("60", comparator=Comparator.EQUAL, value=Decimal(100), unit="%", frequency="五年一周期")
ALLOWED = a_count("0", modality=Modality.MAY)

every_kind = pytest.mark.parametrize(
    ("row", "basis", "note"),
    [
        (OVER, "多于所列的数，由人判定", "比所列的数多，政策没有写算不算达标"),
        (CYCLE, "周期起止未写明，由人判定", "几年一轮的目标没有写明起止"),
        (ALLOWED, "允许做的事，不判未达标", "允许做的事，不到所列的数不算未达标"),
    ],
)


@every_kind
def test_the_table_says_why_and_the_note_by_which_rule(row: IndicatorRow, basis: str, note: str) -> None:
    report = build_self_assessment(a_dossier(row), AT)
    [line] = [line for group in report.figures for line in group.lines]
    assert (line.judgement, line.basis) == ("无法判定", f"来源：实训处台账；{basis}")
    assert note in report.figure_note
    assert "数据不全" not in report.figure_note


@every_kind
def test_it_is_not_among_what_the_school_has_not_reached(row: IndicatorRow, basis: str, note: str) -> None:
    assert build_one_page(a_dossier(row), AT).unmet == ()


def test_what_a_person_judged_unmet_is() -> None:
    row = replace(OVER, overruling=Overruling(Judgement.MISSED, "任务书写明至多两个"))
    report = build_self_assessment(a_dossier(row), AT)
    assert len(build_one_page(a_dossier(row), AT).unmet) == 1
    assert "比所列的数多" not in report.figure_note


def test_the_note_on_lacking_figures_stands_where_one_lacks() -> None:
    row = a_figure()
    row = replace(row, reading=Reading(), verdict=judge(row.indicator, Reading(), AT.date()))
    assert "数据不全的判为“无法判定”" in build_self_assessment(a_dossier(row), AT).figure_note


def test_the_note_says_that_sooner_is_fine() -> None:
    assert "提前完成也判为达标" in build_self_assessment(a_dossier(a_count("2", unit="年")), AT).figure_note
