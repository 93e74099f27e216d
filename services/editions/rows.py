"""Plain lines of editions in the store as values."""

import json
from datetime import datetime

from models.lines import EditionLine
from models.vocabulary import AssessmentId
from services.editions.parts import standing_of
from services.editions.values import Edition, EditionRow, Signer
from services.frozen_values import read


def edition_row(line: EditionLine) -> EditionRow:
    """Read an edition as it stands."""
    standing = standing_of(line)
    signers: tuple[Signer, ...] = read(tuple[Signer, ...], json.loads(line.signers))
    edition = Edition(line.number, line.fingerprint, datetime.fromisoformat(line.frozen_at), signers)
    return EditionRow(
        AssessmentId(line.assessment_id),
        edition,
        line.frozen_by,
        standing.paper,
        standing.state,
        standing.reason,
        standing.scan,
    )
