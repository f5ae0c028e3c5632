"""The tables, and how they change: in memory, where nothing is kept."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import RLock

from storage.engine.contents import Contents
from storage.engine.values import Operation

Change = list[Operation]


class Tables:
    """Tables by name. One thread at a time, or each under `lock`."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.tables: dict[str, Contents] = {}
        self._pending: Change | None = None

    def commit(self, change: Change) -> None:
        """Make a change durable, then show it; in a transaction, when that ends.

        Raises OSError; nothing is then changed.
        """
        with self.lock:
            if self._pending is not None:
                self._pending += change
            elif change:
                self._keep(change)
            self._apply(change)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes inside are one: durable at the end, or, after an exception, none."""
        with self.lock:
            if self._pending is not None:
                yield
                return
            before = self.frozen()
            self._pending = []
            try:
                yield
                if self._pending:
                    self._keep(self._pending)
            except BaseException:
                self.tables = before
                raise
            finally:
                self._pending = None

    def frozen(self) -> dict[str, Contents]:
        """The tables as they are now, whatever happens to them later."""
        return {name: contents.frozen() for name, contents in self.tables.items()}

    def close(self) -> None:
        """Let go of what was opened."""

    def _keep(self, change: Change) -> None:
        """Make a change durable. Raises OSError; nothing is then kept of it."""

    def _apply(self, change: Iterable[Operation]) -> None:
        for name, *rest in change:
            if not rest:
                self.tables.pop(name, None)
            elif rest[0] is None:
                self.tables[name] = Contents()
            elif len(rest) == 1:
                self._table(name).remove(rest[0])
            else:
                self._table(name).put(*rest)

    def _table(self, name: str) -> Contents:
        return self.tables.setdefault(name, Contents())
