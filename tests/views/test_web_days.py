"""The web of other days: what was told by then, and that nothing moves there."""

from dataclasses import replace
from datetime import datetime

import flet as ft
import flet.canvas as cv
import pytest

from domain import web
from domain.entries import Closeness, Mending, Person, Schedule, TherapySession
from tests.views.parts import JUN, chosen
from tests.views.people import DAY, LU, happened, label, near, read
from tests.views.stage import NOON, Stage, played
from tests.views.therapy import SESSION, holding
from tests.views.webs import PLACE, THREE, drawn, on_web, press, slide, slider


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
            assert stage.draggable("web-ana")
            await slide(stage, 1)
            assert stage.draggable("web-ana") is None
            await press(stage, "Arrow Right")
            assert journal.all(Person) == before
            for gone in ("web-on", "web-back", "web-open", "in-words-ana", "off-web-lu"):
                assert stage.node(gone) is None, gone
            assert "Not on the web yet" not in read(stage)
            await slide(stage, 2)
            assert stage.draggable("web-ana")
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
