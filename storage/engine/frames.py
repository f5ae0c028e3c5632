"""Frames: what every file of the engine is made of.

A frame is magic (4 bytes) | length u32 | sequence u32 | crc32 u32 | payload, little-endian; the
checksum is over length, sequence and payload. A file begins with the frame 0, its heading.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct
from typing import Final, Protocol
from zlib import crc32

from domain.journal import JournalError

# No UTF-8 text holds these bytes, so no frame is found inside the words of another.
MAGIC: Final = b"\xc5MWf"
_HEAD: Final = Struct("<4sIII")
_SUMMED: Final = Struct("<II")


class SealError(JournalError):
    """What was sealed does not open: another key, or it was changed on purpose."""


class Seal(Protocol):
    """How payloads lie on the disk; `place` names journal, file and sequence."""

    def close(self, payload: bytes, place: str) -> bytes:
        """The payload as it is written."""
        ...

    def open(self, payload: bytes, place: str) -> bytes:
        """The payload as it was. Raises SealError for another key, place or content."""
        ...


class Plain:
    """A seal that keeps payloads as they are."""

    def close(self, payload: bytes, place: str) -> bytes:
        """The payload itself."""
        return payload

    def open(self, payload: bytes, place: str) -> bytes:
        """The payload itself."""
        return payload


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame whose checksum holds; it fills the bytes from `start` to `end`."""

    sequence: int
    payload: bytes
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Bytes from `start` to `end` that are no frame."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Envelope:
    """The seal of one file of one journal: a frame moved elsewhere no longer opens."""

    seal: Seal
    journal: str
    file: str

    def frame(self, sequence: int, payload: bytes) -> bytes:
        """The bytes of a frame. Raises ValueError for an empty payload."""
        sealed = self.seal.close(payload, self._place(sequence))
        if not sealed:
            # crc32 of nothing is 0: a tail of zeros would be a valid frame.
            raise ValueError("a frame is never empty")
        return _HEAD.pack(MAGIC, len(sealed), sequence, _sum(sequence, sealed)) + sealed

    def payload(self, frame: Frame) -> bytes:
        """What a frame holds. Raises SealError."""
        return self.seal.open(frame.payload, self._place(frame.sequence))

    def _place(self, sequence: int) -> str:
        return f"{self.journal}/{self.file}/{sequence}"


def frame_at(content: bytes, start: int) -> Frame | None:
    """The frame that begins there, or None."""
    if start + _HEAD.size > len(content):
        return None
    magic, length, sequence, checksum = _HEAD.unpack_from(content, start)
    end = start + _HEAD.size + length
    if magic != MAGIC or not length or end > len(content):
        return None
    payload = content[start + _HEAD.size : end]
    return Frame(sequence, payload, start, end) if checksum == _sum(sequence, payload) else None


def frames(content: bytes) -> Iterator[Frame | Gap]:
    """All of `content`, in order: frames, and gaps between and after them."""
    start = 0
    while start < len(content):
        found: Frame | Gap = frame_at(content, start) or _gap(content, start)
        yield found
        start = found.end


def _gap(content: bytes, start: int) -> Gap:
    end = content.find(MAGIC, start + 1)
    while end != -1 and frame_at(content, end) is None:
        end = content.find(MAGIC, end + 1)
    return Gap(start, len(content) if end == -1 else end)


def _sum(sequence: int, payload: bytes) -> int:
    return crc32(payload, crc32(_SUMMED.pack(len(payload), sequence)))
