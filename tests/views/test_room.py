"""In the room: one thing at a time, or the list."""

from datetime import timedelta

import flet as ft

from domain.entries import (
    TalkingPoint,
    TherapySession,
)
from domain.language import hear
from tests.views.stage import NOON, Stage, played
from tests.views.therapy import holding, point, the_point


def test_in_the_room_one_thing_at_a_time_is_brought_kept_or_left() -> None:
    async def act() -> None:
        now = TherapySession(id="N", at=NOON - timedelta(minutes=5))
        journal = holding(now, *(point(id, rank=rank) for rank, id in enumerate("abc")))
        async with Stage(journal, "/room") as stage:
            assert stage.node("nav-today") is None
            await stage.tap("room-brought")
            await stage.tap("room-later")
            await stage.tap("room-back")
            assert "about b" in stage.words()
            await stage.tap("room-next")
            await stage.tap("room-leave")
            assert "That's the list." in stage.words()
            states = {one.id: (one.state, one.session) for one in journal.all(TalkingPoint)}
            assert states == {"a": ("brought", "N"), "b": ("later", ""), "c": ("open", "")}
            await stage.tap("room-list")
            await stage.type("room-outcome-a", "It was heard.")
            await stage.tap("room-check-c")
            await stage.tap("room-check-c")
            assert the_point(journal, "a").outcome == "It was heard."
            assert the_point(journal, "c").state == "open"

    played(act)


def test_on_the_list_of_the_room_it_is_told_in_the_language_whether_it_was_brought() -> None:
    async def act() -> None:
        hear([("de", "DE")])
        async with Stage(holding(point("a", "Nur das.")), "/room") as stage:
            await stage.tap("room-list")
            assert stage.label("room-check-a") == "Nur das. Mitgebracht"

    played(act)


def test_the_room_can_be_dimmed_and_stays_so() -> None:
    async def act() -> None:
        async with Stage(holding(point("a")), "/room") as stage:
            await stage.tap("dim")
            await stage.go("/")
            await stage.go("/room")
            assert any(
                isinstance(one, ft.Container) and one.theme_mode == ft.ThemeMode.DARK
                for one, _ in stage.controls()
            )

    played(act)
