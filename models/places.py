"""What kind of place a folder lies in: on this computer, on a network share, where a program synchronises."""

import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath

FilesystemOf = Callable[[PurePath], str]

REMOTE = "remote"
"""How Windows' word for any share is given here."""

_SHARES = frozenset(
    f"{REMOTE} nfs nfs4 cifs smb2 smb3 smbfs ncpfs afs ceph glusterfs lustre davfs vboxsf prl_fs fuse.sshfs"
    " fuse.davfs2 fuse.rclone fuse.gvfsd-fuse fuse.glusterfs fuse.curlftpfs fuse.smbnetfs fuse.vmhgfs-fuse".split()
)
"""Filesystems on which SQLite's journal and locks cannot be trusted."""

_UNC = re.compile(r"\\\\(?![?.]\\)|\\\\\?\\UNC\\", re.IGNORECASE)

_SYNCED = re.compile(
    r"(OneDrive|Dropbox|iCloud ?Drive|Mobile Documents|CloudStorage|Google ?Drive"
    r"|Baidu ?(Syncdisk|NetdiskWorkspace)|百度网盘(同步空间|同步盘)|Nutstore( Files)?|(我的)?坚果云"
    r"|WPS ?Drive|WPS ?[云网]盘|微云同步助手|(阿里|天翼|移动)云盘(同步盘)?|115(同步盘|生活)"
    r"|Seafile|Nextcloud|ownCloud|Syncthing)( - .*| \(.*\)|[-_]?\d+)?",
    re.IGNORECASE,
)
_DRIVE_REMOTE = 4


def is_share(folder: PurePath, filesystem_of: FilesystemOf) -> bool:
    """Say whether a folder lies on another computer."""
    return _UNC.match(folder.drive) is not None or filesystem_of(folder) in _SHARES


def is_mount(folder: Path) -> bool:
    """Say whether a folder is the root of a disk; Path's own word fails on Windows before Python 3.12."""
    return os.path.ismount(folder)


def is_synced(folder: PurePath) -> bool:
    """Say whether a cloud's program may be copying a folder while we write, told by the names above it."""
    return any(_SYNCED.fullmatch(name) for name in folder.parts)


def filesystem_of(folder: PurePath) -> str:
    """Name the filesystem that a folder lies on, or would; empty where the system does not say."""
    place = Path(folder).resolve()
    if sys.platform == "win32":
        return _drive_kind(place)
    mounts = Path("/proc/self/mountinfo")
    return innermost(place, mounts.read_text(errors="replace").splitlines()) if mounts.exists() else ""


def innermost(place: PurePath, mounts: Iterable[str]) -> str:
    """Find, among the lines of Linux' mountinfo, the filesystem mounted closest above a place."""
    found = ("", "")
    for line in mounts:
        before, _, after = line.partition(" - ")
        mounted = re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), before.split()[4])
        if place.is_relative_to(mounted) and len(mounted) >= len(found[0]):
            found = (mounted, after.split()[0])
    return found[1]


def _drive_kind(place: Path) -> str:
    import ctypes

    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{place.drive}{os.sep}")  # type: ignore[attr-defined,unused-ignore]
    return REMOTE if kind == _DRIVE_REMOTE else ""
