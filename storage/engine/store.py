"""The store: a folder of generations, each a snapshot and the log of what came after it.

`snap-N` holds everything up to a moment, `log-N` the changes since; N grows with each compaction.
What is read: the newest snapshot that can be, and then every log from its number on. Putting a
document twice is the same as once, so a log that repeats the end of the one before does no harm:
that is how a crash in the middle of a compaction is survived.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any, Final

from domain.journal import JournalError
from domain.language import N_
from storage.engine import files, log, snapshot
from storage.engine.contents import Contents
from storage.engine.frames import Envelope, Seal
from storage.engine.log import Log
from storage.engine.snapshot import DamagedError, Snapshot
from storage.engine.tables import Change, Tables

QUARANTINE: Final = "quarantine"
FORMAT: Final = 1
LOG_MAX: Final = 1 << 20
"""Bytes of log from which on a compaction is worth its while: some 30 ms of reading."""
READ_ONLY: Final = "A newer Meanwhile has written this journal: this one only reads it."
_NAME: Final = re.compile(r"(snap|log)-(\d+)")

Seals = Callable[[int], Seal]


@dataclass(frozen=True, slots=True)
class End:
    """The last change of a store: the generation of its log, and its sequence there."""

    generation: int
    sequence: int


class Store(Tables):
    """The tables of a folder.

    `journal` names it in every seal; `seals` gives the seal of a generation; `version` is the
    newest that its documents are understood in; `end` is what it was at the last clean close.
    `below` leaves out the snapshots from a number on.
    Raises JournalError where it can't be read, and then changes nothing.
    A compaction may run beside changes.
    """

    def __init__(
        self,
        folder: Path,
        journal: str,
        seals: Seals,
        *,
        version: int = 1,
        end: End | None = None,
        read_only: bool = False,
        below: int | None = None,
    ) -> None:
        super().__init__()
        self.folder = folder
        self.damage: list[str] = []
        """What could not be read, a line each, for whoever looks into it."""
        self._journal = journal
        self._seals = seals
        self._read_only = read_only
        self._since: list[Change] | None = None
        self._compacting = RLock()
        self._log: Log | None = None
        self._is_hurt = False
        self.version = self._newest = version
        self._open(end, below)

    # -- reading -------------------------------------------------------------------------------

    def _open(self, end: End | None, below: int | None) -> None:
        snapshots, logs = self._generations()
        base = self._base([number for number in snapshots if below is None or number < below])
        chain = sorted(number for number in logs if number >= base)
        readings = {n: log.read(self._path("log", n), self._envelope("log", n)) for n in chain}
        for reading in readings.values():
            self._understood(reading.heading)
            self._replay(reading.changes)
        self._first, self._generation = base, max([base, *chain])
        self._report(readings, end)
        if self._read_only:
            return
        for path in self.folder.glob("snap-*.new"):
            path.unlink()
        for number, reading in readings.items():
            for start, content in [*reading.gaps, (reading.end, reading.torn)]:
                self._quarantine(f"log-{number}", start, content)
        self._is_hurt = bool(self.damage)
        self._log = self._reopened(readings.get(self._generation))

    def _replay(self, changes: Iterable[Change]) -> None:
        try:
            for change in changes:
                self._apply(change)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise JournalError(
                N_(
                    "The journal in {folder} holds a change that this Meanwhile does not know; "
                    "it was left as it is."
                ),
                folder=self.folder,
            ) from error

    def _generations(self) -> tuple[list[int], list[int]]:
        found: dict[str, list[int]] = {"snap": [], "log": []}
        for path in self.folder.iterdir():
            if name := _NAME.fullmatch(path.name):
                found[name[1]].append(int(name[2]))
        return sorted(found["snap"], reverse=True), found["log"]

    def _base(self, snapshots: list[int]) -> int:
        """Read the newest snapshot that can be read; the oldest one as far as it can be."""
        for number in snapshots:
            try:
                self._take(self._snapshot(number).open())
            except DamagedError:
                if number == snapshots[-1]:
                    self._scan(number)
                else:
                    self.damage.append(f"snap-{number} can't be read; an older one can")
                    continue
            return number
        return 0

    def _take(self, found: Snapshot) -> None:
        self._understood(found.heading)
        self.tables = {name: Contents(part) for name, part in found.parts.items()}

    def _scan(self, number: int) -> None:
        found = self._snapshot(number)
        try:
            tables, gaps = found.scan()
        except (TypeError, ValueError) as error:
            raise self._unreadable(number) from error
        if not found.heading or not tables:
            # Nothing of it: an empty journal is not to be opened over one that is there.
            raise self._unreadable(number)
        self._understood(found.heading)
        for start, content in gaps:
            self._quarantine(f"snap-{number}", start, content)
        self.damage.append(f"snap-{number} has lost its directory")
        for name, documents in tables.items():
            self.tables[name] = contents = Contents()
            for id, document in documents.items():
                contents.put(id, document)

    def _unreadable(self, number: int) -> JournalError:
        return JournalError(
            N_("{file} in {folder} can't be read; it was left as it is."),
            file=f"snap-{number}",
            folder=self.folder,
        )

    def _understood(self, heading: Mapping[str, Any] | None) -> None:
        if heading is None:
            return
        try:
            self.version = int(heading["version"])
            newer = heading["format"] > FORMAT or self.version > self._newest
        except (TypeError, ValueError, KeyError) as error:
            raise JournalError(
                N_("What is in {folder} is not of Meanwhile; it was left as it is."),
                folder=self.folder,
            ) from error
        self._read_only = self._read_only or newer

    def _report(self, readings: Mapping[int, log.Reading], end: End | None) -> None:
        for number, reading in readings.items():
            for start, content in reading.gaps:
                self.damage.append(f"log-{number}: {len(content)} bytes from {start} on")
            if reading.missing:
                self.damage.append(f"log-{number}: {reading.missing} changes are missing")
        if end is None or end.generation < self._generation:
            return
        last = readings[end.generation].last if end.generation in readings else -1
        if last < end.sequence:
            self.damage.append(f"log-{end.generation}: its end is missing")

    def _reopened(self, reading: log.Reading | None) -> Log:
        path = self._path("log", self._generation)
        envelope = self._envelope("log", self._generation)
        if reading is None or reading.last < 0:
            return Log.create(path, envelope, self._heading())
        return Log.reopen(path, envelope, reading)

    # -- changing ------------------------------------------------------------------------------

    @property
    def read_only(self) -> bool:
        """Whether a newer Meanwhile wrote this, so that nothing can be changed."""
        return self._read_only

    def _keep(self, change: Change) -> None:
        self._written_to().append(change)
        if self._since is not None:
            self._since.append(change)

    def _written_to(self) -> Log:
        if self._log is None:
            raise OSError(READ_ONLY if self._read_only else "The journal is closed.")
        return self._log

    # -- compacting ----------------------------------------------------------------------------

    @property
    def is_due(self) -> bool:
        """Whether the log has grown so long that a compaction is worth its while."""
        return self._log is not None and self._log.size > LOG_MAX

    @property
    def is_hurt(self) -> bool:
        """Whether something can't be read that a new generation would be without."""
        return self._log is not None and self._is_hurt

    def compact(
        self,
        *,
        keep: bool = True,
        version: int | None = None,
        tables: Mapping[str, snapshot.Documents] | None = None,
    ) -> None:
        """Begin a new generation with everything in its snapshot; changes may go on meanwhile.

        The generation before is kept until the next time, or, with `keep` False, removed. `tables`
        (and their `version`) replace what is there: then nothing else may change. Raises OSError,
        DamagedError; all is then as it was.
        """
        with self._compacting:
            with self.lock:
                frozen = self.frozen()
                self._written_to()
                self._since = []
                base, number = self._oldest_needed(), self._generation + 1
            heading = {**self._heading(), "version": version or self.version}
            new = self.folder / f"snap-{number}.new"
            try:
                written = self._written(new, number, heading, frozen if tables is None else tables)
                with self.lock:
                    self._switch(new, written, number, heading)
            finally:
                self._since = None
                with suppress(OSError):
                    new.unlink(missing_ok=True)
            self._prune(base if keep else number)

    def mend(self) -> bool:
        """Begin a new generation without what can't be read.

        Whether all of it could be taken from the generation before. Raises as `compact`.
        """
        before = self._before()
        self.compact(tables=before)
        return before is not None

    def _before(self) -> dict[str, Contents] | None:
        """What there is by the generation before, where that is whole."""
        snapshots, logs = self._generations()
        first = max((number for number in snapshots if number < self._first), default=0)
        if first == self._first or not set(range(first, self._generation + 1)) <= set(logs):
            return None
        older = Store(
            self.folder,
            self._journal,
            self._seals,
            version=self._newest,
            read_only=True,
            below=self._first,
        )
        older.check()
        return None if older.damage else older.tables

    def copied(self, folder: Path, tables: Mapping[str, Contents], version: int) -> None:
        """Write these tables into another folder, as a store of its own.

        Raises OSError, DamagedError.
        """
        number = self._generation
        heading = {**self._heading(), "version": version}
        self._written(folder / f"snap-{number}", number, heading, tables)
        files.sync_folder(folder)

    def _written(
        self, new: Path, number: int, heading: dict[str, Any], tables: Mapping[str, Any]
    ) -> Snapshot:
        envelope = self._envelope("snap", number)
        tally = snapshot.write(new, envelope, heading, tables)
        Snapshot(new, envelope, _refuse).open().verify(tally)
        return Snapshot(new, envelope, self._lost).open()

    def _switch(self, new: Path, written: Snapshot, number: int, heading: dict[str, Any]) -> None:
        since = self._since or []
        path = self._path("snap", number)
        fresh = Log.create(self._path("log", number), self._envelope("log", number), heading, since)
        try:
            new.replace(path)
        except BaseException:
            fresh.close()
            with suppress(OSError):
                fresh.path.unlink()
            raise
        # From here on nothing may fail: the new snapshot counts, and what it lacks is in its log.
        written.moved(path)
        self._is_hurt = False
        self._first = number
        old, self._log, self._generation = self._written_to(), fresh, number
        self._take(written)
        for change in since:
            self._apply(change)
        old.close()
        with suppress(OSError):
            files.sync_folder(self.folder)

    def _oldest_needed(self) -> int:
        return max((n for n in self._generations()[0]), default=0)

    def _prune(self, first: int) -> None:
        snapshots, logs = self._generations()
        for kind, numbers in (("snap", snapshots), ("log", logs)):
            for number in numbers:
                if number < first:
                    self._path(kind, number).unlink()
        files.sync_folder(self.folder)

    @property
    def generation(self) -> int:
        """The number of the snapshot and the log that are written now."""
        return self._generation

    @property
    def end(self) -> End:
        """The last change that is durable."""
        return End(self._generation, self._log.last if self._log else -1)

    def check(self) -> None:
        """Read everything once, so that all damage is known. Raises SealError, OSError."""
        for contents in self.tables.values():
            for _ in contents.items():
                pass

    def close(self) -> None:
        """Let go of the files, and of what was read of them."""
        with self._compacting, self.lock:
            if self._log is not None:
                self._log.close()
            self._log = None
            self.tables = {}

    # -- names ---------------------------------------------------------------------------------

    def _heading(self) -> dict[str, Any]:
        return {"format": FORMAT, "version": self.version, "journal": self._journal}

    def _path(self, kind: str, number: int) -> Path:
        return self.folder / f"{kind}-{number}"

    def _envelope(self, kind: str, number: int) -> Envelope:
        return Envelope(self._seals(number), self._journal, f"{kind}-{number}")

    def _snapshot(self, number: int) -> Snapshot:
        return Snapshot(self._path("snap", number), self._envelope("snap", number), self._lost)

    def _lost(self, name: str, start: int, content: bytes) -> None:
        self.damage.append(f"{name}: {len(content)} bytes from {start} on")
        self._is_hurt = True
        self._quarantine(name, start, content)

    def _quarantine(self, name: str, start: int, content: bytes) -> None:
        if content and not self._read_only:
            aside = self.folder / QUARANTINE
            aside.mkdir(mode=0o700, exist_ok=True)
            files.replace(aside / f"{name}-{start}", content)


def _refuse(name: str, start: int, content: bytes) -> None:
    raise DamagedError(
        N_("{file} was not written well: {count} bytes from {start} on"),
        file=name,
        count=len(content),
        start=start,
    )
