from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from gui.platform.desk_settings import Desk, DeskSettings
from gui.platform.theme import ThemeChoice


def test_a_new_desk_has_the_defaults(qapp: QApplication, tmp_path: Path) -> None:
    assert DeskSettings(tmp_path / "desk.ini").desk == Desk()


def test_a_desk_is_found_as_it_was_left(qapp: QApplication, tmp_path: Path) -> None:
    left = DeskSettings(tmp_path / "desk.ini")
    left.keep(geometry=b"\x00\x01win", theme=ThemeChoice.DARK, last_folder="D:\\资料, 二", only_mine=False)
    left.keep_splitter("checklist", (284, 428, 728))
    assert DeskSettings(tmp_path / "desk.ini").desk == Desk(
        geometry=b"\x00\x01win",
        theme=ThemeChoice.DARK,
        splitters={"checklist": (284, 428, 728)},
        last_folder="D:\\资料, 二",
        only_mine=False,
    )


def test_a_spoiled_file_gives_the_defaults(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "desk.ini").write_text("[window]\ntheme=violet\n[splitters]\nchecklist=a b\n", encoding="utf-8")
    assert DeskSettings(tmp_path / "desk.ini").desk == Desk()


def test_settings_for_a_path_leave_no_file_of_that_name(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        DeskSettings(QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat))  # type: ignore[arg-type]
