"""Backups: a folder for each day, that opens as a journal does.

Kept are the last 7 days that have one, the last 4 weeks and the last 12 months, of each the newest.
"""

import shutil
from collections.abc import Callable, Hashable, Mapping
from contextlib import suppress
from datetime import date
from typing import Final

from domain.journal import JournalError
from storage.engine import files
from storage.engine.contents import Contents
from storage.engine.store import Store
from storage.migrations import VERSION
from storage.vault import Vault

FOLDER: Final = "backups"
_NEW: Final = ".new"
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

    def days(self) -> list[date]:
        """The days that have one, newest first."""
        found = []
        for path in self._folder.glob("*"):
            with suppress(ValueError):
                found.append(date.fromisoformat(path.name))
        return sorted(found, reverse=True)

    def make(self, today: date) -> None:
        """Make the backup of a day, verify it, and let go of those that are not kept.

        Raises OSError, JournalError; all is then as it was.
        """
        self._clear()
        self._make(today.isoformat())
        for day in set(self.days()) - kept(self.days()):
            shutil.rmtree(self._folder / day.isoformat())

    def keep(self, name: str) -> None:
        """Make one that stays, by a name that is no day. Raises as `make`."""
        self._make(name)

    def read(self, name: str) -> Store:
        """Open one, only to be read. Raises JournalError, OSError."""
        folder = self._folder / name
        if not folder.is_dir():
            raise JournalError(f"There is no backup “{name}”.")
        return Store(folder, self._vault.journal, self._vault.seal, version=VERSION, read_only=True)

    def restore(self, name: str, aside: str) -> None:
        """Put back what a backup holds, as a new generation; what is there goes to `aside`.

        Raises OSError, JournalError; all is then as it was.
        """
        found = self.read(name)
        found.check()
        if found.damage:
            raise JournalError(f"The backup “{name}” is damaged; nothing was changed.")
        self.keep(aside)
        self._store.compact(tables=found.tables, version=found.version)

    def remove_all(self) -> None:
        """Let go of every backup. Raises OSError."""
        if self._folder.exists():
            shutil.rmtree(self._folder)
            files.sync_folder(self._vault.folder)

    def seal_anew(self, before: Mapping[str, Store]) -> None:
        """Write backups as the journal is sealed now; they were opened as it was before.

        One that could not be opened is let go of: it may hold what is to be sealed.
        """
        self._clear()
        for path in [*self._folder.glob("*")]:
            if path.name in before:
                self._make(path.name, before[path.name].tables)
            else:
                shutil.rmtree(path)

    def all(self) -> dict[str, Store]:
        """Every backup that can be opened to be read. Raises OSError."""
        found = {}
        for path in self._folder.glob("*"):
            with suppress(JournalError):
                found[path.name] = self.read(path.name)
        return found

    def _clear(self) -> None:
        for left in self._folder.glob(f"*{_NEW}"):
            shutil.rmtree(left)

    def _make(self, name: str, tables: Mapping[str, Contents] | None = None) -> None:
        new, made = self._folder / f"{name}{_NEW}", self._folder / name
        shutil.rmtree(new, ignore_errors=True)
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            new.mkdir(mode=0o700)
            self._vault.copied(new)
            self._store.copied(new, tables)
            shutil.rmtree(made, ignore_errors=True)
            new.replace(made)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        files.sync_folder(self._folder)


def kept(days: list[date]) -> set[date]:
    """Which days' backups are kept, of these, newest first."""
    found: set[date] = set()
    for number, part in KEPT:
        newest: dict[Hashable, date] = {}
        for day in days:
            newest.setdefault(part(day), day)
        found.update(list(newest.values())[:number])
    return found
