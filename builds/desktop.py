"""Meanwhile in a folder, for a computer without Python: `python -m builds.desktop [OUT]`.

It is built for the kind of computer that it is built on. Linux gets a folder with an entry for the
menu, macOS a `Meanwhile.app` besides, Windows a folder with a `Meanwhile.exe`.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from importlib import import_module
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
OUT: Final = ROOT / "build/desktop"
DESK: Final = ROOT / "builds/desk"
PYINSTALLER: Final = "pyinstaller==6.22.3"


def build(out: Path = OUT) -> Path:
    """Build it in `out`, anew; returns the folder. Raises CalledProcessError, OSError."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    out = out.resolve()
    python = _environment(out / "environment", project)
    _prepare(out / "prepared", project)
    subprocess.run(
        [
            *(python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN"),
            *("--distpath", out, "--workpath", out / "work", DESK / "meanwhile.spec"),
        ],
        cwd=ROOT,
        # Neither the modules of who builds it, nor a cache that was made by another.
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYINSTALLER_CONFIG_DIR": str(out / "cache")},
        check=True,
    )
    folder = out / "Meanwhile"
    if sys.platform == "linux":
        _unname(folder)
        _add_to_menu(folder)
    for used in ("environment", "prepared", "work", "cache"):
        shutil.rmtree(out / used)
    return folder


def _environment(place: Path, project: dict[str, Any]) -> Path:
    """A Python with what the app needs on a computer and PyInstaller, and nothing else."""
    venv.create(place, clear=True, with_pip=True)
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    needed = [*project["dependencies"], *project["optional-dependencies"]["desk"], PYINSTALLER]
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:")
    subprocess.run([python, *pip, *needed], check=True)
    return python


def _prepare(place: Path, project: dict[str, Any]) -> None:
    """What the app reads of itself and of Python: its version, the licence, Python's settings."""
    shutil.rmtree(place, ignore_errors=True)
    name, version = project["name"], project["version"]
    metadata = place / f"files/{name}-{version}.dist-info/METADATA"
    metadata.parent.mkdir(parents=True)
    metadata.write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n", "utf-8")
    beside = Path(os.__file__).with_name("LICENSE.txt")
    licence = beside if beside.exists() else Path(sys.base_prefix, "LICENSE.txt")
    shutil.copy(licence, place / "files/LICENSE.txt")
    modules = place / "modules"
    modules.mkdir()
    if sys.platform == "linux":
        settings = import_module(sysconfig._get_sysconfigdata_name())  # type: ignore[attr-defined]
        source = Path(settings.__file__ or "")
        (modules / source.name).write_bytes(_without_home(source.read_bytes()))


def _unname(folder: Path) -> None:
    """Take the home of who builds it out of the libraries of a Python that lies there."""
    for file in folder.rglob("*"):
        if file.is_file() and (content := file.read_bytes()) != (left := _without_home(content)):
            file.write_bytes(left)


def _without_home(content: bytes) -> bytes:
    python, home = sys.base_prefix, str(Path.home())
    if not Path(python).is_relative_to(home):
        return content
    # As long as before, or what comes after it in a library would not be found; and with the same
    # end, as a library keeps the version of Python only there.
    nobody = "/".ljust(len(home), "_") + python.removeprefix(home)
    return content.replace(python.encode(), nobody.encode())


def _add_to_menu(folder: Path) -> None:
    """What a desktop shows of it, and what puts it there for one account."""
    shutil.copy(DESK / "meanwhile.desktop", folder)
    shutil.copy(DESK / "install.sh", folder)
    shutil.copy(ROOT / "assets/icon.png", folder / "meanwhile.png")


if __name__ == "__main__":
    print(build(*map(Path, sys.argv[1:2])))
