"""The header of a journal: what `vault.json` holds, kept whole by a checksum.

It says which journal it is, from which generation on it is sealed or plain, wraps its key once for
each secret, and where the journal ended. The checksum of a sealed journal is made with its key.
"""

import dataclasses
import json
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from ulid import ULID

from domain.journal import JournalError
from domain.language import N_
from storage import sealing
from storage.engine.frames import frame_at
from storage.engine.store import FORMAT, End
from storage.engine.values import decoded
from storage.sealing import Slot

NAME: Final = "vault.json"
APP: Final = "meanwhile"

Seals = tuple[tuple[int, bool], ...]


@dataclass(frozen=True, slots=True)
class Header:
    """What vault.json holds. `seals`: from that generation on, sealed or not."""

    journal: str
    device: str
    format: int = FORMAT
    seals: Seals = ((0, False),)
    slots: tuple[Slot, ...] = ()
    end: End | None = None

    def encoded(self, key: bytes) -> bytes:
        """The bytes of vault.json."""
        body = {"app": APP, **asdict(self)}
        return json.dumps({**body, "sum": summed(body, key)}, indent=1).encode()

    @classmethod
    def decoded(cls, content: bytes) -> tuple["Header", dict[str, Any]]:
        """The header, and all that is summed up. Raises ValueError for what is none."""
        try:
            body = json.loads(content)
            fields = {field.name: body[field.name] for field in dataclasses.fields(cls)}
            fields["slots"] = tuple(map(sealing.as_slot, fields["slots"]))
            fields["seals"] = tuple((int(first), bool(is_on)) for first, is_on in fields["seals"])
            fields["end"] = End(**fields["end"]) if fields["end"] else None
            header = cls(**fields)
        except (TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ValueError("no header") from error
        if body.get("app") != APP or not isinstance(header.format, int):
            raise ValueError("no header of ours")
        return header, body

    def sealed_from(self, generation: int, on: bool) -> Seals:
        """The seals, where from a generation on everything is sealed or nothing is."""
        return (*(one for one in self.seals if one[0] < generation), (generation, on))


def summed(body: dict[str, Any], key: bytes) -> str:
    """The checksum of all that a header holds."""
    rest = {name: value for name, value in body.items() if name != "sum"}
    return blake2b(json.dumps(rest, sort_keys=True).encode(), key=key).hexdigest()


def found_again(folder: Path) -> Header | None:
    """The header of a plain journal, from its logs. Raises JournalError where none tells it."""
    kept = [path for kind in ("snap", "log") for path in folder.glob(f"{kind}-*")]
    for path in sorted(kept):
        if journal := _journal_of(path):
            return Header(journal, str(ULID()))
    if kept:
        raise JournalError(
            N_(
                "{file} is missing or damaged, and without it the journal in that folder "
                "can't be read; it was left as it is."
            ),
            file=folder / NAME,
        )
    return None


def _journal_of(path: Path) -> str | None:
    with path.open("rb") as opened:
        heading = frame_at(opened.read(4096), 0)
    try:
        return str(decoded(heading.payload)["journal"]) if heading else None
    except (ValueError, TypeError, KeyError):
        return None
