"""The log: the changes since a snapshot, a frame each, whole or not at all."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from domain.journal import JournalError
from domain.language import N_
from storage.engine import files
from storage.engine.frames import Envelope, Frame, Gap, frames
from storage.engine.values import Operation, decoded, encoded

HEADING: Final = 0
STEP: Final = 1 << 16
"""Bytes that a log is ahead of what is written in it, all of them 0."""


@dataclass(slots=True)
class Reading:
    """What a log on the disk holds."""

    heading: dict[str, object] | None
    changes: list[list[Operation]]
    last: int
    """The sequence of the last good frame."""
    end: int
    """Where the last good frame ends."""
    torn: bytes
    """What follows it: a write that a crash cut off."""
    size: int = 0
    """How long the file is."""
    gaps: list[tuple[int, bytes]] = field(default_factory=list)
    """Where bytes in the middle can't be read, and the bytes."""
    again: list[Frame] = field(default_factory=list)
    """Changes that were there already."""
    missing: int = 0
    """How many frames ought to be there and are not."""


def read(path: Path, envelope: Envelope) -> Reading:
    """Read a log and change nothing. Raises SealError, OSError."""
    content = path.read_bytes()
    reading = Reading(None, [], -1, 0, b"")
    gaps: list[Gap] = []
    for found in frames(content):
        if isinstance(found, Gap):
            gaps.append(found)
            continue
        _take(reading, found, envelope)
    reading.torn = content[reading.end :].rstrip(b"\0")
    reading.size = len(content)
    aside: list[Gap | Frame] = [*(gap for gap in gaps if gap.end <= reading.end), *reading.again]
    reading.gaps = [(one.start, content[one.start : one.end]) for one in aside]
    return reading


def _take(reading: Reading, frame: Frame, envelope: Envelope) -> None:
    payload = envelope.payload(frame)
    reading.end = frame.end
    if frame.sequence <= reading.last:
        # Nobody writes a change twice: someone has put it there.
        reading.again.append(frame)
        return
    reading.missing += frame.sequence - reading.last - 1
    reading.last = frame.sequence
    try:
        value = decoded(payload)
    except ValueError as error:
        raise JournalError(
            N_("{file} holds what no journal does; it was left as it is."), file=envelope.file
        ) from error
    if frame.sequence == HEADING:
        reading.heading = value
    else:
        reading.changes.append(value)


class Log:
    """A log that is open to be written at its end."""

    def __init__(self, path: Path, envelope: Envelope, opened: int, end: int, last: int) -> None:
        self.path = path
        self.size = end
        self.last = last
        self._envelope = envelope
        self._opened = opened
        self._reserved = end

    @classmethod
    def create(
        cls,
        path: Path,
        envelope: Envelope,
        heading: dict[str, object],
        changes: Iterable[list[Operation]] = (),
    ) -> "Log":
        """A new log that holds these changes, durable with its name. Raises OSError."""
        content = envelope.frame(HEADING, encoded(heading))
        last = HEADING
        for last, change in enumerate(changes, HEADING + 1):
            content += envelope.frame(last, encoded(change))
        opened = files.create(path)
        try:
            files.write_at(opened, content, 0)
            files.sync(opened)
            files.sync_folder(path.parent)
        except BaseException:
            os.close(opened)
            with suppress(OSError):
                path.unlink()
            raise
        return cls(path, envelope, opened, len(content), last)

    @classmethod
    def reopen(cls, path: Path, envelope: Envelope, reading: Reading) -> "Log":
        """A log as it was read, without its torn end. Raises OSError."""
        opened = files.reopen(path)
        try:
            if reading.size > reading.end:
                os.ftruncate(opened, reading.end)
                files.sync(opened)
        except BaseException:
            os.close(opened)
            raise
        return cls(path, envelope, opened, reading.end, reading.last)

    def append(self, change: list[Operation]) -> None:
        """Make a change durable. Raises OSError; the log is then as it was."""
        frame = self._envelope.frame(self.last + 1, encoded(change))
        end = self.size + len(frame)
        try:
            if end > self._reserved:
                # A file that need not grow with each change is synced a third faster.
                self._reserved = files.reserve(self._opened, end + STEP) or self._reserved
            files.write_at(self._opened, frame, self.size)
            files.sync(self._opened)
        except OSError:
            # Where this fails as well, the next frame is written over it.
            with suppress(OSError):
                self._cut()
            raise
        self.size = end
        self.last += 1

    def _cut(self) -> None:
        os.ftruncate(self._opened, self.size)
        self._reserved = self.size
        files.sync(self._opened)

    def close(self) -> None:
        """Let go of the file."""
        with suppress(OSError):
            self._cut()
        os.close(self._opened)
