"""Parts, people and looks inward, for the tests of what taps on them become."""

from datetime import timedelta
from typing import TypeVar

import flet as ft

from domain.entries import CheckIn, Entry, Here, Part, Person, Sitting
from storage.journal import TinyJournal
from tests.views.stage import NOON, Stage

E = TypeVar("E", bound=Entry)

MADE = NOON - timedelta(days=30)
OWL = Part(id="owl", at=MADE, name="Owl", shape="star", color="plum")
EEL = Part(id="eel", at=MADE, name="Eel", shape="leaf", color="moss")
WREN = Part(id="wren", at=MADE, name="Wren", role="tender")
NEWT = Part(id="newt", at=MADE, name="Newt", resting_since=MADE + timedelta(days=9))
JUN = Person(id="jun", at=MADE, name="Jun")
NOOR = Person(id="noor", at=MADE, name="Noor")


def check_in(id: str, days_ago: int, *here: Here, people: tuple[str, ...] = ()) -> CheckIn:
    """One of so many days ago, with these parts and people."""
    at = NOON - timedelta(days=days_ago)
    return CheckIn(id=id, at=at, logged_at=at, people=people, parts=here)


def the(journal: TinyJournal, kind: type[E], id: str) -> E:
    """The entry of a kind with that id, which is there."""
    found = journal.get(kind, id)
    assert found is not None, id
    return found


def the_one(journal: TinyJournal, kind: type[E]) -> E:
    """The only entry of a kind."""
    (found,) = journal.all(kind)
    return found


def written(sitting: Sitting) -> list[tuple[str, str, str]]:
    """What was answered in a sitting: to which prompt, whose answer it is, the words."""
    return [(one.prompt, one.part, one.text) for one in sitting.written]


def held(stage: Stage, identifier: str) -> str:
    """What a field holds."""
    field = next(one for one in inside(stage, identifier) if isinstance(one, ft.TextField))
    assert isinstance(field.value, str)
    return field.value


def inside(stage: Stage, identifier: str) -> list[object]:
    """What is inside of something with that identifier."""
    node = stage.node(identifier)
    assert node is not None, f"no {identifier} in:\n{stage.words()}"
    return [one for one, around in stage.controls() if node in around]


def is_off(stage: Stage, identifier: str) -> bool:
    """Whether a button is there and can't be used."""
    found = [one for one in inside(stage, identifier) if isinstance(one, ft.TextButton)]
    assert len(found) == 1
    return found[0].on_click is None


def chosen(stage: Stage, beginning: str) -> list[str]:
    """What is chosen of the things whose identifiers begin so."""
    return [one.identifier or "" for one in _named(stage, beginning) if one.selected]


def shown(stage: Stage, beginning: str) -> list[str]:
    """The things whose identifiers begin so, in their order."""
    return [one.identifier or "" for one in _named(stage, beginning)]


def _named(stage: Stage, beginning: str) -> list[ft.Semantics]:
    every = [one for one, _ in stage.controls() if isinstance(one, ft.Semantics)]
    return [one for one in every if (one.identifier or "").startswith(beginning)]


async def begin(stage: Stage, *more: str) -> None:
    """Begin a look inward with Owl, or with Owl and another, and go on with these taps."""
    for tap in ("sit-begin", *more):
        await stage.tap(tap)


async def feel(stage: Stage, *toward: str) -> None:
    """Answer the gate."""
    for one in toward:
        await stage.tap(f"toward-{one}")
    await stage.tap("gate-go-on")
