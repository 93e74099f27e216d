"""Half-width and full-width forms made one, character by character, so that places in the text stay places."""

_FULL = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_DASHES = {ord(dash): "-" for dash in "—–－―─‐‑−～~﹣"}  # noqa: RUF001 - the dashes that documents print
_BRACKETS = {ord("【"): "(", ord("】"): ")", ord("〔"): "[", ord("〕"): "]", ord("﹝"): "[", ord("﹞"): "]"}
_MARKS = {
    ord("∶"): ":",  # noqa: RUF001
    ord("﹕"): ":",
    ord("︰"): ":",  # noqa: RUF001
    ord("﹒"): ".",
    ord("；"): ";",
    ord("，"): ",",
    ord("\u3000"): " ",
    ord("\xa0"): " ",
}
_FOLD = _FULL | _DASHES | _BRACKETS | _MARKS


def fold(text: str) -> str:
    """Give the text in half-width forms, as long as it was."""
    return text.translate(_FOLD)
