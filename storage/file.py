"""A TinyDB storage in one file of JSON, replaced as a whole and never written into."""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NoReturn

from tinydb.storages import Storage

from domain.journal import JournalError

APP: Final = "meanwhile"
FORMAT: Final = 1

Tables = dict[str, dict[str, Any]]


class AtomicFileStorage(Storage):
    """Tables in `path`, in a folder that is made (0700) where there is none, held by a lock.

    What `read` hands out is the caller's to change. Raises JournalError, when opened, for a folder
    that can't be used, a journal that is open elsewhere, and a file that is not one it knows.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._lock: int | None = _hold(path.parent)
        try:
            _try_to_write(path)
            self._cache: Tables | None = _read(path)
        except BaseException:
            self.close()
            raise

    def read(self) -> Tables | None:
        """The tables, or None where nothing was kept yet."""
        # TinyDB changes in place what it reads, and then writes it. Whoever reads takes the value
        # along, and only a write that succeeded brings one back: a failed one leaves no trace.
        tables, self._cache = self._cache, None
        return _read(self._path) if tables is None else tables

    def write(self, data: Tables) -> None:
        """Replace the file. Raises OSError, and ValueError for NaN; the file is then as it was."""
        if self._lock is None:
            raise OSError("The journal is closed.")
        whole = {"app": APP, "format": FORMAT, "tables": data}
        text = json.dumps(whole, allow_nan=False, separators=(",", ":"))
        _replace(self._path, text.encode())
        self._cache = data

    def close(self) -> None:
        """Let another process open it."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _hold(folder: Path) -> int:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = os.open(folder / "LOCK", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise _unwritable(folder) from error
    try:
        _lock(held)
    except OSError as error:
        os.close(held)
        if isinstance(error, BlockingIOError | PermissionError):
            raise JournalError(f"The journal in {folder} is already open somewhere else.") from None
        raise _unwritable(folder) from error
    return held


def _unwritable(folder: Path) -> JournalError:
    return JournalError(f"The folder {folder} can't be made or written to, so no journal is open.")


def _lock(held: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _try_to_write(path: Path) -> None:
    """See that a file can be made here, and clear away what a crash left of one."""
    try:
        os.close(os.open(_temporary(path), os.O_WRONLY | os.O_CREAT, 0o600))
        _temporary(path).unlink()
    except OSError as error:
        raise _unwritable(path.parent) from error


def _temporary(path: Path) -> Path:
    return path.with_name(f"{path.name}.tmp")


def _read(path: Path) -> Tables | None:
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise JournalError(f"The journal {path} can't be read; it was left as it is.") from error
    try:
        whole = json.loads(text.decode(), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise _damaged(path) from error
    return _tables(path, whole)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _damaged(path: Path) -> JournalError:
    return JournalError(f"{path} is damaged or not a journal; it was left as it is.")


def _tables(path: Path, whole: object) -> Tables:
    if not isinstance(whole, dict) or whole.get("app") != APP:
        raise JournalError(f"{path} is not a journal of Meanwhile; it was left as it is.")
    format = whole.get("format")
    if isinstance(format, int) and format > FORMAT:
        raise JournalError(f"{path} needs a newer Meanwhile to open it; it was left as it is.")
    tables = whole.get("tables")
    if format != FORMAT or not isinstance(tables, dict) or not all(map(_is_table, tables.values())):
        raise _damaged(path)
    return tables


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(isinstance(one, dict) for one in table.values())


def _replace(path: Path, content: bytes) -> None:
    before = path.read_bytes() if path.exists() else None
    try:
        _write(_temporary(path), content)
        _temporary(path).replace(path)
    except OSError:
        with suppress(OSError):
            _temporary(path).unlink()
        raise
    try:
        _sync_folder(path.parent)
    except OSError:
        _put_back(path, before)
        raise


def _put_back(path: Path, before: bytes | None) -> None:
    with suppress(OSError):
        if before is None:
            path.unlink()
        else:
            _temporary(path).write_bytes(before)
            _temporary(path).chmod(0o600)
            _temporary(path).replace(path)


def _write(path: Path, content: bytes) -> None:
    opened = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600
    )
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(opened, rest) :]
        _sync(opened)
    finally:
        os.close(opened)


def _sync(opened: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # There fsync does not wait for the disk's own cache.
        fcntl.fcntl(opened, fcntl.F_FULLFSYNC)
    else:
        os.fsync(opened)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
