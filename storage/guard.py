"""The guard at the door of a sealed journal: shows what may be known, counts, and makes wait."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from domain.keeper import Door, TryLaterError, WrongSecretError
from storage import door as doors
from storage.door import Latch


class Guard:
    """Keeps `door.json` of a folder. One thread at a time."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._clock = clock
        self._latch = doors.read(folder)

    @property
    def door(self) -> Door:
        """What may be known before the lock opens."""
        return self._latch.door

    def wait(self) -> int:
        """Seconds until the next try."""
        now = self._clock()
        if self._latch.since > now:
            self._count(self._latch.as_of(now))
        return self._latch.wait(now)

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Inside of it a secret is tried. Raises TryLaterError; a WrongSecretError is counted."""
        seconds = self.wait()
        if seconds:
            raise TryLaterError(seconds)
        try:
            yield
        except WrongSecretError:
            self._count(self._latch.wrong(self._clock()))
            raise
        if self._latch.tries:
            self._count(replace(self._latch, tries=0))

    def show(self, door: Door) -> None:
        """Keep another door. Raises OSError."""
        latch = replace(self._latch, door=door)
        doors.write(self._folder, latch)
        self._latch = latch

    @contextmanager
    def showing(self, door: Door) -> Iterator[None]:
        """Keep another door, and that of before where what is inside fails. Raises OSError."""
        before = self.door
        self.show(door)
        try:
            yield
        except BaseException:
            with suppress(OSError):
                self.show(before)
            raise

    def leave(self) -> None:
        """There is no lock. Raises OSError where `door.json` can't be removed."""
        self._latch = Latch()
        doors.remove(self._folder)

    def _count(self, latch: Latch) -> None:
        self._latch = latch
        # Where there is no room, it is counted for as long as this runs.
        with suppress(OSError):
            doors.write(self._folder, latch)
