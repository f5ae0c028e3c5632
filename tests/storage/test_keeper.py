"""The keeper: opens and locks a journal, and takes it out and in."""

import gc
import os
from contextlib import suppress
from pathlib import Path
from threading import Semaphore, Thread
from typing import Any

import pytest
from babel.messages.catalog import Message

from domain.entries import CheckIn, Settings
from domain.journal import JournalError
from domain.keeper import Contents, Door, Keeper, LockedError, WrongSecretError
from domain.language import speak
from domain.recovery import as_code
from storage.journal import TinyJournal, forgetful_journal
from storage.keeper import FolderKeeper
from storage.loose import LooseKeeper
from storage.sealing import Sealed
from tests.spoken import speaking
from tests.storage.keepers import ADA, DEVICE, DOOR, ONE, PASSPHRASE, Act, Clock, again, key_of
from tests.storage.notes import CODE, NOON

# -- opening and locking ----------------------------------------------------------------------


def test_a_journal_without_a_lock_is_open_at_once(keeper: FolderKeeper) -> None:
    keeper.journal.put(ONE)
    assert keeper.journal.all(CheckIn) == (ONE,)
    assert keeper.is_kept
    assert (keeper.has_lock, keeper.is_locked, keeper.refused) == (False, False, "")
    assert keeper.door == Door()
    journal = keeper.journal
    keeper.lock()
    keeper.unlock("anything")
    keeper.set_door(DOOR)
    assert keeper.journal is journal
    assert keeper.door == Door()


def test_a_journal_that_cant_be_opened_says_why_and_nothing_can_be_done(
    keeper: FolderKeeper, path: Path
) -> None:
    other: Keeper = FolderKeeper(path)
    assert "already open somewhere else" in other.refused
    said = (
        "The journal in {folder} is already open somewhere else (process {number}). "
        "Close it there first."
    )
    speaking("de", Message(said, "{folder} ist schon offen ({number})."))
    assert other.refused == f"{path} ist schon offen ({os.getpid()})."
    speak("en")
    assert (other.has_lock, other.is_locked, other.backups()) == (False, False, ())
    assert other.journal.all(Settings) == (Settings(welcomed=True),)
    acts: tuple[Act, ...] = (
        lambda: other.unlock("anything"),
        lambda: other.check("anything"),
        lambda: other.erase(backups=True),
        lambda: other.erase(backups=False),
        other.contents,
        other.back_up,
    )
    for act in acts:
        with pytest.raises(JournalError, match="already open somewhere else"):
            act()
    assert keeper.journal.all(CheckIn) == ()


def test_what_a_locked_journal_shows_is_what_the_door_does(
    locked: FolderKeeper, path: Path, clock: Clock
) -> None:
    for keeper in (locked, again(locked, path, clock)):
        assert (keeper.has_lock, keeper.is_locked, keeper.refused) == (True, True, "")
        assert keeper.door == DOOR
        assert keeper.backups() == ()
        assert keeper.journal.all(CheckIn) == ()
        assert keeper.journal.all(Settings) == (
            Settings(welcomed=True, theme="dark", region="GB", supporters=(ADA,), title="Notes"),
        )
        for act in (keeper.contents, keeper.back_up, keeper.remove_lock, keeper.remove_device):
            with pytest.raises(LockedError, match=r"^The journal is locked\.$"):
                act()
        keeper.set_door(Door())
        assert keeper.door == Door()
        keeper.set_door(DOOR)


@pytest.mark.parametrize("secret", [PASSPHRASE, CODE, CODE.lower(), DEVICE])
def test_it_opens_with_each_of_its_secrets(
    sealed: FolderKeeper, path: Path, clock: Clock, secret: str
) -> None:
    sealed.set_device(DEVICE)
    sealed.lock()
    sealed.lock()
    for keeper in (sealed, again(sealed, path, clock)):
        keeper.unlock(secret)
        assert not keeper.is_locked
        assert keeper.has_lock
        assert keeper.journal.all(CheckIn) == (ONE,)
        keeper.check(secret)
        keeper.lock()
    keeper.close()


def test_whoever_listens_hears_of_each_other_journal(locked: FolderKeeper) -> None:
    heard: list[bool] = []
    end = locked.listen(lambda: heard.append(locked.is_locked))
    with suppress(WrongSecretError):
        locked.unlock("a guess")
    locked.unlock(PASSPHRASE)
    locked.unlock(PASSPHRASE)
    locked.lock()
    locked.lock()
    assert heard == [False, True]
    end()
    end()
    locked.unlock(PASSPHRASE)
    assert heard == [False, True]


def test_a_screen_that_missed_the_lock_can_change_nothing(sealed: FolderKeeper, path: Path) -> None:
    stale = sealed.journal
    assert isinstance(stale, TinyJournal)
    sealed.lock()
    # Another file has the number that the log had.
    others = [os.open(path.parent / f"other {n}", os.O_RDWR | os.O_CREAT) for n in range(5)]
    acts: tuple[Act, ...] = (
        lambda: stale.put(ONE),
        lambda: stale.remove(ONE),
        lambda: stale.erase(ONE),
        lambda: stale.erase_all(),
        lambda: stale.restore("2026-03-01"),
    )
    for act in acts:
        with pytest.raises(OSError, match=r"^The journal is locked\.$"):
            act()
    assert stale.all(CheckIn) == ()
    assert stale.get(CheckIn, "one") is None
    assert stale.new_id()
    assert stale.told == ()
    stale.put()
    stale.close()
    for one in others:
        assert os.fstat(one).st_size == 0
        os.close(one)
    assert stale.folder
    with pytest.raises(OSError, match="is locked"):
        stale.folder.back_up()
    sealed.unlock(PASSPHRASE)
    assert sealed.journal.all(CheckIn) == (ONE,)


def test_a_journal_that_was_closed_says_so_and_makes_no_backup(
    keeper: FolderKeeper, path: Path
) -> None:
    journal = keeper.journal
    assert isinstance(journal, TinyJournal)
    assert journal.folder
    keeper.close()
    journal.folder.keep_up()
    # Waits for what goes on beside.
    journal.folder.close()
    assert not (path / "backups").exists()
    with pytest.raises(OSError, match=r"^The journal is closed\.$"):
        journal.put(ONE)


def test_locking_among_many_writers_loses_nothing_that_was_acknowledged(
    sealed: FolderKeeper,
) -> None:
    kept: list[str] = []
    some = Semaphore(0)

    def write(journal: Any) -> None:
        with suppress(OSError):
            while True:
                id = journal.new_id()
                journal.put(CheckIn(id=id, at=NOON, logged_at=NOON))
                kept.append(id)
                journal.all(CheckIn)
                some.release()

    for _ in range(5):
        threads = [Thread(target=write, args=(sealed.journal,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for _ in range(10):
            some.acquire()
        sealed.lock()
        for thread in threads:
            thread.join()
        sealed.unlock(PASSPHRASE)
        assert {one.id for one in sealed.journal.all(CheckIn)} == {"one", *kept}
        assert sealed.journal.told == ()


def test_locking_and_unlocking_from_many_threads_ends_well(sealed: FolderKeeper) -> None:
    def turn() -> None:
        for _ in range(5):
            sealed.lock()
            sealed.unlock(PASSPHRASE)
            with suppress(LockedError, OSError):
                sealed.contents()
                sealed.back_up()

    threads = [Thread(target=turn) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sealed.journal.all(CheckIn) == (ONE,)


def test_after_locking_neither_key_nor_entries_are_in_memory(sealed: FolderKeeper) -> None:
    key, _ = key_of(sealed)
    sealed.journal.put(CheckIn(id="the only one", at=NOON, logged_at=NOON))
    sealed.back_up()
    sealed.contents("2026-03-01")
    sealed.lock()
    sealed.unlock(PASSPHRASE)
    stale = sealed.journal
    assert isinstance(stale, TinyJournal)
    sealed.lock()
    there = gc.get_objects()
    assert not [one for one in there if isinstance(one, Sealed) and one._key == key]
    assert not [one for one in there if isinstance(one, CheckIn) and one.id == "the only one"]
    assert stale.folder
    assert stale.folder.vault.is_locked


# -- out and in, and a journal that nobody keeps ----------------------------------------------


def test_what_goes_out_comes_in_again() -> None:
    keeper: Keeper = LooseKeeper(forgetful_journal())
    content = keeper.write("json", [ONE])
    assert keeper.read(content, "UTC").entries == (ONE,)
    sealed = keeper.sealed(content, "a word")
    with pytest.raises(LockedError):
        keeper.read(sealed, "UTC")
    assert keeper.read(sealed, "UTC", "a word").entries == (ONE,)


def test_a_journal_that_nobody_keeps_has_no_lock_and_no_backups() -> None:
    journal = forgetful_journal()
    loose = LooseKeeper(journal)
    keeper: Keeper = loose
    journal.put(ONE)
    assert (keeper.journal, keeper.door) == (journal, Door())
    assert not any((keeper.is_kept, keeper.has_lock, keeper.is_locked, keeper.refused))
    keeper.listen(lambda: None)()
    keeper.lock()
    keeper.set_door(DOOR)
    assert (keeper.wait(), keeper.backups()) == (0, ())
    assert len(as_code(keeper.new_code())) == 26
    acts: tuple[Act, ...] = (
        lambda: keeper.unlock("anything"),
        lambda: keeper.check("anything"),
        lambda: keeper.set_lock(PASSPHRASE, CODE, DOOR),
        lambda: keeper.change_passphrase(PASSPHRASE, DOOR),
        lambda: keeper.change_code(CODE),
        lambda: keeper.set_device(DEVICE),
        keeper.remove_device,
        keeper.remove_lock,
        keeper.back_up,
        lambda: keeper.contents("2026-03-01"),
        lambda: keeper.restore("2026-03-01"),
        lambda: keeper.erase(backups=True),
    )
    for act in acts:
        with pytest.raises(JournalError, match=r"^This journal is only in memory"):
            act()
    assert keeper.contents() == Contents(((CheckIn, 1),), NOON, NOON)
    keeper.erase_entries(ONE)
    assert journal.all(CheckIn) == ()
    loose.close()
