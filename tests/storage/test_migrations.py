"""Migrations: any chain, and a journal of a version before this one."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import backups, migrations
from storage.folder import Folder
from storage.migrations import migrated
from tests.storage.notes import documents, note, put

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@given(st.integers(1, 5), st.integers(0, 5))
def test_any_chain_of_migrations_is_gone_through_in_order(first: int, steps: int) -> None:
    def step(version: int) -> migrations.Migration:
        return lambda tables: {"seen": {**tables["seen"], str(version): {"to": version + 1}}}

    chain = {version: step(version) for version in range(1, 12)}
    went = migrated({"seen": {}}, first, chain, first + steps)
    assert list(went["seen"]) == [str(version) for version in range(first, first + steps)]


@pytest.fixture
def older(held: Folder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal of the version before."""
    put(held.store, 1)
    held.close()
    monkeypatch.setattr(migrations, "VERSION", 2)
    return held.path


def test_an_older_journal_is_backed_up_and_migrated(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "VERSION", 2)
    renamed: dict[int, migrations.Migration] = {1: lambda tables: {"words": tables["notes"]}}
    monkeypatch.setattr(migrations, "MIGRATIONS", renamed)
    for _ in range(2):
        with closing(Folder(older, clock=lambda: NOON)) as again:
            assert again.store.version == 2
            assert documents(again.store, "words") == {"1": note(1)}
            assert documents(again.store) == {}
            assert documents(again.backups.read("version-1-2026-03-01")) == {"1": note(1)}
    monkeypatch.undo()
    with closing(Folder(older)) as held:
        assert held.store.read_only


def test_a_migration_that_fails_leaves_all_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KeyError):
        Folder(older)
    monkeypatch.undo()
    with closing(Folder(older)) as again:
        assert documents(again.store) == {"1": note(1)}
