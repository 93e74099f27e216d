"""What the pictures show before an assessment is open, and what is found from anywhere."""

from checklists.drafting import editing as draft_editing
from scripts.studio import ROOT, Studio

_SHOWN_THEME = "teacher-development"
_DRAFTED = ROOT / "scripts" / "drafted_document.txt"
"""A document of our own invention."""


def start(studio: Studio) -> None:
    """Picture the start page."""
    studio.wait(200)
    studio.picture("start")


def drafting(studio: Studio) -> None:
    """Picture the draft of a document, two of its items worked on, and throw it away again."""
    document = studio.workspace.folder.parent / "临江市职业教育提升行动实施方案.txt"
    document.write_text(_DRAFTED.read_text(encoding="utf-8"), encoding="utf-8")
    studio.desktop.start.document_dropped.emit(document)
    screen = studio.desktop.desks.drafting.screen
    assert screen is not None
    studio.wait_until(lambda: screen.review is not None)
    review = screen.review
    assert review is not None
    review.show_clause(review.draft.policy.measures[1].ref)
    first, second, third = (item.key for item in review.draft.measure(review.ref).items)
    review.do(draft_editing.reworded(review.draft, first, "专业课教师按标准配足了，缺额没有连续超过两个学年"))
    review.do(draft_editing.dropped(review.draft, [second]), [third])
    studio.wait(300)
    studio.picture("drafting")
    screen.close()
    studio.workspace.drafts.throw_away(review.name)
    screen.left.emit()


def themes(studio: Studio) -> None:
    """Picture the cities side by side."""
    desktop = studio.desktop
    desktop.start.themes_wanted.emit()
    assert desktop.desks.pages.comparison is not None
    desktop.desks.pages.comparison.pane.themes.choose(_SHOWN_THEME)
    studio.wait(200)
    studio.picture("themes")
    desktop.desks.pages.comparison.home_wanted.emit()


def search(studio: Studio) -> None:
    """Picture what is found in all years."""
    studio.desktop.window.search_wanted.emit()
    dialog = studio.desktop.desks.searching.presenter.dialog
    assert dialog is not None
    dialog.field.setText("双师型")
    studio.wait(400)
    studio.picture("search", of=dialog)
    dialog.reject()
