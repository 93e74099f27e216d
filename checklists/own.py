"""The checklists that a workspace's people wrote: whole policies, and items added to those of the library."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from checklists.canonical import digest_of
from checklists.drafting.words import draft_word
from checklists.errors import PolicyFault, PolicyFileError
from checklists.files import added_items, content_in, read_policy, text_in
from checklists.own_names import OWN_KEY, OWN_REF, OWN_SLUG, is_own, item_code
from checklists.places import FOLDER
from checklists.policy import CheckItem, Indicator, Measure, Policy, Section
from checklists.soundness import check_sound
from models.vocabulary import MeasureKind

_ADDED = ".own.toml"


class OwnChecklists:
    """The folder of a workspace that holds them."""

    def __init__(self, workspace: Path) -> None:
        self._folder = workspace / FOLDER

    def policies(self) -> tuple[Path, ...]:
        """Name the files that hold a whole policy each, in the order of their names."""
        return tuple(sorted(path for path in self._folder.glob("*.toml") if not path.name.endswith(_ADDED)))

    def load(self, path: Path) -> Policy:
        """Read a whole policy; raises PolicyFileError, also where its slug could be one of the library's."""
        policy = read_policy(path)
        if not policy.slug.startswith(OWN_SLUG):
            raise PolicyFileError(path, "slug", PolicyFault.WRONG_FORM, found=policy.slug, wanted=f"{OWN_SLUG}…")
        return policy

    def added(self, slug: str) -> str:
        """Tell one state of what is added to a policy of the library from another, "" where nothing is."""
        path = self.additions_to(slug)
        return fingerprint_of(path) if path.exists() else ""

    def extended(self, policy: Policy) -> Policy:
        """Give a policy with what is added to it, at the ends of its measures; raises PolicyFileError."""
        path = self.additions_to(policy.slug)
        return with_additions(policy, text_in(path), path) if path.exists() else policy

    def slugs_added_to(self) -> tuple[str, ...]:
        """Name the policies that something is added to."""
        paths = self._folder.glob(f"*{_ADDED}")
        return tuple(sorted(path.name.removesuffix(_ADDED) for path in paths))

    def additions_to(self, slug: str) -> Path:
        """Name the file that holds what is added to a policy."""
        return self._folder / f"{slug}{_ADDED}"


def fingerprint_of(path: Path) -> str:
    """Tell one state of a file from another; raises PolicyFileError where it cannot be read."""
    return sha256(content_in(path)).hexdigest()


def with_additions(policy: Policy, text: str, path: Path) -> Policy:
    """Give a policy with the items of an additions' text; raises PolicyFileError.

    They stand at the ends of their measures, and those whose measure the policy does not have in one of their own.
    """
    items, figures = added_items(text, path, _unsaid())
    for item in items:
        if not item.key.startswith(OWN_KEY):
            wanted = f"{OWN_KEY}{item_code(policy.measures[0].items[0].key)}-1"
            raise PolicyFileError(path, f"item {item.key} key", PolicyFault.FOREIGN_KEY, found=item.key, wanted=wanted)
    extended = _placed(policy, items, figures)
    check_sound(extended, path)
    return replace(extended, digest=digest_of(extended))


def without_additions(policy: Policy) -> Policy:
    """Give a policy as it was before a school added to it."""
    measures = [_bare(measure) for measure in policy.measures if measure.ref != OWN_REF]
    sections = [section for section in policy.sections if section.ref != OWN_REF]
    bare = replace(policy, sections=tuple(sections), measures=tuple(measures))
    return replace(bare, digest=digest_of(bare))


def _placed(policy: Policy, items: tuple[CheckItem, ...], figures: tuple[Indicator, ...]) -> Policy:
    codes = {item_code(measure.items[0].key) for measure in policy.measures}
    measures = [_measure(measure, items, figures) for measure in policy.measures]
    loose = tuple(item for item in items if item_code(item.key) not in codes)
    if not loose:
        return replace(policy, measures=tuple(measures))
    theirs = tuple(figure for figure in figures if item_code(figure.item) not in codes)
    own = Measure(OWN_REF, "", OWN_REF, draft_word("added_measure"), MeasureKind.TASK, (), loose, theirs)
    section = Section(OWN_REF, draft_word("added_section"), MeasureKind.TASK)
    return replace(policy, sections=(*policy.sections, section), measures=(*measures, own))


def _measure(measure: Measure, items: tuple[CheckItem, ...], figures: tuple[Indicator, ...]) -> Measure:
    code = item_code(measure.items[0].key)
    ours = tuple(item for item in items if item_code(item.key) == code)
    theirs = tuple(figure for figure in figures if item_code(figure.item) == code)
    return replace(measure, items=measure.items + ours, indicators=measure.indicators + theirs)


def _bare(measure: Measure) -> Measure:
    return replace(
        measure,
        items=tuple(item for item in measure.items if not is_own(item)),
        indicators=tuple(one for one in measure.indicators if not one.item.startswith(OWN_KEY)),
    )


def _unsaid() -> dict[str, object]:
    how, evidence = draft_word("added_how"), [draft_word("added_evidence")]
    return {"addressee": "school", "modality": "must", "method": ["read"], "how": how, "evidence": evidence}
