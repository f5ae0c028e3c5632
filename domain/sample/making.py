"""What the invented journal is made with: days counted back from today, and ids of their time."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta, timezone
from random import Random
from typing import Any, Final

from domain.entries import Part, Person, Way
from domain.language import tr

TRIP: Final = range(455, 471)
DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MORNING: Final = 480
NIGHT: Final = 1320
TEXTS: Final = frozenset(
    (
        *("name", "bond", "about", "says", "wakes", "good_at", "hopes", "worries"),
        *("helps", "costs", "text", "story", "if_i_show", "they_will"),
    )
)
"""The fields that are written, of whatever the tables tell."""


def moments_of(
    today: datetime, days: Iterable[int], seed: int, first: int = MORNING
) -> Iterator[tuple[str, datetime]]:
    """An id and its moment, so many days ago each, from minute `first` of the day until night."""
    random = Random(seed)
    for number, ago in enumerate(days):
        at = at_some_time(today, ago, random, first)
        yield ulid(at, number, random), at


def at_some_time(today: datetime, ago: int, random: Random, first: int = MORNING) -> datetime:
    """So many days ago, not before minute `first`; never in the future if that is one or more."""
    return midnight_of(today, ago) + timedelta(minutes=random.randint(first, NIGHT))


def noted_first(
    today: datetime, table: Mapping[str, Mapping[str, Any]], seed: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    """What each key of a table tells, with an id and the moment of its day."""
    days = (told["ago"] for told in table.values())
    for (id, at), (key, told) in zip(moments_of(today, days, seed), table.items(), strict=True):
        facts = {field: one for field, one in told.items() if field != "ago"}
        yield key, {**in_words(facts), "id": id, "at": at}


def in_words(told: Mapping[str, Any]) -> dict[str, Any]:
    """What is told, its texts in the language of now."""
    return {field: tr(one) if field in TEXTS else one for field, one in told.items()}


def ids_of(some: Mapping[str, Part | Person | Way]) -> dict[str, str]:
    """Their ids, by their keys."""
    return {key: one.id for key, one in some.items()}


def midnight_of(today: datetime, ago: int) -> datetime:
    """Where it was: at home, with an hour less in winter; or far away, on the trip."""
    offset = today.utcoffset()
    if offset is None:
        raise ValueError("today needs the offset of the place where it is")
    day = today.date() - timedelta(days=ago)
    if ago in TRIP:
        offset += timedelta(hours=-7 if offset > timedelta(0) else 7)
    elif _is_summer(day) != _is_summer(today.date()):
        offset += timedelta(hours=1 if _is_summer(day) else -1)
    return datetime.combine(day, time(), timezone(offset))


def _is_summer(day: date) -> bool:
    return (3, 29) <= (day.month, day.day) < (10, 25)


def ulid(moment: datetime, number: int, random: Random) -> str:
    """An id of that moment, the same for the same `random`."""
    # The number keeps those of one minute apart, and in order.
    whole = int(moment.timestamp() * 1000) << 80 | number << 60 | random.getrandbits(60)
    return "".join(DIGITS[whole >> shift & 31] for shift in range(125, -1, -5))
