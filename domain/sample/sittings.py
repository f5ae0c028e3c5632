"""A year of invented looks inward, and of answered questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from domain.entries import Part, Reflection, Sitting, Toward
from domain.language import N_, tr
from domain.prompts import Prompt, prompt
from domain.sample.making import moments_of
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


@dataclass(frozen=True, slots=True)
class Told:
    """What happens in a sitting: with whom, what is said to which prompt, what is felt.

    It ends at the first prompt that nothing is said to, or where nothing more is felt.
    """

    who: tuple[str, ...]
    said: dict[str, tuple[str, ...]]
    toward: tuple[tuple[Toward, ...], ...] = ()
    end: Literal["finish", "decline", "stop"] = "finish"


# Days are counted back from today; none is so near that it could still lie ahead.
SITTINGS: Final[dict[int, Told]] = {
    118: Told(
        ("doorkeeper",),
        {
            "P11": (N_("Beside my left ear. Like somebody leaning in a doorway."),),
            "P32": (N_("That I've seen how early it gets up."),),
            "P33": (N_("For getting us home from the wedding in one piece."),),
        },
        (("curious",),),
    ),
    97: Told(("planner",), {"P12": (N_("Squared paper, and a bit of a hum."),)}, (("annoyed",),)),
    83: Told(("static",), {"P13": (N_("Eleven. And then the neighbours' too."),)}, (("scared",),)),
    61: Told(
        ("doorkeeper",),
        {
            "P14": (N_("Further off. Sitting down, I think."),),
            "P34": (N_("If I say so before I open, and not after."),),
        },
        (("caring", "curious"),),
    ),
    47: Told(
        ("planner",),
        {
            "P15": (N_("Quick, in small steps, like someone carrying full cups."),),
            "P35": (N_("That it likes them. The lists are how it says so."),),
            "P36": (N_("I'd take its coat, and ask nothing."),),
        },
        (("okay",),),
    ),
    33: Told(
        ("static",),
        {"P16": (N_("My ears go full, and my jaw sets."),)},
        (("neutral",),),
        "decline",
    ),
    19: Told(
        ("planner", "static"),
        {
            "P54": (N_("If we stop, it lands on Kit."), N_("If we don't stop, I'll stop us.")),
            "P56": (N_("An evening that has an end."), N_("Quiet. Maybe the same quiet.")),
        },
        (("curious",), ("neutral", "okay")),
    ),
    8: Told(("doorkeeper",), {"P17": (N_("A nod, from across the room."),)}, end="stop"),
    3: Told(
        ("planner",),
        {
            "P18": (N_("Clipboard. It pretends not to like it."),),
            "P38": (N_("I'll read the list on Monday, with tea."),),
        },
        (("curious", "okay"),),
    ),
}
REFLECTIONS: Final[dict[int, tuple[str, str]]] = {
    352: ("C01", N_("The heron. And the woman at the till who'd kept me the last rye loaf.")),
    338: ("P03", N_("Something that packs boxes, for a move that nobody has announced.")),
    326: ("C12", N_("Told my cousin not this week. Sat badly until lunch, then all right.")),
    297: ("P61", N_("In the laundrette, oddly. Warm drums, nobody in a hurry.")),
    284: ("C04", N_("Kit kept my seat free with their coat 🧥 It was plenty.")),
    263: ("P09", N_('"Keep up." That\'s the whole broadcast.')),
    245: ("C08", N_("That translating for Baba at the bank wears me out. His pride, and mine.")),
    228: ("C25", N_("Choir. And my sister, when we cook and don't talk.")),
    207: ("P07", N_("One that would like to swim in very cold water.")),
    190: ("C16", N_("Half. Tomás and I both said sorry, facing the dishwasher.")),
    171: ("P63", N_("Chopping onions. Wudu. The top deck of the 14, right at the front.")),
    152: ("C10", N_("Help with the forms. Ines, maybe. Not over the phone.")),
    137: ("P10", N_("The silly one, on the ferry. It waved at strangers.")),
    116: (
        "C22",
        N_("The landlord. I signed thank you with one hand, the other stayed in my pocket."),
    ),
    101: ("P05", N_("Between the third email and the fourth. Someone picked up a clipboard.")),
    84: ("C28", N_("I could send Noor the mosaic. No words, only the picture.")),
    66: ("C13", N_("My nephew knocks and waits. At work they still push my chair unasked.")),
    49: ("P64", N_("Clean sheets on a plain Wednesday.")),
    37: ("C19", N_("That they'll want to fix it. Jun just sat down on the floor next to me.")),
    24: ("P01", N_("The one that says it's fine before I've had a look.")),
    13: ("C26", N_("Made the night porter laugh. Apparently I do that 😅")),
    4: ("C02", N_("A bit more. We peeled potatoes and hardly said a thing.")),
}


def sittings(today: datetime, made: Mapping[str, Part]) -> Iterator[Sitting]:
    """Short looks inward that have all ended: behind the gate, at it, or before."""
    over: list[Sitting] = []
    for (id, at), told in zip(moments_of(today, SITTINGS, 35), SITTINGS.values(), strict=True):
        shelf = Shelf(asked=asked_before(over))
        part, *other = (made[key] for key in told.who)
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
        sitting = write(sitting, asked, tr(text), part)
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
        yield Reflection(id=id, at=at, prompt=asked, asked=prompt(asked).text, text=tr(text))
