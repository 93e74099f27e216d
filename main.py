"""The door: what is asked on the command line, or the window where nothing is."""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from checklists import canonical, library
from resources import word
from resources.refusals import sentence

if TYPE_CHECKING:
    from checklists.policy import Policy
    from models.vocabulary import AssessmentId
    from services.verifying import Verification
    from services.workspace import Workspace

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
WORKSPACE_VARIABLE = "VOCCHECK_WORKSPACE"
SAMPLE_REPORT = "自评报告.pdf"
KINDS = ("self-assessment",)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 done, 1 refused with one sentence, 2 wrong usage."""
    _speak_utf8()
    asked = _parser().parse_args(arguments)
    try:
        return asked.run(asked)  # type: ignore[no-any-return]
    except BrokenPipeError:
        return DONE
    except Exception as error:
        said = sentence(error)
        if said is None:
            raise
        print(said, file=sys.stderr)
        return REFUSED


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


class _Parser(argparse.ArgumentParser):
    """An argument parser that refuses in Chinese."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"命令写得不对（{message}）。可用的命令见 python main.py --help。\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="voccheck", description="职评簿：对照本市职业教育政策，一条一条填实，打印自评报告。")
    parser.add_argument("--workspace", type=Path, metavar="DIR", help="工作文件夹（默认用系统的用户数据文件夹）")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="命令", metavar="COMMAND", parser_class=_Parser)

    policies = _command(commands, "policies", "列出清单库里的政策", _policies)
    policies.add_argument("--json", action="store_true", help="输出 JSON")

    policy = _command(commands, "policy", "输出一份政策的整份清单", _policy)
    policy.add_argument("slug", choices=library.slugs(), metavar="SLUG", help="、".join(library.slugs()))
    policy.add_argument("--json", action="store_true", help="输出 JSON")

    themes = _command(commands, "themes", "把各市的要点和指标按主题排在一起对照", _themes)
    themes.add_argument("--json", action="store_true", help="输出 JSON")

    read = _command(commands, "read", "读一份公文：标题、文号、条款、责任单位、量化指标和文本里的毛病", _read)
    read.add_argument("file", type=Path, metavar="FILE", help="txt、docx、pdf 或网页另存的 html")
    read.add_argument("--json", action="store_true", help="输出 JSON")

    draft = _command(commands, "draft", "从一份公文起草一份自己的清单，存成新文件，由人来改", _draft)
    draft.add_argument("file", type=Path, metavar="FILE", help="txt、docx、pdf 或网页另存的 html")
    draft.add_argument("-o", dest="target", type=Path, required=True, metavar="NAME.toml", help="存成哪个新文件")

    check = _command(commands, "check", "检查一份自己写的清单文件合不合格式", _check)
    check.add_argument("file", type=Path, metavar="NAME.toml", help="draft 命令写出、由人改过的文件")

    match = _command(commands, "match", "把官方文本放到清单旁边核对：哪些找到、移动、改动、没有找到", _match)
    match.add_argument("slug", choices=library.slugs(), metavar="SLUG", help="、".join(library.slugs()))
    match.add_argument("file", type=Path, metavar="FILE", help="官方文本：txt、docx、pdf 或 html")
    match.add_argument("--json", action="store_true", help="输出 JSON")

    demo = _command(commands, "demo", "建一个示例学校的工作文件夹，并打印它的自评报告", _demo)
    demo.add_argument("folder", type=Path, metavar="DIR", help="空文件夹，或先前的示例")
    demo.add_argument("--policy", default="yiyang", choices=library.slugs(), metavar="SLUG", help="用哪份政策")

    report = _command(commands, "report", "不开窗口，直接打印报告", _report)
    report.add_argument("--assessment", type=int, required=True, metavar="N", help="自评的编号")
    report.add_argument("--kind", choices=KINDS, required=True, help="报告的种类")
    report.add_argument("-o", dest="target", type=Path, required=True, metavar="FILE", help="存成哪个 PDF")

    verify = _command(commands, "verify", "核对工作文件夹：数据库、佐证文件、修改留痕", _verify)
    verify.add_argument("--json", action="store_true", help="输出 JSON")

    restore = _command(commands, "restore", "从一份备份恢复出一个新的工作文件夹，不动现有的", _restore)
    restore.add_argument("backup", type=Path, metavar="BACKUP", help="backups 文件夹里的一份 .db")
    restore.add_argument("folder", type=Path, metavar="DIR", help="空的或还没有的文件夹")
    return parser


def _command(
    commands: "argparse._SubParsersAction[_Parser]", name: str, says: str, run: Callable[[argparse.Namespace], int]
) -> _Parser:
    command = commands.add_parser(name, help=says, description=says)
    command.set_defaults(run=run)
    return command


def _workspace_folder(asked: argparse.Namespace) -> Path:
    if asked.workspace is not None:
        return Path(asked.workspace)
    if named := os.environ.get(WORKSPACE_VARIABLE):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("VocCheck", appauthor=False)


def _window(asked: argparse.Namespace) -> int:
    if _has_no_display():
        print(
            "这里没有屏幕，打不开窗口：请在桌面环境里再运行一次，或用 python main.py demo DIR 直接生成示例报告。",
            file=sys.stderr,
        )
        return REFUSED
    try:
        from gui.shell.program import run
    except ImportError as missing:
        if (missing.name or "").partition(".")[0] != "PySide6":
            raise
        print("没有装窗口组件（PySide6），打不开窗口：请运行 python3 dev.py run 装好再开。", file=sys.stderr)
        return REFUSED
    return run(_workspace_folder(asked), _who())


def _has_no_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _policies(asked: argparse.Namespace) -> int:
    rows = [_listed(entry) for entry in library.catalogue()]
    if asked.json:
        return _print_json(rows)
    for row in rows:
        counts = f"{row['measures']} 条 · {row['items']} 个要点 · {row['indicators']} 项指标"
        print(f"{row['slug']:<12} {row['city']}　{row['title']}　{counts if row['items'] else '清单编写中'}")
    return DONE


def _listed(entry: library.Announcement) -> dict[str, object]:
    policy = library.load(entry.slug) if entry.is_written else None
    return {
        "slug": entry.slug,
        "city": entry.city,
        "title": entry.title,
        "doc_number": entry.doc_number,
        "issued_on": entry.issued_on.isoformat() if entry.issued_on else None,
        "state": entry.state.value,
        "measures": len(policy.measures) if policy else 0,
        "items": len(tuple(policy.items())) if policy else 0,
        "indicators": len(tuple(policy.indicators())) if policy else 0,
    }


def _policy(asked: argparse.Namespace) -> int:
    policy = library.load(asked.slug)
    if asked.json:
        return _print_json(canonical.content_of(policy))
    print(f"{policy.title}（{policy.city}）")
    for measure in policy.measures:
        print(f"\n{measure.number}　{measure.heading}")
        for item in measure.items:
            print(f"  {item.key}　{item.text}")
    return DONE


def _themes(asked: argparse.Namespace) -> int:
    from checklists.comparing import across
    from checklists.comparison_json import content_across
    from reports.content.comparison import lines_of

    themes = across(map(library.load, library.slugs()))
    if asked.json:
        return _print_json(content_across(themes))
    print("\n\n".join("\n".join(lines_of(theme)) for theme in themes))
    return DONE


def _read(asked: argparse.Namespace) -> int:
    from checklists.reading import read
    from checklists.reading.exchange import content_of
    from checklists.reading.summary import summary_of

    text = read(asked.file).text
    if asked.json:
        return _print_json(content_of(text))
    print("\n".join(summary_of(text)))
    return DONE


def _draft(asked: argparse.Namespace) -> int:
    from checklists.draft_file import save_draft
    from checklists.drafting import draft_of
    from checklists.reading import read

    draft = draft_of(read(asked.file).text, asked.file.name)
    save_draft(draft, asked.target)
    print(f"草稿已存好：{asked.target.resolve()}（{_counted(draft.policy)}）。请逐条改写“待改：”的要点。")
    return DONE


def _check(asked: argparse.Namespace) -> int:
    from checklists.files import read_policy

    policy = read_policy(asked.file)
    print(f"合格：{policy.title}（{_counted(policy)}）")
    return DONE


def _counted(policy: "Policy") -> str:
    items, figures = sum(1 for _ in policy.items()), sum(1 for _ in policy.indicators())
    return f"{len(policy.measures)} 条 · {items} 个要点 · {figures} 项指标"


def _match(asked: argparse.Namespace) -> int:
    from checklists.matching import match
    from checklists.matching_json import content_of_match, lines_of_match
    from checklists.reading import read

    document = read(asked.file)
    matching = match(library.load(asked.slug), document.lines, document.text)
    if asked.json:
        return _print_json(content_of_match(matching))
    print("\n".join(lines_of_match(matching)))
    return DONE


def _print_json(value: object) -> int:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()
    return DONE


def _demo(asked: argparse.Namespace) -> int:
    from services.sample import check_folder, sample, settle
    from services.workspace import Workspace

    check_folder(asked.folder)
    reported_on = sample(asked.policy).reported_on
    with Workspace.open(asked.folder, _who(), lambda: reported_on) as workspace:
        target = asked.folder / SAMPLE_REPORT
        printed_at = datetime.combine(reported_on, time(9))
        pages = _print_report(workspace, settle(workspace, asked.policy), target, printed_at)
    print(f"工作文件夹：{asked.folder.resolve()}")
    print(f"自评报告：{target.resolve()}（{pages} 页）")
    return DONE


def _report(asked: argparse.Namespace) -> int:
    from models.vocabulary import AssessmentId
    from services.workspace import Workspace

    with Workspace.open(_workspace_folder(asked), _who()) as workspace:
        now = datetime.now().astimezone()
        pages = _print_report(workspace, AssessmentId(asked.assessment), asked.target, now)
    print(f"已存好：{asked.target.resolve()}（{pages} 页）")
    return DONE


def _print_report(workspace: "Workspace", assessment: "AssessmentId", target: Path, printed_at: datetime) -> int:
    from reports.printing import print_report

    checklist = workspace.assessments.checklist(assessment)
    printed = print_report("self-assessment", checklist, target, printed_at=printed_at)
    for missing in printed.missing:
        print(f"有字印不出来，已印成代码：{missing}", file=sys.stderr)
    return printed.pages


def _verify(asked: argparse.Namespace) -> int:
    from services.verifying import verify

    found = verify(_workspace_folder(asked))
    if asked.json:
        _print_json(found.as_json())
    return _said(found, quietly=asked.json)


def _restore(asked: argparse.Namespace) -> int:
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


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # the process that reads foreign files is this program, too
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
