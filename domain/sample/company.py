"""Who was there: the people and the parts of the invented check-ins."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random
from typing import Final

from domain.entries import BLENDS, CheckIn, Here, Part, Person
from domain.sample.making import ids_of

MOSTLY_HARD: Final = ("Static", "Moss")
MOSTLY_EASY: Final = ("Kite",)
RARELY: Final = ("Biscuit", "My therapist", "Tomás")

WITH_PEOPLE: Final = 0.34
WITH_RARE: Final = 0.2
WITH_PARTS: Final = 0.25
WITH_ONE: Final = 0.06
"""How often connection, where it was answered, is that with one of those who were there."""
TOLD: Final = 12
"""So many of the last check-ins have nothing but what `LAST` tells."""
LAST: Final[dict[int, tuple[tuple[str, ...], tuple[Here, ...]]]] = {
    0: ((), (Here("The Planner", "half"),)),
    2: (("Kit",), ()),
    3: ((), (Here("The Planner"),)),
    4: (("Jun",), (Here("Static"), Here("Doorkeeper", "half"))),
    6: (("Allotment",), ()),
    7: (("Choir",), ()),
    8: ((), (Here("Moss", "corner"),)),
    9: (("Noor", "Jun"), (Here("Doorkeeper", "most"),)),
    10: (("Choir",), (Here("Kite"),)),
    11: (("Ines",), ()),
}
"""Who was there at the last check-ins, counted back from the last; all by name."""
LAST_WITH_ONE: Final = 4
"""The one of them whose connection is that with somebody."""


def in_company(
    noted: Sequence[CheckIn], known: Sequence[Person], made: Sequence[Part]
) -> Iterator[CheckIn]:
    """The check-ins, some of them with people and parts; nobody before they were noted.

    Where connection was answered it may be about one of them.
    """
    around, inside, about = Random(40), Random(33), Random(39)
    ids = ids_of((*known, *made))
    for left, one in zip(range(len(noted) - 1, -1, -1), noted, strict=True):
        if left < TOLD:
            names, here = LAST.get(left, ((), ()))
        else:
            names = _people_of(one, known, around)
            here = _parts_of(one, made, inside)
        with_one = left == LAST_WITH_ONE or about.random() < WITH_ONE
        told = with_one and names and isinstance(one.connection, int)
        if names or here:
            one = replace(
                one,
                people=tuple(ids[name] for name in names),
                connected_with=ids[names[0]] if told else "",
                parts=tuple(replace(part, part=ids[part.part]) for part in here),
            )
        yield one


def _people_of(one: CheckIn, known: Iterable[Person], random: Random) -> tuple[str, ...]:
    """Whom the note names, or else at times anybody."""
    there = [who.name for who in known if _goes_on(who, one.at)]
    named = tuple(name for name in there if re.search(rf"\b{name}\b", one.note))
    if named or random.random() >= WITH_PEOPLE:
        return named
    likely = [name for name in there if name not in RARELY or random.random() < WITH_RARE]
    return tuple(_some(likely, random))


def _parts_of(one: CheckIn, made: Iterable[Part], random: Random) -> tuple[Here, ...]:
    if random.random() >= WITH_PARTS:
        return ()
    hard = isinstance(one.pleasantness, int) and one.pleasantness < 4
    unlikely = MOSTLY_EASY if hard else MOSTLY_HARD
    there = [part.name for part in made if _goes_on(part, one.at) and part.name not in unlikely]
    return tuple(Here(name, random.choice(("", *BLENDS))) for name in _some(there, random))


def _goes_on(one: Part | Person, at: datetime) -> bool:
    return one.at <= at and (one.resting_since is None or at < one.resting_since)


def _some(names: Sequence[str], random: Random) -> list[str]:
    return random.sample(names, min(len(names), random.choice((1, 1, 1, 2))))
