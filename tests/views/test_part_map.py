"""The map of parts: moving them by hand and by keys, drawing lines, earlier days, in words."""

import asyncio
import errno
import math
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import Any

import flet as ft
import flet.canvas as cv
import pytest

from domain import part_map
from domain.entries import RELATIONS, Part, PartMap, Relation, RelationKind, Spot
from storage.journal import TinyJournal
from tests.views.parts import EEL, MADE, NEWT, OWL, WREN, chosen, inside, shown, the_one
from tests.views.stage import NOON, Stage, played
from tests.views.test_state import on_disk
from tests.views.therapy import holding
from views.part_map import map_scale

PLACE = "/parts/map"
ELK = Part(id="elk", at=MADE, name="Elk")
YESTERDAY = NOON - timedelta(days=1)
DRAGS = ("horizontal", "vertical")


@dataclass(frozen=True)
class Seen:
    """Where a shape is drawn, in units of the map."""

    x: float
    y: float
    radius: float


def places(stage: Stage) -> dict[str, Seen]:
    """Where each part is drawn."""
    scale = map_scale(stage.state)
    found: dict[str, Seen] = {}
    for one, around in stage.controls():
        if not isinstance(one, ft.Semantics) or not (one.identifier or "").startswith("map-"):
            continue
        spot = [
            other for other in around if isinstance(other, ft.Container) and other.left is not None
        ]
        if not spot or one.label not in [part.name for part in stage.state.parts]:
            continue
        within = inside(stage, one.identifier or "")
        width = next(_number(b.width) for b in within if isinstance(b, ft.TextButton))
        box = next(b for b in within if isinstance(b, ft.Container) and b.width is not None)
        mark = next(b for b in within if isinstance(b, cv.Canvas))
        found[(one.identifier or "").removeprefix("map-")] = Seen(
            (_number(spot[-1].left) + width / 2) / scale,
            (_number(spot[-1].top) + _number(box.width) / 2) / scale,
            _number(mark.width) / 2 / scale,
        )
    return found


def _number(value: Any) -> float:
    assert isinstance(value, int | float)
    return value


async def drag(stage: Stage, part: str, right: float, down: float, way: str = "horizontal") -> None:
    """Drag a part by so many pixels, and let go of it."""
    await hold(stage, part, right, down, way)
    await tell(stage, part, f"{way}_drag_end", (30 + right, 20 + down), v={"x": 0, "y": 0})


async def hold(stage: Stage, part: str, right: float, down: float, way: str = "horizontal") -> None:
    """Drag a part by so many pixels, without letting go."""
    await tell(stage, part, f"{way}_drag_down", (30, 20))
    await tell(stage, part, f"{way}_drag_start", (30, 20), k="touch")
    for share in (0.4, 1):
        await tell(stage, part, f"{way}_drag_update", (30 + share * right, 20 + share * down))


async def tell(stage: Stage, part: str, name: str, at: tuple[float, float], **more: Any) -> None:
    """One piece of a drag, to whoever hears it."""
    found = stage.draggable(f"map-{part}")
    assert found is not None, f"{part} can't be dragged"
    if getattr(found, f"on_{name}"):
        point = {"x": at[0], "y": at[1]}
        await stage.fire(found, name, {"l": point, "g": point, **more})


async def press(stage: Stage, key: str, event: str = "key_down") -> None:
    """Press a key while the map has the keyboard."""
    found = [one for one in inside(stage, "map") if isinstance(one, ft.KeyboardListener)]
    await stage.fire(found[0], event, {"key": key})


async def tap_at(stage: Stage, x: float, y: float) -> None:
    """Tap on the map itself, at a place in its units."""
    floor = next(
        one for one in inside(stage, "map") if isinstance(one, ft.GestureDetector) and one.on_tap_up
    )
    scale = map_scale(stage.state)
    point = {"x": x * scale, "y": y * scale}
    await stage.fire(floor, "tap_up", {"k": "touch", "l": point, "g": point})


def pens(stage: Stage) -> int:
    """How many strokes all lines on the map are drawn with."""
    width = part_map.WIDTH * map_scale(stage.state)
    drawn = [one for one in inside(stage, "map") if isinstance(one, cv.Canvas)]
    return sum(len(one.shapes) for one in drawn if one.width == width)


def spots(journal: TinyJournal) -> dict[str, tuple[float, float]]:
    """Where the parts stand on the newest map."""
    return {one.part: (one.x, one.y) for one in journal.all(PartMap)[-1].spots}


def lines(journal: TinyJournal) -> list[tuple[str, RelationKind, str]]:
    """The lines of the newest map."""
    return [(one.one, one.kind, one.other) for one in journal.all(PartMap)[-1].relations]


def drawn_map(*relations: Relation, off: tuple[str, ...] = ()) -> PartMap:
    """A map of today with these lines."""
    return PartMap(
        id="m",
        at=NOON - timedelta(hours=1),
        spots=(Spot("owl", 70, 100), Spot("eel", 280, 100), Spot("elk", 280, 320)),
        relations=relations,
        off=off,
    )


# -- where they stand --------------------------------------------------------------------------


def test_without_parts_there_is_a_sentence_and_nothing_to_draw_on() -> None:
    async def act() -> None:
        async with Stage(holding(), PLACE) as stage:
            assert "Here your parts can stand together" in stage.words()
            assert stage.node("map") is None

    played(act)


@pytest.mark.parametrize("count", [1, 2, 6, 12, 30])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_parts_stand_apart_on_the_map_and_out_of_its_middle(count: int, width: float) -> None:
    async def act() -> None:
        many = [Part(id=f"p{n}", at=MADE, name=f"P{n}") for n in range(count)]
        async with Stage(holding(*many), PLACE, width=width) as stage:
            found = places(stage)
            assert len(found) == count
            for one, other in combinations(found.values(), 2):
                assert math.dist((one.x, one.y), (other.x, other.y)) > one.radius
            for one in found.values():
                assert_on_the_map(one)

    played(act)


def assert_on_the_map(one: Seen) -> None:
    """All of it, and none of it in the middle."""
    assert one.x - one.radius >= -0.01
    assert one.x + one.radius <= part_map.WIDTH + 0.01
    assert one.y - one.radius >= -0.01
    assert one.y + one.radius <= part_map.HEIGHT + 0.01
    away = math.dist((one.x, one.y), part_map.MIDDLE)
    assert away >= part_map.MIDDLE_RADIUS + one.radius - 0.01


@pytest.mark.parametrize("way", DRAGS)
def test_a_drag_moves_one_part_and_nothing_else_and_is_kept(way: str) -> None:
    async def act() -> None:
        there = drawn_map()
        journal = holding(OWL, EEL, ELK, there)
        async with Stage(journal, PLACE) as stage:
            scale = map_scale(stage.state)
            before = places(stage)
            await hold(stage, "owl", 10, 40, way)
            meanwhile = places(stage)
            assert journal.all(PartMap) == (there,)
            assert meanwhile["owl"].x == pytest.approx(70 + 10 / scale)
            assert meanwhile["owl"].y == pytest.approx(100 + 40 / scale)
            await drag(stage, "owl", 10, 40, way)
            after = places(stage)
            assert after["owl"] == meanwhile["owl"]
            assert (after["eel"], after["elk"]) == (before["eel"], before["elk"])
            assert spots(journal)["owl"] == pytest.approx((after["owl"].x, after["owl"].y))
            await stage.go("/parts")
            await stage.go(PLACE)
            assert places(stage) == after
            assert stage.node("map-panel") is None

    played(act)


def test_each_drag_begins_where_the_last_one_ended() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL, ELK, drawn_map())
        async with Stage(journal, PLACE) as stage:
            for _ in range(3):
                await drag(stage, "owl", 0, 40)
            assert spots(journal)["owl"] == pytest.approx((70, 220))

    played(act)


@pytest.mark.parametrize(
    ("right", "down"), [(-900, 0), (900, 0), (0, -900), (0, 900), (105, 100), (900, 900)]
)
def test_a_part_stays_on_the_map_and_out_of_its_middle_wherever_it_is_dragged(
    right: float, down: float
) -> None:
    async def act() -> None:
        journal = holding(OWL, EEL, drawn_map())
        async with Stage(journal, PLACE) as stage:
            await hold(stage, "owl", right, down)
            assert_on_the_map(places(stage)["owl"])
            await drag(stage, "owl", right, down)
            assert_on_the_map(places(stage)["owl"])

    played(act)


@pytest.mark.parametrize(
    ("name", "right", "down"), [("left", -1, 0), ("right", 1, 0), ("up", 0, -1), ("down", 0, 1)]
)
def test_a_chosen_part_is_moved_by_buttons_and_by_arrow_keys(
    name: str, right: int, down: int
) -> None:
    async def act() -> None:
        journal = holding(OWL, EEL, drawn_map())
        async with Stage(journal, PLACE) as stage:
            x, y = 70 + right * part_map.STEP, 100 + down * part_map.STEP
            await press(stage, f"Arrow {name.capitalize()}")
            assert spots(journal)["owl"] == (70, 100)
            await stage.tap("map-owl")
            assert chosen(stage, "map-") == ["map-owl"]
            await stage.tap(f"move-{name}")
            assert spots(journal)["owl"] == pytest.approx((x, y))
            await press(stage, f"Arrow {name.capitalize()}")
            await press(stage, f"Arrow {name.capitalize()}", "key_repeat")
            assert spots(journal)["owl"] == pytest.approx(
                (70 + 3 * right * part_map.STEP, 100 + 3 * down * part_map.STEP)
            )
            assert spots(journal)["eel"] == (280, 100)
            await press(stage, "Enter")
            await stage.tap("map-done")
            await press(stage, f"Arrow {name.capitalize()}")
            assert spots(journal)["owl"] == pytest.approx(
                (70 + 3 * right * part_map.STEP, 100 + 3 * down * part_map.STEP)
            )

    played(act)


def test_of_quick_steps_none_is_lost() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL, drawn_map())
        async with Stage(journal, PLACE) as stage:
            await stage.tap("map-owl")
            await asyncio.gather(*(press(stage, "Arrow Down") for _ in range(4)))
            assert spots(journal)["owl"] == pytest.approx((70, 100 + 4 * part_map.STEP))

    played(act)


def test_a_part_is_left_off_the_map_and_put_back_where_it_was() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL, ELK, drawn_map(Relation("owl", "protects", "eel")))
        async with Stage(journal, PLACE) as stage:
            there = places(stage)
            await stage.tap("map-owl")
            await stage.tap("leave-off")
            assert set(places(stage)) == {"eel", "elk"}
            assert stage.node("line-owl-eel") is None
            assert "Not on the map" in stage.words()
            await stage.tap("undo-notice")
            assert places(stage) == there
            await stage.tap("map-owl")
            await stage.tap("leave-off")
            await stage.tap("put-back-owl")
            assert places(stage) == there
            assert stage.node("line-owl-eel")
            assert stage.node("put-back-owl") is None

    played(act)


def test_a_part_that_rests_is_not_on_the_map_and_moves_nobody() -> None:
    async def act() -> None:
        async with Stage(holding(OWL, EEL, NEWT), PLACE) as stage:
            assert set(places(stage)) == {"owl", "eel"}
            assert stage.node("put-back-newt") is None

    played(act)


def test_a_chosen_part_is_opened() -> None:
    async def act() -> None:
        async with Stage(holding(OWL, EEL), PLACE) as stage:
            await stage.tap("map-owl")
            await stage.tap("open-part")
            assert stage.page.route == "/parts/owl"

    played(act)


# -- lines -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", RELATIONS)
@pytest.mark.parametrize("from_the_map", [True, False])
def test_a_line_is_drawn_by_tapping_one_part_then_the_other_and_choosing_a_kind(
    kind: RelationKind, from_the_map: bool
) -> None:
    async def act() -> None:
        journal = holding(OWL, EEL, ELK)
        end = "map" if from_the_map else "end"
        async with Stage(journal, PLACE) as stage:
            assert "No lines yet." in stage.words()
            await stage.tap("add-line")
            assert "Tap the first one" in stage.words()
            await stage.tap(f"{end}-owl")
            assert "Now the other one." in stage.words()
            await stage.tap(f"{end}-eel")
            assert len(shown(stage, "line-")) == len(RELATIONS)
            assert chosen(stage, "line-") == []
            assert journal.all(PartMap) == ()
            await stage.tap(f"line-{kind.replace('_', '-')}")
            assert lines(journal) == [("owl", kind, "eel")]
            said = part_map.in_words(Relation("owl", kind, "eel"), {"owl": "Owl", "eel": "Eel"})
            assert said in stage.words()
            await stage.tap("map-done")
            assert stage.node("map-panel") is None
            assert stage.node("line-owl-eel")

    played(act)


def test_a_line_can_begin_at_the_part_that_is_chosen() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL)
        async with Stage(journal, PLACE) as stage:
            await stage.tap("map-eel")
            await stage.tap("add-line")
            await stage.tap("map-owl")
            await stage.tap("line-avoids")
            assert lines(journal) == [("eel", "avoids", "owl")]

    played(act)


def test_two_parts_have_one_line_and_another_kind_takes_its_place() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL, ELK, drawn_map(Relation("owl", "protects", "eel")))
        async with Stage(journal, PLACE) as stage:
            await stage.tap("line-owl-eel")
            assert chosen(stage, "line-") == ["line-protects"]
            await stage.tap("line-unsure")
            assert lines(journal) == [("owl", "unsure", "eel")]
            assert "Something is between Owl and Eel." in stage.words()

    played(act)


@pytest.mark.parametrize(
    ("kind", "turns"),
    [
        ("protects", True),
        ("backs_up", True),
        ("avoids", True),
        ("pulls_against", False),
        ("unsure", False),
    ],
)
def test_a_line_that_says_something_else_the_other_way_can_be_turned_round(
    kind: RelationKind, turns: bool
) -> None:
    async def act() -> None:
        journal = holding(OWL, EEL, ELK, drawn_map(Relation("owl", kind, "eel")))
        async with Stage(journal, PLACE) as stage:
            await stage.tap("line-owl-eel")
            assert (stage.node("turn-line") is not None) == turns
            if turns:
                await stage.tap("turn-line")
                assert lines(journal) == [("eel", kind, "owl")]
                assert stage.node("line-eel-owl")
                await stage.tap("turn-line")
                assert lines(journal) == [("owl", kind, "eel")]

    played(act)


def test_a_line_is_taken_away_and_undo_draws_it_again() -> None:
    async def act() -> None:
        there = drawn_map(Relation("owl", "backs_up", "eel"), Relation("elk", "avoids", "owl"))
        journal = holding(OWL, EEL, ELK, there)
        async with Stage(journal, PLACE) as stage:
            await stage.tap("line-owl-eel")
            await stage.tap("take-line")
            assert lines(journal) == [("elk", "avoids", "owl")]
            await stage.tap("undo-notice")
            assert set(lines(journal)) == {("elk", "avoids", "owl"), ("owl", "backs_up", "eel")}

    played(act)


def test_a_tap_near_a_line_opens_it_and_one_far_from_any_does_nothing() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL, ELK, drawn_map(Relation("owl", "backs_up", "eel")))
        async with Stage(journal, PLACE) as stage:
            await tap_at(stage, 40, 400)
            assert stage.node("take-line") is None
            await tap_at(stage, 175, 100 + 20)
            assert stage.node("take-line")
            assert "Owl backs up Eel." in stage.words()
            assert set(chosen(stage, "map-")) == {"map-owl", "map-eel"}

    played(act)


def test_the_sentences_are_the_lines_that_are_drawn() -> None:
    async def act() -> None:
        relations = (
            Relation("owl", "protects", "eel"),
            Relation("eel", "pulls_against", "elk"),
            Relation("wren", "backs_up", "owl"),
            Relation("owl", "avoids", "elk"),
            Relation("wren", "unsure", "elk"),
            Relation("owl", "protects", "newt"),
            Relation("gone", "protects", "owl"),
        )
        journal = holding(OWL, EEL, ELK, WREN, NEWT, drawn_map(*relations))
        async with Stage(journal, PLACE) as stage:
            said = (
                "Owl protects Eel.",
                "Eel pulls against Elk.",
                "Wren backs up Owl.",
                "Owl avoids Elk.",
                "Something is between Wren and Elk.",
            )
            assert all(one in stage.words() for one in said)
            assert len(shown(stage, "line-")) == len(said)
            label = stage.node("map")
            assert label
            assert label.label == "Map of 4 parts. In words below."
            all_pens = pens(stage)
            counted = 0
            for kind in RELATIONS:
                await stage.tap(f"kind-{kind.replace('_', '-')}")
                counted += all_pens - pens(stage)
                assert pens(stage) < all_pens
                await stage.tap(f"kind-{kind.replace('_', '-')}")
                assert pens(stage) == all_pens
            assert counted == all_pens

    played(act)


def test_the_legend_hides_and_shows_the_lines_of_a_kind_and_changes_nothing() -> None:
    async def act() -> None:
        there = drawn_map(Relation("owl", "unsure", "eel"), Relation("elk", "unsure", "owl"))
        journal = holding(OWL, EEL, ELK, there)
        async with Stage(journal, PLACE) as stage:
            assert pens(stage) == 2
            assert "unsure: hide these lines" in stage.words()
            await stage.tap("kind-unsure")
            assert pens(stage) == 0
            assert "unsure: show these lines" in stage.words()
            await tap_at(stage, 175, 100)
            assert stage.node("take-line") is None
            assert len(shown(stage, "line-")) == 2
            await stage.tap("kind-unsure")
            assert pens(stage) == 2
            assert journal.all(PartMap) == (there,)

    played(act)


@pytest.mark.parametrize("kind", RELATIONS)
@pytest.mark.parametrize("other", ["eel", "wren"])
def test_only_two_that_pull_against_each_other_are_sat_with_and_neither_is_tender(
    kind: RelationKind, other: str
) -> None:
    async def act() -> None:
        journal = holding(OWL, EEL, WREN, drawn_map(Relation("owl", kind, other)))
        async with Stage(journal, PLACE) as stage:
            await stage.tap(f"line-owl-{other}")
            offered = kind == "pulls_against" and other == "eel"
            assert (stage.node("sit-with-both") is not None) == offered
            if offered:
                await stage.tap("sit-with-both")
                assert stage.page.route == "/parts/owl/sit/eel"
                assert stage.node("sit-begin")

    played(act)


# -- its days ----------------------------------------------------------------------------------


def test_earlier_days_are_shown_as_they_were_and_cannot_be_changed() -> None:
    async def act() -> None:
        old = PartMap(
            id="old",
            at=NOON - timedelta(days=9),
            spots=(Spot("owl", 70, 300), Spot("eel", 280, 300)),
            relations=(Relation("owl", "protects", "eel"),),
        )
        older = PartMap(id="older", at=NOON - timedelta(days=20), spots=(Spot("owl", 70, 60),))
        young = Part(id="elk", at=YESTERDAY, name="Elk")
        journal = holding(OWL, EEL, young, older, old, drawn_map())
        async with Stage(journal, PLACE) as stage:
            assert "As of today" in stage.words()
            assert stage.node("map-later") is None
            now = places(stage)
            await stage.tap("map-earlier")
            assert "As of Sunday 31 May" in stage.words()
            assert set(places(stage)) == {"owl", "eel"}
            assert places(stage)["owl"].y == pytest.approx(300)
            assert "Owl protects Eel." in stage.words()
            assert shown(stage, "line-") == []
            assert stage.draggable("map-owl") is None
            await stage.tap("map-owl")
            await press(stage, "Arrow Left")
            for gone in ("map-panel", "move-left", "add-line", "leave-off", "put-back-"):
                assert shown(stage, gone) == []
            await stage.tap("map-earlier")
            assert "As of Wednesday 20 May" in stage.words()
            assert places(stage)["owl"].y == pytest.approx(60)
            assert stage.node("map-earlier") is None
            await stage.tap("map-later")
            await stage.tap("map-later")
            assert "As of today" in stage.words()
            assert places(stage) == now
            assert len(journal.all(PartMap)) == 3

    played(act)


def test_a_change_leaves_the_map_of_other_days_as_it_was_and_all_of_a_day_is_one_map() -> None:
    async def act() -> None:
        old = PartMap(
            id="old",
            at=YESTERDAY,
            spots=(Spot("owl", 70, 100), Spot("eel", 280, 100)),
            relations=(Relation("owl", "protects", "eel"),),
        )
        journal = holding(OWL, EEL, old)
        async with Stage(journal, PLACE) as stage:
            await drag(stage, "owl", 0, 60)
            await stage.tap("line-owl-eel")
            await stage.tap("line-unsure")
            first, second = journal.all(PartMap)
            assert first == old
            assert second.relations == (Relation("owl", "unsure", "eel"),)
            assert second.at == NOON

    played(act)


def test_a_part_made_after_midnight_is_on_the_map_of_the_day_that_had_not_ended() -> None:
    async def act() -> None:
        night = NOON.replace(hour=1)
        made = Part(id="owl", at=night, name="Owl")
        then = PartMap(id="m", at=night + timedelta(minutes=5), spots=(Spot("owl", 70, 100),))
        async with Stage(holding(made, EEL, then), PLACE) as stage:
            await stage.tap("map-earlier")
            assert "As of Monday 8 June" in stage.words()
            assert "owl" in places(stage)

    played(act)


def test_a_deleted_part_takes_its_lines_and_undo_brings_them_back() -> None:
    async def act() -> None:
        journal = holding(OWL, EEL, ELK, drawn_map(Relation("owl", "protects", "eel")))
        async with Stage(journal, "/parts/owl") as stage:
            await stage.tap("delete-part")
            await stage.go(PLACE)
            assert "No lines yet." in stage.words()
            await stage.tap("undo-notice")
            assert stage.node("line-owl-eel")
            assert places(stage)["owl"].x == pytest.approx(70)

    played(act)


# -- where it can't be kept --------------------------------------------------------------------


def test_changes_that_cannot_be_kept_are_all_kept_once_they_can() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(OWL, EEL, ELK, drawn_map())
        async with Stage(journal, PLACE) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await drag(stage, "owl", 0, 40)
            assert "Not saved yet" in stage.words()
            await drag(stage, "eel", 0, 60)
            disk.fault = None
            await stage.tap("try-again")
            one = the_one(journal, PartMap)
            assert one.id == "m"
            assert spots(journal)["owl"] == pytest.approx((70, 140))
            assert spots(journal)["eel"] == pytest.approx((280, 160))

    played(act)


def test_the_first_map_that_cannot_be_kept_is_kept_as_one() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(OWL, EEL)
        async with Stage(journal, PLACE) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.state.mapping.move("owl", 70, 300)
            await stage.state.mapping.relate("owl", "protects", "eel")
            disk.fault = None
            await stage.state.try_again()
            one = the_one(journal, PartMap)
            assert spots(journal)["owl"] == pytest.approx((70, 300))
            assert one.relations == (Relation("owl", "protects", "eel"),)

    played(act)
