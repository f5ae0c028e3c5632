"""The fonts of the paper: ours, and where they lack a letter, those that the screen falls back to.

`assets/fonts/letters.txt` tells which of the many files has a letter: only those are opened.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
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
FALLBACK: Final = "assets/fonts"
UNSEEN: Final = frozenset("\u200b\u200c\u200d\u200e\u200f\u2067\u2069\ufe0e\ufe0f")
"""Letters without a drawing of their own: they join others, or choose how they look or run."""
AS_EMOJI: Final = "\ufe0f"
HAN: Final = ("notosanssc", "notosanstc", "notosanshk", "notosansjp", "notosanskr")
"""The same letters as they are written in different places."""
OF_PLACES: Final = (
    ("\u3041", "\u30ff", "notosansjp"),
    ("\u1100", "\u11ff", "notosanskr"),
    ("\uac00", "\ud7ff", "notosanskr"),
    ("\u3105", "\u312f", "notosanstc"),
)
"""Letters that only one of those places has: from the first one to the last one."""


@dataclass(frozen=True, slots=True)
class Font:
    """A file, and how wide each of its letters is, in sizes."""

    name: str
    path: Path
    widths: dict[int, float]

    def __hash__(self) -> int:
        return hash(self.name)


@cache
def font(face: str) -> Font:
    """One of ours, by the name of its face."""
    return _read(face, ASSETS / FILES[face])


def is_ours(found: Font) -> bool:
    """Whether it is one of ours, which write each letter for itself."""
    return found.name in FILES


def unpacked(found: Font) -> bytes:
    """The file as a device would have it."""
    with TTFont(found.path, recalcTimestamp=False, recalcBBoxes=False, lazy=True) as read:
        read.flavor = None
        read.save(out := io.BytesIO())
    return out.getvalue()


@cache
def _read(name: str, path: Path) -> Font:
    with TTFont(path, lazy=True) as read:
        widths, size = read["hmtx"], read["head"].unitsPerEm
        letters = read.getBestCmap()
        return Font(name, path, {code: widths[one][0] / size for code, one in letters.items()})


@cache
def _lines() -> dict[str, list[tuple[str, str]]]:
    """The families, and of each its files with what is said about their letters."""
    families: dict[str, list[tuple[str, str]]] = {}
    for line in (ASSETS / "fonts/letters.txt").read_text(encoding="utf-8").splitlines():
        name, ranges = line.split(" ", 1)
        families.setdefault(name.split("/", 1)[0], []).append((name, ranges))
    return families


@cache
def _letters(family: str) -> dict[int, tuple[str, ...]]:
    """The files of each letter in one of the places of `HAN`, or in all other families."""
    found: dict[int, tuple[str, ...]] = {}
    wanted = (family,) if family else (one for one in _lines() if one not in HAN)
    for name, ranges in (one for each in wanted for one in _lines()[each]):
        for said in ranges.split():
            first, _, last = said.partition("-")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                found[code] = (*found.get(code, ()), name)
    return found


def _on_disk(name: str) -> Path | None:
    path = ASSETS / FALLBACK / name
    if not path.exists():
        # In a browser they lie beside the page, not with the app.
        found = import_module("meanwhile_files").read(f"{FALLBACK}/{name}")
        if found is None:
            return None
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(found.to_bytes())
    return path


def place_of(words: str) -> str:
    """How the letters that China, Japan and Korea share are written in these words."""
    for first, last, place in OF_PLACES:
        if any(first <= one <= last for one in words):
            return place
    return HAN[0]


def _families(place: str) -> Iterator[str]:
    yield from ("", place)
    yield from (one for one in HAN if one != place)


@cache
def font_for(cluster: str, face: str, place: str = HAN[0], near: Font | None = None) -> Font | None:
    """What has a letter with its marks, `near` by rather than another; None where nothing has."""
    codes = [ord(one) for one in cluster if one not in UNSEEN]
    own = font(face)
    if not codes:
        return None
    if AS_EMOJI not in cluster and own.widths.keys() >= set(codes):
        return own
    if near and not is_ours(near) and near.widths.keys() >= set(codes):
        return near
    for family in _families(place):
        files = _letters(family)
        for name in files.get(codes[0], ()):
            has_all = all(name in files.get(code, ()) for code in codes)
            if has_all and (path := _on_disk(name)):
                return _read(path.stem, path)
    return None


def missing(words: str) -> str:
    """The letters that no font here has, each once."""
    seen = dict.fromkeys(one for one in words if not one.isspace() and one not in UNSEEN)
    return "".join(one for one in seen if font_for(one, BODY) is None)
