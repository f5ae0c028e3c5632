"""Pixels: JSON, a list of days with scores from 1 to 5, of which 5 is the best."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import tzinfo
from functools import partial
from typing import Final

from domain.language import tr, trn
from domain.moving_in.record import Found, Heard, Mood, Record, Tagged
from domain.numbers import number
from storage.exchange.fields import (
    Fields,
    lasting,
    list_in,
    originals,
    placed,
    text_in,
    time_in,
)
from storage.exchange.listed import has_entries, json_in, placed_in, read_each
from storage.exchange.reading import BadFieldError, Handed, record_id

BEST: Final = 5
FEELINGS: Final = "emotions"


def claims(handed: Handed) -> bool:
    """Whether it is a file of Pixels."""
    return has_entries(json_in(handed), "date", "scores")


def read(handed: Handed, zone: tzinfo, heard: Heard) -> Found:
    """Its days, each at noon. Raises UnreadableError."""
    told = placed_in(handed.json)
    found = read_each("pixels", told, partial(_record, zone), heard, ("date", "type", "notes"))
    others = len(told) - len(found.records) - len(found.bad)
    left_out = trn(
        "{n} entry without a mood is not taken.",
        "{n} entries without a mood are not taken.",
        others,
        n=number(others),
    )
    return replace(found, left_out=(left_out,) if others else ())


def _record(zone: tzinfo, place: int, fields: Fields) -> Record | None:
    if text_in(fields, "type").strip().casefold() not in ("mood", ""):
        return None
    told = time_in(fields, "date")
    moods = tuple(_mood(score) for score in list_in(fields, "scores"))
    note = text_in(fields, "notes").strip()
    tags = tuple(tag for group in list_in(fields, "tags") for tag in _tags(group))
    return Record(
        id=record_id("pixels", lasting(told), note, *(mood.name for mood in moods)),
        line=place,
        at=placed(told, zone),
        moods=moods,
        words=tuple(tag.name for tag in tags if tag.group.casefold() == FEELINGS),
        tags=tags,
        note=note,
        fields=originals(fields),
    )


def _mood(score: object) -> Mood:
    if type(score) is not int or not 1 <= score <= BEST:
        raise BadFieldError(tr("Its mood is none that Pixels has."))
    return Mood(str(score), score, BEST)


def _tags(group: object) -> Iterator[Tagged]:
    if not isinstance(group, dict):
        raise BadFieldError(tr("Its “tags” can't be read."))
    kind = text_in(group, "type").strip()
    for name in list_in(group, "entries"):
        if not isinstance(name, str):
            raise BadFieldError(tr("Its “tags” can't be read."))
        if name.strip():
            yield Tagged(name.strip(), kind)
