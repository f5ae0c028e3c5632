"""What one looks back at: put on the list with its words, taken off, and found from there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.entries import CheckIn, TalkingPoint
from domain.looking_back.look import CHARTS, Look
from domain.looking_back.stretch import Stretch
from tests.views.looking import (
    PLACE,
    cards,
    full,
    logged,
    made_of,
    on_list,
    route,
    rows,
    said,
    stretch,
    told,
    with_sessions,
)
from tests.views.parts import JUN, shown, the_one
from tests.views.people import DAY, label, press_escape, read
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import can_be_reached
from views.components.points import route_of

LOST = "What this looked back at is not in the journal any more."
TODAY = NOON.date()
WEEKS = Stretch(TODAY - 27 * DAY, TODAY)


async def show(stage: Stage, name: str) -> None:
    """Choose a chart in its card."""
    if stage.node(f"show-{name}"):
        await stage.tap(f"show-{name}")


@pytest.mark.parametrize(
    ("chip", "names"),
    [
        ("range-months", [one for one in CHARTS if one != "answer"]),
        ("range-session", ["energy", "calendar"]),
        ("range-sessions", ["energy", "calendar"]),
    ],
)
def test_a_chart_that_is_brought_is_on_the_list_with_its_words_and_leads_back_to_it(
    chip: str, names: list[str]
) -> None:
    async def act() -> None:
        async with Stage(full(), PLACE) as stage:
            await stage.tap(chip)
            range = stage.state.looking.stretch(stage.state.looking.sessions())
            words, kept = dict[str, str](), dict[str, str]()
            for name in names:
                await show(stage, name)
                words[name] = said(stage, name)
                made = made_of(stage)[name]
                assert words[name] == told(made)
                kept[name] = made.said
                await stage.tap(f"bring-{name}")
                assert "on the list. Take it off" in label(stage, f"bring-{name}")
            assert len(stage.state.bringing.on_list()) == len(words)
            for point in stage.state.bringing.on_list():
                look = stage.state.bringing.source(point)
                assert isinstance(look, Look)
                name, line = look.chart, words[look.chart]
                assert stage.state.bringing.words(point).endswith(f". {kept[name]}")
                assert not point.private
                # No day is in it that was not looked at.
                assert range.part(look.stretch) == look.stretch
                await stage.go(route_of(look))
                assert said(stage, name) == line
                assert "on the list. Take it off" in label(stage, f"bring-{name}")
                can_be_reached(stage)

    played(act)


def test_a_second_tap_takes_it_off_the_list_and_that_can_be_undone() -> None:
    async def act() -> None:
        async with Stage(full(), PLACE) as stage:
            await stage.tap("bring-pad")
            await stage.tap("bring-pad")
            assert on_list(stage) == []
            assert label(stage, "bring-pad") == "Bring this: Where on the pad"
            await stage.tap("undo-notice")
            assert len(on_list(stage)) == 1

    played(act)


def test_each_chart_of_each_range_is_a_point_of_its_own() -> None:
    async def act() -> None:
        async with Stage(full(), PLACE) as stage:
            await stage.tap("bring-pad")
            await stage.tap("bring-pleasantness")
            await show(stage, "energy")
            assert "Bring this" in label(stage, "bring-energy")
            await stage.tap("range-weeks")
            assert "Bring this" in label(stage, "bring-pad")
            await stage.tap("bring-pad")
            assert len(on_list(stage)) == 3

    played(act)


def test_what_was_brought_says_what_is_there_by_then_in_the_names_of_then() -> None:
    async def act() -> None:
        journal = full()
        async with Stage(journal, PLACE) as stage:
            await stage.tap("bring-people")
            days = "Connection with people, 7 to 9 June."
            assert on_list(stage) == [f"{days} Jun: 1 answer, at 6."]
            journal.put(replace(JUN, name="June"))
            await stage.settle()
            assert on_list(stage) == [f"{days} June: 1 answer, at 6."]
            journal.put(logged(1.1, connection=2, connected_with="jun"))
            await stage.settle()
            assert on_list(stage) == [f"{days} June: 2 answers, from 2 to 6."]
            journal.remove(*journal.all(CheckIn))
            await stage.settle()
            assert on_list(stage) == [LOST]
            await stage.go(route_of(stage.state.bringing.source(stage.state.points[0])))  # type: ignore[arg-type]
            assert LOST in read(stage)
            assert stage.node("back")

    played(act)


def test_words_that_one_wrote_oneself_about_a_chart_stay() -> None:
    async def act() -> None:
        journal = full()
        async with Stage(journal, PLACE) as stage:
            await stage.tap("bring-pad")
            journal.put(replace(the_one(journal, TalkingPoint), text="the corner that I avoid"))
            journal.remove(*journal.all(CheckIn))
            await stage.settle()
            assert on_list(stage) == ["the corner that I avoid"]

    played(act)


def test_it_can_be_found_from_the_list() -> None:
    async def act() -> None:
        async with Stage(full(), PLACE) as stage:
            await stage.tap("bring-connection")
            (point,) = stage.state.bringing.on_list()
            await stage.go(f"/bring/{point.id}")
            assert "From looking back" in read(stage)
            assert stage.state.bringing.words(point).startswith("Connection, 7 to 9 June. You ")
            await stage.tap("point-source")
            assert stage.page.route == route(point.source)
            assert cards(stage) == ["connection"]

    played(act)


def test_in_the_picture_a_tap_shows_entries_and_escape_closes_them() -> None:
    async def act() -> None:
        async with Stage(full(), route(Look(chart="weekdays", stretch=WEEKS))) as stage:
            await stage.tap("table-weekdays")
            await stage.tap("weekdays-row-0")
            assert rows(stage)
            await press_escape(stage)
            assert rows(stage) == []
            await stage.tap("back")
            assert stage.page.route == PLACE

    played(act)


def test_a_picture_keeps_its_stretch_when_the_range_is_another() -> None:
    async def act() -> None:
        async with Stage(full(), route(Look(chart="pad", stretch=WEEKS))) as stage:
            assert "13 May to 9 June" in stage.words()
            await stage.go(PLACE)
            assert stretch(stage) == "7 to 9 June"

    played(act)


def test_a_session_that_ends_a_stretch_keeps_its_moment_in_the_picture() -> None:
    async def act() -> None:
        journal = with_sessions(logged(2.01, pleasantness=7), logged(1.99, pleasantness=1))
        async with Stage(journal, PLACE) as stage:
            await stage.tap("range-sessions")
            words = said(stage, "pleasantness")
            await stage.tap("bring-pleasantness")
            stage.now = NOON + timedelta(days=30)
            (point,) = stage.state.bringing.on_list()
            await stage.go(route(point.source))
            assert said(stage, "pleasantness") == words
            assert shown(stage, "card-") == ["card-pleasantness"]

    played(act)
