"""Typed words on their way into the records: checked, written, or kept with the reason why not."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from checklists.key_labels import label_of
from gui.checklist.drafts import Drafts, Page, Spot, Typed, Typing
from gui.checklist.open_checklist import OpenChecklist
from gui.checklist.readings import reading_of
from gui.platform.pen import Pen
from models.vocabulary import AssessmentId, Status
from services.assessments import Assessments
from services.checklist import IndicatorRow

_tr = partial(QCoreApplication.translate, "checklist")


class Writer:
    """Writes pages; what cannot be written stays as a draft beside the sentence that says why."""

    def __init__(self, opened: OpenChecklist, assessments: Assessments, pen: Pen) -> None:
        self._opened, self._assessments, self._pen = opened, assessments, pen
        self._assessment: AssessmentId = opened.checklist.assessment
        self._drafts = Drafts(self._write)
        self._errors: dict[Page, dict[Spot, str]] = {}

    def typed(self, page: Page, spot: Spot, value: Typed) -> None:
        """Write down what was typed."""
        self._drafts.typed(page, spot, value)

    def commit(self) -> bool:
        """Try once more what is left; say whether nothing remains."""
        return self._drafts.commit()

    def typing(self, pages: tuple[Page, ...]) -> dict[Page, Typing]:
        """Give what is left on some pages."""
        return {page: self._drafts.of(page) for page in pages}

    def errors(self) -> Mapping[Page, Mapping[Spot, str]]:
        """Give the sentence for each spot that could not be written."""
        return self._errors

    def unsaved_sentence(self) -> str:
        """Say where something is left and why, "" when nothing is."""
        page = self._drafts.first_left()
        if page is None:
            return ""
        why = next(iter(self._errors.get(page, {}).values()), "")
        return _tr("{key} 有一处还没有存上：{why}").format(key=label_of(page.item), why=why)

    def _write(self, page: Page, typing: Typing) -> frozenset[Spot]:
        self._errors.pop(page, None)
        return self._write_answer(page, typing) if page.indicator is None else self._write_reading(page, typing)

    def _write_answer(self, page: Page, typing: Typing) -> frozenset[Spot]:
        kept = self._opened.row(page.item).answer
        wrong = self._wrong(page, kept.status, typing)
        fields: dict[str, Any] = {spot.value: value for spot, value in typing.items() if spot not in wrong}
        answer = replace(kept, **fields)
        if answer == kept:
            return wrong
        if self._pen.write(partial(self._assessments.record, self._assessment, page.item, answer)) is None:
            return self._unsaved(page, typing)
        return wrong

    def _wrong(self, page: Page, status: Status, typing: Typing) -> frozenset[Spot]:
        errors = {}
        if isinstance(typing.get(Spot.DUE), str):
            errors[Spot.DUE] = _tr("这里要填日期，例如 2025-12-20。")
        if status is Status.NOT_APPLICABLE and not str(typing.get(Spot.REASON, "-")).strip():
            errors[Spot.REASON] = _tr("不适用要写明理由。")
        return self._refused(page, errors)

    def _write_reading(self, page: Page, typing: Typing) -> frozenset[Spot]:
        row = self._figure(page)
        reading, spots = reading_of(row, typing)
        wrong = self._refused(page, dict.fromkeys(spots, _tr("这里要填数字，例如 100。")))
        if reading == row.reading or wrong == frozenset(typing):
            return wrong
        take = partial(self._assessments.take_reading, self._assessment, row.indicator.key, reading)
        return self._unsaved(page, typing) if self._pen.write(take) is None else wrong

    def _figure(self, page: Page) -> IndicatorRow:
        figures = self._opened.row(page.item).indicators
        return next(figure for figure in figures if figure.indicator.key == page.indicator)

    def _refused(self, page: Page, errors: dict[Spot, str]) -> frozenset[Spot]:
        if errors:
            self._errors[page] = errors
        return frozenset(errors)

    def _unsaved(self, page: Page, typing: Typing) -> frozenset[Spot]:
        self._errors[page] = dict.fromkeys(typing, _tr("没有存上，您写的字还在。腾出空间或放开文件后点“再试一次”。"))
        return frozenset(typing)
