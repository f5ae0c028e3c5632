"""An invented journal, the same each time, for a look around. Nobody wrote it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from domain.entries import Entry
from domain.sample.check_ins import check_ins
from domain.sample.sessions import course, points

NAMES: Final = ("Jun", "Noor")
"""Names in it that a sheet shows as initials."""


def sample_entries(today: datetime, zone: str = "UTC") -> Iterator[Entry]:
    """Two years of check-ins and one of weekly sessions, up to `today` (aware), in `zone`."""
    noted = tuple(check_ins(today))
    yield from noted
    yield from course(today, zone)
    yield from points(today, zone, noted)
