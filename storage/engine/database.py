"""TinyDB's face of a store: its database, its tables, and its storage."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Set
from contextlib import contextmanager
from datetime import datetime
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table
from ulid import ULID

from storage.engine.contents import Contents
from storage.engine.tables import Tables
from storage.engine.values import NESTED, Operation, checked, copied, encoded, ticks

Raw = dict[str, Any]


class StoreStorage(Storage):
    """All of a store as TinyDB's plain storages give it: read and written as a whole."""

    def __init__(self, store: Tables) -> None:
        super().__init__()
        self.store = store

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Copies of all tables, or None where there is none."""
        with self.store.lock:
            tables = self.store.tables
            return {
                name: {id: copied(document) for id, document in contents.items()}
                for name, contents in tables.items()
            } or None

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Change what differs. Raises OSError, and TypeError or ValueError for what is no JSON."""
        with self.store.lock:
            change: list[Operation] = [[name] for name in self.store.tables if name not in data]
            for name, table in data.items():
                documents = {str(id): checked(document) for id, document in table.items()}
                change += _difference(name, self.store.tables.get(name), documents)
            self.store.commit(change)

    def close(self) -> None:
        """Let go of the files."""
        self.store.close()


class StoreTable(Table):
    """A table that writes only what changed, and hands out copies."""

    _storage: StoreStorage
    _cached: Contents | None = None

    def get(self, cond: Any = None, doc_id: Any = None, doc_ids: Any = None) -> Any:
        """As TinyDB's; what it returns may be changed."""
        if cond is None and doc_id is not None:
            contents = self._storage.store.tables.get(self._name)
            found = None if contents is None else contents.get(str(doc_id))
            return None if found is None else _document(found, doc_id)
        return _copy(super().get(cond, doc_id, doc_ids))

    def search(self, cond: Any) -> list[Document]:
        """As TinyDB's; what it returns may be changed."""
        if self._contents() is not self._cached:
            # Another compaction, restore or transaction: what was found before may be gone.
            self.clear_cache()
            self._cached = self._contents()
        return cast(list[Document], _copy(super().search(cond)))

    def __iter__(self) -> Iterator[Document]:
        return map(_copied, super().__iter__())

    def __len__(self) -> int:
        return len(self._contents())

    def update(self, fields: Any, cond: Any = None, doc_ids: Any = None) -> list[Any]:
        """As TinyDB's."""
        return super().update(fields, doc_ids=self._matching(cond, doc_ids))

    def remove(self, cond: Any = None, doc_ids: Any = None) -> list[Any]:
        """As TinyDB's."""
        return super().remove(doc_ids=self._matching(cond, doc_ids))

    def between(self, start: datetime, end: datetime) -> list[Document]:
        """The documents with start <= `at` < end, by `at`, then id."""
        with self._storage.store.lock:
            found = self._contents().between(ticks(start), ticks(end))
        return [_document(one, self.document_id_class(id)) for id, one in found]

    def _matching(self, cond: Any, doc_ids: Any) -> Any:
        # TinyDB would copy every document only to look at it.
        if cond is None or doc_ids is not None:
            return doc_ids
        return [self.document_id_class(id) for id, one in self._contents().items() if cond(one)]

    def _contents(self) -> Contents:
        found = self._storage.store.tables.get(self.name)
        return Contents() if found is None else found

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return cast(dict[str, Mapping[str, Any]], self._contents())

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        store = self._storage.store
        with store.lock:
            there = store.tables.get(self.name)
            overlay = _Overlay(Contents() if there is None else there, self.document_id_class)
            updater(overlay)
            documents = {id: checked(document) for id, document in overlay.put.items()}
            store.commit(_difference(self.name, there, documents, overlay.gone))
        self.clear_cache()


class TextTable(StoreTable):
    """A table whose ids are text: ULIDs, for documents that bring none."""

    document_id_class = str  # type: ignore[assignment]

    def _get_next_id(self) -> str:
        return str(ULID())


class Database(TinyDB):
    """A TinyDB over a store."""

    table_class = StoreTable

    def __init__(self, store: Tables) -> None:
        super().__init__(store, storage=StoreStorage)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes inside are one: durable at the end, or, after an exception, none."""
        with cast(StoreStorage, self.storage).store.transaction():
            yield

    def drop_tables_but(self, kept: str) -> None:
        """Drop every table but one. Raises OSError."""
        store = cast(StoreStorage, self.storage).store
        with store.lock:
            store.commit([[name] for name in store.tables if name != kept])


class _Overlay(MutableMapping[Any, Raw]):
    """What TinyDB changes of a table: documents are copied when they are asked for."""

    def __init__(self, base: Mapping[str, Raw], id_class: Callable[[str], Any]) -> None:
        self._base = base
        self._id_class = id_class
        self.put: dict[str, Raw] = {}
        self.gone: set[str] = set()

    def __getitem__(self, id: Any) -> Raw:
        key = str(id)
        if key not in self.put:
            if key in self.gone:
                raise KeyError(id)
            self.put[key] = copied(self._base[key])
        return self.put[key]

    def __setitem__(self, id: Any, document: Raw) -> None:
        self.put[str(id)] = document
        self.gone.discard(str(id))

    def __delitem__(self, id: Any) -> None:
        key = str(id)
        if key not in self:
            raise KeyError(id)
        self.put.pop(key, None)
        if key in self._base:
            self.gone.add(key)

    def __contains__(self, id: object) -> bool:
        key = str(id)
        return key in self.put or (key not in self.gone and key in self._base)

    def __iter__(self) -> Iterator[Any]:
        for key in self._base:
            if key not in self.gone:
                yield self._id_class(key)
        for key in self.put:
            if key not in self._base:
                yield self._id_class(key)

    def __len__(self) -> int:
        return len(self._base) - len(self.gone) + sum(key not in self._base for key in self.put)

    def clear(self) -> None:
        self.put.clear()
        self.gone = set(self._base)


def _difference(
    name: str,
    there: Contents | None,
    documents: Mapping[str, Raw],
    gone: Set[str] | None = None,
) -> list[Operation]:
    """What turns a table into one with these documents; without `gone` they are all it has."""
    if there is None:
        return [[name, None], *([name, id, one] for id, one in documents.items())]
    if gone is None:
        gone = {id for id in there if id not in documents}
    if gone and not documents and len(gone) == len(there):
        return [[name, None]]
    changed = (
        [name, id, one]
        for id, one in documents.items()
        # Text, as 1 == True == 1.0.
        if id not in there or encoded(there[id]) != encoded(one)
    )
    return [*([name, id] for id in gone), *changed]


def _copy(found: Any) -> Any:
    if isinstance(found, list):
        return [_copied(one) for one in found]
    return found and _copied(found)


def _copied(document: Document) -> Document:
    return _document(document, document.doc_id)


def _document(found: Mapping[str, Any], id: Any) -> Document:
    # Not through its constructor: half of the time of a get would be spent there.
    document = Document.__new__(Document)
    document.update(found)
    document.doc_id = id
    for name, value in found.items():
        if type(value) in NESTED:
            document[name] = copied(value)
    return document
