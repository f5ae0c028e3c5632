"""What the tests of a keeper share: its secrets, a clock set by hand, wrong tries."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from domain.entries import CheckIn, Supporter
from domain.keeper import (
    Door,
    WrongSecretError,
)
from storage.journal import TinyJournal
from storage.keeper import FolderKeeper
from tests.storage.notes import CHEAP, NOON

PASSPHRASE = "six otters in a boat"
DEVICE = "0123456789abcdef" * 4
CANARY = "a canary that sings"
ADA = Supporter("Ada", "555 0100", "any hour")
DOOR = Door(digits=True, theme="dark", region="GB", supporters=(ADA,), title="Notes")
Act = Callable[[], object]
ONE = CheckIn(id="one", at=NOON, logged_at=NOON, note=CANARY)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def goes(self, seconds: float) -> None:
        """That many seconds go by, or the other way."""
        self.now += timedelta(seconds=seconds)


def again(keeper: FolderKeeper, path: Path, clock: Clock) -> FolderKeeper:
    keeper.close()
    return FolderKeeper(path, clock=clock, cost=CHEAP)


def wrong(keeper: FolderKeeper, times: int) -> None:
    for _ in range(times):
        with pytest.raises(WrongSecretError):
            keeper.unlock("a guess")


def key_of(keeper: FolderKeeper) -> tuple[bytes, str]:
    """The key, and which journal it is of."""
    journal = keeper.journal
    assert isinstance(journal, TinyJournal)
    assert journal.folder
    return journal.folder.vault._known(), journal.folder.vault.journal
