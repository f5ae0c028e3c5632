"""What a device asks for, and the steps of the first run as places."""

from pathlib import Path
from typing import Any, get_args

import flet as ft
import pytest
from flet import BaseControl

from domain.language import speak
from storage.keeper import FolderKeeper
from tests.views.stage import Stage, played
from tests.views.test_colors import GROUNDS, PAIRS, contrast
from tests.views.test_places import FULL, journal_of
from views import theme
from views.components.colors import Brightness
from views.first_run import LOCK, STEPS, YOURS

BRIGHTNESS = get_args(Brightness)


@pytest.mark.parametrize("brightness", BRIGHTNESS)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_with_contrast_all_text_stands_out_further(
    ink: str, ground: str, brightness: Brightness
) -> None:
    colors = theme.scheme(brightness, contrast=True)
    assert contrast(getattr(colors, ink), getattr(colors, ground)) >= 7


@pytest.mark.parametrize("brightness", BRIGHTNESS)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("line", ["outline", "outline_variant", theme.EDGE.name.lower()])
def test_with_contrast_every_line_is_seen(line: str, ground: str, brightness: Brightness) -> None:
    colors = theme.scheme(brightness, contrast=True)
    assert contrast(getattr(colors, line), getattr(colors, ground)) >= 3


def _inks(page: ft.Page) -> list[str]:
    schemes = [one.color_scheme for one in (page.theme, page.dark_theme) if one]
    return [str(one.on_surface_variant) for one in schemes if one]


def test_the_colors_follow_what_the_device_asks_for() -> None:
    usual = [theme.LIGHT.on_surface_variant, theme.DARK.on_surface_variant]
    strong = [theme.LIGHT.on_surface, theme.DARK.on_surface]

    async def act() -> None:
        async with Stage(journal_of(())) as stage:
            assert _inks(stage.page) == usual
            stage.state.contrast = True
            await stage.settle()
            assert _inks(stage.page) == strong
            stage.state.contrast = False
            await stage.settle()
            assert _inks(stage.page) == usual

    played(act)


@pytest.mark.parametrize("place", ["/", "/bring", "/parts", "/people/list", "/look-back"])
def test_every_card_has_the_edge_that_contrast_shows(place: str) -> None:
    async def act() -> None:
        async with Stage(journal_of(FULL), place) as stage:
            cards = [one for one, _ in stage.controls() if _fill(one) in CARDS]
            assert cards
            assert [one for one in cards if _edge(one) != theme.EDGE] == []

    played(act)


CARDS = (ft.Colors.SURFACE_CONTAINER_LOW, ft.Colors.SECONDARY_CONTAINER)


def _fill(control: BaseControl) -> Any:
    """What a card is filled with; of what is in one nothing."""
    if isinstance(control, ft.Container) and control.border_radius == 20:
        return control.bgcolor
    style = getattr(control, "style", None)
    return style.bgcolor if isinstance(style, ft.ButtonStyle) else None


def _edge(control: Any) -> Any:
    if isinstance(control, ft.Container):
        over = control.foreground_decoration
        border = over.border if isinstance(over, ft.BoxDecoration) else control.border
        return isinstance(border, ft.Border) and border.top.color
    return control.style.side[ft.ControlState.DEFAULT].color


def test_contrast_stays_when_another_journal_is_opened(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = FolderKeeper(tmp_path / "journal")
        async with Stage(keeper) as stage:
            stage.state.contrast = True
            before = stage.state
            keeper.erase(backups=True)
            await stage.settle()
            assert stage.state is not before
            assert stage.state.contrast
        keeper.close()

    played(act)


def test_back_goes_a_step_back_in_the_first_run_and_then_leaves_it() -> None:
    async def act() -> None:
        async with Stage(journal_of(())) as stage:
            for step, place in enumerate(STEPS):
                assert stage.page.route == place
                assert f"Step {step + 1} of 3" in stage.words()
                if place != LOCK:
                    await stage.tap("first-run-next")
            await stage.press("Escape")
            assert "Step 2 of 3" in stage.words()
            await stage.browse("/")
            assert "Step 1 of 3" in stage.words()
            assert stage.page.route == "/"
            await stage.browse(YOURS)
            await stage.tap("first-run-back")
            assert "Step 1 of 3" in stage.words()

    played(act)


@pytest.mark.parametrize("place", STEPS)
def test_after_the_first_run_its_steps_are_today(place: str) -> None:
    async def act() -> None:
        async with Stage(journal_of(()), LOCK) as stage:
            await stage.tap("first-run-next")
            await stage.browse(place)
            assert stage.node("pad-4-4")

    played(act)


def test_the_first_step_offers_the_languages_and_stays_there() -> None:
    async def act() -> None:
        async with Stage(journal_of(())) as stage:
            chosen = stage.node("language-en")
            assert chosen
            assert chosen.selected
            await stage.tap("language-es")
            assert "Paso 1 de 3" in stage.words()
            await stage.tap("language-en")
            assert "Step 1 of 3" in stage.words()

    try:
        played(act)
    finally:
        speak("")


@pytest.mark.parametrize(("platform", "web"), [("android", True), ("linux", False), ("ios", False)])
def test_hiding_among_other_apps_is_offered_where_it_can_be(platform: str, web: bool) -> None:
    async def act() -> None:
        async with Stage(journal_of(()), YOURS) as stage:
            stage.page.platform, stage.page.web = ft.PagePlatform(platform), web
            await stage.tap("first-run-next")
            assert (stage.node("hide-in-switcher") is not None) == (platform == "ios" and not web)

    played(act)
