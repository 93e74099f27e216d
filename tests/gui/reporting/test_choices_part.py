"""How a paper is made: what was chosen and could not be kept stays, what an edition was frozen with is read only."""

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from gui.reporting.choices_part import ChoicesPart
from models.vocabulary import Annex
from services.reporting.parts import ReportSettings


@pytest.fixture
def part(qtbot: QtBot) -> ChoicesPart:
    made = ChoicesPart()
    qtbot.addWidget(made)
    return made


def fields(part: ChoicesPart) -> list[QLineEdit]:
    return [edit for edit in part.findChildren(QLineEdit) if edit.accessibleName().startswith("封面上的")]


def boxes(part: ChoicesPart) -> list[QCheckBox]:
    return [box for box in part.findChildren(QCheckBox) if box.text() != "印上学校的自评"]


def test_what_could_not_be_kept_is_shown_and_wished_for_again(part: ChoicesPart) -> None:
    wished: list[ReportSettings] = []
    part.settings_wanted.connect(wished.append)
    part.choose_annex(Annex.LEDGER, False)
    assert len(wished) == 1
    part.show_settings(ReportSettings())  # as it still stands in the record
    assert not part.flush()
    assert wished[1] == wished[0]
    part.know(wished[1])
    assert part.flush()
    assert len(wished) == 2


def test_what_is_kept_is_shown_without_a_wish(part: ChoicesPart) -> None:
    wished: list[ReportSettings] = []
    part.settings_wanted.connect(wished.append)
    kept = ReportSettings("教育局", "周校长", (Annex.PHOTOS,), is_duplex=True)
    part.show_settings(kept)
    assert [edit.text() for edit in fields(part)] == ["教育局", "周校长"]
    assert [box.isChecked() for box in boxes(part)] == [True, False, False, True]
    assert wished == []


def test_all_is_read_only_while_an_edition_is_looked_at_and_only_then(part: ChoicesPart) -> None:
    part.lock(True)
    assert all(edit.isReadOnly() for edit in fields(part))
    assert not any(box.isEnabled() for box in boxes(part))
    part.lock(False)
    assert not any(edit.isReadOnly() for edit in fields(part))
    assert all(box.isEnabled() for box in boxes(part))


def test_a_field_that_was_read_only_before_is_so_afterwards(part: ChoicesPart) -> None:
    for edit in fields(part):
        edit.setReadOnly(True)  # the workspace may not be written to
    part.lock(False)
    part.lock(True)
    part.lock(False)
    assert all(edit.isReadOnly() for edit in fields(part))
