"""A sitting for the tests: with whom it is, what may be asked in it, and how it begins."""

from collections.abc import Iterable
from datetime import UTC, datetime

from domain import sittings
from domain.entries import OwnPrompt, Part, Sitting
from domain.prompts import Prompt
from domain.sittings import KNOWING, KNOWING_TWO, NOTICING, NOTICING_TWO, Shelf

NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)
OWL = Part(id="owl", at=NOON, name="Owl")
EEL = Part(id="eel", at=NOON, name="Eel")
OWN = (
    OwnPrompt("first", "What colour is the day?", "notice"),
    OwnPrompt("second", "What would you pack for it?", "know"),
    OwnPrompt("blank", "  ", "notice"),
    OwnPrompt("today", "What was on the table?", "day"),
)
EMPTY = Shelf()
EVERY = (*NOTICING, *NOTICING_TWO, *KNOWING, *KNOWING_TWO)


def ids(some: Iterable[Prompt]) -> list[str]:
    """Their ids, in order."""
    return [one.id for one in some]


def begun(shelf: Shelf = EMPTY, other: Part | None = None) -> Sitting:
    """One with the owl, and perhaps another, at its first step."""
    return sittings.begin("s", NOON, OWL, other, shelf)
