"""A TinyDB storage in one JSON file that is replaced as a whole, or not at all."""

import copy
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final

from tinydb.storages import Storage

from domain.journal import JournalError

FORMAT: Final = 1
NAME: Final = "journal.json"

Tables = dict[str, dict[str, Any]]


class AtomicFileStorage(Storage):
    """`journal.json` in a folder of mode 0700, held by one process at a time.

    A write goes to a new file, is flushed to the disk, and takes the old one's place; where that
    fails it raises OSError and both the file and what `read` gives are as before.
    Raises JournalError where the file or the folder can't be used as it is.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._new = folder / f"{NAME}.new"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = _locked(folder / "LOCK")
            self._new.unlink(missing_ok=True)
        except OSError as error:
            raise JournalError(
                f"The journal's folder can't be written to: {folder}. Nothing was changed."
            ) from error
        try:
            self._tables = self._load()
        except BaseException:
            self._lock.close()
            raise

    def _load(self) -> Tables | None:
        try:
            text = self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise JournalError(
                f"The journal can't be read: {self._path}. Nothing was changed."
            ) from error
        return _tables(text, self._path)

    def read(self) -> Tables | None:
        """A copy of all tables, deep enough for TinyDB to change it in place."""
        if self._tables is None:
            return None
        return {name: dict(table) for name, table in self._tables.items()}

    def write(self, data: Tables) -> None:
        """Replace the file. Raises OSError, or ValueError for what JSON cannot hold."""
        text = json.dumps(
            {"format": FORMAT, "tables": data},
            ensure_ascii=False,
            allow_nan=False,
            separators=(",", ":"),
        ).encode()
        try:
            self._replace(text)
        except OSError:
            with suppress(OSError):
                self._new.unlink(missing_ok=True)
            raise
        self._tables = copy.copy(data)

    def _replace(self, text: bytes) -> None:
        descriptor = os.open(self._new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(text)
            file.flush()
            sync(file.fileno())
        self._new.replace(self._path)
        sync_folder(self._path.parent)

    def close(self) -> None:
        """Let another process have the journal."""
        self._lock.close()


def sync(descriptor: int) -> None:
    """Return when the bytes are on the disk itself."""
    if sys.platform == "darwin":  # pragma: no cover
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Return when a rename in the folder is on the disk; Windows has no such call."""
    if os.name == "nt":  # pragma: no cover
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _locked(path: Path) -> IO[bytes]:
    file = path.open("ab")
    try:
        if os.name == "nt":  # pragma: no cover
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise JournalError("This journal is open already, in another window or program.") from error
    return file


def _tables(text: bytes, path: Path) -> Tables:
    try:
        whole = json.loads(text)
        version, tables = whole["format"], whole["tables"]
        well_formed = isinstance(version, int) and all(
            isinstance(document, dict) for table in tables.values() for document in table.values()
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise JournalError(_damaged(path)) from error
    if version > FORMAT:
        raise JournalError(
            "This journal was written by a newer Meanwhile; this one leaves it as it is."
        )
    if not well_formed:
        raise JournalError(_damaged(path))
    return dict(tables)


def _damaged(path: Path) -> str:
    return (
        f"The file {path} is damaged or is not a journal of Meanwhile, "
        "so it is left exactly as it is."
    )
