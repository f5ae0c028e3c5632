"""What was begun and is to be ended, whatever came between: sealing anew, and erasing."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from domain.journal import JournalError
from storage.backups import ERASING, Backups
from storage.engine import files
from storage.engine.store import QUARANTINE, Store
from storage.header import NAME, Header
from storage.vault import Vault


def is_due(vault: Vault, store: Store) -> bool:
    """Whether something was begun and has not ended."""
    with store.lock:
        return not vault.is_settled or bool(store.tables.get(ERASING))


@contextmanager
def turning(vault: Vault, store: Store, backups: Backups) -> Iterator[int]:
    """Turn sealing on or off from the generation that this gives. Raises OSError, JournalError.

    As long as that could not be begun, the vault is afterwards as it was.
    """
    generation, before = store.generation + 1, vault.header
    try:
        yield generation
        end_turning(vault, store, backups)
    except (OSError, JournalError):
        if store.generation < generation:
            vault.put(before)
        raise


def change(vault: Vault, backups: Backups, header: Callable[[Vault], Header]) -> None:
    """Keep another header, in the backups too: only its slots may differ.

    Raises OSError, JournalError; the one before is then good.
    """
    before, after = vault.header, header(vault)
    try:
        backups.head(after)
        vault.put(after)
    except OSError:
        with suppress(OSError):
            vault.put(before)
            backups.head(before)
        raise


def end_turning(vault: Vault, store: Store, backups: Backups) -> None:
    """End what turned sealing on or off. Raises OSError, JournalError."""
    if vault.is_settled:
        return
    store.compact(keep=False)
    seal = vault.seal(store.generation)
    for path in [*(vault.folder / QUARANTINE).glob("*")]:
        if path.suffix == files.TEMPORARY:
            path.unlink(missing_ok=True)
        else:
            files.replace(path, seal.close(path.read_bytes(), path.name))
    backups.anew()
    for left in vault.folder.glob(f"{NAME}.*"):
        left.unlink()
    vault.settle(store.generation)
    # The next opening does it where this can't.
    with suppress(OSError):
        backups.head(vault.header)


def end_erasing(vault: Vault, store: Store, backups: Backups) -> None:
    """Leave no byte of what was erased. Raises OSError, JournalError.

    A document of the table ERASING names what is to be gone from backups too, {table: [id]}. It was
    made durable together with the removal, and goes last.
    """
    with store.lock:
        marks = dict(store.tables[ERASING].items()) if ERASING in store.tables else {}
    if not marks:
        return
    store.compact(keep=False)
    gone = [(table, id) for mark in marks.values() for table in mark for id in mark[table]]
    if gone:
        backups.anew(gone)
    # Last of these: what a compaction can't read lands there.
    aside = vault.folder / QUARANTINE
    if aside.exists():
        shutil.rmtree(aside)
    store.commit([[ERASING, id] for id in marks])
    # Not even the names stay.
    store.compact(keep=False)
