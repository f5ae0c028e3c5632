"""Documents to keep, and what keeps them, for tests of the storage."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from storage.engine.frames import Plain, Seal
from storage.engine.store import Store
from storage.sealing import Cost, Sealed

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = NOON.date()
CHEAP = Cost(passes=1, memory=8 << 10)
SECRET = "a secret of tests"
CODE = "MFRGG-ZDFIB-TWQ2L-KONWG-23TPO-A"
SEALS: dict[str, Seal] = {"plain": Plain(), "sealed": Sealed(bytes(32))}

Documents = dict[str, dict[str, Any]]


def store_in(folder: Path, seal: Seal = SEALS["plain"], **more: Any) -> Store:
    """A store without a vault."""
    return Store(folder, "a journal", lambda _: seal, **more)


def documents(store: Store, table: str = "notes") -> Documents:
    """All of a table."""
    return dict(store.tables[table].items()) if table in store.tables else {}


def note(number: int) -> dict[str, Any]:
    """The document of a number."""
    at = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}T12:00:00+00:00"
    return {"number": number, "at": at, "text": f"note {number} " * (number % 40)}


def notes(*numbers: int) -> Documents:
    """The documents of these numbers, by id."""
    return {str(number): note(number) for number in numbers}


def put(store: Store, *numbers: int) -> None:
    """Keep the documents of these numbers, a change each."""
    for number in numbers:
        store.commit([["notes", str(number), note(number)]])
