"""The comparison's wishes, done: choose a theme, look for words, copy what is shown."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from checklists.comparing import ThemeRow, across
from checklists.policy import Policy
from gui.themes.content import comparison_of, lines_of
from gui.themes.narrowing import Narrowing, narrowed
from gui.themes.view import ThemesView
from reports.content import comparison


def put_on_clipboard(text: str) -> None:
    """Give a text to the system's clipboard."""
    QGuiApplication.clipboard().setText(text)


class ThemesPresenter(QObject):
    """Lays policies side by side, and keeps the theme in hand while what is looked for changes."""

    def __init__(
        self,
        view: ThemesView,
        policies: Iterable[Policy],
        *,
        copy: Callable[[str], None] = put_on_clipboard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or view)
        self._view, self._copy = view, copy
        self._all = across(policies)
        self._wanted = Narrowing()
        self._shown: dict[str, ThemeRow] = {}
        self._chosen = ""
        view.theme_chosen.connect(self._on_theme_chosen)
        view.narrowing_wanted.connect(self._on_narrowing_wanted)
        view.copy_wanted.connect(self._on_copy_wanted)
        self._narrow(self._wanted)

    def _on_theme_chosen(self, slug: str) -> None:
        self._chosen = slug
        self._show_chosen()

    def _on_narrowing_wanted(self, wanted: Narrowing) -> None:
        if wanted != self._wanted:
            self._narrow(wanted)

    def _on_copy_wanted(self) -> None:
        if theme := self._shown.get(self._chosen):
            self._copy("\n".join(comparison.lines_of(theme)))
            self._view.say(self.tr("“{name}”已复制，可以粘贴到文档里").replace("{name}", theme.name))

    def _narrow(self, wanted: Narrowing) -> None:
        self._wanted = wanted
        self._shown = {theme.slug: theme for theme in narrowed(self._all, wanted) if theme.count}
        if self._chosen not in self._shown:
            self._chosen = next(iter(self._shown), self._chosen)
        self._view.show_narrowing(wanted)
        self._view.show_themes(lines_of(self._shown.values()), self._chosen)
        self._show_chosen()

    def _show_chosen(self) -> None:
        if theme := self._shown.get(self._chosen):
            self._view.show_comparison(comparison_of(theme), self._wanted.words)
        else:
            self._view.show_nothing(self._wanted.text)
