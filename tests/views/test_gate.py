"""However one taps through a look inward: gated questions stay behind an open gate, and the ways
out are on every step."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.entries import BEHIND_THE_GATE, TOWARD, OwnPrompt, Part, Settings, Sitting
from domain.prompts import prompts
from storage.journal import TinyJournal
from tests.views.parts import EEL, JUN, NEWT, OWL, WREN, begin, feel, is_off
from tests.views.stage import Stage, played
from tests.views.test_places import journal_of

DEEP = OwnPrompt("deep", "What would you pack for it?", "know")
GATED = [one.text for one in prompts("parts") if one.depth == "gated"] + [DEEP.text]
WAYS = ("sit-steady", "sit-stop")
TAPS = (
    "sit-begin",
    "sit-go-on",
    "sit-skip",
    "sit-another",
    "sit-hide",
    "sit-declined",
    "sit-declined-eel",
    "sit-enough",
    "sit-go-back",
    "sit-keep",
    "sit-throw-away",
    "gate-go-on",
    "gate-bring",
    "undo-notice",
    "sit-stop",
    *(f"toward-{one.replace('_', '-')}" for one in TOWARD),
)
OPEN = ("toward-curious", "toward-caring", "toward-okay")


def a_journal(*more: Part) -> TinyJournal:
    """Parts, and a question of one's own behind the gate."""
    return journal_of([Settings(welcomed=True, own_prompts=(DEEP,)), OWL, EEL, *more])


def nothing_gated_is_shown(stage: Stage, journal: TinyJournal) -> None:
    """Unless a look is behind an open gate."""
    behind = [one for one in journal.all(Sitting) if one.stage in BEHIND_THE_GATE]
    assert all(one.gate_open for one in behind)
    words = stage.words()
    seen = [text for text in GATED if text in words]
    assert not seen or behind, seen
    assert len(seen) <= 1


def ways_out_are_there(stage: Stage) -> None:
    assert stage.node("more-support")
    for way in WAYS:
        assert not is_off(stage, way)


@pytest.mark.parametrize("place", ["/parts/owl/sit", "/parts/owl/sit/eel"])
@settings(max_examples=15, deadline=None)
@given(
    taps=st.lists(
        st.one_of(st.sampled_from(TAPS), st.sampled_from((*OPEN, "sit-go-on", "gate-go-on"))),
        min_size=5,
        max_size=14,
    )
)
def test_no_path_leads_to_a_gated_question_through_a_closed_gate(
    place: str, taps: list[str]
) -> None:
    async def act() -> None:
        journal = a_journal()
        async with Stage(journal, place) as stage:
            await begin(stage, "sit-go-on")
            for tap in taps:
                if stage.node(tap) and (tap != "gate-go-on" or not is_off(stage, tap)):
                    await stage.tap(tap)
                nothing_gated_is_shown(stage, journal)
                if stage.page.route == place:
                    ways_out_are_there(stage)
                else:
                    await stage.go(place)

    played(act)


@pytest.mark.parametrize("toward", TOWARD)
@pytest.mark.parametrize("place", ["/parts/owl/sit", "/parts/owl/sit/eel"])
def test_each_answer_at_the_gate_leads_to_a_step_with_ways_out(place: str, toward: str) -> None:
    async def act() -> None:
        journal = a_journal()
        async with Stage(journal, place) as stage:
            ways_out_are_there(stage)
            await begin(stage)
            ways_out_are_there(stage)
            await stage.tap("sit-go-on")
            ways_out_are_there(stage)
            nothing_gated_is_shown(stage, journal)
            await feel(stage, toward.replace("_", "-"))
            ways_out_are_there(stage)
            nothing_gated_is_shown(stage, journal)

    played(act)


@pytest.mark.parametrize("toward", ["annoyed", "unsure"])
def test_no_screen_of_the_app_shows_a_gated_question_while_the_gate_is_closed(toward: str) -> None:
    async def act(width: float) -> None:
        journal = a_journal(WREN, NEWT)
        journal.put(JUN)
        async with Stage(journal, "/parts/owl/sit", width=width) as stage:
            await begin(stage, "sit-go-on")
            await feel(stage, toward)
            sat = journal.all(Sitting)[-1]
            for place in (
                "/",
                "/parts",
                "/parts/map",
                "/parts/owl",
                "/parts/owl/edit",
                "/parts/wren/sit",
                "/parts/owl/sit",
                "/entries",
                f"/entries/{sat.id}",
                "/bring",
                "/bring/prepare",
            ):
                await stage.go(place)
                nothing_gated_is_shown(stage, journal)

    played(partial(act, 390))
    played(partial(act, 1280))
