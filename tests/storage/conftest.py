"""A store and a folder, open and empty."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.engine.store import Store
from storage.folder import Folder
from tests.storage.notes import CHEAP, store_in

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = NOON.date()


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
