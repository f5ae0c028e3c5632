"""The fields of an entry of another app, whatever they hold. Raises BadFieldError."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from domain.entries import Original
from domain.language import tr
from domain.moving_in.record import FIELD_MAX
from domain.numbers import number
from storage.exchange.reading import BadFieldError, in_zone

Fields = Mapping[str, object]

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
BEGINNING: Final = 80
"""Letters of a row that are shown where it can't be understood."""
_DAY: Final = re.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NOON: Final = time(12)


def text_in(fields: Fields, name: str) -> str:
    """A text, as it is there; empty where nothing is. Raises BadFieldError for anything else."""
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadFieldError(tr("Its “{name}” is no text.", name=name))
    return value


def list_in(fields: Fields, name: str) -> list[object]:
    """A list; empty where nothing is. Raises BadFieldError for anything else."""
    value = fields.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadFieldError(tr("Its “{name}” is no list.", name=name))
    return value


def time_in(fields: Fields, name: str) -> datetime:
    """A time as it is told there: ISO 8601, with an offset or without, or milliseconds since 1970.

    A day alone is its noon. Raises BadFieldError.
    """
    value = fields.get(name)
    if isinstance(value, str):
        return _time_of(value.strip())
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadFieldError(tr("It has no “{name}” that tells a time.", name=name))
    try:
        return EPOCH + timedelta(milliseconds=value)
    except (OverflowError, ValueError) as error:
        raise BadFieldError(tr("Its time is none that a clock shows.")) from error


def _time_of(text: str) -> datetime:
    day = _DAY.fullmatch(text)
    try:
        if day:
            return datetime.combine(date(*map(int, day.groups())), _NOON)
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise BadFieldError(tr("Its date can't be read.")) from error


def placed(told: datetime, zone: tzinfo) -> datetime:
    """A time as it was told, with an offset: that of `zone` where it has none, or is in UTC.

    Raises BadFieldError.
    """
    if told.tzinfo is None:
        return in_zone(told, zone)
    if told.utcoffset():
        return told
    try:
        return told.astimezone(zone)
    except (OverflowError, ValueError) as error:
        raise BadFieldError(tr("Its time is none that a clock shows.")) from error


def lasting(told: datetime) -> datetime:
    """A moment for the id of what was told: the same in whatever zone it is read again."""
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def later_in(fields: Fields, name: str, at: datetime, zone: tzinfo) -> datetime | None:
    """A time after `at`; None where there is none, or none that can be read."""
    try:
        told = placed(time_in(fields, name), zone)
    except BadFieldError:
        return None
    return told if told > at else None


def originals(fields: Fields) -> tuple[Original, ...]:
    """All fields that hold something: a text as it is there, anything else as JSON.

    Raises BadFieldError for one of more than FIELD_MAX letters.
    """
    told = ((name, _written(value)) for name, value in fields.items() if value is not None)
    found = tuple(Original(name, value) for name, value in told if value.strip())
    if any(len(one.name) > FIELD_MAX or len(one.value) > FIELD_MAX for one in found):
        raise BadFieldError(
            tr("One of its fields has more than {count} letters.", count=number(FIELD_MAX))
        )
    return found


def beginning(told: object, names: Iterable[str]) -> str:
    """How an entry begins, for the eye: the values of those names, or else all of it as JSON."""
    values = [told.get(name) for name in names] if isinstance(told, dict) else []
    shown = " ".join(filter(None, map(_shown, values))) or _shown(told)
    # Half of a pair of surrogates can't be drawn.
    return shown[:BEGINNING].encode("utf-8", "replace").decode()


def _shown(value: object) -> str:
    try:
        written = "" if value is None else _written(value)
    except BadFieldError:
        return ""
    return " ".join(written[: 4 * BEGINNING].split())


def _written(value: object) -> str:
    if isinstance(value, str):
        return value
    try:
        return json.dumps(value, ensure_ascii=False)
    except RecursionError as error:
        raise BadFieldError(tr("It is nested too deep.")) from error
