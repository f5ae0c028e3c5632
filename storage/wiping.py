"""Wiping a folder: every file of a journal goes, and whatever else lies there stays."""

import os
import re
import shutil
from pathlib import Path
from typing import Final

from storage.engine import files

MARK: Final = "ERASE"
_OURS: Final = re.compile(
    r"(vault|door)\.json(\.\w+)*|(snap|log)-\d+(\.new)?|backups|quarantine|ERASE\.tmp"
)


def wipe(folder: Path) -> None:
    """Leave no byte of a journal that nobody has open. Raises JournalError, OSError.

    Cut off in the middle, the next opening ends it.
    """
    held = files.hold(folder)
    try:
        files.replace(folder / MARK, b"")
        end(folder)
    finally:
        os.close(held)


def end(folder: Path) -> None:
    """Wipe a folder that is held, where that was begun. Raises OSError."""
    if not (folder / MARK).exists():
        return
    # The key first: without it, what was sealed is nothing.
    for path in sorted(folder.iterdir(), key=lambda path: not path.name.startswith("vault")):
        if _OURS.fullmatch(path.name):
            _remove(path)
    files.sync_folder(folder)
    (folder / MARK).unlink()
    files.sync_folder(folder)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path.resolve())
    # A file; or what pointed at that folder.
    path.unlink(missing_ok=True)
