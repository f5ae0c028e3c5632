"""Migrations: what documents were like in a version, as they are in the next."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from storage.engine.store import Store
from storage.engine.values import copied

Tables = dict[str, dict[str, dict[str, Any]]]
Migration = Callable[[Tables], Tables]

VERSION: Final = 1
MIGRATIONS: Final[Mapping[int, Migration]] = {}
"""By the version that each begins with; it leads to the next."""


def migrated(tables: Tables, version: int, migrations: Mapping[int, Migration], to: int) -> Tables:
    """The tables of a version as they are in a later one: {table: {id: document}}."""
    for step in range(version, to):
        tables = migrations[step](tables)
    return tables


def migrate(store: Store) -> None:
    """Begin a generation of this version. Raises OSError, DamagedError; it is then as it was."""
    tables = {
        name: {id: copied(document) for id, document in contents.items()}
        for name, contents in store.tables.items()
    }
    after = migrated(tables, store.version, MIGRATIONS, VERSION)
    store.compact(tables=after, version=VERSION)
