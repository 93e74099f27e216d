"""The checklists that a workspace's people wrote: whole policies, and items added to those of the library."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from checklists.canonical import digest_of
from checklists.drafting_words import draft_word
from checklists.errors import PolicyFault, PolicyFileError
from checklists.files import added_items, read_policy
from checklists.policy import CheckItem, Indicator, Measure, Policy
from checklists.soundness import OWN_KEY, OWN_SLUG, check_sound, item_code

FOLDER = "checklists"
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
        path = self._additions(slug)
        return fingerprint_of(path) if path.exists() else ""

    def extended(self, policy: Policy) -> Policy:
        """Give a policy with what is added to it, at the ends of its measures; raises PolicyFileError."""
        path = self._additions(policy.slug)
        return _extended(policy, path) if path.exists() else policy

    def _additions(self, slug: str) -> Path:
        return self._folder / f"{slug}{_ADDED}"


def fingerprint_of(path: Path) -> str:
    """Tell one state of a file from another; raises PolicyFileError where it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as refusal:
        raise PolicyFileError(path, "", PolicyFault.UNREADABLE, found=str(refusal.strerror)) from refusal


def _extended(policy: Policy, path: Path) -> Policy:
    items, figures = added_items(path, _unsaid())
    places = {item_code(measure.items[0].key): measure.ref for measure in policy.measures}
    for item in items:
        if not item.key.startswith(OWN_KEY) or item_code(item.key) not in places:
            wanted = f"{OWN_KEY}{next(iter(places))}-1"
            raise PolicyFileError(path, f"item {item.key} key", PolicyFault.FOREIGN_KEY, found=item.key, wanted=wanted)
    measures = tuple(_measure(measure, items, figures) for measure in policy.measures)
    extended = replace(policy, measures=measures)
    check_sound(extended, path)
    return replace(extended, digest=digest_of(extended))


def _measure(measure: Measure, items: tuple[CheckItem, ...], figures: tuple[Indicator, ...]) -> Measure:
    code = item_code(measure.items[0].key)
    ours = tuple(item for item in items if item_code(item.key) == code)
    theirs = tuple(figure for figure in figures if item_code(figure.item) == code)
    return replace(measure, items=measure.items + ours, indicators=measure.indicators + theirs)


def _unsaid() -> dict[str, object]:
    how, evidence = draft_word("added_how"), [draft_word("added_evidence")]
    return {"addressee": "school", "modality": "must", "method": ["read"], "how": how, "evidence": evidence}
