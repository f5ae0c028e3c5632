"""The word for a part is the person's own, and then nothing that the app says has another."""

import dataclasses
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import flet as ft
import pytest

from domain.entries import CheckIn, Part, PartWord, Settings, Sitting, TalkingPoint
from domain.sample import sample_entries
from storage.journal import TinyJournal
from tests.views.parts import EEL, OWL, begin, chosen, feel, held, inside, the_one
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import FULL, PLACES, journal_of
from tests.views.therapy import holding
from views import sayings

VOICE = PartWord("voice", "voices")
WORD = re.compile(r"\bparts?\b", re.IGNORECASE)
SAMPLE = tuple(sample_entries(NOON))
PARTS = [one for one in SAMPLE if isinstance(one, Part)]
NEWEST = [one.id for one in SAMPLE if isinstance(one, CheckIn) and one.parts][-1]
MORE = (
    f"/add/{NEWEST}",
    f"/entries/{NEWEST}",
    *(f"/parts/{one.id}" for one in PARTS),
    *(f"/entries/{one.id}" for one in SAMPLE if isinstance(one, Sitting)),
)
IDIOMS = ("part of me", "part of their record", "parts work")
# What others wrote in their licences is theirs.
OURS = tuple(one for one in PLACES if not one.startswith("/settings/licences/"))


def with_voices() -> TinyJournal:
    """The sample, of somebody who calls them voices."""
    return journal_of((Settings(welcomed=True, part_word=VOICE), *FULL[1:]))


@cache
def own_words() -> tuple[str, ...]:
    """What the person wrote, or was asked at the time, that has the word in it."""
    found = {one for entry in SAMPLE for one in _texts(entry) if WORD.search(one) and " " in one}
    return tuple(sorted(found, key=len, reverse=True))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            yield from _texts(getattr(value, one.name))


def said(stage: Stage) -> Iterator[str]:
    """All that the app shows or speaks, but for the choice between words for a part."""
    for one, around in stage.controls():
        names = [other.identifier or "" for other in around if isinstance(other, ft.Semantics)]
        if any(name.startswith("part-word-") for name in names):
            continue
        if isinstance(one, ft.Text):
            yield one.value
        elif isinstance(one, ft.Semantics) and not (one.identifier or "").startswith("part-word-"):
            yield one.label or ""
        elif isinstance(one, ft.TextField):
            yield str(one.hint_text or "")
        for told in (getattr(one, "tooltip", None), getattr(one, "hint_text", None)):
            yield told if isinstance(told, str) else ""


def left_over(stage: Stage) -> set[str]:
    """What of it still says "part" or "parts"."""
    found = set()
    for words in said(stage):
        rest = " ".join(words.split())
        for own in (*own_words(), sayings.IFS, sayings.LOOKING_INWARD):
            rest = rest.replace(own, "")
        for idiom in IDIOMS:
            rest = re.sub(idiom, "", rest, flags=re.IGNORECASE)
        if WORD.search(rest):
            found.add(words)
    return found


@pytest.mark.parametrize(
    ("place", "width"),
    [*((place, 390) for place in (*OURS, *MORE)), *((place, 1280) for place in OURS)],
)
def test_no_place_says_part_to_somebody_who_calls_them_voices(place: str, width: float) -> None:
    async def act() -> None:
        async with Stage(with_voices(), place, width=width) as stage:
            assert left_over(stage) == set()

    played(act)


@pytest.mark.parametrize("place", ["/parts", "/parts/map", "/parts/new", "/", "/bring/prepare"])
def test_no_empty_place_says_part_to_somebody_who_calls_them_voices(place: str) -> None:
    async def act() -> None:
        async with Stage(journal_of([Settings(welcomed=True, part_word=VOICE)]), place) as stage:
            assert left_over(stage) == set()

    played(act)


def test_no_question_says_part_to_somebody_who_calls_them_voices() -> None:
    async def act() -> None:
        journal = journal_of([Settings(welcomed=True, part_word=VOICE), OWL, EEL])
        async with Stage(journal, "/parts") as stage:
            for turn in range(50):
                await stage.state.asking.ask_another()
                for place in ("/", "/parts"):
                    if turn % 2 == 0 or place == "/":
                        await stage.go(place)
                        assert left_over(stage) == set()

    played(act)


@pytest.mark.parametrize("toward", ["curious", "annoyed"])
@pytest.mark.parametrize("place", ["/parts/owl/sit", "/parts/owl/sit/eel"])
def test_no_step_of_a_look_inward_says_part_to_them(place: str, toward: str) -> None:
    async def act() -> None:
        journal = journal_of([Settings(welcomed=True, part_word=VOICE), OWL, EEL])
        async with Stage(journal, place) as stage:
            assert left_over(stage) == set()
            await begin(stage)
            for _ in range(20):
                assert left_over(stage) == set()
                await stage.tap("sit-another")
                if stage.node("sit-go-on") is None:
                    break
            if stage.node("gate-go-on") is None:
                await stage.tap("sit-go-on")
            assert left_over(stage) == set()
            assert "how do you feel toward this voice?" in stage.words()
            await feel(stage, toward)
            assert left_over(stage) == set()
            for _ in range(24):
                if stage.node("sit-another") is None:
                    break
                await stage.tap("sit-another")
                assert left_over(stage) == set()

    played(act)


def test_the_word_is_used_for_places_titles_buttons_questions_and_tags() -> None:
    async def act() -> None:
        journal = journal_of(
            [
                Settings(welcomed=True, part_word=VOICE),
                OWL,
                CheckIn(id="c", at=NOON, logged_at=NOON),
                TalkingPoint(id="p", at=NOON, source="owl", tags=("parts",)),
            ]
        )
        async with Stage(journal, "/parts") as stage:
            bar = stage.node("nav-parts")
            assert bar
            assert bar.label == "Voices"
            for place, words in (
                ("/parts", "Add a voice"),
                ("/parts/new", "Add a voice"),
                ("/parts/map", "Map of 1 voice."),
                ("/add/c", "Add a voice"),
                ("/add/c", "Voices"),
                ("/bring", "voices"),
                ("/bring", "from a voice"),
                ("/bring/p", "From a voice"),
                ("/room", "voices"),
                ("/bring/prepare/sheet", "voices"),
            ):
                await stage.go(place)
                assert words in stage.words(), (place, words)
            await stage.go("/parts/owl/sit")
            await begin(stage)
            assert "How do you notice this voice" in stage.words()
            assert "This voice doesn't want to answer" in stage.words()
            sat = the_one(journal, Sitting)
            await stage.type("sit-answer", "It hums.")
            assert "this voice" in the_one(journal, Sitting).replies[0].asked
            await stage.tap("sit-go-on")
            await feel(stage, "annoyed")
            assert "as a voice of its own" in stage.words()
            await stage.go(f"/entries/{sat.id}")
            assert "How do you notice this voice" in stage.words()

    played(act)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_word_is_chosen_in_the_settings_and_heard_everywhere_at_once(width: float) -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, "/settings", width=width) as stage:
            assert chosen(stage, "part-word-") == ["part-word-part"]
            for one, many in (("side", "sides"), ("voice", "voices"), ("feeling", "feelings")):
                await stage.tap(f"part-word-{one}")
                assert the_one(journal, Settings).part_word == PartWord(one, many)
                assert chosen(stage, "part-word-") == [f"part-word-{one}"]
            await stage.go("/parts")
            assert "Feelings" in stage.words()

    played(act)


def test_any_other_word_is_typed_and_an_empty_one_is_not_kept() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, "/settings") as stage:
            await stage.tap("part-word-own")
            assert chosen(stage, "part-word-") == ["part-word-own"]
            await stage.type("part-word-one", "inner one")
            await stage.type("part-word-many", "")
            assert the_one(journal, Settings).part_word == PartWord("inner one", "parts")
            await stage.type("part-word-many", "inner ones")
            await stage.type("part-word-one", "   ")
            assert the_one(journal, Settings).part_word == PartWord("inner one", "inner ones")
            await stage.go("/parts")
            assert "Inner ones" in stage.words()
            assert "Add an inner one" in stage.words()
            await stage.go("/settings")
            assert held(stage, "part-word-one") == "inner one"
            await stage.tap("part-word-part")
            assert the_one(journal, Settings).part_word == PartWord()
            assert stage.node("part-word-one") is None

    played(act)


def test_the_safety_sentence_and_the_line_about_ifs_stay_as_they_are() -> None:
    async def act() -> None:
        journal = journal_of([Settings(welcomed=True, part_word=VOICE), OWL])
        async with Stage(journal, "/settings/about") as stage:
            assert sayings.IFS in stage.words()
            await stage.go("/parts/owl/sit")
            assert sayings.LOOKING_INWARD in stage.words()
            assert inside(stage, "sit-said")

    played(act)
