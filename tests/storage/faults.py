"""Faults, and what is left of a journal after them: `make faults` prints the figures.

`lost` counts journals in which an acknowledged change was missing or wrong without a word about
it; `unreadable` those that did not open though nothing forbade it.
"""

import errno
import os
import random
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from select import select
from threading import Thread
from time import monotonic
from typing import Any
from unittest import mock

from domain.journal import JournalError
from storage.folder import Folder
from tests.storage.notes import CHEAP, CODE, SEALS, SECRET, Documents, documents, note, store_in


@dataclass(frozen=True)
class Outcome:
    """What a kind of fault did to so many journals."""

    fault: str
    tried: int
    lost: int
    unreadable: int
    told: int = 0

    def __str__(self) -> str:
        return f"{self.fault:<34}{self.tried:>8}{self.lost:>8}{self.unreadable:>12}{self.told:>8}"


# -- killed in the middle ----------------------------------------------------------------------


def kills(times: int, mode: str, seed: int) -> Outcome:
    """`kill -9` at random moments of plain, sealed or compacting runs, each on what is left."""
    chance = random.Random(seed)
    lost = unreadable = 0
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "journal"
        secret = _sealed(path) if mode == "sealed" else None
        acknowledged = 0
        for _ in range(times):
            acknowledged = max(acknowledged, _killed(path, secret, mode, chance, acknowledged))
            try:
                folder = Folder(path, secret, cost=CHEAP)
            except JournalError:
                unreadable += 1
                continue
            found = documents(folder.store)
            expected = {str(number): note(number) for number in range(len(found))}
            if found != expected or len(found) < acknowledged or folder.told:
                lost += 1
            acknowledged = len(found)
            folder.store.close()
            folder._let_go()
    return Outcome(f"kill -9, {mode}", times, lost, unreadable)


def _sealed(path: Path) -> str:
    folder = Folder(path, cost=CHEAP)
    folder.turn_on(SECRET, CODE)
    folder.close()
    return SECRET


def _killed(path: Path, secret: str | None, mode: str, chance: random.Random, first: int) -> int:
    """Let a child write from `first` on, kill it, and tell how many writes it acknowledged."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            _write_on(path, secret, mode, first, tell)
        os._exit(1)
    os.close(tell)
    done = first
    with os.fdopen(told, "rb", buffering=0) as reader:
        assert reader.read(8), "the child wrote nothing"
        end = monotonic() + chance.uniform(0, 0.03)
        done += 1
        while select([reader], [], [], max(0, end - monotonic()))[0] and monotonic() < end:
            done += bool(reader.read(8))
        os.kill(child, signal.SIGKILL)
        while reader.read(8):
            done += 1
    os.waitpid(child, 0)
    return done


def _write_on(path: Path, secret: str | None, mode: str, first: int, tell: int) -> None:
    folder = Folder(path, secret, cost=CHEAP)
    if mode == "compacting":
        Thread(target=_compact_always, args=(folder,), daemon=True).start()
    number = first
    while True:
        folder.store.commit([["notes", str(number), note(number)]])
        os.write(tell, number.to_bytes(8, "big"))
        number += 1


def _compact_always(folder: Folder) -> None:
    while True:
        folder.store.compact()


# -- torn tails --------------------------------------------------------------------------------


def torn_tails(kind: str, seal: str, seed: int) -> Outcome:
    """The log cut at every byte of its last three changes: short, then zeros, then garbage."""
    chance = random.Random(seed)
    tried = lost = unreadable = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        store = store_in(folder, SEALS[seal])
        ends = []
        for number in range(6):
            store.commit([["notes", str(number), note(number)]])
            ends.append(store._log.size if store._log else 0)
        store.close()
        log = folder / "log-0"
        whole = log.read_bytes()
        for cut in range(ends[2], len(whole)):
            rest = {
                "short": b"",
                "zeros": bytes(len(whole) - cut),
                "garbage": chance.randbytes(len(whole) - cut),
            }[kind]
            log.write_bytes(whole[:cut] + rest)
            tried += 1
            try:
                found = store_in(folder, SEALS[seal])
            except JournalError:
                unreadable += 1
                continue
            kept = sum(end <= cut for end in ends)
            lost += documents(found) != {str(n): note(n) for n in range(kept)}
            found.close()
    return Outcome(f"torn tail, {kind}, {seal}", tried, lost, unreadable)


# -- bits that change --------------------------------------------------------------------------


def bit_flips(times: int, mode: str, seed: int) -> Outcome:
    """One bit of one file of a closed journal, anywhere; a sealed journal may refuse to open."""
    chance = random.Random(seed)
    lost = unreadable = told = 0
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "journal"
        secret = _sealed(path) if mode == "sealed" else None
        truth = _filled(path, secret)
        files = {
            one: one.read_bytes() for one in path.iterdir() if one.is_file() and one.stat().st_size
        }
        files.pop(path / "LOCK")
        sizes = [len(content) for content in files.values()]
        for _ in range(times):
            (flipped,) = chance.choices(list(files), sizes)
            content = bytearray(files[flipped])
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            for one, whole in files.items():
                one.write_bytes(content if one == flipped else whole)
            try:
                folder = Folder(path, secret, cost=CHEAP)
                try:
                    found = documents(folder.store)
                finally:
                    said = folder.told
                    folder.store.close()
                    folder._let_go()
            except JournalError:
                told += 1
                unreadable += mode == "plain"
                continue
            wrong = any(truth.get(id) != one for id, one in found.items())
            lost += wrong or (len(found) < len(truth) and not said)
            told += bool(said)
            _cleared(path, files)
    return Outcome(f"a bit flipped, {mode}", times, lost, unreadable, told)


def _filled(path: Path, secret: str | None) -> Documents:
    folder = Folder(path, secret, cost=CHEAP)
    folder.store.commit([["notes", str(n), note(n)] for n in range(600)])
    folder.store.compact(keep=False)
    for number in range(600, 640):
        folder.store.commit([["notes", str(number), note(number)]])
    found = documents(folder.store)
    folder.close()
    return found


def _cleared(path: Path, files: dict[Path, bytes]) -> None:
    for one in [*path.iterdir()]:
        if one.is_file() and one not in files and one.name != "LOCK":
            one.unlink()


# -- a system that fails -----------------------------------------------------------------------

CALLS = ("open", "pwrite", "fsync", "ftruncate", "replace", "unlink", "mkdir", "posix_fallocate")


@contextmanager
def failing(at: int, number: int) -> Iterator[list[str]]:
    """The `at`-th call of the system that changes something fails; all calls, in order."""
    calls: list[str] = []

    def watched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            calls.append(name)
            if len(calls) - 1 != at:
                return real(*args, **named)
            if name == "pwrite":
                # A disk takes what it has room for before it is full.
                real(args[0], bytes(args[1])[: len(args[1]) // 2], args[2])
            raise OSError(number, os.strerror(number))

        return call

    with ExitStack() as patched:
        for name in filter(os.__dict__.__contains__, CALLS):
            call = watched(name, getattr(os, name))
            patched.enter_context(mock.patch.object(os, name, call))
        yield calls


def failures(act: str, seal: str, number: int) -> Outcome:
    """Each call of a write, a compaction or a restore fails once, with that error number."""
    tried = lost = unreadable = 0
    while True:
        with tempfile.TemporaryDirectory() as temporary:
            path = Path(temporary) / "journal"
            secret = _sealed(path) if seal == "sealed" else None
            folder = Folder(path, secret, cost=CHEAP)
            folder.store.commit([["notes", str(n), note(n)] for n in range(300)])
            folder.backups.keep("then")
            for n in range(300, 310):
                folder.store.commit([["notes", str(n), note(n)]])
            before = documents(folder.store)
            raised = False
            after = {
                "write": {**before, "x": note(1)},
                "compaction": before,
                "restore": {str(n): note(n) for n in range(300)},
            }[act]
            with failing(tried, number) as calls:
                try:
                    _act(folder, act)
                except (OSError, JournalError):
                    raised = True
            if len(calls) <= tried:
                folder.close()
                return Outcome(f"{act}, {errno.errorcode[number]}, {seal}", tried, lost, unreadable)
            tried += 1
            now = documents(folder.store)
            lost += now not in ((before, after) if raised else (after,))
            # It goes on where it was, and all of it is there the next time.
            folder.store.commit([["notes", "y", note(2)]])
            folder.store.close()
            folder._let_go()
            try:
                again = Folder(path, secret, cost=CHEAP)
            except JournalError:
                unreadable += 1
                continue
            lost += documents(again.store) != {**now, "y": note(2)} or bool(again.told)
            again.close()


def _act(folder: Folder, act: str) -> None:
    if act == "write":
        folder.store.commit([["notes", "x", note(1)]])
    elif act == "compaction":
        folder.store.compact()
    else:
        folder.restore("then")


def everything(scale: int) -> Iterator[Outcome]:
    """All faults: the short form with 1, the long one with 10."""
    for mode in ("plain", "sealed", "compacting"):
        yield kills(12 * scale, mode, seed=scale)
    for seal in SEALS:
        for kind in ("short", "zeros", "garbage"):
            yield torn_tails(kind, seal, seed=1)
    for mode in ("plain", "sealed"):
        yield bit_flips(150 * scale, mode, seed=scale)
    for act in ("write", "compaction", "restore"):
        for seal in SEALS:
            for number in (errno.ENOSPC, errno.EIO):
                yield failures(act, seal, number)


def main() -> None:
    """Print the figures of the long form."""
    print(f"{'':<34}{'tried':>8}{'lost':>8}{'unreadable':>12}{'told':>8}")  # noqa: T201
    bad = False
    for outcome in everything(10):
        print(outcome, flush=True)  # noqa: T201
        bad = bad or bool(outcome.lost or outcome.unreadable)
    sys.exit(bad)


if __name__ == "__main__":
    main()
