"""Where a folder lies."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from models.errors import NetworkFolderError
from models.places import REMOTE, filesystem_of, innermost, is_share, is_synced
from models.store import Store

MOUNTS = r"""
22 1 252:0 / / rw,relatime - ext4 /dev/vda rw
23 22 0:50 / /mnt/学校 rw,relatime shared:1 - nfs4 server:/export rw
24 22 0:51 / /mnt/two\040words rw,relatime - cifs //server/share rw
25 23 0:52 / /mnt/学校/local rw - tmpfs tmpfs rw
26 22 0:53 / /mnt/over rw - ext4 /dev/vdb rw
27 22 0:54 / /mnt/over rw - fuse.sshfs host:/ rw
""".strip().splitlines()


@pytest.mark.parametrize(
    ("place", "filesystem"),
    [
        ("/home/wang", "ext4"),
        ("/mnt/学校/自评", "nfs4"),
        ("/mnt/学校", "nfs4"),
        ("/mnt/学校2", "ext4"),
        ("/mnt/two words/a", "cifs"),
        ("/mnt/学校/local/a", "tmpfs"),
        ("/mnt/over/a", "fuse.sshfs"),
    ],
)
def test_the_innermost_mount_says_the_filesystem(place: str, filesystem: str) -> None:
    assert innermost(PurePosixPath(place), MOUNTS) == filesystem


@pytest.mark.parametrize("filesystem", ["nfs4", "cifs", "smb3", "fuse.sshfs", REMOTE])
def test_a_filesystem_of_another_computer_is_a_share(filesystem: str) -> None:
    assert is_share(PurePosixPath("/data"), lambda _: filesystem)


@pytest.mark.parametrize("filesystem", ["", "ext4", "btrfs", "tmpfs", "overlay", "fuseblk", "vfat", "9p"])
def test_a_filesystem_of_this_computer_is_none(filesystem: str) -> None:
    assert not is_share(PurePosixPath("/data"), lambda _: filesystem)


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        (r"\\server\share\自评", True),
        (r"\\?\UNC\server\share\自评", True),
        (r"\\?\C:\自评", False),
        (r"C:\自评", False),
    ],
)
def test_a_path_that_names_a_server_is_a_share(folder: str, expected: bool) -> None:
    assert is_share(PureWindowsPath(folder), lambda _: "") is expected


@pytest.mark.parametrize(
    "folder",
    [
        r"C:\Users\王\OneDrive\自评",
        r"C:\Users\王\OneDrive - 第一职业学校\自评",
        r"D:\BaiduSyncdisk\自评",
        r"D:\百度网盘同步空间\自评",
        r"C:\Users\王\Nutstore Files\自评",
        r"C:\Users\王\Nutstore\1\自评",
        r"D:\我的坚果云\自评",
        r"D:\WPS云盘\自评",
        r"C:\Users\王\Dropbox (Personal)\自评",
    ],
)
def test_folders_of_the_usual_cloud_programs_are_known(folder: str) -> None:
    assert is_synced(PureWindowsPath(folder))


@pytest.mark.parametrize(
    "folder", ["/home/wang/自评", "/home/wang/网盘资料", "/home/wang/Dropboxes/a", "/srv/driveway"]
)
def test_other_folders_are_not_taken_for_them(folder: str) -> None:
    assert not is_synced(PurePosixPath(folder))


def test_this_computers_own_filesystem_is_named_also_for_a_folder_to_come(tmp_path: Path) -> None:
    assert filesystem_of(tmp_path / "to" / "come") == filesystem_of(tmp_path)


def test_a_workspace_on_a_share_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    def on_a_share(_folder: PurePath) -> str:
        return "cifs"

    with pytest.raises(NetworkFolderError) as refusal:
        Store.open(tmp_path / "w", filesystem_of=on_a_share)
    assert refusal.value.path == tmp_path / "w"
    assert list(tmp_path.iterdir()) == []
