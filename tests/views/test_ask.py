"""Asking: nothing is compared before somebody picks a question, and each has its answer."""

import errno
import re
from typing import Any

import pytest

from domain.entries import Here, Settings, TalkingPoint
from domain.looking_back.look import look_of
from tests.views.looking import PLACE, cards, logged, rows, said, session, stretch, with_sessions
from tests.views.parts import EEL, JUN, NOOR, OWL, chosen, shown, the_one
from tests.views.people import KIT, THERAPIST, label, near, read
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import can_be_reached
from tests.views.test_state import on_disk
from tests.views.therapy import holding
from views.components.points import route_of

CAUSES = "This can't tell what causes what."
WORDS = ("mostly higher", "mostly lower", "about the same", "mixed")
COMPARING = re.compile("|".join((*WORDS, r"it takes \d+ days")))


def with_somebody(id: str = "jun", *more: Any) -> Any:
    """Ten days with somebody and Owl that were easy, and ten others that were hard."""
    return holding(
        *(logged(n, pleasantness=6, energy=2, connection=4, people=(id,), parts=(Here("owl"),))
          for n in range(10)),
        *(logged(n, pleasantness=2, energy=2, connection=4) for n in range(10, 20)),
        *more,
    )  # fmt: skip


async def ask(stage: Stage, question: str, about: str = "") -> None:
    """Pick a question about 4 weeks, and whom it is about."""
    await stage.tap("range-weeks")
    await stage.tap(f"ask-{question}")
    if about:
        await stage.tap(f"about-{about}")


def test_nothing_is_compared_before_a_question_was_picked() -> None:
    async def act() -> None:
        async with Stage(with_somebody("jun", JUN, OWL), PLACE) as stage:
            for chip in ("range-weeks", "range-all"):
                await stage.tap(chip)
                assert "answer" not in cards(stage)
                assert not [one for one in WORDS if one in stage.words()]
                assert "With Jun" not in stage.words()
            assert "It can't tell what causes what." in stage.words()
            await stage.tap("ask-person")
            assert "answer" not in cards(stage)
            assert not COMPARING.search(stage.words())
            can_be_reached(stage)

    played(act)


@pytest.mark.parametrize(
    ("more", "offered"),
    [
        ((), ["stretches", "weekdays"]),
        ((JUN,), ["person", "stretches", "weekdays"]),
        ((OWL,), ["part", "stretches", "weekdays"]),
        ((session(3),), ["stretches", "weekdays", "sessions"]),
        ((JUN, OWL, session(3)), ["person", "part", "stretches", "weekdays", "sessions"]),
    ],
)
def test_what_can_be_asked_is_what_there_is(more: tuple[Any, ...], offered: list[str]) -> None:
    async def act() -> None:
        async with Stage(holding(logged(0), *more), PLACE) as stage:
            assert shown(stage, "ask-") == [f"ask-{one}" for one in offered]

    played(act)


def test_people_and_parts_stand_by_their_names_whoever_was_there_more() -> None:
    async def act() -> None:
        people = (near("ann", "Ann"), near("ben", "ben"), JUN, KIT)
        for more in ("ann", "jun"):
            async with Stage(with_somebody(more, *people, OWL, EEL), PLACE) as stage:
                await ask(stage, "person")
                found = shown(stage, "about-")
                assert found[:3] == ["about-ann", "about-ben", "about-jun"]
                assert chosen(stage, "about-") == []
                await stage.tap("ask-done")
                await stage.tap("ask-part")
                assert shown(stage, "about-") == ["about-eel", "about-owl"]

    played(act)


@pytest.mark.parametrize(("question", "about", "name"), [("person", "jun", "Jun"),
                                                         ("part", "owl", "Owl")])  # fmt: skip
def test_with_someone_and_at_other_times(question: str, about: str, name: str) -> None:
    async def act() -> None:
        async with Stage(with_somebody("jun", JUN, OWL), PLACE) as stage:
            await ask(stage, question, about)
            assert said(stage, "answer") == (
                f"With {name}: 10 days. At other times: 10 days. With {name}: mostly higher. "
                f"{CAUSES}"
            )
            assert f"How it felt: with {name}, and at other times" in read(stage)
            await stage.tap("of-energy")
            assert f"With {name}: about the same." in said(stage, "answer")
            assert f"Energy: with {name}, and at other times" in read(stage)
            assert chosen(stage, "of-") == ["of-energy"]
            can_be_reached(stage)

    played(act)


def test_another_may_be_chosen_in_the_answer() -> None:
    async def act() -> None:
        async with Stage(with_somebody("jun", JUN, NOOR), PLACE) as stage:
            await ask(stage, "person", "jun")
            await stage.tap("about-noor")
            assert said(stage, "answer").startswith("With Noor: 0 days. At other times: 20 days.")
            assert "Not enough entries to say" in said(stage, "answer")

    played(act)


def test_two_stretches_of_time_beside_each_other() -> None:
    async def act() -> None:
        journal = holding(*(logged(n, pleasantness=6 if n < 28 else 2) for n in range(56)))
        async with Stage(journal, PLACE) as stage:
            await ask(stage, "stretches")
            assert said(stage, "answer") == (
                "13 May to 9 June: 28 days. 15 April to 12 May: 28 days. "
                f"13 May to 9 June: mostly higher. {CAUSES}"
            )
            assert "13 May to 9 June, beside" in read(stage)
            assert label(stage, "other-from") == "From 15 April"
            assert label(stage, "other-to") == "To 12 May"
            await stage.tap("range-months")
            assert stretch(stage) == "10 March to 9 June"
            assert said(stage, "answer").startswith("10 March to 9 June: 56 days.")

    played(act)


def test_weekdays_and_weekends() -> None:
    async def act() -> None:
        journal = holding(*(
            logged(n, pleasantness=2 if (3 + n) % 7 in (4, 5) else 6) for n in range(56)
        ))  # fmt: skip
        async with Stage(journal, PLACE) as stage:
            await stage.tap("range-months")
            await stage.tap("ask-weekdays")
            assert said(stage, "answer").startswith("Monday to Friday: 40 days. Weekends: 16 days.")
            assert said(stage, "answer").endswith(CAUSES)

    played(act)


def test_before_and_after_sessions() -> None:
    async def act() -> None:
        async with Stage(with_sessions(), PLACE) as stage:
            await stage.tap("range-months")
            await stage.tap("ask-sessions")
            words = "The three days before: 21 days. The three days after: 20 days."
            assert said(stage, "answer").startswith(words)
            assert "The three days before: about the same." in said(stage, "answer")

    played(act)


@pytest.mark.parametrize("days", [7, 8])
def test_eight_days_on_each_side_are_the_least(days: int) -> None:
    async def act() -> None:
        journal = holding(
            JUN,
            *(logged(n, people=("jun",)) for n in range(days)),
            *(logged(n) for n in range(10, 20)),
        )
        async with Stage(journal, PLACE) as stage:
            await ask(stage, "person", "jun")
            assert ("Not enough entries to say" in said(stage, "answer")) == (days < 8)

    played(act)


def test_the_question_is_put_away_with_done() -> None:
    async def act() -> None:
        async with Stage(with_somebody("jun", JUN), PLACE) as stage:
            await ask(stage, "person", "jun")
            await stage.tap("ask-done")
            assert "answer" not in cards(stage)
            assert stage.node("ask-person")
            await stage.tap("ask-person")
            assert chosen(stage, "about-") == []
            await stage.tap("ask-done")
            assert stage.node("ask-done") is None

    played(act)


def test_the_rows_of_an_answer_lead_to_its_entries() -> None:
    async def act() -> None:
        async with Stage(with_somebody("jun", JUN), PLACE) as stage:
            await ask(stage, "person", "jun")
            await stage.tap("table-answer")
            assert label(stage, "answer-row-0") == "With Jun: 6: 10 days. Show the entries"
            await stage.tap("answer-row-0")
            assert sorted(rows(stage)) == [f"c{n}" for n in range(10)]

    played(act)


# -- brought -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "about", "measure"),
    [
        ("person", "jun", "pleasantness"),
        ("part", "owl", "energy"),
        ("stretches", "", "connection"),
        ("weekdays", "", "energy"),
    ],
)
def test_an_answer_that_is_brought_leads_back_to_it(
    question: str, about: str, measure: str
) -> None:
    async def act() -> None:
        async with Stage(with_somebody("jun", JUN, OWL), PLACE) as stage:
            await ask(stage, question, about)
            await stage.tap(f"of-{measure}")
            words = said(stage, "answer")
            await stage.tap("bring-answer")
            point = the_one(stage.state.journal, TalkingPoint)  # type: ignore[arg-type]
            assert stage.state.bringing.words(point).endswith(words)
            assert not point.private
            look = look_of(point.source)
            assert look
            assert (look.question, look.about, look.measure) == (question, about, measure)
            await stage.go(route_of(look))
            assert said(stage, "answer") == words
            await stage.tap("bring-answer")
            assert stage.state.bringing.on_list() == []

    played(act)


def test_what_is_asked_about_a_therapist_is_between_the_two_and_private() -> None:
    async def act() -> None:
        async with Stage(with_somebody("ther", THERAPIST, JUN), PLACE) as stage:
            await ask(stage, "person", "ther")
            await stage.tap("bring-answer")
            point = the_one(stage.state.journal, TalkingPoint)  # type: ignore[arg-type]
            assert point.private
            assert point.tags == ("between_us",)
            assert point.therapy == "first"
            assert "Ada Byrne" in stage.state.bringing.words(point)
            assert stage.state.bringing.waiting("first") == []
            await stage.tap("bring-answer")
            await stage.tap("about-jun")
            await stage.tap("bring-answer")
            assert not the_one(stage.state.journal, TalkingPoint).private  # type: ignore[arg-type]

    played(act)


def test_an_answer_that_cannot_be_kept_is_told() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(Settings(welcomed=True), *(logged(n) for n in range(20)))
        async with Stage(journal, PLACE) as stage:
            await ask(stage, "weekdays")
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("bring-answer")
            assert "There is no room left on this device." in stage.words()
            disk.fault = None
            await stage.tap("try-again")
            assert len(journal.all(TalkingPoint)) == 1

    played(act)


@pytest.mark.parametrize(
    ("question", "look"),
    [
        ("person", {"width": 1280}),
        ("part", {"text_scale": 2}),
        ("stretches", {"text_scale": 2}),
        ("stretches", {"width": 1280}),
        ("sessions", {"width": 320}),
    ],
)
def test_every_question_can_be_asked_in_any_window(question: str, look: dict[str, Any]) -> None:
    async def act() -> None:
        journal = with_somebody("jun", JUN, OWL, session(3))
        async with Stage(journal, PLACE, **look) as stage:
            about = {"person": "jun", "part": "owl"}.get(question, "")
            await ask(stage, question, about)
            can_be_reached(stage)
            assert "answer" in cards(stage)
            assert stage.now == NOON

    played(act)
