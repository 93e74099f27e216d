"""The report as a document to be kept: what ISO 19005-2, level B asks, as far as it can be read off the file."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import fromstring

import pikepdf
import pytest
from PIL import ImageCms

from reports.content.self_assessment import build_self_assessment
from reports.paper.faces import Faces
from reports.paper.self_assessment import print_self_assessment
from services.dossiers import Dossier
from tests.reports.samples import AT, a_filled_checklist

_FORBIDDEN = ("/JavaScript", "/AA", "/OpenAction", "/Encrypt", "/SMask", "/Group", "/CA", "/ca", "/TR", "/F")


@pytest.fixture(scope="module")
def pdf(some_faces: Faces) -> Iterator[pikepdf.Pdf]:
    report = build_self_assessment(Dossier(a_filled_checklist("yiyang")), AT)
    with pikepdf.open(BytesIO(print_self_assessment(report, some_faces).content)) as opened:
        yield opened


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream))


def test_it_names_its_level_and_says_of_itself_twice_the_same(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        assert said.pdfa_status == "2B"
        assert said["dc:title"] == str(pdf.docinfo.Title)
        assert list(said["dc:creator"]) == [str(pdf.docinfo.Author)]
        assert said["dc:description"] == str(pdf.docinfo.Subject)
        assert said["xmp:CreatorTool"] == str(pdf.docinfo.Creator)
        assert said["pdf:Producer"] == str(pdf.docinfo.Producer)
        assert said["xmp:CreateDate"] == "2025-11-14T16:20:00+08:00"
        told = {"/Title", "/Author", "/Subject", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
        assert set(pdf.docinfo.keys()) == told, "said in the properties, but not in the metadata"
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20251114162000+08'00'"


def test_characters_that_xml_cannot_hold_spoil_no_metadata(some_faces: Faces) -> None:
    report = replace(
        build_self_assessment(Dossier(a_filled_checklist("yiyang")), AT), title=("示例\x01学\ufffe校\ud800", "年度")
    )
    with pikepdf.open(BytesIO(print_self_assessment(report, some_faces).content)) as pdf:
        fromstring(pdf.Root.Metadata.read_bytes().decode().strip())
        assert str(pdf.docinfo.Author) == "示例学校"


def test_its_colours_mean_something(pdf: pikepdf.Pdf) -> None:
    (intent,) = pdf.Root.OutputIntents
    assert str(intent.S) == "/GTS_PDFA1"
    profile = intent.DestOutputProfile
    assert int(profile.N) == 3
    assert profile.read_bytes()[36:40] == b"acsp"
    assert profile.read_bytes()[8:10] <= b"\x04\x20", "a version that ISO 19005-2 does not know"
    assert profile.read_bytes()[84:100] == bytes(16), "a digest of the profile that is true no more"
    assert ImageCms.ImageCmsProfile(BytesIO(profile.read_bytes())).profile.xcolor_space == "RGB "


def test_nothing_in_it_runs_hides_or_lies_elsewhere(pdf: pikepdf.Pdf) -> None:
    assert "/ID" in pdf.trailer
    for one in dictionaries(pdf):
        names = _FORBIDDEN[:-1] if one.get("/Type") == "/Annot" else _FORBIDDEN
        assert not [name for name in names if name in one], one
        assert one.get("/Filter") != "/LZWDecode"


def test_links_are_printed_and_never_hidden(pdf: pikepdf.Pdf) -> None:
    links = [link for page in pdf.pages for link in page.get("/Annots", [])]
    assert links
    assert {int(link.F) for link in links} == {4}


def test_each_glyph_shown_is_in_its_font_with_the_width_it_says(pdf: pikepdf.Pdf) -> None:
    fonts = [one for one in dictionaries(pdf) if one.get("/Subtype") == "/CIDFontType2"]
    assert fonts
    for font in fonts:
        assert "/CIDToGIDMap" in font
        assert "/W" in font
        assert "/FontFile2" in font.FontDescriptor
