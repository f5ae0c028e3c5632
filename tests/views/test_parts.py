"""What taps on the list of parts, on one part and on its page to change it become."""

import asyncio
import errno
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.entries import (
    COLORS,
    SHAPES,
    CheckIn,
    Here,
    Part,
    PartMap,
    Person,
    Relation,
    Reply,
    Settings,
    Sitting,
    TalkingPoint,
)
from domain.parts import OFFERED, free_look
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
    held,
    is_off,
    shown,
    the,
    the_one,
)
from tests.views.stage import NOON, Stage, played
from tests.views.test_state import on_disk
from tests.views.therapy import holding, point

SAT = Sitting(
    id="sat",
    at=MADE + timedelta(days=1),
    part="owl",
    stage="finished",
    replies=(Reply("P11", "How do you notice it?", "By the door."),),
)


def test_a_part_is_made_with_nothing_but_a_name() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/parts") as stage:
            assert "No parts here yet" in stage.words()
            await stage.tap("new-part")
            assert stage.page.route == "/parts/new"
            assert is_off(stage, "keep-part")
            await stage.type("part-name", "   ")
            assert is_off(stage, "keep-part")
            await stage.type("part-name", " The  Owl ")
            assert journal.all(Part) == ()
            await stage.tap("keep-part")
            made = the_one(journal, Part)
            assert (made.name, made.role, made.line) == ("The Owl", "", "")
            assert stage.page.route == f"/parts/{made.id}"
            assert "The Owl" in stage.words()

    played(act)


def test_enter_keeps_a_part_once_it_has_a_name() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/parts/new") as stage:
            await stage.type("part-name", "Owl")
            await stage.submit("part-name")
            assert the_one(journal, Part).name == "Owl"

    played(act)


def test_not_now_keeps_nothing() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/parts/new") as stage:
            await stage.type("part-name", "Owl")
            await stage.tap("part-not-now")
            assert stage.page.route == "/parts"
            assert journal.all(Part) == ()

    played(act)


@pytest.mark.parametrize("count", [0, 1, 5, len(OFFERED)])
def test_the_first_look_that_no_other_has_is_offered_and_nothing_else_is_preset(count: int) -> None:
    async def act() -> None:
        there = [
            Part(id=f"p{n}", at=MADE, name=f"{n}", shape=shape, color=color)
            for n, (shape, color) in enumerate(OFFERED[:count])
        ]
        journal = holding(*there)
        async with Stage(journal, "/parts/new") as stage:
            shape, color = free_look(there)
            assert chosen(stage, "shape-") == [f"shape-{shape}"]
            assert chosen(stage, "color-") == [f"color-{color}"]
            assert chosen(stage, "role-") == []
            assert held(stage, "part-name") == ""
            await stage.type("part-name", "Owl")
            await stage.tap("keep-part")
            made = next(one for one in journal.all(Part) if one.name == "Owl")
            assert (made.shape, made.color) == (shape, color)

    played(act)


def test_the_look_and_the_role_that_were_chosen_are_kept() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/parts/new") as stage:
            assert shown(stage, "shape-") == [f"shape-{one}" for one in SHAPES]
            assert shown(stage, "color-") == [f"color-{one}" for one in COLORS]
            await stage.tap("shape-kite")
            await stage.tap("color-rose")
            await stage.tap("role-tender")
            assert "held lightly" in stage.words()
            await stage.tap("role-tender")
            assert chosen(stage, "role-") == []
            await stage.tap("role-works-ahead")
            await stage.type("part-name", "Owl")
            await stage.tap("keep-part")
            made = the_one(journal, Part)
            assert (made.shape, made.color, made.role) == ("kite", "rose", "works_ahead")

    played(act)


def test_the_terms_of_a_role_stand_beside_plain_words_and_never_alone() -> None:
    async def act() -> None:
        async with Stage(holding(replace(OWL, role="jumps_in_fast")), "/parts/new") as stage:
            for plain, term in (
                ("Works ahead", "manager"),
                ("Jumps in fast", "firefighter"),
                ("Tender", "exile"),
            ):
                assert f"{plain} ({term})" in stage.words()
            for place in ("/parts", "/parts/owl"):
                await stage.go(place)
                assert "Jumps in fast" in stage.words()
                assert "firefighter" not in stage.words()

    played(act)


def test_a_part_that_cannot_be_kept_stays_on_the_screen_and_is_kept_once() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        async with Stage(journal, "/parts/new") as stage:
            await stage.type("part-name", "Owl")
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("keep-part")
            assert "Not saved yet" in stage.words()
            assert held(stage, "part-name") == "Owl"
            assert journal.all(Part) == ()
            disk.fault = None
            await stage.tap("keep-part")
            assert [one.name for one in journal.all(Part)] == ["Owl"]

    played(act)


def test_trying_again_keeps_a_part_and_leaves_no_way_to_make_it_twice() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        async with Stage(journal, "/parts/new") as stage:
            await stage.type("part-name", "Owl")
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("keep-part")
            disk.fault = None
            await stage.tap("try-again")
            if stage.node("keep-part") and not is_off(stage, "keep-part"):
                await stage.tap("keep-part")
            assert [one.name for one in journal.all(Part)] == ["Owl"]

    played(act)


def test_two_quick_taps_make_one_part() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/parts/new") as stage:
            await stage.type("part-name", "Owl")
            await asyncio.gather(stage.tap("keep-part"), stage.tap("keep-part"))
            assert len(journal.all(Part)) == 1

    played(act)


@pytest.mark.parametrize("field", ["says", "about", "wakes", "good_at", "hopes", "worries"])
def test_what_is_told_of_a_part_is_kept_with_every_letter(field: str) -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, "/parts/owl/edit") as stage:
            words = "Ah, so"
            for letters in range(1, len(words) + 1):
                await stage.type(f"part-{field.replace('_', '-')}", words[:letters])
                assert getattr(the(journal, Part, "owl"), field) == words[:letters]
            assert the(journal, Part, "owl").edited_at == NOON
            await stage.tap("part-done")
            assert stage.page.route == "/parts/owl"
            assert words in stage.words()

    played(act)


def test_a_part_is_renamed_but_never_to_nothing() -> None:
    async def act() -> None:
        journal = holding(OWL, check_in("c", 1, Here("owl")))
        async with Stage(journal, "/parts/owl/edit") as stage:
            for typed, kept in (("Ow", "Ow"), ("", "Ow"), ("  ", "Ow"), (" Owlet", "Owlet")):
                await stage.type("part-name", typed)
                assert the(journal, Part, "owl").name == kept
            await stage.go("/entries")
            assert "12:00 Owlet" in stage.words()

    played(act)


def test_the_look_the_role_and_who_it_shows_up_around_are_changed_and_taken_back() -> None:
    async def act() -> None:
        journal = holding(OWL, JUN, NOOR)
        async with Stage(journal, "/parts/owl/edit") as stage:
            await stage.tap("shape-arch")
            await stage.tap("color-clay")
            await stage.tap("role-other")
            await stage.tap("with-jun")
            await stage.tap("with-noor")
            owl = the(journal, Part, "owl")
            assert (owl.shape, owl.color, owl.role) == ("arch", "clay", "other")
            assert owl.around == ("jun", "noor")
            assert sorted(chosen(stage, "with-")) == ["with-jun", "with-noor"]
            await stage.tap("role-other")
            await stage.tap("with-jun")
            await stage.tap("add-person")
            await stage.type("add-person-name", "The choir")
            await stage.tap("add-person-keep")
            owl = the(journal, Part, "owl")
            choir = next(one for one in journal.all(Person) if one.name == "The choir")
            assert (owl.role, owl.around) == ("", ("noor", choir.id))
            await stage.tap("part-done")
            assert "Noor, The choir" in stage.words()

    played(act)


def test_words_about_a_part_that_cannot_be_kept_stay_until_they_can() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(OWL)
        async with Stage(journal, "/parts/owl/edit") as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.type("part-says", "Not yet.")
            await stage.type("part-hopes", "A day off.")
            await stage.tap("role-other")
            assert "Not saved yet" in stage.words()
            assert held(stage, "part-says") == "Not yet."
            disk.fault = None
            await stage.tap("try-again")
            owl = the(journal, Part, "owl")
            assert (owl.says, owl.hopes, owl.role) == ("Not yet.", "A day off.", "other")

    played(act)


def test_a_part_rests_and_comes_back_and_each_can_be_undone() -> None:
    async def act() -> None:
        journal = holding(OWL, check_in("c", 0))
        async with Stage(journal, "/parts/owl") as stage:
            await stage.tap("rest-part")
            assert the(journal, Part, "owl").resting_since == NOON
            assert stage.node("sit") is None
            await stage.tap("undo-notice")
            assert not the(journal, Part, "owl").resting
            await stage.tap("rest-part")
            await stage.go("/add/c")
            assert stage.node("here-owl") is None
            await stage.go("/parts")
            assert "Resting" in stage.words()
            await stage.tap("part-owl")
            await stage.tap("wake-part")
            assert not the(journal, Part, "owl").resting
            await stage.tap("undo-notice")
            assert the(journal, Part, "owl").resting
            await stage.tap("wake-part")
            assert stage.node("sit")
            await stage.go("/add/c")
            assert stage.node("here-owl")

    played(act)


def test_a_deleted_part_goes_with_its_sittings_and_undo_brings_all_of_it_back() -> None:
    async def act() -> None:
        both = replace(SAT, id="both", part="eel", other="owl")
        other = replace(SAT, id="other", part="eel")
        here = check_in("c", 1, Here("owl", "half"))
        lines = PartMap(id="m", at=MADE, relations=(Relation("owl", "protects", "eel"),))
        journal = holding(OWL, EEL, SAT, both, other, here, lines)
        async with Stage(journal, "/parts/owl") as stage:
            await stage.tap("delete-part")
            assert stage.page.route == "/parts"
            assert stage.node("part-owl") is None
            assert journal.all(Part) == (EEL,)
            # What Eel said stays, beside Owl too.
            assert {one.id for one in journal.all(Sitting)} == {"both", "other"}
            assert journal.all(CheckIn) == (here,)
            await stage.tap("undo-notice")
            assert the(journal, Part, "owl") == OWL
            assert {one.id for one in journal.all(Sitting)} == {"sat", "both", "other"}
            await stage.go("/parts/map")
            assert stage.node("line-owl-eel")
            await stage.go("/entries")
            assert "Owl (half)" in stage.words()

    played(act)


def test_what_was_brought_from_a_deleted_part_keeps_its_words() -> None:
    async def act() -> None:
        journal = holding(
            replace(OWL, says="Not yet."),
            SAT,
            TalkingPoint(id="a", at=NOON, source="owl"),
            TalkingPoint(id="b", at=NOON, source="sat"),
            TalkingPoint(id="c", at=NOON, source="sat/0"),
            point("d", "my own words", source="owl"),
        )
        async with Stage(journal, "/parts/owl") as stage:
            await stage.tap("delete-part")
            kept = {one.id: one.text for one in journal.all(TalkingPoint)}
            assert kept == {
                "a": "Owl: Not yet.",
                "b": "By the door.",
                "c": "By the door.",
                "d": "my own words",
            }
            await stage.go("/bring")
            assert "Owl: Not yet." in stage.words()

    played(act)


def test_the_list_has_the_part_noted_last_first_and_says_when_that_was() -> None:
    async def act() -> None:
        journal = holding(
            OWL,
            EEL,
            WREN,
            NEWT,
            check_in("c", 3, Here("owl")),
            check_in("d", 0, Here("eel")),
            replace(SAT, part="wren", at=NOON - timedelta(days=20)),
        )
        async with Stage(journal, "/parts") as stage:
            assert shown(stage, "part-") == ["part-eel", "part-owl", "part-wren", "part-newt"]
            words = stage.words()
            assert "Eel. Noted today" in words
            assert "Owl. Noted Saturday" in words
            assert "Wren. Tender. Hold lightly. Noted 20 May" in words
            assert words.index("Resting") < words.index("Newt")

    played(act)


def test_the_page_of_a_part_counts_when_it_was_around_and_what_was_beside_it() -> None:
    async def act() -> None:
        journal = holding(
            replace(OWL, says="“Not yet.”", around=("jun", "gone")),
            EEL,
            JUN,
            NOOR,
            replace(check_in("c", 2, Here("owl"), people=("jun",)), feelings=("tense",)),
            replace(check_in("d", 1, Here("owl", "most"), people=("jun", "noor")), note="The bus."),
            replace(check_in("e", 1, Here("eel"), people=("noor",)), feelings=("calm",)),
            SAT,
            PartMap(id="m", at=MADE, relations=(Relation("eel", "avoids", "owl"),)),
        )
        async with Stage(journal, "/parts/owl") as stage:
            words = stage.words()
            for said in (
                "“Not yet.”",
                "Noted at 2 check-ins",
                "tense  1",
                "Jun, Noor",
                "The bus.",
                "A look inward with Owl: By the door.",
                "Eel avoids Owl",
            ):
                assert said in words, said
            assert "calm" not in words
            assert set(shown(stage, "entry-")) == {"entry-c", "entry-d", "entry-sat"}

    played(act)


def test_a_long_past_opens_a_window_at_a_time() -> None:
    async def act() -> None:
        many = [check_in(f"c{n}", n, Here("owl")) for n in range(30)]
        async with Stage(holding(OWL, *many), "/parts/owl") as stage:
            assert len(shown(stage, "entry-")) == 12
            await stage.tap("part-more")
            await stage.tap("part-more")
            assert len(shown(stage, "entry-")) == 30
            assert stage.node("part-more") is None

    played(act)


def test_how_much_of_one_it_is_becomes_the_check_in_of_now_and_is_taken_back_by_a_second_tap() -> (
    None
):
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, "/parts/owl") as stage:
            assert chosen(stage, "blend-") == []
            await stage.tap("blend-half")
            await stage.tap("blend-corner")
            assert the_one(journal, CheckIn).parts == (Here("owl", "corner"),)
            assert chosen(stage, "blend-") == ["blend-corner"]
            await stage.tap("blend-corner")
            assert the_one(journal, CheckIn).parts == (Here("owl"),)
            await stage.go("/")
            await stage.tap("pad-3-5")
            one = the_one(journal, CheckIn)
            assert (one.place, one.parts) == ((3, 5), (Here("owl"),))

    played(act)


def test_a_tender_part_is_held_lightly_and_never_sat_with() -> None:
    async def act() -> None:
        journal = holding(WREN, OWL)
        async with Stage(journal, "/parts/wren") as stage:
            assert stage.node("sit") is None
            assert "Sit with" not in stage.words()
            await stage.tap("hold-lightly")
            assert stage.node("held-lightly")
            await stage.tap("hold-lightly")
            assert stage.node("held-lightly") is None
            await stage.tap("bring-part")
            assert the_one(journal, TalkingPoint).source == "wren"
            await stage.tap("steady-part")
            assert stage.page.route == "/steady"
            await stage.tap("enough")
            assert stage.page.route == "/parts/wren"
            assert journal.all(Sitting) == ()

    played(act)


def test_a_part_that_is_told_to_be_tender_is_not_sat_with_any_more() -> None:
    async def act() -> None:
        async with Stage(holding(OWL), "/parts/owl") as stage:
            assert stage.node("sit")
            await stage.go("/parts/owl/edit")
            await stage.tap("role-tender")
            await stage.tap("part-done")
            assert stage.node("sit") is None
            assert stage.node("hold-lightly")

    played(act)


def test_a_part_is_brought_with_one_tap_and_taken_off_with_another() -> None:
    async def act() -> None:
        journal = holding(replace(OWL, about="Sits by the door."))
        async with Stage(journal, "/parts/owl") as stage:
            await stage.tap("bring-part")
            one = the_one(journal, TalkingPoint)
            assert (one.source, one.tags) == ("owl", ("parts",))
            assert "On the list" in stage.words()
            await stage.go("/bring")
            assert "Owl: Sits by the door." in stage.words()
            assert "from a part" in stage.words()
            await stage.go(f"/bring/{one.id}")
            await stage.tap("point-source")
            assert stage.page.route == "/parts/owl"
            await stage.tap("bring-part")
            assert journal.all(TalkingPoint) == ()

    played(act)


def test_in_a_wide_window_a_part_stands_beside_the_list() -> None:
    async def act() -> None:
        async with Stage(holding(OWL, EEL), "/parts", width=1280) as stage:
            assert stage.node("map-owl")
            await stage.tap("part-owl")
            assert stage.node("part-eel")
            assert stage.node("sit")
            await stage.tap("edit-part")
            assert stage.page.route == "/parts/owl/edit"

    played(act)


def test_nothing_names_a_part_before_the_person_does() -> None:
    async def act() -> None:
        noted = replace(check_in("c", 0), note="The owl in me says no. My inner critic too.")
        journal = holding(noted)
        async with Stage(journal, "/parts") as stage:
            for place in ("/parts", "/parts/new", "/parts/map", "/add/c"):
                await stage.go(place)
                assert "critic" not in stage.words().replace(noted.note, "")
                assert shown(stage, "here-") == []
            assert journal.all(Part) == ()
            assert the_one(journal, Settings).welcomed

    played(act)
