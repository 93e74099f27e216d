"""What the check before handing in found, as a sheet."""

from collections.abc import Iterable, Sequence
from datetime import date

from reports.sheets.cells import Look, Value, content_of, new_book
from reports.sheets.pages import Column, Page, lay
from reports.wording import say, words
from resources import word
from services.checklist import ItemRow
from services.dossiers import Dossier
from services.findings.rows import finding_label
from services.quality import FlawRow

_COLUMNS = ((24, Look.TEXT), (10, Look.TEXT), (48, Look.TEXT), (30, Look.TEXT), (14, Look.TEXT))


def flaw_sheet(dossier: Dossier, found: Sequence[FlawRow], today: date) -> bytes:
    """Give the list as an XLSX file, as it stands on a day."""
    checklist = dossier.checklist
    title = say("flaws.title", school=checklist.school.name, year=checklist.year)
    about = say("flaws.about", title=checklist.policy.title, count=len(found), day=today.isoformat())
    columns = tuple(
        Column(head, width, look) for head, (width, look) in zip(words("flaws.heads"), _COLUMNS, strict=True)
    )
    book = new_book(title)
    lay(book, Page(say("flaws.name"), title, about, columns, list(_rows(dossier, found))))
    return content_of(book)


def _rows(dossier: Dossier, found: Sequence[FlawRow]) -> Iterable[tuple[Value, ...]]:
    items = {row.key: row for row in dossier.checklist.items()}
    leads = {row.number: row.remedy.lead for row in dossier.findings}
    for row in found:
        item = items.get(row.item) if row.item is not None else None
        where = finding_label(row.finding) if row.finding is not None else _label(item)
        department = leads.get(row.finding, "") if row.finding is not None else _department(item)
        yield word(row.flaw), where, item.item.text if item else "", row.what, department


def _label(item: ItemRow | None) -> str:
    return item.label if item else ""


def _department(item: ItemRow | None) -> str:
    return item.answer.department if item else ""
