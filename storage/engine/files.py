"""Files: what the operating system is asked for, and nothing that is not durable afterwards."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from domain.journal import JournalError
from domain.language import N_

_BINARY: Final = getattr(os, "O_BINARY", 0)
# Windows keeps others from reading what is locked, and they are to read who has it.
_LOCKED_BYTE: Final = 1024
TEMPORARY: Final = ".tmp"
"""How the names of files end that are not whole yet."""


def hold(folder: Path) -> int:
    """Lock a folder, made (0700) where there is none; closing what this returns lets go of it.

    Raises JournalError where it can't be written to, or is held by someone else.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = os.open(folder / "LOCK", os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
    except OSError as error:
        raise unwritable(folder) from error
    try:
        _lock(held)
        os.ftruncate(held, 0)
        write_at(held, str(os.getpid()).encode(), 0)
    except OSError as error:
        process = _holder(held)
        os.close(held)
        if isinstance(error, BlockingIOError | PermissionError):
            raise _held_by(folder, process) from None
        raise unwritable(folder) from error
    return held


def unwritable(folder: Path) -> JournalError:
    """What to say of a folder that nothing can be kept in."""
    return JournalError(
        N_("The folder {folder} can't be made or written to, so no journal is open."), folder=folder
    )


def _held_by(folder: Path, process: str) -> JournalError:
    if not process:
        return JournalError(
            N_("The journal in {folder} is already open somewhere else. Close it there first."),
            folder=folder,
        )
    return JournalError(
        N_(
            "The journal in {folder} is already open somewhere else (process {number}). "
            "Close it there first."
        ),
        folder=folder,
        number=process,
    )


def create(path: Path) -> int:
    """A new file to read and write, empty also where there was one; only its owner can read it."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)


def reopen(path: Path) -> int:
    """A file that is there, to read and write."""
    return os.open(path, os.O_RDWR | _BINARY)


def write_at(opened: int, content: bytes, offset: int) -> None:
    """Write all of `content`, however many calls it takes. Raises OSError."""
    rest = memoryview(content)
    if not hasattr(os, "pwrite"):
        os.lseek(opened, offset, os.SEEK_SET)
    while rest:
        written = (
            os.pwrite(opened, rest, offset) if hasattr(os, "pwrite") else os.write(opened, rest)
        )
        rest, offset = rest[written:], offset + written


def reserve(opened: int, size: int) -> int:
    """Make a file `size` bytes long where that can be done and there is room; else 0."""
    if not hasattr(os, "posix_fallocate"):
        return 0
    try:
        os.posix_fallocate(opened, 0, size)
    except OSError:
        return 0
    return size


def sync(opened: int) -> None:
    """Wait until the disk has it. Raises OSError."""
    if sys.platform == "darwin":
        import fcntl

        # There fsync does not wait for the disk's own cache.
        fcntl.fcntl(opened, fcntl.F_FULLFSYNC)
    else:
        os.fsync(opened)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder. Raises OSError."""
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def replace(path: Path, content: bytes) -> None:
    """Put `content` in the place of a file, whole or not at all. Raises OSError."""
    with replacing(path) as opened:
        write_at(opened, content, 0)


@contextmanager
def replacing(path: Path) -> Iterator[int]:
    """A new file that takes the place of `path` at the end; an error leaves `path` as it was."""
    temporary = path.with_name(f"{path.name}{TEMPORARY}")
    try:
        opened = create(temporary)
        try:
            yield opened
            sync(opened)
        finally:
            os.close(opened)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _lock(held: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(held, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _holder(held: int) -> str:
    with suppress(OSError):
        os.lseek(held, 0, os.SEEK_SET)
        number = os.read(held, 20)
        if number.isdigit():
            return number.decode()
    return ""
