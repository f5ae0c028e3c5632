"""The folder of a journal: its lock, its vault, its store and its backups, and what keeps them."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from threading import Lock, Thread

from domain.journal import JournalError
from domain.keeper import LockedError
from storage import migrations
from storage.backups import Backups
from storage.engine import files
from storage.engine.store import QUARANTINE, Store
from storage.engine.values import copied
from storage.sealing import Cost
from storage.vault import Vault


def local_day() -> date:
    """The day of the calendar, here and now."""
    return datetime.now().astimezone().date()


class Folder:
    """A folder that is open, and held against every other process.

    `secret` is the passphrase or the recovery code of a sealed one. Raises JournalError where it
    can't be opened: LockedError without the secret it needs, WrongSecretError with another.
    """

    def __init__(
        self,
        path: Path,
        secret: str | None = None,
        *,
        today: Callable[[], date] = local_day,
        cost: Cost = Cost(),  # noqa: B008
    ) -> None:
        self.path = path
        self._today = today
        # Held by what rewrites files: it may take a second, and one of them is enough.
        self._busy = Lock()
        self._held = files.hold(path)
        self._is_open = True
        self._mended = False
        try:
            self._open(secret, cost)
        except OSError as error:
            self._let_go()
            raise files.unwritable(path) from error
        except BaseException:
            self._let_go()
            raise

    def _open(self, secret: str | None, cost: Cost) -> None:
        self.vault = Vault.open(self.path, cost)
        if self.vault.is_locked:
            if secret is None:
                raise LockedError("The journal is locked.")
            self.vault.unlock(secret)
        self.store = Store(
            self.path,
            self.vault.journal,
            self.vault.seal,
            version=migrations.VERSION,
            end=self.vault.end,
            read_only=self.vault.is_newer,
        )
        self.backups = Backups(self.vault, self.store)
        try:
            if not self.store.read_only:
                self._settle()
                self._migrate()
        except BaseException:
            self.store.close()
            raise

    @property
    def told(self) -> tuple[str, ...]:
        """What the person ought to know of how it was found, a sentence each."""
        said = []
        if self.store.read_only:
            said.append(
                "A newer Meanwhile has written this journal: this one shows it and changes nothing."
            )
        if self._mended:
            said.append("Part of the journal was damaged. An older copy had it: all of it is here.")
        elif self.store.damage:
            said.append(
                "Part of the journal can't be read. It was put aside in "
                f"{self.path / QUARANTINE}; all the rest is here."
            )
        return tuple(said)

    def mend(self) -> bool:
        """Where something can't be read, take it from an older copy; whether that changed it."""
        # Without room for it: it is tried again the next time.
        with self._busy, suppress(OSError, JournalError):
            if self.store.is_hurt:
                self._mended = self.store.mend()
        return self._mended

    # -- upkeep --------------------------------------------------------------------------------

    def keep_up(self) -> None:
        """Begin what is due, a backup or a compaction, in a thread of its own."""
        if not self._is_due() or not self._busy.acquire(blocking=False):
            return
        try:
            Thread(target=self._keep_up, name="upkeep").start()
        except RuntimeError:
            # Where there are no threads, a longer log is read the next time.
            self._busy.release()

    def _is_due(self) -> bool:
        return not self.store.read_only and (
            self.store.is_due or self._today() not in self.backups.days()
        )

    def _keep_up(self) -> None:
        # No room for it: all is as it was, and it is due the next time.
        with suppress(OSError, JournalError):
            if self.store.is_due:
                self.store.compact()
            if self._today() not in self.backups.days():
                self.backups.make(self._today())
        self._busy.release()

    def close(self) -> None:
        """Let go of it, when what is under way has ended."""
        with self._busy:
            if not self._is_open:
                return
            end = self.store.end
            self.store.close()
            if not self.store.read_only:
                with suppress(OSError):
                    self.vault.closed(end)
            self._let_go()

    def _let_go(self) -> None:
        os.close(self._held)
        self._is_open = False

    # -- sealing -------------------------------------------------------------------------------

    def turn_on(self, passphrase: str) -> str:
        """Seal everything; the recovery code. Slow. Raises OSError, JournalError."""
        with self._turning() as generation:
            return self.vault.turn_on(passphrase, generation)

    def turn_off(self) -> None:
        """Seal nothing any more. Slow. Raises OSError, JournalError."""
        with self._turning() as generation:
            self.vault.turn_off(generation)

    @contextmanager
    def _turning(self) -> Iterator[int]:
        with self._busy:
            generation, before = self.store.generation + 1, self.vault.header
            yield generation
            try:
                self._settle()
            except (OSError, JournalError):
                if self.store.generation < generation:
                    self.vault.put_back(before)
                raise

    def _settle(self) -> None:
        """End what turned sealing on or off, also where a crash came between."""
        if self.vault.is_settled:
            return
        before = self.backups.all()
        self.store.compact(keep=False)
        self._quarantine_anew()
        self.backups.seal_anew(before)
        self.vault.settle(self.store.generation)

    def _quarantine_anew(self) -> None:
        seal = self.vault.seal(self.store.generation)
        for path in (self.path / QUARANTINE).glob("*"):
            files.replace(path, seal.close(path.read_bytes(), path.name))

    # -- the rest ------------------------------------------------------------------------------

    def erase(self) -> None:
        """Leave no byte of what was deleted, in backups neither. Slow. Raises OSError."""
        with self._busy:
            self.store.compact(keep=False)
            self.backups.remove_all()
            shutil.rmtree(self.path / QUARANTINE, ignore_errors=True)
            self.backups.make(self._today())

    def restore(self, name: str) -> None:
        """Put back what a backup holds; what is there now is kept as another backup."""
        now = datetime.now().astimezone()
        with self._busy:
            self.backups.restore(name, f"replaced-{now:%Y-%m-%dT%H%M%S.%f}")

    def _migrate(self) -> None:
        version = self.store.version
        if version >= migrations.VERSION:
            return
        self.backups.keep(f"version-{version}")
        tables = {
            name: {id: copied(document) for id, document in contents.items()}
            for name, contents in self.store.tables.items()
        }
        self.store.compact(
            tables=migrations.migrated(tables, version, migrations.MIGRATIONS, migrations.VERSION),
            version=migrations.VERSION,
        )
