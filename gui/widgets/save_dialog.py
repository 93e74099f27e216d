"""Where a file is to lie, asked by the system's own dialog."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from gui.widgets.dialog import ask

_tr = partial(QCoreApplication.translate, "save_dialog")


def asked_target(parent: QWidget, title: str, proposed: Path, kind: str) -> Path | None:
    """Ask for a place and a name, `kind` being the filter in words; None when the user goes back.

    The name ends as the proposed one does; nothing is replaced that the user did not agree to.
    """
    while (chosen := _chosen(parent, title, proposed, kind)) is not None:
        target = with_ending(chosen, proposed.suffix)
        if target == chosen or not target.exists() or _may_replace(parent, target):
            return target
        proposed = target
    return None


def with_ending(chosen: Path, suffix: str) -> Path:
    """Put the ending to a name that has not got it; a full stop within the name is no ending."""
    return chosen if chosen.name.lower().endswith(suffix) else chosen.with_name(chosen.name + suffix)


def _chosen(parent: QWidget, title: str, proposed: Path, kind: str) -> Path | None:
    dialog = QFileDialog(parent, title, str(proposed.parent), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
    dialog.selectFile(proposed.name)
    try:
        is_chosen = dialog.exec() == QDialog.DialogCode.Accepted
        return Path(dialog.selectedFiles()[0]) if is_chosen else None
    finally:
        dialog.deleteLater()


def _may_replace(parent: QWidget, target: Path) -> bool:
    """Ask what the system's dialog could not: it looked for the name without its ending."""
    wording = _tr("“{name}” 已经有了，换掉它吗？").replace("{name}", target.name)
    said = _tr("换掉以后，原来那份就没有了。")
    return ask(parent, wording, said, act=_tr("换掉"), stay=_tr("另起名字"))
