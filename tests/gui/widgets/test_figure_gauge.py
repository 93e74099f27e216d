"""What a gauge is given to draw."""

from decimal import Decimal
from typing import Any

from gui.widgets.figure_gauge import gauge_of
from models.vocabulary import Comparator, Judgement
from services.checklist import IndicatorRow
from services.judging import Reading, judge
from tests.builders import TODAY, an_indicator


def judged(actual: str | None = None, **target: Any) -> IndicatorRow:
    indicator = an_indicator(**{"deadline": "", **target})
    reading = Reading(None if actual is None else Decimal(actual))
    return IndicatorRow(indicator, reading, judge(indicator, reading, TODAY))


def test_a_missed_share_lies_before_its_target_on_an_axis_to_all() -> None:
    drawn = gauge_of(judged("45"))
    assert drawn is not None
    assert (drawn.actual, drawn.low, drawn.high, drawn.end) == (45.0, 60.0, None, 100.0)
    assert drawn.judgement is Judgement.MISSED
    assert drawn.sentence == "双师型教师占比：45%，还差 15 个百分点（至少 60%）"


def test_a_range_has_two_ends() -> None:
    drawn = gauge_of(judged("20", comparator=Comparator.RANGE, value=Decimal(15), max=Decimal(30)))
    assert drawn is not None
    assert (drawn.low, drawn.high, drawn.judgement) == (15.0, 30.0, Judgement.REACHED)


def test_without_a_reading_the_track_stays_hollow() -> None:
    drawn = gauge_of(judged())
    assert drawn is not None
    assert drawn.actual is None
    assert drawn.sentence == "双师型教师占比：—，无法判定：缺“双师型教师占比”"


def test_without_a_printed_number_there_is_no_gauge() -> None:
    assert gauge_of(judged("3", value=None)) is None
