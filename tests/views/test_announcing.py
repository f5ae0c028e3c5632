"""What a screen reader is given to say by itself: each thing once."""

import errno
from datetime import timedelta

import flet as ft
import pytest

from tests.views.stage import Stage, played
from tests.views.test_state import on_disk


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Flet was given to announce."""
    said: list[str] = []

    async def announce(service: ft.SemanticsService, message: str) -> None:
        said.append(message)

    monkeypatch.setattr(ft.SemanticsService, "announce_message", announce)
    return said


def test_what_was_saved_and_taken_back_is_said_and_nothing_as_a_screen_comes(
    heard: list[str],
) -> None:
    async def act() -> None:
        journal, _ = on_disk()
        async with Stage(journal) as stage:
            assert heard == []
            await stage.tap("pad-2-6")
            await stage.tap("connection-4")
            assert heard == ["Saved 12:00. Undo is available."]
            await stage.go("/look-back")
            await stage.go("/")
            stage.now += timedelta(minutes=1)
            await stage.tap("connection-5")
            assert heard[1:] == ["Saved 12:01. Undo is available."]
            await stage.tap("undo")
            await stage.go("/bring")
            assert heard[2:] == ["Taken back"]

    played(act)


def test_what_could_not_be_saved_is_said_once_until_it_is_saved(heard: list[str]) -> None:
    async def act() -> None:
        journal, disk = on_disk()
        async with Stage(journal) as stage:
            disk.fault = OSError(errno.ENOSPC, "full")
            await stage.tap("pad-2-6")
            await stage.tap("connection-4")
            await stage.go("/look-back")
            assert heard == [
                "Not saved yet. Your words are still here. There is no room left on this device."
            ]
            disk.fault = None
            await stage.go("/")
            await stage.tap("try-again")
            assert heard[1:] == ["Saved 12:00. Undo is available."]
            disk.fault = OSError(errno.ENOSPC, "full")
            await stage.tap("connection-5")
            assert heard[2:] == heard[:1]

    played(act)


def test_that_something_was_undone_is_said(heard: list[str]) -> None:
    async def act() -> None:
        journal, _ = on_disk()
        async with Stage(journal, "/bring") as stage:
            point = await stage.state.bringing.add("the bus")
            await stage.state.bringing.settle(point, "later")
            await stage.settle()
            await stage.tap("undo-notice")
            assert heard == ["Kept for later", "Undone"]

    played(act)


def test_a_line_that_passes_is_said_as_often_as_it_is_told(heard: list[str]) -> None:
    async def act() -> None:
        journal, _ = on_disk()
        async with Stage(journal) as stage:
            for _ in range(2):
                point = await stage.state.bringing.add("the bus")
                await stage.state.bringing.delete(point)
                await stage.settle()
            assert heard == ["Deleted", "Deleted"]

    played(act)


def test_the_number_of_what_was_found_is_said_when_it_changes(heard: list[str]) -> None:
    async def act() -> None:
        journal, _ = on_disk()
        async with Stage(journal) as stage:
            await stage.state.answer(pleasantness=3, energy=5, note="on the bus")
            heard.clear()
            await stage.go("/entries")
            for typed in ("o", "on", "on a"):
                await stage.type("search", typed)
            assert heard == ["1 entry", "0 entries"]

    played(act)
