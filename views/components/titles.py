"""The title of a screen: beside its actions where it has room there, and never broken in a word."""

import math
import re
from dataclasses import replace
from typing import Final

import flet as ft

from views import theme
from views.components.kit import Tap, heading
from views.paper.fonts import SERIF
from views.paper.writing import width

LINES: Final = 2
"""So many lines of a title stand beside actions."""
LEAST: Final = 13.0
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


def face_of(title: str, room: float, text_scale: float) -> theme.Face:
    """The face of a title, smaller where its longest word would be broken."""
    face = theme.HEADLINE_SMALL
    longest = max(width(word, SERIF, face.size) for word in BETWEEN_WORDS.split(title))
    by = min(1.0, room / (longest * text_scale)) if longest else 1.0
    size = max(LEAST, face.size * by)
    return replace(face, size=size, height=face.height * size / face.size)


def title_of(title: str, on_title: Tap | None, room: float, text_scale: float) -> ft.Control:
    """The title of a screen; a tap on it may do something."""
    words = heading(title, face_of(title, room, text_scale), 1)
    if on_title is None:
        return words
    # The line above is the button that is spoken; a finger may tap the title as well.
    return ft.GestureDetector(on_tap=on_title, exclude_from_semantics=True, content=words)
