"""The web in depth: turned, held still, and not offered where less motion is asked for."""

import asyncio
from collections.abc import Callable

from domain.entries import Person
from tests.views.people import label
from tests.views.stage import Stage, played
from tests.views.therapy import holding
from tests.views.webs import PLACE, THREE, drawn


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
            assert stage.draggable("web-ana")
            assert journal.all(Person) == before

    played(act)


def test_leaving_while_it_turns_ends_that() -> None:
    async def act() -> None:
        async with Stage(holding(*THREE), PLACE) as stage:
            await stage.tap("web-turn")
            await stage.go("/")
            await stage.go(PLACE)
            assert label(stage, "web-turn") == "Turn it gently"
            assert stage.draggable("web-ana")

    played(act)
