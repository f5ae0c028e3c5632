"""The folder: whose it is, and what the system may refuse."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from domain.journal import JournalError
from storage.folder import LITTLE_ROOM, ROOM, Folder
from tests.storage.notes import TODAY, documents, note, put

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def fail(code: int, when: Callable[..., bool] = lambda *_: True) -> Callable[[Any], Any]:
    """A system call's stand-in that fails with `code` when it is asked so, else does its work."""

    def failing(call: Any) -> Any:
        def wrapped(*given: Any, **named: Any) -> Any:
            if when(*given):
                raise OSError(code, os.strerror(code))
            return call(*given, **named)

        return wrapped

    return failing


def test_only_the_person_can_read_it(held: Folder, path: Path) -> None:
    put(held.store, 1)
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


def test_a_second_opening_is_refused_where_nothing_tells_who_has_it(
    held: Folder, path: Path
) -> None:
    (path / "LOCK").write_bytes(b"")
    with pytest.raises(JournalError, match=r"already open somewhere else\. Close"):
        Folder(path)


def test_a_second_process_is_refused(held: Folder, path: Path) -> None:
    code = "import sys, storage.folder as f, pathlib; f.Folder(pathlib.Path(sys.argv[1])).close()"
    command = [sys.executable, "-c", code, str(path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert f"is already open somewhere else (process {os.getpid()})." in ended.stderr
    put(held.store, 1)
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
    put(held.store, 1)
    monkeypatch.setattr("os.open", fail(errno.EROFS)(os.open))
    monkeypatch.setattr("os.pwrite", fail(errno.EROFS)(os.pwrite))
    monkeypatch.setattr("os.mkdir", fail(errno.EROFS)(os.mkdir))
    with pytest.raises(OSError, match=os.strerror(errno.EROFS)):
        put(held.store, 2)
    with pytest.raises(OSError, match=os.strerror(errno.EROFS)):
        held.store.compact()
    held.keep_up()
    held.close()
    monkeypatch.undo()
    with closing(Folder(path)) as again:
        assert documents(again.store) == {"1": note(1)}
        assert again.told == ()


@pytest.mark.parametrize(("left", "said"), [(ROOM - 1, (LITTLE_ROOM,)), (ROOM, ()), (None, ())])
def test_little_room_is_told(
    held: Folder, monkeypatch: pytest.MonkeyPatch, left: int | None, said: tuple[str, ...]
) -> None:
    def usage(folder: Path) -> SimpleNamespace:
        assert folder == held.path
        if left is None:
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
        return SimpleNamespace(free=left)

    monkeypatch.setattr("shutil.disk_usage", usage)
    assert held.told == said


def test_on_apple_systems_the_disk_is_waited_for(
    held: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("fcntl.F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr("fcntl.fcntl", lambda opened, command: asked.append(command))
    put(held.store, 1)
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
            put(held.store, number)
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
    put(held.store, 1, 2)
    held.close()
    with closing(Folder(path)) as again:
        assert len(documents(again.store)) == 2


def test_a_disk_that_goes_on_failing(
    held: Folder, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(held.store, 1)
    for call in ("os.fsync", "os.ftruncate"):
        monkeypatch.setattr(call, fail(errno.EIO)(None))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        put(held.store, 2)
    monkeypatch.undo()
    put(held.store, 3)
    held.close()
    with closing(Folder(path)) as again:
        assert documents(again.store) == {"1": note(1), "3": note(3)}
