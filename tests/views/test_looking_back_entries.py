"""Entries opened from a chart lead back to it; what can't be kept there is told."""

import errno
from typing import Any

import pytest

from domain.entries import CheckIn, Moment, Settings, TalkingPoint
from domain.looking_back.look import Look
from domain.looking_back.stretch import Stretch
from tests.views.looking import (
    PLACE,
    full,
    logged,
    route,
    said,
    session,
    stretch,
    touch_target,
)
from tests.views.parts import the, the_one
from tests.views.people import DAY, read
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import can_be_reached
from tests.views.test_state import on_disk
from tests.views.therapy import holding

GONE = "This entry is not in the journal any more."
TODAY = NOON.date()
WEEKS = Stretch(TODAY - 27 * DAY, TODAY)


def test_an_entry_opened_from_a_chart_leads_back_to_the_same_range() -> None:
    async def act() -> None:
        async with Stage(full(), PLACE) as stage:
            await stage.tap("range-weeks")
            await touch_target(stage, "calendar", "c5")
            await stage.tap("entry-c5")
            assert stage.page.route == f"{PLACE}/c5"
            assert "Thursday 4 June" in read(stage)
            await stage.tap("back")
            assert stage.page.route == PLACE
            assert stretch(stage) == "13 May to 9 June"

    played(act)


@pytest.mark.parametrize(("id", "width"), [("c1", 390), ("m", 390), ("c1", 1280)])
def test_an_entry_that_is_deleted_leads_back_and_can_be_had_back(id: str, width: float) -> None:
    async def act() -> None:
        journal = full()
        kind: Any = Moment if id == "m" else CheckIn
        before = the(journal, kind, id)
        async with Stage(journal, f"{PLACE}/{id}", width=width) as stage:
            await stage.tap("delete")
            assert stage.page.route == PLACE
            assert journal.get(kind, id) is None
            await stage.tap("undo-notice")
            assert journal.get(kind, id) == before
            assert stage.page.route == PLACE

    played(act)


def test_an_entry_that_is_not_there_says_so_and_leads_back() -> None:
    async def act() -> None:
        async with Stage(full(), f"{PLACE}/nothing") as stage:
            assert GONE in read(stage)
            await stage.tap("back")
            assert stage.page.route == PLACE

    played(act)


def test_what_is_changed_in_an_entry_is_in_the_chart_afterwards() -> None:
    async def act() -> None:
        async with Stage(holding(logged(0, pleasantness=2, energy=2)), PLACE) as stage:
            assert "at 2" in said(stage, "pleasantness")
            await stage.tap("entry-c0")
            await stage.tap("pad-6-6")
            await stage.tap("back")
            assert "at 6" in said(stage, "pleasantness")

    played(act)


def test_the_same_entry_from_entries_leads_back_there() -> None:
    async def act() -> None:
        async with Stage(full(), "/entries") as stage:
            await stage.tap("entry-c1")
            await stage.tap("back")
            assert stage.page.route == "/entries"
            await stage.tap("back")
            assert stage.page.route == PLACE

    played(act)


# -- what can't be kept ------------------------------------------------------------------------


def test_what_cannot_be_put_on_the_list_stays_until_it_can() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(Settings(welcomed=True), session(2), logged(0), logged(1))
        async with Stage(journal, PLACE) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("bring-pad")
            assert "There is no room left on this device." in stage.words()
            assert journal.all(TalkingPoint) == ()
            can_be_reached(stage)
            disk.fault = None
            await stage.tap("try-again")
            assert the_one(journal, TalkingPoint).source.startswith("look|pad|")
            assert "There is no room left" not in stage.words()

    played(act)


def test_what_cannot_be_taken_off_the_list_is_still_on_it() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(Settings(welcomed=True), logged(0))
        async with Stage(journal, PLACE) as stage:
            await stage.tap("bring-pad")
            disk.fault = OSError(errno.EIO, "")
            await stage.tap("bring-pad")
            assert "There may be no room left on this device." in stage.words()
            assert len(journal.all(TalkingPoint)) == 1

    played(act)


def test_what_cannot_be_deleted_is_told_where_one_is() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(Settings(welcomed=True), logged(0))
        async with Stage(journal, f"{PLACE}/c0") as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("delete")
            assert "There is no room left on this device." in stage.words()
            assert journal.get(CheckIn, "c0")

    played(act)


def test_a_failure_while_a_picture_is_brought_from_its_page_is_told() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(Settings(welcomed=True), logged(0))
        async with Stage(journal, route(Look(chart="pad", stretch=WEEKS))) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("bring-pad")
            assert "There is no room left on this device." in stage.words()

    played(act)
