"""Editions in words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from models.vocabulary import SignerRole
from resources import word
from services.editions.fingerprints import NearMiss
from services.editions.parts import EditionPart
from services.editions.values import EditionRow, Standing, name_of
from services.quality import Flaw
from services.trail.changes import Change

_tr = partial(QCoreApplication.translate, "reporting")
_PRINTED = (Flaw.UNANSWERED, Flaw.UNREAD)


def standing_words(standing: Standing) -> str:
    """Say quietly which edition holds and what was written since; "" where none does."""
    if standing.current is None:
        return ""
    said = _tr("已定稿 第 {number} 版").format(number=standing.current.number)
    return said + (_tr("，之后改了 {count} 处").format(count=standing.steps_after) if standing.steps_after else "")


def edition_title(row: EditionRow) -> str:
    """Name an edition, say whether it holds and when it was frozen."""
    words = {"number": row.number, "state": word(row.state), "moment": f"{row.edition.frozen_at:%Y-%m-%d %H:%M}"}
    return _tr("第 {number} 版　{state}　{moment}").format(**words)


def signers_words(row: EditionRow) -> str:
    """Say who signs."""
    return "　".join(f"{word(role)} {name_of(row.edition.signers, role)}" for role in SignerRole)


def log_words(changes: Iterable[Change], number: int) -> tuple[str, ...]:
    """Say who did what to an edition, and when; an entry that somebody altered says so."""
    return tuple(
        f"{change.at.astimezone():%Y-%m-%d %H:%M}　{change.who}　{_step_words(part)}"
        + (_tr("（这条记录被改动过）") if change.is_altered else "")
        for change in changes
        for part in change.parts
        if isinstance(part, EditionPart) and part.number == number
    )


def _step_words(part: EditionPart) -> str:
    before, after = part.before, part.after
    if before is None or after is None:
        return _tr("定稿")
    if after.state is not before.state:
        return _tr("收回，理由：{why}").replace("{why}", after.reason)
    return _tr("收进签字件“{name}”").replace("{name}", after.scan.name if after.scan else "")


def in_two_lines(fingerprint: str) -> str:
    """Break a whole fingerprint in its middle."""
    half = len(fingerprint) // 2
    return f"{fingerprint[:half]}\n{fingerprint[half + 1 :]}"


def check_words(found: Counter[Flaw], drafts: int) -> tuple[str, ...]:
    """Say what an inspector would ask about, what is printed as missing, or as a draft, first."""
    said = {
        Flaw.UNANSWERED: _tr("还有 {count} 条没填，会印成“未填报”。"),
        Flaw.UNREAD: _tr("{count} 项指标缺实际值，会印成“无法判定”。"),
    }
    printed = [said[flaw].format(count=found[flaw]) for flaw in _PRINTED if found[flaw]]
    if drafts:
        printed.append(_tr("报告里还有 {count} 段话是程序起的草稿，会印着【草稿】。").format(count=drafts))
    rest = [
        _tr("{what}：{count} 处").format(what=word(flaw), count=found[flaw]) for flaw in Flaw if _is_rest(flaw, found)
    ]
    return (*printed, *(["；".join(rest) + "。"] if rest else []))


def look_up_words(found: Sequence[tuple[EditionRow, str]]) -> str:
    """Tell whose a fingerprint is; each edition comes with the name of its assessment."""
    if not found:
        return _tr("这里没有这个指纹：不是本工作文件夹定的稿，或抄错了不止一处。对着纸面再核一遍。")
    if len(found) > 1:
        return _tr("有 {count} 版定稿都含这几位：多输几位再核。").format(count=len(found))
    row, name = found[0]
    words = {"name": name, "number": row.number, "moment": f"{row.edition.frozen_at:%Y-%m-%d %H:%M}"}
    said = _tr("是本校的：{name}，第 {number} 版定稿，{moment} 定稿").format(**words)
    return said + (_tr("，在用。") if row.is_current else _tr("，后来已收回：{why}").format(why=row.reason))


def near_miss_words(near: NearMiss, name: str) -> str:
    """Say that what was typed is one slip away from an edition's fingerprint, and where to look."""
    said = _tr("和 {name}第 {number} 版定稿的指纹只差一处，在第 {group} 组：对着纸面再核。纸上就是这样，便不是本校的。")
    return said.format(name=name, number=near.edition.number, group=near.group)


def _is_rest(flaw: Flaw, found: Counter[Flaw]) -> bool:
    return flaw not in _PRINTED and bool(found[flaw])
