"""My Brain: JSON, whose diary has titles, words and five moods."""

from datetime import tzinfo
from functools import partial
from typing import Final

from domain.moving_in.record import Found, Heard, Mood, Record
from storage.exchange.fields import Fields, lasting, later_in, originals, placed, text_in, time_in
from storage.exchange.listed import has_entries, json_in, placed_in, read_each
from storage.exchange.reading import Handed, record_id

MOODS: Final = ("TERRIBLE", "BAD", "OKAY", "GOOD", "AWESOME")
"""From the hardest on."""


def claims(handed: Handed) -> bool:
    """Whether it is a file of My Brain."""
    held = json_in(handed)
    return isinstance(held, dict) and has_entries(held.get("diary"), "createdDate")


def read(handed: Handed, zone: tzinfo, heard: Heard) -> Found:
    """Its diary. Raises UnreadableError."""
    told = placed_in(handed.json["diary"])
    return read_each("my_brain", told, partial(_record, zone), heard, ("title", "content"))


def _record(zone: tzinfo, place: int, fields: Fields) -> Record:
    told = time_in(fields, "createdDate")
    at = placed(told, zone)
    title, note = text_in(fields, "title").strip(), text_in(fields, "content").strip()
    mood = text_in(fields, "mood").strip()
    return Record(
        id=record_id("my_brain", lasting(told), title, note),
        line=place,
        at=at,
        edited_at=later_in(fields, "updatedDate", at, zone),
        moods=(_mood(mood),) if mood else (),
        title=title,
        note=note,
        fields=originals(fields),
    )


def _mood(name: str) -> Mood:
    """One that is none of the five is told by its name alone."""
    if name not in MOODS:
        return Mood(name)
    return Mood(name.capitalize(), MOODS.index(name) + 1, len(MOODS))
