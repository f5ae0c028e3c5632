"""The snapshot: all documents of a moment, in chunks that are read when they are asked for.

Its frames, by what their payload begins with: the heading (frame 0); chunks of 256 documents, in
the order of `at`; for each table an index of where ids are; the directory. A footer of 20 bytes
says where the directory is.
"""

import os
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from struct import Struct
from typing import Any, Final, Protocol, TypeAlias
from zlib import crc32

from domain.journal import JournalError
from domain.language import N_
from storage.engine import files
from storage.engine.chunk import CHUNK, Chunk
from storage.engine.frames import Envelope, Gap, frame_at, frames
from storage.engine.index import Index, hash_of
from storage.engine.values import Document, decoded, encoded, moment

CACHED: Final = 128
FOUND: Final = 4096
_FOOTER: Final = Struct("<QII4s")
_MAGIC: Final = b"MWs1"
_HEADING_MAX: Final = 4096
_INDEX: Final = b"I"

Lost = Callable[[str, int, bytes], None]
"""Hears of bytes that can't be read: the file, where they begin, and themselves."""


class DamagedError(JournalError):
    """A snapshot whose directory can't be read, or that lacks documents."""


Tally: TypeAlias = dict[str, tuple[int, int]]
"""Of each table, the number of its documents and a digest of them."""


class Documents(Protocol):
    """A table: its documents by id, and all of them."""

    def __getitem__(self, id: str, /) -> Document:
        """The document with that id."""
        ...

    def items(self) -> Iterable[tuple[str, Document]]:
        """Every document, with its id."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a frame lies in the file, and which it is."""

    offset: int
    length: int
    sequence: int


@dataclass(frozen=True, slots=True)
class Span:
    """A chunk: `size` documents from `first` to `last`, microseconds from 1970, or None."""

    place: Place
    first: int | None
    last: int | None
    size: int


class Part:
    """One table of a snapshot."""

    def __init__(self, snapshot: "Snapshot", spans: list[Span], index: Place | None) -> None:
        self._snapshot = snapshot
        self._spans = spans
        self._index_place = index
        self._index: Index | None = None
        self._dated = next((n for n, one in enumerate(spans) if one.last is not None), len(spans))
        self.find = lru_cache(FOUND)(self._find)
        """The document with an id, or None."""
        self.size = sum(span.size for span in spans)
        """How many documents were written."""

    @property
    def is_whole(self) -> bool:
        """Whether all that was read of it could be."""
        return all(span.place not in self._snapshot.unreadable for span in self._spans)

    def _find(self, id: str) -> Document | None:
        index = self._index or self._indexed()
        chunks = map(self._chunk, index.chunks(id))
        return next((chunk[id] for chunk in chunks if chunk is not None and id in chunk), None)

    def items(self) -> Iterator[tuple[str, Document]]:
        """Every document, with its id."""
        for span in self._spans:
            chunk = self._snapshot.read(span.place)
            if chunk is not None:
                yield from chunk.items()

    def between(self, start: int, end: int) -> Iterator[tuple[int, str, Document]]:
        """The documents with start <= at < end: `at`, id, document."""
        spans = self._spans
        for number in range(
            bisect_left(spans, start, lo=self._dated, key=lambda span: span.last or 0), len(spans)
        ):
            if (spans[number].first or 0) >= end:
                return
            chunk = self._chunk(number)
            if chunk is not None:
                yield from chunk.between(start, end)

    def _chunk(self, number: int) -> Chunk | None:
        return self._snapshot.chunk(self._spans[number].place)

    def _indexed(self) -> Index:
        payload = self._index_place and self._snapshot.payload(self._index_place)
        if payload:
            self._index = Index.decoded(payload[len(_INDEX) :])
        else:
            chunks = ((n, self._chunk(n)) for n in range(len(self._spans)))
            self._index = Index(
                (hash_of(id), n) for n, chunk in chunks if chunk for id in chunk.ids
            )
        return self._index


class Snapshot:
    """A snapshot on the disk. `lost` hears once of each chunk that can't be read."""

    def __init__(self, path: Path, envelope: Envelope, lost: Lost) -> None:
        self._path = path
        self._envelope = envelope
        self._lost = lost
        self.chunk = lru_cache(CACHED)(self.read)
        """As `read`, and kept for the next time; a compaction may ask beside the taps."""
        self.unreadable: set[Place] = set()
        self.heading: dict[str, Any] = {}
        self.parts: dict[str, Part] = {}

    def open(self) -> "Snapshot":
        """Read the directory. Raises DamagedError, SealError, OSError."""
        with self._path.open("rb") as opened:
            size = opened.seek(0, os.SEEK_END)
            opened.seek(max(0, size - _FOOTER.size))
            offset, length = self._footer(opened.read())
            opened.seek(offset)
            directory = frame_at(opened.read(length), 0)
            opened.seek(0)
            heading = frame_at(opened.read(_HEADING_MAX), 0)
        if directory is None or heading is None or heading.sequence != 0:
            raise self._damaged()
        try:
            self.heading = decoded(self._envelope.payload(heading))
            self._list(decoded(self._envelope.payload(directory)))
        except (TypeError, ValueError, AttributeError) as error:
            raise self._damaged() from error
        return self

    def _list(self, tables: dict[str, Any]) -> None:
        for table, (spans, index) in tables.items():
            self.parts[table] = Part(
                self,
                [Span(Place(*place), first, last, size) for place, first, last, size in spans],
                Place(*index) if index else None,
            )

    def moved(self, path: Path) -> None:
        """The file has another name now."""
        self._path = path

    def scan(self) -> tuple[dict[str, dict[str, Document]], list[tuple[int, bytes]]]:
        """Whatever can be read without a directory, and what can't be. Raises SealError."""
        content = self._path.read_bytes()
        tables: dict[str, dict[str, Document]] = {}
        gaps = []
        for found in frames(content):
            if isinstance(found, Gap):
                gaps.append((found.start, content[found.start : found.end]))
                continue
            payload = self._envelope.payload(found)
            if found.sequence == 0:
                self.heading = decoded(payload)
            elif payload.startswith(b"["):
                chunk = Chunk(payload)
                tables.setdefault(chunk.table, {}).update(chunk.items())
        return tables, gaps

    def verify(self, tally: Tally) -> None:
        """Read everything once. Raises DamagedError where that is not what was written."""
        if {table: _tallied(part) for table, part in self.parts.items()} != tally:
            raise self._damaged()
        for part in self.parts.values():
            part.find("")

    def read(self, place: Place) -> Chunk | None:
        """The chunk there; None where it can't be read."""
        payload = self.payload(place)
        return None if payload is None else Chunk(payload)

    def payload(self, place: Place) -> bytes | None:
        """What the frame there holds; None where it can't be read. Raises SealError, OSError."""
        if place in self.unreadable:
            return None
        with self._path.open("rb") as opened:
            opened.seek(place.offset)
            content = opened.read(place.length)
        frame = frame_at(content, 0)
        if frame is None or frame.sequence != place.sequence:
            self.unreadable.add(place)
            self._lost(self._envelope.file, place.offset, content)
            return None
        return self._envelope.payload(frame)

    def _footer(self, content: bytes) -> tuple[int, int]:
        if len(content) != _FOOTER.size:
            raise self._damaged()
        offset, length, checksum, magic = _FOOTER.unpack(content)
        if magic != _MAGIC or checksum != crc32(content[:12]):
            raise self._damaged()
        return offset, length

    def _damaged(self) -> DamagedError:
        return DamagedError(N_("{file} can't be read; it was left as it is."), file=self._path)


def write(
    path: Path,
    envelope: Envelope,
    heading: dict[str, object],
    tables: Mapping[str, Documents],
) -> Tally:
    """Write a snapshot and wait for the disk; what it holds.

    Raises OSError; nothing is then left of it.
    """
    opened = files.create(path)
    try:
        tally = _Writer(opened, envelope).write(heading, tables)
        files.sync(opened)
    except BaseException:
        os.close(opened)
        path.unlink(missing_ok=True)
        raise
    os.close(opened)
    return tally


class _Writer:
    def __init__(self, opened: int, envelope: Envelope) -> None:
        self._opened = opened
        self._envelope = envelope
        self._end = 0
        self._sequence = 0

    def write(self, heading: dict[str, object], tables: Mapping[str, Documents]) -> Tally:
        self._add(encoded(heading))
        directory = {}
        tally = {}
        for table, documents in tables.items():
            spans, index = self._table(table, documents)
            tally[table] = _tallied(documents)
            place = self._add(_INDEX + Index(index).encoded()) if index else None
            directory[table] = [spans, place]
        offset, length, _ = self._add(encoded(directory))
        footer = _FOOTER.pack(offset, length, 0, _MAGIC)
        self._put(_FOOTER.pack(offset, length, crc32(footer[:12]), _MAGIC))
        return tally

    def _table(
        self, table: str, documents: Documents
    ) -> tuple[list[list[Any]], list[tuple[int, int]]]:
        spans: list[list[Any]] = []
        index: list[tuple[int, int]] = []
        for rows in _chunks(documents):
            ids = [id for _, id in rows]
            index += [(hash_of(id), len(spans)) for id in ids]
            payload = Chunk.encoded(table, ids, (documents[id] for id in ids))
            spans.append([self._add(payload), rows[0][0], rows[-1][0], len(ids)])
        return spans, index

    def _add(self, payload: bytes) -> tuple[int, int, int]:
        frame = self._envelope.frame(self._sequence, payload)
        place = (self._end, len(frame), self._sequence)
        self._put(frame)
        self._sequence += 1
        return place

    def _put(self, content: bytes) -> None:
        files.write_at(self._opened, content, self._end)
        self._end += len(content)


def _chunks(documents: Documents) -> Iterator[list[tuple[int | None, str]]]:
    # Only ids are held here, never all documents at once.
    rows = [(moment(document), id) for id, document in documents.items()]
    undated = [row for row in rows if row[0] is None]
    dated = sorted((row for row in rows if row[0] is not None), key=lambda row: row[0] or 0)
    for kind in (undated, dated):
        for start in range(0, len(kind), CHUNK):
            yield kind[start : start + CHUNK]


def _tallied(documents: Documents | Part) -> tuple[int, int]:
    number = total = 0
    for id, document in documents.items():
        number += 1
        total ^= hash_of(f"{id} {encoded(document).decode('utf-8', 'surrogatepass')}")
    return number, total
