"""An invented journal, the same each time, for a look around. Nobody wrote it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from domain.entries import Entry
from domain.sample.check_ins import check_ins
from domain.sample.parts import in_company, maps, parts, people, reflections, sittings
from domain.sample.sessions import course, points

NAMES: Final = ("Jun", "Noor")
"""Names in it that a sheet shows as initials."""


def sample_entries(today: datetime, zone: str = "UTC") -> Iterator[Entry]:
    """Two years of check-ins, one of weekly sessions and of parts, up to `today` (aware)."""
    known = tuple(people(today))
    made = tuple(parts(today, known))
    noted = tuple(in_company(tuple(check_ins(today)), known, made))
    yield from known
    yield from made
    yield from noted
    yield from course(today, zone)
    yield from points(today, zone, noted, made)
    yield from maps(today, made)
    yield from sittings(today, made)
    yield from reflections(today)
