"""What goes over into a new cycle, in words: before it happens and afterwards."""

from collections import Counter
from functools import partial

from PySide6.QtCore import QCoreApplication

from resources import word
from services.cycles.carrying import Carrying, LeftBehind

_tr = partial(QCoreApplication.translate, "Carrying")


def question(carrying: Carrying) -> str:
    """Ask whether to begin."""
    return _tr("开 {year} 年度自评？").format(year=carrying.year)


def consequence(carrying: Carrying) -> str:
    """Say what it begins from, and that this stays."""
    wording = _tr("{school}，{city}。从 {last} 年度带过来，{last} 年度那一份不会变。")
    place = {"school": carrying.school.name, "city": carrying.after.city, "last": carrying.last_year}
    return wording.format(**place)


def carried_rows(carrying: Carrying) -> tuple[tuple[str, str], ...]:
    """List what goes over: how much, and how."""
    rows = (
        (_tr("佐证"), len(carrying.pieces), _tr("{count} 件，编号不变")),
        (_tr("科室和填报人"), carrying.given, _tr("{count} 条")),
        (_tr("没做完的整改"), len(carrying.findings), _tr("{count} 项，连同进展")),
        (_tr("校本要点"), carrying.own_items, _tr("{count} 条")),
        (_tr("去年的填报"), carrying.answered, _tr("{count} 条，摆在旁边，今年从头填")),
        (_tr("去年的基础数据"), carrying.facts, _tr("{count} 项，摆在旁边对照")),
    )
    return tuple((name, wording.format(count=count)) for name, count, wording in rows if count)


def left_words(carrying: Carrying) -> str:
    """Say which evidence stays behind and why, "" where none does."""
    if not carrying.left:
        return ""
    counted = Counter(one.why for one in carrying.left)
    why = "，".join(f"{word(reason)} {counted[reason]} 件" for reason in LeftBehind if counted[reason])
    return _tr("{count} 件佐证不带：{why}").format(count=len(carrying.left), why=why)


def left_lines(carrying: Carrying) -> tuple[str, ...]:
    """Name what stays behind, each with the reason."""
    return tuple(f"{one.evidence.number}　{one.evidence.name}　{word(one.why)}" for one in carrying.left)


def revision_words(carrying: Carrying) -> str:
    """Say that the policy has become another one, "" where it has not."""
    if carrying.before.revision == carrying.after.revision:
        return ""
    wording = _tr("用政策的第 {revision} 版，填报跟着要点走。")
    if carrying.gone:
        wording = _tr("用政策的第 {revision} 版，填报跟着要点走；{gone} 条新版里没有了。")
    return wording.format(revision=carrying.after.revision, gone=carrying.gone)


def done_words(carrying: Carrying) -> str:
    """Say what went over."""
    counts = {"pieces": len(carrying.pieces), "findings": len(carrying.findings), "given": carrying.given}
    wording = _tr("{year} 年度开好了：带来 {pieces} 件佐证、{findings} 项整改、{given} 条分工")
    return wording.format(year=carrying.year, **counts)
