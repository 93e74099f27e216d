"""A clause's heading parted from its body, also where they run into one another."""

import re
from collections.abc import Iterable

from checklists.reading.folding import fold
from checklists.reading.lines import Paragraph
from checklists.reading.problems import Problem, ProblemKind

LONGEST = 45
_LONG = 28
_IN_BRACKETS = re.compile(r"[(【\[]([^()【】\[\]]{2,30})[)】\]]\s*(?=\S)")
_RULE = re.compile(r"[（(][^（）()]*(?:为牵头|下同)[^（）()]*[)）]$")
_IN_ROUND = re.compile(r"[（(][^（）()]*[)）]$")
_SENTENCE = re.compile(r"([^。！？]*[。！？])\s*")
_COLON = re.compile(r"([^。，；：,;:]{2,20})[:：]\s*(?=\S)")
_GAP = re.compile(r"([^。，；：,;:《“(（\s]{4,30})\s+(?=\S{12})")
_TOLD = re.compile(
    r"\d{4}年|(?<!实事求)是(?!非)|(?<![主重需必纪摘概提简])要(?![素求点件闻害领义])|\d+(?:所|个|家|名|%|万|人(?!才)|次|项|元|门|期|亩|平方|台|套|间)|的[，,。]|[；;:：]|应当|必须|不得|"
    r"(?:^|[，,])(?:到(?!位)|自(?![主身然])|从(?![业严])|对(?![外口接标])|将|由|经(?![费济营])|按照|根据|凡|各(?![类级]))"
)

# What a heading ends on, and what the sentence after it opens with: where both meet, a full stop was lost.
_LAST = (
    "活力|体系|布局|培优|育人|队伍|平台|机制|建设|水平|能力|质量|改革|制度|力度|领导|保障|融合|环境|条件|氛围|体制|模式|格局|"
    "发展|服务|结构|创新|合作|管理|培训|监督|评价|宣传|实施|落实|责任|投入|基础|教学|专业|教材|人才|基地|渠道|作用|考核|"
    "督导|支持|统筹|协同|地位|思想|方向|工程|行动|计划|衔接|贯通|融通|标准|特色|品牌|办学|增值|赋能|振兴|就业|权益|待遇|层次|交流|开放|办法|政策"
)
_FIRST = (
    "大力|统筹|聚焦|贯彻|创新|落实|继续|建立|坚持|推进|推动|实施|加强|支持|鼓励|完善|围绕|按照|依托|深化|强化|全面|充分|"
    "进一步|积极|严格|认真|探索|健全|优化|构建|加快|加大|开展|制定|组织|引导|发挥|提高|提升|把|将|以|从|由|对|在|市|区|县|各|每|到20|力争|"
    "根据|依据|遵循|明确|打造|适应|紧扣|紧密|着力|突出|定期|允许|设立|成立|规范|促进|改善|扩大|整合|学校|职业院校|职业学校|政府|自20"
)
_GLUE = re.compile(rf"(?<=[\u4e00-\u9fff”）)])(?:{_FIRST})")
_ENDING = re.compile(rf"(?:{_LAST})[”）)]?$")
_WEAK = re.compile(
    "^(支持|推进|推动|实施|加强|创新|深化|组织|引导|发挥|提高|提升|促进|市|区|县|各|在|以|对|从|由|将|把|每|到20|自20|学校|政府)"
)


def parted(paragraph: Paragraph) -> tuple[str, Paragraph | None]:
    """Part a numbered paragraph into its heading and the rest of it; "" where it has no heading."""
    text = paragraph.text
    if (named := _IN_BRACKETS.match(fold(text))) is not None:
        return text[named.start(1) : named.end(1)], paragraph.part(named.end())
    sentence = _SENTENCE.match(text)
    if sentence is None or sentence.end() == len(text):
        return (alone(text), None) if _is_heading(text) else _after_a_mark(paragraph)
    if _is_heading(sentence[1]):
        return alone(sentence[1]), paragraph.part(sentence.end())
    return _after_a_mark(paragraph)


def is_in_brackets(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph opens with a heading in brackets, as articles have one."""
    return _IN_BRACKETS.match(fold(paragraph.text)) is not None


def part_glued(paragraph: Paragraph, problems: list[Problem]) -> tuple[str, Paragraph | None]:
    """Part a heading from a body it runs into; told as a problem, also where no place for the cut is found."""
    cut = _cut(fold(paragraph.text))
    if cut is None:
        problems.append(Problem(paragraph.line, ProblemKind.UNPARTED_HEADING, paragraph.text[:20]))
        return "", paragraph
    problems.append(Problem(paragraph.line, ProblemKind.GLUED_HEADING, paragraph.text[max(0, cut - 12) : cut]))
    return paragraph.text[:cut], paragraph.part(cut)


def swallows_its_body(heading: str) -> bool:
    """Tell whether words as long as few headings are hold the place where a heading runs into a body."""
    cut = _cut(fold(heading)) if len(heading) > _LONG else None
    return cut is not None and not _is_weak(fold(heading), cut)


def is_glued(paragraph: Paragraph, headings: Iterable[str]) -> bool:
    """Tell whether a paragraph opens with a heading that runs into the body, as others of its level have one."""
    known = [heading for heading in headings if heading]
    return len(paragraph.text) > LONGEST and bool(known) and _cut(fold(paragraph.text)) is not None


def _is_heading(sentence: str) -> bool:
    bare = _IN_ROUND.sub("", alone(sentence))
    return 2 <= len(bare) <= LONGEST and len(re.findall("[，,]", bare)) <= 2 and not _TOLD.search(fold(bare))


def alone(text: str) -> str:
    """Give a heading without its full stop and without a rule on units in brackets after it."""
    return _RULE.sub("", text.strip().rstrip("。：:；;")).strip()


def _after_a_mark(paragraph: Paragraph) -> tuple[str, Paragraph | None]:
    for form in (_COLON, _GAP):
        if (found := form.match(paragraph.text)) is not None:
            return found[1], paragraph.part(found.end())
    return "", paragraph


def _cut(folded: str) -> int | None:
    """Find where a heading ends within the first sentence: a last word of headings meets a first word of sentences."""
    sentence = _SENTENCE.match(folded)
    limit = min(LONGEST, len(sentence[1]) if sentence else len(folded))
    places = [
        found.start()
        for found in _GLUE.finditer(folded, 4, limit + 6)
        if found.start() <= limit and _ENDING.search(folded[: found.start()])
    ]
    return min(places, key=lambda place: (_is_weak(folded, place), place), default=None)


def _is_weak(folded: str, place: int) -> bool:
    return _WEAK.match(folded[place:]) is not None
