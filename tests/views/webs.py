"""The web of people as tests see it: who is drawn where, dragged, stepped and turned back to."""

from dataclasses import dataclass
from typing import Any

import flet as ft

from domain import web
from domain.entries import Person
from domain.web import Node
from storage.journal import TinyJournal
from tests.views.parts import inside
from tests.views.people import near
from tests.views.stage import Stage
from views.web import web_width

PLACE = "/people"
DRAGS = ("horizontal", "vertical")
ANA = near("ana", "Ana", (9, 3, None), (2, 4, 5), angle=0.0, bond="my person")
BO = near("bo", "Bo Lind", (2, 2, None), angle=90.0)
CY = near("cy", "Cy", (2, 6, None), angle=200.0)
THREE = (ANA, BO, CY)


def nodes(stage: Stage) -> dict[str, Node]:
    """Who is on the web of today."""
    state = stage.state
    return {one.person.id: one for one in state.relating.web_on(state.today)}


def angles(journal: TinyJournal) -> dict[str, float]:
    """Where everybody was put."""
    return {one.id: one.angle for one in journal.all(Person)}


@dataclass(frozen=True)
class Drawn:
    """Where somebody is drawn, in pixels: the mark, and all that hears a tap."""

    x: float
    y: float
    radius: float
    left: float
    top: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a finger there is on it."""
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height


def pixels(stage: Stage) -> dict[str, Drawn]:
    """How each is drawn, the topmost last."""
    found: dict[str, Drawn] = {}
    ids = {f"web-{one.id}": one.id for one in stage.state.people}
    for one, around in list(stage.controls()):
        if not isinstance(one, ft.Semantics) or one.identifier not in ids:
            continue
        spots = [box for box in around if isinstance(box, ft.Container) and box.left is not None]
        tapped = next(
            box for box in inside(stage, one.identifier) if isinstance(box, ft.TextButton)
        )
        left, top, side = _number(spots[-1].left), _number(spots[-1].top), _number(tapped.width)
        assert tapped.height == side
        middle = left + side / 2, top + side / 2
        found[ids[one.identifier]] = Drawn(*middle, side / 2, left, top, side, side)
    return found


def drawn(stage: Stage) -> dict[str, tuple[float, float]]:
    """Where each is drawn, from the middle of the web, in its units."""
    half = web.size_of(nodes(stage).values())
    scale = web_width(stage.state) / (2 * half[0])
    every = pixels(stage).items()
    return {id: (one.x / scale - half[0], one.y / scale - half[1]) for id, one in every}


def _number(value: Any) -> float:
    assert isinstance(value, int | float)
    return value


async def tell(stage: Stage, person: str, name: str, at: tuple[float, float], **more: Any) -> None:
    """One piece of a drag, to whoever hears it."""
    found = stage.draggable(f"web-{person}")
    assert found is not None, f"{person} can't be dragged"
    if getattr(found, f"on_{name}"):
        point = {"x": at[0], "y": at[1]}
        await stage.fire(found, name, {"l": point, "g": point, **more})


async def hold(stage: Stage, person: str, x: float, y: float, way: str = "horizontal") -> None:
    """Drag somebody to a place in units of the web, without letting go."""
    here = nodes(stage)[person].at
    half = web.size_of(nodes(stage).values())
    scale = web_width(stage.state) / (2 * half[0])
    right, down = (x - here[0]) * scale, (y - here[1]) * scale
    await tell(stage, person, f"{way}_drag_down", (50, 24))
    for share in (0.4, 1):
        at = (50 + share * right, 24 + share * down)
        await tell(stage, person, f"{way}_drag_update", at)


async def drag(stage: Stage, person: str, x: float, y: float, way: str = "horizontal") -> None:
    """The same, and let go."""
    await hold(stage, person, x, y, way)
    await tell(stage, person, f"{way}_drag_end", (0, 0), v={"x": 0, "y": 0})


async def press(stage: Stage, key: str, event: str = "key_down") -> None:
    """Press a key while the web has the keyboard."""
    found = [one for one in inside(stage, "web") if isinstance(one, ft.KeyboardListener)]
    await stage.fire(found[0], event, {"key": key})


def slider(stage: Stage) -> ft.Slider:
    """The slider through time."""
    return next(one for one in inside(stage, "web-time") if isinstance(one, ft.Slider))


async def slide(stage: Stage, to: float) -> None:
    """Move the slider to a stop, 0 the oldest."""
    one = slider(stage)
    stage.session.apply_patch(one._i, {"value": to})
    await stage.fire(one, "change", to)


def on_web(stage: Stage) -> set[str]:
    """Whose nodes are drawn."""
    ids = {one.id for one in stage.state.people}
    return {id for id in ids if stage.node(f"web-{id}")}
