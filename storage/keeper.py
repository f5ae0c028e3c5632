"""The keeper of a folder: opens and locks its journal, backs it up, and erases it."""

import gc
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import RLock

from domain.entries import Entry, Settings
from domain.journal import Journal, JournalError
from domain.keeper import Backup, Contents, Door, LockedError
from domain.language import N_
from storage import counting, sealing, wiping
from storage.folder import LOCKED, Folder, here_and_now
from storage.guard import Guard
from storage.handing import Handing
from storage.header import Header
from storage.journal import TinyJournal, forgetful_journal, open_journal
from storage.listeners import Listeners
from storage.sealing import Cost
from storage.vault import Vault


class FolderKeeper(Handing):
    """A `domain.keeper.Keeper` of the journal in a folder, opened at once where it can be.

    What may be slow beside changes, a backup or erasing, does not keep it from being locked.
    """

    is_kept = True

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], datetime] = here_and_now,
        cost: Cost = Cost(),  # noqa: B008
    ) -> None:
        self._path = path
        self._clock = clock
        self._cost = cost
        # Held by what opens, locks or counts.
        self._turn = RLock()
        self._listeners = Listeners()
        self._begin()

    def _begin(self) -> None:
        self._guard = Guard(self._path, self._clock)
        refused: JournalError | None = None
        is_locked = False
        try:
            journal = self._open()
        except LockedError:
            journal, is_locked = self._nothing(), True
        except JournalError as error:
            # As itself it would keep all that was in hand when it was raised.
            journal, refused = self._nothing(), JournalError(error.sentence, **error.values)
        self._journal, self._refused, self._is_locked = journal, refused, is_locked
        if not (refused or self.has_lock):
            # A crash may have left it.
            with suppress(OSError):
                self._guard.leave()

    def _open(self, secret: str | None = None) -> TinyJournal:
        return open_journal(self._path, secret, clock=self._clock, cost=self._cost)

    def _nothing(self) -> TinyJournal:
        door = self._guard.door
        journal = forgetful_journal()
        journal.put(
            Settings(
                welcomed=True,
                theme=door.theme,
                language=door.language,
                region=door.region,
                supporters=door.supporters,
                title=door.title,
            )
        )
        return journal

    @property
    def journal(self) -> Journal:
        """The one that is open; a forgetful one while it is locked or can't be opened."""
        return self._journal

    @property
    def refused(self) -> str:
        """Why it can't be opened, in one sentence; empty where it is open or only locked."""
        return str(self._refused or "")

    @property
    def has_lock(self) -> bool:
        """Whether a passphrase is set."""
        folder = self._journal.folder
        return self._is_locked or bool(folder and folder.vault.is_on)

    @property
    def is_locked(self) -> bool:
        """Whether the passphrase is needed now."""
        return self._is_locked

    @property
    def door(self) -> Door:
        """What may be known before the lock opens."""
        return self._guard.door if self.has_lock else Door()

    def listen(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` after unlocking, locking and erasing, in that thread; returns what ends it.

        It must not wait for another thread that needs this keeper.
        """
        return self._listeners.add(heard)

    def close(self) -> None:
        """Let go of the folder."""
        self._journal.close()

    # -- the lock ------------------------------------------------------------------------------

    def wait(self) -> int:
        """Seconds until a passphrase may be tried."""
        with self._turn:
            return self._guard.wait()

    def unlock(self, secret: str) -> None:
        """Open it. Raises WrongSecretError, TryLaterError, JournalError."""
        with self._turn:
            if not self._is_locked:
                self._opened()
                return
            with self._guard.counting():
                journal = self._open(secret)
            self._journal, self._is_locked = journal, False
        self._listeners.tell()

    def lock(self) -> None:
        """Close it, and forget its key and all it holds. Without a lock nothing happens."""
        with self._turn:
            if self._is_locked or not self.has_lock:
                return
            closing = self._journal
            self._is_locked, self._journal = True, self._nothing()
            # Nobody need wait for a backup to see nothing any more.
            self._listeners.tell()
            closing.close()
            # What was read refers to itself, and would stay for a while.
            gc.collect()

    def check(self, secret: str) -> None:
        """Raises WrongSecretError, TryLaterError where that is not the passphrase or the code."""
        with self._turn:
            folder = self._sealed()
            with self._guard.counting():
                folder.vault.check(secret)

    def new_code(self) -> str:
        """A recovery code that nothing knows of yet."""
        return sealing.new_code()

    def set_lock(self, passphrase: str, code: str, door: Door) -> None:
        """Seal everything, openable by both. Raises OSError, JournalError."""
        with self._turn:
            folder = self._folder()
            with self._guard.showing(door):
                folder.turn_on(passphrase, code)

    def change_passphrase(self, passphrase: str, door: Door) -> None:
        """Another passphrase in the place of the one before. Raises OSError, JournalError."""
        with self._turn:
            folder = self._sealed()
            with self._guard.showing(door):
                folder.change(lambda vault: vault.with_passphrase(passphrase))

    def change_code(self, code: str) -> None:
        """Another recovery code in the place of the one before. Raises OSError, JournalError."""
        self._change(lambda vault: vault.with_code(code))

    def set_device(self, secret: str) -> None:
        """A secret of the device opens it too. Raises OSError, JournalError."""
        self._change(lambda vault: vault.with_device(secret))

    def remove_device(self) -> None:
        """No secret of the device opens it any more. Raises OSError, JournalError."""
        self._change(lambda vault: vault.without_device())

    def remove_lock(self) -> None:
        """Seal nothing any more. Raises OSError, JournalError."""
        with self._turn:
            self._sealed().turn_off()
            self._guard.leave()

    def set_door(self, door: Door) -> None:
        """Keep what may be known before the lock opens; without one nothing. Raises OSError."""
        with self._turn:
            if self.has_lock:
                self._guard.show(door)

    def _change(self, header: Callable[[Vault], Header]) -> None:
        with self._turn:
            self._sealed().change(header)

    # -- backups and erasing -------------------------------------------------------------------

    def backups(self) -> tuple[Backup, ...]:
        """All there are, newest first; none while it is locked or can't be opened."""
        folder = self._journal.folder
        return folder.backups.listed() if folder else ()

    def back_up(self) -> None:
        """Make and verify the backup of today anew. Raises OSError, JournalError."""
        self._folder().back_up()

    def contents(self, backup: str = "") -> Contents:
        """What a backup holds, or the journal as it is. Raises OSError, JournalError."""
        journal = self._opened()
        if not backup:
            return counting.of_journal(journal)
        return counting.of_store(_folder_of(journal).backups.whole(backup))

    def restore(self, backup: str) -> None:
        """Put back what a backup holds; what it replaces becomes one. Raises as `contents`."""
        self._opened().restore(backup)

    def erase_entries(self, *entries: Entry) -> None:
        """Leave no byte of them, in backups neither. Raises OSError, JournalError."""
        self._opened().erase(*entries)

    def erase(self, *, backups: bool) -> None:
        """Leave no byte of the journal. Raises OSError, JournalError."""
        # Once something was erased another journal is open, however it ends.
        if backups:
            try:
                self._wipe()
            finally:
                self._listeners.tell()
            return
        self._opened().erase_all()
        try:
            # The people to turn to were of the journal.
            self.set_door(Door(digits=self.door.digits))
        finally:
            self._listeners.tell()

    def _wipe(self) -> None:
        with self._turn:
            if self._refused:
                raise self._refused.with_traceback(None)
            self._journal.close()
            try:
                wiping.wipe(self._path)
            finally:
                self._begin()

    # -- what is open --------------------------------------------------------------------------

    def _opened(self) -> TinyJournal:
        journal = self._journal
        if journal.folder:
            return journal
        raise self._refused.with_traceback(None) if self._refused else LockedError(LOCKED)

    def _folder(self) -> Folder:
        return _folder_of(self._opened())

    def _sealed(self) -> Folder:
        folder = self._folder()
        if not folder.vault.is_on:
            raise JournalError(N_("The journal has no passphrase."))
        return folder


def _folder_of(journal: TinyJournal) -> Folder:
    assert journal.folder
    return journal.folder
