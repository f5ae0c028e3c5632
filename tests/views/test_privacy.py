"""What the app says about itself: what is kept and where, what it is, and how it says that."""

import re
from pathlib import Path
from typing import Any, Final

import flet as ft
import pytest

from domain.entries import PartWord, Settings
from tests.views.keeping import kept_in
from tests.views.locked import kept, with_lock
from tests.views.parts import shown
from tests.views.stage import Stage, played
from tests.views.test_places import LOOKS, can_be_reached, journal_of
from tests.views.therapy import holding

NEVER: Final = re.compile(
    r"\b(should|must|why|healthy|unhealthy|toxic|good day|bad day|triggered|symptoms?|relapse"
    r"|compliance|compliant|HIPAA|evidence.based|patients?|streaks?|scores?|assessment|mood log|SOS"
    r"|insights|progress|homework|overdue|no-show|conflict|lapse|great job|you missed)\b|!",
    re.IGNORECASE,
)
"""What no text of the app says."""
PLACE: Final = "/settings/privacy"
TOLD: Final = {
    "what is kept": ("check-ins", "people and places", "half written"),
    "what leaves": ("Nothing, by itself.", "talk only to this computer"),
    "the lock": ("XChaCha20-Poly1305", "Argon2id", "can't help when all of them are lost"),
    "not the lock": ("watches you type", "forces you", "software is on this device", "memory"),
    "what lingers": ("may linger on the disk",),
    "screens": ("taking a screenshot",),
    "the cloud": ("cloud backup",),
    "the law": ("privileged", "A court may order", "We are no lawyers"),
    "health data": ("Collected by us: nothing. Shared by us: nothing. Sold by us: nothing.",),
    "who to ask": ("the project's page",),
}


@pytest.mark.parametrize("about", TOLD)
def test_everything_about_privacy_is_told(about: str) -> None:
    async def act() -> None:
        async with Stage(holding(), PLACE) as stage:
            for words in TOLD[about]:
                assert words in stage.words()

    played(act)


def test_each_thing_has_a_title_to_jump_to() -> None:
    async def act() -> None:
        async with Stage(holding(), PLACE) as stage:
            nodes = [one for one, _ in stage.controls() if isinstance(one, ft.Semantics)]
            assert sum(one.header is True and one.heading_level == 2 for one in nodes) == 10

    played(act)


@pytest.mark.parametrize(
    ("row", "route"),
    [
        ("to-lock", "/settings/lock"),
        ("to-entries", "/entries"),
        ("to-export", "/settings/export"),
        ("to-backups", "/settings/backups"),
        ("to-erase", "/settings/erase"),
    ],
)
def test_what_one_can_do_about_it_is_a_tap_away(row: str, route: str) -> None:
    async def act() -> None:
        async with Stage(holding(), PLACE) as stage:
            await stage.tap(row)
            assert stage.page.route == route

    played(act)


def test_where_the_journal_is_is_told_as_it_is(tmp_path: Path) -> None:
    async def act() -> None:
        async with Stage(holding(), PLACE) as stage:
            assert "only in the memory of this device" in stage.words()
        async with Stage(kept_in(tmp_path), PLACE) as stage:
            assert "only in the memory of this device" not in stage.words()
            assert "in the folder of this app" in stage.words()
            stage.state.sample = True
            await stage.settle()
            assert "This is the invented journal." in stage.words()
            assert "in the folder of this app" not in stage.words()

    played(act)


def test_whether_a_lock_is_on_is_told_as_it_is(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept(tmp_path)
        async with Stage(keeper, PLACE) as stage:
            assert "Lock. off" in stage.words()
        with_lock(keeper)
        async with Stage(keeper, PLACE) as stage:
            assert "Lock. passphrase, after 1 minute" in stage.words()

    played(act)


def test_parts_are_called_what_the_person_calls_them() -> None:
    async def act() -> None:
        journal = journal_of((Settings(welcomed=True, part_word=PartWord("side", "sides")),))
        async with Stage(journal, PLACE) as stage:
            assert "sides, their map" in stage.words()
            assert "becomes part of their record" in stage.words()

    played(act)


def test_about_leads_to_it_and_to_the_licences() -> None:
    async def act() -> None:
        async with Stage(holding(), "/settings/about") as stage:
            assert "nobody reads or monitors" in stage.words()
            assert "Your therapist only sees what you choose to show them." in stage.words()
            for row, route in (("to-privacy", PLACE), ("to-licences", "/settings/licences")):
                await stage.go("/settings/about")
                await stage.tap(row)
                assert stage.page.route == route
                await stage.tap("back")
                assert stage.page.route == "/settings"

    played(act)


def test_the_settings_lead_to_it() -> None:
    async def act() -> None:
        async with Stage(holding(), "/settings") as stage:
            await stage.tap("privacy")
            assert stage.page.route == PLACE
            assert shown(stage, "to-lock")

    played(act)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("place", [PLACE, "/settings/about"])
def test_it_can_be_reached_and_judges_nothing(place: str, look: dict[str, Any]) -> None:
    async def act() -> None:
        async with Stage(holding(), place, **look) as stage:
            can_be_reached(stage)
            assert NEVER.search(stage.words()) is None

    played(act)
