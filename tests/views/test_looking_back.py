"""Look back: its ranges, what a few entries and none look like, and what a tap shows."""

from datetime import datetime, timedelta
from typing import Any

import flet as ft
import pytest

from domain.entries import CheckIn, Moment, Settings, TherapySession
from tests.views.looking import (
    DAYS_AGO,
    PLACE,
    RANGES,
    cards,
    full,
    logged,
    made_of,
    rows,
    said,
    session,
    stretch,
    targets,
    told,
    with_little,
    with_sessions,
)
from tests.views.parts import JUN, OWL, chosen, inside, is_off, shown, the
from tests.views.people import DAY, happened, read
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import can_be_reached
from tests.views.therapy import holding
from views.look_cards import CARDS

FURTHER = ("17", "10")
FEW = "Not enough entries to sum up."
NOTHING = "Nothing logged in this stretch."
LOOKS: list[dict[str, Any]] = [{}, {"width": 1280}, {"text_scale": 2}, {"width": 320}]


async def choose_day(stage: Stage, identifier: str, day: datetime) -> None:
    """Tap what asks for a day, and tell one."""
    await stage.tap(identifier)
    await stage.pick(ft.DatePicker, day)


def ends_off(stage: Stage) -> list[str]:
    """The ways to another session that lead no further."""
    ways = ("from-earlier", "from-later", "to-earlier", "to-later")
    return [one for one in ways if is_off(stage, one)]


def day(ago: int) -> datetime:
    return datetime.combine((NOON - ago * DAY).date(), datetime.min.time())


# -- ranges ------------------------------------------------------------------------------------


def test_it_begins_with_what_was_since_the_last_session() -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE) as stage:
            assert shown(stage, "range-") == list(RANGES)
            assert chosen(stage, "range-") == ["range-session"]
            assert stretch(stage) == "7 to 9 June"
            # What was before the session on its day is not since it.
            assert sorted(id for one in targets(stage, "pad") for id in one.entries) == ["c0", "c1"]

    played(act)


@pytest.mark.parametrize("status", ["i_cancelled", "they_did_not_come", None])
def test_without_a_session_that_was_it_begins_with_four_weeks(status: Any) -> None:
    async def act() -> None:
        other = [session(3, status=status)] if status else []
        ahead = TherapySession(id="ahead", at=NOON + 2 * DAY, status="planned")
        async with Stage(with_little(*other, ahead, of=()), PLACE) as stage:
            without = [one for one in RANGES if one not in ("range-session", "range-sessions")]
            assert shown(stage, "range-") == without
            assert chosen(stage, "range-") == ["range-weeks"]
            assert stretch(stage) == "13 May to 9 June"

    played(act)


def test_a_range_is_looked_at_until_another_is_chosen() -> None:
    async def act() -> None:
        async with Stage(with_little(), PLACE) as stage:
            for chip, words in (
                ("range-weeks", "13 May to 9 June"),
                ("range-months", "10 March to 9 June"),
                ("range-all", "11 April to 9 June"),
                ("range-year", "10 June 2025 to 9 June 2026"),
                ("range-sessions", "31 May to 7 June"),
            ):
                await stage.tap(chip)
                assert chosen(stage, "range-") == [chip]
                assert stretch(stage) == words
            await stage.tap("nav-today")
            await stage.tap("nav-looking-back")
            assert chosen(stage, "range-") == ["range-sessions"]
            assert stretch(stage) == "31 May to 7 June"

    played(act)


def test_all_begins_with_the_first_entry_and_holds_what_is_ahead() -> None:
    async def act() -> None:
        more = (happened("long ago", 100), logged(-5))
        async with Stage(with_little(*more), PLACE) as stage:
            await stage.tap("range-all")
            assert stretch(stage) == "1 March to 14 June"
            assert "c-5" in [id for one in targets(stage, "pleasantness") for id in one.entries]

    played(act)


def test_between_two_sessions_each_end_goes_a_session_at_a_time() -> None:
    async def act() -> None:
        async with Stage(with_little(of=DAYS_AGO[:5]), PLACE) as stage:
            await stage.tap("range-sessions")
            steps = [
                ("from-earlier", "24 May to 7 June"),
                ("from-earlier", "17 May to 7 June"),
                ("to-later", "17 May to 9 June"),
                ("to-earlier", "17 May to 7 June"),
                ("to-earlier", "17 to 31 May"),
                ("from-later", "24 to 31 May"),
                *(("from-earlier", f"{first} to 31 May") for first in FURTHER),
            ]
            assert ends_off(stage) == []
            for tap, words in steps:
                await stage.tap(tap)
                assert stretch(stage) == words, tap
                # Now is the last there is.
                assert ("to-later" in ends_off(stage)) == words.endswith("9 June")
            assert ends_off(stage) == ["from-earlier"]

    played(act)


def test_between_sessions_the_other_way_round_is_the_same_stretch() -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE) as stage:
            await stage.tap("range-sessions")
            await stage.tap("from-later")
            for _ in range(2):
                await stage.tap("to-earlier")
            assert stretch(stage) == "24 May to 7 June"
            assert said(stage, "pleasantness").startswith("You logged 14 times on 14 days")

    played(act)


def test_a_session_may_be_chosen_by_a_day_near_it() -> None:
    async def act() -> None:
        async with Stage(with_little(), PLACE) as stage:
            await stage.tap("range-sessions")
            await choose_day(stage, "sessions-from", day(36))
            assert stretch(stage) == "3 May to 7 June"
            await choose_day(stage, "sessions-to", day(20))
            assert stretch(stage) == "3 to 17 May"

    played(act)


def test_with_one_session_between_sessions_goes_on_to_now() -> None:
    async def act() -> None:
        async with Stage(with_little(of=(9,)), PLACE) as stage:
            await stage.tap("range-sessions")
            assert stretch(stage) == "31 May to 9 June"
            assert ends_off(stage) == ["from-earlier", "from-later", "to-later"]

    played(act)


def test_any_two_days_can_be_chosen_in_either_order() -> None:
    async def act() -> None:
        async with Stage(with_little(), PLACE) as stage:
            await stage.tap("range-dates")
            assert stretch(stage) == "13 May to 9 June"
            await choose_day(stage, "dates-from", day(59))
            assert stretch(stage) == "11 April to 9 June"
            await choose_day(stage, "dates-to", day(50))
            assert stretch(stage) == "11 to 20 April"
            await choose_day(stage, "dates-from", day(3))
            assert stretch(stage) == "20 April to 6 June"
            await stage.tap("range-weeks")
            await stage.tap("range-dates")
            assert stretch(stage) == "20 April to 6 June"

    played(act)


@pytest.mark.parametrize(
    ("chip", "stepped"),
    [("range-session", False), ("range-sessions", False), ("range-sessions", True)],
)
def test_a_range_of_sessions_that_are_none_any_more_is_four_weeks(chip: str, stepped: bool) -> None:
    async def act() -> None:
        journal = with_little()
        async with Stage(journal, PLACE) as stage:
            await stage.tap(chip)
            if stepped:
                await stage.tap("from-earlier")
            await stage.go("/")
            journal.remove(*(the(journal, TherapySession, f"S{ago}") for ago in DAYS_AGO))
            await stage.go(PLACE)
            assert stretch(stage) == "13 May to 9 June"
            assert chosen(stage, "range-") == ["range-weeks"]

    played(act)


@pytest.mark.parametrize(
    ("chip", "look"),
    [("range-sessions", look) for look in LOOKS] + [("range-dates", {"text_scale": 2})],
)
def test_every_range_can_be_read_and_reached_in_any_window(chip: str, look: dict[str, Any]) -> None:
    async def act() -> None:
        async with Stage(with_little(OWL, JUN), PLACE, **look) as stage:
            await stage.tap(chip)
            can_be_reached(stage)

    played(act)


def test_every_card_shows_the_range_that_is_chosen_and_the_chart_that_was_chosen_in_it() -> None:
    async def act() -> None:
        whole: dict[str, Any] = {
            "feelings": ("shy",),
            "body": ("jaw",),
            "connection": 6,
            "connected_with": "jun",
        }
        earlier = [logged(ago, **whole) for ago in (20.1, 50.1)]
        more = (*earlier, happened("m20", 20), happened("m50", 50))
        async with Stage(full(*more), PLACE) as stage:
            picked = {"pleasantness": "energy", "feelings": "body", "weekdays": "hours"}
            for name in picked.values():
                await stage.tap(f"show-{name}")
            before: dict[str, str] = {}
            for chip in ("range-weeks", "range-all", "range-session"):
                await stage.tap(chip)
                made = made_of(stage)
                expected = [picked.get(one, one) for one, *_ in CARDS if one in made]
                assert cards(stage) == expected, chip
                words = {name: said(stage, name) for name in expected}
                assert words == {name: told(made[name]) for name in expected}
                assert [name for name in expected if words[name] == before.get(name)] == []
                assert chosen(stage, "show-") == [f"show-{one}" for one in picked.values()]
                before = words

    played(act)


# -- few, and nothing --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "few"),
    [((0,), True), ((0, 1, 2, 3), True), ((0, 0.01, 0.02, 0.03, 1), True),
     ((0, 0.01, 0.02, 1, 2), False), ((0, 1, 2, 3, 4), False)],
)  # fmt: skip
def test_a_few_entries_are_shown_as_they_are(on: tuple[float, ...], few: bool) -> None:
    async def act() -> None:
        async with Stage(holding(*map(logged, on)), PLACE) as stage:
            assert bool(stage.node("few")) == few
            if few:
                assert FEW in read(stage)
                assert "Here they are." in read(stage)
                assert sorted(rows(stage)) == sorted(f"c{ago}" for ago in on)
            assert cards(stage)[0] == "pleasantness"

    played(act)


def test_in_a_wide_window_a_few_entries_are_shown_beside_the_charts_alone() -> None:
    async def act() -> None:
        async with Stage(holding(logged(0), logged(1)), PLACE, width=1280) as stage:
            assert FEW in read(stage)
            assert rows(stage) == ["c1", "c0"]
            assert not [one for one in shown(stage, "entry-") if one in within(stage, "few")]
            can_be_reached(stage)

    played(act)


def within(stage: Stage, identifier: str) -> list[str]:
    """What has a name inside of something."""
    found = [one for one in inside(stage, identifier) if isinstance(one, ft.Semantics)]
    return [one.identifier or "" for one in found]


def test_with_nothing_in_it_a_stretch_says_so_and_leads_on() -> None:
    async def act() -> None:
        async with Stage(holding(logged(40)), PLACE) as stage:
            assert NOTHING in stage.words()
            assert cards(stage) == []
            assert stage.node("few") is None
            can_be_reached(stage)
            await stage.tap("range-months")
            assert NOTHING not in stage.words()
            assert rows(stage) == ["c40"]
            await stage.tap("range-weeks")
            await stage.tap("to-today")
            assert stage.page.route == "/"

    played(act)


def test_a_journal_without_entries_asks_nothing() -> None:
    async def act() -> None:
        async with Stage(holding(), PLACE) as stage:
            assert NOTHING in stage.words()
            assert shown(stage, "ask-") == []
            can_be_reached(stage)

    played(act)


def test_a_moment_before_the_session_is_not_since_it_and_leaves_no_empty_screen() -> None:
    async def act() -> None:
        before = Moment(id="m", at=NOON - 2 * DAY, logged_at=NOON, kind="good")
        async with Stage(holding(session(2), before), PLACE) as stage:
            assert cards(stage) == []
            assert NOTHING in stage.words()

    played(act)


@pytest.mark.parametrize(("first", "last"), [(27, 1), (0, 0)])
def test_a_moment_in_the_night_belongs_to_the_day_before(first: int, last: int) -> None:
    async def act() -> None:
        at = NOON.replace(hour=2)
        one = Moment(id="m", at=at, logged_at=at, kind="good")
        async with Stage(holding(one), PLACE) as stage:
            stage.state.looking.choose_days(day(first).date(), day(last).date())
            await stage.settle()
            assert cards(stage) == (["moments"] if first else [])
            assert (NOTHING in stage.words()) == (not first)

    played(act)


def test_a_note_alone_and_a_moment_alone_have_charts_without_a_mood() -> None:
    async def act() -> None:
        note = CheckIn(id="n", at=NOON, logged_at=NOON, note="on the bus")
        async with Stage(holding(note, happened("m", 1)), PLACE) as stage:
            assert cards(stage) == ["calendar", "moments", "weekdays"]

    played(act)


def test_what_is_logged_elsewhere_meanwhile_is_in_the_charts() -> None:
    async def act() -> None:
        journal = with_sessions()
        async with Stage(journal, PLACE) as stage:
            journal.put(logged(0.01, pleasantness=7))
            await stage.settle()
            assert "You logged 3 times on 2 days, from 3 to 7" in said(stage, "pleasantness")

    played(act)


# -- whatever there is -------------------------------------------------------------------------


def test_where_days_begin_at_another_hour_the_stretch_follows() -> None:
    async def act() -> None:
        journal = with_little()
        journal.put(Settings(welcomed=True, day_start=0))
        async with Stage(journal, PLACE) as stage:
            stage.now = NOON + timedelta(hours=13)
            await stage.tap("range-weeks")
            assert stretch(stage) == "14 May to 10 June"

    played(act)
