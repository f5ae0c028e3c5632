"""Parts, looks inward and single answers on the way to a session: Prepare, the list, the sheet."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.entries import Here, Person, Reflection, Reply, Sitting, TalkingPoint, TherapySession
from tests.views.parts import (
    EEL,
    JUN,
    NEWT,
    OWL,
    WREN,
    check_in,
    held,
    shown,
    the,
    the_one,
)
from tests.views.stage import NOON, Stage, played
from tests.views.therapy import holding

LAST = TherapySession(id="S", at=NOON - timedelta(days=5), status="happened")
SAT = Sitting(
    id="sat",
    at=NOON - timedelta(days=2),
    part="owl",
    stage="finished",
    toward=("curious",),
    replies=(
        Reply("P11", "How do you notice it?", "By the door."),
        Reply("P12", "What is the texture of it?", ""),
        Reply("P32", "What would you like it to know?", "How early it gets up."),
    ),
)
DECLINED = replace(
    SAT,
    id="no",
    stage="no_answer",
    toward=(),
    replies=(Reply("P11", "How do you notice it?", "", declined=True),),
)


def switched(stage: Stage, identifier: str) -> bool | None:
    """Whether a switch is on."""
    node = stage.node(identifier)
    assert node
    return node.toggled


def test_prepare_shows_the_parts_that_were_around_since_the_last_session_with_counts() -> None:
    async def act() -> None:
        journal = holding(
            LAST,
            OWL,
            EEL,
            WREN,
            NEWT,
            JUN,
            check_in("a", 9, Here("eel"), people=("jun",)),
            check_in("b", 4, Here("owl", "half"), Here("newt")),
            check_in("c", 1, Here("owl"), Here("gone"), people=("jun", "gone")),
        )
        async with Stage(journal, "/bring/prepare") as stage:
            words = stage.words()
            assert "Parts that were around" in words
            assert "Owl. noted 2 times. Bring this" in words
            assert "Newt. noted once. Bring this" in words
            assert "Eel" not in words
            assert "Wren" not in words
            assert shown(stage, "to-jun") == ["to-jun"]
            rows = [one for one in shown(stage, "bring-") if one in ("bring-owl", "bring-newt")]
            assert rows == ["bring-owl", "bring-newt"]

    played(act)


def test_without_a_part_around_prepare_has_no_place_for_them() -> None:
    async def act() -> None:
        place = "/bring/prepare"
        async with Stage(holding(LAST, OWL, check_in("a", 9, Here("owl"))), place) as stage:
            assert "that were around" not in stage.words()

    played(act)


def test_a_part_that_was_around_is_brought_with_one_tap_and_taken_off_with_another() -> None:
    async def act() -> None:
        journal = holding(LAST, replace(OWL, says="Not yet."), check_in("b", 4, Here("owl")))
        async with Stage(journal, "/bring/prepare") as stage:
            await stage.tap("bring-owl")
            point = the_one(journal, TalkingPoint)
            assert (point.source, point.tags, point.private) == ("owl", ("parts",), False)
            assert "Owl. noted once. On the list" in stage.words()
            await stage.go("/bring")
            assert "Owl: Not yet." in stage.words()
            assert "From a part." in stage.words()
            await stage.go("/bring/prepare")
            await stage.tap("bring-owl")
            assert journal.all(TalkingPoint) == ()

    played(act)


def test_a_look_inward_and_single_answers_of_it_are_brought_from_its_entry() -> None:
    async def act() -> None:
        journal = holding(OWL, SAT)
        async with Stage(journal, "/entries/sat") as stage:
            assert "A look inward with Owl" in stage.words()
            assert "Toward Owl: curious" in stage.words()
            assert shown(stage, "sitting-answer-") == ["sitting-answer-0", "sitting-answer-2"]
            assert not switched(stage, "bring-sitting")
            await stage.tap("bring-answer-2")
            one = the_one(journal, TalkingPoint)
            assert (one.source, one.tags) == ("sat/2", ("parts",))
            assert switched(stage, "bring-answer-2")
            assert not switched(stage, "bring-answer-0")
            await stage.tap("bring-sitting")
            assert {point.source for point in journal.all(TalkingPoint)} == {"sat", "sat/2"}
            await stage.go("/bring")
            assert "By the door. How early it gets up." in stage.words()
            assert "from a look inward, Sunday" in stage.words()
            await stage.go(f"/bring/{one.id}")
            assert "How early it gets up." in stage.words()
            assert "By the door." not in stage.words()
            await stage.tap("point-source")
            assert stage.page.route == "/entries/sat"
            await stage.tap("bring-answer-2")
            await stage.tap("bring-sitting")
            assert journal.all(TalkingPoint) == ()
            await stage.tap("to-part")
            assert stage.page.route == "/parts/owl"

    played(act)


def test_what_is_mended_in_a_look_inward_is_what_is_brought() -> None:
    async def act() -> None:
        journal = holding(OWL, SAT, TalkingPoint(id="p", at=NOON, source="sat/0"))
        async with Stage(journal, "/entries/sat") as stage:
            await stage.type("sitting-answer-0", "By the back door.")
            assert the(journal, Sitting, "sat").replies[0].text == "By the back door."
            await stage.go("/bring")
            assert "By the back door." in stage.words()

    played(act)


def test_a_deleted_look_inward_leaves_its_words_on_the_list_and_comes_back_with_undo() -> None:
    async def act() -> None:
        points = [TalkingPoint(id=id, at=NOON, source=id) for id in ("sat", "sat/2")]
        journal = holding(OWL, SAT, *(replace(one, id=f"p{n}") for n, one in enumerate(points)))
        async with Stage(journal, "/entries/sat") as stage:
            await stage.tap("delete")
            assert journal.all(Sitting) == ()
            assert {one.text for one in journal.all(TalkingPoint)} == {
                "By the door.\nHow early it gets up.",
                "How early it gets up.",
            }
            await stage.tap("undo-notice")
            assert journal.all(Sitting) == (SAT,)
            await stage.go("/entries/sat")
            assert held(stage, "sitting-answer-0") == "By the door."

    played(act)


def test_looks_inward_are_found_by_their_words_their_questions_and_their_parts() -> None:
    async def act() -> None:
        other = Sitting(id="two", at=NOON, part="eel", other="owl", stage="stopped")
        answer = Reflection(id="r", at=NOON, prompt="C01", asked="Who?", text="The heron")
        journal = holding(OWL, EEL, SAT, other, DECLINED, answer)
        async with Stage(journal, "/entries") as stage:
            await stage.tap("kind-inward")
            assert set(shown(stage, "entry-")) == {"entry-sat", "entry-two", "entry-no"}
            assert "A look inward with Owl: By the door." in stage.words()
            assert "A look inward with Eel and Owl" in stage.words()
            assert "A look inward with Owl. It didn't want to answer" in stage.words()
            for typed, found in (
                ("door", {"entry-sat"}),
                ("notice", {"entry-sat", "entry-no"}),
                ("owl", {"entry-sat", "entry-two", "entry-no"}),
                ("eel", {"entry-two"}),
                ("heron", set()),
            ):
                await stage.type("search", typed)
                assert set(shown(stage, "entry-")) == found

    played(act)


def test_that_a_part_did_not_want_to_answer_is_brought_in_words_that_say_so() -> None:
    async def act() -> None:
        journal = holding(OWL, DECLINED)
        async with Stage(journal, "/entries/no") as stage:
            assert "It didn't want to answer." in stage.words()
            await stage.tap("bring-answer-0")
            await stage.go("/bring")
            assert "How it was on" not in stage.words()
            assert "didn't want to answer" in stage.words()

    played(act)


def test_a_look_inward_without_words_is_named_on_the_list_and_on_the_sheet() -> None:
    async def act() -> None:
        journal = holding(
            OWL, replace(SAT, replies=()), TalkingPoint(id="p", at=NOON, source="sat")
        )
        async with Stage(journal, "/bring") as stage:
            assert "A look inward on Sunday 7 June" in stage.words()
            await stage.go("/bring/prepare/sheet/paper")
            assert "From a check-in" not in stage.words()

    played(act)


def test_an_answer_that_was_emptied_is_not_called_a_check_in_on_the_list() -> None:
    async def act() -> None:
        answer = Reflection(id="r", at=NOON, prompt="C01", asked="Who was it?", text="")
        journal = holding(answer, TalkingPoint(id="p", at=NOON, source="r"))
        async with Stage(journal, "/bring") as stage:
            assert "How it was on" not in stage.words()

    played(act)


@pytest.mark.parametrize("source", ["gone", "gone/99", "sat/99", "sat/x", "sat/", "/"])
def test_a_point_whose_source_is_not_there_is_like_one_that_was_added_here(source: str) -> None:
    async def act() -> None:
        journal = holding(OWL, SAT, TalkingPoint(id="p", at=NOON, source=source))
        async with Stage(journal, "/bring") as stage:
            assert "Added here." in stage.words()
            await stage.go("/bring/p")
            assert stage.node("point-source") is None

    played(act)


def test_what_was_brought_from_two_parts_says_which_said_what() -> None:
    async def act() -> None:
        two = replace(
            SAT,
            other="eel",
            toward_other=("okay",),
            replies=(
                Reply("P54", "One sentence each?", "Stay.", "owl"),
                Reply("P54", "One sentence each?", "Go.", "eel"),
            ),
        )
        journal = holding(OWL, EEL, two, TalkingPoint(id="p", at=NOON, source="sat"))
        async with Stage(journal, "/bring") as stage:
            assert "Owl" in stage.words()
            assert "Eel" in stage.words()

    played(act)


def test_a_name_in_what_is_brought_stands_as_initials_on_the_sheet() -> None:
    async def act() -> None:
        journal = holding(
            replace(OWL, about="Watches Jun."),
            Person(id="jun", at=NOON, name="Jun"),
            TalkingPoint(id="p", at=NOON, source="owl"),
        )
        async with Stage(journal, "/bring/prepare/sheet/paper") as stage:
            assert "Watches J." in stage.words()
            assert "Jun" not in stage.words()

    played(act)


def test_two_quick_taps_bring_a_part_once_at_most() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, "/parts/owl") as stage:
            await asyncio.gather(stage.tap("bring-part"), stage.tap("bring-part"))
            assert len(journal.all(TalkingPoint)) <= 1

    played(act)
