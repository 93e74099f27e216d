"""The finding in hand written on: each wish of the pane is one command, and no typed word goes astray."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from gui.findings.acts import Act
from gui.findings.detail import DetailPane
from gui.findings.form import Spot
from gui.findings.services import FindingsServices
from gui.findings.steps import Steps
from gui.platform.pen import Pen
from models.vocabulary import AssessmentId, RemedyKind
from resources.refusals import sentence
from services.errors import TextTooLongError
from services.findings.errors import DeadlineTooEarlyError, ProblemMissingError
from services.findings.remedy_days import with_found_on, with_kind
from services.findings.rows import FindingRow, Remedy
from services.findings.steps import fit

_REFUSED = (ProblemMissingError, DeadlineTooEarlyError, TextTooLongError)
Find = Callable[[int | None], FindingRow | None]


class Writer(QObject):
    """Writes on findings; `find` gives one by its number, or the one in hand."""

    def __init__(
        self,
        assessment: AssessmentId,
        services: FindingsServices,
        pen: Pen,
        pane: DetailPane,
        *,
        steps: Steps,
        find: Find,
    ) -> None:
        super().__init__(pane)
        self._assessment, self._findings, self._pen = assessment, services.findings, pen
        self._pane, self._steps, self._find = pane, steps, find
        self._unsaved: dict[tuple[int, Spot], object] = {}
        pane.act_wanted.connect(self._on_act_wanted)
        pane.form.written.connect(self._on_written)
        pane.rounds.round_wanted.connect(self._on_round_wanted)
        pane.rounds.correction_wanted.connect(self._on_correction_wanted)
        pane.rounds.removal_wanted.connect(self._on_removal_wanted)

    def flush(self) -> bool:
        """Write everything that is typed, and what could not be saved before; say whether nothing is left."""
        self._pane.flush()
        unsaved, self._unsaved = self._unsaved, {}
        for (number, spot), value in unsaved.items():
            self._on_written(number, spot, value)
        return not self._unsaved

    def _on_act_wanted(self, act: Act) -> None:
        self.flush()
        row = self._find(None)
        command = self._steps.command(act, row) if row is not None else None
        if command is not None:
            self._pane.problem.say("")
            self._pen.write(command)

    def _on_written(self, number: int, spot: Spot, value: object) -> None:
        row = self._find(number)
        if row is None:
            return
        remedy = _with(row.remedy, spot, value)
        try:
            fit(row.label, remedy)
        except _REFUSED as refused:
            self._pane.form.show_error(spot, sentence(refused) or "")
            return
        if self._pen.write(partial(self._findings.amend, self._assessment, row.number, remedy)) is None:
            self._unsaved[number, spot] = value

    def _on_round_wanted(self, words: str, percent: int, on: date) -> None:
        row = self._find(None)
        if row is not None:
            add = partial(self._findings.add_round, self._assessment, row.number)
            self._pen.write(partial(add, on=on, percent=percent, words=words, person=row.remedy.person))

    def _on_correction_wanted(self, place: int, words: str, percent: int, on: date) -> None:
        row = self._find(None)
        if row is not None:
            amend = partial(self._findings.amend_round, self._assessment, row.number, place)
            self._pen.write(partial(amend, on=on, percent=percent, words=words))

    def _on_removal_wanted(self, place: int) -> None:
        row = self._find(None)
        if row is not None:
            self._pen.write(partial(self._findings.drop_round, self._assessment, row.number, place))


def _with(remedy: Remedy, spot: Spot, value: object) -> Remedy:
    match value:
        case RemedyKind():
            return with_kind(remedy, value)
        case date() if spot is Spot.FOUND_ON:
            return with_found_on(remedy, value)
    return replace(remedy, **{spot.value: value})  # type: ignore[arg-type]
