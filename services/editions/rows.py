"""Plain lines of editions in the store as values."""

import json

from models.lines import EditionLine
from models.vocabulary import AssessmentId
from services.editions.parts import standing_of
from services.editions.values import Edition, EditionRow, Signer
from services.frozen_values import read
from services.stamps import moment, written


def edition_row(line: EditionLine) -> EditionRow:
    """Read an edition as it stands."""
    standing = standing_of(line)
    signers: tuple[Signer, ...] = read(tuple[Signer, ...], json.loads(line.signers))
    edition = Edition(line.number, line.fingerprint, moment(line.frozen_at), signers)
    return EditionRow(
        AssessmentId(line.assessment_id),
        edition,
        written(line.frozen_by),
        standing.paper,
        standing.state,
        standing.reason,
        standing.scan,
    )
