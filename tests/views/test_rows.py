"""Rows in large text: their words keep the room they need, and are never broken."""

from collections.abc import Iterator

import flet as ft
import pytest
from flet.controls.base_control import BaseControl

from domain.entries import Settings
from domain.language import speak
from storage.journal import forgetful_journal
from tests.views.stage import Stage, played
from views import theme
from views.components.frame import card_width
from views.components.rows import GAP, ICON, SWITCH
from views.components.titles import BETWEEN_WORDS
from views.paper.fonts import BODY
from views.paper.writing import width

PLACES = (
    "/settings",
    "/settings/reminders",
    "/settings/export",
    "/support",
    "/bring/prepare/sheet",
)
SCREENS = ((390, 1.0), (320, 1.0), (320, 2.0))


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    speak()


def _is_switch(one: BaseControl) -> bool:
    return isinstance(one, ft.Container) and one.width == SWITCH


@pytest.mark.parametrize("text_scale", [1, 2])
def test_a_switch_stands_below_large_words(text_scale: float) -> None:
    async def act() -> None:
        journal = forgetful_journal()
        journal.put(Settings(welcomed=True))
        async with Stage(journal, "/settings", width=320, text_scale=text_scale) as stage:
            lines = [around[-1] for one, around in stage.controls() if _is_switch(one)]
            assert lines
            stands = ft.Column if text_scale == 2 else ft.Row
            assert {type(one) for one in lines} == {stands}

    played(act)


@pytest.mark.parametrize("language", ["en", "de", "es"])
@pytest.mark.parametrize(("wide", "scale"), SCREENS)
def test_no_row_breaks_in_a_word(wide: float, scale: float, language: str) -> None:
    async def act() -> None:
        journal = forgetful_journal()
        journal.put(Settings(welcomed=True, language=language))
        async with Stage(journal, width=wide, text_scale=scale) as stage:
            for place in PLACES:
                await stage.go(place)
                labels = list(_labels(stage))
                assert labels, place
                for words, size, beside in labels:
                    room = card_width(stage.state) - beside
                    for word in BETWEEN_WORDS.split(words):
                        assert width(word, BODY, size) * scale <= room, (place, word)

    played(act)


def _labels(stage: Stage) -> Iterator[tuple[str, float, float]]:
    """The words of rows, their size, and what stands beside them."""
    for row, _ in stage.controls():
        if not isinstance(row, ft.Row):
            continue
        words = [one for one in row.controls if isinstance(one, ft.Column) and one.expand]
        others = [one for one in row.controls if isinstance(one, ft.Icon) or _is_switch(one)]
        if len(words) == 1 and len(words) + len(others) == len(row.controls):
            label = words[0].controls[0]
            assert isinstance(label, ft.Text)
            assert isinstance(label.style, ft.TextStyle)
            if label.style.font_family == theme.BODY:
                taken = sum(GAP + (SWITCH if _is_switch(one) else ICON) for one in others)
                yield label.value, float(label.style.size or 0), taken
