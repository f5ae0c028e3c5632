"""What can stand for a part or for somebody, in words for a screen reader."""

from typing import Final

from domain.entries import Color, Icon, PersonShape, Shape
from domain.language import N_

SHAPE_WORDS: Final[dict[Shape | PersonShape, str]] = {
    "circle": N_("Shape: circle"),
    "pebble": N_("Shape: pebble"),
    "hexagon": N_("Shape: hexagon"),
    "square": N_("Shape: square"),
    "kite": N_("Shape: kite"),
    "drop": N_("Shape: drop"),
    "shield": N_("Shape: shield"),
    "bloom": N_("Shape: bloom"),
    "star": N_("Shape: star"),
    "leaf": N_("Shape: leaf"),
    "arch": N_("Shape: arch"),
}
COLOR_WORDS: Final[dict[Color, str]] = {
    "spruce": N_("Colour: spruce"),
    "clay": N_("Colour: clay"),
    "plum": N_("Colour: plum"),
    "honey": N_("Colour: honey"),
    "rose": N_("Colour: rose"),
    "slate": N_("Colour: slate"),
    "moss": N_("Colour: moss"),
    "sand": N_("Colour: sand"),
}
ICON_WORDS: Final[dict[Icon, str]] = {
    "": N_("Sign: the first letter"),
    "being": N_("Sign: a figure"),
    "group": N_("Sign: a group"),
    "paw": N_("Sign: a paw"),
    "plant": N_("Sign: a plant"),
    "place": N_("Sign: a house"),
    "chair": N_("Sign: a chair"),
    "music": N_("Sign: a note"),
    "practice": N_("Sign: someone sitting"),
    "book": N_("Sign: a book"),
    "sky": N_("Sign: a cloud"),
}
