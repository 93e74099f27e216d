"""What the pictures show of the checklist, and of the base data it draws on."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMenu

from gui.checklist.history_dialog import HistoryDialog
from models.vocabulary import ItemKey, Status
from scripts.studio import Studio

_SHOWN_ITEM = "11-9"
_STEP_BACK, _OPENING = 3, 300


def checklist(studio: Studio) -> None:
    """Picture one item in hand."""
    studio.sitting.checklist.show_item(ItemKey(_SHOWN_ITEM))
    studio.wait(800)
    studio.picture("checklist")


def bulk(studio: Studio) -> None:
    """Picture several items about to be changed alike."""
    view = studio.sitting.checklist.view
    studio.sitting.checklist.show_item(ItemKey(_SHOWN_ITEM))
    items = view.list.list
    items.choose_group(items.currentIndex().row())
    view.bulk.choose_status(Status.PARTLY_MET)
    studio.wait(200)
    studio.picture("bulk")
    view.bulk.leave_wanted.emit()


def base_data(studio: Studio) -> None:
    """Picture the base data being entered."""
    dialog = studio.sitting.school.show_base_data()
    studio.wait(400)
    studio.picture("base-data", of=dialog)
    dialog.reject()


def filtering(studio: Studio) -> None:
    """Picture what the list can be narrowed by."""
    studio.sitting.checklist.show_item(ItemKey(_SHOWN_ITEM))
    studio.sitting.checklist.view.list.filters.open_menu()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    studio.wait(200)
    studio.picture("filters", over=menu)
    menu.close()


def history(studio: Studio) -> None:
    """Picture the whole history of an item, one step of it chosen; the dialog holds everything up until then."""

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HistoryDialog)
        dialog.list.setCurrentIndex(dialog.list.model().index(_STEP_BACK, 0))
        studio.picture("history", of=dialog)
        dialog.reject()

    QTimer.singleShot(_OPENING, take)
    studio.sitting.checklist.view.item.history.all_wanted.emit()
