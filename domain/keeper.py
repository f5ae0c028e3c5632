"""Who keeps the journal: opens and locks it, backs it up, lets it out and in, erases it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from domain.entries import Entry, Settings, Supporter, Theme
from domain.journal import Journal, JournalError
from domain.language import trn
from domain.moving_in.record import Found, Heard
from domain.sessions import Course

Format = Literal["json", "jsonl", "csv", "markdown"]


class LockedError(JournalError):
    """It is sealed, and nobody has said the passphrase yet."""


class WrongSecretError(JournalError):
    """Neither the passphrase nor the recovery code."""


class TryLaterError(JournalError):
    """After wrong tries; `seconds` until the next."""

    def __init__(self, seconds: int) -> None:
        super().__init__("")
        self.seconds = seconds

    def __str__(self) -> str:
        return trn(
            "You can try again in {n} second.", "You can try again in {n} seconds.", self.seconds
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Door:
    """What may be known before the lock opens: kept beside the journal, unsealed.

    `digits`: the passphrase is one of digits. `supporters` only where the person allowed it.
    """

    digits: bool = False
    theme: Theme = "system"
    language: str = ""
    region: str = ""
    supporters: tuple[Supporter, ...] = ()
    title: str = "Meanwhile"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup by its name: of a `day`, or of what was replaced or changed on that day."""

    name: str
    day: date
    is_daily: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """What a journal or a backup holds: entries by kind, and when the first and the last were."""

    counts: tuple[tuple[type[Entry], int], ...]
    first: datetime | None
    last: datetime | None


class Keeper(Protocol):
    """Keeps the journal of a folder. All but the properties may be slow: not for an event loop.

    Safe to call from any thread.
    """

    @property
    def journal(self) -> Journal:
        """The one that is open; a forgetful one while it is locked or can't be opened."""
        ...

    @property
    def refused(self) -> str:
        """Why it can't be opened, in one sentence; empty where it is open or only locked."""
        ...

    @property
    def has_lock(self) -> bool:
        """Whether a passphrase is set."""
        ...

    @property
    def is_locked(self) -> bool:
        """Whether the passphrase is needed now."""
        ...

    @property
    def door(self) -> Door:
        """What may be known before the lock opens."""
        ...

    @property
    def is_kept(self) -> bool:
        """Whether there is a folder: a journal in memory can't be locked, backed up or erased."""
        ...

    def listen(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` after it was unlocked, locked or erased; returns what ends it.

        It is called in the thread that did it, and must not wait for another that needs the keeper.
        A restore is told by the journal itself, which stays the same.
        """
        ...

    # -- the lock ------------------------------------------------------------------------------

    def wait(self) -> int:
        """Seconds until a passphrase may be tried."""
        ...

    def unlock(self, secret: str) -> None:
        """Open it. Raises WrongSecretError, TryLaterError, JournalError."""
        ...

    def lock(self) -> None:
        """Close it, and forget its key and all it holds. Without a lock nothing happens."""
        ...

    def check(self, secret: str) -> None:
        """Raises WrongSecretError, TryLaterError where that would not open it; JournalError."""
        ...

    def new_code(self) -> str:
        """A recovery code that nothing knows of yet."""
        ...

    def set_lock(self, passphrase: str, code: str, door: Door) -> None:
        """Seal everything, openable by both. Raises OSError, JournalError."""
        ...

    def change_passphrase(self, passphrase: str, door: Door) -> None:
        """Another passphrase in the place of the one before. Raises OSError, JournalError."""
        ...

    def change_code(self, code: str) -> None:
        """Another recovery code in the place of the one before. Raises OSError, JournalError."""
        ...

    def set_device(self, secret: str) -> None:
        """Let a secret that the device keeps (32 random bytes in hex) open it too.

        It takes the place of the one before. Raises OSError, JournalError, and ValueError for
        anything else.
        """
        ...

    def remove_device(self) -> None:
        """No secret of the device opens it any more. Raises OSError, JournalError."""
        ...

    def remove_lock(self) -> None:
        """Seal nothing any more; the door goes too. Raises OSError, JournalError."""
        ...

    def set_door(self, door: Door) -> None:
        """Keep what may be known before the lock opens; without a lock nothing. Raises OSError."""
        ...

    # -- backups and erasing -------------------------------------------------------------------

    def backups(self) -> tuple[Backup, ...]:
        """All there are, newest first; none while it is locked or can't be opened."""
        ...

    def back_up(self) -> None:
        """Make and verify the backup of today anew. Raises OSError, JournalError."""
        ...

    def contents(self, backup: str = "") -> Contents:
        """What a backup holds, or the journal as it is. Raises OSError, JournalError."""
        ...

    def restore(self, backup: str) -> None:
        """Put back what a backup holds; what it replaces becomes one. Raises as `contents`."""
        ...

    def erase_entries(self, *entries: Entry) -> None:
        """Leave no byte of them, in backups neither. Raises OSError, JournalError.

        Once they are gone from the journal, what could not be done is done at the next opening.
        """
        ...

    def erase(self, *, backups: bool) -> None:
        """Leave no byte of the journal; an empty one is open then.

        With `backups` it is a new one without a lock; this can be done while it is locked too.
        Without, what was there just now becomes a backup, and the lock and all backups stay.
        Raises OSError, JournalError.
        """
        ...

    # -- out and in ----------------------------------------------------------------------------

    def write(self, format: Format, entries: Sequence[Entry]) -> bytes:
        """The file of these entries in a format."""
        ...

    def sealed(self, content: bytes, passphrase: str) -> bytes:
        """A file in the age format, for that passphrase."""
        ...

    def read(
        self, content: bytes, zone: str, passphrase: str = "", heard: Heard | None = None
    ) -> Found:
        """What a file tells, whatever app wrote it; times without an offset are those of `zone`.

        Raises LockedError where it needs a passphrase, WrongSecretError for another, JournalError
        with one sentence for what can't be read, StoppedError.
        """
        ...

    def calendar(self, settings: Settings, course: Course, now: datetime, zone: str) -> bytes:
        """A file for a calendar, of what is to be reminded of after `now`, on a device in `zone`.

        Nothing of the journal is in it but the times.
        """
        ...
