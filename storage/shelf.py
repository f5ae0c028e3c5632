"""A shelf: the entries of one kind, in memory and in order."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from datetime import datetime
from typing import Generic, TypeVar

from domain.entries import Entry

E = TypeVar("E", bound=Entry)


class Shelf(Generic[E]):
    """The entries of one kind, in order."""

    def __init__(self, entries: Iterable[E]) -> None:
        self._sorted = sorted(entries, key=_order)
        self._all: tuple[E, ...] | None = None
        self.by_id: dict[str, E] = {entry.id: entry for entry in self._sorted}
        """The entry with an id."""

    def all(self) -> tuple[E, ...]:
        """By `at` where they have one, then by id."""
        if self._all is None:
            self._all = tuple(self._sorted)
        return self._all

    def put(self, entry: E) -> None:
        """Add or replace one."""
        self.remove(entry.id)
        insort(self._sorted, entry, key=_order)
        self.by_id[entry.id] = entry

    def remove(self, id: str) -> None:
        """Remove one; one that is not there is passed over."""
        self._all = None
        old = self.by_id.pop(id, None)
        if old is not None:
            del self._sorted[bisect_left(self._sorted, _order(old), key=_order)]


def _order(entry: Entry) -> tuple[datetime, str] | tuple[str]:
    at = getattr(entry, "at", None)
    return (at, entry.id) if at else (entry.id,)
