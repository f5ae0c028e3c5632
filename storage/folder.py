"""The folder of a journal: its lock, its vault, its store and its backups, and what keeps them."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock, Thread
from typing import Final

from domain.journal import JournalError
from domain.keeper import LockedError
from domain.language import N_, tr
from storage import migrations, settling, wiping
from storage.backups import Backups
from storage.engine import files
from storage.engine.store import QUARANTINE, READ_ONLY, Store
from storage.header import Header
from storage.sealing import Cost
from storage.vault import Vault

LOCKED: Final = N_("The journal is locked.")
ROOM: Final = 20 << 20
"""With less than so many bytes left, the person is told."""
LITTLE_ROOM: Final = N_(
    "There is little room left where the journal is kept. When there is none, what you write can't "
    "be saved. A backup saved as a file is safe from that."
)


def here_and_now() -> datetime:
    """The time, with the offset of this place."""
    return datetime.now().astimezone()


class Folder:
    """A folder that is open, and held against every other process.

    `secret` is one that opens a sealed one. Raises JournalError where it can't be opened:
    LockedError without the secret it needs, WrongSecretError with another.
    """

    def __init__(
        self,
        path: Path,
        secret: str | None = None,
        *,
        clock: Callable[[], datetime] = here_and_now,
        cost: Cost = Cost(),  # noqa: B008
    ) -> None:
        self.path = path
        self._clock = clock
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
        wiping.end(self.path)
        self.vault = Vault.open(self.path, cost)
        if self.vault.is_locked:
            if secret is None:
                raise LockedError(LOCKED)
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
                settling.end_turning(self.vault, self.store, self.backups)
                self._migrate()
                # What a crash left of them can wait.
                with suppress(OSError):
                    self.backups.clear()
                    self.backups.head(self.vault.header)
        except BaseException:
            self.store.close()
            raise

    @property
    def told(self) -> tuple[str, ...]:
        """What the person ought to know of how it was found, a sentence each."""
        said = []
        if self.store.read_only:
            said.append(
                tr(
                    "A newer Meanwhile has written this journal: "
                    "this one shows it and changes nothing."
                )
            )
        if self._mended:
            said.append(
                tr("Part of the journal was damaged. An older copy had it: all of it is here.")
            )
        elif self.store.damage:
            said.append(
                tr(
                    "Part of the journal can't be read. It was put aside in {folder}; "
                    "all the rest is here.",
                    folder=self.path / QUARANTINE,
                )
            )
        if self._has_little_room():
            said.append(tr(LITTLE_ROOM))
        return tuple(said)

    def _has_little_room(self) -> bool:
        try:
            return shutil.disk_usage(self.path).free < ROOM
        except OSError:
            return False

    @property
    def closed(self) -> str:
        """What to say to whoever needs it when it is closed."""
        return LOCKED if self.vault.is_on else "The journal is closed."

    def mend(self) -> bool:
        """Where something can't be read, take it from an older copy; whether that changed it."""
        # Without room for it: it is tried again the next time.
        with self._busy, suppress(OSError, JournalError):
            if self.store.is_hurt:
                self._mended = self.store.mend()
        return self._mended

    # -- upkeep --------------------------------------------------------------------------------

    def keep_up(self) -> None:
        """Do what is due, a backup or a compaction: beside the taps where there are threads."""
        if not self._busy.acquire(blocking=False):
            return
        is_begun = False
        try:
            if self._is_due():
                try:
                    Thread(target=self._keep_up, name="upkeep").start()
                except RuntimeError:
                    # A browser has none. The change is durable: this is as good a moment as any.
                    self._keep_up()
                is_begun = True
        finally:
            if not is_begun:
                self._busy.release()

    def _is_due(self) -> bool:
        return (
            self._is_open
            and not self.store.read_only
            and (
                self.store.is_due
                or settling.is_due(self.vault, self.store)
                or self._clock().date() not in self.backups.days()
            )
        )

    def _keep_up(self) -> None:
        # No room for it: all is as it was, and it is due the next time.
        with suppress(OSError, JournalError):
            self._settle()
            if self.store.is_due:
                self.store.compact()
            if self._clock().date() not in self.backups.days():
                self.backups.make(self._clock().date())
        self._busy.release()

    def _settle(self) -> None:
        settling.end_turning(self.vault, self.store, self.backups)
        settling.end_erasing(self.vault, self.store, self.backups)

    def close(self) -> None:
        """Let go of it and of its key, when what is under way has ended."""
        with self._busy:
            if not self._is_open:
                return
            end = self.store.end
            self.store.close()
            if not self.store.read_only:
                with suppress(OSError):
                    self.vault.closed(end)
            self.vault.forget()
            self._let_go()

    def _let_go(self) -> None:
        os.close(self._held)
        self._is_open = False

    @contextmanager
    def _working(self) -> Iterator[None]:
        with self._busy:
            if not self._is_open:
                raise OSError(self.closed)
            if self.store.read_only:
                raise OSError(READ_ONLY)
            yield

    # -- sealing -------------------------------------------------------------------------------

    def turn_on(self, passphrase: str, code: str) -> None:
        """Seal everything, with a recovery code too. Slow. Raises OSError, JournalError."""
        with (
            self._working(),
            settling.turning(self.vault, self.store, self.backups) as generation,
        ):
            self.vault.turn_on(passphrase, code, generation)

    def turn_off(self) -> None:
        """Seal nothing any more. Slow. Raises OSError, JournalError."""
        with (
            self._working(),
            settling.turning(self.vault, self.store, self.backups) as generation,
        ):
            self.vault.turn_off(generation)

    def change(self, header: Callable[[Vault], Header]) -> None:
        """Keep another header, with other slots. Raises OSError, JournalError."""
        with self._working():
            settling.change(self.vault, self.backups, header)

    # -- backups and erasing -------------------------------------------------------------------

    def back_up(self) -> None:
        """Make the backup of today anew. Raises OSError, JournalError."""
        with self._working():
            self.backups.make(self._clock().date())

    def set_aside(self) -> None:
        """Make a backup of now that stays. Raises OSError, JournalError."""
        with self._working():
            self.backups.keep(self._aside())

    def restore(self, name: str) -> None:
        """Put back what a backup holds; what is there now is kept as another backup."""
        with self._working():
            # What is put back does not say what is still to be erased.
            self._settle()
            self.backups.restore(name, self._aside())

    def end_erasing(self) -> None:
        """Leave no byte of what was erased. Slow. Raises OSError, JournalError."""
        with self._working():
            settling.end_erasing(self.vault, self.store, self.backups)

    def _aside(self) -> str:
        now, names = self._clock(), {one.name for one in self.backups.listed()}
        while (name := f"replaced-{now:%Y-%m-%dT%H%M%S.%f}") in names:
            now += timedelta.resolution
        return name

    def _migrate(self) -> None:
        version = self.store.version
        if version < migrations.VERSION:
            self.backups.keep(f"version-{version}-{self._clock().date()}")
            migrations.migrate(self.store)
