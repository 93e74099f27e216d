"""The form for checking on site (现场核查记录表): every item, blank or with what the school said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from models.vocabulary import Status
from reports.content import figures
from reports.content.evidence_catalogue import title_of
from reports.content.imprint import Imprint, imprint_of
from reports.wording import say
from resources import word
from services.checklist import IndicatorRow, ItemRow
from services.dossiers import Dossier
from services.initials import initials


@dataclass(frozen=True, slots=True)
class FormItem:
    """One row: its code, what is checked and how; `status` is what the school said, None on a blank form."""

    code: str
    text: str
    how: str
    status: Status | None


@dataclass(frozen=True, slots=True)
class FormGroup:
    """A clause with its rows."""

    title: str
    items: tuple[FormItem, ...]


@dataclass(frozen=True, slots=True)
class OnSiteForm:
    """The whole form; `number` names it to people, `code` begins what its pages' QR codes say."""

    imprint: Imprint
    school: str
    number: str
    code: str
    groups: tuple[FormGroup, ...]
    is_filled: bool


def build_on_site_form(dossier: Dossier, printed_at: datetime, *, is_filled: bool) -> OnSiteForm:
    """Compose the form; the same dossier and moment give the same values."""
    checklist = dossier.checklist
    policy = checklist.policy
    names = {"slug": policy.slug, "year": checklist.year, "form": f"{checklist.assessment:04}"}
    return OnSiteForm(
        imprint=imprint_of(say("form.title"), dossier, printed_at),
        school=checklist.school.name,
        number=say("form.number", city=_letters(policy.city), **names),
        code="VC1:F:{slug}:{year}:{form}".format(**names),
        groups=tuple(_groups(dossier, is_filled=is_filled)),
        is_filled=is_filled,
    )


def _letters(city: str) -> str:
    """Give a city's initials, YY for 益阳市; its name where one of them is not known."""
    name = city.removesuffix("市")
    letters = initials(name).upper()
    return letters if len(letters) == len(name) else city


def _groups(dossier: Dossier, *, is_filled: bool) -> Iterator[FormGroup]:
    for measure in dossier.checklist.measures():
        items = tuple(_item(item, is_filled=is_filled) for item in measure.items if item.is_binding)
        if items:
            yield FormGroup(title_of(measure), items)


def _item(item: ItemRow, *, is_filled: bool) -> FormItem:
    said = [_figure(row, is_filled=is_filled) for row in item.indicators]
    how = item.item.how.strip() or "、".join(map(word, item.item.method))
    text = "；".join(filter(None, (*said, how)))
    return FormItem(item.label, item.item.text, text, item.status if is_filled else None)


def _figure(row: IndicatorRow, *, is_filled: bool) -> str:
    """Say a figure's target and, as the form is, what the school said or a blank for what is counted."""
    target = figures.target(row.indicator)
    asked = say("form.target", name=row.indicator.name, amount=target.text if target else say("indicators.no_target"))
    if not is_filled:
        return asked + say("form.counted", unit=row.indicator.unit)
    actual = figures.actual(row.indicator, row.reading)
    return asked + (say("form.said", amount=actual.text) if actual else say("form.unsaid"))
