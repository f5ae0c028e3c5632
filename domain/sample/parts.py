"""A year of invented parts: the map's days, looks inward, and answered questions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from domain.entries import (
    Part,
    PartMap,
    Person,
    Reflection,
    Relation,
    RelationKind,
    Sitting,
    Spot,
    Toward,
)
from domain.prompts import Prompt, prompt
from domain.sample.making import ids_of, midnight_of, moments_of
from domain.sittings import (
    Shelf,
    asked_before,
    begin,
    decline,
    feel,
    finish,
    go_on,
    question,
    stop,
    write,
)

# Days are counted back from today; none is so near that it could still lie ahead.
PARTS: Final[dict[int, dict[str, Any]]] = {
    340: {
        "name": "Doorkeeper",
        "shape": "shield",
        "color": "clay",
        "role": "works_ahead",
        "about": "Stands at the door when someone comes close.",
        "says": "Not yet. Let me see who it is first.",
        "wakes": "Someone offering help. Plans that change late.",
        "good_at": "Reading a room. Getting us home.",
        "worries": "That once somebody is in, nobody asks before they leave.",
        "around": ("Noor", "Jun"),
    },
    296: {
        "name": "The Planner",
        "shape": "hexagon",
        "color": "spruce",
        "role": "works_ahead",
        "about": "Keeps lists so that nobody can be let down.",
        "wakes": 'Sunday evenings. Any message that begins with "quick question".',
        "good_at": "Trains, birthdays, spare keys.",
        "hopes": "That one day somebody else brings the list.",
    },
    262: {
        "name": "Fine Thanks",
        "shape": "bloom",
        "color": "rose",
        "role": "other",
        "about": "Has answered before the question is over.",
        "says": "All good here. And you?",
    },
    231: {
        "name": "Static",
        "shape": "star",
        "color": "plum",
        "role": "jumps_in_fast",
        "about": "Turns everything to noise until the feeling goes quiet.",
        "wakes": "Being looked at while I'm sad. Two people talking at once.",
        "hopes": "That the evening just ends.",
        "worries": "That it would all arrive at the same time.",
        "around": ("Jun",),
    },
    148: {
        "name": "Moss",
        "shape": "pebble",
        "color": "moss",
        "role": "tender",
        "about": "Hold lightly. Likes it quiet, close to the ground.",
    },
    76: {
        "name": "Kite",
        "shape": "kite",
        "color": "honey",
        "role": "unsure",
        "about": "Off as soon as there's wind. I like it, I think.",
    },
}
RESTS: Final = {"Fine Thanks": 72}
"""Since how many days ago."""

Line = tuple[str, RelationKind, str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A day's map, by the names of the parts."""

    spots: dict[str, tuple[float, float]]
    lines: tuple[Line, ...] = ()
    off: tuple[str, ...] = ()


MAPS: Final[dict[int, Drawn]] = {
    259: Drawn(
        {"Doorkeeper": (96, 300), "The Planner": (262, 120), "Fine Thanks": (90, 96)},
        (("The Planner", "unsure", "Fine Thanks"),),
    ),
    214: Drawn(
        {
            "Doorkeeper": (96, 300),
            "The Planner": (262, 120),
            "Fine Thanks": (90, 96),
            "Static": (180, 372),
        },
        (("The Planner", "backs_up", "Fine Thanks"), ("Doorkeeper", "unsure", "Static")),
    ),
    139: Drawn(
        {
            "Doorkeeper": (112, 348),
            "The Planner": (284, 150),
            "Fine Thanks": (176, 70),
            "Static": (268, 330),
            "Moss": (60, 240),
        },
        (
            ("The Planner", "backs_up", "Fine Thanks"),
            ("The Planner", "pulls_against", "Static"),
            ("Doorkeeper", "protects", "Moss"),
        ),
    ),
    68: Drawn(
        {
            "Doorkeeper": (70, 120),
            "The Planner": (284, 150),
            "Static": (268, 330),
            "Moss": (60, 290),
        },
        (
            ("Doorkeeper", "avoids", "The Planner"),
            ("The Planner", "pulls_against", "Static"),
            ("Doorkeeper", "protects", "Moss"),
        ),
        off=("Kite",),
    ),
    6: Drawn(
        {
            "Doorkeeper": (84, 102),
            "The Planner": (268, 92),
            "Moss": (70, 302),
            "Static": (278, 304),
            "Kite": (176, 396),
        },
        (
            ("Doorkeeper", "backs_up", "The Planner"),
            ("Doorkeeper", "protects", "Moss"),
            ("The Planner", "pulls_against", "Static"),
            ("Moss", "avoids", "Static"),
            ("Kite", "unsure", "Static"),
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What happens in a sitting: with whom, what is said to which prompt, what is felt.

    It ends at the first prompt that nothing is said to, or where nothing more is felt.
    """

    who: tuple[str, ...]
    said: dict[str, tuple[str, ...]]
    toward: tuple[tuple[Toward, ...], ...] = ()
    end: Literal["finish", "decline", "stop"] = "finish"


SITTINGS: Final[dict[int, Told]] = {
    118: Told(
        ("Doorkeeper",),
        {
            "P11": ("Beside my left ear. Like somebody leaning in a doorway.",),
            "P32": ("That I've seen how early it gets up.",),
            "P33": ("For getting us home from the wedding in one piece.",),
        },
        (("curious",),),
    ),
    97: Told(("The Planner",), {"P12": ("Squared paper, and a bit of a hum.",)}, (("annoyed",),)),
    83: Told(("Static",), {"P13": ("Eleven. And then the neighbours' too.",)}, (("scared",),)),
    61: Told(
        ("Doorkeeper",),
        {
            "P14": ("Further off. Sitting down, I think.",),
            "P34": ("If I say so before I open, and not after.",),
        },
        (("caring", "curious"),),
    ),
    47: Told(
        ("The Planner",),
        {
            "P15": ("Quick, in small steps, like someone carrying full cups.",),
            "P35": ("That it likes them. The lists are how it says so.",),
            "P36": ("I'd take its coat, and ask nothing.",),
        },
        (("okay",),),
    ),
    33: Told(
        ("Static",),
        {"P16": ("My ears go full, and my jaw sets.",)},
        (("neutral",),),
        "decline",
    ),
    19: Told(
        ("The Planner", "Static"),
        {
            "P54": ("If we stop, it lands on Kit.", "If we don't stop, I'll stop us."),
            "P56": ("An evening that has an end.", "Quiet. Maybe the same quiet."),
        },
        (("curious",), ("neutral", "okay")),
    ),
    8: Told(("Doorkeeper",), {"P17": ("A nod, from across the room.",)}, end="stop"),
    3: Told(
        ("The Planner",),
        {
            "P18": ("Clipboard. It pretends not to like it.",),
            "P38": ("I'll read the list on Monday, with tea.",),
        },
        (("curious", "okay"),),
    ),
}
REFLECTIONS: Final[dict[int, tuple[str, str]]] = {
    352: ("C01", "The heron. And the woman at the till who'd kept me the last rye loaf."),
    338: ("P03", "Something that packs boxes, for a move that nobody has announced."),
    326: ("C12", "Told my cousin not this week. Sat badly until lunch, then all right."),
    297: ("P61", "In the laundrette, oddly. Warm drums, nobody in a hurry."),
    284: ("C04", "Kit kept my seat free with their coat 🧥 It was plenty."),
    263: ("P09", '"Keep up." That\'s the whole broadcast.'),
    245: ("C08", "That translating for Baba at the bank wears me out. His pride, and mine."),
    228: ("C25", "Choir. And my sister, when we cook and don't talk."),
    207: ("P07", "One that would like to swim in very cold water."),
    190: ("C16", "Half. Tomás and I both said sorry, facing the dishwasher."),
    171: ("P63", "Chopping onions. Wudu. The top deck of the 14, right at the front."),
    152: ("C10", "Help with the forms. Ines, maybe. Not over the phone."),
    137: ("P10", "The silly one, on the ferry. It waved at strangers."),
    116: ("C22", "The landlord. I signed thank you with one hand, the other stayed in my pocket."),
    101: ("P05", "Between the third email and the fourth. Someone picked up a clipboard."),
    84: ("C28", "I could send Noor the mosaic. No words, only the picture."),
    66: ("C13", "My nephew knocks and waits. At work they still push my chair unasked."),
    49: ("P64", "Clean sheets on a plain Wednesday."),
    37: ("C19", "That they'll want to fix it. Jun just sat down on the floor next to me."),
    24: ("P01", "The one that says it's fine before I've had a look."),
    13: ("C26", "Made the night porter laugh. Apparently I do that 😅"),
    4: ("C02", "A bit more. We peeled potatoes and hardly said a thing."),
}


def parts(today: datetime, known: Iterable[Person]) -> Iterator[Part]:
    """Five parts that go on, and one that rests; each was made on a day of its own."""
    ids = ids_of(known)
    for (id, at), told in zip(moments_of(today, PARTS, 32), PARTS.values(), strict=True):
        around = tuple(ids[name] for name in told.get("around", ()))
        rests = RESTS.get(told["name"])
        since = midnight_of(today, rests) + timedelta(hours=19) if rests else None
        yield Part(**{**told, "id": id, "at": at, "around": around, "resting_since": since})


def maps(today: datetime, made: Iterable[Part]) -> Iterator[PartMap]:
    """The map as it was left on five days."""
    ids = ids_of(made)
    for (id, at), day in zip(moments_of(today, MAPS, 34), MAPS.values(), strict=True):
        yield PartMap(
            id=id,
            at=at,
            spots=tuple(Spot(ids[name], x, y) for name, (x, y) in day.spots.items()),
            off=tuple(ids[name] for name in day.off),
            relations=tuple(Relation(ids[one], kind, ids[other]) for one, kind, other in day.lines),
        )


def sittings(today: datetime, made: Iterable[Part]) -> Iterator[Sitting]:
    """Short looks inward that have all ended: behind the gate, at it, or before."""
    named = {one.name: one for one in made}
    over: list[Sitting] = []
    for (id, at), told in zip(moments_of(today, SITTINGS, 35), SITTINGS.values(), strict=True):
        shelf = Shelf(asked=asked_before(over))
        part, *other = (named[name] for name in told.who)
        over.append(_led(begin(id, at, part, other[0] if other else None, shelf), told, shelf))
    yield from over


def _led(sitting: Sitting, told: Told, shelf: Shelf) -> Sitting:
    felt = iter(told.toward)
    while sitting.under_way and sitting.stage != "closed":
        asked = question(sitting, shelf)
        toward = next(felt, None) if asked is None else None
        if toward:
            sitting = feel(sitting, toward, shelf)
        elif asked is None or asked.id not in told.said:
            return _ended(sitting, told, shelf)
        else:
            sitting = _answered(sitting, asked, told, shelf)
    return finish(sitting)


def _answered(sitting: Sitting, asked: Prompt, told: Told, shelf: Shelf) -> Sitting:
    """With what was said to the prompt that is asked, or offered."""
    if sitting.stage == "open":
        sitting = go_on(sitting, shelf)
    whose = (sitting.part, sitting.other) if sitting.other else ("",)
    for part, text in zip(whose, told.said[asked.id], strict=True):
        sitting = write(sitting, asked, text, part)
    return go_on(sitting, shelf)


def _ended(sitting: Sitting, told: Told, shelf: Shelf) -> Sitting:
    if told.end == "decline":
        return decline(sitting, shelf)
    return stop(sitting) if told.end == "stop" else finish(sitting)


def reflections(today: datetime) -> Iterator[Reflection]:
    """What was written to the questions of some days, never to that of today."""
    for (id, at), (asked, text) in zip(
        moments_of(today, REFLECTIONS, 36), REFLECTIONS.values(), strict=True
    ):
        yield Reflection(id=id, at=at, prompt=asked, asked=prompt(asked).written, text=text)
