"""Canaries: whether words that were written are still in any byte of a folder."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest import mock

from domain.journal import JournalError
from storage.engine.frames import Frame, frames
from storage.sealing import Sealed
from tests.storage.faults import CALLS


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file there, by its path inside."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def found(folder: Path, *canaries: str, key: bytes = b"", journal: str = "") -> set[str]:
    """The files that hold one, in their name or bytes; with a key also what lies sealed there."""
    return {
        name
        for name, content in files_in(folder).items()
        for layer in (name.encode(), content, *_opened(name, content, key, journal))
        if any(canary.encode() in layer for canary in canaries)
    }


def ciphers(folder: Path, canary: str, key: bytes, journal: str) -> set[bytes]:
    """What lies sealed there and holds a canary, as it is on the disk."""
    return {
        frame.payload
        for name, content in files_in(folder).items()
        for frame in _frames(content)
        if any(canary.encode() in layer for layer in _of(name, frame, key, journal))
    }


def _opened(name: str, content: bytes, key: bytes, journal: str) -> Iterator[bytes]:
    if key:
        yield from _unsealed(content, name.rpartition("/")[2], key)
        for frame in _frames(content):
            yield from _of(name, frame, key, journal)


def _of(name: str, frame: Frame, key: bytes, journal: str) -> Iterator[bytes]:
    # In quarantine, the name also tells where the bytes were.
    file = "-".join(name.rpartition("/")[2].split("-")[:2])
    yield from _unsealed(frame.payload, f"{journal}/{file}/{frame.sequence}", key)


def _unsealed(payload: bytes, place: str, key: bytes) -> Iterator[bytes]:
    try:
        yield Sealed(key).open(payload, place)
    except JournalError:
        return


def _frames(content: bytes) -> Iterator[Frame]:
    return (one for one in frames(content) if isinstance(one, Frame))


def killed(act: Callable[[], object], at: int, begin: Callable[[], Any] = lambda: None) -> bool:
    """Do it in a process that ends with its `at`-th call of the system; whether it came to that."""
    child = os.fork()
    if child == 0:
        try:
            begin()
            with _dying(at):
                act()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 9


def _dying(at: int) -> ExitStack:
    calls = 0

    def watched(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls > at:
                os._exit(9)
            return real(*args, **named)

        return call

    patched = ExitStack()
    for name in (*CALLS, "rmdir"):
        patched.enter_context(mock.patch.object(os, name, watched(getattr(os, name))))
    return patched
