"""Counting: what a journal or a backup holds, without keeping it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.entries import Entry
from domain.journal import Journal
from domain.keeper import Contents
from storage.documents import TABLES
from storage.engine.store import Store
from storage.engine.values import moment


def of_journal(journal: Journal) -> Contents:
    """What an open journal holds."""
    return _counted(
        {kind: [getattr(one, "at", None) for one in journal.all(kind)] for kind in TABLES}
    )


def of_store(store: Store) -> Contents:
    """What the store of a backup holds, of the kinds that are known here."""
    tables = store.tables
    return _counted(
        {
            kind: [_at(document) for _, document in tables[name].items()]
            for kind, name in TABLES.items()
            if name in tables
        }
    )


def _counted(times: Mapping[type[Entry], list[datetime | None]]) -> Contents:
    known = [at for several in times.values() for at in several if at]
    return Contents(
        tuple((kind, len(several)) for kind, several in times.items() if several),
        min(known, default=None),
        max(known, default=None),
    )


def _at(document: Mapping[str, Any]) -> datetime | None:
    return datetime.fromisoformat(document["at"]) if moment(document) is not None else None
