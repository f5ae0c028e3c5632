"""What is on the sheet, what is not, and what the person is told about it."""

from collections.abc import Iterator

import flet as ft

from domain.entries import CheckIn, Settings
from tests.views.stage import NOON, Stage, played
from tests.views.therapy import WEEKLY, holding, point, the_point

SECRET = "nobody may read this"


def test_what_is_private_is_in_no_output_and_not_in_the_count() -> None:
    async def act() -> None:
        journal = holding(
            WEEKLY,
            point("a", SECRET, private=True, pinned=True),
            point("b", SECRET, private=True, tags=("between_us",)),
            point("c", "seen"),
        )
        async with Stage(journal) as stage:
            assert "1 thing to bring" in stage.words()
            for place in ("/bring/prepare/sheet", "/bring/prepare/sheet/paper", "/room"):
                await stage.go(place)
                assert "seen" in stage.words() + _drawn(stage)
                assert SECRET not in stage.words() + _drawn(stage)
            await stage.tap("room-list")
            assert SECRET not in stage.words()
            await stage.tap("room-show")
            assert SECRET in stage.words()

    played(act)


def _drawn(stage: Stage) -> str:
    def canvases() -> Iterator[str]:
        for one, _ in stage.controls():
            for shape in getattr(one, "shapes", []):
                yield getattr(shape, "value", "")

    return "\n".join(canvases())


def test_what_is_between_us_is_shown_only_after_it_was_asked() -> None:
    async def act() -> None:
        journal = holding(point("a", SECRET, private=True, tags=("between_us",)))
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            await stage.tap("sheet-between-us")
            assert "Show this to your therapist?" in stage.words()
            await stage.tap("keep-private")
            assert stage.node("show-between-us") is None
            await stage.tap("sheet-between-us")
            await stage.tap("show-it")
            assert SECRET in stage.words()
            assert not the_point(journal, "a").private
            await stage.tap("sheet-between-us")
            assert SECRET not in stage.words()

    played(act)


def test_the_sheet_follows_its_switches() -> None:
    async def act() -> None:
        check_in = CheckIn(id="C", at=NOON, logged_at=NOON, note="about the bus")
        journal = holding(check_in, point("a", "about Jun"), point("b", "the fee"))
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            await stage.tap("sheet-names")
            await stage.type("sheet-name", "Jun")
            await stage.submit("sheet-name")
            assert "about J." in paper(stage)
            await stage.tap("sheet-initials")
            assert "about Jun" in paper(stage)
            await stage.tap("sheet-choose")
            await stage.tap("sheet-point-a")
            assert "about Jun" not in paper(stage)
            assert "1 of 2 things" in stage.words()
            assert "about the bus" not in paper(stage)
            await stage.tap("sheet-notes")
            assert "about the bus" in paper(stage)
            await stage.tap("sheet-points")
            assert "the fee" not in paper(stage)
            assert "Check-ins: 1" in paper(stage)
            await stage.tap("sheet-check-ins")
            assert "Check-ins: 1" not in paper(stage)
            await stage.tap("name-0")
            assert journal.all(Settings)[0].names == ()

    played(act)


def test_what_is_taken_off_the_sheet_by_quick_taps_is_all_off_it() -> None:
    async def act() -> None:
        journal = holding(point("a", "about Jun"), point("b", "the fee"), point("c", "the heron"))
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            await stage.tap("sheet-choose")
            await stage.tap_at_once("sheet-point-a", "sheet-point-b", "sheet-initials")
            assert "about Jun" not in paper(stage)
            assert "the fee" not in paper(stage)
            assert "the heron" in paper(stage)

    played(act)


def paper(stage: Stage) -> str:
    """What is said of the sheet to whoever can't see it."""
    node = stage.node("paper")
    assert node
    return node.label or ""


def test_what_has_no_room_on_the_page_is_named() -> None:
    async def act() -> None:
        points = (("a", "long " * 20_000), ("b", "short"), ("c", "\U00016e40"))
        journal = holding(*(point(*one) for one in points))
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            assert "No room on one page for: “long long" in stage.words()
            assert "These letters can't be put on paper here: \U00016e40" in stage.words()
            assert "short" in _drawn(stage)

    played(act)


def test_ten_thousand_things_are_a_list_too() -> None:
    async def act() -> None:
        journal = holding(*(point(f"{n:05}", rank=float(n)) for n in range(10_000)))
        async with Stage(journal, "/bring") as stage:
            rows = [one for one, _ in stage.controls() if isinstance(one, ft.PopupMenuButton)]
            assert 20 < len(rows) < 100
            assert "Item 1 of 10000." in stage.words()
            await stage.go("/bring/prepare/sheet")
            assert "more." in stage.words()
            await stage.go("/room")
            assert "Thing 1 of 10000" in stage.words()
            await stage.tap("room-list")
            assert stage.node("room-check-00039")
            assert stage.node("room-check-00040") is None
            await stage.tap("room-more")
            assert stage.node("room-check-00040")

    played(act)
