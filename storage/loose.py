"""A journal that nobody keeps: in memory, as for a look around or a test."""

from collections.abc import Callable
from typing import NoReturn

from domain.entries import Entry
from domain.journal import Journal, JournalError
from domain.keeper import Backup, Contents, Door
from domain.language import N_
from storage import counting, sealing
from storage.handing import Handing


class LooseKeeper(Handing):
    """A `domain.keeper.Keeper` of a journal that has no folder.

    It has no lock and no backups, and whatever needs one raises JournalError.
    """

    refused = ""
    has_lock = False
    is_locked = False
    is_kept = False
    door = Door()

    def __init__(self, journal: Journal) -> None:
        self.journal = journal

    def listen(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Nothing is ever told: it stays the same journal."""
        return lambda: None

    def close(self) -> None:
        """Let go of it."""
        self.journal.close()

    def wait(self) -> int:
        """No time at all."""
        return 0

    def lock(self) -> None:
        """Nothing happens."""

    def set_door(self, door: Door) -> None:
        """Nothing happens."""

    def new_code(self) -> str:
        """A recovery code that nothing knows of."""
        return sealing.new_code()

    def unlock(self, secret: str) -> None:
        """Raises JournalError, as all that follow but what says otherwise."""
        _refuse()

    def check(self, secret: str) -> None:
        """Raises JournalError."""
        _refuse()

    def set_lock(self, passphrase: str, code: str, door: Door) -> None:
        """Raises JournalError."""
        _refuse()

    def change_passphrase(self, passphrase: str, door: Door) -> None:
        """Raises JournalError."""
        _refuse()

    def change_code(self, code: str) -> None:
        """Raises JournalError."""
        _refuse()

    def set_device(self, secret: str) -> None:
        """Raises JournalError."""
        _refuse()

    def remove_device(self) -> None:
        """Raises JournalError."""
        _refuse()

    def remove_lock(self) -> None:
        """Raises JournalError."""
        _refuse()

    def backups(self) -> tuple[Backup, ...]:
        """None."""
        return ()

    def back_up(self) -> None:
        """Raises JournalError."""
        _refuse()

    def contents(self, backup: str = "") -> Contents:
        """What the journal holds. Raises JournalError for a backup."""
        return _refuse() if backup else counting.of_journal(self.journal)

    def restore(self, backup: str) -> None:
        """Raises JournalError."""
        _refuse()

    def erase_entries(self, *entries: Entry) -> None:
        """Remove them: there is nothing else that holds them."""
        self.journal.remove(*entries)

    def erase(self, *, backups: bool) -> None:
        """Raises JournalError."""
        _refuse()


def _refuse() -> NoReturn:
    raise JournalError(N_("This journal is only in memory, so that can't be done with it."))
