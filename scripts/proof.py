"""How much of each official text its checklist covers, one page a city: `python3 dev.py proof [SLUG …]`."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from checklists import library
from checklists.policy import CheckItem, Policy
from models.vocabulary import Addressee, MeasureKind, Modality
from resources import word
from tests.checklists.clauses import SHARED, clauses_of
from tests.checklists.proofs import longest_stretch, numerals, phrases, shared_runs

PINNED = Path(__file__).resolve().parents[1] / "tests" / "checklists" / "pinned_keys.txt"
LABEL = 8


def main(slugs: list[str]) -> int:
    """Print the reports of the policies named, of all when none is named."""
    if unknown := set(slugs) - set(library.slugs()):
        print(f"清单库里没有 {'、'.join(sorted(unknown))}，可以选 {'、'.join(library.slugs())}。", file=sys.stderr)
        return 2
    if not (SHARED / "policies").is_dir():
        print(f"官方文本不在 {SHARED / 'policies'}，没法核对：请把五份 txt 放到那里再运行。", file=sys.stderr)
        return 1
    reports = [report_of(library.load(slug)) for slug in slugs or library.slugs()]
    print("\n\n".join("\n".join(lines) for lines in reports))
    return 0


def report_of(policy: Policy) -> Iterator[str]:
    """Give the lines of one city's report."""
    yield f"══ {policy.city}　{policy.title}"
    yield from _told("条款", _clauses(policy))
    yield from _told("要点", _items(tuple(policy.items())))
    yield from _told("指标", _figures(policy))
    yield from _told("句段", _phrases(policy))
    yield from _told("数字", _numerals(policy))
    yield from _told(
        "文本缺损", (f"{len(policy.notes)} 处", *(f"{n.ref} “{n.anchor}”：{n.says}" for n in policy.notes))
    )
    yield from _told("自己的话", _shared_run(policy))
    yield from _told("编号", _keys(policy))


def _told(label: str, lines: Iterable[str]) -> Iterator[str]:
    """Put a label before the first line and nothing before the others."""
    for place, line in enumerate(lines):
        yield f"{'' if place else label:　<{LABEL // 2}}　{line}"


def _clauses(policy: Policy) -> Iterator[str]:
    kinds = Counter(measure.kind for measure in policy.measures)
    names = {MeasureKind.GOAL: "目标", MeasureKind.TASK: "任务", MeasureKind.SAFEGUARD: "保障"}
    counted = " · ".join(f"{name} {kinds[kind]}" for kind, name in names.items() if kinds[kind])
    official = clauses_of(policy.slug)
    missing = [ref for ref in official if ref not in {measure.ref for measure in policy.measures}]
    yield f"{len(policy.measures)} 条（{counted}），官方文本 {len(official)} 条"
    yield from (f"没有写进清单：{ref}" for ref in missing)


def _items(items: tuple[CheckItem, ...]) -> Iterator[str]:
    yield f"{len(items)} 个"
    for addressee in Addressee:
        own = Counter(item.modality for item in items if item.addressee is addressee)
        if own:
            told = " · ".join(f"{word(modality)} {own[modality]}" for modality in Modality if own[modality])
            yield f"{word(addressee)} {own.total()}：{told}"


def _figures(policy: Policy) -> Iterator[str]:
    figures = tuple(policy.indicators())
    valued = sum(figure.value is not None for figure in figures)
    yield f"{len(figures)} 项：写了数 {valued}，没有写数 {len(figures) - valued}"
    scopes = Counter(figure.scope for figure in figures)
    yield " · ".join(f"{word(scope)} {count}" for scope, count in scopes.most_common())


def _phrases(policy: Policy) -> Iterator[str]:
    found = tuple(phrases(policy))
    bare = [phrase for phrase in found if not phrase.is_covered]
    longest = longest_stretch(policy)
    yield f"{len(found)} 段，有定位语 {len(found) - len(bare)}（{_percent(len(found) - len(bare), len(found))}）"
    yield f"最长的空白 {len(longest.text)} 字：{longest.ref} “{longest.text}”"
    yield from (f"没有定位语：{phrase.ref} “{phrase.text}”" for phrase in bare)


def _numerals(policy: Policy) -> Iterator[str]:
    found = tuple(numerals(policy))
    figures = sum(numeral.is_figure for numeral in found)
    idle = [numeral for numeral in found if not numeral.is_figure and numeral.why]
    loose = [numeral for numeral in found if numeral.is_loose]
    yield f"{len(found)} 处：在指标里 {figures}，不设目标 {len(idle)}，没有着落 {len(loose)}"
    yield from (f"没有着落：{numeral.ref} “{numeral.around}”" for numeral in loose)
    yield from (f"不设目标：{one.ref} “{one.anchor}”，{one.why}" for one in policy.idle_numerals)


def _shared_run(policy: Policy) -> Iterator[str]:
    longest = max(shared_runs(policy), key=lambda run: len(run.text))
    yield f"与官方文本相同的最长一段 {len(longest.text)} 字（至多 15）：{longest.ref} “{longest.text}”"


def _keys(policy: Policy) -> Iterator[str]:
    keys = [item.key for item in policy.items()] + [figure.key for figure in policy.indicators()]
    pinned = {line for line in PINNED.read_text(encoding="utf-8").splitlines() if line.startswith(f"{policy.slug} ")}
    missing = [key for key in keys if f"{policy.slug} {key}" not in pinned]
    yield f"{len(keys)} 个，已固定 {len(keys) - len(missing)}"
    yield from (f"没有固定：{key}" for key in missing)


def _percent(part: int, whole: int) -> str:
    return f"{part * 100 / whole:.1f}%" if whole else "—"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
