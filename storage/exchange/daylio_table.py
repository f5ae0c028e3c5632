"""Daylio's table: CSV with a heading in English, whatever language its rows are in."""

import re
from datetime import date, datetime, tzinfo
from functools import partial
from typing import Final

from domain.moving_in.record import Found, Heard, Record, Tagged
from storage.exchange.daylio import daylio_id, mood_named
from storage.exchange.moments import clock_of, day_of, in_zone
from storage.exchange.reading import Handed
from storage.exchange.rows import read_rows
from storage.exchange.table import Row
from storage.exchange.words import plain

ALWAYS: Final = {"date", "time", "mood", "activities"}
DAYS: Final = {"full_date", "year"}
SCALES: Final = "scales"
# An activity may have a bar in its name, as long as no blanks stand around it.
_BAR: Final = re.compile(r"(?<!\S)\|(?!\S)")


def claims(handed: Handed) -> bool:
    """Whether it is a table of Daylio."""
    columns = set(handed.columns)
    return columns >= ALWAYS and bool(columns & DAYS)


def read(handed: Handed, zone: tzinfo, heard: Heard) -> Found:
    """Its entries, by the clock of `zone`. Raises UnreadableError."""
    return read_rows("daylio", handed, partial(_record, zone), heard)


def _record(zone: tzinfo, row: Row) -> Record:
    row.check()
    clock = datetime.combine(_day(row), clock_of(row.get("time")))
    mood = row.get("mood")
    moods = (mood_named(mood),) if mood else ()
    tags = tuple(_tags(row))
    title, note = plain(row.get("note_title")), plain(row.get("note"))
    return Record(
        id=daylio_id(clock, moods, tags, title, note),
        line=row.line,
        at=in_zone(clock, zone),
        moods=moods,
        tags=tags,
        title=title,
        note=note,
        fields=row.originals,
    )


def _day(row: Row) -> date:
    # Only this one is the same in every language.
    return day_of(row.get("full_date") or f"{row.get('date')} {row.get('year')}")


def _tags(row: Row) -> dict[Tagged, None]:
    activities = (Tagged(name) for name in _listed(row.get("activities")))
    scales = (Tagged(name, SCALES) for name in _listed(row.get("scales")))
    return dict.fromkeys((*activities, *scales))


def _listed(text: str) -> list[str]:
    # A scale has a blank in it that breaks no line.
    names = (" ".join(name.split()) for name in _BAR.split(text))
    return [name for name in names if name]
