"""Listeners: who is told of changes."""

from collections.abc import Callable
from threading import Lock


class Listeners:
    """Whoever is told. Safe to call from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._all: list[Callable[[], None]] = []

    def add(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` from now on; returns what ends it."""

        def listener() -> None:
            heard()

        def end() -> None:
            with self._lock:
                if listener in self._all:
                    self._all.remove(listener)

        with self._lock:
            self._all.append(listener)
        return end

    def tell(self) -> None:
        """Call all of them, in this thread."""
        with self._lock:
            everyone = tuple(self._all)
        for heard in everyone:
            heard()
