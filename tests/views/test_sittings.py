"""A look inward, a step at a time: the paths through the gate, and what is kept of them."""

import pytest

from domain.entries import OwnPrompt, Part, Settings, Sitting, TalkingPoint
from domain.prompts import prompt
from domain.sittings import KNOWING, LONG, NOTICING
from tests.views.parts import (
    EEL,
    NEWT,
    OWL,
    WREN,
    begin,
    feel,
    held,
    is_off,
    shown,
    the_one,
    written,
)
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import journal_of
from tests.views.therapy import holding
from views.sayings import LOOKING_INWARD

FIRST, SECOND = NOTICING[:2]
KNOW, KNOW_MORE = KNOWING[:2]
PLACE = "/parts/owl/sit"
CLOSING = {
    "annoyed": "Note the annoyed one",
    "scared": "Note the scared one",
    "swept-up": "Note the one that is swept up",
    "want-it-gone": "Note the one that wants it gone",
    "unsure": "Note the unsure one",
}


def test_consent_comes_first_and_nothing_is_kept_before_it() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, "/parts/owl") as stage:
            await stage.tap("sit")
            assert stage.page.route == PLACE
            words = stage.words()
            assert "A short look inward. Nothing has to happen." in words
            assert "One to three questions, then it ends by itself." in words
            assert "You can stop at any point." in words
            assert stage.node("sit-question") is None
            await stage.tap("sit-stop")
            assert stage.page.route == "/parts/owl"
            assert journal.all(Sitting) == ()

    played(act)


def test_the_sentence_of_safety_is_said_before_the_first_look_and_once_only() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL)
        async with Stage(journal, PLACE) as stage:
            assert LOOKING_INWARD in stage.words()
            await stage.tap("sit-close")
            await stage.go(PLACE)
            assert LOOKING_INWARD in stage.words()
            await begin(stage)
            assert LOOKING_INWARD not in stage.words()
            assert the_one(journal, Settings).told_of_parts
            await stage.go("/parts")
            await stage.go("/parts/eel/sit")
            assert stage.node("sit-begin")
            assert LOOKING_INWARD not in stage.words()
        async with Stage(journal, "/parts/eel/sit") as stage:
            assert LOOKING_INWARD not in stage.words()

    played(act)


def test_through_an_open_gate_to_the_end() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            assert FIRST.text in stage.words()
            for typed in ("B", "By", "By the door."):
                await stage.type("sit-answer", typed)
                assert written(the_one(journal, Sitting)) == [(FIRST.id, "", typed)]
            await stage.tap("sit-go-on")
            assert "Right now, how do you feel toward this part?" in stage.words()
            assert "Every answer is a fine answer." in stage.words()
            assert len(shown(stage, "toward-")) == 9
            assert stage.node("sit-skip") is None
            assert is_off(stage, "gate-go-on")
            await stage.tap("toward-curious")
            await stage.tap("toward-curious")
            assert is_off(stage, "gate-go-on")
            await feel(stage, "curious", "okay")
            assert the_one(journal, Sitting).toward == ("curious", "okay")
            assert "Would you like to go on?" in stage.words()
            assert KNOW.text in stage.words()
            assert stage.node("sit-answer") is None
            await stage.tap("sit-go-on")
            await stage.type("sit-answer", "How early it gets up.")
            await stage.tap("sit-go-on")
            assert "Would you like to go on?" in stage.words()
            await stage.tap("sit-go-on")
            assert KNOW_MORE.text in stage.words()
            assert held(stage, "sit-answer") == ""
            await stage.type("sit-answer", "The keys.")
            await stage.tap("sit-go-on")
            assert "That's it for this time." in stage.words()
            assert "What you wrote is kept." in stage.words()
            await stage.tap("sit-done")
            assert stage.page.route == "/parts/owl"
            sat = the_one(journal, Sitting)
            assert sat.stage == "finished"
            assert written(sat) == [
                (FIRST.id, "", "By the door."),
                (KNOW.id, "", "How early it gets up."),
                (KNOW_MORE.id, "", "The keys."),
            ]
            assert "A look inward with Owl: By the door." in stage.words()

    played(act)


def test_behind_an_open_gate_one_question_can_be_enough() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage, "sit-go-on")
            await feel(stage, "neutral")
            await stage.tap("sit-enough")
            assert "That's it for this time." in stage.words()
            assert "Nothing has to come of it." in stage.words()
            assert the_one(journal, Sitting).stage == "finished"

    played(act)


@pytest.mark.parametrize("toward", CLOSING)
def test_a_closed_gate_offers_to_note_it_to_bring_it_to_steady_oneself_or_to_stop(
    toward: str,
) -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage, "sit-go-on")
            await feel(stage, "curious", toward)
            for _ in range(2):
                words = stage.words()
                assert "Something else is standing in front, and that's fine." in words
                assert "note it, get your feet under you, or stop here?" in words
                assert CLOSING[toward] in words
                for way in ("gate-note", "gate-bring", "sit-steady", "sit-stop"):
                    assert not is_off(stage, way)
                for way in ("toward-", "gate-go-on", "sit-go-on", "sit-answer", "sit-question-"):
                    assert shown(stage, way) == []
                await stage.go("/parts")
                await stage.go(PLACE)

    played(act)


def test_what_stands_in_front_is_noted_as_a_part_of_its_own_with_nothing_filled_in() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage, "sit-go-on")
            await feel(stage, "scared", "annoyed")
            assert "Note what is in front" in stage.words()
            await stage.tap("gate-note")
            assert stage.page.route == "/parts/new"
            assert held(stage, "part-name") == ""
            assert the_one(journal, Sitting).stage == "finished"
            assert journal.all(Part) == (OWL,)
            await stage.go("/")
            assert stage.node("begun") is None

    played(act)


def test_how_one_feels_toward_it_is_brought_from_a_closed_gate() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage, "sit-go-on")
            await feel(stage, "want-it-gone")
            await stage.tap("gate-bring")
            sat = the_one(journal, Sitting)
            brought = the_one(journal, TalkingPoint)
            assert brought.source == sat.id
            assert brought.text == "Toward Owl: want it gone"
            assert brought.tags == ("parts",)
            assert "On the list" in stage.words()
            await stage.tap("gate-bring")
            assert journal.all(TalkingPoint) == ()

    played(act)


@pytest.mark.parametrize("at", ["notice", "gate", "know"])
def test_a_part_that_does_not_want_to_answer_has_answered(at: str) -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            if at != "notice":
                await stage.tap("sit-go-on")
            if at == "know":
                await feel(stage, "caring")
                await stage.tap("sit-go-on")
            assert "This part doesn't want to answer" in stage.words()
            await stage.tap("sit-declined")
            assert "Good to know. We'll leave it there." in stage.words()
            assert "Noted: Owl didn't want to answer." in stage.words()
            assert stage.node("sit-answer") is None
            sat = the_one(journal, Sitting)
            assert sat.stage == "no_answer"
            (declined,) = [one for one in sat.replies if one.declined]
            asked = {"notice": FIRST.id, "gate": "P25", "know": KNOW.id}
            assert declined.prompt == asked[at]
            await stage.tap("sit-bring")
            brought = the_one(journal, TalkingPoint)
            assert brought.text.startswith("Owl didn't want to answer.")
            await stage.tap("sit-done")
            assert stage.page.route == "/parts/owl"
            assert "It didn't want to answer" in stage.words()

    played(act)


def test_what_was_written_before_it_did_not_want_to_answer_is_kept() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "Only that it is there.")
            await stage.tap("sit-declined")
            (reply,) = the_one(journal, Sitting).replies
            assert (reply.text, reply.declined) == ("Only that it is there.", True)

    played(act)


def test_a_skipped_question_is_left_and_undo_brings_back_what_was_written_to_it() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "By the door.")
            await stage.tap("sit-skip")
            assert "how do you feel toward" in stage.words()
            assert written(the_one(journal, Sitting)) == []
            await stage.tap("undo-notice")
            assert held(stage, "sit-answer") == "By the door."
            assert FIRST.text in stage.words()
            await stage.type("sit-answer", "")
            await stage.tap("sit-skip")
            assert "how do you feel toward" in stage.words()
            assert stage.node("notice") is None

    played(act)


def test_another_question_comes_in_the_place_of_one_and_does_not_lose_what_was_written() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage, "sit-another")
            assert SECOND.text in stage.words()
            assert FIRST.text not in stage.words()
            await stage.type("sit-answer", "Foggy.")
            await stage.tap("sit-another")
            assert SECOND.text not in stage.words()
            assert written(the_one(journal, Sitting)) == [(SECOND.id, "", "Foggy.")]

    played(act)


def test_a_question_that_was_asked_lately_waits_until_the_others_were() -> None:
    async def act() -> None:
        async with Stage(holding(OWL), PLACE) as stage:
            for asked in NOTICING[:3]:
                await begin(stage)
                assert asked.text in stage.words()
                await stage.type("sit-answer", "Foggy.")
                await stage.tap("sit-go-on")
                await stage.tap("sit-stop")
                await stage.tap("sit-keep")
                await stage.go(PLACE)

    played(act)


def test_a_question_hidden_in_a_look_is_never_asked_again_until_it_is_shown_again() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage, "sit-hide")
            assert SECOND.text in stage.words()
            assert the_one(journal, Settings).hidden_prompts == (FIRST.id,)
            await stage.tap("sit-stop")
            await stage.go(PLACE)
            await begin(stage)
            for _ in range(2 * len(NOTICING)):
                assert FIRST.text not in stage.words()
                await stage.tap("sit-another")
            await stage.tap("sit-stop")
            await stage.go("/settings/questions")
            assert FIRST.text in stage.words()
            await stage.tap(f"show-{FIRST.id}")
            await stage.go(PLACE)
            await begin(stage)
            assert FIRST.text in stage.words()

    played(act)


def test_with_every_first_question_hidden_a_look_begins_at_the_gate() -> None:
    async def act() -> None:
        mine = Settings(welcomed=True, hidden_prompts=tuple(one.id for one in NOTICING))
        async with Stage(journal_of([mine, OWL]), PLACE) as stage:
            await begin(stage)
            assert "how do you feel toward" in stage.words()

    played(act)


def test_with_every_gated_question_hidden_a_look_ends_at_an_open_gate() -> None:
    async def act() -> None:
        mine = Settings(welcomed=True, hidden_prompts=tuple(one.id for one in KNOWING))
        async with Stage(journal_of([mine, OWL]), PLACE) as stage:
            await begin(stage, "sit-go-on")
            await feel(stage, "caring")
            assert "That's it for this time." in stage.words()

    played(act)


def test_questions_of_ones_own_are_asked_where_they_were_put() -> None:
    async def act() -> None:
        own = (
            OwnPrompt("mine", "What colour is the day?", "notice"),
            OwnPrompt("deep", "What would you pack for it?", "know"),
        )
        journal = journal_of([Settings(welcomed=True, own_prompts=own), OWL])
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            assert "What colour is the day?" in stage.words()
            assert "What would you pack" not in stage.words()
            await stage.type("sit-answer", "Grey.")
            await stage.tap("sit-go-on")
            assert "What would you pack" not in stage.words()
            await feel(stage, "curious")
            assert "What would you pack for it?" in stage.words()
            await stage.tap("sit-go-on")
            await stage.type("sit-answer", "A scarf.")
            assert written(the_one(journal, Sitting)) == [
                ("mine", "", "Grey."),
                ("deep", "", "A scarf."),
            ]

    played(act)


def test_a_question_of_ones_own_that_was_taken_away_meanwhile_leaves_a_way_on() -> None:
    async def act() -> None:
        own = OwnPrompt("deep", "What would you pack for it?", "know")
        journal = journal_of([Settings(welcomed=True, own_prompts=(own,)), OWL])
        async with Stage(journal, PLACE) as stage:
            await begin(stage, "sit-go-on")
            await feel(stage, "curious")
            await stage.go("/settings/questions")
            await stage.tap("remove-deep")
            await stage.go(PLACE)
            assert stage.node("sit-go-on") or stage.node("sit-done"), stage.words()

    played(act)


def test_a_look_with_one_part_is_never_shown_at_the_place_of_another() -> None:
    async def act() -> None:
        async with Stage(holding(OWL, EEL), PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "By the door.")
            await stage.go("/parts/eel/sit")
            assert stage.node("sit-begin")
            assert stage.node("sit-answer") is None

    played(act)


def test_after_ten_minutes_an_end_is_suggested_softly_and_not_before() -> None:
    async def act() -> None:
        async with Stage(holding(OWL), PLACE) as stage:
            await begin(stage)
            stage.now = NOON + LONG / 2
            await stage.type("sit-answer", "F")
            assert stage.node("sit-long") is None
            stage.now = NOON + LONG
            await stage.type("sit-answer", "Fo")
            assert stage.node("sit-long")
            assert prompt("P31").text in stage.words()
            assert held(stage, "sit-answer") == "Fo"
            await stage.tap("sit-go-on")
            assert stage.node("sit-long")

    played(act)


def test_once_a_look_is_over_nothing_is_suggested() -> None:
    async def act() -> None:
        async with Stage(holding(OWL), PLACE) as stage:
            await begin(stage, "sit-declined")
            stage.now = NOON + 2 * LONG
            await stage.tap("sit-bring")
            assert stage.node("sit-long") is None

    played(act)


@pytest.mark.parametrize(
    "place", ["/parts/wren/sit", "/parts/newt/sit", "/parts/owl/sit/wren", "/parts/newt/sit/owl"]
)
def test_a_tender_part_and_one_that_rests_are_asked_nothing(place: str) -> None:
    async def act() -> None:
        journal = holding(OWL, WREN, NEWT)
        async with Stage(journal, place) as stage:
            assert "Nothing is asked here." in stage.words()
            for step in ("sit-begin", "sit-question", "sit-answer", "toward-", "sit-go-on"):
                assert shown(stage, step) == []
            await stage.tap("sit-stop")
            assert stage.page.route == place.partition("/sit")[0]
            assert journal.all(Sitting) == ()

    played(act)


def test_a_look_that_was_begun_asks_nothing_once_its_part_is_tender() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "By the door.")
            await stage.go("/parts/owl/edit")
            await stage.tap("role-tender")
            await stage.go(PLACE)
            assert stage.node("sit-question") is None
            assert "Nothing is asked here." in stage.words()
            await stage.tap("sit-stop")
            await stage.tap("sit-keep")
            assert the_one(journal, Sitting).stage == "stopped"
            assert written(the_one(journal, Sitting)) == [(FIRST.id, "", "By the door.")]

    played(act)


def test_a_look_at_its_end_is_brought_with_all_that_was_written() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer", "By the door.")
            await stage.tap("sit-go-on")
            await feel(stage, "caring")
            await stage.tap("sit-enough")
            await stage.tap("sit-bring")
            assert the_one(journal, TalkingPoint).source == the_one(journal, Sitting).id
            await stage.go("/bring")
            assert "By the door." in stage.words()
            assert "from a look inward, Tuesday" in stage.words()

    played(act)
