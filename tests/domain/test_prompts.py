"""The questions, as they are shipped."""

import re
from dataclasses import replace

import pytest

from domain import questions
from domain.entries import PartWord
from domain.prompts import OWN, Prompt, find_prompt, following, of_families, prompt, prompts
from domain.sittings import GATE, KNOWING, KNOWING_TWO, NOTICING, NOTICING_TWO

SETS = ("before_session", "after_session", "session_missed", "connection", "parts")
PARTS = prompts("parts")
OF_THE_DAY = questions.light((), several=True)
NEVER_ASKED = {one.id for one in PARTS if one.family == "gate"} - {"P25"}
NEVER_SAID = re.compile(r"\b(should|must|why|no-show)\b|missed!")
# What one would ask about the age, the memories or the origin of a part with.
NEVER_ASKED_ABOUT = re.compile(
    r"\b(ages?|aged|old(er|est)?|young(er|est)?|years?|born|birth|grew|child(ren|hood)?|kid|past"
    r"|remember\w*|memor\w+|recall|histor\w+|origin\w*|beg[aiu]n\w*|start(s|ed)?|first|happened"
    r"|com(es?|ing) from|came from|trauma\w*|parents?|mother|father)\b"
)


@pytest.mark.parametrize(
    ("set", "count"),
    [
        ("before_session", 20),
        ("after_session", 15),
        ("session_missed", 6),
        ("connection", 30),
        ("parts", 64),
        ("nothing", 0),
    ],
)
def test_the_sets(set: str, count: int) -> None:
    assert len(prompts(set)) == count
    assert all(one.set == set for one in prompts(set))


def test_no_question_says_what_the_app_never_says() -> None:
    for set in SETS:
        for one in prompts(set):
            assert not NEVER_SAID.search(one.text.casefold()), one.text


@pytest.mark.parametrize("one", PARTS, ids=lambda one: one.id)
def test_no_question_asks_for_the_age_the_memories_or_the_origin_of_a_part(one: Prompt) -> None:
    assert not NEVER_ASKED_ABOUT.search(one.text.casefold())


def test_only_a_sitting_asks_what_is_gated_and_only_behind_the_gate() -> None:
    gated = {one for one in PARTS if one.depth == "gated"}
    assert {*KNOWING, *KNOWING_TWO} == gated
    before = (GATE, *NOTICING, *NOTICING_TWO, *OF_THE_DAY)
    assert {one.depth for one in before} == {"light"}
    assert {one.family for one in gated} == {"befriend", "hopes_and_fears", "between_parts"}


def test_every_question_of_parts_is_asked_somewhere_but_what_the_gate_says_already() -> None:
    asked = {*NOTICING, *NOTICING_TWO, *KNOWING, *KNOWING_TWO, *OF_THE_DAY, GATE}
    assert {one.id for one in PARTS if one not in asked} == NEVER_ASKED
    assert GATE.text.startswith("Right now, how do you feel toward this part?")
    assert not any(one.family == "gate" for one in asked - {GATE})


def test_a_family_has_its_questions_of_one_depth_in_their_order() -> None:
    assert [one.id for one in of_families("between_parts")] == ["P54", "P55", "P57", "P58", "P60"]
    assert [one.id for one in of_families("between_parts", depth="gated")] == ["P56", "P59"]
    assert [one.id for one in of_families("steadier_ground", "notice")][-5:] == [
        "P10",
        "P61",
        "P62",
        "P63",
        "P64",
    ]
    assert of_families("befriend") == of_families("nothing") == ()


def test_every_question_has_an_id_of_its_own() -> None:
    every = [one.id for set in SETS for one in prompts(set)]
    assert len({*every}) == len(every)


def test_one_is_found_by_its_id() -> None:
    assert prompt("M01").text.startswith("The session didn't happen.")
    assert find_prompt("M01") == prompt("M01")
    assert find_prompt("Z99") is None
    with pytest.raises(KeyError):
        prompt("Z99")


def test_after_the_last_comes_the_first() -> None:
    every = prompts("session_missed")
    assert following(every, "M01").id == "M02"
    assert following(every, every[-1].id).id == following(every, "").id == "M01"


def test_one_that_is_shipped_is_shown_with_the_word_of_the_person() -> None:
    worded = {
        one.id: one.worded(PartWord("aspect", "aspects")) for set in SETS for one in prompts(set)
    }
    assert worded["P02"].text == "Which aspect of you wanted to check in just now?"
    assert not [
        one.text for one in worded.values() if re.search(r"\ba aspect|\bparts?\b", one.text)
    ]
    for set in SETS:
        for one in prompts(set):
            assert replace(worded[one.id], written=one.written) == one == one.worded(PartWord())


def test_what_the_person_wrote_is_shown_as_they_wrote_it() -> None:
    mine = Prompt("a", OWN, "Which part of town, and in a part of the play?", OWN)
    assert mine.worded(PartWord("aspect", "aspects")) == mine
