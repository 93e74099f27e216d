"""What a checklist says of its document: city, title, number, state, and the slug it is saved under."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from checklists.drafting.editing import tidy
from checklists.drafting.words import draft_word
from checklists.own_names import OWN_SLUG
from checklists.policy import Policy
from checklists.soundness import is_slug
from gui.drafting.fields import side_by_side
from gui.widgets.dialog import FIELD_GAP, WIDE, Dialog
from gui.widgets.field import Field
from gui.widgets.line_edit import Combo, LineEdit
from models.vocabulary import PolicyState
from resources import word


class HeaderDialog(Dialog):
    """Asks for the head of a policy; `is_taken` tells whether another policy has a slug."""

    def __init__(
        self,
        policy: Policy,
        is_taken: Callable[[str], bool],
        *,
        is_locked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("文件信息"),
            self.tr("照文件上印的写；没有印的空着，不要猜。"),
            act=self.tr("记下"),
            stay=self.tr("不改了"),
            width=WIDE,
            parent=parent,
        )
        self._policy, self._is_taken, self._is_locked = policy, is_taken, is_locked
        unknown = policy.city == draft_word("unknown_city")
        self.title = LineEdit(policy.title)
        self.city = LineEdit("" if unknown else policy.city, self.tr("例如 鹤壁市"))
        self.doc_number = LineEdit(policy.doc_number, self.tr("没有印就空着"))
        self.issuer = LineEdit(policy.issuer)
        self.state = Combo([word(one) for one in PolicyState])
        self.state.setCurrentIndex(list(PolicyState).index(policy.state))
        self.slug = LineEdit(policy.slug.removeprefix(OWN_SLUG))
        self.slug.lock(is_locked)
        self._fill()

    @property
    def policy(self) -> Policy:
        """Give the policy under the head as it is written."""
        return replace(
            self._policy,
            title=tidy(self.title.text()),
            city=tidy(self.city.text()),
            doc_number=tidy(self.doc_number.text()),
            issuer=tidy(self.issuer.text()),
            state=list(PolicyState)[self.state.currentIndex()],
            slug=self._slug,
        )

    def accept(self) -> None:
        """Take the head only where it says enough."""
        if self._is_sound():
            super().accept()

    @property
    def _slug(self) -> str:
        return OWN_SLUG + self.slug.text().strip().lower()

    def _fill(self) -> None:
        self._title = Field(self.tr("标题"), self.title)
        self._city = Field(self.tr("市（区）"), self.city)
        self._slug_field = Field(self.tr("代号（小写字母和数字，存下后不再改）"), self.slug)
        self._body.setSpacing(FIELD_GAP)
        self.add(self._title)
        self.add(side_by_side(self._city, Field(self.tr("文号"), self.doc_number)))
        self.add(side_by_side(Field(self.tr("发文机关"), self.issuer), Field(self.tr("文件性质"), self.state)))
        self.add(side_by_side(self._slug_field))

    def _is_sound(self) -> bool:
        """Say at each field what is wrong with it."""
        self._title.show_error("" if self.policy.title else self.tr("标题还空着"))
        self._city.show_error("" if self.policy.city else self.tr("写明是哪个市（区）的文件"))
        self._slug_field.show_error(self._wrong_slug())
        return not any(field.error for field in (self._title, self._city, self._slug_field))

    def _wrong_slug(self) -> str:
        if self._is_locked:
            return ""
        if not is_slug(self._slug):
            return self.tr("只用小写字母、数字和短横，例如 hebi-2024")
        return self.tr("这个代号已经有一份清单，换一个") if self._is_taken(self._slug) else ""
