"""Any two revisions laid side by side, from the shelf or from files, without touching an answer."""

from pathlib import Path

import pytest

from checklists.revisions import Fate
from checklists.writing import text_of
from services.errors import OtherPolicyError
from services.renewals import Following
from tests.builders import a_measure, a_policy, a_workspace, an_assessment, an_item

LATER = a_policy([a_measure(1, [an_item("1-1"), an_item("1-2", text="学校做到了另一件要点 1-2")])], revision=2)


def test_all_revisions_are_listed_the_last_first(tmp_path: Path) -> None:
    with a_workspace(tmp_path, a_policy(slug="other"), a_policy()) as workspace:
        workspace.policies.shelve(LATER)
        listed = workspace.revisions.listed()
        assert [(one.policy.slug, one.policy.revision, one.is_newest) for one in listed] == [
            ("other", 1, True),
            ("test", 2, True),
            ("test", 1, False),
        ]


def test_two_revisions_are_compared_and_nothing_is_done(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        started = an_assessment(workspace)
        workspace.policies.shelve(LATER)
        new, old = workspace.revisions.listed()
        found = workspace.revisions.compared(old.id, new.id)
        assert {row.fate for row in found.rows} == {Fate.UNCHANGED, Fate.REWORDED, Fate.GONE}
        assert {row.following for row in found.rows} == {Following.NOTHING}
        assert (found.assessment, found.is_needed, found.before.revision, found.after.revision) == (None, False, 1, 2)
        assert workspace.renewals.is_behind(started)


def test_a_file_can_stand_on_either_side(tmp_path: Path) -> None:
    file = tmp_path / "later.toml"
    file.write_text(text_of(LATER), encoding="utf-8")
    with a_workspace(tmp_path / "w") as workspace:
        shelved = workspace.revisions.listed()[0].id
        forth, back = workspace.revisions.compared(shelved, file), workspace.revisions.compared(file, shelved)
        assert (forth.after, back.before) == (back.before, forth.after)
        assert any(row.fate is Fate.GONE for row in forth.rows)
        assert any(row.fate is Fate.NEW for row in back.rows)


def test_two_policies_are_no_revisions_of_each_other(tmp_path: Path) -> None:
    with a_workspace(tmp_path, a_policy(slug="other"), a_policy()) as workspace:
        one, other = workspace.revisions.listed()
        with pytest.raises(OtherPolicyError):
            workspace.revisions.compared(one.id, other.id)
