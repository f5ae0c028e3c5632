"""Migrations: what documents were like in a version, as they are in the next."""

from collections.abc import Callable, Mapping
from typing import Any, Final

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
