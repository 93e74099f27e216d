"""P6: the first hundred of two million notes that have a word, against LIKE looking through the same table.

Before a query is timed both must find exactly the same notes.
"""

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
# ruff: noqa: E402

from models.search_index import Said, SearchIndex

NOTES, FIRST, ROUNDS, PROMISE = 2_000_000, 100, 5, 0.01
WORDS = "职业教育 产教融合 校企合作 双师型教师 实训基地 学徒制 专业建设 课程思政 技能竞赛 就业质量 安全生产 企业实践"
HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 6000)]


def notes(count: int) -> Iterator[Said]:
    """Make notes of four phrases: a word of the trade, some characters at random, and a number."""
    chance, words = random.Random(2026), WORDS.split()
    for number in range(count):
        phrases = (chance.choice(words) + "".join(chance.choices(HAN, k=6)) for _ in range(4))
        yield Said("a", "note", str(number), f"{'，'.join(phrases)}。第{number}条")


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else NOTES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "search.db"
        index = SearchIndex(path)
        index.put("a", notes(count), 1)
        plain = sqlite3.connect(path)
        ratios = [
            _ratio(index, plain, query) for query in ("学", "双师", "实训基地", "第1977条", HAN[77], HAN[8] + HAN[9])
        ]
        index.close()
        plain.close()
    print(f"P6 note_search ratio={statistics.median(ratios):.4f} promise<={PROMISE} (worst {max(ratios):.4f})")


def _ratio(index: SearchIndex, plain: sqlite3.Connection, query: str) -> float:
    like = ("SELECT id FROM said WHERE text LIKE ?", (f"%{query}%",))
    found = len(index.find(query, limit=NOTES))
    expected = len(plain.execute(*like).fetchall())
    assert found == expected, (query, found, expected)
    pairs = [
        (timed(lambda: index.find(query, FIRST)), timed(lambda: plain.execute(*like).fetchall())) for _ in range(ROUNDS)
    ]
    ours, theirs = (float(statistics.median(times)) for times in zip(*pairs, strict=True))
    print(
        f"  {query}: {found} 条, 前 {FIRST} 条 {ours * 1000:.2f} ms, LIKE {theirs * 1000:.0f} ms, {ours / theirs:.5f}"
    )
    return ours / theirs


if __name__ == "__main__":
    main()
