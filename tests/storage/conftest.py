"""A store and a folder, open and empty; a keeper, without a lock, with one, and locked."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.engine.store import Store
from storage.folder import Folder
from storage.keeper import FolderKeeper
from tests.storage.keepers import DOOR, ONE, PASSPHRASE, Clock
from tests.storage.notes import CHEAP, CODE, NOON, store_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store without a vault."""
    with closing(store_in(tmp_path)) as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a journal is to be."""
    return tmp_path / "of" / "the journal"


@pytest.fixture
def held(path: Path) -> Iterator[Folder]:
    """A journal's folder, on a day of March."""
    with closing(Folder(path, clock=lambda: NOON, cost=CHEAP)) as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    """At noon."""
    return Clock()


@pytest.fixture
def keeper(path: Path, clock: Clock) -> Iterator[FolderKeeper]:
    """A journal without a lock."""
    with closing(FolderKeeper(path, clock=clock, cost=CHEAP)) as made:
        yield made


@pytest.fixture
def sealed(keeper: FolderKeeper) -> FolderKeeper:
    """With an entry, and a lock."""
    keeper.journal.put(ONE)
    keeper.set_lock(PASSPHRASE, CODE, DOOR)
    return keeper


@pytest.fixture
def locked(sealed: FolderKeeper) -> FolderKeeper:
    """And locked."""
    sealed.lock()
    return sealed
