"""What a file of another app tells, before it means anything here."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from domain.entries import Entry, Original, Source

FIELD_MAX: Final = 100_000
"""Letters that one field of a file may have; more is told as a bad row."""
RECORDS_MAX: Final = 200_000
SIZE_MAX: Final = 64 << 20
"""Bytes that a file may have, and what is unpacked of it."""

Heard = Callable[[int, int], None]
"""Told how many of how many are done, now and then; raises StoppedError to end it."""


class StoppedError(Exception):
    """The person stopped it; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Mood:
    """A mood as it was called there.

    `step` is its place among `of` steps, 1 the hardest, where the file or the app tells it; 0 where
    nothing does.
    """

    name: str
    step: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Tagged:
    """An activity, a tag, somebody, a place: as it was called there, in its group if it had one."""

    name: str
    group: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """One entry of a file. `id` is a ULID that is the same whenever the same thing is read.

    `line` is where it stands: the line of a table, from 1, its heading among them, or the place in
    a list, from 1. `energy` is on a scale of its own as a Mood is. `words` are feelings by name.
    """

    id: str
    line: int
    at: datetime
    logged_at: datetime | None = None
    edited_at: datetime | None = None
    moods: tuple[Mood, ...] = ()
    energy: Mood | None = None
    words: tuple[str, ...] = ()
    tags: tuple[Tagged, ...] = ()
    title: str = ""
    note: str = ""
    fields: tuple[Original, ...] = ()


@dataclass(frozen=True, slots=True)
class BadRow:
    """What could not be understood: where it stands, why in a sentence, how it begins."""

    line: int
    reason: str
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """All that a file tells. `entries` are whole ones, where it is a file of Meanwhile.

    `left_out` says in sentences what else the file holds that is not taken, as pictures.
    """

    source: Source
    records: tuple[Record, ...] = ()
    bad: tuple[BadRow, ...] = ()
    entries: tuple[Entry, ...] = ()
    left_out: tuple[str, ...] = field(default=())
