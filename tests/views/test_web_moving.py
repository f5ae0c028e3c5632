"""The web by hand and by keys: who is chosen, opened and moved round it."""

import asyncio
import errno
import math
from dataclasses import replace

import pytest

from domain import web
from domain.entries import Person
from tests.views.parts import chosen, the
from tests.views.people import read
from tests.views.stage import Stage, played
from tests.views.test_state import on_disk
from tests.views.therapy import holding
from tests.views.webs import (
    ANA,
    BO,
    CY,
    DRAGS,
    PLACE,
    THREE,
    angles,
    drag,
    drawn,
    hold,
    nodes,
    press,
)


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
