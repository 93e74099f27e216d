"""The commands: what each takes on the command line, and the function that does it."""

import argparse
from collections.abc import Callable
from pathlib import Path

from checklists import library
from commands import editions, shelf, task_sheets, workspace
from commands.words import Parser, add_workspace
from reports.orders import Kind


def parser_of_commands() -> Parser:
    """Make the parser of all commands; each sets `run`, the function that does it."""
    parser = Parser(prog="voccheck", description="职评簿：对照本市职业教育政策，一条一条填实，打印自评报告。")
    add_workspace(parser)
    commands = parser.add_subparsers(title="命令", metavar="COMMAND", required=True, parser_class=Parser)

    policies = _command(commands, "policies", "列出清单库里的政策", shelf.policies)
    policies.add_argument("--json", action="store_true", help="输出 JSON")

    policy = _command(commands, "policy", "输出一份政策的整份清单", shelf.policy)
    policy.add_argument("slug", choices=library.slugs(), metavar="SLUG", help="、".join(library.slugs()))
    policy.add_argument("--json", action="store_true", help="输出 JSON")

    themes = _command(commands, "themes", "把各市的要点和指标按主题排在一起对照", shelf.themes)
    themes.add_argument("--json", action="store_true", help="输出 JSON")

    read = _command(commands, "read", "读一份公文：标题、文号、条款、责任单位、量化指标和文本里的毛病", shelf.read)
    read.add_argument("file", type=Path, metavar="FILE", help="txt、docx、pdf 或网页另存的 html")
    read.add_argument("--json", action="store_true", help="输出 JSON")

    draft = _command(commands, "draft", "从一份公文起草一份自己的清单，存成新文件，由人来改", shelf.draft)
    draft.add_argument("file", type=Path, metavar="FILE", help="txt、docx、pdf 或网页另存的 html")
    draft.add_argument("-o", dest="target", type=Path, required=True, metavar="NAME.toml", help="存成哪个新文件")

    check = _command(commands, "check", "检查一份自己写的清单文件合不合格式", shelf.check)
    check.add_argument("file", type=Path, metavar="NAME.toml", help="draft 命令写出、由人改过的文件")

    match = _command(commands, "match", "把官方文本放到清单旁边核对：哪些找到、移动、改动、没有找到", shelf.match)
    match.add_argument("slug", choices=library.slugs(), metavar="SLUG", help="、".join(library.slugs()))
    match.add_argument("file", type=Path, metavar="FILE", help="官方文本：txt、docx、pdf 或 html")
    match.add_argument("--json", action="store_true", help="输出 JSON")

    demo = _command(commands, "demo", "建一个示例学校的工作文件夹，并打印它的自评报告", workspace.demo)
    demo.add_argument("folder", type=Path, metavar="DIR", help="空文件夹，或先前的示例")
    demo.add_argument("--policy", default="yiyang", choices=library.slugs(), metavar="SLUG", help="用哪份政策")

    report = _command(commands, "report", "不开窗口，直接打印报告", workspace.report)
    report.add_argument("--assessment", type=int, required=True, metavar="N", help="自评的编号")
    report.add_argument("--kind", choices=list(map(str, Kind)), required=True, help="报告的种类")
    report.add_argument(
        "-o", dest="target", type=Path, required=True, metavar="FILE", help="存成哪个文件：.pdf、.docx 或 .xlsx"
    )
    report.add_argument("--duplex", action="store_true", help="按双面打印排：装订边左右交替")
    report.add_argument("--filled", action="store_true", help="核查表里印上学校的自评")
    report.add_argument("--department", default="", metavar="NAME", help="任务单只出这一个科室（默认全部）")

    report.add_argument("--edition", type=int, metavar="N", help="第几版定稿，原样再印（不写就印现在的样子）")

    ledger = _command(commands, "ledger", "把整改台账存成电子表格", workspace.ledger)
    ledger.add_argument("--assessment", type=int, required=True, metavar="N", help="自评的编号")
    ledger.add_argument("-o", dest="target", type=Path, required=True, metavar="FILE", help="存成哪个 xlsx")

    evidence = _command(
        commands, "export-evidence", "把一次自评的佐证导出成按编号的文件夹，附目录和校验清单", workspace.export_evidence
    )
    evidence.add_argument("--assessment", type=int, required=True, metavar="N", help="自评的编号")
    evidence.add_argument("-o", dest="target", type=Path, required=True, metavar="DIR", help="一个还没有的文件夹")

    tasks = _command(commands, "task-sheets", "给每个科室导出一份任务单（Excel 表）", task_sheets.task_sheets)
    tasks.add_argument("--assessment", type=int, required=True, metavar="N", help="自评的编号")
    tasks.add_argument("-o", dest="target", type=Path, required=True, metavar="DIR", help="放进哪个文件夹")

    take_in = _command(commands, "take-in", "收回科室填好的任务单：逐行核对，两边都改过的不动", task_sheets.take_in)
    take_in.add_argument("--assessment", type=int, required=True, metavar="N", help="自评的编号")
    take_in.add_argument("files", type=Path, nargs="+", metavar="FILE", help="填好的任务单 xlsx")
    take_in.add_argument("--dry-run", action="store_true", help="只说会怎样，什么也不改")
    take_in.add_argument("--json", action="store_true", help="输出 JSON")

    renew = _command(commands, "renew", "把一次自评换到它那份政策的最新一版，填过的跟着走", workspace.renew)
    renew.add_argument("--assessment", type=int, required=True, metavar="N", help="自评的编号")
    renew.add_argument("--dry-run", action="store_true", help="只说会怎样，什么也不改")
    renew.add_argument("--json", action="store_true", help="输出 JSON")

    verify = _command(commands, "verify", "核对工作文件夹：数据库、佐证文件、修改留痕", workspace.verify)
    verify.add_argument("--json", action="store_true", help="输出 JSON")

    fingerprint = _command(
        commands, "fingerprint", "核对纸上印的指纹：是不是本校定的稿、哪一份、第几版", editions.fingerprint
    )
    fingerprint.add_argument("text", nargs="+", metavar="TEXT", help="至少连续 12 位，空格和大小写不论")

    restore = _command(commands, "restore", "从一份备份恢复出一个新的工作文件夹，不动现有的", workspace.restore)
    restore.add_argument("backup", type=Path, metavar="BACKUP", help="backups 文件夹里的一份 .db")
    restore.add_argument("folder", type=Path, metavar="DIR", help="空的或还没有的文件夹")
    return parser


def _command(
    commands: "argparse._SubParsersAction[Parser]", name: str, says: str, run: Callable[[argparse.Namespace], int]
) -> Parser:
    command = commands.add_parser(name, help=says, description=says)
    command.set_defaults(run=run)
    return command
