"""The keys of the program, as the sheet of keys tells them (look.md section 6)."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

_tr = partial(QCoreApplication.translate, "keys")


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What stands on the key caps, what the keys do, and the key sequences meant where they are not the caps."""

    caps: str
    does: str
    sequences: tuple[str, ...] = ()

    @property
    def meant(self) -> tuple[str, ...]:
        """Give the key sequences."""
        return self.sequences or tuple(self.caps.split())


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that work in one place."""

    title: str
    lines: tuple[KeyLine, ...]


def columns() -> tuple[tuple[KeyGroup, ...], ...]:
    """Give all keys, in the columns they stand in."""
    return ((_answering(),), (_choosing(), _elsewhere()), (_everywhere(),))


def _answering() -> KeyGroup:
    lines = (
        KeyLine("↑ ↓", _tr("上一条、下一条要点"), ("Up", "Down")),
        KeyLine("J K", _tr("下一条、上一条，停在右边时也行")),
        KeyLine("← →", _tr("条款里折起、展开章节"), ("Left", "Right")),
        KeyLine("1 2 3 4", _tr("已落实、部分、未落实、不适用")),
        KeyLine("0", _tr("改回未填报")),
        KeyLine("Shift+1…4", _tr("选状态，再到下一条"), ("Shift+1", "Shift+2", "Shift+3", "Shift+4", "Shift+0")),
        KeyLine("Ctrl+Enter", _tr("下一条未填"), ("Ctrl+Return", "Ctrl+Enter")),
        KeyLine("Tab", _tr("填实际值，再填完成情况")),
        KeyLine("F2", _tr("写完成情况")),
        KeyLine("R D", _tr("记下已经复核、把去年写的带过来")),
        KeyLine("Ctrl+V", _tr("把截图贴成佐证")),
        KeyLine("Ctrl+O", _tr("选文件作佐证")),
        KeyLine("Ctrl+R", _tr("看官方原文")),
        KeyLine("Ctrl+Shift+N", _tr("添校本要点")),
        KeyLine("Esc", _tr("回到列表，再按看全部")),
    )
    return KeyGroup(_tr("填报"), lines)


def _choosing() -> KeyGroup:
    lines = (
        KeyLine("Ctrl+F", _tr("搜索")),
        KeyLine("Ctrl+L", _tr("筛选")),
        KeyLine("Shift+↑ ↓", _tr("连着选几条，一起改"), ("Shift+Up", "Shift+Down")),
        KeyLine("Ctrl+A", _tr("列出的全部选上")),
        KeyLine("Ctrl+Enter", _tr("选了几条时，照填的改"), ("Ctrl+Return", "Ctrl+Enter")),
    )
    return KeyGroup(_tr("找和选"), lines)


def _elsewhere() -> KeyGroup:
    lines = (
        KeyLine("Ctrl+S", _tr("报告存为 PDF")),
        KeyLine("Ctrl++ Ctrl+- Ctrl+0", _tr("报告放大、缩小、整页"), ("Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0")),
        KeyLine("F3 Shift+F3", _tr("找下一处、上一处")),
        KeyLine("F2", _tr("整改、佐证里改内容")),
        KeyLine("Ctrl+Shift+C", _tr("五市对照里复制")),
        KeyLine("Ctrl+J", _tr("审改草稿时合并要点")),
        KeyLine("Alt+↑ ↓", _tr("审改草稿时上移、下移"), ("Alt+Up", "Alt+Down")),
        KeyLine("Delete", _tr("审改草稿时删去"), ("Del",)),
    )
    return KeyGroup(_tr("别的页面"), lines)


def _everywhere() -> KeyGroup:
    lines = (
        KeyLine("Ctrl+1…6", _tr("换页面"), tuple(f"Ctrl+{place}" for place in range(1, 7))),
        KeyLine("Ctrl+Shift+F", _tr("找遍各年")),
        KeyLine("Ctrl+Z", _tr("撤销")),
        KeyLine("Ctrl+Y", _tr("重做"), ("Ctrl+Y", "Ctrl+Shift+Z")),
        KeyLine("Ctrl+D", _tr("分工和任务单")),
        KeyLine("F7", _tr("交前质检")),
        KeyLine("Ctrl+P", _tr("看报告和打印")),
        KeyLine("Ctrl+N", _tr("新建自评")),
        KeyLine("Alt+Home", _tr("回到开始页")),
        KeyLine("Alt", _tr("显示菜单")),
        KeyLine("Ctrl+Q", _tr("退出")),
        KeyLine("F1", _tr("这张按键表")),
    )
    return KeyGroup(_tr("到处"), lines)
