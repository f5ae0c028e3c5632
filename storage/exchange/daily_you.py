"""Daily You: JSON, a list of what was written, with moods from -2 to 2."""

from dataclasses import replace
from datetime import tzinfo
from functools import partial
from typing import Final

from domain.language import tr
from domain.moving_in.record import Found, Heard, Mood, Record
from storage.exchange.fields import Fields, lasting, later_in, originals, placed, text_in, time_in
from storage.exchange.listed import has_entries, json_in, pictures, placed_in, read_each
from storage.exchange.reading import BadFieldError, Handed, record_id

MOODS: Final = ("Very sad", "Sad", "Neutral", "Happy", "Very happy")
"""What the app calls its moods when it takes them in from another; from -2 to 2."""
LOWEST: Final = -2


def claims(handed: Handed) -> bool:
    """Whether it is a file of Daily You."""
    return any(has_entries(json_in(handed), "timeCreated", name) for name in ("text", "mood"))


def read(handed: Handed, zone: tzinfo, heard: Heard) -> Found:
    """Its entries. Raises UnreadableError."""
    told = placed_in(handed.json)
    found = read_each("daily_you", told, partial(_record, zone), heard, ("timeCreated", "text"))
    return replace(found, left_out=pictures(sum(_pictures(one) for _, one in told)))


def _record(zone: tzinfo, place: int, fields: Fields) -> Record:
    told = time_in(fields, "timeCreated")
    at = placed(told, zone)
    text = text_in(fields, "text").strip()
    mood = fields.get("mood")
    return Record(
        id=record_id("daily_you", lasting(told), text),
        line=place,
        at=at,
        edited_at=later_in(fields, "timeModified", at, zone),
        moods=() if mood is None else (_mood(mood),),
        note=text,
        fields=originals(fields),
    )


def _mood(value: object) -> Mood:
    if type(value) is not int or not 0 <= value - LOWEST < len(MOODS):
        raise BadFieldError(tr("Its mood is none that Daily You has."))
    return Mood(MOODS[value - LOWEST], value - LOWEST + 1, len(MOODS))


def _pictures(told: object) -> int:
    if not isinstance(told, dict):
        return 0
    images = told.get("images")
    return len(images) if isinstance(images, list) else int(bool(told.get("imgPath")))
