"""People and places, moments, and where somebody stands on the web, for the tests of them."""

from datetime import timedelta
from typing import Any

import flet as ft

from domain.entries import LINES, AfterContact, Closeness, Moment, Person, Way
from tests.views.parts import MADE
from tests.views.stage import NOON, Stage
from views.keys import pressed

LU = Person(id="lu", at=MADE, name="Lu", bond="once together", color="rose")
KIT = Person(id="kit", at=MADE, name="Kit", color="moss", resting_since=MADE + timedelta(days=9))
THERAPIST = Person(id="ther", at=MADE, name="Ada Byrne", therapy="first")
DAY = timedelta(days=1)
NOD = Way(id="nod", at=NOON - DAY, name="Nodding", helps="The table goes on.", costs="Half of it.")
MORE: dict[str, Any] = {
    "could_say": "yes",
    "ways": ("nod",),
    "more_say": "unsure",
    "felt": ("safe",),
    "need": ("met",),
    "limit": ("missed",),
    "story": "an older one",
    "if_i_show": "that I am sad",
    "they_will": "leave",
    "turned_out": "surprised",
    "tags": ("only one",),
}


def near(id: str, name: str, *steps: tuple[int, int | None, int | None], **more: Any) -> Person:
    """Somebody with closeness as told so many days ago: (days ago, now, wish)."""
    told = tuple(Closeness(NOON - ago * DAY, now, wish) for ago, now, wish in steps)
    return Person(id=id, at=MADE, name=name, closeness=told, **more)


def happened(id: str, days_ago: float = 0, kind: Any = "rupture", **more: Any) -> Moment:
    """A moment of so many days ago."""
    at = NOON - days_ago * DAY
    return Moment(id=id, at=at, logged_at=at, kind=kind, **more)


def identifiers(stage: Stage) -> set[str]:
    """All things that have a name for whoever uses them."""
    every = (one for one, _ in stage.controls() if isinstance(one, ft.Semantics))
    return {one.identifier for one in every if one.identifier}


def label(stage: Stage, identifier: str) -> str:
    """What a screen reader says of something."""
    node = stage.node(identifier)
    assert node is not None, f"no {identifier} in:\n{stage.words()}"
    return node.label or ""


def turned_on(stage: Stage, identifier: str) -> bool:
    """Whether a switch is on."""
    node = stage.node(identifier)
    assert node is not None, f"no {identifier} in:\n{stage.words()}"
    return bool(node.toggled)


def read(stage: Stage) -> list[str]:
    """The texts that are shown, line by line, without what is only spoken."""
    return [one.value for one, _ in stage.controls() if isinstance(one, ft.Text)]


async def press_escape(stage: Stage) -> None:
    """Press Esc; the stage has no keyboard of a page, so its answer is asked for itself."""
    event = ft.KeyboardEvent(
        name="keyboard_event",
        control=stage.page,
        data=None,
        key="Escape",
        shift=False,
        ctrl=False,
        alt=False,
        meta=False,
    )
    await pressed(stage.state, event)
    await stage.settle()


def told(one: AfterContact) -> dict[str, str]:
    """The lines of a meeting that were answered."""
    return {line: getattr(one, line) for line in LINES if getattr(one, line)}
