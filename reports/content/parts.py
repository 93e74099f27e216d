"""What a self-assessment report says, as plain values: every skin prints the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from models.vocabulary import Annex, Status
from reports.content.ledger import Ledger
from reports.content.photos import PhotoLine
from reports.content.years import YearMoves


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text part; a draft was composed by the program and not yet edited by a person."""

    text: str
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs under a heading of their own; an empty title for none."""

    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: label and value of each line of its form, an empty value being a line to write on."""

    policy: str
    title: str
    year: str
    form: tuple[tuple[str, str], ...]
    edition: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class FactLine:
    """One figure or particular of the school; `figure` is None where what was entered is no number."""

    name: str
    value: str
    as_of: str
    source: str
    figure: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class RatioLine:
    """A figure worked out from two of the school's; `figure` is None where it is said as 1: so many."""

    name: str
    value: str
    formula: str
    figure: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A department and the items it answers for."""

    department: str
    count: str
    keys: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as a table aligns it: sign before, unit behind."""

    sign: str
    figure: str
    unit: str

    @property
    def text(self) -> str:
        """Say it in running text."""
        return f"{self.sign}{self.figure}{self.unit}"


@dataclass(frozen=True, slots=True)
class FigureLine:
    """An indicator: amounts are None where the policy prints no number or the school has none.

    `overruled` tells both judgements and the reason where a person judged otherwise than the rules do.
    """

    number: int
    name: str
    basis: str
    item: str
    target_label: str
    target: Amount | None
    actual: Amount | None
    due: str
    judgement: str
    is_strong: bool
    overruled: str = ""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A check item with what was done; evidence numbers as printed."""

    key: str
    text: str
    status: Status
    status_word: str
    done: str
    evidence: str
    has_evidence: bool
    figures: tuple[FigureLine, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the policy with the items that bind the school, and a note where none does."""

    number: str
    heading: str
    counts: tuple[tuple[Status, int], ...]
    items: tuple[ItemLine, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ClauseSection:
    """A section of the policy with its clauses."""

    title: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class SectionScore:
    """How a section came out; counts in the order of the chart's heads, no bar where nothing applies."""

    title: str
    counts: tuple[int, ...]
    rate: str
    applies: bool = True


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of the conclusion, all from one count; `shares` are those of the total.

    There is nothing to draw before the first answer.
    """

    heads: tuple[tuple[Status, str], ...]
    sections: tuple[SectionScore, ...]
    total: SectionScore
    shares: tuple[str, ...]
    is_drawn: bool


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The indicators of one section."""

    title: str
    lines: tuple[FigureLine, ...]


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One piece of evidence; `kept` says whether it lies here as a file or where a paper is."""

    number: str
    item: str
    name: str
    formed_on: str
    department: str
    kind: str
    pages: str = ""
    kept: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceGroup:
    """The evidence of one clause."""

    title: str
    count: str
    lines: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """A line of the table that is signed: as what, the printed name and day; empty ones are lines to write on."""

    role: str
    name: str
    day: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs, and what the signed paper is."""

    statement: str
    signings: tuple[Signing, ...]
    school: str
    date: str
    edition: tuple[tuple[str, str], ...]
    fingerprint: tuple[str, str]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SelfAssessment:
    """The whole report."""

    title: tuple[str, str]
    subtitle: str
    mark: str
    basis_date: str
    printed_at: datetime
    subject: str
    cover: Cover
    basics: tuple[Paragraph, ...]
    facts: tuple[FactLine, ...]
    ratios: tuple[RatioLine, ...]
    work: tuple[Paragraph, ...]
    duties: tuple[DutyLine, ...]
    conclusion: tuple[Paragraph, ...]
    scores: Scores
    themes: Scores
    clauses: tuple[ClauseSection, ...]
    figures: tuple[FigureGroup, ...]
    achievements: tuple[Paragraph, ...]
    problems: tuple[Passage, ...]
    not_applicable: tuple[Paragraph, ...]
    annexes: tuple[Annex, ...]
    ledger: Ledger
    evidence: tuple[EvidenceGroup, ...]
    photos: tuple[PhotoLine, ...]
    signatures: Signatures
    table_numbers: Mapping[str, int]
    figure_note: str
    years: YearMoves | None = None
