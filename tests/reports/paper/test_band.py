"""A band with its figures under it: parts as wide as they are many, labels that never overlap."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as some

from models.vocabulary import Status
from reports.paper.band import BandPart, BandSetter
from reports.paper.charts import WIDTH
from reports.paper.typesetter import Typesetter

WORDS = ("已落实", "部分落实", "未落实", "不适用", "未填报")


def a_band(typesetter: Typesetter, counts: tuple[int, ...]) -> BandSetter:
    parts = zip(Status, WORDS, counts, strict=True)
    return BandSetter("图2", tuple(BandPart(one, (word, f"{n}个", "100.0%"), n) for one, word, n in parts), typesetter)


@given(counts=some.tuples(*[some.integers(0, 9999)] * 5))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_labels_stand_within_the_band_and_apart_from_each_other(
    typesetter: Typesetter, counts: tuple[int, ...]
) -> None:
    assume(any(counts))
    edge = 0.0
    for label in a_band(typesetter, counts)._labels():
        assert label.x >= edge - 0.001
        edge = label.x + label.width
    assert edge <= WIDTH + 0.01


def test_a_part_of_nothing_is_left_out(typesetter: Typesetter) -> None:
    labels = a_band(typesetter, (3, 0, 1, 0, 0))._labels()
    assert [label.lines[0] for label in labels] == ["已落实", "未落实"]
    assert labels[1].x == WIDTH * 3 / 4
