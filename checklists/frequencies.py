"""How often an indicator is to be reached, as the documents print it: 每年, 五年一周期, 5年累计, 轮训."""

import re

_OPEN_CYCLE = re.compile(r"每?(?:[2-9]|[1-9]\d|[二两三四五六七八九十]{1,3})年(?:一周期|一轮|一次|累计|内)?|轮训")


def is_open_cycle(frequency: str) -> bool:
    """Say whether it runs over several years, or in turns, so that no year within it can be late."""
    return _OPEN_CYCLE.fullmatch(frequency) is not None
