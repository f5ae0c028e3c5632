"""Erasing: no byte is left, also where it was cut off in the middle."""

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from domain.entries import CheckIn, Draft, Entry, Part, Settings, Supporter
from domain.journal import JournalError
from domain.keeper import Contents, Door
from storage import folder as folders
from storage.backups import ERASING
from storage.keeper import FolderKeeper
from tests.storage.canaries import ciphers, files_in, found, killed
from tests.storage.faults import failing
from tests.storage.keepers import Clock, key_of
from tests.storage.notes import CHEAP, CODE, NOON, SECRET

CANARY = "a canary that sings"
DRAFTED = "a canary in a draft"
KEPT = "a wren that stays"
DAYS = 3
MANY = 300


def check_in(id: str, note: str, at: datetime = NOON) -> CheckIn:
    return CheckIn(id=id, at=at, logged_at=at, note=note)


GONE: tuple[Entry, ...] = (
    check_in("gone", CANARY),
    Draft(id="drafted", about="gone", text=DRAFTED, written_at=NOON),
)
NEVER = check_in("never", "")


def fill(path: Path, sealed: bool) -> None:
    """A journal of some days, with two entries that are to be gone, one of them damaged before."""
    clock = Clock()
    keeper = FolderKeeper(path, clock=clock, cost=CHEAP)
    if sealed:
        ada = Supporter(CANARY, "555 0100")
        keeper.set_lock(SECRET, CODE, Door(digits=True, supporters=(ada,)))
    keeper.journal.put(Settings(), *GONE, *(check_in(f"k{n}", KEPT) for n in range(MANY)))
    for day in range(DAYS):
        keeper.journal.put(check_in("gone", f"{CANARY}, on day {day}"))
        keeper.journal.put(check_in(f"of {day}", KEPT, clock.now))
        keeper.back_up()
        clock.goes(86_400)
    folder = keeper.journal.folder  # type: ignore[attr-defined]
    folder.set_aside()
    folder.store.compact()
    (path / "quarantine").mkdir()
    for name in ("log-0-70", "log-0-70.tmp"):
        (path / "quarantine" / name).write_bytes(
            folder.vault.seal(0).close(CANARY.encode(), "log-0-70")
        )
    keeper.close()


Fill = Callable[[Path, bool], FolderKeeper]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Fill:
    """Makes a copy of a journal that was filled once, plain or sealed, and opens it."""
    folder = tmp_path_factory.mktemp("filled")
    for sealed in (False, True):
        fill(folder / str(sealed), sealed)

    def copy(path: Path, sealed: bool) -> FolderKeeper:
        shutil.copytree(folder / str(sealed), path)
        return opened(path)

    return copy


@pytest.fixture(params=[False, True], ids=["plain", "sealed"])
def keeper(request: pytest.FixtureRequest, path: Path, filled: Fill) -> Iterator[FolderKeeper]:
    with closing(filled(path, request.param)) as made:
        yield made


def opened(path: Path) -> FolderKeeper:
    """What is in the folder, on another day."""
    clock = Clock()
    clock.goes(30 * 86_400)
    keeper = FolderKeeper(path, clock=clock, cost=CHEAP)
    if keeper.is_locked:
        keeper.unlock(SECRET)
    assert keeper.refused == ""
    return keeper


def canaries_in(keeper: FolderKeeper, path: Path, *canaries: str) -> set[str]:
    key, journal = key_of(keeper) if keeper.has_lock else (b"", "")
    return found(path, *canaries, key=key, journal=journal)


# -- some entries ------------------------------------------------------------------------------


def test_no_byte_is_left_of_entries_that_are_erased(keeper: FolderKeeper, path: Path) -> None:
    key, journal = key_of(keeper) if keeper.has_lock else (b"", "")
    sealed_canaries = ciphers(path, CANARY, key, journal) if key else set()
    assert len(canaries_in(keeper, path, CANARY)) > DAYS + 2
    before = {one: keeper.contents(one.name) for one in keeper.backups()}
    heard: list[int] = []
    keeper.journal.listen(lambda: heard.append(len(keeper.journal.all(Draft))))
    keeper.erase_entries(*GONE, NEVER)
    assert heard == [0]
    door = {"door.json"} if keeper.has_lock else set()
    assert canaries_in(keeper, path, CANARY, DRAFTED) == door
    assert not any(one in content for one in sealed_canaries for content in files_in(path).values())
    # Not even which ones they were.
    assert canaries_in(keeper, path, '"gone"', '"drafted"', '"never"') == set()
    assert [one.id for one in keeper.journal.all(CheckIn) if one.note != KEPT] == []
    # All the rest is there, in each backup too.
    assert len(keeper.journal.all(CheckIn)) == MANY + DAYS
    after = {one: keeper.contents(one.name) for one in keeper.backups()}
    assert {one: _without(contents) for one, contents in before.items()} == after
    assert len(after) == DAYS + 1
    keeper.close()
    with closing(opened(path)) as again:
        assert len(again.journal.all(CheckIn)) == MANY + DAYS
        assert again.journal.told == ()
        assert canaries_in(again, path, CANARY, DRAFTED) == door


def _without(contents: Contents) -> Contents:
    counts = dict(contents.counts)
    counts[CheckIn] -= 1
    del counts[Draft]
    return Contents(tuple(counts.items()), contents.first, contents.last)


def test_what_was_erased_comes_back_with_no_backup(keeper: FolderKeeper, path: Path) -> None:
    keeper.erase_entries(*GONE)
    for backup in keeper.backups():
        keeper.restore(backup.name)
        assert keeper.journal.get(CheckIn, "gone") is None
    door = {"door.json"} if keeper.has_lock else set()
    assert canaries_in(keeper, path, CANARY, DRAFTED) == door


def test_a_backup_that_cant_be_opened_is_let_go_of(keeper: FolderKeeper, path: Path) -> None:
    strange = path / "backups" / "2025-06-01"
    strange.mkdir()
    (strange / "snap-0").write_text(f"{CANARY} and no snapshot")
    keeper.erase_entries(*GONE)
    assert not strange.exists()
    assert len(keeper.backups()) == DAYS + 1


def test_a_backup_that_surely_holds_none_of_them_is_left_as_it_is(
    keeper: FolderKeeper, path: Path
) -> None:
    late = check_in("heron", CANARY)
    part = Part(id="part", at=NOON, name=CANARY)
    keeper.journal.put(late, part)
    keeper.back_up()
    kept = {name: content for name, content in files_in(path).items() if "2026-03-0" in name}
    torn, opened_by_hand = path / "backups" / "2026-03-01", path / "backups" / "2026-03-02"
    (snap,) = torn.glob("snap-*")
    snap.write_bytes(_flipped(snap.read_bytes()))
    (opened_by_hand / "log-9").write_text(CANARY)
    keeper.erase_entries(late, part)
    after = files_in(path)
    spared = {name for name, content in kept.items() if after.get(name) == content}
    # The first was damaged, the second had more in it, the last one held it.
    assert {name.split("/")[1] for name in spared if "snap" in name} == {
        "2026-03-03",
        *(name.split("/")[1] for name in kept if "replaced" in name),
    }
    assert not (opened_by_hand / "log-9").exists()
    assert len(keeper.contents("2026-03-01").counts) == 3
    assert "heron" not in str(after)


def _flipped(content: bytes) -> bytes:
    """With a bit in the middle that is another."""
    at = len(content) // 2
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("at", range(0, 180, 23))
def test_erasing_that_a_crash_cut_off_is_ended_at_the_next_opening(
    filled: Fill, tmp_path: Path, sealed: bool, at: int
) -> None:
    path = tmp_path / "journal"
    filled(path, sealed).close()
    crashed = _killed(path, at, lambda keeper: keeper.erase_entries(*GONE))
    with closing(opened(path)) as again:
        names = [one.name for one in again.backups()]
        if again.journal.get(CheckIn, "gone"):
            # It had not begun: all of it is there, and it is asked for again.
            assert crashed
            assert all(again.contents(name).counts[1][0] is Draft for name in names)
            again.erase_entries(*GONE)
        assert len(names) == DAYS + 1
        door = {"door.json"} if sealed else set()
        assert canaries_in(again, path, CANARY, DRAFTED) == door
        assert len(again.journal.all(CheckIn)) == MANY + DAYS
        assert again.journal.told == ()
        assert all(again.contents(name).counts[0][1] >= MANY for name in names)


def _killed(path: Path, at: int, act: Callable[[FolderKeeper], object]) -> bool:
    child: list[FolderKeeper] = []
    return killed(lambda: act(child[0]), at, lambda: child.append(opened(path)))


def test_erasing_that_failed_is_ended_by_asking_again_or_later(
    filled: Fill, tmp_path: Path
) -> None:
    for at in range(0, 400, 29):
        path = tmp_path / str(at)
        keeper = filled(path, False)
        with failing(at, errno.ENOSPC) as calls, suppress(OSError, JournalError):
            keeper.erase_entries(*GONE)
        if at % 2:
            keeper.erase_entries(*GONE)
            assert found(path, CANARY, DRAFTED) == set()
        began = keeper.journal.get(CheckIn, "gone") is None
        keeper.close()
        with closing(opened(path)) as again:
            assert (again.journal.get(CheckIn, "gone") is None) is began
            assert (found(path, CANARY, DRAFTED) == set()) is began
            assert len(again.backups()) == DAYS + 1
            assert again.journal.told == ()
        if len(calls) <= at:
            assert began
            return
    raise AssertionError("more calls than expected")


@contextmanager
def no_room(keeper: FolderKeeper, path: Path) -> Iterator[None]:
    """A folder where a snapshot is to be: nothing can be compacted."""
    folder = keeper.journal.folder  # type: ignore[attr-defined]
    blocked = path / f"snap-{folder.store.generation + 1}.new"
    blocked.mkdir()
    with pytest.raises(OSError, match="directory"):
        yield
    blocked.rmdir()


@pytest.mark.parametrize(
    "then",
    [
        lambda keeper: keeper.journal.put(check_in("next", KEPT)),
        lambda keeper: keeper.restore("2026-03-01"),
        lambda keeper: keeper.erase(backups=False),
        lambda keeper: keeper.erase_entries(*GONE),
        lambda keeper: keeper.set_lock(SECRET, CODE, Door()) or keeper.back_up(),
    ],
    ids=["beside the taps", "before a restore", "with all the rest", "again", "after sealing"],
)
def test_what_could_not_be_erased_at_once_is_erased_with_what_comes_next(
    filled: Fill, path: Path, then: Callable[[FolderKeeper], object]
) -> None:
    keeper = filled(path, False)
    with no_room(keeper, path):
        keeper.erase_entries(*GONE)
    assert keeper.journal.get(CheckIn, "gone") is None
    assert found(path, CANARY)
    then(keeper)
    if keeper.has_lock:
        keeper.journal.put(check_in("next", KEPT))
    # Closing waits for what goes on beside.
    key, journal = key_of(keeper) if keeper.has_lock else (b"", "")
    keeper.close()
    assert found(path, CANARY, DRAFTED, key=key, journal=journal) == set()


def test_where_a_restore_can_leave_a_byte_nothing_is_put_back(filled: Fill, path: Path) -> None:
    keeper = filled(path, False)
    with no_room(keeper, path):
        keeper.erase_entries(*GONE)
    with no_room(keeper, path):
        keeper.restore("2026-03-01")
    assert len(keeper.journal.all(CheckIn)) == MANY + DAYS
    keeper.close()


def test_what_is_erased_while_something_else_is_is_gone_too(filled: Fill, path: Path) -> None:
    keeper = filled(path, False)
    journal = keeper.journal
    compact = journal.folder.store.compact  # type: ignore[attr-defined]
    asked: list[Entry] = [check_in("k1", KEPT)]

    def meanwhile(**named: object) -> None:
        compact(**named)
        while asked:
            with suppress(OSError):
                _only_marked(journal, asked.pop())

    journal.folder.store.compact = meanwhile  # type: ignore[attr-defined]
    keeper.erase_entries(*GONE)
    journal.folder.store.compact = compact  # type: ignore[attr-defined]
    journal.folder.end_erasing()  # type: ignore[attr-defined]
    assert found(path, '"k1"') == set()
    keeper.close()


def _only_marked(journal: object, entry: Entry) -> None:
    with journal._database.transaction():  # type: ignore[attr-defined]
        journal._drop([entry])  # type: ignore[attr-defined]
        journal._mark([entry])  # type: ignore[attr-defined]


def test_a_backup_never_says_what_is_to_be_erased(filled: Fill, path: Path) -> None:
    with closing(filled(path, False)) as keeper:
        folder = keeper.journal.folder  # type: ignore[attr-defined]
        _only_marked(keeper.journal, GONE[0])
        folder.set_aside()
        assert all(ERASING not in folder.backups.read(one.name).tables for one in keeper.backups())


# -- everything --------------------------------------------------------------------------------


def test_everything_may_be_erased_but_the_backups(keeper: FolderKeeper, path: Path) -> None:
    had_lock, journal, number = keeper.has_lock, keeper.journal, len(keeper.backups())
    now = keeper.contents()
    heard: list[Contents] = []
    keeper.listen(lambda: heard.append(keeper.contents()))
    journal.listen(lambda: heard.append(keeper.contents()))
    keeper.erase(backups=False)
    assert heard == [Contents((), None, None)] * 2
    assert keeper.journal is journal
    assert keeper.has_lock == had_lock
    assert keeper.door == Door(digits=had_lock)
    assert {name.partition("/")[0] for name in canaries_in(keeper, path, CANARY, KEPT)} == {
        "backups"
    }
    assert not (path / "quarantine").exists()
    assert len(keeper.backups()) == number + 1
    assert keeper.contents(keeper.backups()[0].name) == now
    keeper.journal.put(NEVER)
    keeper.close()
    with closing(opened(path)) as again:
        assert again.journal.all(CheckIn) == (NEVER,)
        again.restore(again.backups()[0].name)
        assert again.contents() == now


@pytest.mark.parametrize("is_locked", [False, True])
def test_everything_may_be_erased_and_a_new_journal_is_there(
    keeper: FolderKeeper, path: Path, is_locked: bool
) -> None:
    for name in ("vault.json.damaged", "vault.json.tmp", "door.json.tmp", "snap-9.new"):
        (path / name).write_text(CANARY)
    (path / "letter.txt").write_text("not of the journal")
    (path / "backups" / "2026-01-01.new").mkdir()
    (path / "backups" / "2026-01-01.new" / CANARY).write_text(CANARY)
    journal = keeper.journal.folder.vault.journal  # type: ignore[attr-defined]
    stale, had_lock = keeper.journal, keeper.has_lock
    heard: list[bool] = []
    if is_locked:
        keeper.lock()
    keeper.listen(lambda: heard.append(keeper.has_lock))
    keeper.erase(backups=True)
    assert heard == [False]
    assert not keeper.is_locked
    assert keeper.refused == ""
    assert keeper.door == Door()
    assert keeper.contents() == Contents((), None, None)
    assert keeper.backups() == ()
    assert found(path, CANARY, DRAFTED, KEPT, journal) == set()
    assert {one.name for one in path.iterdir()} == {"LOCK", "letter.txt", "vault.json", "log-0"}
    with pytest.raises(OSError, match="locked" if had_lock else "closed"):
        stale.put(NEVER)
    keeper.journal.put(NEVER)
    keeper.close()
    with closing(opened(path)) as again:
        assert again.journal.all(CheckIn) == (NEVER,)
        assert not again.has_lock


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("at", range(0, 60, 8))
def test_erasing_everything_is_ended_after_a_crash(
    filled: Fill, tmp_path: Path, sealed: bool, at: int
) -> None:
    path = tmp_path / "journal"
    filled(path, sealed).close()
    _killed(path, at, lambda keeper: keeper.erase(backups=True))
    with closing(opened(path)) as again:
        if again.journal.all(CheckIn):
            # It had not begun.
            assert len(again.journal.all(CheckIn)) == MANY + DAYS + 1
            assert len(again.backups()) == DAYS + 1
            again.erase(backups=True)
        assert found(path, CANARY, DRAFTED, KEPT) == set()
        assert not again.has_lock


@pytest.mark.parametrize("at", range(0, 80, 11))
def test_erasing_all_but_the_backups_is_ended_after_a_crash(
    filled: Fill, tmp_path: Path, at: int
) -> None:
    path = tmp_path / "journal"
    filled(path, False).close()
    _killed(path, at, lambda keeper: keeper.erase(backups=False))
    with closing(opened(path)) as again:
        if again.journal.all(CheckIn):
            assert len(again.journal.all(CheckIn)) == MANY + DAYS + 1
            again.erase(backups=False)
        assert again.contents() == Contents((), None, None)
        assert {name.partition("/")[0] for name in found(path, CANARY, KEPT)} == {"backups"}
        assert any(again.contents(one.name).counts for one in again.backups()[:2])


def test_where_everything_cant_be_erased_it_is_tried_at_the_next_opening(
    filled: Fill, path: Path
) -> None:
    keeper = filled(path, True)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("shutil.rmtree", _refused)
        with pytest.raises(OSError, match="busy"):
            keeper.erase(backups=True)
        assert "can't be made or written to" in keeper.refused
        # The key goes first: what is still there, nobody can read.
        assert not (path / "vault.json").exists()
    keeper.close()
    with closing(opened(path)) as again:
        assert found(path, CANARY, KEPT) == set()
        assert not again.has_lock
        assert again.contents() == Contents((), None, None)


def _refused(*_: object, **__: object) -> None:
    raise OSError(errno.EBUSY, "busy")


def test_backups_on_another_disk_are_erased_there(filled: Fill, tmp_path: Path) -> None:
    path, disk = tmp_path / "journal", tmp_path / "disk"
    filled(path, False).close()
    (path / "backups").rename(disk)
    (path / "backups").symlink_to(disk)
    with closing(opened(path)) as keeper:
        assert len(keeper.backups()) == DAYS + 1
        keeper.erase(backups=True)
    assert found(tmp_path, CANARY, KEPT) == set()


def test_the_day_of_here_is_that_of_a_backup() -> None:
    assert folders.here_and_now().utcoffset() is not None
    assert abs(folders.here_and_now() - datetime.now().astimezone()) < timedelta(minutes=1)
