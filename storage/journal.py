"""The journal over TinyDB: one table for each kind of entry, and the entries kept in memory."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any, Final, TypeVar, cast

from tinydb.table import Document
from ulid import ULID

from domain.entries import Entry
from domain.journal import JournalError
from domain.language import N_
from storage.backups import ERASING
from storage.documents import TABLES, to_document, to_entry
from storage.engine.database import Database, TextTable
from storage.engine.tables import Tables
from storage.folder import Folder, here_and_now
from storage.listeners import Listeners
from storage.sealing import Cost
from storage.shelf import Shelf

E = TypeVar("E", bound=Entry)
_ULID: Final = re.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}")


def open_journal(
    path: Path,
    secret: str | None = None,
    *,
    clock: Callable[[], datetime] = here_and_now,
    cost: Cost = Cost(),  # noqa: B008
) -> "TinyJournal":
    """The journal in that folder, a new one where there is none.

    `secret` is one that opens a sealed one. Raises JournalError: LockedError without the secret it
    needs, WrongSecretError with another.
    """
    folder = Folder(path, secret, clock=clock, cost=cost)
    try:
        return TinyJournal(Database(folder.store), folder)
    except ValueError as error:
        folder.close()
        raise JournalError(
            N_(
                "The journal in {folder} holds an entry that can't be read, so it stays closed "
                "and unchanged."
            ),
            folder=path,
        ) from error
    except OSError as error:
        folder.close()
        raise JournalError(
            N_("The journal in {folder} can't be read; it was left as it is."), folder=path
        ) from error
    except JournalError:
        folder.close()
        raise


def forgetful_journal() -> "TinyJournal":
    """An empty journal in memory, for a look at what needs none."""
    return TinyJournal(Database(Tables()))


class TinyJournal:
    """A `domain.journal.Journal` over a database. Raises ValueError for a document that is none."""

    def __init__(self, database: Database, folder: Folder | None = None) -> None:
        database.table_class = TextTable
        self.folder = folder
        self._database = database
        self._lock = RLock()
        self._is_closed = False
        self._listeners = Listeners()
        self._shelves: dict[type[Any], Shelf[Any]] = {}
        self._last_id = ""
        self._read()
        if folder:
            if folder.mend():
                self._read()
            # Without room for it: it is tried again beside the taps.
            with suppress(OSError, JournalError):
                folder.end_erasing()

    @property
    def told(self) -> tuple[str, ...]:
        """What the person ought to know of how it was opened, a sentence each."""
        return self.folder.told if self.folder else ()

    def new_id(self) -> str:
        """A ULID, later than every other id of this journal, also when the clock was set back."""
        with self._lock:
            id = str(ULID())
            if id <= self._last_id:
                id = str(ULID.from_int(int(ULID.from_str(self._last_id)) + 1))
            self._last_id = id
            return id

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every entry of a kind, oldest first: by `at` where it has one, then by id."""
        with self._lock:
            return self._shelves[kind].all()

    def get(self, kind: type[E], id: str) -> E | None:
        """The entry of a kind with that id; None where there is none."""
        with self._lock:
            return self._shelves[kind].by_id.get(id)

    def put(self, *entries: Entry) -> None:
        """Make entries durable, new or changed, all or none. Raises OSError where it can't be."""
        documents = [(entry, to_document(entry)) for entry in entries]
        # As they will be read again: with what is in memory no screen shows more than is kept.
        kept = [to_entry(type(entry), entry.id, document) for entry, document in documents]
        if not kept:
            return
        with self._changing():
            with self._database.transaction():
                for entry, document in documents:
                    self._table(type(entry)).upsert(Document(document, cast(Any, entry.id)))
            for one in kept:
                self._shelves[type(one)].put(one)
            self._last_id = max(self._last_id, *(e.id for e in kept if _ULID.fullmatch(e.id)), "")
        self._tell()

    def remove(self, *entries: Entry) -> None:
        """Remove entries, all or none; one that is not there is passed over. Raises as `put`."""
        with self._changing():
            if not any(e.id in self._shelves[type(e)].by_id for e in entries):
                return
            with self._database.transaction():
                self._drop(entries)
            self._unshelve(entries)
        self._tell()

    def listen(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` after each change, in the thread that made it; returns what ends it."""
        return self._listeners.add(heard)

    def restore(self, backup: str) -> None:
        """Put back what a backup of the folder holds. Raises OSError, JournalError."""
        if self.folder:
            with self._changing():
                self.folder.restore(backup)
                self._read()
            self._tell()

    def erase(self, *entries: Entry) -> None:
        """Remove entries, and leave no byte of them, in backups neither. Slow.

        Raises OSError, JournalError. Once they are removed, the next opening ends what could not
        be done.
        """
        with self._changing():
            with self._database.transaction():
                self._drop(entries)
                self._mark(entries)
            self._unshelve(entries)
        self._erased()

    def erase_all(self) -> None:
        """Remove all there is, and leave no byte of it but in the backups, with one of now.

        Slow. Raises as `erase`.
        """
        with self._changing():
            if self.folder:
                self.folder.set_aside()
            with self._database.transaction():
                self._database.drop_tables_but(ERASING)
                self._mark(())
            self._read()
        self._erased()

    def close(self) -> None:
        """Let go of the file, and of all that was read: nothing can be kept any more."""
        if self.folder:
            with self._lock:
                self._is_closed = True
                self._database = Database(Tables())
                self._read()
            self.folder.close()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with self._lock:
            if self._is_closed and self.folder:
                raise OSError(self.folder.closed)
            yield

    def _drop(self, entries: Iterable[Entry]) -> None:
        for kind, id in {(type(e), e.id) for e in entries}:
            if id in self._shelves[kind].by_id:
                self._table(kind).remove(doc_ids=[id])

    def _unshelve(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._shelves[type(entry)].remove(entry.id)

    def _mark(self, entries: Iterable[Entry]) -> None:
        """What is to be gone from the files too."""
        if not self.folder:
            return
        mark: dict[str, list[str]] = {}
        for entry in entries:
            mark.setdefault(TABLES[type(entry)], []).append(entry.id)
        self._database.table(ERASING).insert(mark)

    def _erased(self) -> None:
        self._listeners.tell()
        if self.folder:
            self.folder.end_erasing()

    def _read(self) -> None:
        self._shelves = {kind: Shelf(self._stored(kind)) for kind in TABLES}
        ids = (id for shelf in self._shelves.values() for id in shelf.by_id)
        self._last_id = max(filter(_ULID.fullmatch, ids), default=self._last_id)

    def _stored(self, kind: type[Entry]) -> list[Entry]:
        return [to_entry(kind, cast(str, one.doc_id), one) for one in self._table(kind)]

    def _table(self, kind: type[Entry]) -> TextTable:
        return cast(TextTable, self._database.table(TABLES[kind]))

    def _tell(self) -> None:
        self._listeners.tell()
        if self.folder:
            self.folder.keep_up()
