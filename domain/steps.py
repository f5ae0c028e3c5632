"""What the steps of the scales are called."""

from domain.language import trp
from domain.looking_back.diary import Measure


def ease(step: int) -> str:
    """A step of how it feels, from 1."""
    return (
        trp("how it feels", "very hard"),
        trp("how it feels", "hard"),
        trp("how it feels", "a bit hard"),
        trp("how it feels", "in between"),
        trp("how it feels", "a bit easy"),
        trp("how it feels", "easy"),
        trp("how it feels", "very easy"),
    )[step - 1]


def energy(step: int) -> str:
    """A step of energy, from 1."""
    return (
        trp("energy", "very low"),
        trp("energy", "low"),
        trp("energy", "a bit low"),
        trp("energy", "medium"),
        trp("energy", "a bit high"),
        trp("energy", "high"),
        trp("energy", "very high"),
    )[step - 1]


def ends_of(measure: Measure) -> tuple[str, str]:
    """What the lowest and the highest step of a measure are."""
    match measure:
        case "pleasantness":
            return trp("how it feels", "hard"), trp("how it feels", "easy")
        case "energy":
            return trp("energy", "low"), trp("energy", "high")
        case _:
            return trp("connection", "cut off"), trp("connection", "connected")
