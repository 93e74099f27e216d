"""The styles of the documents: sizes and leadings of paper.md, fonts by the names that Word and WPS know."""

from dataclasses import dataclass
from enum import Enum

from reports.word.elements import el

GRID = 28.95
_TWENTIETHS = 20
_INDENT_CHARS, _INDENT = 200, 632
_CONTENTS_TAB = 8845
_TIGHT = -5
"""28 characters of 16 pt in 156 mm. LibreOffice doubles the pitch of a grid of characters narrower than the type, so
the styles keep it themselves and the grid is only what the page says of itself."""
_FREE = {"line": 240, "lineRule": "auto"}
"""As high as what stands in the line, for pictures: an exact leading would cut them."""


class Font(Enum):
    """A role: the font of Han, and that of figures and Latin beside it."""

    BODY = ("仿宋_GB2312", "Times New Roman")
    HEAD = ("黑体", "黑体")
    SUBHEAD = ("楷体_GB2312", "楷体_GB2312")
    TITLE = ("方正小标宋简体", "Times New Roman")
    TABLE = ("宋体", "Times New Roman")


OTHERS = {
    "仿宋_GB2312": "仿宋,CESI仿宋-GB2312,方正仿宋_GBK,STFangsong",
    "楷体_GB2312": "楷体,CESI楷体-GB2312,方正楷体_GBK,STKaiti",
    "方正小标宋简体": "方正小标宋_GBK,CESI小标宋-GB2312,华文中宋,STZhongsong",
    "黑体": "SimHei,CESI黑体-GB2312,方正黑体_GBK,STHeiti",
    "宋体": "SimSun,CESI宋体-GB2312,方正书宋_GBK,STSong",
    "Times New Roman": "Times",
}
"""What a program may take where a font is not installed, best first (paper.md section 2; ECMA-376-1, 17.8.3.1)."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph's style: its name is the one by which Word knows it, else one of ours; no leading for pictures.

    `followed_by` is the style of the paragraph that Enter begins behind it; without one it is the same.
    """

    id: str
    name: str
    font: Font
    size: float
    lead: float
    align: str = "left"
    outline: int | None = None
    is_indented: bool = False
    is_tight: bool = True
    keeps_next: bool = False
    before: float = 0
    after: float = 0
    tabs: str = ""
    left: int = 0
    followed_by: str = ""

    @property
    def xml(self) -> str:
        """Define it."""
        based = () if self.id == "Normal" else (el("basedOn", val="Normal"),)
        following = (el("next", val=self.followed_by),) if self.followed_by else ()
        kind = {"type": "paragraph", "styleId": self.id}
        if self.id == "Normal":
            kind["default"] = "1"
        head = (el("name", val=self.name), *based, *following, el("qFormat"))
        return el("style", *head, el("pPr", *self._paragraph()), self.run, **kind)

    @property
    def run(self) -> str:
        """Give its fonts and size, as a run that stands in another paragraph needs them."""
        size = round(self.size * 2)
        tight = el("spacing", val=_TIGHT if self.is_tight else 0)
        return el("rPr", fonts(self.font), el("snapToGrid", val="0"), tight, el("sz", val=size), el("szCs", val=size))

    def _paragraph(self) -> tuple[str, ...]:
        lead = {"line": round(self.lead * _TWENTIETHS), "lineRule": "exact"} if self.lead else _FREE
        around = {"before": round(self.before * _TWENTIETHS), "after": round(self.after * _TWENTIETHS)}
        said = (
            (self.keeps_next, el("keepNext")),
            (True, el("widowControl")),
            (bool(self.tabs), self.tabs),
            (True, el("overflowPunct", val="0")),
            (True, el("snapToGrid", val="0")),
            (True, el("spacing", **around, **lead)),
            (self.is_indented, el("ind", firstLineChars=_INDENT_CHARS, firstLine=_INDENT)),
            (bool(self.left), el("ind", left=self.left)),
            (True, el("jc", val=self.align)),
            (self.outline is not None, el("outlineLvl", val=self.outline)),
        )
        return tuple(xml for is_said, xml in said if is_said)


def fonts(font: Font) -> str:
    """Name a role's fonts; marks that Han and Latin share are taken from the Han."""
    han, latin = font.value
    return el("rFonts", hint="eastAsia", ascii=latin, eastAsia=han, hAnsi=latin, cs=latin)


def tab(kind: str, at: int, leader: str = "none") -> str:
    """Give a tab stop at so many twips."""
    return el("tab", val=kind, leader=leader, pos=at)


_LEADERS = el("tabs", tab("right", _CONTENTS_TAB, "dot"))

NORMAL = Style("Normal", "Normal", Font.BODY, 16, GRID, "both")
BODY = Style("BodyText", "Body Text", Font.BODY, 16, GRID, "both", is_indented=True)
TITLE = Style("Title", "Title", Font.TITLE, 22, 36, "center", keeps_next=True, is_tight=False, followed_by="Subtitle")
SUBTITLE = Style("Subtitle", "Subtitle", Font.SUBHEAD, 16, GRID, "center", after=GRID, followed_by="BodyText")
PART = Style(
    "Heading1", "heading 1", Font.HEAD, 16, GRID, "both", 0, is_indented=True, keeps_next=True, followed_by="BodyText"
)
SECTION = Style(
    "Heading2",
    "heading 2",
    Font.SUBHEAD,
    16,
    GRID,
    "both",
    1,
    is_indented=True,
    keeps_next=True,
    followed_by="BodyText",
)
POINT = Style(
    "Heading3", "heading 3", Font.BODY, 16, GRID, "both", 2, is_indented=True, keeps_next=True, followed_by="BodyText"
)
ANNEX = Style("Annex", "附件标记", Font.HEAD, 16, GRID, keeps_next=True, followed_by="AnnexTitle")
ANNEX_TITLE = Style(
    "AnnexTitle", "附件标题", Font.TITLE, 22, 36, "center", 0, keeps_next=True, before=20, after=12, is_tight=False
)
CONTENTS_TITLE = Style("TOCHeading", "TOC Heading", Font.TITLE, 22, 36, "center", after=22, is_tight=False)
CONTENTS = (
    Style("TOC1", "toc 1", Font.HEAD, 16, GRID, tabs=_LEADERS),
    Style("TOC2", "toc 2", Font.BODY, 16, GRID, tabs=_LEADERS, left=_INDENT),
)
CAPTION = Style(
    "Caption", "caption", Font.HEAD, 10.5, 15, "center", keeps_next=True, before=6, after=3.6, is_tight=False
)
FIGURE_CAPTION = Style("FigureCaption", "图题", Font.HEAD, 10.5, 15, "center", before=3.6, after=6, is_tight=False)
NOTE = Style("Note", "表注", Font.TABLE, 9, 12.5, "both", before=4.5, after=4.5, is_tight=False)
TABLE = Style("TableText", "表文", Font.TABLE, 10.5, 15, is_tight=False)
TABLE_HEAD = Style("TableHead", "表头", Font.HEAD, 10.5, 14, "center", keeps_next=True, is_tight=False)
TABLE_STRONG = Style("TableStrong", "表内黑体", Font.HEAD, 10.5, 15, is_tight=False)
TABLE_SECTION = Style("TableSection", "表内章节", Font.HEAD, 12, 16, "left", 1, keeps_next=True, is_tight=False)
SMALL = Style("TableSmall", "表内小字", Font.TABLE, 9, 12.5, is_tight=False)
ABOVE = Style("TableAbove", "表上说明", Font.TABLE, 9, 12.5, keeps_next=True, before=3, after=3, is_tight=False)
SMALL_STRONG = Style("TableSmallStrong", "表内小字黑体", Font.HEAD, 9, 12.5, is_tight=False)
PICTURE = Style("Picture", "图行", Font.TABLE, 5, 0, is_tight=False)
FOOT = Style("Footer", "footer", Font.TABLE, 9, 20, is_tight=False)
CONTENTS_NUMBER = Style("TOCNumber", "目录页码字", Font.TABLE, 14, GRID, is_tight=False)
PAGE_NUMBER = Style("PageNumber", "页码字", Font.TABLE, 14, 20, is_tight=False)
COVER_POLICY = Style("CoverPolicy", "封面文件名", Font.SUBHEAD, 16, 24, "center")
COVER_TITLE = Style("CoverTitle", "封面标题", Font.TITLE, 42, 50, "center", is_tight=False)
COVER_YEAR = Style("CoverYear", "封面年度", Font.SUBHEAD, 18, 26, "center", is_tight=False)
COVER_LABEL = Style("CoverLabel", "封面栏目", Font.HEAD, 16, 26, "distribute", is_tight=False)
COVER_VALUE = Style("CoverValue", "封面填写", Font.BODY, 16, 26, is_tight=False)
COVER_SMALL = Style("CoverSmall", "封面填写小字", Font.BODY, 14, 17, is_tight=False)
SIGN_HEAD = Style("SignHead", "签署栏目", Font.HEAD, 14, 20, "center", keeps_next=True, is_tight=False)
SIGN_FILL = Style("SignFill", "签署填写", Font.BODY, 14, 22, is_tight=False)
SIGNED = Style("Signed", "落款", Font.BODY, 16, GRID, "center", keeps_next=True)
TINY = Style("SectionEnd", "节尾", Font.TABLE, 1, 1, is_tight=False)

ALL = (
    *(NORMAL, BODY, TITLE, SUBTITLE, PART, SECTION, POINT, ANNEX, ANNEX_TITLE, CONTENTS_TITLE, *CONTENTS),
    *(CAPTION, FIGURE_CAPTION, NOTE, TABLE, TABLE_HEAD, TABLE_STRONG, TABLE_SECTION, SMALL, SMALL_STRONG, ABOVE),
    *(
        PICTURE,
        FOOT,
        PAGE_NUMBER,
        CONTENTS_NUMBER,
        COVER_POLICY,
        COVER_TITLE,
        COVER_YEAR,
        COVER_LABEL,
        COVER_VALUE,
        COVER_SMALL,
    ),
    *(SIGN_HEAD, SIGN_FILL, SIGNED, TINY),
)


def definitions() -> str:
    """Define what all paragraphs have and every style."""
    language = el("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    run = el("rPrDefault", el("rPr", fonts(Font.BODY), el("sz", val=32), el("szCs", val=32), language))
    return el("docDefaults", run, el("pPrDefault")) + "".join(style.xml for style in ALL) + _PLAIN_TABLE


_NO_MARGINS = (el("top", w=0, type="dxa"), el("left", w=0, type="dxa"), el("bottom", w=0, type="dxa"))
_PLAIN_TABLE = el(
    "style",
    el("name", val="Normal Table"),
    el("tblPr", el("tblInd", w=0, type="dxa"), el("tblCellMar", *_NO_MARGINS, el("right", w=0, type="dxa"))),
    type="table",
    default="1",
    styleId="TableNormal",
)
