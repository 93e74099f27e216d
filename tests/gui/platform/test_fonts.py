from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from gui.platform import fonts
from gui.platform.fonts import Role, font, line_height


@pytest.mark.parametrize(
    ("role", "points", "line", "weight"),
    [
        (Role.META, 9, 16, QFont.Weight.Normal),
        (Role.SMALL, 9.75, 20, QFont.Weight.Normal),
        (Role.BODY, 10.5, 20, QFont.Weight.Normal),
        (Role.BODY_BOLD, 10.5, 20, QFont.Weight.Bold),
        (Role.REQUIREMENT, 13.5, 30, QFont.Weight.Medium),
        (Role.TITLE, 15, 28, QFont.Weight.DemiBold),
        (Role.FIGURE, 30, 48, QFont.Weight.DemiBold),
    ],
)
def test_a_role_has_the_size_line_and_weight_of_the_look(
    qapp: QApplication, role: Role, points: float, line: int, weight: QFont.Weight
) -> None:
    made = font(role)
    assert made.pointSizeF() == pytest.approx(points)
    assert made.weight() == weight
    assert line_height(role) == line


def test_nothing_on_screen_is_smaller_than_meta(qapp: QApplication) -> None:
    assert min(font(role).pointSizeF() for role in Role) == fonts.meta().pointSizeF()


def test_the_policy_speaks_in_serif_and_the_program_in_sans(qapp: QApplication) -> None:
    assert "Serif" in fonts.requirement().families()[0]
    assert "Serif" not in fonts.body().families()[0]


def test_digits_stand_in_columns(qapp: QApplication) -> None:
    metrics = QFontMetrics(fonts.small())
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_a_font_handed_out_can_be_changed_without_harm(qapp: QApplication) -> None:
    fonts.body().setPointSizeF(72)
    assert fonts.body().pointSizeF() == pytest.approx(10.5)


def _nothing(name: str) -> None:
    return None


def _lacks(families: list[str]) -> bool:
    return False


def test_a_desk_without_fetched_fonts_still_starts(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "fetched", _nothing)
    assert fonts.load_fetched_fonts() == 0


def test_a_broken_font_file_is_passed_over(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    monkeypatch.setattr(fonts, "fetched", lambda name: tmp_path / "broken.ttf")
    monkeypatch.setattr(fonts, "_has_one_of", _lacks)
    assert fonts.load_fetched_fonts() == 0
