"""Titles: beside what is in their line where there is room, and never broken in a word."""

import math
import re
from dataclasses import replace
from typing import Final

import flet as ft

from views import theme
from views.components.kit import Tap, heading
from views.paper.fonts import BODY, SERIF, STRONG
from views.paper.writing import width

LINES: Final = 2
"""So many lines of a title stand beside actions."""
LEAST: Final = 13.0
"""No words are smaller on the screen because of their room."""
MOST_ON_DRAWING: Final = 1.3
ROUNDED: Final = 0.5
"""The client may draw each letter so many pixels wider."""
FONTS: Final = {
    theme.SERIF: SERIF,
    theme.BODY: BODY,
    f"{theme.BODY} 600": STRONG,
    f"{theme.BODY} 700": STRONG,
}
"""The fonts that words are measured in; the heaviest one is nearly as wide as the one before it."""
BETWEEN_WORDS: Final = re.compile(r"\s+|(?<=-)")


def lines_of(title: str, size: float, room: float) -> float:
    """How many lines a title takes in a room; without end where a word has no room."""
    many, used = 1, 0.0
    for word in BETWEEN_WORDS.split(title):
        wide = width(word, SERIF, size)
        if wide > room:
            return math.inf
        space = width(" ", SERIF, size) if used else 0.0
        if used + space + wide > room:
            many, used, space = many + 1, 0.0, 0.0
        used += space + wide
    return many


def fits_beside(title: str, room: float, text_scale: float) -> bool:
    """Whether a title has room beside what stands in its bar."""
    return lines_of(title, theme.HEADLINE_SMALL.size * text_scale, room) <= LINES


def face_of(
    words: str, room: float, text_scale: float, face: theme.Face = theme.HEADLINE_SMALL
) -> theme.Face:
    """The face of words, smaller where their longest one would be broken."""
    font = FONTS[face.family]
    by = 1.0
    for word in filter(None, BETWEEN_WORDS.split(words)):
        whole = text_scale * width(word, font, face.size)
        by = min(by, (room - ROUNDED * len(word)) / whole)
    size = max(LEAST / text_scale, face.size * by)
    return replace(face, size=size, height=face.height * size / face.size)


def face_on_drawing(name: str, room: float, text_scale: float, face: theme.Face) -> theme.Face:
    """The face of a name on a drawing, in one line: it grows to 130 % at most, lest it lie on what
    is beside it, and no more than its room lets it; below the drawing it is told in full size."""
    whole = width(name, FONTS[face.family], face.size)
    on_screen = max(min(1.0, text_scale), min(MOST_ON_DRAWING, text_scale, room / whole))
    by = on_screen / text_scale
    return replace(face, size=face.size * by, height=face.height * by)


def title_of(title: str, on_title: Tap | None, room: float, text_scale: float) -> ft.Control:
    """The title of a screen; a tap on it may do something."""
    words = heading(title, face_of(title, room, text_scale), 1)
    if on_title is None:
        return words
    # The line above is the button that is spoken; a finger may tap the title as well.
    return ft.GestureDetector(on_tap=on_title, exclude_from_semantics=True, content=words)
