"""A small official document of our own and the checklist written from it, to be altered by tests."""

from collections.abc import Sequence
from pathlib import Path

from checklists.policy import Policy
from checklists.reading import formats
from checklists.reading.document import OfficialText
from checklists.reading.lines import Line
from checklists.reading.structure import structure_of
from tests.builders import a_measure, a_policy, an_indicator, an_item

TITLE = "试点市职业教育提质行动方案"
ALLIANCES = (
    "1.组建产教联盟。牵头企业与学校共建联盟，到2025年全市建成产教联盟5个以上。"
    "每个联盟每年开展两次对接活动。（责任单位：市教育局）"
)
TEACHERS = (
    "2.充实教师队伍。学校面向行业聘请能工巧匠，专业课教师中双师型占比达到60%以上。"
    "教师每年下企业锻炼一个月。（责任单位：市人社局）"
)
SAFETY = "3.守好实训安全。实训车间配齐防护用品，每学期组织一次应急演练。建立隐患台账并逐条销号。（责任单位：市应急局）"
CLAUSES = (ALLIANCES, TEACHERS, SAFETY)


def a_document(clauses: Sequence[str] = CLAUSES) -> str:
    """The document with these clauses."""
    opening = (TITLE, "", "为把职业教育办好，制定本方案。", "一、主要任务")
    return "\n".join((*opening, *clauses, "二、工作要求", "各有关部门要抓好落实。", "试点市人民政府", "2025年1月2日"))


def its_policy() -> Policy:
    """The checklist written from the document."""
    return a_policy(
        [
            a_measure(
                1,
                [an_item("1-1", anchors=("牵头企业与学校共建联盟",)), an_item("1-2", anchors=("每个联盟每年开展",))],
                heading="组建产教联盟",
                indicators=(an_indicator("1-1-a", "1-1", anchor="产教联盟5个以上"),),
            ),
            a_measure(
                2,
                [an_item("2-1", anchors=("面向行业聘请能工巧匠",)), an_item("2-2", anchors=("教师每年下企业锻炼",))],
                heading="充实教师队伍",
                indicators=(an_indicator("2-1-a", "2-1", anchor="占比达到60%以上"),),
            ),
            a_measure(
                3,
                [an_item("3-1", anchors=("配齐防护用品",)), an_item("3-2", anchors=("隐患台账并逐条销号",))],
                heading="守好实训安全",
                indicators=(),
            ),
        ],
        title=TITLE,
    )


def read(path: Path) -> tuple[list[Line], OfficialText]:
    """Read a file as the program does, in this process."""
    lines = formats.lines_of(formats.content_of(path), path, [])
    return lines, structure_of(lines)


def read_text(text: str) -> tuple[list[Line], OfficialText]:
    """Read a text."""
    lines = [Line(line, number) for number, line in enumerate(text.splitlines(), start=1)]
    return lines, structure_of(lines)
