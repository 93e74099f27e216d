"""Commands over editions."""

from argparse import Namespace
from typing import TYPE_CHECKING

from commands.exits import DONE, REFUSED
from commands.opening import to_read

if TYPE_CHECKING:
    from services.editions.fingerprints import Match, NearMiss
    from services.editions.values import EditionRow
    from services.workspace import Workspace


def fingerprint(asked: Namespace) -> int:
    """Tell whether a printed fingerprint is ours, and of which edition."""
    text = " ".join(asked.text)
    with to_read(asked) as workspace:
        if near := workspace.editions.near_misses(text):
            print(_nearly(workspace, near[0]))
            return REFUSED
        found = workspace.editions.look_up(text)
        said = [_said(workspace, match) for match in found]
    print("\n".join(said) or "这里没有这个指纹：不是本工作文件夹定的稿，或抄错了不止一处。")
    return DONE if len(found) == 1 else REFUSED


def _nearly(workspace: "Workspace", near: "NearMiss") -> str:
    said = f"在第 {near.group} 组差一处：对着纸面再核。纸上就是这样，便不是本工作文件夹定的稿。"
    return f"和 {_name(workspace, near.edition)}，第 {near.edition.number} 版定稿的指纹只{said}"


def _said(workspace: "Workspace", match: "Match") -> str:
    row = match.edition
    state = "在用" if row.is_current else f"已收回：{row.reason}"
    return f"{_name(workspace, row)}，第 {row.number} 版定稿，{row.edition.frozen_at:%Y-%m-%d %H:%M}，{state}"


def _name(workspace: "Workspace", row: "EditionRow") -> str:
    checklist = workspace.assessments.checklist(row.assessment)
    return f"{checklist.school.name} {checklist.year} 年度自评（编号 {row.assessment}）"
