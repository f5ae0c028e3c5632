"""The licences of what comes along, word for word, as far as this copy of the app has them."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from views.shipped import Shipped

LICENCE_FILE: Final = re.compile(r"dist-info/.*(licen[sc]e|copying|notice)[^/]*$", re.IGNORECASE)
BETWEEN: Final = f"\n{'-' * 80}\n"
"""What stands between the notices of the client."""


def version_of(one: Shipped) -> str:
    """The version of a package that is here; empty for all else."""
    there = _there(one)
    return there.version if there else ""


def text_of(one: Shipped) -> str:
    """Its licence word for word; empty where this copy of the app brings none."""
    if one.notice:
        return "\n\n".join(notices().get(one.notice, ()))
    if one.file is not None:
        return _read(one.file)
    there = _there(one)
    files = (there.files or ()) if there else ()
    found = (file for file in files if LICENCE_FILE.search(f"/{file}"))
    # On Android packages lie in a zip, where no path of the disk leads.
    return "\n\n".join(file.read_binary().decode("utf-8", "replace").strip() for file in found)


def all_notices() -> str:
    """The notices of the client, as they are; empty where this copy of the app brings none."""
    spec = find_spec("flet_web")
    folders = (spec.submodule_search_locations or ()) if spec else ()
    return "".join(_read(Path(folder) / "web/assets/NOTICES") for folder in folders)


@cache
def notices() -> dict[str, tuple[str, ...]]:
    """The notices of the client, of each of what it is made of."""
    texts: dict[str, tuple[str, ...]] = {}
    for names, text in _apart(all_notices()):
        for name in names:
            texts[name] = (*texts.get(name, ()), text)
    return texts


def _apart(whole: str) -> Iterator[tuple[list[str], str]]:
    for part in whole.split(BETWEEN) if whole else ():
        names, _, text = part.partition("\n\n")
        yield names.split(), text.strip()


def _there(one: Shipped) -> Distribution | None:
    try:
        return distribution(one.name)
    except PackageNotFoundError:
        return None


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
