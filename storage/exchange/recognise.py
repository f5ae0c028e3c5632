"""Which app a file comes from, and what it tells."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final, Protocol

from ulid import ULID

from domain.keeper import LockedError
from domain.language import N_, tr
from domain.moving_in.record import BadRow, Found, Heard, Record
from domain.recurrence import zone_named
from storage.exchange import (
    age,
    bearable,
    daily_you,
    day_one,
    daylio_backup,
    daylio_table,
    how_we_feel,
    meanwhile,
    my_brain,
    pixels,
    presently,
)
from storage.exchange.reading import Handed, not_ours
from storage.exchange.words import short

AHEAD: Final = timedelta(days=1)
"""How far ahead of this clock something may lie: clocks of devices and zones differ."""

FUTURE: Final = N_("It lies in the future.")


class Format(Protocol):
    """A kind of file."""

    def claims(self, handed: Handed) -> bool:
        """Whether it is one of that kind."""
        ...

    def read(self, handed: Handed, zone: tzinfo, heard: Heard) -> Found:
        """What it tells. Raises UnreadableError."""
        ...


FORMATS: Final[tuple[Format, ...]] = (
    meanwhile,
    daylio_backup,
    daylio_table,
    how_we_feel,
    bearable,
    pixels,
    presently,
    day_one,
    daily_you,
    my_brain,
)


def read(content: bytes, zone: str, passphrase: str = "", heard: Heard | None = None) -> Found:
    """What a file tells, whatever app wrote it; times without an offset are those of `zone`.

    Each record is there once, and none lies in the future: that is a bad row. Raises
    UnreadableError, LockedError for a sealed file without a passphrase, WrongSecretError for
    another one, and what `heard` raises.
    """
    handed = Handed(_unsealed(Handed(content).content, passphrase))
    found = _format_of(handed).read(handed, zone_named(zone), heard or _nobody)
    return _checked(found, datetime.now(UTC) + AHEAD)


def _nobody(done: int, total: int) -> None:
    """Nobody wants to know."""


def _unsealed(content: bytes, passphrase: str) -> bytes:
    if not age.is_sealed(content):
        return content
    if not passphrase:
        raise LockedError(N_("This file is sealed; its passphrase opens it."))
    return age.opened(content, passphrase)


def _format_of(handed: Handed) -> Format:
    for one in FORMATS:
        if one.claims(handed):
            return one
    # Raises for what is damaged, rather than of another app.
    _ = handed.json
    raise not_ours()


def _checked(found: Found, until: datetime) -> Found:
    once = {record.id: record for record in reversed(found.records)}
    records = tuple(once[id] for id in dict.fromkeys(record.id for record in found.records))
    late = [_late(record) for record in records if record.at > until]
    ahead = {place for place, one in enumerate(found.entries) if _is_ahead(one.id, until)}
    late += [
        BadRow(place + 1, tr(FUTURE), short(found.entries[place].id)) for place in sorted(ahead)
    ]
    return replace(
        found,
        records=tuple(record for record in records if record.at <= until),
        entries=tuple(one for place, one in enumerate(found.entries) if place not in ahead),
        bad=tuple(sorted((*found.bad, *late), key=lambda one: one.line)),
    )


def _is_ahead(id: str, until: datetime) -> bool:
    """Whether an id was made in the future: every later one here would have to follow it."""
    try:
        made: int = ULID.from_str(id).milliseconds
    except ValueError:
        return False
    return made > until.timestamp() * 1000


def _late(record: Record) -> BadRow:
    begins = " ".join(one.value[:80] for one in record.fields[:10])
    return BadRow(record.line, tr(FUTURE), short(begins))
