"""Journals in a folder, for the tests of what is done with all of one."""

from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

from domain.entries import Entry, Settings
from storage.keeper import FolderKeeper
from tests.storage.notes import CHEAP
from tests.views.stage import NOON

CANARY = "the heron at the weir"


def kept_in(folder: Path, *entries: Entry) -> FolderKeeper:
    """A welcomed journal in that folder, with a backup of today."""
    # What is replaced is kept by the time at which it was.
    times = (NOON + timedelta(milliseconds=n) for n in count())
    keeper = FolderKeeper(folder, clock=partial(next, times), cost=CHEAP)
    keeper.journal.put(Settings(welcomed=True), *entries)
    keeper.back_up()
    return keeper


def holds(folder: Path, words: str) -> bool:
    """Whether any file there has these words."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return any(words.encode() in path.read_bytes() for path in files)
