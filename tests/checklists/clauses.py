"""The clauses of the official texts, found by the known numbering of each."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SHARED = Path(os.environ.get("VOCCHECK_SHARED", Path(__file__).parents[3] / "shared"))


@dataclass(frozen=True)
class Clause:
    """A clause of the official text: heading and body in one run, the units, and all of it with its note on units.

    Where the leads are marked as such, they stand before a “；” in `units`, the others after it.
    """

    ref: str
    text: str
    units: str
    whole: str


def official_text(slug: str) -> str:
    return (SHARED / "policies" / f"{slug}.txt").read_text(encoding="utf-8-sig")


def zibo_clauses(text: str) -> Iterator[Clause]:
    section = ""
    for line in text.splitlines():
        if top := re.match("([一二三四])、", line):
            section = top[1]
        elif clause := re.fullmatch(r"\(([一二三四五六七八九十]+)\)((.+)\(责任单位:(.+?)(?:,黑体.+)?\))", line.strip()):
            yield Clause(f"{section}/（{clause[1]}）", clause[3], clause[4], clause[2])


def yiyang_clauses(text: str) -> Iterator[Clause]:
    top = sub = ""
    for line in text.partition("本方案自公布之日起施行")[0].splitlines():
        if heading := re.match("([一二三])、", line):
            top = heading[1]
        elif heading := re.match("（([一二三四五六3])）", line):
            sub = heading[1].replace("3", "三")
        elif clause := re.fullmatch(r"(\d+)\.((.+。)（(.+?)(?:，排第一位.+)?）)", line.strip()):
            yield Clause(f"{top}/（{sub}）/{clause[1]}", clause[3], clause[4], clause[2])
        elif top == "二":
            yield Clause("二", line.strip(), "", line.strip())


def chaoyang_clauses(text: str) -> Iterator[Clause]:
    goals, _, rest = text.partition("三)主要目标。")[2].partition("二、重点任务")
    for place, goal in enumerate(filter(None, map(str.strip, goals.splitlines()))):
        yield Clause(f"一/（三）/——{place}" if place else "一/（三）/引", goal, "", goal)
    for top, part in zip("二三", rest.split("三、保障措施"), strict=True):
        for number, body, units in re.findall(
            r"^\(([一二三四五六七八九十]+)\)(.+?)\(责任单位:(.+?)\)?$", part, re.MULTILINE | re.DOTALL
        ):
            clause = body.replace("\n", "")
            yield Clause(f"{top}/（{number}）", clause, full_names(units), f"{clause}(责任单位:{units})")


def full_names(units: str) -> str:
    """Give each unit the city's prefix that a list prints for the first of them only."""
    names = re.split("[、,]", units)
    return "、".join(name if name.startswith(("市", "各")) else f"市{name}" for name in names)


def shangqiu_clauses(text: str) -> Iterator[Clause]:
    goals, _, tasks = text.partition("三、主要目标")[2].partition("四、重点任务")
    lines = [line.strip() for line in goals.splitlines() if line.strip()]
    for number, heading, body in zip("一二三", lines[::2], lines[1::2], strict=True):
        goal = heading.removeprefix(f"（{number}）") + body
        yield Clause(f"三/（{number}）", goal, "", goal)
    section = ""
    for line in map(str.strip, tasks.splitlines()):
        if sub := re.match("（[一二三四五六]）", line):
            section = sub[0]
        elif clause := re.fullmatch(r"(\d+)\.((.+。)（牵头单位：(.+?)；责任单位：(.+?)。?）)", line):
            yield Clause(f"四/{section}/{clause[1]}", clause[3], f"{clause[4]}；{clause[5]}", clause[2])


def siping_clauses(text: str) -> Iterator[Clause]:
    """Cut before the tail, which prints the beginning once more in torn lines."""
    whole = text.partition("\n 发展，建设技能社会")[0]
    goals, tasks, demands = re.split("^[三四]、.+\n", whole.partition("二、工作目标\n")[2], flags=re.MULTILINE)
    yield without_units("二", goals)
    for part in re.split("^（", tasks, flags=re.MULTILINE)[1:]:
        (_, lead), *numbered = re.findall(r"^(\d*)\.?(.+?)(?=^\d+\.|\Z)", part, re.MULTILINE | re.DOTALL)
        if intro := lead.partition("\n")[2]:
            yield without_units(f"三/（{part[0]}）/引", intro)
        yield from (without_units(f"三/（{part[0]}）/{number}", body) for number, body in numbered)
    for part in re.split("^（", demands, flags=re.MULTILINE)[1:]:
        yield without_units(f"四/（{part[0]}）", part[2:])


def without_units(ref: str, body: str) -> Clause:
    text = "".join(map(str.strip, body.splitlines()))
    return Clause(ref, text, "", text)


SPLITTERS: dict[str, Callable[[str], Iterator[Clause]]] = {
    "chaoyang": chaoyang_clauses,
    "zibo-gaoxin": zibo_clauses,
    "yiyang": yiyang_clauses,
    "siping": siping_clauses,
    "shangqiu": shangqiu_clauses,
}


@cache
def clauses_of(slug: str) -> dict[str, Clause]:
    return {clause.ref: clause for clause in SPLITTERS[slug](official_text(slug))}
