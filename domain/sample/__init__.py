"""An invented journal, the same each time, for a look around. Nobody wrote it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from domain.entries import Entry
from domain.sample.check_ins import check_ins
from domain.sample.company import in_company
from domain.sample.moments import after_contacts, moments, ways
from domain.sample.parts import maps, parts
from domain.sample.people import people
from domain.sample.sessions import course, points
from domain.sample.sittings import reflections, sittings

NAMES: Final = ("Søren", "Zoë")
"""Names in it that a sheet shows as initials, of whom nothing else is noted."""


def sample_entries(today: datetime, zone: str = "UTC") -> Iterator[Entry]:
    """Two years of check-ins, one of sessions, people and parts, up to `today` (aware).

    They are written in the language that is spoken as they are made.
    """
    known, own = people(today), ways(today)
    made = parts(today, known)
    noted = tuple(in_company(tuple(check_ins(today)), known, made))
    happened = tuple(moments(today, known, own, noted))
    yield from known.values()
    yield from own.values()
    yield from made.values()
    yield from noted
    yield from happened
    yield from after_contacts(today, known)
    yield from course(today, zone)
    yield from points(today, zone, noted, made, happened)
    yield from maps(today, made)
    yield from sittings(today, made)
    yield from reflections(today)
