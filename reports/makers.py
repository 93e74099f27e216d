"""The makers of every paper in every skin; each imports what it needs when it is asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reports.orders import Kind, MadePaper, Order, Skin
from services.dossiers import Dossier
from services.progress import Progress

if TYPE_CHECKING:
    from reports.content.evidence_catalogue import Catalogue
    from reports.paper.faces import Faces

Maker = Callable[[Order, Dossier, Progress], MadePaper]


def _faces() -> "Faces":
    from reports.paper.faces import faces, wanted_mode

    return faces(wanted_mode())


def _is_duplex(order: Order, dossier: Dossier) -> bool:
    return order.is_duplex or dossier.settings.is_duplex


def _self_assessment(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from reports.content.self_assessment import build_self_assessment
    from reports.paper.self_assessment import print_self_assessment

    report = build_self_assessment(dossier, order.printed_at)
    return print_self_assessment(report, _faces(), progress, is_duplex=_is_duplex(order, dossier))


def _one_page(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from reports.content.one_page import build_one_page
    from reports.paper.one_page import print_one_page

    progress.step(0, 1)
    return print_one_page(build_one_page(dossier, order.printed_at), _faces())


def _on_site_form(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from reports.content.on_site_form import build_on_site_form
    from reports.paper.on_site_form import print_on_site_form

    form = build_on_site_form(dossier, order.printed_at, is_filled=order.is_filled)
    return print_on_site_form(form, _faces(), progress)


def _self_assessment_word(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from reports.content.self_assessment import build_self_assessment
    from reports.paper.self_assessment import page_numbers
    from reports.word.self_assessment import write_self_assessment

    report = build_self_assessment(dossier, order.printed_at)
    pages = page_numbers(report, _faces())
    return write_self_assessment(report, progress, pages, is_duplex=_is_duplex(order, dossier))


def _self_assessment_sheet(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from reports.content.self_assessment import build_self_assessment
    from reports.sheets.self_assessment import self_assessment_sheet

    return MadePaper(self_assessment_sheet(build_self_assessment(dossier, order.printed_at), progress), 0)


def _ledger(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from reports.content.imprint import imprint_of
    from reports.content.ledger import build_ledger
    from reports.paper.ledger import print_ledger
    from reports.wording import say

    progress.step(0, 1)
    ledger = build_ledger(dossier.findings, dossier.checklist.school.name, order.printed_at.date())
    imprint = imprint_of(say("ledger_paper.title"), dossier, order.printed_at)
    return print_ledger(ledger, imprint, _faces(), is_duplex=_is_duplex(order, dossier))


def _ledger_word(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from reports.content.imprint import imprint_of
    from reports.content.ledger import build_ledger
    from reports.word.plain_papers import write_ledger
    from reports.wording import say

    progress.step(0, 1)
    ledger = build_ledger(dossier.findings, dossier.checklist.school.name, order.printed_at.date())
    imprint = imprint_of(say("ledger_paper.title"), dossier, order.printed_at)
    return write_ledger(ledger, imprint, is_duplex=_is_duplex(order, dossier))


def _ledger_sheet(order: Order, dossier: Dossier, _: Progress) -> MadePaper:
    from reports.content.edition import foot_mark
    from reports.sheets.ledger import ledger_sheet

    mark = foot_mark(dossier.edition, order.printed_at)
    return MadePaper(ledger_sheet(dossier.checklist, dossier.findings, order.printed_at.date(), mark), 0)


def _evidence(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from reports.paper.evidence_catalogue import print_catalogue

    progress.step(0, 1)
    return print_catalogue(_catalogue(order, dossier), _faces(), is_duplex=_is_duplex(order, dossier))


def _evidence_word(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from reports.word.plain_papers import write_catalogue

    progress.step(0, 1)
    return write_catalogue(_catalogue(order, dossier), is_duplex=_is_duplex(order, dossier))


def _evidence_sheet(order: Order, dossier: Dossier, _: Progress) -> MadePaper:
    from reports.sheets.evidence_catalogue import catalogue_sheet

    return MadePaper(catalogue_sheet(_catalogue(order, dossier)), 0)


def _catalogue(order: Order, dossier: Dossier) -> "Catalogue":
    """Compose the list of what lies in the workspace: a file is found under its own name."""
    from reports.content.evidence_catalogue import build_catalogue
    from reports.page_counts import page_counts

    names = {piece.evidence.id: piece.evidence.name for piece in dossier.pieces if piece.evidence.sha256}
    return build_catalogue(dossier, names, order.printed_at, page_counts(dossier))


def _task_sheets(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from reports.content.imprint import imprint_of
    from reports.content.task_papers import build_task_papers
    from reports.paper.task_papers import print_task_papers
    from reports.wording import say

    papers = build_task_papers(dossier.tasks, order.department)
    imprint = imprint_of(say("tasks_paper.name"), dossier, order.printed_at)
    return print_task_papers(papers, imprint, _faces(), progress, is_duplex=_is_duplex(order, dossier))


def _task_sheets_word(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from reports.content.imprint import imprint_of
    from reports.content.task_papers import build_task_papers
    from reports.word.plain_papers import write_task_papers
    from reports.wording import say

    papers = build_task_papers(dossier.tasks, order.department)
    imprint = imprint_of(say("tasks_paper.name"), dossier, order.printed_at)
    return write_task_papers(papers, imprint, progress, is_duplex=_is_duplex(order, dossier))


def _task_sheets_sheet(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    """Give one department's sheet as it is filled in and taken back; those of several as one book to read."""
    from reports.content.edition import foot_mark
    from reports.content.task_papers import build_task_papers
    from reports.sheets.task_book import task_book
    from reports.sheets.task_sheet import task_sheet

    papers = build_task_papers(dossier.tasks, order.department)
    progress.step(0, 1)
    if len(papers) > 1:
        return MadePaper(task_book(papers, foot_mark(dossier.edition, order.printed_at)), 0)
    return MadePaper(task_sheet(next(form for form in dossier.tasks if form.department == papers[0].department)), 0)


def _policy(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from reports.content.policy_booklet import build_policy_booklet
    from reports.paper.policy_booklet import print_policy_booklet

    booklet = build_policy_booklet(dossier, order.printed_at)
    return print_policy_booklet(booklet, _faces(), progress, is_duplex=_is_duplex(order, dossier))


def _comparison(order: Order, dossier: Dossier, progress: Progress) -> MadePaper:
    from checklists import library
    from checklists.comparing import across
    from reports.content.imprint import library_imprint
    from reports.content.theme_sheet import build_theme_sheet
    from reports.paper.theme_sheet import print_theme_sheet
    from reports.wording import say

    compared = build_theme_sheet(across(map(library.load, library.slugs())))
    imprint = library_imprint(say("themes_paper.title"), dossier, order.printed_at)
    return print_theme_sheet(compared, imprint, _faces(), progress, is_duplex=_is_duplex(order, dossier))


MAKERS: dict[tuple[Kind, Skin], Maker] = {
    (Kind.SELF_ASSESSMENT, Skin.PDF): _self_assessment,
    (Kind.SELF_ASSESSMENT, Skin.WORD): _self_assessment_word,
    (Kind.SELF_ASSESSMENT, Skin.SHEET): _self_assessment_sheet,
    (Kind.ONE_PAGE, Skin.PDF): _one_page,
    (Kind.ON_SITE_FORM, Skin.PDF): _on_site_form,
    (Kind.LEDGER, Skin.PDF): _ledger,
    (Kind.LEDGER, Skin.WORD): _ledger_word,
    (Kind.LEDGER, Skin.SHEET): _ledger_sheet,
    (Kind.EVIDENCE, Skin.PDF): _evidence,
    (Kind.EVIDENCE, Skin.WORD): _evidence_word,
    (Kind.EVIDENCE, Skin.SHEET): _evidence_sheet,
    (Kind.TASK_SHEETS, Skin.PDF): _task_sheets,
    (Kind.TASK_SHEETS, Skin.WORD): _task_sheets_word,
    (Kind.TASK_SHEETS, Skin.SHEET): _task_sheets_sheet,
    (Kind.POLICY, Skin.PDF): _policy,
    (Kind.COMPARISON, Skin.PDF): _comparison,
}
"""What can be had; the skins of a kind stand in the order in which they are offered."""
