"""Dresses the application: fonts, style and theme."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gui.platform import fonts, icons
from gui.platform.style import HouseStyle
from gui.platform.theme import ThemeChoice, Themes, palette_of


def dress(app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> Themes:
    """Put on everything at once; answer the themes to switch with."""
    themes = Themes(choice, app)
    put_on(app, themes)
    show_icon(app, themes)
    return themes


def put_on(app: QApplication, themes: Themes) -> None:
    """Put on fonts, style and Qt's own Chinese over a palette that is already there."""
    fonts.load_fetched_fonts()
    app.setStyle(HouseStyle())
    app.setFont(fonts.body())
    _speak_chinese(app)
    app.setPalette(palette_of(themes.current))


def show_icon(app: QApplication, themes: Themes) -> None:
    """Give all windows their icon, which is drawn in many sizes."""
    app.setWindowIcon(icons.app_icon(themes.current))


def _speak_chinese(app: QApplication) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)
