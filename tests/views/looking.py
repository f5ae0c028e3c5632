"""Looking back on a stage: journals with sessions, and tapping what is drawn."""

from typing import Any
from urllib.parse import quote

import flet as ft

from domain.entries import CheckIn, Here, TherapySession
from domain.looking_back.look import Look
from storage.journal import TinyJournal
from tests.views.parts import JUN, OWL, inside, shown
from tests.views.people import DAY, happened
from tests.views.stage import NOON, Stage
from tests.views.therapy import holding
from views.charts.all import MADE
from views.charts.chart import Chart, Target
from views.charts.seen import lens_of, room_of
from views.components.points import route_of

DAYS_AGO = (2, 9, 16, 23, 30, 37, 44)
RANGES = (
    "range-session",
    "range-weeks",
    "range-months",
    "range-year",
    "range-all",
    "range-sessions",
    "range-dates",
)
PLACE = "/look-back"


def session(days_ago: float, **more: Any) -> TherapySession:
    """A session that was, so many days ago, at two in the afternoon."""
    at = NOON.replace(hour=14) - days_ago * DAY
    return TherapySession(id=f"S{days_ago}", at=at, **{"status": "happened", **more})


def logged(days_ago: float, **more: Any) -> CheckIn:
    """A check-in of so many days ago, named after them."""
    at = NOON - days_ago * DAY
    answers = {"pleasantness": 3, "energy": 5, **more}
    return CheckIn(id=f"c{days_ago}", at=at, logged_at=at, **answers)


def with_sessions(*more: Any, of: tuple[int, ...] = DAYS_AGO) -> TinyJournal:
    """A journal with a check-in of each of 60 days, and a session a week."""
    return holding(
        *(session(ago) for ago in of),
        *(logged(ago, connection=4, parts=(Here("owl"),)) for ago in range(60)),
        *more,
    )


def with_little(*more: Any, of: tuple[int, ...] = DAYS_AGO) -> TinyJournal:
    """A journal with a session a week, an entry of today and one of 59 days ago."""
    return holding(*(session(ago) for ago in of), logged(0), logged(59), *more)


def stretch(stage: Stage) -> str:
    """The stretch that is said to be looked at."""
    found = [one for one in inside(stage, "stretch") if isinstance(one, ft.Text)]
    return found[0].value


def said(stage: Stage, name: str) -> str:
    """What a chart says."""
    found = [one for one in inside(stage, f"said-{name}") if isinstance(one, ft.Text)]
    return found[0].value


def cards(stage: Stage) -> list[str]:
    """The charts that are there, in order."""
    return [one.removeprefix("card-") for one in shown(stage, "card-")]


def made_of(stage: Stage) -> dict[str, Chart]:
    """All charts that there are of the range that is looked at."""
    state = stage.state
    sessions = state.looking.sessions()
    of = lens_of(state, state.looking.stretch(sessions), sessions)
    made = {name: make(of, room_of(state)) for name, make in MADE.items()}
    return {name: chart for name, chart in made.items() if chart}


def told(made: Chart) -> str:
    """What the card of a chart says: how it is read, and what is in it."""
    return f"{made.how} {made.said}".strip()


def targets(stage: Stage, name: str) -> tuple[Target, ...]:
    """What can be tapped in a chart of the range that is looked at."""
    return made_of(stage)[name].drawing.targets


async def touch(stage: Stage, name: str, x: float, y: float) -> None:
    """Tap a place of a drawing."""
    found = [one for one in inside(stage, f"chart-{name}") if isinstance(one, ft.GestureDetector)]
    point = {"x": x, "y": y}
    await stage.fire(found[0], "tap_up", {"l": point, "g": point, "k": "touch"})


async def touch_target(stage: Stage, name: str, of: str = "") -> Target:
    """Tap the dot, cell or day that has an entry, or the last one."""
    every = targets(stage, name)
    one = next((each for each in every if of in each.entries), every[-1])
    await touch(stage, name, one.x, one.y)
    return one


def rows(stage: Stage) -> list[str]:
    """The entries that are shown, wherever."""
    return [one.removeprefix("entry-") for one in shown(stage, "entry-")]


def full(*more: Any) -> Any:
    """A journal in which every chart has something."""
    return with_sessions(
        OWL,
        JUN,
        happened("m", 1, "rupture", people=("jun",)),
        logged(0.05, feelings=("shy",), body=("jaw",), parts=(Here("owl"),), connection=6,
               connected_with="jun"),
        logged(1.05, feelings=("shy",), body=("jaw",)),
        *more,
    )  # fmt: skip


def on_list(stage: Stage) -> list[str]:
    """What the points on the list say."""
    return [stage.state.bringing.words(one) for one in stage.state.bringing.on_list()]


def route(look: Look | str) -> str:
    """The page of a look, or of something that should be one."""
    return route_of(look) if isinstance(look, Look) else f"{PLACE}/look/{quote(look, safe='')}"
