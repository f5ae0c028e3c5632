"""The keeper and its secrets: wrong tries, a lock set, changed or taken off, and nothing plain."""

import errno
import os
import stat
from contextlib import closing
from pathlib import Path

import pytest

from domain.entries import CheckIn
from domain.journal import JournalError
from domain.keeper import Door, TryLaterError, WrongSecretError
from storage import door
from storage.door import Latch
from storage.folder import Folder
from storage.keeper import FolderKeeper
from tests.storage.canaries import ciphers, found
from tests.storage.faults import failing
from tests.storage.keepers import (
    CANARY,
    DEVICE,
    DOOR,
    ONE,
    PASSPHRASE,
    Act,
    Clock,
    again,
    key_of,
    wrong,
)
from tests.storage.notes import CHEAP, CODE, NOON

# -- wrong tries ------------------------------------------------------------------------------


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


# -- changing the lock ------------------------------------------------------------------------


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


# -- nothing plain ----------------------------------------------------------------------------


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
