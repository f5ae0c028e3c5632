"""Who was there: the people and the parts of the invented check-ins."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random
from typing import Final

from domain.entries import BLENDS, CheckIn, Here, Part, Person
from domain.sample.making import ids_of

MOSTLY_HARD: Final = ("static", "moss")
MOSTLY_EASY: Final = ("kite",)
RARELY: Final = ("biscuit", "therapist", "tomas")

WITH_PEOPLE: Final = 0.34
WITH_RARE: Final = 0.2
WITH_PARTS: Final = 0.25
WITH_ONE: Final = 0.06
"""How often connection, where it was answered, is that with one of those who were there."""
TOLD: Final = 12
"""So many of the last check-ins have nothing but what `LAST` tells."""
LAST: Final[dict[int, tuple[tuple[str, ...], tuple[Here, ...]]]] = {
    0: ((), (Here("planner", "half"),)),
    2: (("kit",), ()),
    3: ((), (Here("planner"),)),
    4: (("jun",), (Here("static"), Here("doorkeeper", "half"))),
    6: (("allotment",), ()),
    7: (("choir",), ()),
    8: ((), (Here("moss", "corner"),)),
    9: (("noor", "jun"), (Here("doorkeeper", "most"),)),
    10: (("choir",), (Here("kite"),)),
    11: (("ines",), ()),
}
"""Who was there at the last check-ins, counted back from the last; all by key."""
LAST_WITH_ONE: Final = 4
"""The one of them whose connection is that with somebody."""


def in_company(
    noted: Sequence[CheckIn], known: Mapping[str, Person], made: Mapping[str, Part]
) -> Iterator[CheckIn]:
    """The check-ins, some of them with people and parts; nobody before they were noted.

    Where connection was answered it may be about one of them.
    """
    around, inside, about = Random(40), Random(33), Random(39)
    ids = ids_of(known) | ids_of(made)
    for left, one in zip(range(len(noted) - 1, -1, -1), noted, strict=True):
        if left < TOLD:
            who, here = LAST.get(left, ((), ()))
        else:
            who = _people_of(one, known, around)
            here = _parts_of(one, made, inside)
        with_one = left == LAST_WITH_ONE or about.random() < WITH_ONE
        told = with_one and who and isinstance(one.connection, int)
        if who or here:
            one = replace(
                one,
                people=tuple(ids[key] for key in who),
                connected_with=ids[who[0]] if told else "",
                parts=tuple(replace(part, part=ids[part.part]) for part in here),
            )
        yield one


def _people_of(one: CheckIn, known: Mapping[str, Person], random: Random) -> tuple[str, ...]:
    """Whom the note names, or else at times anybody."""
    there = [key for key, who in known.items() if _goes_on(who, one.at)]
    named = tuple(key for key in there if re.search(rf"\b{re.escape(known[key].name)}\b", one.note))
    if named or random.random() >= WITH_PEOPLE:
        return named
    likely = [key for key in there if key not in RARELY or random.random() < WITH_RARE]
    return tuple(_some(likely, random))


def _parts_of(one: CheckIn, made: Mapping[str, Part], random: Random) -> tuple[Here, ...]:
    if random.random() >= WITH_PARTS:
        return ()
    hard = isinstance(one.pleasantness, int) and one.pleasantness < 4
    unlikely = MOSTLY_EASY if hard else MOSTLY_HARD
    there = [key for key, part in made.items() if _goes_on(part, one.at) and key not in unlikely]
    return tuple(Here(key, random.choice(("", *BLENDS))) for key in _some(there, random))


def _goes_on(one: Part | Person, at: datetime) -> bool:
    return one.at <= at and (one.resting_since is None or at < one.resting_since)


def _some(keys: Sequence[str], random: Random) -> list[str]:
    return random.sample(keys, min(len(keys), random.choice((1, 1, 1, 2))))
