"""The words a document explains: in its notes, in brackets after a quoted name, in a regulation's 本办法所称."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from checklists.policy import Term
from checklists.reading.folding import fold
from checklists.reading.lines import Paragraph

_ENTRY = re.compile(
    r"(?:\(?\d{1,2}[.、)]\s*|\[\d{1,2}\]\s*|[①-⑳]\s*|\*+\s*)?(?P<term>[^:。;]{2,40}?)\s*(?::|是指|,?指的是|,?即)\s*(?P<meaning>.{4,})"
)
_QUOTED = re.compile(
    r"(?P<term>“[^“”]{2,16}”)(?P<more>[\u4e00-\u9fff]{0,4})\((?P<meaning>[^()]{6,60})\)(?P<tail>培养模式|模式|制度|计划|工程)?"
)
_CALLED = re.compile(
    r"本(?:办法|条例|规定|意见|方案|细则|措施)所称(?P<term>[^,，。]{2,20}?)[,，]?(?:是指|指)(?P<meaning>[^。]{6,})。"
)
_NO_MEANING = re.compile(r"简称|以下|下同|详见|见附|责任|牵头|配合|除外|号$|年$|不含|含")


def terms_of(notes: Iterable[Paragraph], clauses: Iterable[Paragraph]) -> tuple[Term, ...]:
    """Give each word once with its meaning, the notes' first."""
    found: dict[str, str] = {}
    for term, meaning in [*_noted(notes), *_explained(clauses)]:
        found.setdefault(term.strip(), meaning.strip())
    return tuple(Term(term, meaning) for term, meaning in found.items())


def numbered_terms(notes: Iterable[Paragraph]) -> Iterator[tuple[int, str]]:
    """Give the numbers of the notes with their words."""
    for paragraph in notes:
        number = re.match(r"\(?\[?(\d{1,2})[\].、)]", fold(paragraph.text))
        entry = _ENTRY.fullmatch(fold(paragraph.text))
        if number is not None and entry is not None:
            yield int(number[1]), entry["term"]


def _noted(notes: Iterable[Paragraph]) -> Iterator[tuple[str, str]]:
    for paragraph in notes:
        if (entry := _ENTRY.fullmatch(fold(paragraph.text))) is not None:
            term, meaning = entry.span("term"), entry.span("meaning")
            if not re.search("部分$", entry["term"]):
                yield paragraph.text[slice(*term)], paragraph.text[slice(*meaning)]


def _explained(clauses: Iterable[Paragraph]) -> Iterator[tuple[str, str]]:
    for paragraph in clauses:
        folded = fold(paragraph.text)
        for found in chain.from_iterable(form.finditer(folded) for form in (_QUOTED, _CALLED)):
            if not _NO_MEANING.search(found["meaning"]):
                tail = (found.groupdict().get("more") or "") + (found.groupdict().get("tail") or "")
                term = paragraph.text[slice(*found.span("term"))]
                yield f"{term}{tail}", paragraph.text[slice(*found.span("meaning"))]
