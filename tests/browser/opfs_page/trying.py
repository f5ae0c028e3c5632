"""What the tests of the browser's disk do with it, in the worker."""

import errno
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from itertools import count
from pathlib import Path
from random import Random
from shutil import rmtree
from typing import Any

from domain.entries import CheckIn
from domain.journal import JournalError
from storage.browser import opfs
from storage.folder import Folder
from storage.journal import TinyJournal
from storage.keeper import FolderKeeper

JOURNAL = Path("/journal")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def opened() -> FolderKeeper:
    """The keeper of what lies in the browser."""
    await opfs.mount(JOURNAL)
    keeper = FolderKeeper(JOURNAL, clock=lambda: NOON)
    assert not keeper.refused, keeper.refused
    return keeper


async def ready() -> Any:
    """The disk, when there are files without names again."""
    disk = import_module("pyodide_js").FS.lookupPath(str(JOURNAL)).node.mount.opts.disk
    if disk.filling:
        await disk.filling
    return disk


async def let_go() -> None:
    """Close the disk, as the end of the worker does; whatever was open is lost."""
    if JOURNAL.is_mount():
        disk = await ready()
        import_module("pyodide_js").FS.unmount(str(JOURNAL))
        disk.close()


async def refused() -> str:
    """What opening the disk says."""
    try:
        await opfs.mount(JOURNAL)
    except JournalError as error:
        return str(error)
    return ""


def check_in(number: int, note: str = "") -> CheckIn:
    """One of many check-ins."""
    return CheckIn(id=f"n{number}", at=NOON, logged_at=NOON, pleasantness=4, note=note)


def put(keeper: FolderKeeper, *numbers: int) -> None:
    """Save check-ins."""
    for number in numbers:
        keeper.journal.put(check_in(number))


def ids(keeper: FolderKeeper) -> str:
    """Which check-ins there are."""
    numbers = sorted(int(one.id[1:]) for one in keeper.journal.all(CheckIn))
    return " ".join(map(str, numbers))


def folder_of(keeper: FolderKeeper) -> Folder:
    """Its folder, which is open."""
    journal = keeper.journal
    assert isinstance(journal, TinyJournal)
    assert journal.folder
    return journal.folder


def state(keeper: FolderKeeper) -> str:
    """Which check-ins there are, when nothing of it is damaged, in backups neither."""
    folder = folder_of(keeper)
    folder.store.check()
    assert not folder.store.damage, folder.store.damage
    for backup in keeper.backups():
        folder.backups.whole(backup.name)
    return ids(keeper)


def go_on(keeper: FolderKeeper, first: int) -> None:
    """Save one after the other, tell each that is saved, and rewrite all of it now and then."""
    for number in count(first):
        put(keeper, number)
        print(number)  # noqa: T201
        if number % 7 == 0:
            folder_of(keeper).store.compact()
        if number % 10 == 0:
            keeper.back_up()


def full(act: Callable[[], None]) -> bool:
    """Whether there is no room for something. Raises OSError for other reasons."""
    try:
        act()
    except OSError as error:
        if error.errno == errno.ENOSPC:
            return True
        raise
    return False


def fill(keeper: FolderKeeper) -> int:
    """Save long notes until that can't be done; how many were saved."""
    for number in count():
        if full(lambda: keeper.journal.put(check_in(number, "w" * 20_000))):  # noqa: B023
            return number
    raise AssertionError


def create_many(number: int, more: int) -> int:
    """Create empty files, with longer names, until that can't be done; how many were created."""
    for made in range(number):
        if full((JOURNAL / f"empty-{made}{more * '-'}").touch):
            return made
    return number


# -- a model -----------------------------------------------------------------------------------

PLAIN = Path("/tmp/plain")
NAMES = ("a", "b", "c", "d/a", "d/b", "d/e/a", "d", "d/e", "f")


class Twins:
    """The disk, and a folder in memory with which the same is done."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.roots = (JOURNAL, PLAIN)
        self.opened: list[tuple[int, ...]] = []
        self.done: list[str] = []

    def step(self) -> None:
        """Do something, whether it can be done or not, and compare."""
        act = self.chance.choice(
            (
                self._create,
                self._create,
                self._write,
                self._write,
                self._overwrite,
                self._cut,
                self._read,
                self._rename,
                self._rename,
                self._unlink,
                self._mkdir,
                self._rmdir,
                self._close,
            )
        )
        act()
        self.compare()

    def compare(self) -> None:
        """Raises AssertionError where the two are not the same."""
        first, second = (dict(_seen(root)) for root in self.roots)
        assert first == second, self.done

    def let_go(self) -> None:
        """Close what is open."""
        while self.opened:
            self._close()

    def _both(self, what: str, act: Callable[[Path], Any]) -> list[Any]:
        found = []
        for root in self.roots:
            try:
                found.append(act(root))
            except OSError as error:
                found.append(f"errno {error.errno}")
        self.done.append(f"{what}: {found[0]}")
        return found

    def _same(self, what: str, act: Callable[[Path], Any]) -> None:
        first, second = self._both(what, act)
        assert first == second, (first, second, self.done)

    def _name(self) -> str:
        return self.chance.choice(NAMES)

    def _open(self, flags: int) -> None:
        name = self._name()
        found = self._both(f"open {name}", lambda root: os.open(root / name, flags))
        assert len({type(one) for one in found}) == 1, (found, self.done)
        if isinstance(found[0], int):
            self.opened.append(tuple(found))
        else:
            assert found[0] == found[1], (found, self.done)

    def _create(self) -> None:
        exclusive = self.chance.choice((0, os.O_EXCL, os.O_TRUNC))
        self._open(os.O_RDWR | os.O_CREAT | exclusive)

    def _at(self, what: str, act: Callable[[int], Any]) -> None:
        if self.opened:
            pair = dict(zip(self.roots, self.chance.choice(self.opened), strict=True))
            self._same(what, lambda root: act(pair[root]))

    def _write(self) -> None:
        content = self.chance.randbytes(self.chance.choice((1, 10, 5000)))
        end = self.chance.choice((os.SEEK_SET, os.SEEK_CUR, os.SEEK_END))
        self._at("write", lambda one: _written(one, end, content))

    def _overwrite(self) -> None:
        content = self.chance.randbytes(100)
        offset = self.chance.choice((0, 7, 4096, 9000))
        self._at("pwrite", lambda one: os.pwrite(one, content, offset))

    def _cut(self) -> None:
        size = self.chance.choice((0, 1, 300, 10_000))
        self._at("truncate", lambda one: _cut(one, size))

    def _read(self) -> None:
        offset = self.chance.choice((0, 5, 6000, 20_000))
        self._at("read", lambda one: os.pread(one, 5000, offset))

    def _rename(self) -> None:
        before, after = self._name(), self._name()
        self._same(f"rename {before} {after}", lambda root: _moved(root / before, root / after))

    def _unlink(self) -> None:
        name = self._name()
        self._same(f"unlink {name}", lambda root: (root / name).unlink())

    def _mkdir(self) -> None:
        name = self._name()
        self._same(f"mkdir {name}", lambda root: (root / name).mkdir())

    def _rmdir(self) -> None:
        name = self._name()
        self._same(f"rmdir {name}", lambda root: (root / name).rmdir())

    def _close(self) -> None:
        if self.opened:
            for one in self.opened.pop(self.chance.randrange(len(self.opened))):
                os.close(one)


def _written(opened: int, end: int, content: bytes) -> tuple[int, int]:
    found = os.lseek(opened, 0, end), os.write(opened, content)
    os.fsync(opened)
    return found


def _cut(opened: int, size: int) -> int:
    os.ftruncate(opened, size)
    return os.fstat(opened).st_size


def _moved(before: Path, after: Path) -> None:
    # Where each is now differs between the two.
    before.replace(after)


def _seen(root: Path) -> Iterator[tuple[str, bytes | None]]:
    for path in root.rglob("*"):
        yield str(path.relative_to(root)), None if path.is_dir() else path.read_bytes()


async def agree(seed: int, steps: int) -> int:
    """Do the same with both, opening the disk again now and then; how much could be done."""
    await opfs.mount(JOURNAL)
    rmtree(PLAIN, ignore_errors=True)
    PLAIN.mkdir()
    twins = Twins(seed)
    for number in range(steps):
        twins.step()
        if number % 100 == 99:
            twins.let_go()
            await let_go()
            await opfs.mount(JOURNAL)
            twins.compare()
    return sum("errno" not in one for one in twins.done)
