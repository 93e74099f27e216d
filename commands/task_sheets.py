"""Commands that send task sheets out and take them in again."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from commands.exits import DONE, REFUSED, print_json
from commands.opening import to_read, to_write

if TYPE_CHECKING:
    from pathlib import Path

    from services.intake.comparing import Comparison, Refused


def task_sheets(asked: Namespace) -> int:
    """Write a task sheet for every department into a folder."""
    from models.vocabulary import AssessmentId
    from reports.sheets.task_sheet import save_task_sheets

    with to_read(asked) as workspace:
        forms = workspace.task_sheets.forms(AssessmentId(asked.assessment))
    if not forms:
        print("还没有分工：先在窗口的“分工”里把要点分给科室，再导出任务单。", file=sys.stderr)
        return REFUSED
    _lay(asked.target)
    for form, path in zip(forms, save_task_sheets(forms, asked.target), strict=True):
        print(f"{path.resolve()}（{len(form.rows)} 条）")
    return DONE


def _lay(folder: "Path") -> None:
    from reports.errors import TargetRefusedError

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TargetRefusedError(folder, error.errno) from error


def take_in(asked: Namespace) -> int:
    """Take filled-in task sheets in, or only show what that would do; conflicts are shown and never taken here."""
    from models.vocabulary import AssessmentId
    from reports.content import returned
    from services.intake.comparing import Effect

    with to_read(asked) if asked.dry_run else to_write(asked) as workspace:
        found = workspace.task_sheets.compare(AssessmentId(asked.assessment), asked.files)
        changes = found.of(Effect.CHANGE)
        is_done = bool(changes) and not asked.dry_run
        if is_done:
            workspace.task_sheets.take_in(found, changes)
    if asked.json:
        print_json(returned.content_of(found, is_done=is_done))
    else:
        print("\n".join(returned.lines_of(found, is_done=is_done)))
    return _said(found)


def _said(found: "Comparison") -> int:
    from services.intake.comparing import Effect

    for one in found.refused:
        print(_refusal(one), file=sys.stderr)
    return REFUSED if found.refused or found.of(Effect.CONFLICT) else DONE


def _refusal(one: "Refused") -> str:
    from resources.refusals import sentence

    said = sentence(one.error) or str(one.error)
    return f"{one.path.name}：{said}" if one.cell else said
