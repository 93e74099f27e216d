"""P7: a checklist of a million rows through the real model and view, and filtering against a proxy written in Python.

Showing is timed from the model's reset to the painted window. Before a filter is timed both must find the same rows.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
# ruff: noqa: E402

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication

from gui.checklist.filters import Filter, RowFinder
from gui.checklist.list_model import ItemListModel
from gui.checklist.list_view import ItemListView
from gui.checklist.open_checklist import OpenChecklist
from gui.platform.appearance import dress
from gui.platform.theme import ThemeChoice
from models.folding import folded
from models.vocabulary import (
    AssessmentId,
    Binding,
    ItemKey,
    MeasureKind,
    Ownership,
    PolicyState,
    SchoolId,
    SchoolType,
    Status,
)
from services.checklist import Answer, Checklist, ItemRow, MeasureRow, SectionRow
from services.listed import PolicyRow, SchoolRow
from tests.builders import an_item

FEW, FILTERED, MANY, ROUNDS = 1_000, 100_000, 1_000_000, 7
MOST_TO_SHOW, MOST_TO_FILTER = 2.0, 0.02
TODAY = date(2026, 11, 22)
_IN_MEASURE, _IN_SECTION = 10, 10
_Index = QModelIndex | QPersistentModelIndex
_SUBJECTS = (
    "专业课教师",
    "实习指导教师",
    "兼职教师",
    "学生管理",
    "实训设备",
    "校企合作",
    "课程标准",
    "安全制度",
    "图书资料",
)
_DUTIES = (
    "有计划、有记录、有考核",
    "按年度更新并逐条可查",
    "纳入绩效，台账与证书一一对应",
    "覆盖全部班级，每学期检查一次",
)
_STATUSES = list(Status)


def a_checklist(rows: int) -> Checklist:
    """Make a checklist of so many rows, each with words and a note of its own."""
    items = [_row(number) for number in range(rows)]
    measures = [_measure(at, items[at : at + _IN_MEASURE]) for at in range(0, rows, _IN_MEASURE)]
    step = _IN_SECTION
    sections = tuple(
        SectionRow(f"章{at}", f"第 {at} 章", MeasureKind.TASK, tuple(measures[at : at + step]))
        for at in range(0, len(measures), step)
    )
    school = SchoolRow(SchoolId(1), "学校", SchoolType.SECONDARY, Ownership.PUBLIC, "")
    policy = PolicyRow("rows", "市", "方案", "", None, PolicyState.FORMAL, None, 1, len(measures), rows, 0)
    return Checklist(AssessmentId(1), school, (), policy, 2026, sections, TODAY)


def _row(number: int) -> ItemRow:
    key = ItemKey(f"{number // _IN_MEASURE + 1}-{number % _IN_MEASURE + 1}")
    subject, duty = _SUBJECTS[number % len(_SUBJECTS)], _DUTIES[number % len(_DUTIES)]
    note = f"第 {number} 号台账，{subject}已办" if number % 3 else ""
    answer = Answer(_STATUSES[number % 5], note, reason="停办", department=f"科室{number % 17}")
    item = replace(_ITEM, key=key, text=f"{subject}{duty}，第 {number} 项")
    return ItemRow(item, Binding.BINDS, answer, (), (), None, "")


def _measure(at: int, rows: Sequence[ItemRow]) -> MeasureRow:
    number = at // _IN_MEASURE + 1
    return MeasureRow(f"章/{number}", str(number), f"第 {number} 条", MeasureKind.TASK, (), tuple(rows))


_ITEM = an_item()


class Rival(QAbstractTableModel):
    """The same rows as a table of what is written in them."""

    def __init__(self, rows: Sequence[tuple[str, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Count what is written in one."""
        return 0 if parent.isValid() else len(self._rows[0])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's text."""
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class PythonProxy(QSortFilterProxyModel):
    """What most programs filter with: every cell of every row is asked for and looked through."""

    words: tuple[str, ...] = ()

    def filter_anew(self) -> int:
        """Look through all rows, now and not when somebody asks."""
        self.invalidateFilter()
        return self.rowCount()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        """Look through one row."""
        source = self.sourceModel()
        cells = [source.data(source.index(row, column, parent)) for column in range(source.columnCount())]
        return all(any(word in folded(cell) for cell in cells) for word in self.words)


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


class Shown:
    """A checklist in the real model and view."""

    def __init__(self, rows: int) -> None:
        self.opened = OpenChecklist(a_checklist(rows))
        self.model = ItemListModel(self.opened, lambda: TODAY)
        self.view = ItemListView(self.model)
        self.view.resize(428, 700)
        self.view.show()
        self.finder = RowFinder(self.opened, lambda: TODAY)
        self.finder.find(Filter(), only_mine=True)  # as a screen has done before it is shown first

    def show(self) -> None:
        """Show everything, up to the painted window."""
        self.model.show_listing(self.finder.find(Filter(), only_mine=True))
        self.view.grab()

    def ask(self, words: str) -> None:
        """Filter by words."""
        wanted = Filter(text=words)
        self.model.show_listing(self.finder.find(wanted, only_mine=True), wanted.words)

    def scroll(self, pages: int) -> list[float]:
        """Go through the whole list in so many steps and give the time of each painted page."""
        bar, times = self.view.verticalScrollBar(), []
        for page in range(pages):
            bar.setValue(bar.maximum() * page // pages + page * 7)
            times.append(timed(self.view.grab))
        return times


def _written(measure: MeasureRow, row: ItemRow) -> tuple[str, ...]:
    answer = row.answer
    return (row.key, measure.heading, row.item.text, answer.note, answer.reason, answer.department)


def showing() -> float:
    few, many = Shown(FEW), Shown(MANY)
    rounds = [(timed(few.show), timed(many.show)) for _ in range(ROUNDS)]
    of_few, of_many = (float(statistics.median(times)) for times in zip(*rounds, strict=True))
    print(f"show {FEW:,}: {of_few * 1000:.1f} ms, {MANY:,}: {of_many * 1000:.1f} ms")
    return of_many / of_few


def filtering(app: QApplication) -> float:
    shown = Shown(FILTERED)
    first = timed(lambda: shown.ask("台账"))
    texts = [_written(measure, row) for measure in shown.opened.checklist.measures() for row in measure.items]
    keys = [row.key for row in shown.opened.checklist.items()]
    proxy, rival = PythonProxy(), Rival(texts)
    proxy.setSourceModel(rival)
    ratios = []
    for words in ("台账", "师", "第 77 号", "设备 证书", "游泳馆", "科室3"):
        ours = statistics.median(timed(lambda asked=words: shown.ask(asked)) for _ in range(ROUNDS))  # type: ignore[misc]
        proxy.words = Filter(text=words).words
        theirs = statistics.median(timed(proxy.filter_anew) for _ in range(3))
        found = [keys[proxy.mapToSource(proxy.index(at, 0)).row()] for at in range(proxy.rowCount())]
        assert list(shown.model.keys()) == found, words
        ratios.append(ours / theirs)
        print(f"filter {words!r}: {len(found):,} rows, {ours * 1000:.1f} ms against {theirs * 1000:.0f} ms")
    letters = timed(lambda: shown.ask("zyk")), timed(lambda: shown.ask("zykjs"))
    print(f"first filter {first * 1000:.0f} ms, by initials {letters[0] * 1000:.0f} ms, then {letters[1] * 1000:.0f}")
    shown.show()
    pages = shown.scroll(200)
    print(
        f"a page of {FILTERED:,} rows: median {statistics.median(pages) * 1000:.1f} ms, worst {max(pages) * 1000:.1f}"
    )
    app.processEvents()
    return statistics.median(ratios)


def main() -> None:
    app = QApplication.instance() or QApplication(["checklist_rows", "-platform", "offscreen"])
    assert isinstance(app, QApplication)
    dress(app, ThemeChoice.LIGHT)
    ratio = filtering(app)
    print(f"P7 checklist_filter ratio={ratio:.4f} promise<={MOST_TO_FILTER}")
    print(f"P7 checklist_show ratio={showing():.2f} promise<={MOST_TO_SHOW}")


if __name__ == "__main__":
    main()
