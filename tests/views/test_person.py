"""The page of somebody: how close, what happened, and where that is now."""

import asyncio
import errno
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from domain.entries import (
    REPAIRS,
    AfterContact,
    Closeness,
    Here,
    Mending,
    Moment,
    Person,
    TalkingPoint,
)
from tests.views.parts import (
    JUN,
    NOOR,
    OWL,
    check_in,
    chosen,
    shown,
    the,
    the_one,
)
from tests.views.people import (
    DAY,
    THERAPIST,
    happened,
    identifiers,
    label,
    near,
    press_escape,
    read,
    told,
    turned_on,
)
from tests.views.stage import NOON, Stage, played
from tests.views.test_state import on_disk
from tests.views.therapy import holding, point

PAGE = "/people/jun"
STEPS = range(1, 8)


def close(stage: Stage, id: str = "jun") -> list[tuple[int | None, int | None]]:
    """What the journal holds of how close somebody is, now and wished for."""
    person = stage.state.journal.get(Person, id)
    assert person is not None
    return [(one.now, one.wish) for one in person.closeness]


# -- how close ---------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1, 2])
def test_a_first_tap_tells_now_and_only_then_a_second_row_asks_for_the_wish(scale: float) -> None:
    async def act() -> None:
        async with Stage(holding(JUN), PAGE, text_scale=scale) as stage:
            assert chosen(stage, "now-") == []
            assert len(shown(stage, "now-")) == 7
            assert shown(stage, "wish-") == []
            assert "set " not in stage.words()
            await stage.tap("now-4")
            assert close(stage) == [(4, None)]
            assert chosen(stage, "now-") == ["now-4"]
            assert "set today" in stage.words()
            assert len(shown(stage, "wish-")) == 7
            assert chosen(stage, "wish-") == []
            await stage.tap("wish-5")
            assert close(stage) == [(4, 5)]
            assert shown(stage, "wish-") == []
            assert chosen(stage, "now-") == ["now-4"]

    played(act)


@pytest.mark.parametrize(("now", "wish"), [(4, 2), (4, 4), (4, 6), (1, 7), (7, 1)])
def test_the_wish_lies_on_either_side_of_now_and_nothing_is_said_of_that(
    now: int, wish: int
) -> None:
    async def act() -> None:
        async with Stage(holding(JUN), PAGE) as stage:
            before = identifiers(stage)
            await stage.tap(f"now-{now}")
            await stage.tap(f"wish-{wish}")
            assert close(stage) == [(now, wish)]
            assert identifiers(stage) - before == {"change-wish"}
            assert label(stage, f"now-{wish}").endswith("What you'd like")
            words = {"far", "near", "now", "wish"} if now != wish else {"now\nwish"}
            assert words <= set(read(stage))

    played(act)


def test_both_can_be_taken_off_each_by_itself() -> None:
    async def act() -> None:
        async with Stage(holding(JUN), PAGE) as stage:
            await stage.tap("now-4")
            await stage.tap("wish-5")
            await stage.tap("change-wish")
            await stage.tap("wish-5")
            assert close(stage) == [(4, None)]
            await stage.tap("now-4")
            assert close(stage) == [(None, None)]
            assert chosen(stage, "now-") == []
            assert "set today" not in stage.words()
            assert shown(stage, "wish-") == []
            await stage.tap("now-2")
            await stage.tap("wish-3")
            await stage.tap("now-2")
            assert close(stage) == [(None, 3)]
            assert "What you'd like" in label(stage, "now-3")

    played(act)


def test_the_wish_is_changed_and_told_again() -> None:
    async def act() -> None:
        async with Stage(holding(near("jun", "Jun", (0, 4, 5))), PAGE) as stage:
            assert shown(stage, "wish-") == []
            await stage.tap("change-wish")
            await stage.tap("wish-2")
            assert close(stage) == [(4, 2)]
            assert shown(stage, "wish-") == []

    played(act)


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "set today"), (2, "set on Sunday"), (6, "set on Wednesday"), (30, "set on 10 May")],
)
def test_when_it_was_told_is_said(days: int, said: str) -> None:
    async def act() -> None:
        async with Stage(holding(near("jun", "Jun", (days, 4, None))), PAGE) as stage:
            assert said in stage.words()

    played(act)


def test_another_day_adds_to_the_history_and_the_same_day_replaces() -> None:
    async def act() -> None:
        journal = holding(near("jun", "Jun", (2, 4, 5)))
        async with Stage(journal, PAGE) as stage:
            assert "Over time" not in read(stage)
            await stage.tap("now-3")
            assert close(stage) == [(4, 5), (3, 5)]
            assert "Over time" in read(stage)
            lines = ["Tuesday 9 June: now 3, wish 5", "Sunday 7 June: now 4, wish 5"]
            assert [one for one in read(stage) if ": now" in one] == lines
            spoken = label(stage, "close-over-time")
            assert all(line in spoken for line in lines)
            for tap in ("now-2", "now-6"):
                stage.now += timedelta(hours=1)
                await stage.tap(tap)
            assert close(stage) == [(4, 5), (6, 5)]
            stage.now += DAY
            await stage.go("/people")
            await stage.go(PAGE)
            assert "set on Tuesday" in stage.words()
            await stage.tap("change-wish")
            await stage.tap("wish-6")
            assert close(stage) == [(4, 5), (6, 5), (6, 6)]

    played(act)


def test_what_was_told_before_is_never_changed() -> None:
    async def act() -> None:
        before = near("jun", "Jun", (90, 1, None), (40, None, None), (2, 7, 7))
        journal = holding(before)
        async with Stage(journal, PAGE) as stage:
            for tap in ("now-3", "now-3", "now-5", "change-wish", "wish-1"):
                await stage.tap(tap)
            told = the(journal, Person, "jun").closeness
            assert told == (*before.closeness, Closeness(NOON, 5, 1))

    played(act)


@pytest.mark.parametrize("scale", [1, 2])
def test_each_tile_says_its_step_to_a_screen_reader(scale: float) -> None:
    async def act() -> None:
        journal = holding(near("jun", "Jun", (0, 4, 5)))
        async with Stage(journal, PAGE, text_scale=scale) as stage:
            spoken = [label(stage, one) for one in shown(stage, "now-")]
            assert spoken == [
                f"Closeness {step} of 7, between far and near"
                + (". What you'd like" if step == 5 else "")
                for step in STEPS
            ]
            assert chosen(stage, "now-") == ["now-4"]
            if scale > 1:
                assert "now 4, wish 5, set today" in read(stage)

    played(act)


def test_each_tile_of_the_wish_says_its_step_and_the_one_that_was_told_is_chosen() -> None:
    async def act() -> None:
        async with Stage(holding(near("jun", "Jun", (0, 4, 5))), PAGE) as stage:
            await stage.tap("change-wish")
            spoken = [label(stage, one) for one in shown(stage, "wish-")]
            assert spoken == [f"What you'd like: {n} of 7, between far and near" for n in STEPS]
            assert chosen(stage, "wish-") == ["wish-5"]

    played(act)


def test_closeness_that_cannot_be_kept_is_seen_and_kept_later() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(JUN)
        async with Stage(journal, PAGE) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("now-4")
            await stage.tap("wish-5")
            assert "Not saved yet" in stage.words()
            assert chosen(stage, "now-") == ["now-4"]
            disk.fault = None
            await stage.tap("try-again")
            assert close(stage) == [(4, 5)]

    played(act)


def test_of_quick_taps_on_tiles_the_last_one_stays() -> None:
    async def act() -> None:
        async with Stage(holding(JUN), PAGE) as stage:
            await asyncio.gather(stage.tap("now-2"), stage.tap("now-6"))
            assert close(stage) == [(6, None)]

    played(act)


# -- moments, and the sheet of mending ---------------------------------------------------------


def test_moments_with_somebody_are_shown_newest_first_with_where_they_are() -> None:
    async def act() -> None:
        mended = (Mending(NOON - 3 * DAY, "open"), Mending(NOON - DAY, "partly"))
        journal = holding(
            JUN,
            NOOR,
            happened("a", 20, "good", people=("jun",), text="Soup."),
            happened("b", 2, people=("noor", "jun"), text="The phone.", mending=mended),
            happened("c", 1, people=("noor",)),
            happened("d", 0, "limit", people=("jun",)),
        )
        async with Stage(journal, PAGE) as stage:
            assert shown(stage, "moment-") == ["moment-d", "moment-b", "moment-a"]
            assert shown(stage, "mend-") == ["mend-b"]
            assert label(stage, "moment-b") == "Something went off. Sunday. Noor. The phone."
            assert label(stage, "mend-b") == "Where it is now: partly mended. Change it"
            await stage.tap("moment-a")
            assert stage.page.route == "/entries/a"

    played(act)


def test_without_moments_that_is_said_and_one_is_added_with_them() -> None:
    async def act() -> None:
        async with Stage(holding(JUN), PAGE) as stage:
            assert "Nothing noted yet." in read(stage)
            await stage.tap("add-moment")
            assert stage.page.route == "/people/jun/moment"

    played(act)


def test_of_a_long_past_a_window_is_shown() -> None:
    async def act() -> None:
        moments = [happened(f"m{n:02}", n, people=("jun",)) for n in range(20)]
        check_ins = [check_in(f"c{n:02}", n, people=("jun",)) for n in range(20)]
        async with Stage(holding(JUN, *moments, *check_ins), PAGE) as stage:
            assert len(shown(stage, "moment-m")) == len(shown(stage, "entry-")) == 8
            for more in ("moments-more", "check-ins-more"):
                await stage.tap(more)
                await stage.tap(more)
                assert stage.node(more) is None
            assert len(shown(stage, "moment-m")) == len(shown(stage, "entry-")) == 20

    played(act)


def seen(stage: Stage) -> list[str]:
    """What is on the screen, but for what says only which one is chosen."""
    states = ("open", "partly mended", "mended", "I don't want to mend it", "not safe to mend")
    rows = stage.words().replace(". Change it", "").split("\n")
    return [one for one in rows if not one.endswith(states)]


@pytest.mark.parametrize("before", [None, *REPAIRS])
def test_no_choice_of_where_it_is_brings_up_anything_else(before: Any) -> None:
    async def act() -> None:
        mending = (Mending(NOON - DAY, before),) if before else ()
        journal = holding(JUN, happened("m", 2, people=("jun",), mending=mending))
        rows = [f"repair-{one.replace('_', '-')}" for one in REPAIRS]
        async with Stage(journal, PAGE) as stage:
            await stage.tap("mend-m")
            assert "Where is it now, with Jun?" in read(stage)
            assert shown(stage, "repair-") == rows
            assert [label(stage, one) for one in rows] == [
                "Where is it now? Open",
                "Where is it now? Partly mended",
                "Where is it now? Mended",
                "Where is it now? I don't want to",
                "Where is it now? Not safe to",
            ]
            now = (before or "open").replace("_", "-")
            assert chosen(stage, "repair-") == [f"repair-{now}"]
            there, things = seen(stage), identifiers(stage)
            for row in (*reversed(rows), *rows):
                await stage.tap(row)
                assert chosen(stage, "repair-") == [row]
                assert seen(stage) == there
                assert identifiers(stage) == things
                assert stage.state.notice is None
                assert stage.page.route == PAGE
            assert journal.all(TalkingPoint) == ()

    played(act)


def test_what_is_told_is_kept_with_its_time_and_a_slip_is_none() -> None:
    async def act() -> None:
        journal = holding(JUN, happened("m", 2, people=("jun",)))
        async with Stage(journal, PAGE) as stage:
            await stage.tap("mend-m")
            await stage.tap("repair-mended")
            await stage.tap("repair-partly")
            assert the_one(journal, Moment).mending == (Mending(NOON, "partly"),)
            await stage.tap("mending-done")
            assert stage.node("repair-open") is None
            assert label(stage, "mend-m") == "Where it is now: partly mended. Change it"
            stage.now += DAY
            await stage.tap("mend-m")
            await stage.tap("repair-not-wanted")
            assert the_one(journal, Moment).mending == (
                Mending(NOON, "partly"),
                Mending(NOON + DAY, "not_wanted"),
            )
            await stage.go("/entries/m")
            days = ["Tuesday 9 June: partly mended", "Wednesday 10 June: I don't want to mend it"]
            assert [one for one in read(stage) if one in days] == days

    played(act)


@pytest.mark.parametrize("way", ["done", "escape"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_sheet_is_closed_without_anything_being_told(way: str, width: float) -> None:
    async def act() -> None:
        moment = happened("m", 2, people=("jun",))
        journal = holding(near("jun", "Jun", (2, 4, None)), moment)
        async with Stage(journal, PAGE, width=width) as stage:
            await stage.tap("mend-m")
            assert stage.node("asking")
            await (stage.tap("mending-done") if way == "done" else press_escape(stage))
            assert stage.node("asking") is None
            assert stage.page.route == PAGE
            assert the_one(journal, Moment) == moment

    played(act)


def test_help_is_one_tap_away_while_the_sheet_is_open() -> None:
    async def act() -> None:
        journal = holding(JUN, happened("m", 2, people=("jun",)))
        async with Stage(journal, PAGE) as stage:
            await stage.tap("mend-m")
            asked = stage.node("asking")
            inside = [
                one.identifier
                for one, around in stage.controls()
                if asked in around and isinstance(one, type(asked))
            ]
            assert {"more-support", "steady-yourself"} <= set(inside)

    played(act)


def test_one_tap_on_the_sheet_brings_it_to_session_and_another_takes_it_off() -> None:
    async def act() -> None:
        journal = holding(JUN, happened("m", 2, people=("jun",), text="The phone."))
        async with Stage(journal, PAGE) as stage:
            await stage.tap("mend-m")
            assert not turned_on(stage, "bring-moment")
            await stage.tap("bring-moment")
            assert turned_on(stage, "bring-moment")
            one = the_one(journal, TalkingPoint)
            assert (one.source, one.private, one.tags) == ("m", False, ())
            await stage.tap("bring-moment")
            assert journal.all(TalkingPoint) == ()

    played(act)


def test_what_went_off_with_the_therapist_goes_between_us_and_stays_private() -> None:
    async def act() -> None:
        journal = holding(THERAPIST, happened("m", 2, people=("ther",), text="The laugh."))
        async with Stage(journal, "/people/ther") as stage:
            await stage.tap("mend-m")
            await stage.tap("bring-moment")
            one = the_one(journal, TalkingPoint)
            assert (one.tags, one.private, one.therapy) == (("between_us",), True, "first")
            await stage.tap("mending-done")
            assert shown(stage, "point-") == [f"point-{one.id}"]
            for place in ("/room", "/bring/prepare/sheet"):
                await stage.go(place)
                assert "The laugh." not in stage.words()

    played(act)


def test_the_sheet_of_a_moment_that_is_gone_meanwhile_closes() -> None:
    async def act() -> None:
        moment = happened("m", 2, people=("jun",))
        journal = holding(JUN, moment)
        async with Stage(journal, PAGE) as stage:
            await stage.tap("mend-m")
            journal.remove(moment)
            await stage.settle()
            assert stage.node("asking") is None
            assert "Nothing noted yet." in read(stage)

    played(act)


# -- what else is known ------------------------------------------------------------------------


def test_what_is_on_the_list_about_them_is_on_their_page() -> None:
    async def act() -> None:
        moment = happened("m", 2, people=("jun",), text="The phone.")
        journal = holding(
            JUN,
            moment,
            check_in("c", 1, people=("jun",)),
            point("a", "about the phone", source="m"),
            point("b", "a tired day", source="c"),
            point("d", "brought before", source="m", state="brought"),
            point("e", "of somebody else", source="gone"),
        )
        async with Stage(journal, PAGE) as stage:
            assert set(shown(stage, "point-")) == {"point-a", "point-b"}
            await stage.tap("bring-person")
            assert label(stage, "bring-person") == "On the list: Jun"
            assert len(shown(stage, "point-")) == 3
            await stage.go("/bring")
            assert "Jun" in read(stage)
            assert "from people & places" in stage.words()
            await stage.go(PAGE)
            await stage.tap("bring-person")
            assert len(shown(stage, "point-")) == 2
            await stage.tap("point-a")
            assert stage.page.route == "/bring/a"

    played(act)


def test_check_ins_with_them_and_parts_beside_them_are_on_their_page() -> None:
    async def act() -> None:
        journal = holding(
            JUN,
            NOOR,
            OWL,
            replace(check_in("c", 2, Here("owl"), people=("jun",)), note="The bus."),
            replace(check_in("d", 1, people=("noor",)), note="Not this."),
        )
        async with Stage(journal, PAGE) as stage:
            assert shown(stage, "entry-") == ["entry-c"]
            assert shown(stage, "part-") == ["part-owl"]
            assert "The bus." in stage.words()
            assert "Not this." not in stage.words()

    played(act)


def test_the_page_of_one_says_nothing_of_another() -> None:
    async def act() -> None:
        journal = holding(
            near("jun", "Jun", (9, 2, 3), (1, 3, 3)),
            near("noor", "Noor", (9, 7, 1), (1, 6, 6), bond="my sister"),
            AfterContact(id="a", at=NOON, person="noor", zest="more"),
            happened("m", 1, people=("noor",), text="The fair."),
        )
        async with Stage(journal, PAGE) as stage:
            for word in ("Noor", "sister", "The fair."):
                assert word not in stage.words()
            assert chosen(stage, "after-") == []
            await stage.go("/people/noor")
            assert chosen(stage, "now-") == ["now-6"]
            assert chosen(stage, "after-") == ["after-zest-more"]

    played(act)


def test_going_from_one_to_another_takes_nothing_along() -> None:
    async def act() -> None:
        journal = holding(JUN, NOOR)
        async with Stage(journal, PAGE) as stage:
            await stage.tap("after-zest-more")
            await stage.tap("after-new")
            await stage.go("/people/noor")
            await stage.tap("after-worth-less")
            found = {one.person: told(one) for one in journal.all(AfterContact)}
            assert found == {"jun": {"zest": "more"}, "noor": {"worth": "less"}}

    played(act)


def test_over_time_shows_the_last_five_and_none_of_them_twice() -> None:
    async def act() -> None:
        steps = [(n, n % 7 + 1, None) for n in range(20, 0, -1)]
        async with Stage(holding(near("jun", "Jun", *steps)), PAGE) as stage:
            lines = [one for one in read(stage) if ": now" in one]
            assert len(lines) == 5
            assert all(one != other for one, other in pairwise(lines))
            assert lines[0] == "Monday 8 June: now 2"

    played(act)
