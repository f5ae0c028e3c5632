"""A look inward with two parts that pull against each other: equal room, one gate toward each."""

import flet as ft
import pytest

from domain.entries import Sitting, TalkingPoint
from domain.prompts import prompt
from tests.views.parts import EEL, OWL, begin, feel, held, is_off, shown, the_one, written
from tests.views.stage import Stage, played
from tests.views.therapy import holding

PLACE = "/parts/owl/sit/eel"


def test_two_parts_have_a_field_each_and_what_is_written_is_kept_with_whose_it_is() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            sat = the_one(journal, Sitting)
            assert (sat.part, sat.other) == ("owl", "eel")
            asked = prompt("P54").text
            assert asked in stage.words()
            await stage.type("sit-answer-owl", "Stay.")
            await stage.type("sit-answer-eel", "Go.")
            await stage.type("sit-answer-owl", "Stay in.")
            assert written(the_one(journal, Sitting)) == [
                ("P54", "owl", "Stay in."),
                ("P54", "eel", "Go."),
            ]
            await stage.tap("sit-go-on")
            await feel(stage, "curious")
            assert "Eel" in stage.words()
            assert is_off(stage, "gate-go-on")
            await feel(stage, "okay")
            await stage.tap("sit-go-on")
            assert prompt("P56").text in stage.words()
            assert held(stage, "sit-answer-owl") == held(stage, "sit-answer-eel") == ""
            await stage.type("sit-answer-eel", "Quiet.")
            await stage.tap("sit-go-on")
            sat = the_one(journal, Sitting)
            assert (sat.toward, sat.toward_other) == (("curious",), ("okay",))
            assert written(sat)[2:] == [("P56", "eel", "Quiet.")]
            for place in ("/parts/owl", "/parts/eel"):
                await stage.go(place)
                assert stage.node(f"entry-{sat.id}")
                assert "A look inward with Owl and Eel" in stage.words()
            await stage.go(f"/entries/{sat.id}")
            assert f"Owl: {asked}" in stage.words()
            assert f"Eel: {asked}" in stage.words()

    played(act)


@pytest.mark.parametrize(("one", "other"), [("annoyed", None), ("curious", "scared")])
def test_one_closed_gate_of_two_is_enough(one: str, other: str | None) -> None:
    async def act() -> None:
        journal = holding(OWL, EEL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage, "sit-go-on")
            await feel(stage, one)
            if other:
                await feel(stage, other)
            assert "Something else is standing in front" in stage.words()
            assert the_one(journal, Sitting).stage == "closed"
            await stage.tap("gate-bring")
            words = the_one(journal, TalkingPoint).text
            assert words.startswith(f"Toward Owl: {one}")
            assert ("Toward Eel: scared" in words) == bool(other)

    played(act)


def test_one_of_two_may_not_want_to_answer() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer-owl", "Stay.")
            await stage.tap("sit-declined-eel")
            assert "Noted: Eel didn't want to answer." in stage.words()
            replies = the_one(journal, Sitting).replies
            assert [(one.part, one.text, one.declined) for one in replies] == [
                ("owl", "Stay.", False),
                ("eel", "", True),
            ]

    played(act)


@pytest.mark.parametrize("text_scale", [1, 2])
def test_both_have_the_same_room_and_the_same_ways(text_scale: float) -> None:
    async def act() -> None:
        async with Stage(holding(OWL, EEL), PLACE, text_scale=text_scale) as stage:
            await begin(stage)
            fields = shown(stage, "sit-answer-")
            assert fields == ["sit-answer-owl", "sit-answer-eel"]
            assert shown(stage, "sit-declined-") == ["sit-declined-owl", "sit-declined-eel"]
            columns = [
                next(one for one in reversed(around) if isinstance(one, ft.Column))
                for one, around in stage.controls()
                if isinstance(one, ft.Semantics) and one.identifier in fields
            ]
            assert len({id(one) for one in columns}) == 2
            assert len({one.expand for one in columns}) == 1

    played(act)


def test_what_was_written_with_two_is_brought_one_answer_at_a_time() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL)
        async with Stage(journal, PLACE) as stage:
            await begin(stage)
            await stage.type("sit-answer-owl", "Stay.")
            await stage.type("sit-answer-eel", "Go.")
            await stage.tap("sit-go-on")
            sat = the_one(journal, Sitting)
            await stage.go(f"/entries/{sat.id}")
            await stage.tap("bring-answer-1")
            assert the_one(journal, TalkingPoint).source == f"{sat.id}/1"
            await stage.go("/bring")
            assert "Go." in stage.words()
            assert "Stay." not in stage.words()

    played(act)


def test_a_part_is_not_sat_with_as_if_it_were_two() -> None:
    async def act() -> None:
        async with Stage(holding(OWL), "/parts/owl/sit/owl") as stage:
            if stage.node("sit-begin"):
                await begin(stage)
            assert shown(stage, "sit-answer-") == []

    played(act)
