"""Leaving a look inward at any step, steadying oneself on the way, and coming back to it."""

import asyncio
import errno

import pytest

from domain.entries import Sitting
from domain.sittings import KNOWING, NOTICING
from tests.views.parts import EEL, OWL, begin, feel, held, shown, the_one, written
from tests.views.stage import Stage, played
from tests.views.test_state import on_disk
from tests.views.therapy import holding

FIRST = NOTICING[0]
PLACE = "/parts/owl/sit"


@pytest.mark.parametrize("way", ["sit-stop", "sit-close"])
def test_with_nothing_written_stopping_closes_at_once_and_nothing_is_kept(way: str) -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "x")
            await stage.type("sit-answer", " ")
            await stage.tap(way)
            assert stage.node("asking") is None
            assert stage.page.route == "/parts/owl"
            assert journal.all(Sitting) == ()
            assert stage.node("notice") is None
            assert "Nothing noted with it yet." in stage.words()

    played(act)


@pytest.mark.parametrize("way", ["sit-stop", "sit-close"])
def test_leaving_early_asks_what_becomes_of_what_was_written_and_says_no_more(way: str) -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "By the door.")
            await stage.tap(way)
            words = stage.words()
            assert "That's enough for now." in words
            assert "Keep what you wrote, or throw it away?" in words
            for choice in ("Keep it", "Throw it away", "Go back to the question"):
                assert choice in words
            assert written(the_one(journal, Sitting)) == [(FIRST.id, "", "By the door.")]

    played(act)


def test_what_was_written_is_kept_when_leaving_early() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "By the door.")
            await stage.tap("sit-stop")
            await stage.tap("sit-keep")
            assert stage.page.route == "/parts/owl"
            assert the_one(journal, Sitting).stage == "stopped"
            assert "A look inward with Owl: By the door." in stage.words()
            await stage.go("/")
            assert stage.node("begun") is None

    played(act)


def test_what_was_written_is_thrown_away_when_leaving_early_and_undo_has_it_back() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "By the door.")
            sitting = the_one(journal, Sitting)
            await stage.tap("sit-stop")
            await stage.tap("sit-throw-away")
            assert stage.page.route == "/parts/owl"
            assert journal.all(Sitting) == ()
            # The last letter may come after that.
            await stage.state.inward.write(sitting, FIRST, "By the door. ")
            assert journal.all(Sitting) == ()
            await stage.tap("undo-notice")
            back = the_one(journal, Sitting)
            assert written(back) == [(FIRST.id, "", "By the door.")]
            assert not back.under_way

    played(act)


def test_one_can_go_back_to_the_question_instead_of_leaving() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "By the door.")
            await stage.tap("sit-stop")
            await stage.tap("sit-go-back")
            assert stage.node("asking") is None
            assert held(stage, "sit-answer") == "By the door."
            assert stage.page.route == PLACE
            await stage.tap("sit-go-on")
            assert "how do you feel toward" in stage.words()

    played(act)


def test_a_closed_gate_with_nothing_written_is_left_at_once_and_kept() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage, "sit-go-on")
            await feel(stage, "scared")
            await stage.tap("sit-stop")
            assert stage.node("asking") is None
            assert the_one(journal, Sitting).toward == ("scared",)
            assert not the_one(journal, Sitting).under_way
            assert stage.page.route == "/parts/owl"

    played(act)


def test_a_look_that_has_ended_is_left_without_a_question() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage, "sit-declined", "sit-stop")
            assert stage.node("asking") is None
            assert stage.page.route == "/parts/owl"
            assert the_one(journal, Sitting).stage == "no_answer"

    played(act)


def test_after_steadying_oneself_closing_is_offered_first() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "By the door.")
            await stage.tap("sit-steady")
            assert stage.page.route == "/steady"
            await stage.tap("enough")
            assert stage.page.route == PLACE
            assert "Back in the room. You can close the app." in stage.words()
            assert stage.node("sit-answer") is None
            ways = shown(stage, "sit-back-")
            assert ways == ["sit-back-stop", "sit-back-go-on"]
            await stage.tap("sit-back-go-on")
            assert held(stage, "sit-answer") == "By the door."
            await stage.tap("sit-steady")
            await stage.tap("back")
            await stage.tap("sit-back-stop")
            await stage.tap("sit-keep")
            assert stage.page.route == "/parts/owl"
            assert the_one(journal, Sitting).stage == "stopped"

    played(act)


def test_steadying_oneself_before_it_begins_leads_back_to_where_one_was() -> None:
    async def act() -> None:
        async with Stage(holding(OWL), PLACE) as stage:
            await stage.tap("sit-steady")
            await stage.tap("enough")
            assert stage.page.route == PLACE
            assert stage.node("sit-begin")

    played(act)


def test_more_support_is_one_tap_from_every_step_and_leads_back() -> None:
    async def act() -> None:
        async with Stage(holding(OWL), PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "By the door.")
            await stage.tap("more-support")
            assert stage.page.route == "/support"
            await stage.tap("back")
            assert stage.page.route == PLACE
            assert held(stage, "sit-answer") == "By the door."

    played(act)


@pytest.mark.parametrize("place", ["/", "/parts"])
def test_a_look_that_was_left_half_way_is_offered_again_and_gone_back_to(place: str) -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "By the do")
        async with Stage(journal, place) as stage:
            assert "A look inward you had begun" in stage.words()
            assert "Owl" in stage.words()
            assert "By the do" not in stage.words()
            await stage.tap("begun-go-on")
            assert stage.page.route == PLACE
            assert held(stage, "sit-answer") == "By the do"
            await stage.type("sit-answer", "By the door.")
            await stage.tap("sit-go-on")
            assert written(the_one(journal, Sitting)) == [(FIRST.id, "", "By the door.")]

    played(act)


@pytest.mark.parametrize("place", ["/", "/parts"])
def test_a_look_that_was_left_half_way_is_kept_from_where_it_is_offered(place: str) -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "By the door.")
            await stage.go(place)
            await stage.tap("begun-keep")
            assert stage.node("begun") is None
            assert the_one(journal, Sitting).stage == "stopped"

    played(act)


@pytest.mark.parametrize("place", ["/", "/parts"])
def test_a_look_that_was_left_half_way_is_thrown_away_from_where_it_is_offered(place: str) -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "By the door.")
            await stage.go(place)
            await stage.tap("begun-throw-away")
            assert stage.node("begun") is None
            assert journal.all(Sitting) == ()
            await stage.tap("undo-notice")
            assert written(the_one(journal, Sitting)) == [(FIRST.id, "", "By the door.")]

    played(act)


def test_one_goes_back_to_the_very_step_that_was_left() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage, "sit-go-on")
            await feel(stage, "caring")
            await stage.tap("sit-go-on")
            await stage.type("sit-answer", "How early it gets up.")
            await stage.go("/parts/owl")
            await stage.tap("sit")
            assert KNOWING[0].text in stage.words()
            assert held(stage, "sit-answer") == "How early it gets up."
            assert len(journal.all(Sitting)) == 1
            await stage.go("/parts/eel")
            await stage.tap("sit")
            assert stage.node("sit-begin")

    played(act)


def test_a_look_with_two_that_was_left_half_way_is_gone_back_to() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL)
        async with Stage(journal, "/parts/owl/sit/eel") as stage:
            await begin(stage)
            await stage.type("sit-answer-eel", "Go.")
            await stage.go("/")
            assert "Owl and Eel" in stage.words()
            await stage.tap("begun-go-on")
            assert stage.page.route == "/parts/owl/sit/eel"
            assert held(stage, "sit-answer-eel") == "Go."

    played(act)


def test_words_that_cannot_be_kept_stay_on_the_screen_until_they_can() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            disk.fault = OSError(errno.ENOSPC, "")
            for typed in ("By", "By the door."):
                await stage.type("sit-answer", typed)
            assert "Not saved yet" in stage.words()
            assert held(stage, "sit-answer") == "By the door."
            assert stage.node("copy-words")
            await stage.tap("sit-go-on")
            await feel(stage, "curious")
            assert "Would you like to go on?" in stage.words()
            await stage.tap("sit-stop")
            await stage.tap("sit-keep")
            assert stage.page.route == PLACE
            assert "Not saved yet" in stage.words()
            disk.fault = None
            await stage.tap("try-again")
            sat = the_one(journal, Sitting)
            assert written(sat) == [(FIRST.id, "", "By the door.")]
            assert sat.toward == ("curious",)

    played(act)


def test_a_look_that_could_not_be_begun_is_begun_once() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(OWL)
        async with Stage(journal, PLACE) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("sit-begin")
            assert "Not saved yet" in stage.words()
            disk.fault = None
            await stage.tap("try-again")
            assert stage.node("sit-begin") is None
            assert len(journal.all(Sitting)) == 1
            await stage.tap("sit-stop")
            await stage.go("/")
            assert stage.node("begun") is None

    played(act)


def test_two_quick_taps_begin_one_look() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await asyncio.gather(stage.tap("sit-begin"), stage.tap("sit-begin"))
            assert len(journal.all(Sitting)) == 1

    played(act)
