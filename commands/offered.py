"""The commands: what each takes on the command line, and the function that does it."""

from argparse import Namespace, _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from checklists import library
from commands import editions, shelf, task_sheets, workspace
from commands.words import Parser, add_workspace, called, number
from reports.orders import Kind
from resources import word

_DOCUMENT = "txt、docx、pdf 或网页另存的 html"
_PAPER = "存成哪个文件：.pdf、.docx 或 .xlsx"


def parser_of_commands() -> Parser:
    """Make the parser of all commands; each sets `run`, the function that does it."""
    parser = Parser(called(), "职评簿：对照本市职业教育政策，一条一条填实，打印自评报告。")
    add_workspace(parser)
    parser.set_defaults(workspace=None)
    commands = parser.add_subparsers(title="命令", metavar="COMMAND", required=True, parser_class=Parser)
    _offer_library(commands)
    _offer_documents(commands)
    _offer_papers(commands)
    _offer_work(commands)
    _offer_keeping(commands)
    return parser


def _offer_library(commands: "_SubParsersAction[Parser]") -> None:
    policies = _command(commands, "policies", "列出清单库里的政策", shelf.policies)
    _add_json(policies)

    policy = _command(commands, "policy", "输出一份政策的整份清单", shelf.policy)
    _add_slug(policy)
    _add_json(policy)

    themes = _command(commands, "themes", "把各市的要点和指标按主题排在一起对照", shelf.themes)
    _add_json(themes)


def _offer_documents(commands: "_SubParsersAction[Parser]") -> None:
    read = _command(commands, "read", "读一份公文：标题、文号、条款、责任单位、量化指标和文本里的毛病", shelf.read)
    read.add_argument("file", type=Path, metavar="FILE", help=_DOCUMENT)
    _add_json(read)

    draft = _command(commands, "draft", "从一份公文起草一份自己的清单，存成新文件，由人来改", shelf.draft)
    draft.add_argument("file", type=Path, metavar="FILE", help=_DOCUMENT)
    _add_target(draft, "NAME.toml", "存成哪个新文件")

    check = _command(commands, "check", "检查一份自己写的清单文件合不合格式", shelf.check)
    check.add_argument("file", type=Path, metavar="NAME.toml", help="draft 命令写出、由人改过的文件")

    match = _command(commands, "match", "把官方文本放到清单旁边核对：哪些找到、移动、改动、没有找到", shelf.match)
    _add_slug(match)
    match.add_argument("file", type=Path, metavar="FILE", help=f"官方文本：{_DOCUMENT}")
    _add_json(match)


def _offer_papers(commands: "_SubParsersAction[Parser]") -> None:
    demo = _command(commands, "demo", "建一个示例学校的工作文件夹，并打印它的自评报告", workspace.demo)
    demo.add_argument("folder", type=Path, metavar="DIR", help="空文件夹，或先前的示例")
    demo.add_argument(
        "--policy", default="yiyang", choices=library.slugs(), metavar="SLUG", help="写有示例的一份政策（默认 yiyang）"
    )

    _offer_report(commands)

    ledger = _over_assessment(commands, "ledger", "把整改台账存成 Excel 表，或出成 PDF、Word", workspace.ledger)
    _add_target(ledger, "FILE", _PAPER)

    evidence = _over_assessment(
        commands, "export-evidence", "把一次自评的佐证导出成按编号的文件夹，附目录和校验清单", workspace.export_evidence
    )
    _add_target(evidence, "DIR", "一个还没有的文件夹")


def _offer_report(commands: "_SubParsersAction[Parser]") -> None:
    report = _over_assessment(commands, "report", "不开窗口，直接打印报告", workspace.report)
    kinds = "、".join(f"{kind} {word(kind)}" for kind in Kind)
    report.add_argument("--kind", choices=list(map(str, Kind)), required=True, metavar="KIND", help=kinds)
    _add_target(report, "FILE", _PAPER)
    report.add_argument("--duplex", action="store_true", help="按双面打印排：装订边左右交替")
    report.add_argument("--filled", action="store_true", help="核查表里印上学校的自评")
    report.add_argument("--department", default="", metavar="NAME", help="任务单只出这一个科室（默认全部）")
    report.add_argument("--edition", type=number, metavar="N", help="第几版定稿，原样再印（不写就印现在的样子）")


def _offer_work(commands: "_SubParsersAction[Parser]") -> None:
    tasks = _over_assessment(commands, "task-sheets", "给每个科室导出一份任务单（Excel 表）", task_sheets.task_sheets)
    _add_target(tasks, "DIR", "放进哪个文件夹")

    take_in = _over_assessment(
        commands, "take-in", "收回科室填好的任务单：逐行核对，两边都改过的不动", task_sheets.take_in
    )
    take_in.add_argument("files", type=Path, nargs="+", metavar="FILE", help="填好的任务单 xlsx")
    _add_dry_run(take_in)
    _add_json(take_in)

    renew = _over_assessment(commands, "renew", "把一次自评换到它那份政策的最新一版，填过的跟着走", workspace.renew)
    _add_dry_run(renew)
    _add_json(renew)


def _offer_keeping(commands: "_SubParsersAction[Parser]") -> None:
    assessments = _over_workspace(commands, "assessments", "列出工作文件夹里的自评和编号", workspace.assessments)
    _add_json(assessments)

    verify = _over_workspace(commands, "verify", "核对工作文件夹：数据库、佐证文件、修改留痕", workspace.verify)
    _add_json(verify)

    fingerprint = _over_workspace(
        commands, "fingerprint", "核对纸上印的指纹：是不是本校定的稿、哪一份、第几版", editions.fingerprint
    )
    fingerprint.add_argument("text", nargs="+", metavar="TEXT", help="至少连续 12 位，空格和大小写不论")

    restore = _command(commands, "restore", "从一份备份恢复出一个新的工作文件夹，不动现有的", workspace.restore)
    restore.add_argument("backup", type=Path, metavar="BACKUP", help="backups 文件夹里的一份 .db")
    restore.add_argument("folder", type=Path, metavar="DIR", help="空的或还没有的文件夹")


def _command(commands: "_SubParsersAction[Parser]", name: str, says: str, run: Callable[[Namespace], int]) -> Parser:
    command = commands.add_parser(name, help=says, description=says)
    command.set_defaults(run=run)
    return command


def _over_workspace(
    commands: "_SubParsersAction[Parser]", name: str, says: str, run: Callable[[Namespace], int]
) -> Parser:
    command = _command(commands, name, says, run)
    add_workspace(command)
    return command


def _over_assessment(
    commands: "_SubParsersAction[Parser]", name: str, says: str, run: Callable[[Namespace], int]
) -> Parser:
    command = _over_workspace(commands, name, says, run)
    command.add_argument(
        "--assessment", type=number, required=True, metavar="N", help="自评的编号，assessments 命令列得出"
    )
    return command


def _add_slug(command: Parser) -> None:
    command.add_argument("slug", choices=library.slugs(), metavar="SLUG", help="、".join(library.slugs()))


def _add_target(command: Parser, metavar: str, says: str) -> None:
    command.add_argument("-o", dest="target", type=Path, required=True, metavar=metavar, help=says)


def _add_json(command: Parser) -> None:
    command.add_argument("--json", action="store_true", help="输出 JSON")


def _add_dry_run(command: Parser) -> None:
    command.add_argument("--dry-run", action="store_true", help="只说会怎样，什么也不改")
