"""Look back: what a tap in a drawing or a table shows, and how a chart is told."""

import flet as ft
import pytest

from domain.entries import CheckIn
from tests.views.looking import (
    PLACE,
    cards,
    logged,
    rows,
    said,
    touch,
    touch_target,
    with_sessions,
)
from tests.views.parts import JUN, OWL, chosen, inside, shown, the
from tests.views.people import happened, identifiers, label, press_escape, read
from tests.views.stage import Stage, played
from tests.views.test_places import can_be_reached
from tests.views.therapy import holding


@pytest.mark.parametrize("name", ["pleasantness", "pad", "connection", "calendar", "weekdays"])
def test_a_tap_on_a_dot_a_cell_or_a_day_shows_its_entries(name: str) -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE) as stage:
            await stage.tap("range-weeks")
            target = await touch_target(stage, name, "c5")
            assert stage.node("asking")
            assert target.title in read(stage)
            assert rows(stage) == list(target.entries)[:20]
            assert "c5" in rows(stage) or len(target.entries) > 20
            await stage.tap("picked-close")
            assert stage.node("asking") is None
            assert rows(stage) == []

    played(act)


def test_a_tap_beside_everything_shows_nothing() -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE) as stage:
            await touch(stage, "pleasantness", 5, 5)
            assert stage.node("asking") is None

    played(act)


def test_escape_closes_what_a_tap_showed_and_nothing_else() -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE) as stage:
            await touch_target(stage, "pad")
            await press_escape(stage)
            assert stage.node("asking") is None
            assert stage.page.route == PLACE

    played(act)


def test_in_a_wide_window_it_is_shown_beside_the_charts() -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE, width=1280) as stage:
            await stage.tap("range-weeks")
            assert "Tap a dot, a cell or a day" in stage.words()
            first = await touch_target(stage, "pleasantness", "c5")
            assert stage.node("asking") is None
            assert rows(stage) == list(first.entries)
            other = await touch_target(stage, "pleasantness", "c20")
            assert rows(stage) == list(other.entries)
            can_be_reached(stage)

    played(act)


def test_in_a_wide_window_a_few_entries_and_one_of_them_picked_have_names_of_their_own() -> None:
    async def act() -> None:
        async with Stage(holding(logged(0), logged(1)), PLACE, width=1280) as stage:
            await touch_target(stage, "pleasantness", "c1")
            can_be_reached(stage)

    played(act)


def test_another_range_puts_away_what_was_shown_of_the_last_one() -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE, width=1280) as stage:
            await touch_target(stage, "pleasantness", "c1")
            await stage.tap("range-weeks")
            assert rows(stage) == []
            assert "Tap a dot, a cell or a day" in stage.words()

    played(act)


def test_of_many_entries_the_first_are_shown_and_more_on_a_tap() -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE) as stage:
            await stage.tap("range-all")
            await touch_target(stage, "pad")
            for count in (20, 40, 60):
                assert len(rows(stage)) == count
                if count < 60:
                    assert label(stage, "picked-more") == f"{60 - count} more"
                    await stage.tap("picked-more")
            assert stage.node("picked-more") is None

    played(act)


def test_a_moment_is_shown_with_its_words() -> None:
    async def act() -> None:
        one = happened("m", 1, "rupture", people=("jun",), text="the tone of it")
        async with Stage(with_sessions(JUN, one), PLACE) as stage:
            await stage.tap("range-weeks")
            await touch_target(stage, "moments", "m")
            assert rows(stage) == ["m"]
            assert "the tone of it" in read(stage)
            await stage.tap("entry-m")
            assert stage.page.route == f"{PLACE}/m"

    played(act)


def test_what_is_deleted_elsewhere_is_not_shown_any_more() -> None:
    async def act() -> None:
        journal = with_sessions()
        async with Stage(journal, PLACE) as stage:
            await stage.tap("range-weeks")
            await touch_target(stage, "pleasantness", "c1")
            journal.remove(the(journal, CheckIn, "c1"))
            await stage.settle()
            assert rows(stage) == []
            assert stage.node("asking") is None
            can_be_reached(stage)

    played(act)


# -- the table ---------------------------------------------------------------------------------


def test_the_table_opens_leads_to_entries_and_closes() -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE) as stage:
            await stage.tap("range-weeks")
            assert shown(stage, "pleasantness-row-") == []
            await stage.tap("table-pleasantness")
            assert len(shown(stage, "pleasantness-row-")) == 14
            assert label(stage, "pleasantness-row-0").endswith(": 3. Show the entries")
            await stage.tap("more-pleasantness")
            assert len(shown(stage, "pleasantness-row-")) == 28
            assert stage.node("more-pleasantness") is None
            can_be_reached(stage)
            await stage.tap("pleasantness-row-0")
            assert len(rows(stage)) == 1
            await stage.tap("picked-close")
            await stage.tap("table-pleasantness")
            assert shown(stage, "pleasantness-row-") == []

    played(act)


@pytest.mark.parametrize("name", ["pad", "connection", "calendar", "parts", "weekdays"])
def test_the_row_of_every_table_leads_to_its_entries(name: str) -> None:
    async def act() -> None:
        async with Stage(with_sessions(OWL), PLACE) as stage:
            await stage.tap(f"table-{name}")
            row = next(one for one in shown(stage, f"{name}-row-"))
            await stage.tap(row)
            # A calendar shows whole days, also the one that the session was on.
            assert set(rows(stage)) <= {"c0", "c1", *(["c2"] if name == "calendar" else [])}
            assert rows(stage)

    played(act)


# -- charts that share a card ------------------------------------------------------------------


def test_how_it_felt_and_energy_share_a_card() -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE) as stage:
            assert chosen(stage, "show-p") == ["show-pleasantness"]
            await stage.tap("show-energy")
            assert cards(stage)[0] == "energy"
            assert said(stage, "energy").startswith("You logged twice on 2 days, at 5 (1 low")
            await stage.tap("show-hours")
            assert "hours" in cards(stage)
            assert "weekdays" not in cards(stage)

    played(act)


def test_the_calendar_goes_five_weeks_back_at_a_time() -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE) as stage:
            await stage.tap("range-all")
            assert "11 May to 9 June: entries on 30 days." in said(stage, "calendar")
            assert stage.node("calendar-later") is None
            await stage.tap("calendar-earlier")
            assert "11 April to 10 May: entries on 30 days." in said(stage, "calendar")
            assert stage.node("calendar-earlier") is None
            await stage.tap("calendar-later")
            assert "11 May to 9 June: entries on 30 days." in said(stage, "calendar")

    played(act)


def test_entries_are_one_tap_away_and_lead_back() -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE) as stage:
            (way,) = [
                one for one in identifiers(stage) if label(stage, one) == "Search your entries"
            ]
            await stage.tap(way)
            assert stage.page.route == "/entries"
            await stage.tap("back")
            assert stage.page.route == PLACE

    played(act)


def test_a_drawing_is_one_thing_for_a_screen_reader_with_words_below() -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE) as stage:
            for name in cards(stage):
                node = stage.node(f"chart-{name}")
                assert node
                assert node.image
                assert node.label
                assert "In words below, and as a table." in node.label
                assert stage.node(f"said-{name}")
                hidden = [one for one in inside(stage, f"chart-{name}")
                          if isinstance(one, ft.Semantics)]  # fmt: skip
                assert hidden[-1].exclude_semantics

    played(act)
