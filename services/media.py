"""What kind of content a file has, told by its first bytes, and which kinds we dare to open."""

import re
from pathlib import PurePath
from unicodedata import category, normalize

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"PK\x03\x04", "application/zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"MZ", "application/x-msdownload"),
    (b"\x7fELF", "application/x-executable"),
    (b"#!", "text/x-script"),
)
_OFFICE = "application/vnd.openxmlformats-officedocument."
_INSIDE: dict[str, dict[str, str]] = {
    "application/zip": {
        ".docx": f"{_OFFICE}wordprocessingml.document",
        ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
        ".pptx": f"{_OFFICE}presentationml.presentation",
    },
    "application/x-ole-storage": {
        ".doc": "application/msword",
        ".xls": "application/vnd.ms-excel",
        ".ppt": "application/vnd.ms-powerpoint",
        ".wps": "application/vnd.ms-works",
    },
}
_OPENABLE: dict[str, tuple[str, ...]] = {
    "application/pdf": (".pdf",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/gif": (".gif",),
    "image/bmp": (".bmp",),
    "image/tiff": (".tif", ".tiff"),
    "image/webp": (".webp",),
    "text/plain": (".txt",),
    **{media: (suffix,) for kinds in _INSIDE.values() for suffix, media in kinds.items()},
}
_UNKNOWN = "application/octet-stream"
_DEVICE = re.compile(r"CON|PRN|AUX|NUL|(COM|LPT)\d", re.IGNORECASE)
"""Names that Windows keeps for its devices."""


def media_type_of(start: bytes, name: str) -> str:
    """Name the kind of content; the name's ending only tells apart what one container format may hold."""
    found = next((media for signature, media in _SIGNATURES if start.startswith(signature)), None)
    if found is None:
        found = "image/webp" if start[:4] == b"RIFF" and start[8:12] == b"WEBP" else _text_or_unknown(start)
    return _INSIDE.get(found, {}).get(_suffix(name), found)


def is_picture(media_type: str) -> bool:
    """Say whether the content is an image."""
    return media_type.startswith("image/")


def is_openable(media_type: str, name: str) -> bool:
    """Say whether content and name's ending agree on a kind that is only read, never run."""
    return _suffix(name) in _OPENABLE.get(media_type, ())


def safe_name(name: str, media_type: str) -> str:
    """Make a name that any file system takes, ending as the content says."""
    stem = "".join(letter for letter in PurePath(name).stem if _is_plain(letter)).strip(" .-")[:60].strip()
    stem = f"{stem}-" if _DEVICE.fullmatch(stem) else stem
    return f"{stem or 'file'}{_suffix(name) if is_openable(media_type, name) else ''}"


def safe_part(text: str, limit: int) -> str:
    """Make one part of a path that any file system takes, no longer than so many characters."""
    plain = "".join(letter if _is_plain(letter) else " " for letter in normalize("NFC", text))
    part = " ".join(plain.split()).strip(" .-")[:limit].strip(" .-")
    return f"{part}-" if _DEVICE.fullmatch(part) else part or "_"


def _is_plain(letter: str) -> bool:
    return letter in "-_ ()（）" or category(letter)[0] in "LN"


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _text_or_unknown(start: bytes) -> str:
    if not start or b"\x00" in start:
        return _UNKNOWN
    for encoding in ("utf-8", "gb18030"):
        try:
            start[:-4].decode(encoding) if len(start) > 8 else start.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start >= len(start) - 8:
                return "text/plain"
        else:
            return "text/plain"
    return _UNKNOWN
