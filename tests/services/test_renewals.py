"""An assessment goes to a newer revision of its policy: shown first, done in one step, nothing lost."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from checklists.policy import Policy
from checklists.revisions import Fate
from models.vocabulary import AssessmentId, IndicatorKey, ItemKey, Judgement, Modality, Status
from services.checklist import Answer
from services.errors import UnknownAssessmentError
from services.judging import Overruling, Reading
from services.renewals import Following
from services.trail.changes import RenewPart
from services.trail.ledger import Ledger
from services.verifying import verify
from services.workspace import Workspace
from tests.builders import a_measure, a_policy, a_workspace, an_assessment, an_indicator, an_item

LAB = "制定实训室安全管理制度并且每学期组织一次应急演练"
BASES = "与本地企业共建三个校外实训基地并且挂牌运行"
LEAGUE = "牵头组建一个市级产教联合体"

BEFORE = a_policy(
    [
        a_measure(1, [an_item("1-1"), an_item("1-2"), an_item("1-3", text=LEAGUE), an_item("1-4", text=LAB)]),
        a_measure(2, [an_item("2-1", text=BASES)], indicators=(an_indicator("2-1-a", "2-1", unit="个"),)),
    ]
)
AFTER = a_policy(
    [
        a_measure(
            1,
            [
                an_item("1-1"),
                an_item("1-2", modality=Modality.ENCOURAGE),
                an_item("1-5", text=LAB[:11]),
                an_item("1-6", text=LAB[13:]),
            ],
        ),
        a_measure(3, [an_item("3-1", text=BASES)], indicators=(an_indicator("3-1-a", "3-1", unit="个"),)),
    ],
    revision=2,
)
K = ItemKey


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with a_workspace(tmp_path, BEFORE) as opened:
        yield opened


@pytest.fixture
def started(workspace: Workspace) -> AssessmentId:
    assessment = an_assessment(workspace)
    for key, note in {"1-1": "照旧", "1-2": "改写", "1-3": "没了", "1-4": "拆开", "2-1": "搬走"}.items():
        workspace.assessments.record(assessment, K(key), Answer(Status.MET, note, department="教务处"))
    workspace.assessments.take_reading(assessment, IndicatorKey("2-1-a"), Reading(Decimal(61)))
    for key in ("1-3", "2-1"):
        workspace.evidence.attach_bytes(assessment, K(key), key.encode(), f"{key}.txt")
    return assessment


def _renew_to(workspace: Workspace, policy: Policy, assessment: AssessmentId) -> None:
    workspace.policies.shelve(policy)
    workspace.renewals.renew(assessment)


def test_a_plan_says_what_happens_to_each_answer_and_does_nothing(workspace: Workspace, started: AssessmentId) -> None:
    workspace.policies.shelve(AFTER)
    before = workspace.assessments.checklist(started)
    plan = workspace.renewals.plan(started)
    assert [(row.before and row.before.key, row.fate, row.following) for row in plan.rows] == [
        ("1-1", Fate.UNCHANGED, Following.STAYS),
        ("1-2", Fate.REWORDED, Following.TO_REVIEW),
        ("1-3", Fate.GONE, Following.ARCHIVED),
        ("1-4", Fate.SPLIT, Following.TO_REVIEW),
        ("2-1", Fate.MOVED, Following.TO_REVIEW),
    ]
    assert plan.is_needed
    assert (plan.before.revision, plan.after.revision) == (1, 2)
    assert [row.evidence for row in plan.rows] == [0, 0, 1, 0, 1]
    assert workspace.assessments.checklist(started) == before


def test_answers_follow_by_key_and_changed_ones_are_marked(workspace: Workspace, started: AssessmentId) -> None:
    _renew_to(workspace, AFTER, started)
    rows = {row.key: row for row in workspace.assessments.checklist(started).items()}
    assert {key: (row.answer.note, row.needs_review) for key, row in rows.items()} == {
        "1-1": ("照旧", False),
        "1-2": ("改写", True),
        "1-5": ("拆开", True),
        "1-6": ("拆开", True),
        "3-1": ("搬走", True),
    }
    assert rows[K("3-1")].indicators[0].reading.value == Decimal(61)
    assert [one.name for one in rows[K("3-1")].evidence] == ["2-1.txt"]
    assert workspace.opening.assessments()[0].score.count(Status.MET) == 5


def test_what_is_gone_stays_in_the_archive_with_its_evidence(workspace: Workspace, started: AssessmentId) -> None:
    _renew_to(workspace, AFTER, started)
    archived = {row.key: row for row in workspace.renewals.archive(started)}
    assert set(archived) == {"1-3", "1-4", "2-1"}
    assert (archived[K("1-3")].answer.note, archived[K("1-3")].item.text) == ("没了", LEAGUE)
    assert workspace.evidence.path_of(archived[K("1-3")].evidence[0].id).read_bytes() == b"1-3"


def test_a_renewal_is_one_change_and_verifies(workspace: Workspace, started: AssessmentId) -> None:
    steps = len(workspace.assessments.trail(started))
    workspace.policies.shelve(AFTER)
    (change,) = workspace.renewals.renew(started).changes
    assert len(workspace.assessments.trail(started)) == steps + 1
    assert change.items() == {"1-2", "1-5", "1-6", "3-1"}
    assert workspace.schools.trail()[0].parts == (RenewPart(started, BEFORE.digest, AFTER.digest),)
    workspace.close()
    assert verify(workspace.folder).problems == ()


def test_an_answer_that_a_person_writes_again_needs_no_review(workspace: Workspace, started: AssessmentId) -> None:
    _renew_to(workspace, AFTER, started)
    row = workspace.assessments.item(started, K("1-2"))
    change = workspace.assessments.record(started, K("1-2"), row.answer)
    assert not workspace.assessments.item(started, K("1-2")).needs_review
    workspace.assessments.carry_out(started, change.inverted())
    assert workspace.assessments.item(started, K("1-2")).needs_review


def test_an_assessment_on_the_newest_revision_has_nothing_to_renew(workspace: Workspace, started: AssessmentId) -> None:
    steps = workspace.assessments.trail(started)
    assert not workspace.renewals.plan(started).is_needed
    assert workspace.renewals.renew(started).is_empty
    assert workspace.assessments.trail(started) == steps


def test_a_new_item_where_an_answer_is_kept_overwrites_nothing(workspace: Workspace, started: AssessmentId) -> None:
    swapped = a_policy(
        [
            a_measure(1, [an_item("1-3", text=LAB), an_item("1-4", text=LEAGUE), an_item("1-1")]),
            a_measure(2, [an_item("2-1", text=BASES)], indicators=(an_indicator("2-1-a", "2-1", unit="个"),)),
        ],
        revision=2,
    )
    _renew_to(workspace, swapped, started)
    rows = {row.key: row for row in workspace.assessments.checklist(started).items()}
    assert [(rows[K(key)].answer.note, rows[K(key)].needs_review) for key in ("1-3", "1-4")] == [
        ("没了", True),
        ("拆开", True),
    ]


def test_a_renewal_that_fails_leaves_everything_as_it_was(
    workspace: Workspace, started: AssessmentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.policies.shelve(AFTER)
    before = workspace.assessments.checklist(started)

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Ledger, "note", fail)
    with pytest.raises(OSError):
        workspace.renewals.renew(started)
    monkeypatch.undo()
    assert workspace.assessments.checklist(started) == before
    workspace.renewals.renew(started)
    assert workspace.assessments.checklist(started).policy.revision == 2


def test_a_renewal_of_nothing_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownAssessmentError):
        workspace.renewals.plan(AssessmentId(9))
    with pytest.raises(UnknownAssessmentError):
        workspace.renewals.renew(AssessmentId(9))


def test_a_persons_own_judgement_follows_its_figure(workspace: Workspace, started: AssessmentId) -> None:
    overruled = Overruling(Judgement.REACHED, "督导组已现场认可")
    workspace.assessments.overrule(started, IndicatorKey("2-1-a"), overruled)
    _renew_to(workspace, AFTER, started)
    figure = workspace.assessments.item(started, K("3-1")).indicators[0]
    assert figure.overruling == overruled
    workspace.close()
    assert verify(workspace.folder).problems == ()
