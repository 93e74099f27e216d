"""What a paper says of the edition it is: at the foot of each page, on the cover, on the page that is signed."""

from datetime import date, datetime

from reports.content.figures import day_in_text
from reports.content.parts import Signing
from reports.wording import say, words
from services.editions.values import Edition, Signer

_HALF = 8
"""Groups of the whole fingerprint on one line."""


def foot_mark(edition: Edition | None, moment: datetime) -> str:
    """Say at a page's foot which edition it is, or that it is none yet."""
    if edition is None:
        return say("report.unfinished", moment=f"{moment:%Y-%m-%d %H:%M}")
    return say("report.edition_mark", number=edition.number, fingerprint=edition.short)


def cover_marks(edition: Edition | None, moment: datetime) -> tuple[str, str]:
    """Say at the cover's foot which edition it is, and its fingerprint."""
    if edition is None:
        return say("report.unfinished", moment=f"{moment:%Y-%m-%d %H:%M}"), say("report.fingerprint_later")
    said = say("report.cover_fingerprint", fingerprint=edition.short)
    return say("report.edition", number=edition.number), said


def edition_line(edition: Edition | None, moment: datetime) -> str:
    """Say on the page that is signed which edition it is, and since when."""
    if edition is None:
        return f"{say('report.unfinished_short')}（{moment:%Y-%m-%d %H:%M}）"
    return f"{say('report.edition', number=edition.number)}（{moment:%Y-%m-%d}）"


def whole_fingerprint(edition: Edition | None) -> str:
    """Give the whole fingerprint on two lines."""
    if edition is None:
        return say("report.fingerprint_later")
    groups = edition.whole.split(" ")
    return " ".join(groups[:_HALF]) + "\n" + " ".join(groups[_HALF:])


def signing_note(edition: Edition | None) -> str:
    """Say how a paper is held against what was frozen; nothing before there is an edition."""
    return say("signatures.check") if edition else ""


def signings(edition: Edition | None) -> tuple[Signing, ...]:
    """Give the lines of the table that is signed."""
    roles = words("signatures.roles")
    signers: tuple[Signer | None, ...] = edition.signers if edition else (None,) * len(roles)
    return tuple(_signing(role, signer) for role, signer in zip(roles, signers, strict=True))


def day_of_signing(edition: Edition | None, made_on: date) -> date:
    """Give the day under the school's name: the last signature's, else the day the edition or paper was made."""
    days = [signer.signed_on for signer in edition.signers if signer.signed_on] if edition else []
    return max(days, default=made_on)


def _signing(role: str, signer: Signer | None) -> Signing:
    if signer is None:
        return Signing(role, "", say("signatures.date"))
    day = day_in_text(signer.signed_on) if signer.signed_on else say("signatures.date")
    return Signing(role, signer.name, day)
