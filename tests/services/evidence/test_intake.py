"""Many files at once: all in one step, the same content once, and nothing where the user gave up."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from models.errors import EmptySourceError, SourceVanishedError
from models.vocabulary import ItemKey
from services.errors import UnknownItemError
from services.evidence.intake import Offer
from services.evidence.photographs import taken_at
from services.progress import CancelledError
from services.trail.history import History
from services.verifying import verify
from tests.builders import a_workspace, an_assessment
from tests.giving_up import GivesUp

FIRST, SECOND = ItemKey("1-1"), ItemKey("1-2")


def offers(folder: Path, *names: str, item: ItemKey = FIRST) -> list[Offer]:
    made = []
    for name in names:
        (folder / name).write_text(name, encoding="utf-8")
        made.append(Offer.of_file(item, folder / name))
    return made


def test_an_intake_is_one_step_that_undo_takes_back(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment, history = an_assessment(workspace), History(workspace.steps)
        some = [*offers(tmp_path, "a.txt", "b.txt"), *offers(tmp_path, "c.txt", item=SECOND)]
        taken = workspace.evidence.intake.take_in(assessment, some)
        history.add(taken.change)
        assert (taken.kept, len(taken.change.parts)) == (3, 3)
        assert [piece.evidence.number for piece in workspace.evidence.register.pieces(assessment)] == [
            "1-1-01",
            "1-1-02",
            "1-2-01",
        ]
        history.undo()
        assert workspace.evidence.register.pieces(assessment) == ()
    assert verify(tmp_path / "w").problems == ()


def test_a_file_that_cannot_be_read_is_refused_by_itself(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        bad = [Offer.of_file(FIRST, tmp_path / "empty.txt"), Offer.of_file(FIRST, tmp_path / "gone.txt")]
        taken = workspace.evidence.intake.take_in(assessment, [*bad, *offers(tmp_path, "a.txt")])
        assert taken.kept == 1
        assert [type(one.error) for one in taken.refused] == [EmptySourceError, SourceVanishedError]


@pytest.mark.parametrize("step", range(8))
def test_an_intake_given_up_anywhere_leaves_nothing(tmp_path: Path, step: int) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        kept = workspace.evidence.intake.take_in(assessment, offers(tmp_path, "kept.txt")).change
        head = workspace.assessments.trail(assessment)
        some = [*offers(tmp_path, "a.txt", "b.txt", "c.txt"), *offers(tmp_path, "kept.txt")]
        with pytest.raises(CancelledError):
            workspace.evidence.intake.take_in(assessment, some, GivesUp(after=step))
        assert workspace.assessments.trail(assessment) == head == (kept,)
    found = verify(tmp_path / "w")
    assert (found.problems, found.files, found.orphans) == ((), 1, 0)


def test_the_same_content_is_said_and_links_the_piece_that_is_here(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment, intake = an_assessment(workspace), workspace.evidence.intake
        intake.take_in(assessment, offers(tmp_path, "培训台账.txt"))
        (tmp_path / "另存.txt").write_text("培训台账.txt", encoding="utf-8")
        again = [Offer.of_file(item, tmp_path / "另存.txt") for item in (FIRST, SECOND)]
        taken = intake.take_in(assessment, again)
        assert (taken.kept, taken.is_there) == (0, ("另存.txt",))
        (duplicate,) = taken.duplicates
        assert (duplicate.item, duplicate.number, duplicate.name) == (SECOND, "1-1-01", "培训台账.txt")
        intake.settle(assessment, taken.duplicates, as_copies=False)
        (piece,) = workspace.evidence.register.pieces(assessment)
        assert piece.items == (FIRST, SECOND)
    assert verify(tmp_path / "w").problems == ()


def test_duplicates_can_be_kept_as_pieces_of_their_own(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment, intake = an_assessment(workspace), workspace.evidence.intake
        some = [Offer(FIRST, "一.txt", b"same"), Offer(SECOND, "二.txt", b"same"), Offer(SECOND, "三.txt", b"same")]
        taken = intake.take_in(assessment, some)
        assert (taken.kept, len(taken.duplicates)) == (1, 2)
        intake.settle(assessment, taken.duplicates, as_copies=True)
        numbers = [piece.evidence.number for piece in workspace.evidence.register.pieces(assessment)]
        assert numbers == ["1-1-01", "1-2-01", "1-2-02"]
    found = verify(tmp_path / "w")
    assert (found.problems, found.files) == ((), 1)


def test_an_item_that_is_not_there_refuses_the_intake_before_a_file_is_read(tmp_path: Path) -> None:
    with a_workspace(tmp_path / "w") as workspace:
        assessment = an_assessment(workspace)
        with pytest.raises(UnknownItemError):
            workspace.evidence.intake.take_in(assessment, offers(tmp_path, "a.txt", item=ItemKey("9-9")))
        assert not [path for path in (tmp_path / "w" / "evidence").rglob("*") if path.is_file()]


def photograph(moment: str, *, with_place: bool = False) -> bytes:
    content, picture = BytesIO(), Image.new("RGB", (40, 30))
    exif = picture.getexif()
    exif.get_ifd(0x8769)[0x9003] = moment
    if with_place:
        exif.get_ifd(0x8825)[2] = (28.0, 33.0, 0.0)
    picture.save(content, "JPEG", exif=exif)
    return content.getvalue()


def test_a_photograph_keeps_the_moment_it_was_taken(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as workspace:
        assessment = an_assessment(workspace)
        content = photograph("2025:05:20 09:30:15", with_place=True)
        workspace.evidence.attach_bytes(assessment, FIRST, content, "现场.jpg")
        (piece,) = workspace.evidence.register.pieces(assessment)
        assert piece.evidence.taken_at is not None
        assert piece.evidence.taken_at.isoformat() == "2025-05-20T09:30:15"
        assert piece.evidence.formed_on is None
        assert workspace.evidence.file_of(piece.evidence).read_bytes() == content


@pytest.mark.parametrize("content", [b"\xff\xd8\xff\xe1broken", b"", photograph("0000:00:00 00:00:00")])
def test_a_picture_that_does_not_tell_has_no_moment(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "p.jpg").write_bytes(content)
    assert taken_at(tmp_path / "p.jpg", "image/jpeg") == ""
    assert taken_at(tmp_path / "p.jpg", "application/pdf") == ""
