"""The keeper's backups: made, listed, looked into, put back, and damaged ones."""

import errno
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.entries import CheckIn, Draft, Settings
from domain.journal import JournalError
from domain.keeper import Backup, Contents
from storage.engine.frames import SealError
from storage.journal import TinyJournal
from storage.keeper import FolderKeeper
from tests.storage.keepers import CANARY, ONE, Clock
from tests.storage.notes import NOON


def test_backups_are_made_listed_looked_into_and_put_back(
    keeper: FolderKeeper, clock: Clock
) -> None:
    heard: list[int] = []
    keeper.journal.listen(lambda: heard.append(len(keeper.journal.all(CheckIn))))
    keeper.journal.put(ONE, Settings(welcomed=True))
    keeper.back_up()
    clock.goes(86_400)
    later = NOON + timedelta(days=1)
    keeper.journal.put(
        CheckIn(id="two", at=later, logged_at=later),
        Draft(id="d", about="", text="", written_at=later),
    )
    keeper.back_up()
    assert keeper.backups() == (
        Backup("2026-03-02", date(2026, 3, 2), True),
        Backup("2026-03-01", date(2026, 3, 1), True),
    )
    now = Contents(((CheckIn, 2), (Draft, 1), (Settings, 1)), NOON, later)
    assert keeper.contents() == keeper.contents("2026-03-02") == now
    then = Contents(((CheckIn, 1), (Settings, 1)), NOON, NOON)
    assert keeper.contents("2026-03-01") == then
    journal = keeper.journal
    keeper.restore("2026-03-01")
    assert keeper.journal is journal
    assert keeper.contents() == then
    assert heard == [1, 2, 1]
    aside = keeper.backups()[0]
    assert (aside.day, aside.is_daily) == (date(2026, 3, 2), False)
    assert keeper.contents(aside.name) == now


def test_an_empty_journal_holds_nothing(keeper: FolderKeeper) -> None:
    keeper.back_up()
    assert keeper.contents() == keeper.contents("2026-03-01") == Contents((), None, None)


def test_what_has_no_time_is_counted_without_one(keeper: FolderKeeper) -> None:
    keeper.journal.put(Settings())
    keeper.back_up()
    assert keeper.contents("2026-03-01") == Contents(((Settings, 1),), None, None)


@pytest.mark.parametrize("where", ["middle", "end"])
def test_a_damaged_backup_is_told_in_a_sentence(
    keeper: FolderKeeper, path: Path, where: str
) -> None:
    keeper.journal.put(ONE)
    keeper.back_up()
    (kept,) = (path / "backups" / "2026-03-01").glob("snap-*")
    content = bytearray(kept.read_bytes())
    content[content.index(CANARY.encode()) if where == "middle" else -1] ^= 1
    kept.write_bytes(content)
    for act in (keeper.contents, keeper.restore):
        with pytest.raises(JournalError, match=r"damaged; nothing was changed\.$"):
            act("2026-03-01")
    with pytest.raises(JournalError, match="There is no backup"):
        keeper.contents("2025-01-01")
    assert keeper.journal.all(CheckIn) == (ONE,)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EIO, "broken"), "can't be read; it was left as it is."),
        (SealError("It does not open."), "It does not open."),
    ],
)
def test_a_journal_that_cant_be_read_is_told_and_let_go_of(
    keeper: FolderKeeper, path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    keeper.journal.put(ONE)
    keeper.close()
    read = TinyJournal._read

    def failing_read(journal: TinyJournal) -> None:
        if journal.folder:
            raise error
        read(journal)

    monkeypatch.setattr(TinyJournal, "_read", failing_read)
    assert FolderKeeper(path).refused.endswith(said)
    monkeypatch.undo()
    with closing(FolderKeeper(path)) as opened:
        assert opened.journal.all(CheckIn) == (ONE,)
