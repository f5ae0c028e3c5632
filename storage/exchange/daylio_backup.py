"""Daylio's backup: a zip with JSON in Base64, and the JSON alone."""

import binascii
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone, tzinfo
from functools import partial
from typing import Any, Final, TypeVar

from domain.language import N_, tr, trn
from domain.moving_in.record import Found, Heard, Mood, Record, Tagged
from domain.numbers import number
from storage.exchange.daylio import ENGLISH, STEPS, daylio_id, mood_named
from storage.exchange.faults import BadFieldError, UnreadableError
from storage.exchange.fields import Fields, list_in, originals, text_in
from storage.exchange.listed import json_in, placed_in, read_each
from storage.exchange.moments import in_zone, on_day
from storage.exchange.reading import Archive, Handed, json_of, text_of
from storage.exchange.words import plain

INSIDE: Final = "backup.daylio"
ENTRIES: Final = "dayEntries"
PIN: Final = "pin"
"""What locks the app there: it has no business here."""
EMPTY: Final[tuple[object, ...]] = ("", [], {}, None)
MINUTE: Final = 60_000
OFFSET_MAX: Final = 18 * 60 * MINUTE
SHOWN: Final = ("note_title", "note", "year", "month", "day")

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class _Names:
    """What the numbers in an entry stand for."""

    moods: Mapping[int | None, Mood]
    tags: Mapping[int | None, Tagged]


def claims(handed: Handed) -> bool:
    """Whether it is a backup of Daylio."""
    if handed.archive is not None:
        return _inside(handed.archive) != ""
    told = json_in(handed)
    return isinstance(told, dict) and ENTRIES in told


def read(handed: Handed, zone: tzinfo, heard: Heard) -> Found:
    """Its entries, each at the clock and the offset it was made at. Raises UnreadableError."""
    told = _told(handed)
    entries = told.get(ENTRIES)
    if not isinstance(entries, list):
        raise _nothing()
    names = _Names(_by_id(_moods(told)), _by_id(_tags(told)))
    record = partial(_record, names, zone)
    found = read_each("daylio", placed_in(entries), record, heard, SHOWN)
    return Found(
        source="daylio", records=found.records, bad=found.bad, left_out=tuple(_left_out(told))
    )


def _inside(archive: Archive) -> str:
    return next((name for name in archive.names if name.split("/")[-1] == INSIDE), "")


def _told(handed: Handed) -> dict[str, Any]:
    told = handed.json if handed.archive is None else _unpacked(handed.archive)
    if not isinstance(told, dict):
        raise _nothing()
    return told


def _unpacked(archive: Archive) -> Any:
    content = archive.read(_inside(archive))
    try:
        is_bare = content.lstrip().startswith(b"{")
        return json_of(text_of(content if is_bare else b64decode(content)))
    except binascii.Error as error:
        raise UnreadableError(
            N_("This backup of Daylio is damaged; nothing was changed.")
        ) from error


def _nothing() -> UnreadableError:
    return UnreadableError(N_("This backup of Daylio holds no entries that can be read."))


def _dicts(told: Fields, name: str) -> Iterator[Fields]:
    value = told.get(name)
    return (one for one in (value if isinstance(value, list) else ()) if isinstance(one, dict))


def _number(fields: Fields, name: str) -> int | None:
    value = fields.get(name)
    return value if type(value) is int else None


def _name(fields: Fields, name: str) -> str:
    value = fields.get(name)
    return value.strip() if isinstance(value, str) else ""


def _by_id(named: Iterable[tuple[int | None, Named]]) -> dict[int | None, Named]:
    return {id: one for id, one in named if id is not None}


def _moods(told: Fields) -> Iterator[tuple[int | None, Mood]]:
    first = dict(enumerate(reversed(ENGLISH), 1))
    yield from ((id, mood_named(name)) for id, name in first.items())
    for one in _dicts(told, "customMoods"):
        own = _name(one, "custom_name")
        group = _number(one, "mood_group_id")
        step = STEPS + 1 - group if group in first else 0
        yield (
            _number(one, "id"),
            mood_named(own or first.get(_number(one, "predefined_name_id") or 0, ""), step),
        )


def _tags(told: Fields) -> Iterator[tuple[int | None, Tagged]]:
    groups = {_number(one, "id"): _name(one, "name") for one in _dicts(told, "tag_groups")}
    for one in _dicts(told, "tags"):
        yield (
            _number(one, "id"),
            Tagged(_name(one, "name"), groups.get(_number(one, "id_tag_group"), "")),
        )


def _left_out(told: Fields) -> Iterator[str]:
    if assets := sum(1 for _ in _dicts(told, "assets")):
        yield trn(
            "{n} picture or recording is not taken.",
            "{n} pictures and recordings are not taken.",
            assets,
            n=number(assets),
        )
    if goals := sum(1 for _ in _dicts(told, "goals")):
        yield trn("{n} goal is not taken.", "{n} goals are not taken.", goals, n=number(goals))
    if templates := sum(1 for _ in _dicts(told, "writingTemplates")):
        yield trn(
            "{n} writing template is not taken.",
            "{n} writing templates are not taken.",
            templates,
            n=number(templates),
        )


def _record(names: _Names, zone: tzinfo, place: int, fields: Fields) -> Record:
    clock = _clock(fields)
    mood = names.moods.get(_number(fields, "mood"))
    moods = (mood,) if mood and mood.name else ()
    tags = tuple(dict.fromkeys(_tagged(names, list_in(fields, "tags"))))
    title, note = (plain(text_in(fields, name)) for name in ("note_title", "note"))
    return Record(
        id=daylio_id(clock, moods, tags, title, note),
        line=place,
        at=in_zone(clock, _offset(fields) or zone),
        moods=moods,
        tags=tags,
        title=title,
        note=note,
        fields=originals(_without_pin(fields)),
    )


def _clock(fields: Fields) -> datetime:
    year, month, day, hour, minute = (
        _number(fields, name) for name in ("year", "month", "day", "hour", "minute")
    )
    if year is None or month is None or day is None or hour is None or minute is None:
        raise BadFieldError(tr("It has no date and time that can be read."))
    try:
        clock = time(hour, minute)
    except (ValueError, OverflowError) as error:
        raise BadFieldError(tr("Its time is none that a clock shows.")) from error
    # January is month 0 there.
    return datetime.combine(on_day(year, month + 1, day), clock)


def _offset(fields: Fields) -> timezone | None:
    """That of the place where it was made; None where none is told that a clock could have."""
    milliseconds = _number(fields, "timeZoneOffset")
    if milliseconds is None or milliseconds % MINUTE or abs(milliseconds) > OFFSET_MAX:
        return None
    return timezone(timedelta(milliseconds=milliseconds))


def _tagged(names: _Names, ids: list[object]) -> Iterator[Tagged]:
    found = (names.tags.get(id) for id in ids if type(id) is int)
    return (tag for tag in found if tag and tag.name)


def _without_pin(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if name != PIN and value not in EMPTY}
