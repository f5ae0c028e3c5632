"""A year of invented people and places, and how close they felt."""

from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

from domain.entries import FIRST_THERAPY, Closeness, Person
from domain.language import N_
from domain.sample.making import at_some_time, midnight_of, noted_first

# Days are counted back from today; none is so near that it could still lie ahead.
PEOPLE: Final[dict[str, dict[str, Any]]] = {
    "jun": {
        "ago": 358,
        "name": "Jun",
        "bond": N_("my person, four years"),
        "color": "plum",
        "angle": 61.0,
    },
    "noor": {
        "ago": 357,
        "name": "Noor",
        "bond": N_("we sign, and we argue well"),
        "color": "clay",
        "angle": 295.0,
    },
    "choir": {
        "ago": 355,
        "name": N_("Choir"),
        "bond": N_("we sing on Tuesdays"),
        "icon": "music",
        "color": "slate",
        "angle": 133.0,
    },
    "biscuit": {
        "ago": 350,
        "name": N_("Biscuit"),
        "bond": N_("thirteen years of walks"),
        "icon": "paw",
        "color": "sand",
        "angle": 209.0,
    },
    "therapist": {
        "ago": 346,
        "name": N_("My therapist"),
        "bond": N_("fifty minutes a week"),
        "icon": "chair",
        "color": "spruce",
        "angle": 330.0,
        "therapy": FIRST_THERAPY,
    },
    "allotment": {
        "ago": 330,
        "name": N_("Allotment"),
        "bond": N_("half a plot, the slugs have the rest"),
        "icon": "plant",
        "color": "moss",
        "angle": 256.0,
    },
    "priya": {
        "ago": 322,
        "name": "Priya",
        "bond": N_("one flat, one kettle, years ago"),
        "color": "slate",
        "angle": 38.0,
    },
    "tomas": {
        "ago": 300,
        "name": "Tomás",
        "bond": N_("we worked the same nights"),
        "color": "sand",
        "angle": 232.0,
    },
    "kit": {
        "ago": 288,
        "name": "Kit",
        "bond": N_("family, the kind we picked"),
        "color": "honey",
        "angle": 14.0,
    },
    "lu": {
        "ago": 214,
        "name": "Lu",
        "bond": N_("once together, still one lease"),
        "color": "rose",
        "angle": 172.0,
    },
    "ines": {
        "ago": 160,
        "name": "Ines",
        "bond": N_("the desk next to mine"),
        "color": "rose",
        "angle": 98.0,
    },
}
RESTS: Final = {"priya": 39}
"""Since how many days ago."""
CLOSE: Final[dict[str, dict[int, tuple[int, int | None]]]] = {
    "jun": {
        358: (5, 5),
        331: (5, 6),
        305: (6, 6),
        281: (6, 5),
        250: (7, 6),
        224: (6, 6),
        196: (6, 7),
        170: (5, 6),
        145: (3, 5),
        138: (5, 5),
        83: (6, 6),
        55: (5, 6),
        27: (5, 5),
        2: (4, 5),
    },
    "noor": {
        357: (4, None),
        320: (4, 5),
        282: (5, 5),
        234: (3, 5),
        205: (4, 5),
        163: (5, 5),
        118: (5, 6),
        61: (6, 6),
        16: (6, None),
    },
    "choir": {355: (3, None), 262: (4, None), 150: (6, None), 33: (5, None)},
    "biscuit": {350: (6, None), 186: (7, None), 52: (6, None)},
    "therapist": {
        346: (2, None),
        311: (3, 4),
        262: (4, 4),
        213: (5, 4),
        157: (4, 4),
        72: (5, 5),
        25: (3, 5),
        12: (4, 5),
    },
    "allotment": {330: (2, None), 178: (4, None), 36: (3, None)},
    "priya": {322: (4, 4), 256: (3, 4), 149: (2, 3), 58: (2, 2)},
    "tomas": {300: (5, 5), 259: (4, 5), 190: (4, 4), 108: (2, 2), 45: (1, 1)},
    "kit": {
        288: (3, None),
        246: (4, 5),
        201: (5, 5),
        151: (5, 6),
        94: (6, 6),
        43: (5, 6),
        13: (6, 6),
    },
    "lu": {214: (5, 4), 172: (5, 3), 121: (4, 3), 77: (4, 2), 25: (3, 2)},
    "ines": {160: (3, None), 126: (3, 4), 80: (3, 2), 38: (3, 4), 6: (2, 3)},
}
"""How close, now and wished for, so many days ago each; the gap goes either way."""


def people(today: datetime) -> dict[str, Person]:
    """Ten people and places that are around, and one that rests, each with a history; by key."""
    random = Random(38)
    known = {}
    for key, told in noted_first(today, PEOPLE, 31):
        rests = RESTS.get(key)
        since = midnight_of(today, rests) + timedelta(hours=18) if rests else None
        close = tuple(
            Closeness(max(told["at"], at_some_time(today, ago, random)), now, wish)
            for ago, (now, wish) in CLOSE[key].items()
        )
        known[key] = Person(**told, closeness=close, resting_since=since)
    return known
