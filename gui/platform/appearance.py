"""Dresses the application: fonts, style and theme in one call, before the first window."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gui.platform import fonts, icons
from gui.platform.style import HouseStyle
from gui.platform.theme import ThemeChoice, Themes


def dress(app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> Themes:
    """Put on fonts, style, palette, icon and Qt's own Chinese; answer the themes to switch with."""
    fonts.load_fetched_fonts()
    app.setStyle(HouseStyle())
    app.setFont(fonts.body())
    _speak_chinese(app)
    themes = Themes(choice, app)
    app.setWindowIcon(icons.app_icon(themes.current))
    return themes


def _speak_chinese(app: QApplication) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)
