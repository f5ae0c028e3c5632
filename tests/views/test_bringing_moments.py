"""Moments before a session and on its sheet, and how they are found again."""

from dataclasses import replace
from functools import partial
from typing import Any

from domain.entries import (
    FIRST_THERAPY,
    Mending,
    Moment,
    Person,
    TalkingPoint,
)
from tests.views.parts import JUN, NOOR, check_in, chosen, held, is_off, shown, the, the_one
from tests.views.people import (
    DAY,
    LU,
    NOD,
    THERAPIST,
    happened,
    label,
    read,
    turned_on,
)
from tests.views.stage import NOON, Stage, played
from tests.views.test_sheet import paper
from tests.views.therapy import WEEKLY, holding, point

# -- preparing ---------------------------------------------------------------------------------


def test_moments_still_open_are_to_prepare_from_and_no_others_are() -> None:
    async def act() -> None:
        def mended(id: str, days_ago: int, *states: Any) -> Moment:
            told = tuple(Mending(NOON - DAY, state) for state in states)
            return happened(id, days_ago, people=("jun",), text=f"about {id}", mending=told)

        journal = holding(
            JUN,
            WEEKLY,
            mended("older", 90),
            mended("partly", 3, "partly"),
            mended("again", 20, "mended", "open"),
            mended("done", 2, "mended"),
            mended("unwanted", 2, "not_wanted"),
            mended("unsafe", 2, "not_safe"),
            happened("good", 1, "good", text="about soup"),
        )
        async with Stage(journal, "/bring/prepare") as stage:
            assert "Moments still open" in read(stage)
            rows = [one for one in shown(stage, "bring-") if journal.get(Moment, one[6:])]
            assert rows == ["bring-partly", "bring-again", "bring-older"]
            assert "Jun · Saturday · partly mended" in read(stage)
            for word in ("done", "unwanted", "unsafe", "soup"):
                assert f"about {word}" not in stage.words()
            await stage.tap("bring-partly")
            assert chosen(stage, "bring-") == ["bring-partly"]
            assert the_one(journal, TalkingPoint).source == "partly"
            await stage.tap("bring-partly")
            assert journal.all(TalkingPoint) == ()

    played(act)


def test_those_who_were_mentioned_are_named_without_counts_the_last_one_first() -> None:
    async def act() -> None:
        journal = holding(
            JUN,
            NOOR,
            LU,
            THERAPIST,
            *(check_in(f"c{n}", 4 + n, people=("lu",)) for n in range(6)),
            check_in("d", 2, people=("jun", "gone")),
            happened("m", 1, "good", people=("noor",)),
            check_in("e", 30, people=("ther",)),
        )
        async with Stage(journal, "/bring/prepare") as stage:
            assert "People & places you mentioned" in read(stage)
            assert shown(stage, "to-") == ["to-noor", "to-jun", "to-lu"]
            assert [label(stage, one) for one in shown(stage, "to-")] == ["Noor", "Jun", "Lu"]
            await stage.tap("to-lu")
            assert stage.page.route == "/people/lu"

    played(act)


def test_one_with_the_therapist_is_brought_from_there_as_private() -> None:
    async def act() -> None:
        journal = holding(THERAPIST, happened("m", 1, people=("ther",), text="The laugh."))
        async with Stage(journal, "/bring/prepare") as stage:
            await stage.tap("bring-m")
            one = the_one(journal, TalkingPoint)
            assert (one.tags, one.private) == (("between_us",), True)

    played(act)


# -- the sheet ---------------------------------------------------------------------------------


def test_open_moments_are_on_the_sheet_only_if_that_is_switched_on() -> None:
    async def act() -> None:
        unwanted = (Mending(NOON, "not_wanted"),)
        journal = holding(
            replace(JUN, name="Wilma Kay"),
            happened("m", 1, people=("jun",), text="Wilma hung up."),
            happened("n", 1, people=("jun",), text="Not this.", mending=unwanted),
        )
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            assert not turned_on(stage, "sheet-moments")
            assert "hung up" not in paper(stage)
            await stage.tap("sheet-moments")
            assert "Something went off, with W. K.: W. hung up. (open)" in paper(stage)
            assert "Wilma" not in paper(stage)
            assert "Not this." not in paper(stage)
            await stage.tap("sheet-initials")
            assert "Something went off, with Wilma Kay: Wilma hung up. (open)" in paper(stage)
            await stage.tap("sheet-moments")
            assert "hung up" not in paper(stage)

    played(act)


def test_the_therapist_is_brought_privately_and_to_a_list_that_is_there() -> None:
    async def act(therapist: Person, therapy: str) -> None:
        journal = holding(therapist)
        async with Stage(journal, f"/people/{therapist.id}") as stage:
            await stage.tap("bring-person")
            one = the_one(journal, TalkingPoint)
            assert (one.source, one.between_us, one.private) == (therapist.id, True, True)
            assert one.therapy == therapy
            await stage.tap("bring-person")
            assert journal.all(TalkingPoint) == ()

    played(partial(act, THERAPIST, THERAPIST.therapy))
    played(partial(act, replace(THERAPIST, therapy="gone"), FIRST_THERAPY))


def test_those_with_the_therapist_are_on_it_only_with_what_is_between_us() -> None:
    async def act() -> None:
        journal = holding(
            THERAPIST,
            happened("m", 1, people=("ther",), text="The laugh."),
            happened("n", 1, text="The phone."),
            point("p", "the fee", tags=("between_us",)),
        )
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            await stage.tap("sheet-moments")
            assert "The phone." in paper(stage)
            assert "The laugh." not in paper(stage)
            await stage.tap("sheet-between-us")
            assert "The laugh." not in paper(stage)
            await stage.tap("show-it")
            assert "The laugh." in paper(stage)
            assert "with A. B." in paper(stage)
            await stage.tap("sheet-between-us")
            assert "The laugh." not in paper(stage)

    played(act)


def test_with_nothing_else_between_us_an_open_moment_with_the_therapist_can_be_shown() -> None:
    async def act() -> None:
        journal = holding(THERAPIST, happened("m", 1, people=("ther",), text="The laugh."))
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            await stage.tap("sheet-moments")
            assert "The laugh." not in paper(stage)
            await stage.tap("sheet-between-us")
            assert "The laugh." not in paper(stage)
            await stage.tap("show-it")
            assert "The laugh." in paper(stage)

    played(act)


def test_a_moment_that_is_private_on_the_list_is_on_no_sheet() -> None:
    async def act() -> None:
        journal = holding(
            JUN,
            happened("m", 1, people=("jun",), text="The phone."),
            point("p", "about it", source="m", private=True),
        )
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            await stage.tap("sheet-moments")
            assert "The phone." not in paper(stage)

    played(act)


# -- finding them ------------------------------------------------------------------------------


def test_entries_have_moments_and_find_them_by_words_and_by_names() -> None:
    async def act() -> None:
        journal = holding(
            JUN,
            NOD,
            happened("m", 1, people=("jun",), text="The phone.", tags=("accent",)),
            happened("n", 2, "good", ways=("nod",), story="an older one"),
            check_in("c", 1, people=("jun",)),
        )
        async with Stage(journal, "/entries") as stage:
            assert set(shown(stage, "entry-")) == {"entry-m", "entry-n", "entry-c"}
            assert "Something went off, with Jun · open · 12:00" in read(stage)
            await stage.tap("kind-moments")
            assert shown(stage, "entry-") == ["entry-m", "entry-n"]
            for typed, found in (
                ("phone", ["entry-m"]),
                ("JUN", ["entry-m"]),
                ("accent", ["entry-m"]),
                ("nodding", ["entry-n"]),
                ("older", ["entry-n"]),
                ("wren", []),
            ):
                await stage.type("search", typed)
                assert shown(stage, "entry-") == found, typed
            await stage.type("search", "phone")
            await stage.tap("entry-m")
            assert stage.page.route == "/entries/m"
            assert not is_off(stage, "delete")

    played(act)


def test_in_a_wide_window_a_moment_stands_beside_the_entries() -> None:
    async def act() -> None:
        journal = holding(JUN, happened("m", 1, text="The phone."), happened("n", 2, text="Soup."))
        async with Stage(journal, "/entries", width=1280) as stage:
            await stage.tap("entry-m")
            assert held(stage, "moment-text") == "The phone."
            await stage.tap("entry-n")
            assert held(stage, "moment-text") == "Soup."
            await stage.tap("repair-mended")
            assert the(journal, Moment, "m").mending == ()
            assert the(journal, Moment, "n").repair == "mended"

    played(act)
