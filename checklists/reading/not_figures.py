"""What is printed like a figure and sets none: what stands already, what another figure goes by, what counts itself."""

import re

_PER = re.compile(r"每(?:新增|引进|培养|招收|接收|完成|建成|获得|满|增加|招聘)?$")
_NOW = re.compile(r"(?:现有|已有|原有|共有|目前有|现已建成|已建成|累计建成)[^,。;]{0,24}$")
_AMONG = re.compile(r"[^,。;\d中]{2,14}中(?=[\u4e00-\u9fff])(?![学心等小央专高职医药])")
_AWARDED = re.compile(
    r"(?:\(含\))?(?:以上|以下|及以上|之间)?(?:、[\d.]+\s*[万亿]?元(?:以上)?)*的[^,。;]{0,12}?(?:企业|单位|个人|机构|园区|乡镇|[镇乡])"
)
_SIZED = re.compile(r"(?:\(含\))?(?:以上|以下|及以上)的(?:各类)?(?:中小微|规模)?(?:企业|单位|机构)")
_LISTED = re.compile(r"(?:指标|分为?|共计?|包括|以下|下列)$")
_BASE = re.compile(r"(?:由|从)(?:目前|现在|原来|现有)?的?[^,。;\d]{0,3}$")
_RISES = re.compile(r"[^,。;\d]{0,4}(?:提高|增加|提升|上升|下降|降低?|扩大|增长|减少|缩短|压缩|压减|调整)(?:到|至|为)")
_ROUND_THE_CLOCK = re.compile(r"(?:值守|值班|在线|开放|服务|监测|不间断)")
_GOES_BY = ("元", "万元", "亿元", "微克/立方米")  # what a subsidy or a limit goes by, where 的企业 follows
_PARTS = ("类", "条", "款")


def sets_nothing(counter: str, before: str, after: str) -> bool:
    """Tell it by what is counted and by the words around it, in half-width forms."""
    if _PER.search(before) or _NOW.search(before) or _SIZED.match(after):
        return True
    if _BASE.search(before) and _RISES.match(after):
        return True
    match counter:
        case "个":
            return _AMONG.match(after) is not None
        case "人":
            return after.startswith("才")
        case "小时":
            return _ROUND_THE_CLOCK.match(after) is not None
        case counter if counter in _PARTS:
            return _LISTED.search(before) is not None and after[:1] in "。:;,"
        case counter if counter in _GOES_BY:
            return _AWARDED.match(after) is not None
        case _:
            return False
