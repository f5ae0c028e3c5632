"""The journal over TinyDB: a table for each kind, a document for each entry."""

from bisect import bisect_left, insort
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar, cast

from tinydb import TinyDB
from tinydb.table import Table
from ulid import ULID

from domain.entries import CheckIn, Entry
from domain.journal import JournalError
from storage.documents import TABLES, to_document, to_entry
from storage.file import AtomicFileStorage

E = TypeVar("E", bound=Entry)


class TextIdTable(Table):
    """A table whose ids are ULIDs as text."""

    document_id_class = str  # type: ignore[assignment]


class TextIdTinyDB(TinyDB):
    """TinyDB with text ids."""

    table_class = TextIdTable


def open_journal(folder: Path) -> "TinyJournal":
    """The journal in a folder, made where there is none.

    Raises JournalError, whose text is one sentence, where it can't be opened as it is.
    """
    db = TextIdTinyDB(folder, storage=AtomicFileStorage)
    try:
        return TinyJournal(db)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        db.close()
        raise JournalError(
            "An entry of this journal can't be read, so the journal is left exactly as it is."
        ) from error


class TinyJournal:
    """`domain.journal.Journal` over any TinyDB; entries are read once and kept sorted."""

    def __init__(self, db: TinyDB) -> None:
        self._db = db
        self._lock = RLock()
        self._listeners: list[Callable[[], None]] = []
        self._sorted: dict[type[Entry], list[Entry]] = {}
        for kind, table in TABLES.items():
            documents = cast("dict[str, dict[str, Any]]", db.table(table)._read_table())
            self._sorted[kind] = sorted(
                (to_entry(kind, id, document) for id, document in documents.items()),
                key=_order,
            )
        self._by_id = {one.id: one for entries in self._sorted.values() for one in entries}
        self._last = max((id for id in self._by_id if _is_ulid(id)), default="")

    def new_id(self) -> str:
        """A ULID later than every other, also when the clock was set back."""
        with self._lock:
            id = str(ULID())
            if id <= self._last:
                id = str(ULID.from_int(int(ULID.from_str(self._last)) + 1))
            self._last = id
            return id

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every entry of a kind, oldest first."""
        with self._lock:
            return cast("tuple[E, ...]", tuple(self._sorted[cast("type[Entry]", kind)]))

    def put(self, *entries: Entry) -> None:
        """Make entries durable, all or none. Raises OSError."""
        with self._lock:
            self._write({entry.id: entry for entry in entries}, ())
            for entry in entries:
                self._forget(entry.id)
                insort(self._sorted[type(entry)], entry, key=_order)
                self._by_id[entry.id] = entry
        self._tell()

    def remove(self, *entries: Entry) -> None:
        """Remove entries, all or none. Raises OSError."""
        with self._lock:
            self._write({}, entries)
            for entry in entries:
                self._forget(entry.id)
        self._tell()

    def _write(self, put: dict[str, Entry], removed: tuple[Entry, ...]) -> None:
        # All tables in one write of the storage, or a change of two kinds could happen by half.
        storage = self._db.storage
        tables = storage.read() or {}
        for id, entry in put.items():
            table = tables.setdefault(TABLES[type(entry)], {})
            table[id] = {**table.get(id, {}), **to_document(entry)}
        for entry in removed:
            tables.get(TABLES[type(entry)], {}).pop(entry.id, None)
        storage.write(tables)
        for name in TABLES.values():
            self._db.table(name).clear_cache()

    def _forget(self, id: str) -> None:
        known = self._by_id.pop(id, None)
        if known is None:
            return
        entries = self._sorted[type(known)]
        del entries[bisect_left(entries, _order(known), key=_order)]

    def listen(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` after each change; returns what ends it."""
        self._listeners.append(heard)
        return lambda: self._listeners.remove(heard)

    def _tell(self) -> None:
        for heard in tuple(self._listeners):
            heard()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def _order(entry: Entry) -> tuple[float, str]:
    return (entry.at.timestamp() if isinstance(entry, CheckIn) else 0.0, entry.id)


def _is_ulid(id: str) -> bool:
    try:
        ULID.from_str(id)
    except ValueError:
        return False
    return True
