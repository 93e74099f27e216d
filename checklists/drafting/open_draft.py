"""A draft checklist under review: all of it that is kept or dropped, and the keys it has ever given away."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from checklists.canonical import digest_of
from checklists.drafting.first_draft import draft_of
from checklists.drafting.items import sentences_in, sentences_of
from checklists.drafting.refs import told_apart
from checklists.drafting.words import draft_word
from checklists.errors import CityMissingError, NoItemsLeftError, SlugFormError, TitleMissingError
from checklists.flat_text import squeezed
from checklists.own_names import OWN_SLUG, item_code
from checklists.policy import CheckItem, Indicator, Measure, Policy
from checklists.reading.document import OfficialText
from checklists.soundness import check_sound, is_slug
from models.vocabulary import ItemKey


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft as it is being edited; `codes` are those of its measures by ref, `spent` every key ever given.

    `dropped` are the keys of items and figures that are left out but can be brought back. `revises` tells that the
    policy is in use under its slug already.
    """

    policy: Policy
    source: str
    codes: Mapping[str, str]
    spent: frozenset[str]
    dropped: frozenset[str] = frozenset()
    revises: bool = False

    def placed(self, key: str) -> tuple[Measure, CheckItem]:
        """Find an item and its measure by its key."""
        return next((measure, item) for measure in self.policy.measures for item in measure.items if item.key == key)

    def measure(self, ref: str) -> Measure:
        """Find a measure by its ref."""
        return next(measure for measure in self.policy.measures if measure.ref == ref)

    def kept(self) -> Iterator[CheckItem]:
        """Go through the items that are not dropped."""
        return (item for item in self.policy.items() if item.key not in self.dropped)

    def figures_of(self, key: str) -> tuple[Indicator, ...]:
        """Give the figures of an item, dropped ones too."""
        return tuple(figure for figure in self.placed(key)[0].indicators if figure.item == key)


def opened(text: OfficialText, source: str) -> OpenDraft:
    """Open a draft of a document, one item a sentence and whole; raises NoClausesError."""
    policy = draft_of(text, source).policy
    clauses = told_apart(text).clauses
    sentences = (sentences_of(clause) for clause in clauses)
    measures = (_worded(*pair) for pair in zip(policy.measures, sentences, strict=True))
    return _opened(replace(policy, measures=tuple(measures)), source, revises=False)


def reopened(policy: Policy, source: str) -> OpenDraft:
    """Open a policy that is in use, to go on editing it."""
    return _opened(policy, source, revises=True)


def finished(draft: OpenDraft) -> Policy:
    """Give the policy without what was dropped.

    Raises TitleMissingError, CityMissingError, SlugFormError, NoItemsLeftError, and PolicyFileError for what no
    editing here can bring about.
    """
    _check_head(draft.policy)
    measures = tuple(measure for measure in (_kept(draft, one) for one in draft.policy.measures) if measure.items)
    if not measures:
        raise NoItemsLeftError(draft.policy.title)
    refs = {measure.ref for measure in measures}
    numerals = tuple(one for one in draft.policy.idle_numerals if one.ref in refs)
    policy = replace(draft.policy, measures=measures, idle_numerals=numerals)
    check_sound(policy, None)
    return replace(policy, digest=digest_of(policy))


def unwritten(draft: OpenDraft, has_borrowed: Callable[[str], bool]) -> frozenset[ItemKey]:
    """Name the kept items that still say it in the document's words (待改写), as `has_borrowed` finds it of a text."""
    return frozenset(item.key for item in draft.kept() if has_borrowed(item.text))


def is_marked(text: str) -> bool:
    """Tell whether a text is marked as not written yet (待改：)."""
    return text.startswith(draft_word("mark"))


def is_borrowed(text: str, document: str) -> bool:
    """Tell whether any sentence of a text stands in the document word for word, or is marked as not written yet.

    `document` is its text, squeezed.
    """
    if is_marked(text):
        return True
    return any(words in document for words in map(squeezed, sentences_in(text)) if words and document)


def _opened(policy: Policy, source: str, *, revises: bool) -> OpenDraft:
    keys = frozenset([*(item.key for item in policy.items()), *(figure.key for figure in policy.indicators())])
    codes = {measure.ref: item_code(measure.items[0].key) for measure in policy.measures}
    return OpenDraft(replace(policy, digest=""), source, codes, keys, revises=revises)


def _worded(measure: Measure, sentences: tuple[str, ...]) -> Measure:
    how, evidence = draft_word("added_how"), (draft_word("added_evidence"),)
    items = (
        replace(item, text=sentence, how=how, evidence=evidence)
        for item, sentence in zip(measure.items, sentences, strict=True)
    )
    return replace(measure, items=tuple(items))


def _kept(draft: OpenDraft, measure: Measure) -> Measure:
    items = tuple(item for item in measure.items if item.key not in draft.dropped)
    keys = {item.key for item in items}
    figures = (figure for figure in measure.indicators if figure.item in keys and figure.key not in draft.dropped)
    return replace(measure, items=items, indicators=tuple(figures))


def _check_head(policy: Policy) -> None:
    if not policy.title.strip():
        raise TitleMissingError
    if policy.city.strip() in ("", draft_word("unknown_city")):
        raise CityMissingError
    if not policy.slug.startswith(OWN_SLUG) or not is_slug(policy.slug):
        raise SlugFormError(policy.slug)
