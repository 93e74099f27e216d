"""Any two revisions of a policy side by side, to be looked at only."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from checklists.errors import PolicyFileError
from checklists.revisions import Fate
from gui.revisions.content import Comparison, comparison_of
from gui.revisions.pickers import Choice, Source
from gui.revisions.view import RevisionsView
from resources.refusals import sentence
from services.errors import OtherPolicyError
from services.revisions import Revisions, ShelvedRevision


def choose_policy_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Let the user pick a policy's file; None when he would rather not."""
    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


class RevisionComparer(QObject):
    """Lays two revisions side by side; files are added to those of the shelf."""

    home_wanted = Signal()

    def __init__(
        self,
        revisions: Revisions,
        *,
        choose_file: Callable[[QWidget, str, str], Path | None] = choose_policy_file,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._revisions, self._choose_file = revisions, choose_file
        self.view = RevisionsView(has_assessment=False, parent=parent)
        self._files: list[Path] = []
        self._sources: list[Source] = []
        self._comparison: Comparison | None = None
        self.view.back_wanted.connect(self.home_wanted)
        self.view.kind_chosen.connect(self._show_kind)
        self.view.pickers.chosen.connect(self._on_chosen)
        self.view.pickers.file_wanted.connect(self._on_file_wanted)

    def show(self, slug: str = "") -> None:
        """List the shelf anew; at first this policy is compared, else the last one that has two revisions."""
        listed = self._revisions.listed()
        if not self._sources:
            self._sources = _first_pair(listed, slug)
        self._compare(*self._sources)

    def _on_chosen(self, side: int, source: Source) -> None:
        """Compare; where the other side is of another policy, it follows."""
        sources = list(self._sources)
        sources[side] = source
        try:
            if not self._revisions.are_of_one_policy(*sources):
                sources[1 - side] = self._revisions.partner_of(source)
        except PolicyFileError as refused:
            self._refuse(refused)
        else:
            self._compare(*sources)

    def _compare(self, before: Source, after: Source) -> None:
        try:
            found = self._revisions.compared(before, after)
        except (PolicyFileError, OtherPolicyError) as refused:
            self._refuse(refused)
            return
        self._sources = [before, after]
        self.view.problem.say("")
        self._comparison = comparison_of(found)
        self._show_kind(None)
        self.view.pickers.show_choices(self._choices(), before, after)

    def _refuse(self, refused: Exception) -> None:
        self.view.problem.say(sentence(refused) or "")
        self.view.pickers.show_choices(self._choices(), *self._sources)

    def _choices(self) -> list[Choice]:
        shelved = [Choice(one.id, self._name(one)) for one in self._revisions.listed()]
        return [*shelved, *(Choice(path, path.name) for path in self._files)]

    def _name(self, one: ShelvedRevision) -> str:
        extent = self.tr("最新") if one.is_newest else self.tr("{items} 条").format(items=one.policy.items)
        wording = self.tr("{city} 第 {revision} 版 · {extent}")
        return wording.format(city=one.policy.city, revision=one.policy.revision, extent=extent)

    def _show_kind(self, kind: Fate | None) -> None:
        assert self._comparison is not None
        self.view.show_comparison(self._comparison, kind)

    def _on_file_wanted(self, side: int) -> None:
        path = self._choose_file(self.view, self.tr("选一份清单文件"), self.tr("清单文件 (*.toml)"))
        if path is None:
            return
        self._files = [*dict.fromkeys([*self._files, path])]
        self._on_chosen(side, path)


def _first_pair(listed: tuple[ShelvedRevision, ...], slug: str) -> list[Source]:
    """Choose the newest revision of a policy beside the one before; where it has but one, that one beside itself."""
    groups = {slug: list(group) for slug, group in groupby(listed, lambda one: one.policy.slug)}
    first, *_ = groups.values()
    chosen = groups.get(slug) or next((group for group in reversed(groups.values()) if len(group) > 1), first)
    newest = next(one for one in chosen if one.is_newest)
    earlier = next((one for one in chosen if one is not newest), newest)
    return [earlier.id, newest.id]
