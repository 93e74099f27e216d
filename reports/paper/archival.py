"""What makes a PDF fit to be kept (PDF/A-2b, ISO 19005-2): its properties as XMP, its colours' meaning as a profile."""

from datetime import datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import PDFArray, PDFCatalog, PDFDate, PDFDictionary, PDFInfo, PDFName, PDFString

from reports.paper.streams import Stream

_DATE = slice(24, 36)
"""Where an ICC profile says when it was made (ICC.1:2010, table 17)."""
_VERSION = slice(8, 12)
"""And of which version it is: ISO 19005-2 knows those up to 4.2 (ICC.1:2004-10), whose tags are all that ours has."""
_KNOWN_VERSION = bytes((4, 0x20, 0, 0))
_FIXED_DATE = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{made_at}</xmp:CreateDate>
<xmp:ModifyDate>{made_at}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


class ArchivalCatalog(PDFCatalog):  # type: ignore[misc]
    """A document's root that also holds the output intents, which reportlab's own leaves out."""

    __NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    __Refs__ = __NoDefault__


class ArchivalInfo(PDFInfo):  # type: ignore[misc]
    """A document's properties in the old form: just those that its metadata tell, too (ISO 19005-2, 6.6.3)."""

    def format(self, document: Any) -> bytes:
        """Write them."""
        said = {"Title": self.title, "Author": self.author, "Subject": self.subject}
        made = {"Creator": self.creator, "Producer": self.producer}
        entries = {name: PDFString(text) for name, text in (said | made).items()}
        moment = PDFDate(ts=document._timeStamp, dateFormatter=self._dateFormatter)
        return bytes(PDFDictionary({**entries, "CreationDate": moment, "ModDate": moment}).format(document))


def make_archival(document: Any, *, title: str, author: str, subject: str, program: str, made_at: datetime) -> None:
    """Give a reportlab document what ISO 19005-2 asks beyond embedded fonts (6.2.3 output intent, 6.6.2 metadata)."""
    document.Catalog.__class__, document.info.__class__ = ArchivalCatalog, ArchivalInfo
    words = {"title": title, "author": author, "subject": subject, "program": program}
    packet = _PACKET.format(**{name: escape(text) for name, text in words.items()}, made_at=_moment(made_at))
    kind: dict[str, object] = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    document.Catalog.Metadata = Stream(packet.encode(), kind, is_packed=False)
    profile = document.Reference(Stream(_srgb(), {"N": 3}))
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": profile,
    }
    document.Catalog.OutputIntents = PDFArray([PDFDictionary(intent)])


@cache
def _srgb() -> bytes:
    """Make the profile of sRGB, of a version that archives know, without the moment of its making."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATE], profile[_VERSION] = _FIXED_DATE, _KNOWN_VERSION
    return bytes(profile)


def _moment(made_at: datetime) -> str:
    """Write a moment to the second, as the document's own properties have it."""
    moment = made_at.replace(microsecond=0)
    return moment.isoformat() if moment.tzinfo else f"{moment.isoformat()}+00:00"
