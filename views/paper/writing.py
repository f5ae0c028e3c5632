"""Words as they stand on paper: from the left to the right, in the fonts that have their letters.

HarfBuzz joins the letters of a script as that wants it. Where it is not (it is built for computers
and for the browser, and not for phones) Arabic is joined by the forms that Unicode has for that,
and the other letters stand side by side.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import groupby
from typing import Any, Final

from domain.direction import FROM_THE_RIGHT
from views.paper.fonts import UNSEEN, Font, font_for, is_ours, place_of, unpacked

SHAPES: Final = find_spec("uharfbuzz") is not None
JOINED: Final = UNSEEN | set("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""What changes the letter before it: marks besides, and the colours of skin."""
AS_ON_THE_RIGHT: Final = "\u2067{}\u2069"
"""Words around which everything runs from the right, whatever they begin with."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one font side by side; `width` is in sizes."""

    font: Font
    words: str
    width: float
    from_the_right: bool
    shaped: bool


def width(words: str, face: str, size: float) -> float:
    """How wide words are, in points."""
    return size * sum(run.width for run in runs(words, face))


@lru_cache(4096)
def runs(words: str, face: str) -> tuple[Run, ...]:
    """Words in the order in which they stand."""
    place = place_of(words)
    return tuple(
        run
        for part, from_the_right in _parts(words)
        for run in _runs(part, face, place, from_the_right)
    )


def _parts(words: str) -> list[tuple[str, bool]]:
    """Parts in the order in which they stand, each as it is read, and whether from the right."""
    if not any(unicodedata.bidirectional(one) in FROM_THE_RIGHT for one in words):
        return [(words, False)]
    # Reading fpdf2 takes its time.
    from fpdf.bidi import BidiParagraph

    letters = BidiParagraph(words, preserve_bn_chars=True).get_reordered_characters()
    parts: list[tuple[str, bool]] = []
    for level, found in groupby(letters, key=lambda one: one.embedding_level):
        standing = "".join(one.character for one in found)
        parts.append((standing[::-1], True) if level % 2 else (standing, False))
    return parts


def _runs(words: str, face: str, place: str, from_the_right: bool) -> list[Run]:
    shaped = [*_by_font(words if SHAPES else _joined(words), face, place)]
    made = [_run(found, letters, from_the_right) for found, letters in shaped]
    return made[::-1] if from_the_right else made


def _by_font(words: str, face: str, place: str) -> Iterator[tuple[Font, str]]:
    """Letters of one font after another, with what has no drawing where a font may want it."""
    last: Font | None = None
    run = ""
    for cluster in clusters(words):
        whole = font_for(cluster, face, place, last)
        for part in (cluster,) if whole else cluster:
            found = whole or font_for(part, face, place, last)
            if found is None:
                continue
            if last and found != last:
                yield last, run
                run = ""
            last, run = found, run + part
    if last:
        yield last, run


def _run(found: Font, words: str, from_the_right: bool) -> Run:
    if is_ours(found) or not SHAPES:
        words = "".join(one for one in words if one not in JOINED)
    if SHAPES and (from_the_right or not is_ours(found)):
        return Run(found, words, _shaped(found, words, from_the_right), from_the_right, True)
    standing = _mirrored(words) if from_the_right else words
    wide = sum(found.widths[ord(one)] for one in standing)
    return Run(found, standing, wide, from_the_right, False)


# -- with HarfBuzz -----------------------------------------------------------------------------


@cache
def shaper(found: Font) -> Any:
    """A font as HarfBuzz has it."""
    import uharfbuzz  # type: ignore[import-untyped]

    return uharfbuzz.Font(uharfbuzz.Face(unpacked(found)))


@lru_cache(4096)
def _shaped(found: Font, words: str, from_the_right: bool) -> float:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if from_the_right else "ltr"
    uharfbuzz.shape(shaper(found), buffer)
    advances: int = sum(one.x_advance for one in buffer.glyph_positions)
    size: int = shaper(found).face.upem
    return advances / size


# -- without -----------------------------------------------------------------------------------


def _mirrored(words: str) -> str:
    """Words as they stand when they are read from the right; marks stay behind their letters."""
    from fpdf.bidi import BIDI_BRACKETS

    turned = (BIDI_BRACKETS[one]["pair"] if one in BIDI_BRACKETS else one for one in words)
    return "".join(reversed(list(clusters("".join(turned)))))


LAM: Final = "\u0644"
FORMS: Final = {
    (False, False): "<isolated>",
    (True, False): "<final>",
    (False, True): "<initial>",
    (True, True): "<medial>",
}
"""By whether a letter is joined to the one before it, and to the one behind."""


@cache
def _forms() -> dict[tuple[str, str], str]:
    """How Arabic letters look where they are joined, as Unicode tells: by letters and form."""
    found = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if kind in FORMS.values():
            whole = "".join(chr(int(one, 16)) for one in letters)
            found[whole, kind] = chr(code)
    return found


def _joined(words: str) -> str:
    """Words with their Arabic letters in the forms in which they are joined."""
    forms, written = _forms(), [*clusters(words)]
    joined, before = "", False
    while written:
        letter, marks = written[0][0], written[0][1:]
        after = written[1][0] if len(written) > 1 else ""
        if letter == LAM and not marks and after and (LAM + after, "<isolated>") in forms:
            # The two are one form, which joins nothing behind it.
            letter, marks = LAM + after, written.pop(1)[1:]
            after = ""
        on = (letter, "<initial>") in forms and (after, "<final>") in forms
        before = before and (letter, "<final>") in forms
        joined += forms.get((letter, FORMS[before, on]), letter) + marks
        before = on
        del written[0]
    return joined


def clusters(words: str) -> Iterator[str]:
    """Each letter with the marks and joints behind it, which are never parted from it."""
    cluster = ""
    for letter in words:
        mark = unicodedata.category(letter).startswith("M") or letter in JOINED
        if cluster and not mark and cluster[-1] != "\u200d":
            yield cluster
            cluster = ""
        cluster += letter
    if cluster:
        yield cluster
