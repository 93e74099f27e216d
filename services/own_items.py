"""The items that a school adds to a policy (校本补充): added, reworded, retired and brought back; answers stay."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from checklists.additions import Additions, Block, above, block_of, brought_back, retired
from checklists.drafting.words import draft_word
from checklists.own_names import OWN_CODE, OWN_KEY, OWN_REF, item_code
from checklists.policy import AppliesTo, CheckItem, Policy
from models.vocabulary import Addressee, AssessmentId, CheckMethod, ItemKey, Modality, PolicyId
from services.desk import Desk
from services.errors import TextMissingError, UnknownItemError
from services.own_files import OwnFiles
from services.renewals import Renewals
from services.sheets import line_of
from services.texts import checked
from services.trail.changes import OwnItemPart, Step


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a school says of an item of its own; only the text must be said."""

    text: str
    how: str = ""
    evidence: tuple[str, ...] = ()
    deadline: str = ""


class OwnItems:
    """The items of their own that the schools of one workspace keep, by policy, in files beside its database."""

    def __init__(self, desk: Desk, renewals: Renewals) -> None:
        self._desk = desk
        self._store = desk.store
        self._renewals = renewals
        self._files = OwnFiles(desk.store.folder)

    def add(self, assessment: AssessmentId, measure: str, words: OwnWords) -> Step:
        """Add an item to a measure, or with "" to none; the assessment has it at once.

        Raises TextMissingError, PolicyFileError, StoreError; what was there stays as it was then.
        """
        policy = self._policy_of(assessment)
        additions = self._files.additions(policy.slug)
        item = _worded(_blank(additions.next_key(f"{OWN_KEY}{_code(policy, measure)}")), words)
        gap = "\n" if additions.text.strip() else ""
        return self._put(assessment, policy, additions, block_of(item, above=gap))

    def reword(self, assessment: AssessmentId, key: ItemKey, words: OwnWords) -> Step:
        """Say an item anew, its figures kept; where something was answered it is to be reviewed."""
        policy = self._policy_of(assessment)
        item = next((one for one in policy.items() if one.key == key), None)
        additions = self._files.additions(policy.slug)
        block = additions.block(key)
        if item is None or block is None:
            raise UnknownItemError(key)
        figures = [one for one in policy.indicators() if one.item == key]
        return self._put(assessment, policy, additions, block_of(_worded(item, words), figures, above=above(block)))

    def retire(self, assessment: AssessmentId, key: ItemKey) -> Step:
        """Ask an item no longer; what was written of it goes to the archive."""
        return self._turn(assessment, key, retired)

    def bring_back(self, assessment: AssessmentId, key: ItemKey) -> Step:
        """Ask a retired item again; what was written of it is there again."""
        return self._turn(assessment, key, brought_back)

    def retired(self, assessment: AssessmentId) -> frozenset[ItemKey]:
        """Name the items that were retired and can be brought back."""
        additions = self._files.additions(self._policy_of(assessment).slug)
        return frozenset(block.key for block in additions.blocks if block.is_retired)

    def _turn(self, assessment: AssessmentId, key: ItemKey, turn: Callable[[Block], Block]) -> Step:
        policy = self._policy_of(assessment)
        additions = self._files.additions(policy.slug)
        block = additions.block(key)
        if block is None:
            raise UnknownItemError(key)
        return self._put(assessment, policy, additions, turn(brought_back(block)))

    def _policy_of(self, assessment: AssessmentId) -> Policy:
        with self._store.reading() as work:
            line = line_of(work, assessment)
            return self._desk.policies.at(work, PolicyId(line.policy_id))

    def _put(self, assessment: AssessmentId, policy: Policy, additions: Additions, block: Block) -> Step:
        """Write the file, then the revision and the trail; a file without them is offered as a newer revision."""
        self._store.check_writable()
        earlier, wanted = additions.block(block.key), additions.with_block(block)
        extended = self._files.extended(policy, wanted)
        self._files.write(policy.slug, wanted)
        part = OwnItemPart(policy.slug, block.key, earlier.text if earlier else "", block.text)
        with self._store.work() as work:
            step = self._renewals.turn(work, assessment, self._desk.policies.put(work, extended))
            noted = self._desk.ledger.note(work, part)
        self._desk.sheets.forget()
        self._desk.policies.stock()
        return replace(step, noted=(*step.noted, noted))


def _code(policy: Policy, ref: str) -> str:
    """Give the code of the measure an item is added to; "" adds it to none."""
    measure = next((one for one in policy.measures if one.ref == ref and ref != OWN_REF), None)
    return item_code(measure.items[0].key) if measure else OWN_CODE


def _blank(key: ItemKey) -> CheckItem:
    return CheckItem(
        key=key,
        text="",
        addressee=Addressee.SCHOOL,
        modality=Modality.MUST,
        applies_to=AppliesTo(),
        method=(CheckMethod.READ,),
        how="",
        evidence=(),
        anchors=(),
        deadline="",
        theme="",
    )


def _worded(item: CheckItem, words: OwnWords) -> CheckItem:
    text = checked(words.text.strip())
    if not text:
        raise TextMissingError
    return replace(
        item,
        text=text,
        how=checked(words.how.strip()) or draft_word("added_how"),
        evidence=tuple(dict.fromkeys(filter(None, map(str.strip, words.evidence)))) or (draft_word("added_evidence"),),
        deadline=words.deadline.strip(),
    )
