"""The journal over TinyDB: one table for each kind of entry, and the entries kept in memory."""

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any, Final, Generic, TypeVar, cast

from tinydb.table import Document
from ulid import ULID

from domain.entries import Entry
from domain.journal import JournalError
from storage.documents import TABLES, to_document, to_entry
from storage.engine.database import Database, TextTable
from storage.engine.tables import Tables
from storage.folder import Folder

E = TypeVar("E", bound=Entry)
_ULID: Final = re.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}")


def open_journal(path: Path, secret: str | None = None) -> "TinyJournal":
    """The journal in that folder, a new one where there is none.

    `secret` is the passphrase or the recovery code of a sealed one. Raises JournalError.
    """
    folder = Folder(path, secret)
    try:
        return TinyJournal(Database(folder.store), folder)
    except ValueError as error:
        folder.close()
        raise JournalError(
            f"The journal in {path} holds an entry that can't be read, so it stays closed "
            "and unchanged."
        ) from error


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
        self._listeners: list[Callable[[], None]] = []
        self._shelves: dict[type[Any], _Shelf[Any]] = {}
        self._last_id = ""
        self._read()
        if folder and folder.mend():
            self._read()

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
        with self._lock:
            with self._database.transaction():
                for entry, document in documents:
                    self._table(type(entry)).upsert(Document(document, cast(Any, entry.id)))
            for one in kept:
                self._shelves[type(one)].put(one)
            self._last_id = max(self._last_id, *(e.id for e in kept if _ULID.fullmatch(e.id)), "")
        self._tell()

    def remove(self, *entries: Entry) -> None:
        """Remove entries, all or none; one that is not there is passed over. Raises as `put`."""
        with self._lock:
            there = {(type(e), e.id) for e in entries if e.id in self._shelves[type(e)].by_id}
            if not there:
                return
            with self._database.transaction():
                for kind, id in there:
                    self._table(kind).remove(doc_ids=[id])
            for kind, id in there:
                self._shelves[kind].remove(id)
        self._tell()

    def listen(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` after each change, in the thread that made it; returns what ends it."""

        def listener() -> None:
            heard()

        def end() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        with self._lock:
            self._listeners.append(listener)
        return end

    def restore(self, backup: str) -> None:
        """Put back what a backup of the folder holds. Raises OSError, JournalError."""
        if self.folder:
            with self._lock:
                self.folder.restore(backup)
                self._read()
            self._tell()

    def close(self) -> None:
        """Let go of the file."""
        if self.folder:
            self.folder.close()

    def _read(self) -> None:
        self._shelves = {kind: _Shelf(self._stored(kind)) for kind in TABLES}
        ids = (id for shelf in self._shelves.values() for id in shelf.by_id)
        self._last_id = max(filter(_ULID.fullmatch, ids), default=self._last_id)

    def _stored(self, kind: type[Entry]) -> list[Entry]:
        return [to_entry(kind, cast(str, one.doc_id), one) for one in self._table(kind)]

    def _table(self, kind: type[Entry]) -> TextTable:
        return cast(TextTable, self._database.table(TABLES[kind]))

    def _tell(self) -> None:
        with self._lock:
            listeners = tuple(self._listeners)
        for heard in listeners:
            heard()
        if self.folder:
            self.folder.keep_up()


class _Shelf(Generic[E]):
    """The entries of one kind, in order."""

    def __init__(self, entries: Iterable[E]) -> None:
        self._sorted = sorted(entries, key=_order)
        self._all: tuple[E, ...] | None = None
        self.by_id = {entry.id: entry for entry in self._sorted}

    def all(self) -> tuple[E, ...]:
        if self._all is None:
            self._all = tuple(self._sorted)
        return self._all

    def put(self, entry: E) -> None:
        self.remove(entry.id)
        insort(self._sorted, entry, key=_order)
        self.by_id[entry.id] = entry

    def remove(self, id: str) -> None:
        self._all = None
        old = self.by_id.pop(id, None)
        if old is not None:
            del self._sorted[bisect_left(self._sorted, _order(old), key=_order)]


def _order(entry: Entry) -> tuple[datetime, str] | tuple[str]:
    at = getattr(entry, "at", None)
    return (at, entry.id) if at else (entry.id,)
