"""A document read in, reviewed, kept through every stop, and saved as a policy that can be answered at once."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from checklists.drafting import editing
from checklists.drafting.open_draft import unwritten
from checklists.drafting.places import Places
from checklists.errors import DraftDamagedError, NoItemsLeftError
from checklists.reading.errors import ScannedDocumentError
from checklists.writing import text_of
from models.vocabulary import AssessmentId, ItemKey, Status
from services.checklist import Answer, ItemRow
from services.errors import NotOwnPolicyError, SlugTakenError
from services.workspace import Workspace
from tests.builders import a_policy, a_school, a_workspace
from tests.checklists.official_documents import a_document


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "shidian_2025.txt"
    path.write_text(a_document(), encoding="utf-8")
    return path


def test_a_draft_is_there_again_after_the_program_was_closed(tmp_path: Path, document: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        name = workspace.drafts.read_in(document)
        draft = editing.reworded(workspace.drafts.open(name).draft, "1-1", "学校加入了产教联盟")
        workspace.drafts.keep(name, editing.dropped(draft, ["2-1"]))
        kept = workspace.drafts.open(name)
    with a_workspace(tmp_path / "w") as workspace:
        assert [row.name for row in workspace.drafts.listed()] == [name]
        again = workspace.drafts.open(name)
        assert again == kept
        assert again.draft.placed("1-1")[1].text == "学校加入了产教联盟"
        assert again.draft.dropped == {"2-1"}


def test_a_saved_draft_can_be_answered_at_once_and_brings_its_official_text(
    workspace: Workspace, document: Path
) -> None:
    name = workspace.drafts.read_in(document)
    slug = workspace.drafts.publish(name)
    assert slug == "own-shidian-2025"
    assert slug in [row.slug for row in workspace.policies.listed()]
    assert workspace.drafts.listed() == ()
    assert workspace.official_texts.of(slug) is not None
    assessment = workspace.assessments.start(a_school(workspace), slug, 2025)
    key = next(workspace.policies.checklist(slug).items()).key
    workspace.assessments.record(assessment, key, Answer(Status.MET))
    assert row_of(workspace, assessment, key).status is Status.MET


def test_what_is_changed_later_becomes_a_new_revision_and_old_answers_stay(
    workspace: Workspace, document: Path
) -> None:
    slug = workspace.drafts.publish(workspace.drafts.read_in(document))
    assessment = workspace.assessments.start(a_school(workspace), slug, 2025)
    workspace.assessments.record(assessment, first_key(workspace, slug), Answer(Status.MET, note="已签约"))
    name = workspace.drafts.revise(slug)
    hand = workspace.drafts.open(name)
    assert hand.document is not None
    workspace.drafts.keep(name, editing.reworded(hand.draft, "1-1", "学校加入了产教联盟"))
    assert workspace.drafts.publish(name) == slug
    newest = workspace.policies.checklist(slug)
    assert (newest.revision, next(newest.items()).text) == (2, "学校加入了产教联盟")
    assert workspace.renewals.plan(assessment).is_needed
    workspace.renewals.renew(assessment)
    assert row_of(workspace, assessment, first_key(workspace, slug)).answer.note == "已签约"


def row_of(workspace: Workspace, assessment: AssessmentId, key: ItemKey) -> ItemRow:
    return next(row for row in workspace.assessments.checklist(assessment).items() if row.key == key)


def first_key(workspace: Workspace, slug: str) -> ItemKey:
    return next(workspace.policies.checklist(slug).items()).key


def test_a_revision_that_changes_nothing_is_none(workspace: Workspace, document: Path) -> None:
    slug = workspace.drafts.publish(workspace.drafts.read_in(document))
    workspace.drafts.publish(workspace.drafts.revise(slug))
    assert workspace.policies.checklist(slug).revision == 1


def test_the_same_document_twice_gets_another_slug_and_a_clash_is_refused(workspace: Workspace, document: Path) -> None:
    first, second = workspace.drafts.read_in(document), workspace.drafts.read_in(document)
    slug = workspace.drafts.publish(first)
    before = workspace.policies.checklist(slug)
    with pytest.raises(SlugTakenError):
        workspace.drafts.publish(second)
    assert workspace.policies.checklist(slug) == before
    assert workspace.drafts.open(second).draft.policy.slug == slug
    third = workspace.drafts.read_in(document)
    assert workspace.drafts.open(third).draft.policy.slug == f"{slug}-2"


def test_a_policy_of_the_library_is_not_taken_into_review(workspace: Workspace) -> None:
    with pytest.raises(NotOwnPolicyError):
        workspace.drafts.revise("test")


def test_a_policy_under_any_file_name_is_revised_in_its_own_file(tmp_path: Path) -> None:
    file = tmp_path / "w" / "checklists" / "外市方案.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text_of(a_policy(1, slug="own-city", city="外市")), encoding="utf-8")
    with a_workspace(tmp_path / "w") as workspace:
        name = workspace.drafts.revise("own-city")
        hand = workspace.drafts.open(name)
        key = next(hand.draft.kept()).key
        workspace.drafts.keep(name, editing.reworded(hand.draft, key, "学校另有一套说法"))
        workspace.drafts.publish(name)
        assert [path.name for path in file.parent.glob("*.toml")] == ["外市方案.toml"]
        assert workspace.policies.checklist("own-city").revision == 2


def test_a_draft_without_items_is_not_saved_and_stays(workspace: Workspace, document: Path) -> None:
    name = workspace.drafts.read_in(document)
    draft = workspace.drafts.open(name).draft
    workspace.drafts.keep(name, editing.dropped(draft, [item.key for item in draft.policy.items()]))
    with pytest.raises(NoItemsLeftError):
        workspace.drafts.publish(name)
    assert [row.items for row in workspace.drafts.listed()] == [0]


def test_a_draft_thrown_away_is_gone_and_the_policy_it_revised_is_not(workspace: Workspace, document: Path) -> None:
    slug = workspace.drafts.publish(workspace.drafts.read_in(document))
    workspace.drafts.throw_away(workspace.drafts.revise(slug))
    assert workspace.drafts.listed() == ()
    assert workspace.policies.checklist(slug).revision == 1


def test_a_damaged_draft_is_listed_with_its_reason_and_can_be_thrown_away(workspace: Workspace, document: Path) -> None:
    name = workspace.drafts.read_in(document)
    (workspace.folder / "checklists" / "drafts" / name / "draft.json").write_text("{", encoding="utf-8")
    assert [row.is_damaged for row in workspace.drafts.listed()] == [True]
    with pytest.raises(DraftDamagedError):
        workspace.drafts.open(name)
    workspace.drafts.throw_away(name)
    assert workspace.drafts.listed() == ()


def test_what_cannot_be_read_leaves_no_draft(workspace: Workspace, tmp_path: Path) -> None:
    scan = tmp_path / "扫描.pdf"
    blank = pikepdf.new()
    blank.add_blank_page()
    blank.save(scan)
    with pytest.raises(ScannedDocumentError):
        workspace.drafts.read_in(scan)
    assert workspace.drafts.listed() == ()


def test_every_item_waits_to_be_reworded_until_it_is(workspace: Workspace, document: Path) -> None:
    hand = workspace.drafts.open(workspace.drafts.read_in(document))
    assert hand.document is not None
    holds = Places(hand.document.lines, hand.document.text).holds
    assert len(unwritten(hand.draft, holds)) == len(list(hand.draft.kept()))
    draft = editing.reworded(hand.draft, "1-1", "学校加入了产教联盟")
    assert len(unwritten(draft, holds)) == len(list(hand.draft.kept())) - 1
    assert replace(draft, policy=hand.draft.policy) == hand.draft
