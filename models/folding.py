"""Text as it is compared when somebody looks for it: every width and case of a letter is one."""

import unicodedata


def folded(text: str) -> str:
    """Write text so that what looks alike is alike: Ａ, A and a; １ and 1; ㎡ and m2. Longer than it was, at times."""
    return unicodedata.normalize("NFKC", text).casefold()
