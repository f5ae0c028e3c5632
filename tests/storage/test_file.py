"""The file: replaced whole or not at all, and never over something it does not know."""

import errno
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from domain.entries import CheckIn, Draft
from domain.journal import JournalError
from storage.file import AtomicFileStorage
from storage.journal import FILE_NAME, TinyJournal, open_journal

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
TABLES: dict[str, Any] = {"check_ins": {"a": {"note": "x", "feelings": ["calm"]}}}


def check_in(id: str, note: str = "") -> CheckIn:
    return CheckIn(id=id, at=NOON, logged_at=NOON, note=note)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "of" / "the journal"


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / FILE_NAME


@pytest.fixture
def journal(folder: Path) -> Iterator[TinyJournal]:
    with closing(open_journal(folder)) as opened:
        yield opened


def fail(code: int, when: Callable[..., bool] = lambda *_: True) -> Callable[[Any], Any]:
    """A system call's stand-in that fails with `code` when it is asked so, else does its work."""

    def failing(call: Any) -> Any:
        def wrapped(*given: Any, **named: Any) -> Any:
            if when(*given):
                raise OSError(code, os.strerror(code))
            return call(*given, **named)

        return wrapped

    return failing


def is_folder(opened: int) -> bool:
    return stat.S_ISDIR(os.fstat(opened).st_mode)


def test_only_the_person_can_read_it(journal: TinyJournal, folder: Path, path: Path) -> None:
    journal.put(check_in("a"))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {0o600}
    assert sorted(one.name for one in folder.iterdir()) == ["LOCK", path.name]


@pytest.mark.parametrize(
    ("call", "code", "when"),
    [
        ("os.write", errno.ENOSPC, lambda *_: True),
        ("os.write", errno.EIO, lambda *_: True),
        ("os.fsync", errno.EIO, lambda *_: True),
        ("os.fsync", errno.EIO, is_folder),
        ("os.replace", errno.EIO, lambda *_: True),
        ("os.open", errno.EROFS, lambda *_: True),
    ],
)
@pytest.mark.parametrize("filled", [False, True])
def test_a_failed_write_changes_nothing(
    journal: TinyJournal, path: Path, call: str, code: int, when: Any, filled: bool
) -> None:
    if filled:
        journal.put(check_in("a"))
    before, kept = path.read_bytes() if filled else None, journal.all(CheckIn)
    heard: list[bool] = []
    journal.listen(lambda: heard.append(True))
    draft = Draft(id="d", about="a", text="typed", written_at=NOON)
    with pytest.MonkeyPatch.context() as patched:
        module, name = call.split(".")
        patched.setattr(call, fail(code, when)(getattr(sys.modules[module], name)))
        with pytest.raises(OSError, match=os.strerror(code)):
            journal.put(check_in("a", "changed"), check_in("b"), draft)
        if filled:
            with pytest.raises(OSError, match=os.strerror(code)):
                journal.remove(check_in("a"))
    assert (path.read_bytes() if path.exists() else None) == before
    assert (journal.all(CheckIn), journal.all(Draft), heard) == (kept, (), [])
    assert sorted(one.name for one in path.parent.iterdir()) in (["LOCK"], ["LOCK", path.name])
    journal.put(check_in("b"))
    journal.close()
    with closing(open_journal(path.parent)) as again:
        assert again.all(CheckIn) == journal.all(CheckIn) == (*kept, check_in("b"))


def test_a_disk_that_fails_halfway_and_goes_on_failing(
    journal: TinyJournal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.put(check_in("a"))
    monkeypatch.setattr("os.fsync", fail(errno.EIO, is_folder)(os.fsync))
    monkeypatch.setattr(Path, "chmod", fail(errno.EIO)(Path.chmod))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        journal.put(check_in("b"))
    assert [one.id for one in journal.all(CheckIn)] == ["a"]
    assert "a" in json.loads(path.read_text())["tables"]["check_ins"]


def test_what_is_written_in_pieces_is_whole(
    journal: TinyJournal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr("os.write", lambda opened, content: write(opened, content[:7]))
    journal.put(check_in("a", "čeština 💜 \ud800"))
    journal.close()
    with closing(open_journal(folder)) as again:
        assert again.all(CheckIn) == (check_in("a", "čeština 💜 \ud800"),)


def test_what_tinydb_changes_in_place_is_forgotten_when_it_fails(path: Path) -> None:
    with closing(AtomicFileStorage(path)) as storage:
        assert storage.read() is None
        storage.write(TABLES)
        tables = storage.read()
        assert tables is not None
        tables["check_ins"]["a"]["feelings"].append(float("nan"))
        before = path.read_bytes()
        with pytest.raises(ValueError, match="not JSON compliant"):
            storage.write(tables)
        assert path.read_bytes() == before
        assert (storage.read() or {})["check_ins"]["a"]["feelings"] == ["calm"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is damaged"),
        (b"\0" * 4096, "is damaged"),
        (b"\xff\xfe", "is damaged"),
        (b'{"app":"meanwhile","format":1,"tables":{"check_ins":{"a', "is damaged"),
        (b'{"app":"meanwhile","format":1,"tables":{"check_ins":{"a":{"energy":NaN}}}}', "damaged"),
        (b'{"app":"meanwhile","format":1,"tables":{"check_ins":[]}}', "is damaged"),
        (b'{"app":"meanwhile","format":1,"tables":{"check_ins":{"a":1}}}', "is damaged"),
        (b'{"app":"meanwhile","format":1}', "is damaged"),
        (b'{"app":"meanwhile","tables":{}}', "is damaged"),
        (b"[" * 100_000, "is damaged"),
        (b'{"app":"meanwhile","format":2}', "needs a newer Meanwhile"),
        (b'{"_default":{}}', "is not a journal of Meanwhile"),
        (b"[1, 2]", "is not a journal of Meanwhile"),
    ],
)
def test_what_is_no_journal_is_left_as_it_is(path: Path, content: bytes, sentence: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    for _ in range(2):
        with pytest.raises(JournalError, match=sentence) as refused:
            open_journal(path.parent)
        assert "left as it was" in str(refused.value) or "left as it is" in str(refused.value)
    assert path.read_bytes() == content
    path.unlink()
    open_journal(path.parent).close()


def test_every_cut_of_a_journal_is_refused(journal: TinyJournal, folder: Path, path: Path) -> None:
    journal.put(check_in("a", "a note"))
    journal.close()
    whole = path.read_bytes()
    for length in range(0, len(whole), 11):
        path.write_bytes(whole[:length])
        with pytest.raises(JournalError, match="is damaged"):
            open_journal(folder)


def test_a_file_that_cant_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_journal(path.parent).close()
    monkeypatch.setattr(Path, "read_bytes", fail(errno.EIO)(Path.read_bytes))
    with pytest.raises(JournalError, match="can't be read"):
        open_journal(path.parent)


def test_a_file_that_was_ruined_meanwhile(journal: TinyJournal, path: Path) -> None:
    journal.put(check_in("a"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("os.write", fail(errno.ENOSPC)(os.write))
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            journal.put(check_in("b"))
    path.write_bytes(b"ruined")
    with pytest.raises(OSError, match="is damaged"):
        journal.put(check_in("b"))
    assert path.read_bytes() == b"ruined"
    assert journal.all(CheckIn) == (check_in("a"),)


def test_what_a_crash_left_is_cleared_away(folder: Path, path: Path) -> None:
    folder.mkdir(parents=True)
    leftover = path.with_name(f"{path.name}.tmp")
    leftover.write_text('{"half')
    with closing(open_journal(folder)) as journal:
        assert not leftover.exists()
        assert journal.all(CheckIn) == ()


def test_a_folder_that_cant_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(JournalError, match="can't be made or written to"):
        open_journal(tmp_path / "file" / "folder")


@pytest.mark.parametrize("name", ["LOCK", f"{FILE_NAME}.tmp"])
def test_a_folder_that_cant_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    open_journal(folder).close()
    monkeypatch.setattr("os.open", fail(errno.EROFS, lambda at, *_: Path(at).name == name)(os.open))
    with pytest.raises(JournalError, match="can't be made or written to"):
        open_journal(folder)


def test_a_disk_that_knows_no_locks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fcntl.flock", fail(errno.ENOLCK)(None))
    with pytest.raises(JournalError, match="can't be made or written to"):
        open_journal(folder)


def test_a_second_opening_is_refused(journal: TinyJournal, folder: Path) -> None:
    with pytest.raises(JournalError, match="already open somewhere else"):
        open_journal(folder)
    journal.close()
    open_journal(folder).close()


def test_a_second_process_is_refused(journal: TinyJournal, folder: Path) -> None:
    code = "import sys, pathlib, storage.journal as j; j.open_journal(pathlib.Path(sys.argv[1]))"
    command = [sys.executable, "-c", code, str(folder)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.rstrip().endswith("is already open somewhere else.")
    journal.put(check_in("a"))
    journal.close()
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def test_a_closed_journal_writes_nothing(journal: TinyJournal, path: Path) -> None:
    journal.close()
    journal.close()
    with pytest.raises(OSError, match="is closed"):
        journal.put(check_in("a"))
    assert not path.exists()


def test_on_apple_systems_the_disk_is_waited_for(
    journal: TinyJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("fcntl.F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr("fcntl.fcntl", lambda opened, command: asked.append(command))
    journal.put(check_in("a"))
    assert asked == [51]


def test_on_windows_it_is_locked_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusing = fail(errno.EACCES)(None)
    windows = SimpleNamespace(LK_NBLCK=2, locking=lambda *_: None)
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", windows)
    with closing(open_journal(folder)) as journal:
        journal.put(check_in("a"))
        windows.locking = refusing
        with pytest.raises(JournalError, match="already open"):
            open_journal(folder)


WRITER = """
import sys, pathlib, datetime, storage.journal as j
from domain.entries import CheckIn
journal = j.open_journal(pathlib.Path(sys.argv[1]))
while True:
    now = datetime.datetime.now(datetime.UTC)
    journal.put(CheckIn(id=journal.new_id(), at=now, logged_at=now, note="x" * 20_000))
    print(len(journal.all(CheckIn)), flush=True)
"""


def test_killed_while_writing_it_loses_nothing_acknowledged(folder: Path) -> None:
    said = 0
    for kill in range(5):
        command = [sys.executable, "-c", WRITER, str(folder)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            for _ in range(3 + 7 * kill):
                said = int(writer.stdout.readline())
            writer.kill()
            said = max([said, *map(int, writer.stdout.read().split())])
        with closing(open_journal(folder)) as journal:
            assert said <= len(journal.all(CheckIn)) <= said + 1
