"""The keeper: opens, locks, counts and shows what a journal and its backups hold."""

import errno
import gc
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Semaphore, Thread
from typing import Any

import pytest
from babel.messages.catalog import Message

from domain.entries import CheckIn, Draft, Settings, Supporter
from domain.journal import JournalError
from domain.keeper import (
    Backup,
    Contents,
    Door,
    Keeper,
    LockedError,
    TryLaterError,
    WrongSecretError,
)
from domain.language import speak
from domain.recovery import as_code
from storage import door
from storage.door import Latch
from storage.engine.frames import SealError
from storage.folder import Folder
from storage.journal import TinyJournal, forgetful_journal
from storage.keeper import FolderKeeper
from storage.loose import LooseKeeper
from storage.sealing import Sealed
from tests.spoken import speaking
from tests.storage.canaries import ciphers, found
from tests.storage.conftest import NOON
from tests.storage.faults import failing
from tests.storage.notes import CHEAP, CODE

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


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keeper(path: Path, clock: Clock) -> Iterator[FolderKeeper]:
    with closing(FolderKeeper(path, clock=clock, cost=CHEAP)) as made:
        yield made


@pytest.fixture
def sealed(keeper: FolderKeeper) -> FolderKeeper:
    keeper.journal.put(ONE)
    keeper.set_lock(PASSPHRASE, CODE, DOOR)
    return keeper


@pytest.fixture
def locked(sealed: FolderKeeper) -> FolderKeeper:
    sealed.lock()
    return sealed


def again(keeper: FolderKeeper, path: Path, clock: Clock) -> FolderKeeper:
    keeper.close()
    return FolderKeeper(path, clock=clock, cost=CHEAP)


def wrong(keeper: FolderKeeper, times: int) -> None:
    for _ in range(times):
        with pytest.raises(WrongSecretError):
            keeper.unlock("a guess")


# -- opening and locking -----------------------------------------------------------------------


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


# -- wrong tries -------------------------------------------------------------------------------


def test_after_five_wrong_tries_one_waits(locked: FolderKeeper, clock: Clock) -> None:
    wrong(locked, 4)
    assert locked.wait() == 0
    wrong(locked, 1)
    for seconds in (30, 60, 120, 240, 480, 900, 900):
        assert locked.wait() == seconds
        with pytest.raises(TryLaterError, match=f"in {seconds} seconds") as told:
            locked.unlock(PASSPHRASE)
        assert told.value.seconds == seconds
        clock.goes(seconds - 1)
        assert locked.wait() == 1
        clock.goes(1)
        wrong(locked, 1)
    clock.goes(900)
    locked.unlock(PASSPHRASE)
    assert locked.journal.all(CheckIn) == (ONE,)
    locked.lock()
    assert locked.wait() == 0
    wrong(locked, 4)
    assert locked.wait() == 0


def test_a_wait_survives_a_restart(locked: FolderKeeper, path: Path, clock: Clock) -> None:
    wrong(locked, 5)
    clock.goes(10)
    with closing(again(locked, path, clock)) as keeper:
        assert keeper.wait() == 20
        with pytest.raises(TryLaterError):
            keeper.unlock(PASSPHRASE)


def test_a_clock_that_is_set_makes_no_wait_longer(
    locked: FolderKeeper, path: Path, clock: Clock
) -> None:
    wrong(locked, 5)
    clock.goes(30)
    wrong(locked, 1)
    clock.goes(-86_400)
    assert locked.wait() == 60
    clock.goes(20)
    assert locked.wait() == 40
    with closing(again(locked, path, clock)) as keeper:
        assert keeper.wait() == 40
        clock.goes(86_400)
        assert keeper.wait() == 0
        keeper.unlock(PASSPHRASE)


def test_what_is_checked_is_counted_too(sealed: FolderKeeper) -> None:
    for _ in range(4):
        with pytest.raises(WrongSecretError):
            sealed.check("a guess")
    sealed.check(PASSPHRASE)
    for _ in range(5):
        with pytest.raises(WrongSecretError):
            sealed.check("a guess")
    with pytest.raises(TryLaterError):
        sealed.check(PASSPHRASE)
    assert sealed.journal.all(CheckIn) == (ONE,)


def test_where_a_try_cant_be_written_down_it_counts_all_the_same(
    locked: FolderKeeper, path: Path
) -> None:
    (path / f"{door.NAME}.tmp").mkdir()
    wrong(locked, 5)
    assert locked.wait() == 30


def test_a_damaged_door_keeps_nobody_out(locked: FolderKeeper, path: Path, clock: Clock) -> None:
    wrong(locked, 5)
    (path / door.NAME).write_text("[" * 1000)
    with closing(again(locked, path, clock)) as keeper:
        assert keeper.door == Door()
        keeper.unlock(PASSPHRASE)
        assert keeper.journal.all(CheckIn) == (ONE,)


# -- changing the lock -------------------------------------------------------------------------


def test_other_secrets_take_the_place_of_those_before(
    sealed: FolderKeeper, path: Path, clock: Clock
) -> None:
    code = sealed.new_code()
    sealed.set_device(DEVICE)
    sealed.change_passphrase("another", Door(title="x"))
    sealed.change_code(code)
    sealed.remove_device()
    assert sealed.door == Door(title="x")
    sealed.lock()
    for secret in (PASSPHRASE, CODE, DEVICE):
        with pytest.raises(WrongSecretError):
            sealed.unlock(secret)
    for secret in ("another", code):
        sealed.unlock(secret)
        sealed.lock()


def test_without_a_lock_there_is_nothing_to_change(keeper: FolderKeeper, path: Path) -> None:
    acts: tuple[Act, ...] = (
        lambda: keeper.check("anything"),
        lambda: keeper.change_passphrase("another", DOOR),
        lambda: keeper.change_code(CODE),
        lambda: keeper.set_device(DEVICE),
        keeper.remove_device,
        keeper.remove_lock,
    )
    for act in acts:
        with pytest.raises(JournalError, match=r"^The journal has no passphrase\.$"):
            act()
    assert not (path / door.NAME).exists()


def test_a_lock_that_is_removed_takes_the_door_with_it(
    sealed: FolderKeeper, path: Path, clock: Clock
) -> None:
    sealed.remove_lock()
    assert not (path / door.NAME).exists()
    with closing(again(sealed, path, clock)) as keeper:
        assert not keeper.has_lock
        assert keeper.journal.all(CheckIn) == (ONE,)
        assert keeper.door == Door()


def test_a_door_without_a_lock_is_cleared_away(
    keeper: FolderKeeper, path: Path, clock: Clock
) -> None:
    door.write(path, Latch(DOOR, 7, NOON))
    with closing(again(keeper, path, clock)) as keeper:
        assert keeper.door == Door()
        assert not (path / door.NAME).exists()


@pytest.mark.parametrize("set_before", [True, False])
def test_where_the_lock_cant_be_set_or_changed_all_is_as_it_was(
    tmp_path: Path, clock: Clock, set_before: bool
) -> None:
    for at in range(100):
        path = tmp_path / str(at)
        keeper = FolderKeeper(path, clock=clock, cost=CHEAP)
        keeper.journal.put(ONE)
        keeper.back_up()
        if set_before:
            keeper.set_lock(PASSPHRASE, CODE, DOOR)
        raised = False
        with failing(at, errno.ENOSPC) as calls:
            try:
                if set_before:
                    keeper.change_passphrase("another", Door(title="x"))
                else:
                    keeper.set_lock("another", CODE, Door(title="x"))
            except OSError:
                raised = True
        if set_before or not keeper.has_lock:
            assert keeper.door == ((DOOR if set_before else Door()) if raised else Door(title="x"))
        keeper = again(keeper, path, clock)
        if keeper.has_lock:
            keeper.unlock(PASSPHRASE if set_before and raised else "another")
        else:
            assert raised
        assert keeper.journal.all(CheckIn) == (ONE,)
        keeper.close()
        if len(calls) <= at:
            return
    raise AssertionError("more calls than expected")


# -- nothing plain -----------------------------------------------------------------------------


def key_of(keeper: FolderKeeper) -> tuple[bytes, str]:
    """The key, and which journal it is of."""
    journal = keeper.journal
    assert isinstance(journal, TinyJournal)
    assert journal.folder
    return journal.folder.vault._known(), journal.folder.vault.journal


def test_once_it_is_sealed_no_file_holds_what_was_written(
    keeper: FolderKeeper, path: Path, clock: Clock
) -> None:
    for day in range(9):
        keeper.journal.put(CheckIn(id=str(day), at=clock.now, logged_at=clock.now, note=CANARY))
        keeper.back_up()
        clock.goes(86_400)
    keeper.restore("2026-03-04")
    # Waits for what goes on beside.
    keeper.back_up()
    (path / "quarantine").mkdir()
    (path / "quarantine" / "log-0-7").write_text(CANARY)
    for name in ("log-0-7.tmp", "log-0-9.tmp"):
        (path / "quarantine" / name).write_text(CANARY)
    for name in ("vault.json.tmp", "vault.json.damaged"):
        (path / name).write_text(CANARY)
    for name in ("2025-01-01.new", "2025-01-01.old"):
        (path / "backups" / name).mkdir()
        (path / "backups" / name / "snap-7").write_text(CANARY)
    before = found(path, CANARY)
    assert len(before) > 15
    keeper.set_lock(PASSPHRASE, CODE, Door(title="x"))
    assert found(path, CANARY) == set()
    key, journal = key_of(keeper)
    assert len(found(path, CANARY, key=key, journal=journal)) > 10
    assert keeper.contents("2026-03-05").counts == ((CheckIn, 5),)
    keeper.journal.put(CheckIn(id="more", at=NOON, logged_at=NOON, note=CANARY))
    keeper.lock()
    assert found(path, CANARY) == set()
    assert (path / "LOCK").read_bytes() == str(os.getpid()).encode()
    assert stat.S_IMODE((path / door.NAME).stat().st_mode) == 0o600
    wrong(keeper, 3)
    assert found(path, CANARY, PASSPHRASE, CODE, "a guess") == set()
    keeper.unlock(PASSPHRASE)
    keeper.change_passphrase("another", DOOR)
    keeper.lock()
    for copy in (path, *(path / "backups").iterdir()):
        with pytest.raises(WrongSecretError):
            Folder(copy, PASSPHRASE, cost=CHEAP)
    assert found(path, CANARY, key=key, journal=journal)
    assert ciphers(path, CANARY, key, journal)


# -- backups -----------------------------------------------------------------------------------


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


# -- out and in, and a journal that nobody keeps -----------------------------------------------


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
