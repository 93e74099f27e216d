"""Which font serves which role of a paper, character by character (paper.md section 2)."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import resources
from reports.errors import NoFontError
from reports.paper.truetype import TrueTypeFace, UnusableFontError, faces_in


class Role(StrEnum):
    """What a font is used for."""

    TITLE = "小标宋"
    BODY = "仿宋"
    HEAD = "黑体"
    SUBHEAD = "楷体"
    SONG = "宋体"
    TABLE = "表宋"
    LATIN = "西文"
    LATIN_BOLD = "西文粗"


class FontMode(StrEnum):
    """Whose fonts go first: the system's as offices use them, or only the fetched ones."""

    OFFICIAL = "official"
    REPRODUCIBLE = "reproducible"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A font file by name; `face` is the PostScript name of the one meant in a collection."""

    file: str
    face: str = ""


_FETCHED = {
    Role.TITLE: ("NotoSerifSC-Bold.ttf", "NotoSerifSC-SemiBold.ttf"),
    Role.BODY: ("NotoSerifSC-Regular.ttf",),
    Role.HEAD: ("NotoSansSC-Regular.ttf",),
    Role.SUBHEAD: ("LXGWWenKai-Regular.ttf",),
    Role.SONG: ("NotoSerifSC-Regular.ttf",),
    Role.TABLE: ("NotoSerifSC-Medium.ttf", "NotoSerifSC-Regular.ttf"),
    Role.LATIN: ("NotoSerifSC-Regular.ttf",),
    Role.LATIN_BOLD: ("NotoSerifSC-Bold.ttf",),
}

_SONG = (
    Candidate("simsun.ttc", "SimSun"),
    Candidate("Songti.ttc", "STSongti-SC-Regular"),
    Candidate("STSONG.TTF"),
    Candidate("CESI_SS_GB18030.TTF"),
    Candidate("FZSSK.TTF"),
    Candidate("FZSSJW.TTF"),
)

_SYSTEM = {
    Role.TITLE: (
        Candidate("FZXBSJW.TTF"),
        Candidate("FZXBSK.TTF"),
        Candidate("方正小标宋简体.ttf"),
        Candidate("方正小标宋_GBK.ttf"),
        Candidate("STZHONGS.TTF"),
        Candidate("Songti.ttc", "STSongti-SC-Bold"),
        Candidate("CESI_XBS_GB18030.TTF"),
    ),
    Role.BODY: (
        Candidate("SIMFANG_GB2312.TTF"),
        Candidate("仿宋_GB2312.ttf"),
        Candidate("simfang.ttf"),
        Candidate("STFANGSO.TTF"),
        Candidate("STFangsong.ttf"),
        Candidate("CESI_FS_GB18030.TTF"),
        Candidate("FZFSK.TTF"),
    ),
    Role.HEAD: (
        Candidate("simhei.ttf"),
        Candidate("STHeiti Light.ttc", "STHeitiSC-Light"),
        Candidate("CESI_HT_GB18030.TTF"),
        Candidate("FZHTK.TTF"),
    ),
    Role.SUBHEAD: (
        Candidate("SIMKAI_GB2312.TTF"),
        Candidate("楷体_GB2312.ttf"),
        Candidate("simkai.ttf"),
        Candidate("STKAITI.TTF"),
        Candidate("Kaiti.ttc", "STKaitiSC-Regular"),
        Candidate("CESI_KT_GB18030.TTF"),
        Candidate("FZKTK.TTF"),
    ),
    Role.SONG: _SONG,
    Role.TABLE: _SONG,
    Role.LATIN: (Candidate("times.ttf"), Candidate("Times New Roman.ttf")),
    Role.LATIN_BOLD: (Candidate("timesbd.ttf"), Candidate("Times New Roman Bold.ttf")),
}

_REST = (Role.SONG, Role.SUBHEAD, Role.TABLE, Role.HEAD)
"""Where a character is looked for that its own role's font lacks."""


class Faces:
    """The faces of one mode: for each role its own, then those that fill its gaps; `all` has each of them once."""

    def __init__(self, by_role: dict[Role, TrueTypeFace]) -> None:
        self.all = tuple(dict.fromkeys(by_role.values()))
        self._chains = {role: _chain(role, by_role) for role in Role}

    def face_for(self, role: Role, char: str) -> TrueTypeFace | None:
        """Find the face that prints the character, None when no font has it."""
        code = ord(char)
        return next((face for face in self._chains[role] if face.glyph(code)), None)

    def named(self) -> dict[Role, str]:
        """Say which face serves which role."""
        return {role: chain[0].name for role, chain in self._chains.items()}


def wanted_mode() -> FontMode:
    """Take the mode the environment asks for (VOCCHECK_FONT_MODE), the system's fonts first without it."""
    asked = os.environ.get("VOCCHECK_FONT_MODE", "")
    return FontMode(asked) if asked in list(FontMode) else FontMode.OFFICIAL


@cache
def faces(mode: FontMode) -> Faces:
    """Open the fonts of a mode; raises NoFontError when there is not one."""
    system = _system_files() if mode is FontMode.OFFICIAL else {}
    found = {role: face for role in Role if (face := _first_face(role, system)) is not None}
    if not found:
        raise NoFontError((*resources.font_folders(), *(_system_folders() if system else ())))
    return Faces(found)


def _chain(role: Role, by_role: dict[Role, TrueTypeFace]) -> tuple[TrueTypeFace, ...]:
    wanted = [role, *_REST, *by_role]
    return tuple(dict.fromkeys(by_role[one] for one in wanted if one in by_role))


def _first_face(role: Role, system: dict[str, Path]) -> TrueTypeFace | None:
    candidates = [(system[c.file.lower()], c.face) for c in _SYSTEM[role] if c.file.lower() in system]
    fetched = [(path, "") for name in _FETCHED[role] if (path := resources.font(name)) is not None]
    return next(_usable([*candidates, *fetched]), None)


def _usable(files: Iterable[tuple[Path, str]]) -> Iterator[TrueTypeFace]:
    for path, name in files:
        for index in range(_faces_in(path)):
            face = _opened(path, index)
            if face is not None and name in ("", face.name):
                yield face


@cache
def _opened(path: Path, index: int) -> TrueTypeFace | None:
    try:
        return TrueTypeFace(path, index)
    except (UnusableFontError, OSError):
        return None


def _faces_in(path: Path) -> int:
    try:
        return faces_in(path)
    except OSError:
        return 0


def _system_files() -> dict[str, Path]:
    wanted = {candidate.file.lower() for candidates in _SYSTEM.values() for candidate in candidates}
    found: dict[str, Path] = {}
    for place, folders, files in (step for folder in _system_folders() for step in os.walk(folder)):
        folders.sort()
        for name in sorted(files):
            if name.lower() in wanted:
                found.setdefault(name.lower(), Path(place, name))
    return found


def _system_folders() -> tuple[Path, ...]:
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - a user without a home is no reason not to print
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        folders = [windows / "Fonts", home / "AppData" / "Local" / "Microsoft" / "Windows" / "Fonts"]
    elif sys.platform == "darwin":
        folders = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"]
        folders += sorted(Path("/System/Library").glob("AssetsV*/com_apple_MobileAsset_Font*"))
    else:
        folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local" / "share" / "fonts"]
        folders.append(home / ".fonts")
    return tuple(folder for folder in folders if folder.is_dir())
