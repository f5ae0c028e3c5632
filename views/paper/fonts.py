"""The fonts of the paper: ours, and where they lack a letter, those that the screen falls back to.

Widths are in points for a size of one point.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

ASSETS: Final = Path(__file__).parents[2] / "assets"
SERIF: Final = "serif"
BODY: Final = "body"
STRONG: Final = "strong"
FILES: Final = {
    SERIF: "fonts/MeanwhileSerif.ttf",
    BODY: "fonts/AtkinsonHyperlegibleNext-400.ttf",
    STRONG: "fonts/AtkinsonHyperlegibleNext-600.ttf",
}
FALLBACK: Final = (
    "notosans",
    "notosanssymbols",
    "notosanssymbols2",
    "notosansmath",
    "notomusic",
    "notocoloremoji",
)
UNSEEN: Final = frozenset("\u200b\u200c\u200d\u200e\u200f\ufe0e\ufe0f")
"""Letters without a drawing of their own: they join others, or choose how they look."""


@dataclass(frozen=True, slots=True)
class Font:
    """A file, and how wide each of its letters is."""

    name: str
    path: Path
    widths: dict[int, float]


@cache
def font(name: str) -> Font:
    """One of ours, by the name of its face."""
    return _read(name, ASSETS / FILES[name])


@cache
def _fallback() -> tuple[Path, ...]:
    folder = ASSETS / "assets/fonts"
    return tuple(path for name in FALLBACK for path in sorted((folder / name).rglob("*.woff2")))


@cache
def _read(name: str, path: Path) -> Font:
    with TTFont(path, lazy=True) as read:
        widths, size = read["hmtx"], read["head"].unitsPerEm
        letters = read.getBestCmap()
        return Font(name, path, {code: widths[one][0] / size for code, one in letters.items()})


def _fallbacks() -> Iterator[Font]:
    for number, path in enumerate(_fallback()):
        yield _read(f"fallback{number}", path)


@cache
def font_for(letter: str, face: str) -> Font | None:
    """What has that letter; None where nothing has, or where it has no drawing."""
    if letter in UNSEEN:
        return None
    code = ord(letter)
    own = font(face)
    if code in own.widths:
        return own
    return next((one for one in _fallbacks() if code in one.widths), None)


def width(words: str, face: str, size: float) -> float:
    """How wide words are, in points."""
    fonts = ((letter, font_for(letter, face)) for letter in words)
    return size * sum(found.widths[ord(letter)] for letter, found in fonts if found)


def missing(words: str) -> str:
    """The letters that no font here has, each once."""
    seen = dict.fromkeys(one for one in words if not one.isspace() and one not in UNSEEN)
    return "".join(one for one in seen if font_for(one, BODY) is None)
