"""Commands over a workspace; none needs a screen."""

import sys
from argparse import Namespace
from datetime import datetime, time
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from commands.exits import DONE, REFUSED, print_json
from commands.opening import to_read, to_write
from commands.whereabouts import folder_of, who
from reports.orders import Kind, Order, skin_of
from resources import word

if TYPE_CHECKING:
    from models.vocabulary import AssessmentId
    from services.opening import AssessmentRow
    from services.verifying import Verification
    from services.workspace import Workspace

SAMPLE_REPORT = "自评报告.pdf"


def demo(asked: Namespace) -> int:
    """Lay a workspace with the sample school and print its report."""
    from services.sample.school import lay, sample, settle
    from services.workspace import Workspace

    reported_on = sample(asked.policy).reported_on
    lay(asked.folder, asked.policy, who(), lambda: reported_on)
    with Workspace.open(asked.folder, who(), lambda: reported_on) as workspace:
        target = asked.folder / SAMPLE_REPORT
        printed_at = datetime.combine(reported_on, time(9))
        order = Order(Kind.SELF_ASSESSMENT, printed_at)
        pages = _print_report(workspace, settle(workspace, asked.policy), order, target)
    print(f"工作文件夹：{asked.folder.resolve()}")
    print(f"自评报告：{target.resolve()}（{pages} 页）")
    return DONE


def assessments(asked: Namespace) -> int:
    """List the assessments of a workspace by their numbers, which the other commands ask for."""
    with to_read(asked) as workspace:
        rows = sorted(workspace.opening.assessments(), key=attrgetter("id"))
    if asked.json:
        return print_json([_listed(row) for row in rows])
    for row in rows:
        filled = f"要答 {row.score.must_answer} 个要点，已填 {row.score.answered} 个"
        print(f"{row.id}　{row.school.name}　{row.year} 年度　{row.policy.title}　{filled}")
    return DONE


def _listed(row: "AssessmentRow") -> dict[str, object]:
    return {
        "assessment": row.id,
        "school": row.school.name,
        "year": row.year,
        "policy": row.policy.slug,
        "revision": row.policy.revision,
        "must_answer": row.score.must_answer,
        "answered": row.score.answered,
    }


def report(asked: Namespace) -> int:
    """Print a report without the window."""
    how = {"is_duplex": asked.duplex, "is_filled": asked.filled, "department": asked.department}
    return _printed(asked, Order(Kind(asked.kind), _now(), skin_of(asked.target), **how), asked.edition)


def ledger(asked: Namespace) -> int:
    """Save the rectification ledger, mostly as a sheet: a short form of `report`."""
    return _printed(asked, Order(Kind.LEDGER, _now(), skin_of(asked.target)))


def _now() -> datetime:
    return datetime.now().astimezone()


def _printed(asked: Namespace, order: Order, edition: int | None = None) -> int:
    from models.vocabulary import AssessmentId

    with to_read(asked) as workspace:
        pages = _print_report(workspace, AssessmentId(asked.assessment), order, asked.target, edition)
    print(f"已存好：{asked.target.resolve()}" + (f"（{pages} 页）" if pages else ""))
    return DONE


def _print_report(
    workspace: "Workspace", assessment: "AssessmentId", order: Order, target: Path, edition: int | None = None
) -> int:
    from reports.printing import print_report
    from services.dossiers import dossier_of

    frozen = workspace.editions.dossier_of(assessment, edition) if edition is not None else None
    printed = print_report(order, frozen or dossier_of(workspace, assessment), target)
    for missing in printed.missing:
        print(f"有字印不出来，已印成代码：{missing}", file=sys.stderr)
    if edition is not None and not printed.is_kept:
        print("这一份不是定稿时存下的原件，是按定稿内容排印的。", file=sys.stderr)
    return printed.pages


def export_evidence(asked: Namespace) -> int:
    """Write the evidence of an assessment into a folder of its own."""
    from models.vocabulary import AssessmentId
    from reports.evidence_folder import export_evidence

    with to_read(asked) as workspace:
        assessment, now = AssessmentId(asked.assessment), datetime.now().astimezone()
        checklist, pieces = workspace.assessments.checklist(assessment), workspace.evidence.register.pieces(assessment)
        made = export_evidence(checklist, pieces, workspace.evidence.file_of, asked.target, made_at=now)
    print(f"已导出 {made.files} 份文件：{made.folder.resolve()}")
    for lost in made.lost:
        print(f"文件不在或已损坏，没有导出：{lost}", file=sys.stderr)
    return DONE


def renew(asked: Namespace) -> int:
    """Take an assessment to the newest revision of its policy, or only show what that would do."""
    from models.vocabulary import AssessmentId
    from reports.content.renewal import content_of, line_when_done, lines_of

    with to_read(asked) if asked.dry_run else to_write(asked) as workspace:
        plan = workspace.renewals.plan(AssessmentId(asked.assessment))
        is_done = plan.is_needed and not asked.dry_run
        if is_done:
            workspace.renewals.renew(AssessmentId(asked.assessment))
    if asked.json:
        return print_json(content_of(plan, is_done=is_done))
    print("\n".join([*lines_of(plan), *([line_when_done(plan)] if is_done else [])]))
    return DONE


def verify(asked: Namespace) -> int:
    """Check a workspace: database, evidence, trail."""
    from services.verifying import verify

    found = verify(folder_of(asked))
    if asked.json:
        print_json(found.as_json())
    return _said(found, quietly=asked.json)


def restore(asked: Namespace) -> int:
    """Restore a backup into a folder of its own."""
    from services.restoring import restore

    found = restore(asked.backup, asked.folder)
    print(f"已恢复到：{asked.folder.resolve()}")
    return _said(found)


def _said(found: "Verification", *, quietly: bool = False) -> int:
    if not found.problems and not quietly:
        print(f"核对无误：{found.changes} 步修改留痕相连，{found.files} 件佐证文件与指纹相符。")
    for problem in found.problems:
        print(f"{word(problem.kind)}：{problem.place}", file=sys.stderr)
    return REFUSED if found.problems else DONE
