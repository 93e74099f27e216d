"""How figures are printed: numbers, what they count, and what stands around them."""

import re

from checklists.reading.numerals import DIGITS

COUNTERS = (
    "微克/立方米|毫克/升|千瓦时|平方公里|平方千米|个百分点|个工作日|工作日|个月|人次|万元|亿元|平方米|㎡|m²|m2|立方米|公顷|公里|千米|课时|学时|小时|"
    "分钟|工位|千瓦|兆瓦|元|%|‰|倍|亩|个|所|家|名|人|位|门|次|场|期|节|本|部|册|套|"
    "项|件|篇|支|对|类|种|台|间|座|处|条|户|届|组|年|天|日(?=内|之内|以内)|周(?!岁)|分|批|份|只|片|块|栋|幢|轮|学分|堂|讲|款|校|县|"
    "吨|根|张|具|辆|株|头|床|米(?![\u4e00-\u9fff]{0,1}[粉面])"
)
_ARABIC = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,14}(?:\.\d{1,6})?"
_CHINESE = rf"[{DIGITS}十百千]{{1,12}}"
_NUMBER = rf"(?:{_ARABIC}|{_CHINESE})"
_TIMES = "[万亿]"

FIGURE = re.compile(
    rf"(?<!\d)(?P<low>{_NUMBER})\s*(?P<low_times>{_TIMES}(?!元))?"
    rf"(?:(?P<low_counter>%|万元|亿元|个|所|家|名|人|年|元|次)?\s*(?:-+|至|到)\s*(?P<high>{_NUMBER}))?\s*(?P<times>{_TIMES}(?!元))?\s*(?P<more>[余多])?\s*(?P<counter>{COUNTERS})(?P<per>/(?:年|生|人|月|学年|学期|次|天)(?:[·./]年)?)?"
)
PERCENT_IN_WORDS = re.compile(rf"百分之(?!百)(?P<low>[{DIGITS}十百]+)(?:点(?P<rest>[{DIGITS}]+))?")
RATIO = re.compile(r"(?<!\d)(?P<low>\d{1,6}(?:\.\d{1,6})?)\s*[::]\s*(?P<high>\d{1,6}(?:\.\d{1,6})?)")

MASKED = re.compile(
    r"《[^《》]*》|“[^“”]{1,14}[”\"]|「[^」]*」|\[[^\]]*\]|第[\d"
    + DIGITS
    + r"十百]+[^\s,。;]?|[\[(][^()\[\]]{0,12}\d{4}[\])]?\d*号"
)
ROUGH = re.compile(r"(?:近|上|逾|超|约|达)$")
YEAR = re.compile(r"(?:19|20)\d\d")

# What a number in Chinese characters may count, and what such a count is only a figure of speech for.
COUNTED_IN_WORDS = "所家名次门天个年倍场人轮"
FIGURES_OF_SPEECH = re.compile(
    r"(?:方面|环节|层面|阶段|层次|维度|关键|原则|统筹|结合|突破|确保|维护|意识|自信|目标|主体|类型|重点|转变|坚持|体系|体制|认同|服务|"
    r"过程|领域|月$|方案|平台|机制|规范|对接|融合|性|都|人|样|整体|板块|中心(?!城)|主线|抓手|抓|办|责任|台账|清单|机构|声音|标准|"
    r"制|级|内涵|新|驱动|时期|周期|规划|行动)"
)
BUILDS = re.compile(
    r"(?:至少|不少于|不低于|各|每[^,。;]{1,14}|建成|建设[成好]?|设立|办好|配备|召开|举办|新建|打造|培育|遴选|评选|建好|组建|形成|开展|新增|创建|整合)"
    r"[^,。;\d]{0,3}$"
)
COUNTED_AFTER = re.compile(r"(?:建成|建设|设立|新建|打造|培育|组建|新增|创建)[^,。;\d]{2,12}·(?:[;,。、]|$)")
AGO = re.compile(r"(?:近|前|过去|最近|连续|未来|今后|历经|第|全国|全省|全球|世界|其他|另|任)$")

EVERY = re.compile(
    r"(?<!\d)(?:所有(?!制|权|者|条件)|全部(?!过程|[^,。;]{0,8}(?:比例|占比))|全员(?!育人|劳动|素质)|全额|全覆盖(?!率)|百分之百)"
)
WITHIN = re.compile(r"(?:内|之内|以内)[^,。;]*\d")
LASTS = re.compile(r"年限[^,。;\d]{0,4}$")
BATCH = re.compile(r"一批(?!次)")
SOME = re.compile(r"一定(?:的)?(?:量|比例|数量|额度|资金|经费|工作经费|专项)(?!\()")
REGULAR = re.compile(r"定期")
BALANCED = re.compile(r"(?:规模|比例|职普比|比)?大体相当|大致相当|基本相当")
YEARLY_REPORT = re.compile(r"质量年度报告|年度质量报告|质量年报|年度报告")
YEARLY_FUND = re.compile(
    r"每年(?:安排|设立|列支|预算安排|统筹安排)[^,。;\d]{0,20}?(?:专项资金|专项经费|资金|经费)(?![^,。;]{0,8}\d)"
)
HIGHER = re.compile(r"(?:适当|略|应)?高于(?![\d.%])(?=[\u4e00-\u9fff])")
