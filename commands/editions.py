"""Commands over editions."""

from argparse import Namespace
from typing import TYPE_CHECKING

from commands.exits import DONE, REFUSED
from commands.opening import to_read

if TYPE_CHECKING:
    from services.editions.fingerprints import Match
    from services.workspace import Workspace


def fingerprint(asked: Namespace) -> int:
    """Tell whether a printed fingerprint is ours, and of which edition."""
    with to_read(asked) as workspace:
        found = workspace.editions.look_up(" ".join(asked.text))
        said = [_said(workspace, match) for match in found]
    print("\n".join(said) or "这里没有这个指纹：不是本工作文件夹定的稿，或有一位抄错了。")
    return DONE if len(found) == 1 else REFUSED


def _said(workspace: "Workspace", match: "Match") -> str:
    row = match.edition
    checklist = workspace.assessments.checklist(row.assessment)
    state = "在用" if row.is_current else f"已收回：{row.reason}"
    name = f"{checklist.school.name} {checklist.year} 年度自评（编号 {row.assessment}）"
    return f"{name}，第 {row.number} 版定稿，{row.edition.frozen_at:%Y-%m-%d %H:%M}，{state}"
