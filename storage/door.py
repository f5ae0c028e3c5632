"""The door: `door.json` beside a sealed journal, what may be known before it opens.

It also counts wrong tries. Whoever can change it can do no more than try without waiting; the seal
does not depend on it.
"""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from domain.keeper import Door
from storage.documents import plain, reader
from storage.engine import files

NAME: Final = "door.json"
FREE: Final = 5
"""Wrong tries in a row before the first wait."""
FIRST: Final = 30
"""Seconds of the first wait; each further wrong try doubles them."""
LONGEST: Final = 900
_DOUBLINGS: Final = 10
_SIZE_MAX: Final = 1 << 18
_LONG_AGO: Final = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Latch:
    """The door, and the wrong tries in a row up to `since`."""

    door: Door = field(default_factory=Door)
    tries: int = 0
    since: datetime = _LONG_AGO

    def __post_init__(self) -> None:
        if self.tries < 0 or self.since.utcoffset() is None:
            raise ValueError("no tries of ours")

    def wrong(self, now: datetime) -> "Latch":
        """After one more wrong try."""
        return replace(self, tries=self.tries + 1, since=now)

    def as_of(self, now: datetime) -> "Latch":
        """The same for a clock that was set back: nothing was tried later than now."""
        return replace(self, since=min(self.since, now))

    def wait(self, now: datetime) -> int:
        """Seconds until the next try."""
        if self.tries < FREE:
            return 0
        length = min(FIRST << min(self.tries - FREE, _DOUBLINGS), LONGEST)
        return max(0, length - max(0, int((now - self.since).total_seconds())))


_read: Final = reader(Latch)


def read(folder: Path) -> Latch:
    """What is in the folder; as new where there is nothing, or nothing that can be read."""
    path = folder / NAME
    try:
        # Nothing but a file: what else has that name may have no end.
        if not path.is_file() or path.stat().st_size > _SIZE_MAX:
            return Latch()
        content = path.read_bytes().decode()
        latch = _read(json.loads(content))
        json.dumps(plain(latch), ensure_ascii=False).encode()
    except (OSError, ValueError, TypeError, RecursionError):
        return Latch()
    assert isinstance(latch, Latch)
    return latch


def write(folder: Path, latch: Latch) -> None:
    """Put it in the place of the one before, durably. Raises OSError."""
    files.replace(folder / NAME, json.dumps(plain(latch), indent=1).encode())


def remove(folder: Path) -> None:
    """Let go of it. Raises OSError."""
    path = folder / NAME
    if path.exists():
        path.unlink()
        files.sync_folder(folder)
