"""A year of invented parts, and the days of their map."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from domain.entries import Part, PartMap, Person, Relation, RelationKind, Spot
from domain.language import N_
from domain.sample.making import ids_of, midnight_of, moments_of, noted_first

# Days are counted back from today; none is so near that it could still lie ahead.
PARTS: Final[dict[str, dict[str, Any]]] = {
    "doorkeeper": {
        "ago": 340,
        "name": N_("Doorkeeper"),
        "shape": "shield",
        "color": "clay",
        "role": "works_ahead",
        "about": N_("Stands at the door when someone comes close."),
        "says": N_("Not yet. Let me see who it is first."),
        "wakes": N_("Someone offering help. Plans that change late."),
        "good_at": N_("Reading a room. Getting us home."),
        "worries": N_("That once somebody is in, nobody asks before they leave."),
        "around": ("noor", "jun"),
    },
    "planner": {
        "ago": 296,
        "name": N_("The Planner"),
        "shape": "hexagon",
        "color": "spruce",
        "role": "works_ahead",
        "about": N_("Keeps lists so that nobody can be let down."),
        "wakes": N_('Sunday evenings. Any message that begins with "quick question".'),
        "good_at": N_("Trains, birthdays, spare keys."),
        "hopes": N_("That one day somebody else brings the list."),
    },
    "fine_thanks": {
        "ago": 262,
        "name": N_("Fine Thanks"),
        "shape": "bloom",
        "color": "rose",
        "role": "other",
        "about": N_("Has answered before the question is over."),
        "says": N_("All good here. And you?"),
    },
    "static": {
        "ago": 231,
        "name": N_("Static"),
        "shape": "star",
        "color": "plum",
        "role": "jumps_in_fast",
        "about": N_("Turns everything to noise until the feeling goes quiet."),
        "wakes": N_("Being looked at while I'm sad. Two people talking at once."),
        "hopes": N_("That the evening just ends."),
        "worries": N_("That it would all arrive at the same time."),
        "around": ("jun",),
    },
    "moss": {
        "ago": 148,
        "name": N_("Moss"),
        "shape": "pebble",
        "color": "moss",
        "role": "tender",
        "about": N_("Hold lightly. Likes it quiet, close to the ground."),
    },
    "kite": {
        "ago": 76,
        "name": N_("Kite"),
        "shape": "kite",
        "color": "honey",
        "role": "unsure",
        "about": N_("Off as soon as there's wind. I like it, I think."),
    },
}
RESTS: Final = {"fine_thanks": 72}
"""Since how many days ago."""

Line = tuple[str, RelationKind, str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A day's map, by the keys of the parts."""

    spots: dict[str, tuple[float, float]]
    lines: tuple[Line, ...] = ()
    off: tuple[str, ...] = ()


MAPS: Final[dict[int, Drawn]] = {
    259: Drawn(
        {"doorkeeper": (96, 300), "planner": (262, 120), "fine_thanks": (90, 96)},
        (("planner", "unsure", "fine_thanks"),),
    ),
    214: Drawn(
        {
            "doorkeeper": (96, 300),
            "planner": (262, 120),
            "fine_thanks": (90, 96),
            "static": (180, 372),
        },
        (("planner", "backs_up", "fine_thanks"), ("doorkeeper", "unsure", "static")),
    ),
    139: Drawn(
        {
            "doorkeeper": (112, 348),
            "planner": (284, 150),
            "fine_thanks": (176, 70),
            "static": (268, 330),
            "moss": (60, 240),
        },
        (
            ("planner", "backs_up", "fine_thanks"),
            ("planner", "pulls_against", "static"),
            ("doorkeeper", "protects", "moss"),
        ),
    ),
    68: Drawn(
        {
            "doorkeeper": (70, 120),
            "planner": (284, 150),
            "static": (268, 330),
            "moss": (60, 290),
        },
        (
            ("doorkeeper", "avoids", "planner"),
            ("planner", "pulls_against", "static"),
            ("doorkeeper", "protects", "moss"),
        ),
        off=("kite",),
    ),
    6: Drawn(
        {
            "doorkeeper": (84, 102),
            "planner": (268, 92),
            "moss": (70, 302),
            "static": (278, 304),
            "kite": (176, 396),
        },
        (
            ("doorkeeper", "backs_up", "planner"),
            ("doorkeeper", "protects", "moss"),
            ("planner", "pulls_against", "static"),
            ("moss", "avoids", "static"),
            ("kite", "unsure", "static"),
        ),
    ),
}


def parts(today: datetime, known: Mapping[str, Person]) -> dict[str, Part]:
    """Five parts that go on, and one that rests; each was made on a day of its own. By key."""
    made = {}
    for key, told in noted_first(today, PARTS, 32):
        around = tuple(known[who].id for who in told.pop("around", ()))
        rests = RESTS.get(key)
        since = midnight_of(today, rests) + timedelta(hours=19) if rests else None
        made[key] = Part(**told, around=around, resting_since=since)
    return made


def maps(today: datetime, made: Mapping[str, Part]) -> Iterator[PartMap]:
    """The map as it was left on five days."""
    ids = ids_of(made)
    for (id, at), day in zip(moments_of(today, MAPS, 34), MAPS.values(), strict=True):
        yield PartMap(
            id=id,
            at=at,
            spots=tuple(Spot(ids[key], x, y) for key, (x, y) in day.spots.items()),
            off=tuple(ids[key] for key in day.off),
            relations=tuple(Relation(ids[one], kind, ids[other]) for one, kind, other in day.lines),
        )
