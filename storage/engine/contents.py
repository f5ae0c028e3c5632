"""The documents of one table: those of the snapshot, and what the log has changed of them."""

from bisect import bisect_left, insort
from collections.abc import ItemsView, Iterator, Mapping
from typing import Any

from storage.engine.snapshot import Part
from storage.engine.values import Document, moment

Dated = tuple[int, str]


class Contents(Mapping[str, Document]):
    """The documents of a table by id: those of the snapshot in the order of `at`, then what came
    or changed since.

    What it hands out is its own: whoever changes it copies it first.
    """

    def __init__(self, part: Part | None = None) -> None:
        self._part = part
        self._fresh: dict[str, Document] = {}
        self._gone: set[str] = set()
        self._dated: list[Dated] = []

    def __getitem__(self, id: str) -> Document:
        found: Document | None = self.get(id)
        if found is None:
            raise KeyError(id)
        return found

    def get(self, id: str, default: Any = None) -> Any:
        """The document with that id, or `default`."""
        found = self._fresh.get(id)
        if found is None and self._part is not None and id not in self._gone:
            found = self._part.find(id)
        return default if found is None else found

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self.get(id) is not None

    def __len__(self) -> int:
        if self._part is None:
            return len(self._fresh)
        if not self._part.is_whole:
            return sum(1 for _ in self)
        return len(self._fresh) + self._part.size - len(self._gone)

    def __iter__(self) -> Iterator[str]:
        return (id for id, _ in self._rows())

    def items(self) -> ItemsView[str, Document]:
        """Every document, with its id."""
        return _Items(self)

    def _rows(self) -> Iterator[tuple[str, Document]]:
        if self._part is not None:
            for row in self._part.items():
                if row[0] not in self._gone:
                    yield row
        yield from self._fresh.items()

    def put(self, id: str, document: Document) -> None:
        """Add or replace a document."""
        self._forget(id)
        self._fresh[id] = document
        at = moment(document)
        if at is not None:
            insort(self._dated, (at, id))

    def remove(self, id: str) -> None:
        """Remove a document; one that is not there is passed over."""
        self._forget(id)
        self._fresh.pop(id, None)

    def _forget(self, id: str) -> None:
        """Of what is there by that id, the place in the snapshot and among the dates."""
        old = self._fresh.get(id)
        if old is None:
            if self._part is not None and self._part.find(id) is not None:
                self._gone.add(id)
            return
        at = moment(old)
        if at is not None:
            del self._dated[bisect_left(self._dated, (at, id))]

    def between(self, start: int, end: int) -> list[tuple[str, Document]]:
        """The documents with start <= at < end (microseconds from 1970), by `at`, then id."""
        first = bisect_left(self._dated, (start, ""))
        last = bisect_left(self._dated, (end, ""))
        found = [(at, id, self._fresh[id]) for at, id in self._dated[first:last]]
        if self._part is not None:
            kept = self._part.between(start, end)
            found += [row for row in kept if row[1] not in self._gone]
        found.sort(key=lambda row: row[:2])
        return [(id, document) for _, id, document in found]

    def frozen(self) -> "Contents":
        """As it is now, whatever happens to it later."""
        other = Contents(self._part)
        other._fresh = dict(self._fresh)
        other._gone = set(self._gone)
        other._dated = list(self._dated)
        return other


class _Items(ItemsView[str, Document]):
    _mapping: Contents

    def __iter__(self) -> Iterator[tuple[str, Document]]:
        # Not one by one: each chunk is read once, and not kept.
        return self._mapping._rows()
