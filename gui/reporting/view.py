"""The report screen: options, small pages, and the paper itself."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from gui.platform.jobs import Job
from gui.reporting.options_pane import OptionsPane
from gui.reporting.paper_bar import PaperBar
from gui.reporting.paper_foot import PaperFoot
from gui.reporting.paper_view import PaperView
from gui.reporting.thumbs import ThumbStrip
from gui.widgets.empty_state import EmptyState
from gui.widgets.panes import hrule, row_in, vrule
from gui.widgets.progress_card import ProgressCard
from gui.widgets.screen import Screen, lead_tab
from reports.preview import Hit, Pages

T = TypeVar("T")
_BEFORE_THE_FIRST = -1
_ROOM_FOR_PAIRS, _ROOM_FOR_THUMBS, _ROOM_FOR_OPTIONS = 1400, 1200, 1000


class ReportView(Screen):
    """Shows pages as they will be printed; every step is a wish."""

    retry_wanted = Signal()
    stop_wanted = Signal()
    search_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self.options = OptionsPane()
        self._thumbs = ThumbStrip()
        self._options_edge, self._thumbs_edge = vrule(), vrule()
        self._bar = PaperBar()
        self._paper, self.foot = PaperView(), PaperFoot()
        self._hits: tuple[Hit, ...] = ()
        self._hit = _BEFORE_THE_FIRST
        self._pages: Pages | None = None
        self._side_chosen = self._stays = False
        self._has_room = True
        self._beside: QWidget | None = None
        self._build()
        self._connect()
        self._build_shortcuts()
        self.begin_at(self._paper, self._failure.button)

    def show_working(self, job: Job[T], name: str) -> None:
        """Say that pages are being made; older ones stay in sight, and the way to stop comes when it takes long."""
        self.options.steps.set_ready(False)
        self.foot.say(self.tr("正在排版…"))
        self._progress.watch(job, self.tr("正在排{paper}").format(paper=name))
        if self._pages is None:
            self._stack.setCurrentWidget(self._waiting)

    def show_handing_out(self, job: Job[T], words: str) -> None:
        """Show how far printing or saving has come, beside whatever pages are being made meanwhile."""
        self._handing_out.watch(job, words)

    def show_pages(self, pages: Pages, *, is_duplex: bool, is_another: bool) -> None:
        """Show a finished paper, another one from its first page on."""
        self._pages = pages
        self._hits, self._hit = (), _BEFORE_THE_FIRST
        self._paper.show_pages(pages, from_the_first=is_another)
        self._thumbs.show_pages(pages)
        self._stack.setCurrentWidget(self._paper)
        if self.hasFocus():
            self.take_keyboard()
        self.options.steps.set_ready(True)
        self.foot.show_paper(pages, is_duplex=is_duplex)
        self._lie_by_room()
        self._on_page_changed(self._paper.page)
        self._bar.show_hits("")
        if self._bar.sought:
            self._stays = not is_another
            self.search_wanted.emit(self._bar.sought)

    def toggle_options(self) -> None:
        """Bring the options where there is no room for them, or put them away again."""
        self._show_options(shown=self.options.isHidden())

    def bring_options(self) -> None:
        """Bring the options where they were put away, as something is said there."""
        self._show_options(shown=True)

    def show_failure(self, sentence: str) -> None:
        """Say why there are no pages, and offer to try again."""
        self._show_instead(self.tr("没有排出来"), sentence)

    def show_stopped(self) -> None:
        """Say that the pages were not finished because somebody stopped them."""
        self._show_instead(self.tr("停下了"), self.tr("这份还没有排完，没有可打印的纸面。"))

    def show_hits(self, word: str, hits: tuple[Hit, ...]) -> None:
        """Light up what was found; Enter goes through it from the first place on, where typing leads at once."""
        self._hits, self._hit = hits, _BEFORE_THE_FIRST
        self._paper.show_hits(hits, stays=self._stays)
        self._bar.show_hits(self._found_words(word))

    def put_beside(self, pane: QWidget) -> None:
        """Put a pane between the options and the pages; while it is seen, small pages or the drawer make room."""
        self._across.insertWidget(self._across.indexOf(self._options_edge) + 1, pane)
        self._beside = pane
        pane.installEventFilter(self)

    def go_to(self, page: int) -> None:
        """Bring a page into view, counted from 0."""
        self._paper.go_to(page)

    @property
    def page(self) -> int:
        """Say which page is in view, counted from 0."""
        return self._paper.page

    def shown_pages(self) -> int:
        """Count the pages of the report in view."""
        return self._pages.count if self._pages else 0

    @property
    def found(self) -> tuple[Hit, ...]:
        """Give what the last search found."""
        return self._hits

    def close_pages(self) -> None:
        """Let go of the document."""
        self._paper.close_pages()
        self._thumbs.close_pages()

    def look_for(self, word: str) -> None:
        """Look for a word, as typing it does."""
        self._bar.look_for(word)

    @property
    def zoom_words(self) -> str:
        """Give the words that say how large pages are shown."""
        return self._bar.zoom

    @property
    def found_words(self) -> str:
        """Give the words that say what a search found."""
        return self._bar.found

    def _show_instead(self, title: str, sentence: str) -> None:
        self._pages = None
        self._hits, self._hit = (), _BEFORE_THE_FIRST
        self._paper.close_pages()
        self._thumbs.clear()
        self._bar.show_page(0, 0)
        self._bar.show_hits("")
        self._failure.show_words(title, sentence)
        self.foot.say("")
        self._stack.setCurrentWidget(self._failure)

    def _found_words(self, word: str) -> str:
        if not word:
            return ""
        if not self._hits:
            return self.tr("没有找到")
        if self._hit == _BEFORE_THE_FIRST:
            return self.tr("{count} 处").format(count=len(self._hits))
        return self.tr("{nth}/{count} 处").format(nth=self._hit + 1, count=len(self._hits))

    def _build(self) -> None:
        across = self._across = row_in(self)
        for part in (self.options, self._options_edge, self._thumbs, self._thumbs_edge):
            across.addWidget(part)
        across.addLayout(self._build_right(), 1)

    def _build_right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        self._stack = QStackedWidget()
        self._waiting = EmptyState("page", self.tr("正在排版"), self.tr("第一次要稍等一会儿，之后改一处只等一眨眼。"))
        self._failure = EmptyState("warn", "", "", self.tr("再试一次"))
        self._failure.wanted.connect(self.retry_wanted)
        for page in (self._paper, self._waiting, self._failure):
            self._stack.addWidget(page)
        self._progress = ProgressCard(self.tr("正在排版"))
        self._progress.stop_wanted.connect(self.stop_wanted)
        self._handing_out = ProgressCard(self.tr("正在送往打印机"))
        cards = (self._progress, self._handing_out)
        for part in (self._bar, hrule(), self._stack, *cards, hrule(), self.foot):
            column.addWidget(part, 1 if part is self._stack else 0)
        return column

    def _connect(self) -> None:
        bar, paper = self._bar, self._paper
        bar.page_wanted.connect(paper.go_to)
        bar.step_wanted.connect(self._paper.step)
        bar.zoom_in_wanted.connect(paper.zoom_in)
        bar.zoom_out_wanted.connect(paper.zoom_out)
        bar.fit_wanted.connect(paper.zoom_to_fit)
        paper.zoomed.connect(self._on_zoomed)
        bar.facing_chosen.connect(self._on_facing_chosen)
        bar.search_wanted.connect(self._on_search_wanted)
        bar.next_hit_wanted.connect(self._on_hit_wanted)
        bar.options_wanted.connect(self.toggle_options)
        paper.page_changed.connect(self._on_page_changed)
        self._thumbs.page_wanted.connect(paper.go_to)

    def _build_shortcuts(self) -> None:
        for keys, slot in (
            ("Ctrl++", self._paper.zoom_in),
            ("Ctrl+=", self._paper.zoom_in),
            ("Ctrl+-", self._paper.zoom_out),
            ("Ctrl+0", self._paper.zoom_to_fit),
            ("Ctrl+F", self._bar.focus_search),
            ("Ctrl+S", self.options.steps.ask_to_save),
            ("F3", self._on_next_hit),
            ("Shift+F3", self._on_previous_hit),
        ):
            QShortcut(QKeySequence(keys), self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _on_page_changed(self, page: int) -> None:
        count = self._pages.count if self._pages else 0
        self._bar.show_page(page, count)
        self._thumbs.show_current(frozenset(self._paper.row))

    def _on_zoomed(self) -> None:
        self._bar.show_zoom(self._paper.percent())

    def _on_facing_chosen(self, is_facing: bool) -> None:
        self._side_chosen = True
        self._paper.set_facing(is_facing)
        self._on_page_changed(self._paper.page)

    def _on_search_wanted(self, word: str) -> None:
        self._stays = False
        self.search_wanted.emit(word)

    def _on_next_hit(self) -> None:
        self._on_hit_wanted(1)

    def _on_previous_hit(self) -> None:
        self._on_hit_wanted(-1)

    def _on_hit_wanted(self, step: int) -> None:
        if not self._hits:
            return
        here = max(self._hit, 0) if step < 0 else self._hit
        self._hit = (here + step) % len(self._hits)
        self._paper.show_hit(self._hits[self._hit])
        self._bar.show_hits(self._found_words(self._bar.sought))

    def _order_tabs(self) -> None:
        """Lead Tab from what is chosen to the pages, and then to the steps, which stand beside the pages."""
        beside = () if self._beside is None else (self._beside,)
        pages = (*beside, self._thumbs, self._bar, self._stack, self._progress, self._handing_out)
        lead_tab((*self.options.chosen_in(), *pages, *self.options.ended_by()))

    def _show_options(self, *, shown: bool) -> None:
        self.options.setVisible(shown)
        self._options_edge.setVisible(shown)

    def _lie_by_room(self) -> None:
        """Lay pages side by side where two of them can be read, until the user says how."""
        if not self._side_chosen:
            self._paper.set_facing(self.width() >= _ROOM_FOR_PAIRS and not self._paper.lies_across)
            self._bar.show_facing(self._paper.is_facing)

    def _make_room(self, width: int) -> None:
        beside = self._beside.sizeHint().width() if self._beside is not None and self._beside.isVisible() else 0
        has_thumbs = width - beside >= _ROOM_FOR_THUMBS
        self._thumbs.setVisible(has_thumbs)
        self._thumbs_edge.setVisible(has_thumbs)
        if beside and width < _ROOM_FOR_OPTIONS:
            self._show_options(shown=False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._beside and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._make_room(self.width())
        return super().eventFilter(watched, event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._order_tabs()  # only now are all parts in it

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._make_room(width)
        self._bar.show_options_button(width < _ROOM_FOR_OPTIONS)
        if self._has_room != (width >= _ROOM_FOR_OPTIONS):
            self._has_room = width >= _ROOM_FOR_OPTIONS
            self._show_options(shown=self._has_room)
        self._lie_by_room()
