"""The parts of the report that people may write: as written, else the program's draft, which says that it is one."""

from collections.abc import Mapping
from datetime import date

from models.vocabulary import PassageName
from reports.content import prose, shortfalls
from reports.content.parts import Paragraph
from services.dossiers import Dossier


def passages(dossier: Dossier, today: date) -> Mapping[PassageName, tuple[Paragraph, ...]]:
    """Give every part: what a person wrote takes the draft's place whole."""
    drafts = _drafts(dossier, today)
    return {name: _written(dossier.passages.get(name, "")) or drafts[name] for name in PassageName}


def draft_texts(dossier: Dossier, today: date) -> Mapping[PassageName, str]:
    """Give the drafts as a person edits them, one paragraph a line."""
    drafts = _drafts(dossier, today)
    return {name: "\n".join(paragraph.text for paragraph in drafts[name]) for name in PassageName}


def _drafts(dossier: Dossier, today: date) -> dict[PassageName, tuple[Paragraph, ...]]:
    checklist = dossier.checklist
    return {
        PassageName.BASICS: prose.basics(checklist),
        PassageName.WORK: prose.work(checklist, today),
        PassageName.ACHIEVEMENTS: prose.achievements(checklist),
        PassageName.PROBLEMS: shortfalls.opening(dossier, today),
        PassageName.OUTLOOK: shortfalls.outlook(dossier, today),
    }


def _written(text: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line.strip()) for line in text.splitlines() if line.strip())
