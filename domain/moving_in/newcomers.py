"""The people and parts that a file names and nobody here is called yet."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import chain, repeat
from typing import Final

from domain import parts as of_parts
from domain import people as of_people
from domain.entries import Part, Person
from domain.moving_in.meaning import called
from domain.web import free_angle

CROWD: Final = 100
"""Who comes after so many has no place of their own; the web moves them aside."""


def new_people(
    names: Iterable[str], here: Sequence[Person], now: datetime, new_id: Callable[[], str]
) -> tuple[Person, ...]:
    """A person for each name that nobody here has, with looks that nobody has.

    They stand where the web has most room.
    """
    taken = {(one.shape, one.color) for one in here}
    free = (look for look in of_people.OFFERED if look not in taken)
    looks = chain(free, repeat(of_people.OFFERED[0]))
    every = list(here)
    for name, (shape, color) in zip(_unknown(names, here), looks, strict=False):
        angle = free_angle(every[:CROWD])
        every.append(Person(id=new_id(), at=now, name=name, shape=shape, color=color, angle=angle))
    return tuple(every[len(here) :])


def new_parts(
    names: Iterable[str], here: Sequence[Part], now: datetime, new_id: Callable[[], str]
) -> tuple[Part, ...]:
    """A part for each name that none here has, with looks that none has."""
    taken = {(one.shape, one.color) for one in here}
    free = (look for look in of_parts.OFFERED if look not in taken)
    looks = chain(free, repeat(of_parts.OFFERED[0]))
    return tuple(
        Part(id=new_id(), at=now, name=name, shape=shape, color=color)
        for name, (shape, color) in zip(_unknown(names, here), looks, strict=False)
    )


def ids_of(here: Iterable[Person | Part]) -> dict[str, str]:
    """Ids by what one is `called`; where several share a name, the first."""
    ids: dict[str, str] = {}
    for one in here:
        ids.setdefault(called(one.name), one.id)
    return ids


def _unknown(names: Iterable[str], here: Iterable[Person | Part]) -> Iterable[str]:
    known = {called(one.name) for one in here}
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(called(name), name)
    return (name for key, name in found.items() if key not in known)
