"""What pieces of evidence are called on screen: kinds, days, sizes, badges."""

from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from models.vocabulary import EvidenceKind
from resources import word
from resources.refusals import sentence
from services.checklist import EvidenceRow
from services.evidence.flags import REUSED_FROM, EvidenceFlag
from services.evidence.intake import TakenIn

_tr = partial(QCoreApplication.translate, "pieces")
ICONS = {
    EvidenceKind.FILE: "file",
    EvidenceKind.PHOTO: "image",
    EvidenceKind.LINK: "link",
    EvidenceKind.PAPER: "box",
}
TONES = {
    EvidenceFlag.LOST: "not_met",
    EvidenceFlag.EXPIRED: "not_met",
    EvidenceFlag.OUTSIDE: "partly",
    EvidenceFlag.REUSED: "na",
    EvidenceFlag.UNDATED: "na",
}


def flag_words(flag: EvidenceFlag, serves: int = REUSED_FROM) -> str:
    """Say what a badge says."""
    return {
        EvidenceFlag.LOST: _tr("文件不在"),
        EvidenceFlag.EXPIRED: _tr("过期"),
        EvidenceFlag.OUTSIDE: _tr("不在本年度"),
        EvidenceFlag.REUSED: _tr("重复 {count}").format(count=serves),
        EvidenceFlag.UNDATED: _tr("没有日期"),
    }[flag]


def short_name(row: EvidenceRow) -> str:
    """Leave the ending out: the line below tells the kind."""
    return PurePath(row.name).stem if row.sha256 else row.name


def kind_words(row: EvidenceRow) -> str:
    """Say the kind of a file by its ending where that says more."""
    suffix = row.name.rpartition(".")[2].upper()
    return suffix if row.kind is EvidenceKind.FILE and suffix.isascii() and len(suffix) <= 4 else word(row.kind)


def day_words(row: EvidenceRow) -> str:
    """Say when it was formed, else when it came in."""
    if row.formed_on is not None:
        return _tr("形成 {day}").format(day=row.formed_on.isoformat())
    return f"{kind_words(row)} · {row.added_at.astimezone().date().isoformat()}"


def size_words(size: int) -> str:
    """Say how large a file is."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def taken_words(taken: TakenIn) -> str:
    """Say what came of an intake: 60 份收好，2 份已有，1 份没收."""
    said = [_tr("{count} 份收好").format(count=taken.kept)] if taken.kept or not taken.refused else []
    if taken.is_there:
        said.append(_tr("{count} 份早就在").format(count=len(taken.is_there)))
    if taken.duplicates:
        said.append(_tr("{count} 份和已有的一样").format(count=len(taken.duplicates)))
    if taken.refused:
        said.append(_tr("{count} 份没收").format(count=len(taken.refused)))
    return "，".join(said)


def refused_words(taken: TakenIn) -> str:
    """Say what did not come in and why, and that the rest did; "" when all did."""
    if not taken.refused:
        return ""
    first = taken.refused[0]
    said = sentence(first.error) or _tr("“{name}” 没有收进来。请从原处再拖一次。").format(name=first.name)
    if len(taken.refused) > 1:
        said += _tr("另有 {count} 个也没有收进来。").format(count=len(taken.refused) - 1)
    if taken.kept:
        said += _tr("其他 {count} 个文件已收好。").format(count=taken.kept)
    return said
