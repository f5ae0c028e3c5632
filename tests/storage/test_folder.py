"""The folder: whose it is, what is kept in it, and what is kept up."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import CheckIn
from domain.journal import JournalError
from storage import backups, folder, migrations
from storage.engine import store as engine
from storage.folder import Folder
from storage.journal import forgetful_journal, open_journal
from storage.migrations import migrated
from tests.storage.faults import CHEAP, documents, note

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = date(2026, 3, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "of" / "the journal"


@pytest.fixture
def held(path: Path) -> Iterator[Folder]:
    with closing(Folder(path, today=lambda: TODAY, cost=CHEAP)) as opened:
        yield opened


def put(held: Folder, *numbers: int) -> None:
    for number in numbers:
        held.store.commit([["notes", str(number), note(number)]])


def check_in(id: str, text: str = "") -> CheckIn:
    return CheckIn(id=id, at=NOON, logged_at=NOON, note=text)


def fail(code: int, when: Callable[..., bool] = lambda *_: True) -> Callable[[Any], Any]:
    """A system call's stand-in that fails with `code` when it is asked so, else does its work."""

    def failing(call: Any) -> Any:
        def wrapped(*given: Any, **named: Any) -> Any:
            if when(*given):
                raise OSError(code, os.strerror(code))
            return call(*given, **named)

        return wrapped

    return failing


# -- whose it is -------------------------------------------------------------------------------


def test_only_the_person_can_read_it(held: Folder, path: Path) -> None:
    put(held, 1)
    held.store.compact()
    held.backups.make(TODAY)
    for one in [path, *path.rglob("*")]:
        assert stat.S_IMODE(one.stat().st_mode) == (0o700 if one.is_dir() else 0o600), one


def test_a_second_opening_is_refused_and_told_who_has_it(held: Folder, path: Path) -> None:
    with pytest.raises(JournalError, match=rf"already open somewhere else \(process {os.getpid()}"):
        Folder(path)
    held.close()
    held.close()
    Folder(path).close()


def test_a_second_process_is_refused(held: Folder, path: Path) -> None:
    code = "import sys, storage.folder as f, pathlib; f.Folder(pathlib.Path(sys.argv[1])).close()"
    command = [sys.executable, "-c", code, str(path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert f"is already open somewhere else (process {os.getpid()})." in ended.stderr
    put(held, 1)
    held.close()
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def test_a_folder_that_cant_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(JournalError, match="can't be made or written to"):
        Folder(tmp_path / "file" / "folder")


@pytest.mark.parametrize("name", ["LOCK", "vault.json.tmp", "log-0"])
def test_a_folder_that_cant_be_written(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path.mkdir(parents=True)
    monkeypatch.setattr("os.open", fail(errno.EROFS, lambda at, *_: Path(at).name == name)(os.open))
    with pytest.raises(JournalError, match="can't be made or written to"):
        Folder(path)
    monkeypatch.undo()
    Folder(path).close()


def test_a_disk_that_knows_no_locks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fcntl.flock", fail(errno.ENOLCK)(None))
    with pytest.raises(JournalError, match="can't be made or written to"):
        Folder(path)


def test_a_folder_that_becomes_read_only_loses_nothing(
    held: Folder, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(held, 1)
    monkeypatch.setattr("os.open", fail(errno.EROFS)(os.open))
    monkeypatch.setattr("os.pwrite", fail(errno.EROFS)(os.pwrite))
    monkeypatch.setattr("os.mkdir", fail(errno.EROFS)(os.mkdir))
    with pytest.raises(OSError, match=os.strerror(errno.EROFS)):
        put(held, 2)
    with pytest.raises(OSError, match=os.strerror(errno.EROFS)):
        held.store.compact()
    held.keep_up()
    held.close()
    monkeypatch.undo()
    with closing(Folder(path)) as again:
        assert documents(again.store) == {"1": note(1)}
        assert again.told == ()


def test_on_apple_systems_the_disk_is_waited_for(
    held: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("fcntl.F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr("fcntl.fcntl", lambda opened, command: asked.append(command))
    put(held, 1)
    assert asked == [51]


def test_where_the_system_lacks_calls_it_is_kept_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = fail(errno.EACCES)(None)
    windows = SimpleNamespace(LK_NBLCK=2, locking=lambda *_: None)
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", windows)
    monkeypatch.delattr("os.pwrite")
    monkeypatch.delattr("os.posix_fallocate")
    for number in range(3):
        with closing(Folder(path)) as held:
            put(held, number)
            if number == 1:
                windows.locking = refusing
                with pytest.raises(JournalError, match="already open"):
                    Folder(path)
                windows.locking = lambda *_: None
            held.store.compact()
            assert documents(held.store) == {str(n): note(n) for n in range(number + 1)}


def test_a_disk_that_gives_no_room_in_advance_is_written_all_the_same(
    held: Folder, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.posix_fallocate", fail(errno.ENOSPC)(None))
    put(held, 1, 2)
    held.close()
    with closing(Folder(path)) as again:
        assert len(documents(again.store)) == 2


def test_a_disk_that_goes_on_failing(
    held: Folder, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(held, 1)
    for call in ("os.fsync", "os.ftruncate"):
        monkeypatch.setattr(call, fail(errno.EIO)(None))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        put(held, 2)
    monkeypatch.undo()
    put(held, 3)
    held.close()
    with closing(Folder(path)) as again:
        assert documents(again.store) == {"1": note(1), "3": note(3)}


# -- backups -----------------------------------------------------------------------------------


@given(st.sets(st.integers(0, 800), max_size=60))
def test_of_the_days_some_are_kept(numbers: set[int]) -> None:
    days = sorted((TODAY - timedelta(days=number) for number in numbers), reverse=True)
    kept = backups.kept(days)
    assert kept <= set(days)
    assert set(days[:7]) <= kept
    assert len(kept) <= 7 + 4 + 12
    months = list(dict.fromkeys((day.year, day.month) for day in days))[:12]
    assert {(day.year, day.month) for day in kept} >= set(months)


def test_a_backup_of_a_day_is_one_folder_that_opens_as_a_journal(held: Folder, path: Path) -> None:
    put(held, 1)
    held.backups.make(TODAY)
    put(held, 2)
    held.backups.make(TODAY)
    for days in range(1, 9):
        held.backups.make(TODAY - timedelta(days=days))
    assert len(held.backups.days()) < 10
    assert held.backups.days()[0] == TODAY
    with closing(Folder(path / "backups" / TODAY.isoformat())) as copy:
        assert documents(copy.store) == documents(held.store)


def test_what_a_crash_left_of_a_backup_is_cleared_away(held: Folder, path: Path) -> None:
    (path / "backups" / "2025-12-31.new").mkdir(parents=True)
    held.backups.make(TODAY)
    assert [one.name for one in (path / "backups").iterdir()] == [TODAY.isoformat()]


def test_a_restore_keeps_what_it_replaces(held: Folder, path: Path) -> None:
    put(held, *range(300))
    held.backups.keep("then")
    put(held, 300)
    held.store.commit([["notes", "0"]])
    held.restore("then")
    assert documents(held.store) == {str(n): note(n) for n in range(300)}
    (aside,) = (name for name in held.backups.all() if name != "then")
    assert len(documents(held.backups.read(aside))) == 300
    assert "300" in documents(held.backups.read(aside))
    held.close()
    with closing(Folder(path)) as again:
        assert documents(again.store) == {str(n): note(n) for n in range(300)}


def test_an_empty_journal_is_put_back_too(held: Folder) -> None:
    held.backups.keep("empty")
    put(held, 1)
    held.restore("empty")
    assert documents(held.store) == {}


def test_a_backup_that_is_damaged_or_missing_is_not_put_back(held: Folder, path: Path) -> None:
    put(held, *range(300))
    held.backups.keep("then")
    put(held, 300)
    with pytest.raises(JournalError, match="no backup"):
        held.restore("never")
    (kept,) = (path / "backups" / "then").glob("snap-*")
    content = bytearray(kept.read_bytes())
    content[len(content) // 2] ^= 1
    kept.write_bytes(content)
    with pytest.raises(JournalError, match="damaged; nothing was changed"):
        held.restore("then")
    assert len(documents(held.store)) == 301
    assert held.told == ()


def test_what_is_erased_leaves_no_byte(held: Folder, path: Path) -> None:
    put(held, 1, 39)
    held.store.compact()
    held.backups.make(TODAY)
    (path / "quarantine").mkdir()
    (path / "quarantine" / "log-0-7").write_text("note 39 note 39")
    held.store.commit([["notes", "39"]])
    held.erase()
    assert documents(held.store) == {"1": note(1)}
    assert held.backups.days() == [TODAY]
    held.backups.remove_all()
    held.erase()
    held.close()
    for one in path.rglob("*"):
        assert not one.is_file() or b"note 39" not in one.read_bytes(), one


def test_a_clock_set_back_removes_no_backup(path: Path) -> None:
    for today in (TODAY, TODAY - timedelta(days=3000), TODAY):
        with closing(Folder(path, today=lambda today=today: today)) as held:  # type: ignore[misc]
            put(held, 1)
            held.keep_up()
    with closing(Folder(path)) as held:
        assert held.backups.days() == [TODAY, TODAY - timedelta(days=3000)]


def test_what_is_damaged_is_taken_from_the_generation_before(path: Path) -> None:
    with closing(open_journal(path)) as journal:
        journal.put(*(check_in(str(n), f"note {n}") for n in range(300)))
        assert journal.folder is not None
        journal.folder.store.compact()
        journal.put(check_in("300"))
        everything = journal.all(CheckIn)
    content = bytearray((path / "snap-1").read_bytes())
    content[content.index(b"note 17")] ^= 1
    (path / "snap-1").write_bytes(content)
    for told in (1, 0):
        with closing(open_journal(path)) as journal:
            assert journal.all(CheckIn) == everything
            assert len(journal.told) == told
            assert not told or "all of it is here" in journal.told[0]


# -- upkeep ------------------------------------------------------------------------------------


def test_the_first_change_of_a_day_is_backed_up(path: Path) -> None:
    today = folder.local_day()
    with closing(open_journal(path)) as journal:
        journal.put(check_in("a"))
    with closing(open_journal(path)) as journal:
        assert journal.folder is not None
        assert journal.folder.backups.days() == [today]
        journal.put(check_in("b", "later"))
        journal.restore(today.isoformat())
        assert [one.id for one in journal.all(CheckIn)] == ["a"]
        assert journal.told == ()


def test_a_journal_in_memory_has_nothing_to_restore() -> None:
    journal = forgetful_journal()
    journal.put(check_in("a"))
    journal.restore("2026-01-01")
    assert journal.told == ()
    journal.close()
    assert len(journal.all(CheckIn)) == 1


def test_a_long_log_becomes_a_snapshot_beside_the_taps(
    held: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOG_MAX", 1000)
    held.backups.make(TODAY)
    for number in range(200):
        put(held, number)
        held.keep_up()
    held.close()
    assert held.store.generation > 0
    with closing(Folder(held.path)) as again:
        assert documents(again.store) == {str(n): note(n) for n in range(200)}


def test_where_there_are_no_threads_it_goes_on(
    held: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr("threading.Thread.start", refused)
    put(held, 1)
    held.keep_up()
    held.close()


def test_damage_is_told_in_one_sentence(held: Folder, path: Path) -> None:
    put(held, 1, 2)
    held.close()
    content = bytearray((path / "log-0").read_bytes())
    content[content.index(b"note 1") - 30] ^= 1
    (path / "log-0").write_bytes(content)
    with closing(Folder(path)) as again:
        assert again.store.is_hurt
        assert not again.mend()
        (said,) = again.told
        assert "put aside in" in said
        assert str(path / "quarantine") in said
    with closing(Folder(path)) as mended:
        assert mended.told == ()
        assert documents(mended.store) == {"2": note(2)}


# -- migrations --------------------------------------------------------------------------------


@given(st.integers(1, 5), st.integers(0, 5))
def test_any_chain_of_migrations_is_gone_through_in_order(first: int, steps: int) -> None:
    def step(version: int) -> migrations.Migration:
        return lambda tables: {"seen": {**tables["seen"], str(version): {"to": version + 1}}}

    chain = {version: step(version) for version in range(1, 12)}
    went = migrated({"seen": {}}, first, chain, first + steps)
    assert list(went["seen"]) == [str(version) for version in range(first, first + steps)]


def test_an_older_journal_is_backed_up_and_migrated(
    held: Folder, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(held, 1)
    held.close()
    monkeypatch.setattr(migrations, "VERSION", 2)
    monkeypatch.setattr(backups, "VERSION", 2)
    renamed: dict[int, migrations.Migration] = {1: lambda tables: {"words": tables["notes"]}}
    monkeypatch.setattr(migrations, "MIGRATIONS", renamed)
    for _ in range(2):
        with closing(Folder(path)) as again:
            assert again.store.version == 2
            assert documents(again.store, "words") == {"1": note(1)}
            assert documents(again.store) == {}
            assert documents(again.backups.read("version-1")) == {"1": note(1)}
    monkeypatch.undo()
    with closing(Folder(path)) as older:
        assert older.store.read_only


def test_a_migration_that_fails_leaves_all_as_it_was(
    held: Folder, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(held, 1)
    held.close()
    monkeypatch.setattr(migrations, "VERSION", 2)
    with pytest.raises(KeyError):
        Folder(path)
    monkeypatch.undo()
    with closing(Folder(path)) as again:
        assert documents(again.store) == {"1": note(1)}
