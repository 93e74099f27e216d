"""Noise within a clause's text, mended for the reading of figures only: note numbers glued to words, lost dashes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from checklists.reading.clauses import Draft
from checklists.reading.folding import fold
from checklists.reading.glossary import numbered_terms
from checklists.reading.lines import Paragraph
from checklists.reading.problems import Problem, ProblemKind

_BEFORE = 16
_COUNTERS = "个所家名门项次年月%万人件篇期场节天位支部套倍批类"
_RANGE = re.compile(rf"(\d{{1,4}})-+(\d{{1,4}})([{_COUNTERS}])")
_RUN = re.compile(rf"(?<![\d.-])(?<!\d,)(\d{{2,6}})(?![\d.-])(?=([{_COUNTERS}]))")
_HALF_NUMBER = re.compile(r"[(\[]((?:19|20)\d{2})(\d{1,3})号")
_AFTER, _SAME_WORDS, _SAME_WORDS_OF_SHORT = 24, 2, 4


@dataclass(frozen=True, slots=True)
class View:
    """A paragraph in half-width forms with its noise mended; `places` are the characters' offsets as printed."""

    text: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Mending:
    """What is mended, by paragraph."""

    edits: dict[Paragraph, list[_Edit]] = field(default_factory=dict)

    def view(self, paragraph: Paragraph) -> View:
        """Give a paragraph mended."""
        folded, text, places, at = fold(paragraph.text), [], [], 0
        for edit in sorted(self.edits.get(paragraph, ()), key=lambda one: one.start):
            text += [folded[at : edit.start], edit.text]
            places += [*range(at, edit.start), *(min(edit.start + n, edit.end - 1) for n in range(len(edit.text)))]
            at = edit.end
        text.append(folded[at:])
        places += range(at, len(folded))
        return View("".join(text), tuple(places))

    def add(self, paragraph: Paragraph, edit: _Edit) -> None:
        """Mend a place of a paragraph."""
        self.edits.setdefault(paragraph, []).append(edit)


def mending_of(drafts: Sequence[Draft], notes: Sequence[Paragraph], problems: list[Problem]) -> Mending:
    """Find the noise of all clauses that the text itself proves, and tell it."""
    mending, paragraphs = Mending(), [paragraph for draft in drafts for paragraph in _own(draft)]
    _take_out_note_numbers(paragraphs, list(numbered_terms(notes)), mending, problems)
    _restore_dashes(paragraphs, mending, problems)
    return mending


def _own(draft: Draft) -> Iterator[Paragraph]:
    if draft.heading_place is not None:
        yield draft.heading_place
    yield from draft.paragraphs


def _take_out_note_numbers(
    paragraphs: Sequence[Paragraph], terms: Sequence[tuple[int, str]], mending: Mending, problems: list[Problem]
) -> None:
    """Find the digits that point to the notes on words: each stands after the word its note explains."""
    unplaced, start = [], (0, 0)
    for number, term in terms:
        place = _note_number(paragraphs, number, _bare(term), start)
        if place is None:
            unplaced.append(number)
            continue
        where, offset = place
        paragraph, length = paragraphs[where], len(str(number))
        mending.add(paragraph, _Edit(offset, offset + length, ""))
        found = paragraph.text[max(0, offset - 8) : offset + length]
        problems.append(Problem(paragraph.line_at(offset), ProblemKind.GLUED_DIGIT, found, found[:-length]))
        start = (where, offset + length)
    if unplaced and len(unplaced) * 2 < len(terms):
        last = paragraphs[-1].line
        problems.extend(Problem(last, ProblemKind.UNPLACED_NOTE, str(number)) for number in unplaced)


def _note_number(
    paragraphs: Sequence[Paragraph], number: int, term: str, start: tuple[int, int]
) -> tuple[int, int] | None:
    form = re.compile(rf"(?<![\d.\-]){number}(?!\d|[.,]\d|[\-%{_COUNTERS}])")
    for where in range(start[0], len(paragraphs)):
        folded = fold(paragraphs[where].text)
        for found in form.finditer(folded, start[1] if where == start[0] else 0):
            before = re.split("[,。;、]", folded[max(0, found.start() - _BEFORE) : found.start()])[-1]
            if found.start() and _shared(_bare(before), term) >= min(2, len(term)):
                return where, found.start()
    return None


def _bare(text: str) -> str:
    return re.sub(r"[^\w%]", "", fold(text))


def _shared(one: str, other: str) -> int:
    """Give the length of the longest run of characters that both have."""
    longest = 0
    for start in range(len(one)):
        while start + longest < len(one) and one[start : start + longest + 1] in other:
            longest += 1
    return longest


@dataclass(frozen=True, slots=True)
class _Suspect:
    paragraph: Paragraph
    start: int
    digits: str
    low: str
    high: str
    is_proven: bool


def _restore_dashes(paragraphs: Sequence[Paragraph], mending: Mending, problems: list[Problem]) -> None:
    """Read 1015个 as 10—15个 where the same is printed so elsewhere; 23个 only in a text that loses dashes."""
    ranges = [
        (found[1], found[2], found[3], _bare(fold(one.text)[found.end() : found.end() + _AFTER]))
        for one in paragraphs
        for found in _RANGE.finditer(fold(one.text))
    ]
    suspects = [suspect for one in paragraphs for suspect in _suspects(one, ranges)]
    loses_dashes = any(suspect.is_proven and len(suspect.digits) > 2 for suspect in suspects)
    for suspect in suspects:
        line, read_as = suspect.paragraph.line_at(suspect.start), f"{suspect.low}—{suspect.high}"
        if suspect.is_proven and loses_dashes:
            edit = _Edit(suspect.start, suspect.start + len(suspect.digits), f"{suspect.low}-{suspect.high}")
            mending.add(suspect.paragraph, edit)
            problems.append(Problem(line, ProblemKind.LOST_DASH, suspect.digits, read_as))
        elif suspect.is_proven or len(suspect.digits) == 4:
            problems.append(Problem(line, ProblemKind.SUSPECTED_DASH, suspect.digits, read_as))


def _suspects(paragraph: Paragraph, ranges: Iterable[tuple[str, str, str, str]]) -> Iterator[_Suspect]:
    folded = fold(paragraph.text)
    for found in _RUN.finditer(folded):
        digits, words = found[1], _bare(folded[found.end() + 1 : found.end() + 1 + _AFTER])
        if found[2] in "年月万%人":
            continue
        least = _SAME_WORDS if len(digits) > 2 else _SAME_WORDS_OF_SHORT
        proofs = [
            (low, high)
            for low, high, counter, others in ranges
            if low + high == digits and counter == found[2] and _shared(words, others) >= least
        ]
        if proofs:
            yield _Suspect(paragraph, found.start(), digits, *proofs[0], True)
        elif len(digits) == 4 and 0 < int(digits[2:]) - int(digits[:2]) <= 10 and digits[0] != "0":
            yield _Suspect(paragraph, found.start(), digits, digits[:2], digits[2:], False)


def broken_numbers(paragraphs: Iterable[Paragraph]) -> Iterator[Problem]:
    """Find document numbers that lost a bracket: 〔202143号 is 〔2021〕43号."""
    for paragraph in paragraphs:
        for found in _HALF_NUMBER.finditer(fold(paragraph.text)):
            printed = paragraph.text[found.start() : found.end()]
            read_as = f"{printed[0]}{found[1]}{'〕' if printed[0] == '〔' else printed[0] and '）'}{found[2]}号"
            yield Problem(paragraph.line_at(found.start()), ProblemKind.MISSING_BRACKET, printed, read_as)
