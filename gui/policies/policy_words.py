"""What a policy's card and a drop-down say of it."""

import re
from functools import partial

from PySide6.QtCore import QCoreApplication

from services.listed import PolicyRow

_tr = partial(QCoreApplication.translate, "PolicyCard")
_KIND = re.compile(r"\w{2}(?:方案|措施|办法|意见|规划|计划)(?:（[^）]*）)?$")


def printed_words(policy: PolicyRow) -> str:
    """Say number and date as printed, or that none is."""
    issued = policy.issued_on.isoformat() if policy.issued_on else _tr("未印日期")
    return f"{policy.doc_number or _tr('未印文号')} · {issued}"


def extent_words(policy: PolicyRow) -> str:
    """Say how much there is to check."""
    text = _tr("{measures} 条 · {items} 个要点 · {indicators} 项指标")
    return text.format(measures=policy.measures, items=policy.items, indicators=policy.indicators)


def short_words(policy: PolicyRow) -> str:
    """Name a policy in a drop-down: its city and what kind of document it is."""
    kind = _KIND.search(policy.title)
    return f"{policy.city}　{kind.group() if kind else policy.title}"
