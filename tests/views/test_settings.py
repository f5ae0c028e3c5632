"""Settings: the language of the app, and what only some devices are asked about."""

from collections.abc import Iterator

import flet as ft
import pytest

from domain.entries import Settings
from domain.language import LANGUAGES, language, speak
from domain.sample import sample_entries
from storage.journal import TinyJournal
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import journal_of


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    speak()


def kept() -> TinyJournal:
    """The sample, on a device that speaks English."""
    return journal_of((Settings(welcomed=True), *sample_entries(NOON)))


def test_each_language_is_offered_by_its_own_name() -> None:
    async def act() -> None:
        async with Stage(kept(), "/settings") as stage:
            for code, name in LANGUAGES.items():
                assert stage.label(f"language-{code}") == f"Language: {name}"
            device = stage.node("language-device")
            assert device is not None
            assert device.selected

    played(act)


def test_another_language_draws_all_anew_and_leaves_one_on_settings() -> None:
    async def act() -> None:
        async with Stage(kept(), "/settings") as stage:
            before = stage.state.check_ins
            await stage.go("/entries")
            assert "Sunday 7 June" in stage.words()
            await stage.go("/settings")
            await stage.tap("language-de")
            assert stage.page.route == "/settings"
            assert language() == "de"
            chosen = stage.node("language-de")
            assert chosen is not None
            assert chosen.selected
            assert stage.state.settings == Settings(welcomed=True, language="de")
            assert stage.state.check_ins == before
            await stage.go("/entries")
            assert "Sonntag, 7. Juni" in stage.words()
            await stage.go("/settings")
            await stage.tap("language-device")
            assert language() == "en"
            await stage.go("/entries")
            assert "Sunday 7 June" in stage.words()

    played(act)


@pytest.mark.parametrize(
    ("platform", "web", "is_offered"),
    [
        ("android", False, True),
        ("ios", False, True),
        ("android", True, False),
        ("linux", False, False),
        ("linux", True, False),
    ],
)
def test_hiding_among_other_apps_is_offered_on_phones(
    platform: str, web: bool, is_offered: bool
) -> None:
    async def act() -> None:
        async with Stage(kept(), "/") as stage:
            stage.page.platform, stage.page.web = ft.PagePlatform(platform), web
            await stage.go("/settings")
            assert (stage.node("hide-in-switcher") is not None) == is_offered

    played(act)
