"""The web of people and places: who is on it and where, and what stands beside it."""

import math
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import flet as ft
import pytest

from domain import web
from domain.entries import Mending, Person
from tests.views.parts import JUN, MADE, inside, is_off, shown, the
from tests.views.people import DAY, KIT, LU, happened, identifiers, label, near, read
from tests.views.stage import NOON, Stage, played
from tests.views.therapy import holding
from tests.views.webs import ANA, BO, CY, PLACE, THREE, drawn, nodes, on_web, pixels, slide
from views.web import web_width

# -- who is on it -----------------------------------------------------------------------------


def test_everybody_of_whom_closeness_was_told_is_a_node_and_a_sentence() -> None:
    async def act() -> None:
        mended = (Mending(NOON - DAY, "mended"),)
        journal = holding(
            *THREE,
            near("dee", "Dee", (2, 1, None), angle=140.0),
            near("eli", "Eli", (2, 1, None), angle=270.0),
            happened("m", 5, people=("ana",)),
            happened("n", 5, people=("cy",), mending=mended),
            happened("o", 5, people=("dee",), mending=(replace(mended[0], state="partly"),)),
            happened("p", 5, people=("eli",), mending=(replace(mended[0], state="not_safe"),)),
        )
        async with Stage(journal, PLACE) as stage:
            said = {
                "ana": "Ana, my person, closeness 4, something open",
                "bo": "Bo Lind, closeness 2",
                "cy": "Cy, closeness 6, mended",
                "dee": "Dee, closeness 1, partly mended",
                "eli": "Eli, closeness 1, left as it is",
            }
            assert on_web(stage) == set(said)
            for id, words in said.items():
                assert label(stage, f"web-{id}") == label(stage, f"in-words-{id}") == words
            assert shown(stage, "in-words-") == [f"in-words-{id}" for id in said]
            summary = label(stage, "web")
            assert "5 are on it" in summary
            assert "you in the middle" in summary

    played(act)


def test_one_alone_is_said_to_be_one() -> None:
    async def act() -> None:
        async with Stage(holding(ANA), PLACE) as stage:
            assert "1 is on it" in label(stage, "web")
            assert stage.node("web-time")

    played(act)


def test_who_was_not_told_of_is_offered_below_and_who_rests_is_not() -> None:
    async def act() -> None:
        journal = holding(
            ANA,
            LU,
            replace(KIT, closeness=ANA.closeness),
            near("off", "Off", (3, 4, 4), (1, None, 4)),
            near("ahead", "Ahead", (-3, 4, 4)),
        )
        async with Stage(journal, PLACE) as stage:
            assert on_web(stage) == {"ana"}
            assert "Not on the web yet" in read(stage)
            assert set(shown(stage, "off-web-")) == {"off-web-lu", "off-web-off", "off-web-ahead"}
            await stage.tap("off-web-lu")
            assert stage.page.route == "/people/lu"
            await stage.tap("now-3")
            await stage.go(PLACE)
            assert on_web(stage) == {"ana", "lu"}

    played(act)


def test_with_nobody_on_it_there_is_the_middle_and_a_way() -> None:
    async def act() -> None:
        async with Stage(holding(JUN), PLACE) as stage:
            assert "0 are on it" in label(stage, "web")
            assert "me" in read(stage)
            assert shown(stage, "in-words-") == []
            assert shown(stage, "off-web-") == ["off-web-jun"]
            assert stage.node("web-time") is None

    played(act)


@pytest.mark.parametrize("count", [1, 2, 16, 17, 60])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nodes_stand_apart_and_out_of_the_middle(count: int, width: float) -> None:
    async def act() -> None:
        many = [
            near(f"p{n}", f"P{n}", (1, n % 7 + 1, None), angle=(n * 47) % 90.0)
            for n in range(count)
        ]
        async with Stage(holding(*many), PLACE, width=width) as stage:
            spots, there = drawn(stage), nodes(stage)
            assert set(spots) == set(there) == {one.id for one in many}
            half = web.size_of(there.values())
            for id, (x, y) in spots.items():
                assert (x, y) == pytest.approx(there[id].at, abs=1)
                assert math.hypot(x, y) > web.MIDDLE + there[id].radius
                assert abs(x) + there[id].radius <= half[0] + 1
                assert abs(y) + there[id].radius <= half[1] + 1
            for one, other in combinations(spots, 2):
                apart = there[one].radius + there[other].radius
                assert math.dist(spots[one], spots[other]) > apart
            named = [one for one in many if one.name in _beside_nodes(stage)]
            assert len(named) == (count if count <= 16 else 0)

    played(act)


@pytest.mark.parametrize("count", [2, 6, 16, 60])
def test_a_finger_on_a_mark_touches_nobody_else(count: int) -> None:
    async def act() -> None:
        many = [
            near(f"p{n}", f"P{n}", (1, n % 7 + 1, None), angle=(n * 47) % 360.0)
            for n in range(count)
        ]
        async with Stage(holding(*many), PLACE) as stage:
            found, here = pixels(stage), nodes(stage)
            scale = web_width(stage.state) / (2 * web.size_of(here.values())[0])
            for id, one in found.items():
                half = here[id].radius * scale / 2
                for dx, dy in ((0, 0), (half, 0), (-half, 0), (0, half), (0, -half)):
                    x, y = one.x + dx, one.y + dy
                    assert [other for other, it in found.items() if it.holds(x, y)][-1] == id

    played(act)


def _beside_nodes(stage: Stage) -> list[str]:
    """The names that are drawn on the web itself."""
    return [one.value for one in inside(stage, "web") if isinstance(one, ft.Text)]


def test_of_very_many_the_chosen_one_is_named() -> None:
    async def act() -> None:
        many = [near(f"p{n}", f"Name {n}", (1, 4, None), angle=n * 18.0) for n in range(20)]
        async with Stage(holding(*many), PLACE) as stage:
            await stage.tap("web-p3")
            assert [one for one in _beside_nodes(stage) if "Name" in one] == ["Name 3"]

    played(act)


def test_names_turn_to_initials_on_the_web_and_stay_in_words() -> None:
    async def act() -> None:
        async with Stage(holding(*THREE), PLACE) as stage:
            assert "Bo Lind" in _beside_nodes(stage)
            await stage.tap("web-initials")
            names = _beside_nodes(stage)
            assert "B. L." in names
            assert not {"Bo Lind", "Ana", "Cy"} & set(names)
            assert label(stage, "in-words-bo").startswith("Bo Lind")
            await stage.tap("web-initials")
            assert "Bo Lind" in _beside_nodes(stage)

    played(act)


def test_with_large_text_all_is_there_as_well() -> None:
    async def act() -> None:
        async with Stage(holding(*THREE, LU), PLACE, text_scale=2) as stage:
            large = identifiers(stage)
        async with Stage(holding(*THREE, LU), PLACE) as stage:
            assert identifiers(stage) == large

    played(act)


# -- beside it --------------------------------------------------------------------------------


def test_the_legend_names_four_lines_and_none_is_a_verdict() -> None:
    async def act() -> None:
        async with Stage(holding(near("jun", "Jun", (0, 4, None))), PLACE) as stage:
            lines = read(stage)
            for words in ("something open", "partly mended", "mended", "left as it is"):
                assert lines.count(words) == 1
            assert not is_off(stage, "share-web")

    played(act)


def test_who_is_deleted_or_rests_leaves_the_others_where_they_are() -> None:
    async def act() -> None:
        journal = holding(*THREE)
        async with Stage(journal, PLACE) as stage:
            before = drawn(stage)
            await stage.tap("web-bo")
            journal.remove(the(journal, Person, "bo"))
            await stage.settle()
            after = drawn(stage)
            assert after == {id: spot for id, spot in before.items() if id != "bo"}
            assert stage.node("web-open") is None
            journal.put(replace(CY, resting_since=NOON))
            await stage.settle()
            assert on_web(stage) == {"ana"}

    played(act)


def test_who_is_added_stands_where_most_room_is_and_moves_nobody() -> None:
    async def act() -> None:
        journal = holding(ANA, BO)
        async with Stage(journal, PLACE) as stage:
            before = drawn(stage)
            await stage.go("/people/new")
            await stage.type("person-name", "Dee")
            await stage.tap("keep-person")
            await stage.tap("now-2")
            await stage.go(PLACE)
            new = next(one for one in journal.all(Person) if one.name == "Dee")
            assert new.angle == pytest.approx(225)
            after = drawn(stage)
            assert {id: after[id] for id in before} == before

    played(act)


def test_a_rest_that_begins_later_is_seen_on_the_days_before() -> None:
    async def act() -> None:
        rests = replace(CY, resting_since=NOON - timedelta(hours=1))
        journal = holding(ANA, rests, Person(id="x", at=MADE, name="X"))
        async with Stage(journal, PLACE) as stage:
            assert on_web(stage) == {"ana"}
            assert shown(stage, "off-web-") == ["off-web-x"]
            await slide(stage, 1)
            assert on_web(stage) == {"ana", "cy"}

    played(act)
