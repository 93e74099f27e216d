"""The names of units: told from other words, split, and filled up where a list shortens them."""

import re
from collections.abc import Iterable, Sequence

from checklists.reading.folding import fold

_LAST = (
    "局|委|办|部|厅|署|院|会|政府|中心|公司|学校|学院|大学|高校|院校|单位|部门|街道|镇|乡|县|区|市|州|旗|支队|大队|站|团|军分区|银行|人行|"
    "联|社|集团|园区|企业|机构|处|科|室|校|台|报社|工委|党委|领导小组|专班|联席会议|委员会|法院|检察院|海关|基地|办公室|联盟|管委会|人大|政协"
)
_UNIT = re.compile(rf"[\w〇·()\[\]、]{{0,30}}?(?:{_LAST})(?:\([^()]*\)|\[[^\[\]]*\])?")
_NOT_A_UNIT = re.compile(
    r"的|以下|简称|包括|除外|不含|达到|建设(?![局委厅部管和发交规]|银行)|年|\d|其中|例如|比如|是指|详见|见附|占|每|所有|含"
)
SIGNS = "★☆▲△●◆■◎*#※"
_JOINED = re.compile(r"(?:以及|及|和|与)(?=各|有关|相关)")
_TAIL = re.compile(
    r"等(?:[国省市区县]?[直级]?(?:各|有关|相关|其他)*(?:部门|单位)|按)?$|[（(〔\[][^（）()〔〕\[\]]*(?:负责|分工|牵头|配合|参与)(?:单位|部门)?[)）〕\]]$"
)
_LEADING = re.compile(r"^(?:由|以及|及|和|与)")

# Names that a list prints in full only for the first of them: 市教育局、财政局 are two offices of the city.
_OFFICES = re.compile(
    "教育|财政|人力资源|人社|发展改革|发展和改革|发改|工业|工信|经信|科技|科学技术|民政|自然资源|自规|规划|住房|住建|城乡建设|农业|商务|文化|文旅|"
    "文广|卫生|卫健|税务|审计|市场监管|市场监督|统计|医疗保障|医保|乡村振兴|退役军人|司法|公安|生态环境|交通|水利|林业|应急|国资|国有资产|金融|体育|"
    "机关事务|行政审批|大数据|信访|招商|投资促进|粮食|政府|人行|邮政|气象|广播电视|外事|扶贫|地震|供销|园林|城管|城市管理|政务|能源|药监|药品|知识产权|中医|物价|海洋|水务|铁路|民航|粮储|物资储备|园林绿化|房管|规自|数据|政数|通信管理|公路|交警|消防|监狱|督查|办公室|新闻|档案|侨务|民族|宗教"
)
_PARTY = re.compile(
    "^(?:组织部|宣传部|统战部|政法委|编办|教育工委|网信办|外事办|改革办|老干部局|直属机关工委|党校|巡察办|机构编制|社会工作部|编委办|军民融合办|金融办|农办)"
)
_PEOPLE = re.compile("^(?:总工会|工会|团委|妇联|残联|科协|工商联|文联|侨联|人大|政协)")
_LEVELS = re.compile(r"^(?:地区|市|省|区|县|州|盟|旗|自治区)(?!级|属|直|域)")
_NEVER = re.compile(
    r"^(?:各|有关|相关|全市|驻|中央|国家|其他)|(?:公司|银行|学校|学院|大学|高校|院校|集团|街道|镇|乡|园区|新区|开发区|示范区|高新区|军分区|企业|[县区市]人民政府|管委会|支队|海关)$"
)


def pieces_of(text: str) -> list[str]:
    """Split a list at its marks, though not within brackets: 各县(市、区)政府,市教育局 are two."""
    pieces, depth, held = [], 0, ""
    for letter in text:
        depth += (letter in "([") - (letter in ")]")
        if letter in "、,;，；。" and depth <= 0:
            pieces.append(held)
            held = ""
        else:
            held += letter
    return [piece.strip() for piece in [*pieces, held] if piece.strip()]


def names_of(text: str) -> list[str]:
    """Split a list at its marks, before 及各 and at blanks between names: 有关部门及各县区政府 are two."""
    return [name for piece in pieces_of(text) for name in _parts(piece)]


def _parts(piece: str) -> list[str]:
    parts = [part for part in _JOINED.split(piece) if part.strip()]
    if len(parts) == 1 and " " in piece and all(is_a_unit(part) for part in piece.split()):
        return piece.split()
    return parts if all(is_a_unit(part) for part in parts[:-1]) else [piece]


def is_a_unit(name: str) -> bool:
    """Tell whether words are the name of a unit."""
    bare = fold(cleaned(name)).strip(SIGNS)
    return 2 <= len(bare) <= 30 and _UNIT.fullmatch(bare) is not None and not _NOT_A_UNIT.search(bare)


def cleaned(name: str) -> str:
    """Take off what joins a name to a list: 由 before it, 等 after it."""
    bare = _LEADING.sub("", name.strip())
    cut = _TAIL.sub("", bare)
    return cut.strip() or bare


def in_full(names: Sequence[str], known: Iterable[str]) -> list[str]:
    """Give each name the level that a list prints once; `known` are the names printed in full elsewhere."""
    complete, level, everywhere = [], "", set(known)
    for name in names:
        if (found := _LEVELS.match(name)) is not None:
            level = found[0]
            complete.append(name)
        else:
            complete.append(_filled(name, level, everywhere))
    return complete


def _filled(name: str, level: str, known: set[str]) -> str:
    if not level or _NEVER.search(name):
        return name
    for full in (f"{level}{name}", f"{level}委{name}"):
        if full in known:
            return full
    if _PARTY.match(name):
        return f"{level}委{name}"
    return f"{level}{name}" if _OFFICES.match(name) or _PEOPLE.match(name) else name
