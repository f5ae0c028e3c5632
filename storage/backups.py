"""Backups: a folder for each day, that opens as a journal does.

Kept are the last 7 days that have one, the last 4 weeks and the last 12 months, of each the newest.
"""

import re
import shutil
from collections.abc import Callable, Collection, Hashable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from domain.journal import JournalError
from domain.keeper import Backup
from domain.language import N_
from storage.engine import files
from storage.engine.store import Store
from storage.header import NAME, Header
from storage.migrations import VERSION
from storage.vault import Vault

FOLDER: Final = "backups"
ERASING: Final = "erasing"
"""A table of the journal that no backup has: what is to be erased of the others."""
_NEW: Final = ".new"
_OLD: Final = ".old"
_NAMED: Final = re.compile(r"(?:replaced-|version-\d+-)?(\d{4}-\d\d-\d\d)(?:T[\d.]+)?")
KEPT: Final[tuple[tuple[int, Callable[[date], Hashable]], ...]] = (
    (7, lambda day: day),
    (4, lambda day: day.isocalendar()[:2]),
    (12, lambda day: (day.year, day.month)),
)


class Backups:
    """The backups of a journal."""

    def __init__(self, vault: Vault, store: Store) -> None:
        self._vault = vault
        self._store = store
        self._folder = vault.folder / FOLDER

    # -- what there is -------------------------------------------------------------------------

    def listed(self) -> tuple[Backup, ...]:
        """Those that the app has made, newest first."""
        found = []
        for path in self._each():
            named = _NAMED.fullmatch(path.name)
            with suppress(ValueError):
                if named:
                    day = date.fromisoformat(named[1])
                    found.append(Backup(path.name, day, path.name == named[1]))
        return tuple(
            sorted(found, key=lambda one: (one.day, not one.is_daily, one.name), reverse=True)
        )

    def days(self) -> list[date]:
        """The days that have one, newest first."""
        return [one.day for one in self.listed() if one.is_daily]

    def read(self, name: str) -> Store:
        """Open one, only to be read. Raises JournalError, OSError."""
        if name not in {path.name for path in self._each()}:
            raise JournalError(N_("There is no backup “{name}”."), name=name)
        return Store(
            self._folder / name,
            self._vault.journal,
            self._vault.seal,
            version=VERSION,
            read_only=True,
        )

    def whole(self, name: str) -> Store:
        """Open one and read all of it. Raises JournalError, also for damage, and OSError."""
        found = self.read(name)
        found.check()
        if found.damage:
            raise JournalError(
                N_("The backup “{name}” is damaged; nothing was changed."), name=name
            )
        return found

    # -- making them ---------------------------------------------------------------------------

    def make(self, today: date) -> None:
        """Make the backup of a day, verify it, and let go of those that are not kept.

        Raises OSError, JournalError; all is then as it was.
        """
        self.clear()
        self._make(today.isoformat())
        for day in set(self.days()) - kept(self.days()):
            shutil.rmtree(self._folder / day.isoformat())

    def keep(self, name: str) -> None:
        """Make one that stays, by a name that is no day. Raises as `make`."""
        self._make(name)

    def restore(self, name: str, aside: str) -> None:
        """Put back what a backup holds, as a new generation; what is there goes to `aside`.

        Raises OSError, JournalError; all is then as it was.
        """
        found = self.whole(name)
        self.keep(aside)
        self._store.compact(tables=found.tables, version=found.version)

    # -- making them anew ----------------------------------------------------------------------

    def anew(self, without: Collection[tuple[str, str]] = ()) -> None:
        """Write each as the journal is sealed now, without some documents: (table, id).

        One that can't be opened is let go of: it may hold what is to be gone. Raises OSError,
        JournalError; some are then as they were.
        """
        self.clear()
        for path in [*self._each()]:
            try:
                found = self.read(path.name)
            except JournalError:
                shutil.rmtree(path)
                continue
            if without and _is_free(found, without):
                continue
            for table, id in without:
                if table in found.tables:
                    found.tables[table].remove(id)
            self._make(path.name, found)

    def head(self, header: Header) -> None:
        """Write a header into each that is of this journal. Raises OSError."""
        content = self._vault.copied(header)
        for path in self._each():
            with suppress(FileNotFoundError, ValueError):
                before = (path / NAME).read_bytes()
                if before != content and Header.decoded(before)[0].journal == header.journal:
                    files.replace(path / NAME, content)

    def clear(self) -> None:
        """End what a crash cut off. Raises OSError."""
        for old in self._folder.glob(f"*{_OLD}"):
            made = old.with_suffix("")
            if made.exists():
                shutil.rmtree(old)
            else:
                old.replace(made)
        for left in self._folder.glob(f"*{_NEW}"):
            shutil.rmtree(left)

    def _each(self) -> Iterator[Path]:
        for path in self._folder.glob("*"):
            if path.suffix not in (_NEW, _OLD) and path.is_dir():
                yield path

    def _make(self, name: str, found: Store | None = None) -> None:
        new, made, old = (self._folder / f"{name}{end}" for end in (_NEW, "", _OLD))
        source = found or self._store
        with source.lock:
            tables = source.frozen()
        tables.pop(ERASING, None)
        shutil.rmtree(new, ignore_errors=True)
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            new.mkdir(mode=0o700)
            files.replace(new / NAME, self._vault.copied(self._vault.header))
            self._store.copied(new, tables, source.version)
            if made.exists():
                made.replace(old)
            new.replace(made)
        finally:
            self.clear()
        files.sync_folder(self._folder)


def _is_free(found: Store, of: Collection[tuple[str, str]]) -> bool:
    """Whether it is surely without these, so that writing it anew can be spared."""
    found.check()
    # What is damaged, or was put there by somebody, may hold anything.
    if found.damage or {one.name for one in found.folder.iterdir()} != {
        NAME,
        f"snap-{found.generation}",
    }:
        return False
    return not any(table in found.tables and id in found.tables[table] for table, id in of)


def kept(days: list[date]) -> set[date]:
    """Which days' backups are kept, of these, newest first."""
    found: set[date] = set()
    for number, part in KEPT:
        newest: dict[Hashable, date] = {}
        for day in days:
            newest.setdefault(part(day), day)
        found.update(list(newest.values())[:number])
    return found
