"""People and places: who was met last, and how close they felt, as it was told.

Nobody is ranked here, scored or guessed: orders are by name or by time, and nothing is added up.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from domain.days import day_of
from domain.entries import (
    COLORS,
    PERSON_SHAPES,
    AfterContact,
    CheckIn,
    Closeness,
    Color,
    Moment,
    Person,
    PersonShape,
)

OFFERED: Final = tuple((shape, color) for shape in PERSON_SHAPES for color in COLORS)


def free_look(people: Iterable[Person]) -> tuple[PersonShape, Color]:
    """The first shape and colour that nobody has; the first of all where all are taken."""
    taken = {(one.shape, one.color) for one in people}
    return next((look for look in OFFERED if look not in taken), OFFERED[0])


def by_name(people: Iterable[Person]) -> list[Person]:
    """Sorted by name, whatever was noted with them."""
    return sorted(people, key=lambda one: (one.name.casefold(), one.id))


def met(check_ins: Iterable[CheckIn], moments: Iterable[Moment] = ()) -> dict[str, datetime]:
    """When each was last met, by their id."""
    last: dict[str, datetime] = {}
    every: list[CheckIn | Moment] = [*check_ins, *moments]
    for one in every:
        for id in one.people:
            last[id] = max(one.at, last.get(id, one.at))
    return last


def newest_first(people: Iterable[Person], last: Mapping[str, datetime]) -> list[Person]:
    """The one met last first; one never met stands where they were made. Counts don't matter."""
    return sorted(
        people, key=lambda one: (max(last.get(one.id, one.at), one.at), one.id), reverse=True
    )


def mentioned(check_ins: Iterable[CheckIn], moments: Iterable[Moment] = ()) -> list[str]:
    """The ids of everybody in them, the one met last first, however often."""
    last = met(check_ins, moments)
    return sorted(last, key=lambda id: (last[id], id), reverse=True)


def toggled(ids: Sequence[str], id: str) -> tuple[str, ...]:
    """With one more, or without it."""
    without = tuple(one for one in ids if one != id)
    return without if len(without) < len(ids) else (*ids, id)


def told(person: Person, at: datetime, day_start: int, /, **how: int | None) -> Person:
    """The person with what is told today of how close they are, `now` or `wish`.

    What is not told again stays as it was. A day keeps what was told last on it, and one that
    lies ahead counts as today: the clock was set back.
    """
    before = person.close
    felt: dict[str, Any] = {"at": at, **how}
    if before is None:
        return replace(person, closeness=(Closeness(**felt),))
    same_day = day_of(before.at, day_start) >= day_of(at, day_start)
    kept = person.closeness[:-1] if same_day else person.closeness
    return replace(person, closeness=(*kept, replace(before, **felt)))


def close_on(person: Person, day: date, day_start: int) -> Closeness | None:
    """What was told last by the end of a day; None where nothing was."""
    by_then = [one for one in person.closeness if day_of(one.at, day_start) <= day]
    return by_then[-1] if by_then else None


def days_told(people: Iterable[Person], day_start: int) -> set[date]:
    """The days on which it was told how close somebody is."""
    return {day_of(told.at, day_start) for one in people for told in one.closeness}


def after_contact(
    contacts: Sequence[AfterContact], person: str, now: datetime, day_start: int
) -> AfterContact | None:
    """What was told after being with somebody today or yesterday, which may be told further."""
    last = next((one for one in reversed(contacts) if one.person == person), None)
    if last is None:
        return None
    ago = day_of(now, day_start) - day_of(last.at, day_start)
    return last if ago.days <= 1 else None
