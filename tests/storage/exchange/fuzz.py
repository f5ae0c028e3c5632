"""Any file at all, handed over: guided by what each reaches, until one is found that hurts.

`python -m tests.storage.exchange.fuzz [-runs=N] [-max_total_time=SECONDS]`, and whatever else
libFuzzer knows. It is over with the first file that raises anything but a JournalError. Files that
reach something new, and that one, are kept among the temporary files of this device, and the next
run begins with them; given as an argument, a file is tried alone. It needs atheris, which is no
dependency of development: it has wheels for Linux and for a few versions of Python only.
"""

import io
import json
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any, Final

atheris = import_module("atheris")
with atheris.instrument_imports(include=["domain", "storage"], enable_loader_override=False):
    meanwhile = import_module("storage.exchange.meanwhile")
    recognise = import_module("storage.exchange.recognise")
    seeds = import_module("tests.storage.exchange.seeds")
    journal = import_module("domain.journal")

ZONES: Final = ("Europe/Berlin", "Pacific/Apia")
KEPT: Final = Path(tempfile.gettempdir(), "meanwhile-fuzz")
LONGEST: Final = 1 << 16
BROKEN: Final = (
    ValueError,
    LookupError,
    RuntimeError,
    OSError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What is raised where a file is not what it was taken for."""
MEMBERS: Final = 20
"""Files of an archive that are changed; one with more is changed as bytes."""
STRANGE: Final[tuple[Any, ...]] = (
    *(None, True, 0, -1, 2**63, 10**400, 1e308, -0.0, 1674550757766, [], {}, "", "\0", "\ud83d"),
    *("0000-01-01", "0001-01-01T00:00+14:00", "9999-12-31T23:59:59-12:00", "1969-12-31", "24:00"),
    *(
        "2024-W01-1",
        "30 February 2020",
        "2026 Sun Feb 30 4:04 PM",
        "../../etc/passwd",
        "a" * 100_001,
    ),
    *("![](dayone-moment://", "\\", "<b", "&#x110000;", '"', "\r", "\u2028", "|", ";", "²", "١"),
)


def tried(content: bytes) -> None:
    """Hand a file over; whatever it is, it is read, or what is wrong is told in a sentence."""
    found = _found(content)
    if isinstance(found, str):
        assert found.endswith(".")
        return
    for record in found.records:
        assert record.at.utcoffset() is not None
        assert len(record.id) == 26
    for bad in found.bad:
        assert bad.reason.endswith(".")
        bad.text.encode()
    meanwhile.as_lines(found.entries)


def _found(content: bytes) -> Any:
    try:
        return recognise.read(content, ZONES[len(content) % len(ZONES)])
    except journal.JournalError as error:
        return str(error)


def mutated(content: bytes, size: int, seed: int) -> bytes:
    """Another file: as what it is, where that can be told, else its bytes."""
    chance = Random(seed)
    changed = None if chance.random() < 0.3 else _changed(content, chance)
    if changed is None or len(changed) > size:
        return bytes(atheris.Mutate(content, size))
    return changed


def _changed(content: bytes, chance: Random) -> bytes | None:
    for change in (_archive, _json, _table):
        try:
            return change(content, chance)
        except BROKEN:
            continue
    return None


def _archive(content: bytes, chance: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        files = [(one.filename, opened.read(one)) for one in opened.infolist()[:MEMBERS]]
    place = chance.randrange(len(files))
    name, held = files[place]
    files[place] = (name, _changed(held, chance) or b"")
    again = io.BytesIO()
    with zipfile.ZipFile(again, "w") as opened:
        for name, held in dict(files).items():
            opened.writestr(name, held)
    return again.getvalue()


def _json(content: bytes, chance: Random) -> bytes:
    held = json.loads(content)
    inside = _somewhere(held, chance)
    if isinstance(inside, list):
        inside.insert(chance.randint(0, len(inside)), _other(inside, chance))
    elif inside and chance.random() < 0.8:
        name = chance.choice(list(inside))
        inside[name] = _other(inside[name], chance)
    elif inside:
        del inside[chance.choice(list(inside))]
    return json.dumps(held).encode()


def _somewhere(held: Any, chance: Random) -> Any:
    """A list or a dict inside of it, or itself. Raises ValueError where it is neither."""
    if not isinstance(held, list | dict):
        raise ValueError("it holds nothing")
    inner = held if isinstance(held, list) else list(held.values())
    deeper = [one for one in inner if isinstance(one, list | dict)]
    return _somewhere(chance.choice(deeper), chance) if deeper and chance.random() < 0.8 else held


def _other(value: Any, chance: Random) -> Any:
    ways: list[Callable[[], Any]] = [
        lambda: chance.choice(STRANGE),
        lambda: [value],
        lambda: {"id": value},
        lambda: str(value),
        lambda: chance.choice(str(value) or "?"),
        lambda: chance.randint(-10, 3_000),
    ]
    return chance.choice(ways)()


def _table(content: bytes, chance: Random) -> bytes:
    text = content.decode()
    separator = max(",\t;", key=text.count)
    cells = text.split(separator)
    place = chance.randrange(len(cells))
    other = str(chance.choice((*STRANGE, *cells)))
    cells[place] = other if chance.random() < 0.6 else f"{cells[place]}{separator}{other}"
    return separator.join(cells).encode()


def run(options: list[str]) -> None:
    """Begin with a file of every format, and go on until it is stopped."""
    KEPT.mkdir(exist_ok=True)
    for place, one in enumerate(seeds.seeds()):
        (KEPT / f"seed-{place}").write_bytes(one)
    known = (f"-max_len={LONGEST}", "-timeout=30", f"-artifact_prefix={KEPT}/")
    places = [] if any(Path(one).is_file() for one in options) else [str(KEPT)]
    atheris.Setup([sys.argv[0], *known, *options, *places], tried, custom_mutator=mutated)
    atheris.Fuzz()


if __name__ == "__main__":
    run(sys.argv[1:])
