"""Pictures of any days: one that was brought, again, or that it is not there; and odd journals."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from domain.looking_back.look import CHARTS, Look, look_of
from domain.looking_back.stretch import Stretch
from tests.views.looking import (
    PLACE,
    RANGES,
    cards,
    full,
    route,
)
from tests.views.people import DAY, identifiers, read
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import ODD, can_be_reached, journal_of

NOTHING = "Nothing logged in this stretch."
GONE = "This entry is not in the journal any more."
TODAY = NOON.date()
WEEKS = Stretch(TODAY - 27 * DAY, TODAY)


GOOD = Look(chart="pad", stretch=WEEKS).id
BROKEN = (
    "nothing",
    "look",
    GOOD.replace("pad", ""),
    GOOD.replace("pad", "elsewhere"),
    GOOD.replace("pleasantness", "valence"),
    GOOD.replace("stretches", "why"),
    GOOD.replace("2026-06-09", "2026-04-09"),
    GOOD.replace("2026-06-09", "2026-06-31"),
    GOOD.replace("2026-06-09", "9 June"),
    GOOD.replace("2026-06-09|", "2026-06-09|then"),
    GOOD.replace("2026-06-09|", "2026-06-09|2026-06-01T12:00:00"),
    GOOD.replace("2026-06-09", "%00"),
    f"{GOOD}|",
    GOOD[:-1],
    "%",
    "\u202e" * 50,
)


def test_the_broken_ones_are_broken_of_one_that_is_not() -> None:
    assert look_of(GOOD) is not None
    assert [one for one in BROKEN if look_of(one) or one == GOOD] == []


def test_a_picture_that_is_none_says_so() -> None:
    async def act() -> None:
        async with Stage(full(), "/support") as stage:
            for id in (*BROKEN, *(look.id for look in beyond())):
                await stage.go(route(id))
                assert GONE in read(stage), id
                can_be_reached(stage)
            await stage.tap("back")
            assert stage.page.route == PLACE

    played(act)


def beyond() -> Iterator[Look]:
    """Pictures of days that nobody would choose."""
    for name in ("pleasantness", "calendar", "answer"):
        for first, last in ((date.min, TODAY), (TODAY, date.max), (date.max, date.max)):
            yield Look(chart=name, stretch=Stretch(first, last))
    for day in (date(1899, 12, 31), date(2300, 1, 1)):
        yield Look(chart="pad", stretch=Stretch(min(day, TODAY), max(day, TODAY)))
        yield Look(chart="answer", stretch=WEEKS, other=Stretch(day, day))


@pytest.mark.parametrize("name", ["pleasantness", "calendar", "moments", "parts", "answer"])
def test_a_picture_of_four_centuries_is_shown(name: Any) -> None:
    async def act() -> None:
        look = Look(chart=name, stretch=Stretch(date(1900, 1, 1), date(2299, 12, 31)))
        async with Stage(full(), route(look)) as stage:
            assert cards(stage) == [name]
            can_be_reached(stage)

    played(act)


@pytest.mark.parametrize("question", ["person", "part"])
def test_an_answer_about_somebody_who_is_gone_says_so(question: Any) -> None:
    async def act() -> None:
        look = Look(chart="answer", stretch=WEEKS, question=question, about="gone")
        async with Stage(full(), route(look)) as stage:
            assert "What this looked back at is not in the journal any more." in read(stage)

    played(act)


def test_every_picture_of_an_odd_journal_can_be_seen() -> None:
    async def act() -> None:
        async with Stage(journal_of(ODD), PLACE) as stage:
            for name in CHARTS:
                look = Look(chart=name, stretch=Stretch(TODAY - 800 * DAY, TODAY + 800 * DAY))
                assert look_of(look.id) == look
                await stage.go(route(look))
                can_be_reached(stage)
                assert cards(stage) == [name] or "not in the journal" in stage.words()

    played(act)


@pytest.mark.parametrize(
    ("look", "ranges"),
    [({"text_scale": 2}, RANGES), ({"width": 1280}, ("range-all", "range-weeks"))],
)
def test_an_odd_journal_has_charts_too(look: dict[str, Any], ranges: tuple[str, ...]) -> None:
    async def act() -> None:
        opened = ("show-", "table-", "calendar-earlier")
        async with Stage(journal_of(ODD), PLACE, **look) as stage:
            await stage.tap("range-all")
            for way in sorted(identifiers(stage)):
                if way.startswith(opened) and stage.node(way):
                    await stage.tap(way)
            for chip in [one for one in ranges if stage.node(one)]:
                await stage.tap(chip)
                can_be_reached(stage)
                assert bool(cards(stage)) != (NOTHING in stage.words())

    played(act)
