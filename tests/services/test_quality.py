"""What is asked about before anything is handed in."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import ItemKey, Status
from resources import word
from services.checklist import Answer, ItemRow
from services.dossiers import Dossier
from services.evidence.register import PieceRow
from services.quality import Flaw, FlawRow, flaws
from tests.reports.samples import TODAY, a_checklist, a_figure, an_evidence, an_item

SOUND = replace(an_item(note="已办好", department="教务处"), evidence=(an_evidence("7-1", 1),))


def found(*items: ItemRow, **more: object) -> list[Flaw]:
    dossier = replace(Dossier(a_checklist(items)), **more)  # type: ignore[arg-type]
    return [row.flaw for row in flaws(dossier, TODAY)]


def answered(**fields: object) -> ItemRow:
    return replace(SOUND, answer=replace(SOUND.answer, **fields), evidence=())  # type: ignore[arg-type]


def test_a_sound_item_has_no_flaw() -> None:
    assert found(SOUND) == []


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (answered(status=Status.UNANSWERED, note=""), [Flaw.UNANSWERED]),
        (answered(), [Flaw.BARE]),
        (answered(status=Status.NOT_APPLICABLE), [Flaw.NO_REASON]),
        (answered(status=Status.NOT_APPLICABLE, reason="不招收这一层次"), []),
        (answered(status=Status.PARTLY_MET, note=" "), [Flaw.NO_ACCOUNT, Flaw.NO_FINDING]),
        (answered(status=Status.NOT_MET, missing="缺设备"), [Flaw.NO_FINDING]),
        (replace(SOUND, answer=replace(SOUND.answer, department="")), [Flaw.NO_DEPARTMENT]),
        (replace(SOUND, answer=replace(SOUND.answer, needs_review=True)), [Flaw.TO_REVIEW]),
    ],
)
def test_each_answer_is_asked_what_it_lacks(item: ItemRow, expected: list[Flaw]) -> None:
    assert found(item) == expected


def test_met_with_a_missed_figure_contradicts_itself() -> None:
    missed = replace(SOUND, indicators=(a_figure(value="3"),))
    rows = flaws(Dossier(a_checklist([missed])), TODAY)
    assert [(row.flaw, row.item, row.indicator) for row in rows] == [
        (Flaw.MET_BUT_MISSED, missed.key, missed.indicators[0].indicator.key)
    ]


@pytest.mark.parametrize(("status", "value"), [(Status.PARTLY_MET, "3"), (Status.MET, "1"), (Status.MET, None)])
def test_a_missed_figure_is_at_odds_with_met_alone(status: Status, value: str | None) -> None:
    answer = replace(SOUND.answer, status=status)
    assert Flaw.MET_BUT_MISSED not in found(replace(SOUND, answer=answer, indicators=(a_figure(value=value),)))


def test_evidence_is_asked_for_its_days_and_for_how_much_it_serves() -> None:
    piece = SOUND.evidence[0]
    expired = replace(piece, valid_until=TODAY - timedelta(days=1))
    outside = replace(piece, formed_on=date(TODAY.year - 3, 1, 1), year=None)
    reused = tuple(ItemKey(f"1-{number}") for number in range(3))
    assert found(SOUND, pieces=(PieceRow(expired, (SOUND.key,)),)) == [Flaw.EXPIRED]
    assert found(SOUND, pieces=(PieceRow(outside, (SOUND.key,)),)) == [Flaw.OUTSIDE]
    assert found(SOUND, pieces=(PieceRow(replace(piece, year=TODAY.year), reused),)) == [Flaw.REUSED]


@given(st.lists(st.sampled_from(Status), max_size=8))
def test_flaws_come_by_kind_and_never_twice(statuses: list[Status]) -> None:
    items = [replace(an_item(f"7-{place}"), answer=Answer(status)) for place, status in enumerate(statuses, start=1)]
    rows: tuple[FlawRow, ...] = flaws(Dossier(a_checklist(items)), TODAY)
    order = list(Flaw)
    assert [order.index(row.flaw) for row in rows] == sorted(order.index(row.flaw) for row in rows)
    assert len(set(rows)) == len(rows)


def test_each_flaw_has_its_words() -> None:
    assert all(word(flaw) for flaw in Flaw)
