"""Titles: room for their longest word, beside what is in the bar or below it."""

import math

import flet as ft
import pytest

from domain.entries import Settings
from domain.language import language as spoken
from domain.language import speak
from storage.journal import forgetful_journal
from tests.views.stage import Stage, played
from views import theme
from views.components.titles import (
    BETWEEN_WORDS,
    LEAST,
    ROUNDED,
    face_of,
    face_on_drawing,
    fits_beside,
    lines_of,
)
from views.paper.fonts import SERIF, STRONG
from views.paper.writing import width

PLACES = (
    *("/", "/bring", "/parts", "/people", "/look-back", "/entries", "/sessions", "/moment"),
    *("/support", "/steady", "/add/new", "/parts/new", "/people/new", "/bring/prepare"),
    *("/settings", "/settings/about", "/settings/export", "/settings/privacy", "/settings/lock"),
    *("/settings/licences", "/settings/move-in", "/settings/backups", "/settings/erase"),
    *("/settings/questions", "/settings/reminders", "/settings/reminders/new"),
    *("/settings/pause", "/settings/ways", "/sessions/plan/new"),
)
SCREENS = ((390, 1.0), (320, 1.0), (320, 2.0))


def test_a_title_is_counted_in_lines_as_it_is_drawn() -> None:
    size = theme.HEADLINE_SMALL.size
    both = width("Look back", SERIF, size)
    assert lines_of("Look back", size, both + 0.1) == 1
    assert lines_of("Look back", size, both - 0.1) == 2
    assert lines_of("Reminders", size, width("Reminders", SERIF, size) - 0.1) == math.inf
    assert lines_of("", size, 10) == 1


def test_a_title_stands_beside_its_actions_where_its_words_have_room() -> None:
    assert fits_beside("Einstellungen", 180, 1)
    assert not fits_beside("Einstellungen", 120, 1)
    assert not fits_beside("To check in", 72, 1)


def test_a_title_without_room_for_its_longest_word_is_smaller() -> None:
    assert face_of("Settings", 296, 2) == theme.HEADLINE_SMALL
    small = face_of("Wiederherstellung", 296, 2)
    assert small.size < theme.HEADLINE_SMALL.size
    assert 2 * width("Wiederherstellung", SERIF, small.size) == pytest.approx(296 - 17 * ROUNDED)
    ratio = theme.HEADLINE_SMALL.height / theme.HEADLINE_SMALL.size
    assert small.height / small.size == pytest.approx(ratio)
    assert face_of("", 100, 1) == theme.HEADLINE_SMALL
    assert 2 * face_of("W" * 80, 296, 2).size == LEAST


@pytest.mark.parametrize(
    ("times", "text_scale", "on_screen"),
    [(1.2, 1, 1), (2, 2, 1.3), (1.2, 2, 1.2), (1.2, 1.1, 1.1), (0.5, 2, 1), (2, 0.8, 0.8)],
)
def test_a_name_on_a_drawing_grows_as_far_as_it_has_room_and_is_never_made_small(
    times: float, text_scale: float, on_screen: float
) -> None:
    usual = theme.LABEL_MEDIUM
    room = times * width("Doorkeeper", STRONG, usual.size)
    face = face_on_drawing("Doorkeeper", room, text_scale, usual)
    assert face.size * text_scale == pytest.approx(on_screen * usual.size)
    assert face.height / face.size == pytest.approx(usual.height / usual.size)


@pytest.mark.parametrize("language", ["en", "de", "es"])
@pytest.mark.parametrize(("wide", "scale"), SCREENS)
def test_no_title_breaks_in_a_word(wide: float, scale: float, language: str) -> None:
    async def act() -> None:
        journal = forgetful_journal()
        journal.put(Settings(welcomed=True, language=language))
        async with Stage(journal, width=wide, text_scale=scale) as stage:
            assert spoken() == language
            room = wide - 2 * theme.margin(wide)
            for place in PLACES:
                await stage.go(place)
                for words, size in _titles(stage):
                    for word in BETWEEN_WORDS.split(words):
                        assert width(word, SERIF, size) * scale <= room, (place, word)

    try:
        played(act)
    finally:
        speak()


def _titles(stage: Stage) -> list[tuple[str, float]]:
    found = []
    for one, _ in stage.controls():
        if isinstance(one, ft.Semantics) and one.heading_level == 1:
            assert isinstance(one.content, ft.Text)
            assert isinstance(one.content.style, ft.TextStyle)
            found.append((one.content.value, float(one.content.style.size or 0)))
    return found
