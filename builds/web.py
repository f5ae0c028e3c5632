"""The app as a folder of files: installs from a browser, works without a network.

python -m builds.web [OUT]    build/web where nothing else is said
"""

import base64
import gzip
import hashlib
import io
import json
import os
import re
import shutil
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import requires, version
from pathlib import Path
from typing import Final

import flet_web
from babel.messages.pofile import read_po
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from builds.registry import Node, libsodium, pip

ROOT: Final = Path(__file__).parents[1]
OUT: Final = ROOT / "build" / "web"
COMPILE: Final = Path(__file__).parent / "compile.mjs"
PAGE: Final = Path(__file__).parent / "page"
POLICY: Final = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'self'; form-action 'none'"
)
"""Flutter writes styles into the page, and compiles WebAssembly."""

# -- Python ------------------------------------------------------------------------------------

PYTHON: Final = {
    "python_version": "3.14",
    "python_full_version": "3.14.0",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "platform_system": "Emscripten",
    "platform_machine": "wasm32",
    "sys_platform": "emscripten",
    "os_name": "posix",
    "extra": "",
}
"""Flet's Pyodide, as the markers of requirements see it."""
WHEELS: Final = (
    "--platform=pyemscripten_2026_0_wasm32",
    "--python-version=3.14",
    "--implementation=cp",
    "--abi=cp314",
    "--abi=abi3",
    "--abi=none",
    "--only-binary=:all:",
    "--no-deps",
)
LEFT_OUT: Final = frozenset(("pynacl", "pillow"))
"""What has no wheel for Pyodide: libsodium.js stands for one, the others can be done without."""
BESIDES: Final = ("uharfbuzz",)
"""What a computer has too, and a phone has not."""
UNUSED: Final = ("bin", "share", "flet/testing", "icalendar/tests")
CODE: Final = (
    "main.py",
    "LICENSE",
    "domain",
    "storage",
    "views",
    "assets/fonts",
    "assets/licences",
)

# -- the client --------------------------------------------------------------------------------

CLIENT: Final = (
    "main.dart.js",
    "flutter.js",
    "version.json",
    "canvaskit/canvaskit.*",
    "canvaskit/chromium/canvaskit.*",
    "pyodide/pyodide.mjs",
    "pyodide/pyodide.asm.*",
    "pyodide/pyodide-lock.json",
    "pyodide/python_stdlib.zip",
    "assets/*.*",
    "assets/fonts/*",
    "assets/shaders/*",
    "assets/packages/cupertino_icons/**/*",
    "assets/packages/wakelock_plus/**/*",
)
"""What is needed of Flet's client, which is built for every app there may be."""
ELSEWHERE: Final = ("*.html", "icon_*.png", "splash*.png")
"""Assets of the other builds."""
OFFLINE: Final = "flutter_service_worker.js"
NOT_NEEDED: Final = (".symbols", ".map")


def build(out: Path) -> None:
    """Build everything into a folder, which is emptied before."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    _client(out)
    for path in _files(ROOT / "assets"):
        if not any(map(path.match, ELSEWHERE)):
            _copy(path, out / path.relative_to(ROOT / "assets"))
    for path in sorted((ROOT / "storage" / "browser").glob("*.js")):
        _copy(path, out / path.name)
    with tempfile.TemporaryDirectory() as folder:
        temporary = Path(folder)
        node = Node(temporary)
        libsodium(out / "sodium", node, temporary)
        _python(out, node, temporary)
    _page(out)
    keep_offline(out)


def _client(out: Path) -> None:
    web = Path(flet_web.get_package_web_dir())
    for pattern in CLIENT:
        for path in web.glob(pattern):
            if path.is_file() and path.suffix not in NOT_NEEDED:
                _copy(path, out / path.relative_to(web))
    fonts = out / "assets" / "FontManifest.json"
    flet_web.patch_font_manifest_json(str(fonts))
    listed = json.loads(fonts.read_text(encoding="utf-8"))
    here = [one for one in listed if (out / "assets" / one["fonts"][0]["asset"]).exists()]
    fonts.write_text(json.dumps(here), encoding="utf-8")


def _python(out: Path, node: Node, temporary: Path) -> None:
    stage, packages = temporary / "app", temporary / "packages"
    for name in CODE:
        for path in _files(ROOT / name):
            _copy(path, stage / path.relative_to(ROOT))
    notices = Path(flet_web.get_package_web_dir()) / "assets" / "NOTICES"
    # Where the app looks for them.
    _copy(notices, stage / "flet_web" / "web" / "assets" / "NOTICES")
    _copy(Path(os.__file__).with_name("LICENSE.txt"), stage / "assets" / "licences" / "Python.txt")
    about = stage / f"meanwhile-{version('meanwhile')}.dist-info" / "METADATA"
    about.parent.mkdir()
    about.write_text(f"Metadata-Version: 2.1\nName: meanwhile\nVersion: {version('meanwhile')}\n")
    for path in _files(ROOT / "builds" / "nacl"):
        _copy(path, packages / path.relative_to(ROOT / "builds"))
    pip(*WHEELS, f"--target={packages}", *wheels())
    for pattern in UNUSED:
        for path in packages.glob(pattern):
            shutil.rmtree(path)
    _leave_out_languages(packages / "babel" / "locale-data")
    for folder in (stage, packages):
        node.run(str(COMPILE), f"{flet_web.get_package_web_dir()}/pyodide/pyodide.mjs", str(folder))
    # What is built for WebAssembly can't be loaded out of an archive, and Babel reads files.
    for built in {packages / "babel", *(path.parent for path in packages.rglob("*.so"))}:
        shutil.move(built, stage / built.relative_to(packages))
    pack(stage, out / "app.tar.gz")
    pack_unopened(packages, out / "packages.zip")


def _leave_out_languages(data: Path) -> None:
    spoken = {"root", "en", *(path.stem for path in (ROOT / "domain" / "locales").glob("*.po"))}
    for path in data.glob("*.dat"):
        if path.stem.split("_")[0] not in spoken:
            path.unlink()


def wheels() -> list[str]:
    """All that the app needs there, with the versions that are installed here."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = dict(_closure([*project["dependencies"], *BESIDES]))
    return [f"{name}=={number}" for name, number in sorted(wanted.items())]


def _closure(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        one = Requirement(line)
        name = canonicalize_name(one.name)
        if name in LEFT_OUT or (one.marker and not one.marker.evaluate(PYTHON)):
            continue
        yield name, version(name)
        yield from _closure(requires(one.name) or [])


def pack(folder: Path, out: Path) -> None:
    """Put a folder into a tar.gz: sorted and without times, so that it is always the same."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for path in _files(folder):
            info = tarfile.TarInfo(path.relative_to(folder).as_posix())
            info.size = path.stat().st_size
            with path.open("rb") as opened:
                tar.addfile(info, opened)
    out.write_bytes(gzip.compress(packed.getvalue(), 9, mtime=0))


def pack_unopened(folder: Path, out: Path) -> None:
    """Put a folder into a zip, which Python imports from; always the same too."""
    with zipfile.ZipFile(out, "w") as packed:
        for path in _files(folder):
            info = zipfile.ZipInfo(path.relative_to(folder).as_posix())
            packed.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)


def _page(out: Path) -> None:
    bootstrap = Path(flet_web.get_package_web_dir(), "flutter_bootstrap.js").read_text(
        encoding="utf-8"
    )
    engine = re.search(r'"engineRevision":"(\w+)"', bootstrap)
    assert engine is not None
    for path in PAGE.iterdir():
        text = (
            path.read_text(encoding="utf-8")
            .replace("@POLICY@", POLICY)
            .replace("@ENGINE@", engine[1])
            .replace("@SAID@", json.dumps(said(), ensure_ascii=False))
        )
        (out / path.name).write_text(text, encoding="utf-8")


def said() -> dict[str, dict[str, str]]:
    """What the page says before the app does, by language, as the catalogues have it."""
    catalogues: dict[str, dict[str, str]] = {"en": {}}
    for file in sorted((ROOT / "domain" / "locales").glob("*.po")):
        with file.open("rb") as opened:
            catalogues[file.stem] = {
                str(one.id): str(one.string)
                for one in read_po(opened)
                if any(path.startswith("builds/page/") for path, _ in one.locations)
            }
    return catalogues


def keep_offline(out: Path) -> None:
    """Write the service worker, which names every other file with what it holds."""
    (out / OFFLINE).unlink(missing_ok=True)
    hashes = {path.relative_to(out).as_posix(): _hash(path) for path in _files(out)}
    text = (
        (PAGE / OFFLINE)
        .read_text(encoding="utf-8")
        .replace("@FILES@", json.dumps(hashes, indent=0))
    )
    (out / OFFLINE).write_text(text, encoding="utf-8")


def _hash(path: Path) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(
        one for one in path.rglob("*") if one.is_file() and "__pycache__" not in one.parts
    )


def _copy(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, to)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
