"""The web of people and places: who is on it and where, moved by hand and by keys, earlier days."""

import asyncio
import errno
import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any

import flet as ft
import flet.canvas as cv
import pytest

from domain import web
from domain.entries import Closeness, Mending, Person, Schedule, TherapySession
from domain.web import Node
from storage.journal import TinyJournal
from tests.views.parts import JUN, MADE, chosen, inside, is_off, shown, the
from tests.views.people import DAY, KIT, LU, happened, identifiers, label, near, read
from tests.views.stage import NOON, Stage, played
from tests.views.test_state import on_disk
from tests.views.therapy import SESSION, holding
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


def detector(stage: Stage, person: str) -> ft.GestureDetector | None:
    """What hears somebody being dragged."""
    node = stage.node(f"web-{person}")
    around = next(around for one, around in stage.controls() if one is node)
    found = [
        one
        for one in around
        if isinstance(one, ft.GestureDetector) and one.on_horizontal_drag_update
    ]
    return found[0] if found else None


async def tell(stage: Stage, person: str, name: str, at: tuple[float, float], **more: Any) -> None:
    """One piece of a drag, to whoever hears it."""
    found = detector(stage, person)
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


# -- who is on it ------------------------------------------------------------------------------


def test_everybody_of_whom_closeness_was_told_is_a_node_and_a_sentence() -> None:
    async def act() -> None:
        mended = (Mending(NOON - DAY, "mended"),)
        journal = holding(
            *THREE,
            near("dee", "Dee", (2, 1, None), angle=140.0),
            near("eli", "Eli", (2, 1, None), angle=270.0),
            happened("m", 5, people=("ana",)),
            happened("n", 5, people=("cy",), mending=mended),
            happened("o", 5, people=("dee",), mending=(replace(mended[0], state="partly"),)),
            happened("p", 5, people=("eli",), mending=(replace(mended[0], state="not_safe"),)),
        )
        async with Stage(journal, PLACE) as stage:
            said = {
                "ana": "Ana, my person, closeness 4, something open",
                "bo": "Bo Lind, closeness 2",
                "cy": "Cy, closeness 6, mended",
                "dee": "Dee, closeness 1, partly mended",
                "eli": "Eli, closeness 1, left as it is",
            }
            assert on_web(stage) == set(said)
            for id, words in said.items():
                assert label(stage, f"web-{id}") == label(stage, f"in-words-{id}") == words
            assert shown(stage, "in-words-") == [f"in-words-{id}" for id in said]
            summary = label(stage, "web")
            assert "5 are on it" in summary
            assert "you in the middle" in summary

    played(act)


def test_one_alone_is_said_to_be_one() -> None:
    async def act() -> None:
        async with Stage(holding(ANA), PLACE) as stage:
            assert "1 is on it" in label(stage, "web")
            assert stage.node("web-time")

    played(act)


def test_who_was_not_told_of_is_offered_below_and_who_rests_is_not() -> None:
    async def act() -> None:
        journal = holding(
            ANA,
            LU,
            replace(KIT, closeness=ANA.closeness),
            near("off", "Off", (3, 4, 4), (1, None, 4)),
            near("ahead", "Ahead", (-3, 4, 4)),
        )
        async with Stage(journal, PLACE) as stage:
            assert on_web(stage) == {"ana"}
            assert "Not on the web yet" in read(stage)
            assert set(shown(stage, "off-web-")) == {"off-web-lu", "off-web-off", "off-web-ahead"}
            await stage.tap("off-web-lu")
            assert stage.page.route == "/people/lu"
            await stage.tap("now-3")
            await stage.go(PLACE)
            assert on_web(stage) == {"ana", "lu"}

    played(act)


def test_with_nobody_on_it_there_is_the_middle_and_a_way() -> None:
    async def act() -> None:
        async with Stage(holding(JUN), PLACE) as stage:
            assert "0 are on it" in label(stage, "web")
            assert "me" in read(stage)
            assert shown(stage, "in-words-") == []
            assert shown(stage, "off-web-") == ["off-web-jun"]
            assert stage.node("web-time") is None

    played(act)


@pytest.mark.parametrize("count", [1, 2, 16, 17, 60])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nodes_stand_apart_and_out_of_the_middle(count: int, width: float) -> None:
    async def act() -> None:
        many = [
            near(f"p{n}", f"P{n}", (1, n % 7 + 1, None), angle=(n * 47) % 90.0)
            for n in range(count)
        ]
        async with Stage(holding(*many), PLACE, width=width) as stage:
            spots, there = drawn(stage), nodes(stage)
            assert set(spots) == set(there) == {one.id for one in many}
            half = web.size_of(there.values())
            for id, (x, y) in spots.items():
                assert (x, y) == pytest.approx(there[id].at, abs=1)
                assert math.hypot(x, y) > web.MIDDLE + there[id].radius
                assert abs(x) + there[id].radius <= half[0] + 1
                assert abs(y) + there[id].radius <= half[1] + 1
            for one, other in combinations(spots, 2):
                apart = there[one].radius + there[other].radius
                assert math.dist(spots[one], spots[other]) > apart
            named = [one for one in many if one.name in _beside_nodes(stage)]
            assert len(named) == (count if count <= 16 else 0)

    played(act)


@pytest.mark.parametrize("count", [2, 6, 16, 60])
def test_a_finger_on_a_mark_touches_nobody_else(count: int) -> None:
    async def act() -> None:
        many = [
            near(f"p{n}", f"P{n}", (1, n % 7 + 1, None), angle=(n * 47) % 360.0)
            for n in range(count)
        ]
        async with Stage(holding(*many), PLACE) as stage:
            found, here = pixels(stage), nodes(stage)
            scale = web_width(stage.state) / (2 * web.size_of(here.values())[0])
            for id, one in found.items():
                half = here[id].radius * scale / 2
                for dx, dy in ((0, 0), (half, 0), (-half, 0), (0, half), (0, -half)):
                    x, y = one.x + dx, one.y + dy
                    assert [other for other, it in found.items() if it.holds(x, y)][-1] == id

    played(act)


def _beside_nodes(stage: Stage) -> list[str]:
    """The names that are drawn on the web itself."""
    return [one.value for one in inside(stage, "web") if isinstance(one, ft.Text)]


def test_of_very_many_the_chosen_one_is_named() -> None:
    async def act() -> None:
        many = [near(f"p{n}", f"Name {n}", (1, 4, None), angle=n * 18.0) for n in range(20)]
        async with Stage(holding(*many), PLACE) as stage:
            await stage.tap("web-p3")
            assert [one for one in _beside_nodes(stage) if "Name" in one] == ["Name 3"]

    played(act)


def test_names_turn_to_initials_on_the_web_and_stay_in_words() -> None:
    async def act() -> None:
        async with Stage(holding(*THREE), PLACE) as stage:
            assert "Bo Lind" in _beside_nodes(stage)
            await stage.tap("web-initials")
            names = _beside_nodes(stage)
            assert "B. L." in names
            assert not {"Bo Lind", "Ana", "Cy"} & set(names)
            assert label(stage, "in-words-bo").startswith("Bo Lind")
            await stage.tap("web-initials")
            assert "Bo Lind" in _beside_nodes(stage)

    played(act)


def test_with_large_text_all_is_there_as_well() -> None:
    async def act() -> None:
        async with Stage(holding(*THREE, LU), PLACE, text_scale=2) as stage:
            large = identifiers(stage)
        async with Stage(holding(*THREE, LU), PLACE) as stage:
            assert identifiers(stage) == large

    played(act)


# -- choosing and moving -----------------------------------------------------------------------


def test_a_tap_chooses_a_second_one_opens() -> None:
    async def act() -> None:
        async with Stage(holding(*THREE), PLACE) as stage:
            for tap in ("web-bo", "web-ana", "web-bo"):
                await stage.tap(tap)
                assert stage.page.route == PLACE
            assert chosen(stage, "web-") == ["web-bo"]
            assert "closeness 2" in read(stage)
            await stage.tap("web-bo")
            assert stage.page.route == "/people/bo"

    played(act)


def test_a_tap_on_a_line_in_words_opens_the_page() -> None:
    async def act() -> None:
        async with Stage(holding(*THREE), PLACE) as stage:
            await stage.tap("in-words-ana")
            assert stage.page.route == "/people/ana"

    played(act)


def test_whoever_is_chosen_is_opened_and_let_go_by_buttons() -> None:
    async def act() -> None:
        async with Stage(holding(*THREE), PLACE) as stage:
            assert stage.node("web-open") is None
            await stage.tap("web-bo")
            await stage.tap("web-done")
            assert chosen(stage, "web-") == []
            assert stage.node("web-open") is None
            await stage.tap("web-bo")
            await stage.tap("web-open")
            assert stage.page.route == "/people/bo"

    played(act)


@pytest.mark.parametrize(
    ("button", "keys", "way"),
    # Cy stands at the left, a little above the middle: upwards and to the right is clockwise.
    [("web-on", ("Arrow Right", "Arrow Up"), 1), ("web-back", ("Arrow Left", "Arrow Down"), -1)],
)
def test_whoever_is_chosen_is_moved_round_by_buttons_and_keys(
    button: str, keys: tuple[str, ...], way: int
) -> None:
    async def act() -> None:
        journal = holding(*THREE)
        before = angles(journal)
        async with Stage(journal, PLACE) as stage:
            await press(stage, keys[0])
            assert angles(journal) == before
            await stage.tap("web-cy")
            await stage.tap(button)
            for key in keys:
                await press(stage, key)
            await press(stage, keys[0], "key_repeat")
            await press(stage, "Enter")
            moved = {**before, "cy": pytest.approx(200 + 4 * way * web.STEP)}
            assert angles(journal) == moved
            assert the(journal, Person, "cy").closeness == CY.closeness
            assert chosen(stage, "web-") == ["web-cy"]

    played(act)


def test_a_step_goes_past_whoever_stands_there() -> None:
    async def act() -> None:
        beside = replace(BO, angle=24.0, closeness=CY.closeness)
        journal = holding(replace(CY, angle=0.0), beside)
        async with Stage(journal, PLACE) as stage:
            await stage.tap("web-cy")
            for _ in range(4):
                await stage.tap("web-on")
            assert 24 < angles(journal)["cy"] < 180
            assert angles(journal)["bo"] == 24.0

    played(act)


def test_of_quick_steps_none_is_lost() -> None:
    async def act() -> None:
        journal = holding(*THREE)
        async with Stage(journal, PLACE) as stage:
            await stage.tap("web-cy")
            await asyncio.gather(*(press(stage, "Arrow Right") for _ in range(4)))
            assert angles(journal)["cy"] == pytest.approx(200 + 4 * web.STEP)

    played(act)


@pytest.mark.parametrize("way", DRAGS)
def test_a_drag_moves_one_round_and_nobody_else_and_is_kept_when_it_ends(way: str) -> None:
    async def act() -> None:
        journal = holding(*THREE)
        async with Stage(journal, PLACE) as stage:
            before, was = drawn(stage), angles(journal)
            far = nodes(stage)["ana"].distance
            await hold(stage, "ana", 120, -120, way)
            meanwhile = drawn(stage)
            assert angles(journal) == was
            turned = math.radians(315)
            spot = (far * math.cos(turned), far * math.sin(turned))
            assert meanwhile["ana"] == pytest.approx(spot, abs=1)
            assert {**meanwhile, "ana": ()} == {**before, "ana": ()}
            await drag(stage, "ana", 120, -120, way)
            assert angles(journal) == {**was, "ana": pytest.approx(315)}
            assert drawn(stage)["ana"] == pytest.approx(spot, abs=1)
            assert the(journal, Person, "ana").closeness == ANA.closeness
            await stage.go("/")
            await stage.go(PLACE)
            assert drawn(stage)["ana"] == pytest.approx(spot, abs=1)
            assert chosen(stage, "web-") == []

    played(act)


@pytest.mark.parametrize("factor", [0.1, 0.5, 3, 100])
def test_how_far_out_one_is_dragged_changes_no_closeness(factor: float) -> None:
    async def act() -> None:
        journal = holding(*THREE)
        async with Stage(journal, PLACE) as stage:
            far = nodes(stage)["ana"].distance
            await drag(stage, "ana", 100 * factor, 100 * factor)
            assert nodes(stage)["ana"].distance == far
            assert angles(journal)["ana"] == pytest.approx(45)
            assert the(journal, Person, "ana").closeness == ANA.closeness

    played(act)


def test_who_is_dropped_upon_another_stands_beside_them() -> None:
    async def act() -> None:
        near_bo = replace(ANA, closeness=BO.closeness)
        journal = holding(near_bo, BO)
        async with Stage(journal, PLACE) as stage:
            x, y = nodes(stage)["bo"].at
            await drag(stage, "ana", x + 1, y)
            assert angles(journal)["bo"] == BO.angle
            one, other = nodes(stage)["ana"], nodes(stage)["bo"]
            assert math.dist(one.at, other.at) >= one.radius + other.radius
            assert abs(angles(journal)["ana"] - 90) < 45

    played(act)


def test_each_drag_begins_where_the_last_one_ended() -> None:
    async def act() -> None:
        journal = holding(ANA)
        async with Stage(journal, PLACE) as stage:
            for degrees in (30, 60, 90, 120):
                turn = math.radians(degrees)
                await drag(stage, "ana", 100 * math.cos(turn), 100 * math.sin(turn))
                assert angles(journal)["ana"] == pytest.approx(degrees)

    played(act)


def test_a_move_that_cannot_be_kept_is_seen_and_kept_later() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(*THREE)
        async with Stage(journal, PLACE) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await drag(stage, "ana", 100, 100)
            assert nodes(stage)["ana"].angle == pytest.approx(45)
            assert "Not saved yet" in stage.words()
            disk.fault = None
            await stage.tap("try-again")
            assert angles(journal)["ana"] == pytest.approx(45)

    played(act)


# -- other days --------------------------------------------------------------------------------


def test_closeness_told_on_two_days_is_seen_on_the_web_of_both() -> None:
    async def act() -> None:
        journal = holding(near("jun", "Jun", (2, 2, None), angle=0.0))
        async with Stage(journal, "/people/jun") as stage:
            await stage.tap("now-6")
            await stage.go(PLACE)
            assert label(stage, "web-jun") == "Jun, closeness 6"
            assert drawn(stage)["jun"][0] == pytest.approx(web.ring(6), abs=1)
            assert "As of today" in read(stage)
            await slide(stage, 0)
            assert label(stage, "web-jun") == "Jun, closeness 2"
            assert drawn(stage)["jun"][0] == pytest.approx(web.ring(2), abs=1)
            assert "As of Sunday 7 June" in read(stage)
            await slide(stage, 1)
            assert label(stage, "web-jun") == "Jun, closeness 6"

    played(act)


def test_an_earlier_day_has_who_was_told_of_by_then_and_what_was_open_then() -> None:
    async def act() -> None:
        told = (Mending(NOON - 8 * DAY, "open"), Mending(NOON - 3 * DAY, "mended"))
        journal = holding(
            *THREE, LU, happened("m", 9, people=("ana",), mending=told), happened("n", 1)
        )
        async with Stage(journal, PLACE) as stage:
            assert label(stage, "web-ana").endswith("closeness 4, mended")
            assert slider(stage).value == slider(stage).max == 2
            await slide(stage, 0)
            assert "As of Sunday 31 May" in read(stage)
            assert on_web(stage) == {"ana"}
            assert label(stage, "web-ana").endswith("closeness 3, something open")
            assert "1 is on it" in label(stage, "web")
            assert "Ana, my person, closeness 3, something open" in read(stage)
            assert not any("Bo Lind" in line for line in read(stage))
            await slide(stage, 1)
            assert "As of Sunday 7 June" in read(stage)
            assert on_web(stage) == {"ana", "bo", "cy"}

    played(act)


def test_on_an_earlier_day_nothing_can_be_moved_or_told() -> None:
    async def act() -> None:
        journal = holding(*THREE, LU)
        before = journal.all(Person)
        async with Stage(journal, PLACE) as stage:
            await stage.tap("web-ana")
            assert detector(stage, "ana")
            await slide(stage, 1)
            assert detector(stage, "ana") is None
            await press(stage, "Arrow Right")
            assert journal.all(Person) == before
            for gone in ("web-on", "web-back", "web-open", "in-words-ana", "off-web-lu"):
                assert stage.node(gone) is None, gone
            assert "Not on the web yet" not in read(stage)
            await slide(stage, 2)
            assert detector(stage, "ana")
            assert stage.node("web-on")

    played(act)


def test_the_days_are_those_told_on_and_those_of_sessions_since() -> None:
    async def act() -> None:
        weekly = Schedule(
            id="W",
            rule="FREQ=WEEKLY",
            start=datetime(2026, 4, 2, 14),  # noqa: DTZ001
            zone="UTC",
        )
        gone = TherapySession(id="W-20260528T1400", at=NOON, status="i_cancelled")
        moved = replace(gone, at=datetime(2026, 5, 28, 14, tzinfo=NOON.tzinfo))
        journal = holding(near("jun", "Jun", (20, 2, None), (2, 3, None)), weekly, moved)
        async with Stage(journal, PLACE) as stage:
            days = [
                ("As of Wednesday 20 May", False),
                ("As of Thursday 21 May", True),
                ("As of Thursday 4 June", True),
                ("As of Sunday 7 June", False),
                ("As of today", False),
            ]
            assert slider(stage).divisions == len(days) - 1
            for place, (words, _) in enumerate(days):
                await slide(stage, place)
                assert words in read(stage)
            assert "dots are sessions" in read(stage)
            assert len(_dots(stage)) == sum(held for _, held in days)

    played(act)


def _dots(stage: Stage) -> list[cv.Shape]:
    """What is drawn on the track of the slider."""
    time = stage.node("web-time")
    around = next(around for one, around in stage.controls() if one is time)
    track = next(one for one in reversed(around) if isinstance(one, ft.Stack))
    return [
        shape
        for one in track.controls
        if isinstance(one, cv.Canvas)
        for shape in one.shapes
        if isinstance(shape, cv.Circle)
    ]


def test_without_another_day_there_is_no_slider() -> None:
    async def act() -> None:
        async with Stage(holding(near("jun", "Jun", (0, 4, None))), PLACE) as stage:
            assert stage.node("web-time") is None
            assert "dots are sessions" not in read(stage)
        async with Stage(holding(JUN, SESSION), PLACE) as stage:
            assert stage.node("web-time") is None

    played(act)


def test_the_day_that_is_shown_stays_when_something_else_changes() -> None:
    async def act() -> None:
        journal = holding(*THREE)
        async with Stage(journal, PLACE) as stage:
            await slide(stage, 0)
            journal.put(replace(LU, closeness=(Closeness(NOON, 3),)))
            await stage.settle()
            assert "As of Sunday 31 May" in read(stage)
            await stage.tap("web-initials")
            assert "As of Sunday 31 May" in read(stage)

    played(act)


def test_a_tap_on_an_earlier_day_chooses_and_a_second_one_opens() -> None:
    async def act() -> None:
        async with Stage(holding(*THREE), PLACE) as stage:
            await slide(stage, 0)
            await stage.tap("web-ana")
            assert chosen(stage, "web-") == ["web-ana"]
            await stage.tap("web-ana")
            assert stage.page.route == "/people/ana"

    played(act)


# -- depth -------------------------------------------------------------------------------------


def test_where_less_motion_is_asked_for_no_turn_is_offered() -> None:
    async def act() -> None:
        async with Stage(holding(*THREE), PLACE, still=True) as stage:
            assert stage.node("web-turn") is None
            assert "Turn it gently" not in stage.words()
            stage.state.still = False
            await stage.settle()
            assert stage.node("web-turn")

    played(act)


async def _until_still(stage: Stage) -> None:
    """A turn that was ended notices that within one of its pictures."""
    await _until(lambda: label(stage, "web-turn") == "Turn it gently", stage)


async def _until(true: Callable[[], bool], stage: Stage) -> None:
    begun = asyncio.get_running_loop().time()
    while not true():
        assert asyncio.get_running_loop().time() - begun < 10
        await stage.settle()


def test_it_is_still_until_it_is_turned_and_can_be_held_still_again() -> None:
    async def act() -> None:
        journal = holding(*THREE)
        before = journal.all(Person)
        async with Stage(journal, PLACE) as stage:
            still = drawn(stage)
            assert label(stage, "web-turn") == "Turn it gently"
            await stage.settle()
            assert drawn(stage) == still
            await stage.tap("web-turn")
            assert label(stage, "web-turn") == "Hold it still"
            await _until(lambda: stage.node("web-ana") is None, stage)
            await stage.tap("web-turn")
            await _until_still(stage)
            assert drawn(stage) == still
            assert detector(stage, "ana")
            assert journal.all(Person) == before

    played(act)


def test_leaving_while_it_turns_ends_that() -> None:
    async def act() -> None:
        async with Stage(holding(*THREE), PLACE) as stage:
            await stage.tap("web-turn")
            await stage.go("/")
            await stage.go(PLACE)
            assert label(stage, "web-turn") == "Turn it gently"
            assert detector(stage, "ana")

    played(act)


# -- beside it ---------------------------------------------------------------------------------


def test_the_legend_names_four_lines_and_none_is_a_verdict() -> None:
    async def act() -> None:
        async with Stage(holding(near("jun", "Jun", (0, 4, None))), PLACE) as stage:
            lines = read(stage)
            for words in ("something open", "partly mended", "mended", "left as it is"):
                assert lines.count(words) == 1
            assert not is_off(stage, "share-web")

    played(act)


def test_who_is_deleted_or_rests_leaves_the_others_where_they_are() -> None:
    async def act() -> None:
        journal = holding(*THREE)
        async with Stage(journal, PLACE) as stage:
            before = drawn(stage)
            await stage.tap("web-bo")
            journal.remove(the(journal, Person, "bo"))
            await stage.settle()
            after = drawn(stage)
            assert after == {id: spot for id, spot in before.items() if id != "bo"}
            assert stage.node("web-open") is None
            journal.put(replace(CY, resting_since=NOON))
            await stage.settle()
            assert on_web(stage) == {"ana"}

    played(act)


def test_who_is_added_stands_where_most_room_is_and_moves_nobody() -> None:
    async def act() -> None:
        journal = holding(ANA, BO)
        async with Stage(journal, PLACE) as stage:
            before = drawn(stage)
            await stage.go("/people/new")
            await stage.type("person-name", "Dee")
            await stage.tap("keep-person")
            await stage.tap("now-2")
            await stage.go(PLACE)
            new = next(one for one in journal.all(Person) if one.name == "Dee")
            assert new.angle == pytest.approx(225)
            after = drawn(stage)
            assert {id: after[id] for id in before} == before

    played(act)


def test_a_rest_that_begins_later_is_seen_on_the_days_before() -> None:
    async def act() -> None:
        rests = replace(CY, resting_since=NOON - timedelta(hours=1))
        journal = holding(ANA, rests, Person(id="x", at=MADE, name="X"))
        async with Stage(journal, PLACE) as stage:
            assert on_web(stage) == {"ana"}
            assert shown(stage, "off-web-") == ["off-web-x"]
            await slide(stage, 1)
            assert on_web(stage) == {"ana", "cy"}

    played(act)
