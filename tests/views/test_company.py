"""Who and which parts are at a check-in: chosen in a tap, told again, found later."""

import errno
from datetime import timedelta

from domain.entries import CheckIn, Here, Part, Person
from domain.parts import OFFERED
from tests.views.parts import (
    EEL,
    JUN,
    MADE,
    NEWT,
    NOOR,
    OWL,
    WREN,
    check_in,
    chosen,
    is_off,
    shown,
    the,
    the_one,
)
from tests.views.stage import NOON, Stage, played
from tests.views.test_state import on_disk
from tests.views.therapy import holding


def test_of_quick_taps_none_is_lost() -> None:
    async def act() -> None:
        journal = holding(OWL, WREN, JUN, NOOR, check_in("c", 0))
        async with Stage(journal, "/add/c") as stage:
            feelings = shown(stage, "feeling-")[1:3]
            await stage.tap_at_once(*feelings, "here-owl", "with-jun", "here-wren", "with-noor")
            one = the(journal, CheckIn, "c")
            assert one.parts == (Here("owl"), Here("wren"))
            assert one.people == ("jun", "noor")
            assert chosen(stage, "feeling-") == feelings

    played(act)


def test_parts_and_people_are_chosen_and_taken_off_with_a_tap_each() -> None:
    async def act() -> None:
        journal = holding(OWL, WREN, JUN, check_in("c", 0))
        async with Stage(journal, "/add/c") as stage:
            assert chosen(stage, "here-") == chosen(stage, "with-") == []
            for tap in ("here-owl", "here-wren", "with-jun"):
                await stage.tap(tap)
            one = the(journal, CheckIn, "c")
            assert one.parts == (Here("owl"), Here("wren"))
            assert one.people == ("jun",)
            assert set(chosen(stage, "here-")) == {"here-owl", "here-wren"}
            for tap in ("here-owl", "with-jun"):
                await stage.tap(tap)
            one = the(journal, CheckIn, "c")
            assert (one.parts, one.people) == ((Here("wren"),), ())

    played(act)


def test_those_that_were_here_last_come_first_and_stay_in_place_while_one_chooses() -> None:
    async def act() -> None:
        journal = holding(
            OWL,
            EEL,
            WREN,
            NEWT,
            JUN,
            NOOR,
            check_in("a", 3, Here("owl"), people=("noor",)),
            check_in("b", 2, Here("owl"), people=("noor",)),
            check_in("d", 1, Here("wren"), people=("jun",)),
            check_in("c", 0),
        )
        async with Stage(journal, "/add/c") as stage:
            order = ["here-wren", "here-owl", "here-eel"]
            assert shown(stage, "here-") == order
            assert shown(stage, "with-") == ["with-jun", "with-noor"]
            await stage.tap("here-eel")
            await stage.tap("with-noor")
            assert shown(stage, "here-") == order
            assert shown(stage, "with-") == ["with-jun", "with-noor"]

    played(act)


def test_eight_are_offered_the_others_with_a_tap_and_one_that_is_here_always() -> None:
    async def act() -> None:
        parts = [Part(id=f"p{n}", at=MADE + timedelta(days=n), name=f"P{n}") for n in range(12)]
        people = [Person(id=f"q{n}", at=MADE + timedelta(days=n), name=f"Q{n}") for n in range(12)]
        journal = holding(*parts, *people, check_in("c", 0, Here("p0"), people=("q0",)))
        async with Stage(journal, "/add/c") as stage:
            newest = [f"p{n}" for n in range(11, 3, -1)]
            assert shown(stage, "here-") == [f"here-{id}" for id in (*newest, "p0")]
            assert len(shown(stage, "with-")) == 9
            await stage.tap("parts-all")
            await stage.tap("people-all")
            assert len(shown(stage, "here-")) == len(shown(stage, "with-")) == 12
            assert stage.node("parts-all") is None

    played(act)


def test_how_much_of_one_a_part_is_is_told_and_the_same_again_takes_only_that_back() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL, check_in("c", 0))
        async with Stage(journal, "/add/c") as stage:
            assert shown(stage, "blend-") == []
            await stage.tap("here-owl")
            assert "How much of you is Owl right now?" in stage.words()
            assert chosen(stage, "blend-") == []
            for tap, kept in (("all", "all"), ("most", "most"), ("half", "half"), ("half", "")):
                await stage.tap(f"blend-{tap}-owl")
                assert the(journal, CheckIn, "c").parts == (Here("owl", kept),)  # type: ignore[arg-type]
            await stage.tap("here-eel")
            await stage.tap("blend-corner-eel")
            await stage.tap("blend-most-owl")
            parts = the(journal, CheckIn, "c").parts
            assert parts == (Here("owl", "most"), Here("eel", "corner"))
            await stage.tap("here-owl")
            assert the(journal, CheckIn, "c").parts == (Here("eel", "corner"),)
            assert stage.node("blend-most-owl") is None

    played(act)


def test_a_part_and_a_person_are_added_in_place_and_are_there_at_once() -> None:
    async def act() -> None:
        journal = holding(check_in("c", 0))
        async with Stage(journal, "/add/c") as stage:
            await stage.tap("add-part")
            await stage.submit("add-part-name")
            assert journal.all(Part) == ()
            await stage.tap("add-part")
            await stage.type("add-part-name", "Owl")
            await stage.tap("add-part-keep")
            owl = the_one(journal, Part)
            assert (owl.name, owl.role, (owl.shape, owl.color)) == ("Owl", "", OFFERED[0])
            await stage.tap("add-person")
            await stage.type("add-person-name", " The  choir ")
            await stage.submit("add-person-name")
            choir = the_one(journal, Person)
            assert choir.name == "The choir"
            one = the_one(journal, CheckIn)
            assert (one.parts, one.people) == ((Here(owl.id),), (choir.id,))
            assert chosen(stage, "here-") == [f"here-{owl.id}"]
            assert chosen(stage, "with-") == [f"with-{choir.id}"]
            await stage.tap("add-person")
            await stage.type("add-person-name", "nobody after all")
            await stage.tap("add-person-not-now")
            assert journal.all(Person) == (choir,)
            assert not is_off(stage, "add-person")

    played(act)


def test_entries_show_who_and_which_parts_were_there_and_find_them() -> None:
    async def act() -> None:
        journal = holding(
            OWL,
            EEL,
            JUN,
            check_in("a", 2, Here("owl", "half"), people=("jun",)),
            check_in("b", 1, Here("eel"), Here("gone", "all"), people=("gone",)),
            check_in("c", 0),
        )
        async with Stage(journal, "/entries") as stage:
            assert "with Jun · Owl (half)" in stage.words()
            assert "Eel" in stage.words()
            assert "gone" not in stage.words()
            for typed, found in (
                ("owl", ["entry-a"]),
                ("JUN owl", ["entry-a"]),
                ("eel", ["entry-b"]),
                ("wren", []),
            ):
                await stage.type("search", typed)
                assert shown(stage, "entry-") == found

    played(act)


def test_today_shows_who_and_which_parts_are_at_the_check_in_of_now() -> None:
    async def act() -> None:
        journal = holding(OWL, JUN)
        async with Stage(journal) as stage:
            await stage.tap("pad-3-5")
            assert "Add more: Parts" in stage.words()
            await stage.tap("add-parts")
            await stage.tap("here-owl")
            await stage.tap("with-jun")
            await stage.tap("done")
            assert "Parts: Owl" in stage.words()
            assert "People: Jun" in stage.words()
            stage.state.end_sitting()
            await stage.settle()
            assert "with Jun · Owl" in stage.words()

    played(act)


def test_a_part_that_rests_now_is_still_shown_where_it_was_and_can_be_taken_off() -> None:
    async def act() -> None:
        journal = holding(NEWT, OWL, check_in("c", 25, Here("newt", "half"), Here("owl")))
        async with Stage(journal, "/entries/c") as stage:
            assert set(chosen(stage, "here-")) == {"here-newt", "here-owl"}
            await stage.tap("here-newt")
            assert the(journal, CheckIn, "c").parts == (Here("owl"),)

    played(act)


def test_what_was_chosen_while_nothing_can_be_kept_is_kept_later() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(OWL, JUN, check_in("c", 0))
        async with Stage(journal, "/add/c") as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("here-owl")
            await stage.tap("with-jun")
            assert "Not saved yet" in stage.words()
            disk.fault = None
            await stage.tap("try-again")
            one = the(journal, CheckIn, "c")
            assert (one.parts, one.people) == ((Here("owl"),), ("jun",))
            assert one.edited_at == NOON

    played(act)


def test_what_was_chosen_while_nothing_can_be_kept_is_seen_to_be_chosen() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(OWL, JUN, check_in("c", 0))
        async with Stage(journal, "/add/c") as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("here-owl")
            await stage.tap("with-jun")
            assert chosen(stage, "here-") == ["here-owl"]
            assert chosen(stage, "with-") == ["with-jun"]

    played(act)


def test_somebody_added_while_nothing_can_be_kept_is_at_the_check_in_later() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(check_in("c", 0))
        async with Stage(journal, "/add/c") as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            for kind, name in (("part", "Owl"), ("person", "Jun")):
                await stage.tap(f"add-{kind}")
                await stage.type(f"add-{kind}-name", name)
                await stage.submit(f"add-{kind}-name")
            disk.fault = None
            await stage.tap("try-again")
            one = the(journal, CheckIn, "c")
            assert one.parts == (Here(the_one(journal, Part).id),)
            assert one.people == (the_one(journal, Person).id,)

    played(act)
