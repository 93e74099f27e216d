"""What content is, and what may be opened."""

import pytest

from services.media import is_openable, is_picture, media_type_of, safe_name


@pytest.mark.parametrize(
    ("start", "name", "media_type"),
    [
        (b"%PDF-1.4\n", "a.pdf", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n....", "a", "image/png"),
        (b"\xff\xd8\xff\xe0", "a.jpg", "image/jpeg"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a.webp", "image/webp"),
        (b"PK\x03\x04....", "a.DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"PK\x03\x04....", "a.docm", "application/zip"),
        ("会议纪要".encode(), "a.txt", "text/plain"),
        ("会议纪要".encode("gb18030"), "a.txt", "text/plain"),
        (("长" * 2000).encode()[:4096], "a.txt", "text/plain"),
        (b"\x00\x01\x02", "a.txt", "application/octet-stream"),
        (b"\xff\xfe\xfd\xfc\xfb\xfa\xff\xff\xff\xff", "a.txt", "application/octet-stream"),
    ],
)
def test_content_is_told_by_its_first_bytes(start: bytes, name: str, media_type: str) -> None:
    assert media_type_of(start, name) == media_type


def test_content_and_ending_must_agree_before_anything_is_opened() -> None:
    assert is_openable("image/jpeg", "照片.JPEG")
    assert not is_openable("image/jpeg", "照片.exe")
    assert not is_openable("application/x-msdownload", "照片.jpg")
    assert not is_openable("text/plain", "a.bat")


def test_only_images_are_pictures() -> None:
    assert is_picture("image/webp")
    assert not is_picture("application/pdf")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("会议纪要（终稿）.pdf", "会议纪要（终稿）.pdf"),
        ("..\\..\\boot.pdf", "boot.pdf"),
        ("CON.pdf", "CON-.pdf"),
        ("\u202efdp.exe", "fdp"),
        ("a:b|c?.pdf", "abc.pdf"),
        ("名" * 300 + ".pdf", "名" * 60 + ".pdf"),
        (".pdf", "pdf"),
        ("", "file"),
    ],
)
def test_a_safe_name_keeps_what_is_plain(name: str, safe: str) -> None:
    assert safe_name(name, "application/pdf") == safe
