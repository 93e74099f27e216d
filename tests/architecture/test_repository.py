"""What git keeps: text of our own and pictures, no third-party binary, no registry's address."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_FOREIGN = {".ttf", ".otf", ".ttc", ".woff", ".woff2", ".exe", ".dll", ".so", ".dylib", ".whl", ".deb", ".tgz", ".zip"}
_PICTURES = {".png", ".jpg", ".ico"}
_LARGEST = 2_000_000
# Each is spelt so that it does not find itself here.
_REGISTRY = re.compile("python[h]osted|pypi[.]org/simple|registry[.]npmjs|--(extra-)?index-url|deb[.]debian")


def _kept() -> list[Path]:
    if shutil.which("git") is None or not (_ROOT / ".git").exists():
        pytest.skip("there is no git, or no clone, to ask what is kept")
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=_ROOT, check=True, capture_output=True, text=True
    )
    return [_ROOT / name for name in listing.stdout.split("\0") if name and (_ROOT / name).is_file()]


def test_no_third_party_binary_is_kept() -> None:
    assert [str(file) for file in _kept() if file.suffix.lower() in _FOREIGN] == []


def test_everything_but_pictures_is_text_in_utf_8() -> None:
    for file in _kept():
        if file.suffix.lower() not in _PICTURES:
            assert "\0" not in file.read_text(encoding="utf-8"), file


def test_no_file_is_so_large_that_a_clone_waits_for_it() -> None:
    assert [str(file) for file in _kept() if file.stat().st_size > _LARGEST] == []


def test_no_registry_address_is_kept() -> None:
    texts = [file for file in _kept() if file.suffix.lower() not in _PICTURES]
    assert texts
    assert [str(file) for file in texts if _REGISTRY.search(file.read_text(encoding="utf-8"))] == []
